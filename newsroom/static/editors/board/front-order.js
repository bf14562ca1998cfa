/* The order of stories on top of a page, by dragging. Without this script the buttons beside each story do the same. */

const list = document.querySelector("[data-order]")
let dragged = null

/** The story that the dragged one goes before at this height, or null for the end. */
function following(y) {
  return (
    [...list.children].find((story) => {
      const { top, height } = story.getBoundingClientRect()
      return story !== dragged && y < top + height / 2
    }) ?? null
  )
}

list?.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("li")
  dragged.classList.add("is-dragged")
  event.dataTransfer.effectAllowed = "move"
})
list?.addEventListener("dragover", (event) => {
  if (!dragged) return
  event.preventDefault()
  list.insertBefore(dragged, following(event.clientY))
})
list?.addEventListener("drop", (event) => event.preventDefault())
list?.addEventListener("dragend", (event) => {
  dragged.classList.remove("is-dragged")
  dragged = null
  // Let go outside, or of Escape: the page is shown again as it stands.
  if (event.dataTransfer.dropEffect === "none") location.reload()
  else list.closest("form").requestSubmit()
})
