/* Embeds on the sheet: an address that is pasted onto an empty line, with the words under it. Nothing is asked of its provider;
   what is known by its address comes with the extension (articles/text/body/elements/embeds.py). */

import { Node } from "django-prose-editor/editor"
import { choose } from "../combobox.js"
import { announce, element } from "../page.js"
import { apart, around, kept } from "../story-blocks.js"
import { placeBlock } from "./place.js"

export const Embed = Node.create({
  name: "embed",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  addOptions: () => ({ patterns: [] }),
  addAttributes: () => ({ "data-embed": kept("data-embed") }),
  parseHTML: () => [{ tag: "div[data-embed]", contentElement: "figcaption" }],
  renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes, ["figcaption", 0]],
  addNodeView: () => embedView,
  addKeyboardShortcuts() {
    return { Enter: () => leave(this.editor) }
  },
})

/* Places what an address embeds behind the block with the caret, which goes into its caption; false for any other words. */
function place(editor, words) {
  const address = words.trim()
  const { patterns } = editor.extensionManager.extensions.find(({ name }) => name === "embed").options
  if (!patterns.some((pattern) => new RegExp(`^(?:${pattern})$`).test(address))) return false
  placeBlock(editor, editor.schema.nodes.embed.create({ "data-embed": address }), 1)
  announce(gettext("It is embedded: readers load it when they ask for it. Write under it what it is, and whose."))
  return true
}

/* An address that is pasted onto an empty line is embedded. */
export function pasteEmbed(editor, transfer) {
  const { $from, empty } = editor.state.selection
  const isLine = empty && $from.depth === 1 && $from.parent.type.name === "paragraph" && !$from.parent.content.size
  return isLine && place(editor, transfer.getData("text/plain"))
}

/* Asks for the address of what is to be embedded. */
export async function askEmbed(editor) {
  const options = async (typed) => (typed ? [{ label: typed, note: gettext("what readers can have shown") }] : [])
  const hint = "https://www.youtube.com/watch?v=…"
  const at = editor.view.coordsAtPos(editor.state.selection.from)
  const { option } = await choose({ label: gettext("Address to embed"), value: "", options, hint, at })
  editor.commands.focus()
  if (option && !place(editor, option.label))
    announce(gettext("This is no address of a film, sound, chart or post that can be embedded; link words to it."))
}

function leave(editor) {
  const here = around(editor.state, "embed")
  if (!here) return false
  const behind = here.at + here.node.nodeSize
  return editor
    .chain()
    .insertContentAt(behind, { type: "paragraph" })
    .setTextSelection(behind + 1)
    .run()
}

function embedView({ node }) {
  const address = element("div", { class: "story-embed-address", contenteditable: "false" }, node.attrs["data-embed"])
  const contentDOM = element("figcaption")
  contentDOM.dataset.placeholder = gettext("Caption")
  const dom = element("div", { class: "story-embed" }, address, contentDOM)
  const update = (changed) => changed.type === node.type && changed.attrs["data-embed"] === node.attrs["data-embed"]
  return { dom, contentDOM, update, ...apart(address, contentDOM) }
}
