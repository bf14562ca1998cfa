// Photos whole, over the page: arrows and swipes lead through the story's, Escape goes back to the same line.
import { show } from "./window.js"

const SWIPE = 40 // pixels
const main = document.querySelector("main")

/** Show the photo of the figure that the handle stands in, among all of its story; the poster of an embed plays it. */
export async function open(handle) {
  const embed = handle.closest(".embed")
  if (embed) return embed.querySelector("[data-open]")?.click()
  const figures = [...handle.closest("article").querySelectorAll("figure:has([data-whole])")]
  const frame = document.createElement("figure")
  let place = figures.indexOf(handle.closest("figure"))
  const turn = (by) => {
    place = (place + by + figures.length) % figures.length
    draw(frame, figures[place], figures.length > 1 ? `${place + 1} / ${figures.length}` : "")
  }
  turn(0)
  const dialog = await show(main.dataset.photo, frame, "photo")
  if (figures.length > 1) {
    for (const [by, sign, name] of [
      [-1, "‹", main.dataset.before],
      [1, "›", main.dataset.after],
    ]) {
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: by < 0 ? "to before" : "to after",
      })
      button.textContent = sign
      button.ariaLabel = name
      button.addEventListener("click", () => turn(by))
      dialog.append(button)
    }
  }
  const ahead = document.documentElement.dir === "rtl" ? -1 : 1
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowRight") turn(ahead)
    if (key === "ArrowLeft") turn(-ahead)
  })
  let from
  dialog.addEventListener("pointerdown", ({ clientX }) => {
    from = clientX
  })
  dialog.addEventListener("pointerup", ({ clientX }) => {
    if (Math.abs(clientX - from) > SWIPE) turn(clientX < from ? ahead : -ahead)
  })
}

function draw(frame, figure, place) {
  const handle = figure.querySelector("[data-whole]")
  const { alt } = figure.querySelector("img")
  const image = Object.assign(new Image(), { src: handle.dataset.whole, alt, draggable: false })
  const words = figure.querySelector("figcaption")?.cloneNode(true) ?? document.createElement("figcaption")
  const where = Object.assign(document.createElement("span"), { className: "where", textContent: place })
  words.append(where)
  frame.replaceChildren(image, words)
}
