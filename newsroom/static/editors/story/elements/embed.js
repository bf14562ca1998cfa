/* Embeds on the sheet: an address that is pasted onto an empty line, with the words under it. The browser asks nothing of its
   provider; the server does, once, for title, author, poster and the words of a post (articles/text/body/elements/embeds.py). */

import { Node } from "django-prose-editor/editor"
import { ask } from "../api.js"
import { choose } from "../combobox.js"
import { announce, element } from "../page.js"
import { makeKnown, pictureOf } from "../photos.js"
import { apart, around, kept } from "../story-blocks.js"
import { placeBlock } from "./place.js"

const SAID = ["data-title", "data-author", "data-ratio", "data-photo", "data-credit"]

export const Embed = Node.create({
  name: "embed",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  addOptions: () => ({ patterns: [] }),
  addAttributes: () => Object.fromEntries(["data-embed", ...SAID].map((name) => [name, kept(name)])),
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
  know(editor, address)
  return true
}

/* Puts what the provider says of an address into its block, and the words of a post above it as a quote. */
async function know(editor, address) {
  let known
  try {
    known = await ask("embed/", { address })
  } catch ({ message }) {
    return announce(message)
  }
  const { tr, schema, doc } = editor.state
  let at = -1
  doc.descendants((node, pos) => {
    if (node.type.name === "embed" && node.attrs["data-embed"] === address && !node.attrs["data-title"]) at = pos
  })
  announce(known.sentence)
  if (at < 0 || editor.isDestroyed) return
  if (known.poster) makeKnown(known.poster)
  for (const [name, value] of Object.entries(known.attributes)) tr.setNodeAttribute(at, name, value)
  if (known.quote) {
    const { lines, ...said } = known.quote
    const paragraphs = lines.map((line) => schema.nodes.paragraph.create(null, schema.text(line)))
    tr.insert(at, schema.nodes.storyQuote.create(said, paragraphs))
  }
  if (tr.docChanged) editor.view.dispatch(tr)
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
  const about = element("div", { class: "story-embed-address", contenteditable: "false" })
  const contentDOM = element("figcaption")
  contentDOM.dataset.placeholder = gettext("Caption")
  const dom = element("div", { class: "story-embed" }, about, contentDOM)
  const update = ({ type, attrs }) => {
    if (type !== node.type || attrs["data-embed"] !== node.attrs["data-embed"]) return false
    const said = [attrs["data-title"], attrs["data-author"]].filter(Boolean).join(", ")
    const poster = attrs["data-photo"] && pictureOf(attrs["data-photo"])
    if (attrs["data-photo"]) dom.dataset.photo = attrs["data-photo"]
    else delete dom.dataset.photo
    const parts = [poster && element("img", { src: poster, alt: "" }), said && element("strong", {}, said)]
    about.replaceChildren(...parts.filter(Boolean), element("span", {}, attrs["data-embed"]))
    return true
  }
  update(node)
  return { dom, contentDOM, update, ...apart(about, contentDOM) }
}
