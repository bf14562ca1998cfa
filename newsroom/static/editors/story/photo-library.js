/* The photo library's window: search, choose one or several, or upload from this machine. */

import { ask } from "./api.js"
import { placePhotos, takeIn } from "./photos.js"

document.getElementById("content").append(document.getElementById("library").content)
const dialog = document.querySelector(".photo-dialog")
const form = dialog.querySelector("form")
const list = form.querySelector(".photo-dialog-photos")
const said = form.querySelector("[role=status]")
const [search, file] = form.querySelectorAll("input")
const ticked = () => [...list.children].filter((item) => item.querySelector(":checked"))
let leave = () => {}
let newest = 0

/* Opens the library; what is chosen goes behind the block with the caret. */
export function library(editor) {
  const at = editor.state.selection.to
  form.reset()
  list.replaceChildren()
  leave = () => {
    if (file.files.length) takeIn(editor, [...file.files], at)
    else if (dialog.returnValue === "place" && ticked().length)
      placePhotos(
        editor,
        ticked().map(({ photo }) => photo),
        at,
      )
    editor.commands.focus()
  }
  dialog.returnValue = ""
  dialog.showModal()
  search.focus()
  find()
}

dialog.addEventListener("close", () => leave())
search.addEventListener("input", find)
list.addEventListener("change", () => {
  said.textContent = ticked().length ? `${ticked().length} chosen.` : ""
})
file.addEventListener("change", () => dialog.close())
form.querySelector("[data-close]").addEventListener("click", () => dialog.close())

async function find() {
  newest += 1
  const mine = newest
  try {
    const { photos } = await ask(`photos/?q=${encodeURIComponent(search.value)}`)
    if (mine !== newest) return
    const there = new Map([...list.children].map((item) => [item.photo.id, item])) // each stays, with its tick and the focus
    const wanted = photos.map((photo) => there.get(photo.id) || card(photo))
    for (const item of list.querySelectorAll("li"))
      if (!wanted.includes(item) && !ticked().includes(item)) item.remove()
    list.append(...wanted.filter((item) => !item.isConnected))
    said.textContent = photos.length ? "" : "The library has nothing like that."
  } catch (error) {
    said.textContent = error.message
  }
}

function card(photo) {
  const item = document.getElementById("library-photo").content.cloneNode(true).firstElementChild
  const [image, caption, credit] = item.querySelectorAll("img, span, small")
  item.photo = photo
  image.src = photo.url
  caption.textContent = photo.caption || photo.alt || `Photo ${photo.id}`
  credit.textContent = photo.credit
  return item
}
