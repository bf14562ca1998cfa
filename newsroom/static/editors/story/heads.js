/* The headline and the dek above the text: Enter leads on to the next of them, how long they are is said while somebody
   writes, and a whole story pasted into one is read as one. Nothing is ever cut. */

import { announce, element, storyForm } from "./page.js"
import { pasteIntoHead } from "./paste.js"

const NEAR = 0.8 // of the most

export function startHeads() {
  const [headline, dek] = ["headline", "dek"].map((name) => storyForm()?.elements.namedItem(name))
  if (!headline?.dataset.most) return
  for (const field of storyForm().querySelectorAll("[data-about]")) showLengthForPlace(field, headline)
  for (const field of [headline, dek].filter(Boolean)) {
    showLength(field)
    field.addEventListener("paste", (event) => {
      if (pasteIntoHead(field, event.clipboardData)) event.preventDefault()
    })
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return
      event.preventDefault()
      if (field === headline && dek) dek.focus()
      else beginText(document.querySelector(".ProseMirror")?.editor)
    })
  }
}

/* The command alone waits for the next frame, and what is typed until then would stay in the field. */
function beginText(editor) {
  editor?.commands.focus("start")
  editor?.view.focus()
}

/* Says in a line how long the words are that a place will show, and how long they may well be there. */
export function sayLength(line, words, about) {
  const length = [...words.trim()].length
  line.textContent = length ? interpolate(gettext("%s of about %s characters"), [length, about]) : ""
  line.classList.toggle("is-over", length > Number(about))
}

/* Counts below a headline for a place what stands there: itself, or else the story's. */
function showLengthForPlace(field, headline) {
  const line = element("p", { class: "sheet-length", id: `${field.id}_length` })
  field.after(line)
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") || ""} ${line.id}`.trim())
  const show = () => sayLength(line, field.value || headline.value, field.dataset.about)
  storyForm().addEventListener("input", show)
  show()
}

/* Says below a field how many characters it has, once they come near the most that an edition holds. */
function showLength(field) {
  const most = Number(field.dataset.most)
  const line = element("p", { class: "sheet-length", id: `${field.id}_length` })
  field.after(line)
  field.setAttribute("aria-describedby", line.id)
  let wasOver = false
  const show = () => {
    const length = [...field.value].length
    const isOver = length > most
    line.textContent = length < most * NEAR ? "" : interpolate(gettext("%s of %s characters"), [length, most])
    line.classList.toggle("is-over", isOver)
    field.setAttribute("aria-invalid", String(isOver))
    if (isOver && !wasOver)
      announce(interpolate(gettext("This has more than the %s characters that can be published."), [most]))
    wasOver = isOver
  }
  field.addEventListener("input", show)
  storyForm().addEventListener("input", show) // values are also put here: by pasting, undoing, merging
  show()
}
