/* The photo library's window: search, choose one or several, or upload from this machine. */

import { ask } from "./api.js"

document.getElementById("content").append(document.getElementById("library").content)
const dialog = document.querySelector(".photo-dialog")
const form = dialog.querySelector("form")
const list = form.querySelector(".photo-dialog-photos")
const said = form.querySelector("[role=status]")
const search = form.querySelector("[type=search]")
const file = form.querySelector("[type=file]")
const ticked = () => [...list.children].filter((item) => item.querySelector(":checked"))
const chosenInWords = () => (ticked().length ? interpolate(gettext("%s chosen."), [ticked().length]) : "")
let wanted = {}
let newest = 0

/* Opens the library for several photos, or for one (`isOne`). `place(photos)` gets what is chosen, `take(files)` what is
   uploaded; `done()` is called when the window is closed. */
export function library(asked) {
  wanted = asked
  form.reset()
  list.replaceChildren()
  file.multiple = !asked.isOne
  form.querySelector("[value=place]").hidden = Boolean(asked.isOne)
  dialog.returnValue = ""
  dialog.showModal()
  search.focus()
  find()
}

dialog.addEventListener("close", () => {
  if (file.files.length) wanted.take([...file.files])
  else if (dialog.returnValue === "place" && ticked().length) wanted.place(ticked().map(({ photo }) => photo))
  wanted.done()
})
search.addEventListener("input", find)
search.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  event.preventDefault() // else the first Escape only clears the words
  search.closest("dialog").close()
})
form.querySelector(".photo-dialog-which").addEventListener("change", () => {
  for (const item of list.querySelectorAll("li")) if (!ticked().includes(item)) item.remove() // these have an order of their own
  find()
})
list.addEventListener("change", () => {
  said.textContent = chosenInWords()
})
file.addEventListener("change", () => dialog.close())
form.querySelector("[data-close]").addEventListener("click", () => dialog.close())

async function find() {
  newest += 1
  const mine = newest
  const which = form.querySelector("[name=which]:checked").value
  try {
    const { photos } = await ask(`photos/?q=${encodeURIComponent(search.value)}&which=${which}`)
    if (mine !== newest) return
    const there = new Map([...list.children].map((item) => [item.photo.id, item])) // each stays, with its tick and the focus
    const found = photos.map((photo) => there.get(photo.id) || card(photo))
    for (const item of list.querySelectorAll("li")) if (!found.includes(item) && !ticked().includes(item)) item.remove()
    list.append(...found.filter((item) => !item.isConnected))
    said.textContent = photos.length ? chosenInWords() : gettext("The library has nothing like that.")
  } catch (error) {
    said.textContent = error.message
  }
}

function card(photo) {
  const template = document.getElementById(wanted.isOne ? "library-one" : "library-photo")
  const item = template.content.cloneNode(true).firstElementChild
  const [image, caption, credit, used] = item.querySelectorAll("img, span, small")
  item.photo = photo
  image.src = photo.url
  caption.textContent = photo.caption || photo.alt || photo.name
  credit.textContent = photo.credit
  used.textContent = photo.used
  item.querySelector("button")?.addEventListener("click", () => {
    wanted.place([photo])
    dialog.close()
  })
  return item
}
