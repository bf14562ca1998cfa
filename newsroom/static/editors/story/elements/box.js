/* Boxes on the sheet: key points, facts, a timeline, each with a title as its first line; and words of the story once more, large. */

import { Node } from "django-prose-editor/editor"
import { choose } from "../combobox.js"
import { announce, refusesWords } from "../page.js"
import { around, kept } from "../story-blocks.js"
import { placeBlock } from "./place.js"

export const Box = Node.create({
  name: "box",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () => ({ "data-box": kept("data-box") }),
  parseHTML: () => [{ tag: "aside[data-box]" }],
  renderHTML: ({ HTMLAttributes }) => ["aside", HTMLAttributes, 0],
})

/* What there is: the kind, its name, and its first words. */
const KINDS = () => [
  { kind: "points", label: gettext("Key points"), title: gettext("Key points") },
  { kind: "facts", label: gettext("Facts"), title: gettext("What we know") },
  { kind: "timeline", label: gettext("Timeline"), title: gettext("What happened when") },
  { kind: "pull", label: gettext("Words of the story, large"), title: "" },
]

/* Asks for the kind of a box and puts it at the caret, or around the selected paragraphs; in a box, takes it away. */
export async function askBox(editor) {
  if (refusesWords()) return
  if (around(editor.state, "box")) return editor.chain().focus().lift("box").run()
  const at = editor.view.coordsAtPos(editor.state.selection.from)
  const options = async (typed) => KINDS().filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()))
  const { option } = await choose({ label: gettext("What box?"), value: "", options, at })
  editor.commands.focus()
  if (!option) return
  const attrs = { "data-box": option.kind }
  const { selection, schema } = editor.state
  const { box, paragraph } = schema.nodes
  if (selection.empty) {
    const title = option.title ? [paragraph.create(null, schema.text(option.title))] : []
    placeBlock(editor, box.create(attrs, [...title, paragraph.create()]), option.title ? option.title.length + 4 : 2)
  } else editor.chain().focus().wrapIn("box", attrs).run()
  announce(gettext("The box is in the text; Enter on an empty line leaves it."))
}
