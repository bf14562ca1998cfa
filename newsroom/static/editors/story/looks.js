/* How a story will look, as somebody types: the headlines for places are written on the publish sheet, beside what they
   change, and kept in the story's form; the address follows the slug. */

import { cutAsOthers, withSlug } from "./decisions.js"
import { sayLength } from "./heads.js"
import { storyForm } from "./page.js"

/* Brings the looks of a publish sheet to life; `typed()` is called when the story is another one by that. */
export function startLooks(dialog, typed) {
  for (const field of dialog.querySelectorAll("[data-of]")) {
    const own = storyForm().elements.namedItem(field.dataset.of)
    if (!own || own.disabled || own.readOnly) continue
    field.parentElement.hidden = false
    field.value = own.value
    count(field)
    field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault())
    field.addEventListener("input", () => {
      own.value = field.value
      own.dispatchEvent(new Event("input", { bubbles: true }))
      count(field)
      for (const name of field.dataset.looks.split(" ")) showTitle(dialog, name, field.value || field.placeholder)
      typed()
    })
  }
  const addresses = [...dialog.querySelectorAll("[data-look=address]")]
  const atFirst = addresses[0].textContent
  dialog.querySelector("[name=slug]")?.addEventListener("input", ({ target }) => {
    for (const address of addresses) address.textContent = withSlug(atFirst, target.value)
  })
}

function showTitle(dialog, name, words) {
  const title = dialog.querySelector(`[data-look="${name}"]`)
  title.textContent = title.dataset.cut ? cutAsOthers(words, Number(title.dataset.cut)) : words.trim()
}

function count(field) {
  const line = document.getElementById(field.getAttribute("aria-describedby"))
  sayLength(line, field.value || field.placeholder, field.dataset.about)
}
