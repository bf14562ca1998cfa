// The page of what is on the device: the stories kept for later, and the last that were read.
import { clear, onShelf, take } from "./shelf.js"

const page = document.querySelector("[data-kept]")

function row({ path, title, lang }, shelf) {
  const item = document.createElement("li")
  const link = Object.assign(document.createElement("a"), { href: path, lang, dir: "auto", textContent: title })
  item.append(link)
  if (shelf === "kept") {
    const away = Object.assign(document.createElement("button"), { type: "button", textContent: page.dataset.away })
    away.setAttribute("aria-label", `${page.dataset.away}: ${title}`)
    away.addEventListener("click", async () => {
      await take(path, shelf)
      draw()
    })
    item.append(away)
  }
  return item
}

function draw() {
  for (const shelf of ["kept", "lately"]) {
    const stories = onShelf(shelf)
    page.querySelector(`[data-shelf="${shelf}"]`).replaceChildren(...stories.map((story) => row(story, shelf)))
    page.querySelector(`[data-none="${shelf}"]`).hidden = stories.length > 0
  }
}

page.querySelector("[data-clear]").addEventListener("click", async () => {
  await clear()
  draw()
})
draw()
