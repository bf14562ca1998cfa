// Passes a story on: by the device's own sheet, or as an address to be pasted.

/** Share the story that the handle stands in. */
export async function open(handle) {
  const { url } = handle.closest("article").dataset
  const told = { title: handle.closest("article").querySelector(".headline").textContent, url: location.origin + url }
  try {
    if (navigator.share) return await navigator.share(told)
    await navigator.clipboard.writeText(told.url)
    const name = handle.textContent
    handle.textContent = handle.dataset.done
    setTimeout(() => {
      handle.textContent = name
    }, 3000)
  } catch (error) {
    if (error.name !== "AbortError") prompt(handle.textContent, told.url) // no clipboard: there to be copied by hand
  }
}
