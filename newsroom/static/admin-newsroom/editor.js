/* What is on the sheet, for every module that wants to read it, change it or hear of changes: the prose editor, the
   body as HTML, and the form around it. Nobody else reaches for the editor or its text area. */

import { pm } from "django-prose-editor/editor"

const form = document.getElementById("article_form")
const body = form?.elements.namedItem("body")

/* The Tiptap editor, once it stands. It may be there before anybody asks: the event is fired only once. */
export const ready = new Promise((resolve) => {
  const standing = document.querySelector(".ProseMirror")?.editor
  if (standing) resolve(standing)
  else document.addEventListener("prose-editor:ready", (event) => resolve(event.detail.editor), { once: true })
})

/* The form of the story; its fields are its elements. */
export const storyForm = () => form

/* The body as it stands now. The text area follows the editor at every change, and is all there is without it. */
export const bodyHTML = () => body.value

/* Puts another body in place of the present one, as one step that undo takes back. */
export async function setBody(html) {
  const editor = await ready
  editor.view.dispatch(pm.history.closeHistory(editor.state.tr))
  editor.commands.setContent(html)
}

/* Calls `listener(name of the field)` at each change of headline, dek, body or any other field. */
export function onChange(listener) {
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, (event) => event.target.name && listener(event.target.name))
  }
}
