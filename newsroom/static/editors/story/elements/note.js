/* Footnotes on the sheet: a note's words stand where its number goes, as a mark over them; the page gathers and numbers them. */

import { getMarkRange, Mark } from "django-prose-editor/editor"
import { announce } from "../page.js"

export const Note = Mark.create({
  name: "note",
  priority: 1001, // around all other marks, links too, as the body writes it
  parseHTML: () => [{ tag: "small[data-note]" }],
  renderHTML: () => ["small", { "data-note": "" }, 0],
  addKeyboardShortcuts() {
    return { "Mod-Alt-f": () => writeNote(this.editor), Enter: () => leave(this.editor) }
  },
})

/* Makes the selected words a note, or none again; with nothing selected what is typed next is one. */
export function writeNote(editor) {
  if (editor.isActive("heading") || editor.isActive("photo")) announce(gettext("Footnotes stand in running text."))
  else if (leave(editor)) return true
  else {
    editor.chain().focus().toggleMark("note").run()
    if (editor.isActive("note")) announce(gettext("What you type is a footnote; Enter ends it."))
  }
  return true
}

/* Ends the note at the caret: what is typed then goes on behind it. */
function leave(editor) {
  const { state } = editor
  if (!state.selection.empty || !editor.isActive("note")) return false
  const { to } = getMarkRange(state.selection.$from, state.schema.marks.note) || state.selection
  return editor
    .chain()
    .focus()
    .setTextSelection(to)
    .command(({ tr }) => Boolean(tr.removeStoredMark(state.schema.marks.note)))
    .run()
}
