/* Pasting: an address over words links them. HTML from other programs is read by the server, by the rules that importing
   uses, and so is whatever is put onto an empty sheet, which may be a whole story; until then its place is held. */

import { Plugin, pm } from "django-prose-editor/editor"
import { addressesIn, addressIn } from "./addresses.js"
import { ask } from "./api.js"
import { plainParagraphs } from "./decisions.js"
import { announce, read } from "./page.js"
import { holdPlace } from "./story-blocks.js"

const { DOMParser: Reader, Fragment, Slice } = pm.model
const isOurs = (html) => /data-pm-slice/.test(html)

export const pasting = (editor) =>
  new Plugin({
    props: {
      transformPastedHTML: (html) => (isOurs(html) ? html : ""), // the page’s policy would complain of foreign styles
      clipboardTextParser: (text, _context, _isPlain, { state }) => plain(state.schema, text),
      handlePaste({ state }, { clipboardData }) {
        const address = addressIn(clipboardData.getData("text/plain"))
        if (address && !state.selection.empty) return editor.commands.setLink({ href: address })
        return bringIn(editor, clipboardData, state.selection)
      },
      handleDrop(view, { dataTransfer, clientX, clientY }, _slice, isMoved) {
        const place = view.posAtCoords({ left: clientX, top: clientY })
        return !isMoved && place !== null && bringIn(editor, dataTransfer, { from: place.pos, to: place.pos })
      },
    },
  })

/* Plain text as a piece of the document. */
function plain(schema, text) {
  const paragraphs = plainParagraphs(text).map((words) => schema.nodes.paragraph.create(null, linked(schema, words)))
  return paragraphs.length ? new Slice(Fragment.from(paragraphs), 1, 1) : Slice.empty
}

/* Words with links where they are addresses. */
function linked(schema, words) {
  const parts = []
  let at = 0
  for (const [start, end, href] of [...addressesIn(words), [words.length]]) {
    if (at < start) parts.push(schema.text(words.slice(at, start)))
    if (href) parts.push(schema.text(words.slice(start, end), [schema.marks.link.create({ href })]))
    at = end
  }
  return parts
}

function clean(schema, html) {
  const home = document.createElement("template")
  home.innerHTML = html
  return Reader.fromSchema(schema).parseSlice(home.content)
}

const isEmptySheet = ({ state: { doc } }) =>
  !Object.values(read(["headline", "dek"]))
    .join("")
    .trim() &&
  !doc.textContent.trim() &&
  doc.childCount === 1

/* Brings in what was put there in place of a range; false where the editor does that well by itself. */
function bringIn(editor, transfer, range) {
  const [text, html] = ["text/plain", "text/html"].map((kind) => transfer.getData(kind))
  const isForeign = !isOurs(html) && html.replace(/<[^>]*>/g, "").trim() !== ""
  if (isOurs(html) || !(isForeign || (text && isEmptySheet(editor)))) return false
  readAndPlace(editor, { text, html: isForeign ? html : "" }, range)
  return true
}

async function readAndPlace(editor, pasted, { from, to }) {
  editor.view.dispatch(pm.history.closeHistory(editor.state.tr.delete(from, to)))
  const leave = holdPlace(editor, from)
  const sent = { ...pasted, is_empty: isEmptySheet(editor) }
  const answer = await ask("pasted/", sent).catch((error) => ({
    trouble: `${error.message} It was pasted as plain text.`,
  }))
  const whole = answer.fields && (await import("./pasted-story.js"))
  const at = leave()
  if (whole && isEmptySheet(editor)) return whole.placeWhole(editor, answer)
  const { schema, tr } = editor.state
  editor.view.dispatch(
    tr.replaceRange(at, at, answer.body ? clean(schema, answer.body) : plain(schema, pasted.text)).scrollIntoView(),
  )
  if (answer.trouble) announce(answer.trouble)
}
