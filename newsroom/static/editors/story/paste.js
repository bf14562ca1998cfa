/* Pasting: an address over words links them. HTML from other programs is read by the server, by the rules that importing
   uses, and so is whatever is put onto an empty sheet, which may be a whole story; until then its place is held. */

import { Plugin, pm } from "django-prose-editor/editor"
import { addressesIn, addressIn } from "./addresses.js"
import { ask } from "./api.js"
import { copying, isOurs } from "./copies.js"
import { plainParagraphs } from "./decisions.js"
import { pasteEmbed } from "./elements/embed.js"
import { pasteIntoCell } from "./elements/table.js"
import { announce, read, storyForm } from "./page.js"
import { holdPlace } from "./story-blocks.js"

const { DOMParser: Reader, Fragment, Slice } = pm.model
const { closeHistory } = pm.history

export const pasting = (editor) =>
  new Plugin({
    props: {
      clipboardSerializer: copying(editor.schema),
      transformPastedHTML: (html) => (isOurs(html) ? html : ""), // the page’s policy would complain of foreign styles
      clipboardTextParser: (text, _context, _isPlain, { state }) => plain(state.schema, text),
      handlePaste(view, { clipboardData }, slice) {
        const { state } = view
        const address = addressIn(clipboardData.getData("text/plain"))
        if (address && !state.selection.empty) return editor.commands.setLink({ href: address })
        if (pasteEmbed(editor, clipboardData)) return true
        if (pasteIntoCell(view, clipboardData, slice)) return true
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

/* What another program put there: {text, html}, where `html` is "" unless it is for the server to read. */
function foreign(transfer) {
  const [text, html] = ["text/plain", "text/html"].map((kind) => transfer.getData(kind))
  const hasWords = html.replace(/<[^<>]*>/g, "").trim() !== ""
  const hasMore = /<(img|iframe|video|table)\b/i.test(html) && !transfer.files.length // a picture comes as a file
  return { text, html: !isOurs(html) && (hasWords || hasMore) ? html : "" }
}

/* Brings in what was put there in place of a range; false where the editor does that well by itself. */
function bringIn(editor, transfer, range) {
  const pasted = foreign(transfer)
  if (isOurs(transfer.getData("text/html")) || !(pasted.html || (pasted.text && isEmptySheet(editor)))) return false
  readAndPlace(editor, pasted, range)
  return true
}

/* The server's answer; where it has none the words come in as plain text, and `trouble` says so. */
const asRead = (pasted, is_empty) =>
  ask("pasted/", { ...pasted, is_empty }).catch((error) => ({
    left_out: [],
    trouble: `${error.message} ${gettext("It was pasted as plain text.")}`,
  }))

/* What comes in: what was read of the HTML, which may be nothing, else the text. */
function sliceOf(schema, { html, text }, { body, trouble }) {
  if (body) return clean(schema, body)
  return html && !trouble ? Slice.empty : plain(schema, text)
}

/* What lists what an answer leaves out, if anything; fetched before words are placed, so that nothing changes in between. */
const listFor = async ({ left_out }) => (left_out.length ? import("./left-out.js") : null)

async function readAndPlace(editor, pasted, range) {
  const holds = [holdPlace(editor, range.from), holdPlace(editor, range.to)]
  const answer = await asRead(pasted, isEmptySheet(editor))
  const whole = answer.fields && (await import("./pasted-story.js"))
  const list = await listFor(answer)
  const [from, to] = holds.map((leave) => leave()).sort((one, other) => one - other)
  if (whole && isEmptySheet(editor)) return whole.placeWhole(editor, answer)
  const { schema, selection } = editor.state
  const isAtCaret = selection.from === from && selection.to === to // the writer may be elsewhere by now
  const slice = sliceOf(schema, pasted, answer)
  place(editor, slice, { from, to, isAtCaret, leftOut: answer.left_out, list })
  if (answer.trouble) announce(answer.trouble)
}

/* Puts a piece in place of a range, as one step that undo takes back, and lists what was left out of it. */
function place(editor, piece, { from: start, to: end, isAtCaret = false, leftOut, list }) {
  const { doc: before, tr } = editor.state
  const { from, to, slice } = fitted(before, piece, start, end)
  const replaced = before.slice(from, to)
  tr.replaceRange(from, to, slice)
  const [first, last] = changedBy(tr, from)
  if (isAtCaret) tr.setSelection(pm.state.Selection.near(tr.doc.resolve(last), -1))
  editor.view.dispatch(closeHistory(tr.scrollIntoView()))
  editor.view.dispatch(closeHistory(editor.state.tr))
  list?.listLeftOut(editor, leftOut, { before, replaced, from: first, to: last })
}

/* Where what a transaction has put into the document begins and ends; `at` where it has changed nothing. */
function changedBy({ mapping }, at) {
  const ends = mapping.maps.length ? [] : [at]
  mapping.maps.forEach((map, step) => {
    const later = mapping.slice(step + 1)
    map.forEach((_from, _to, start, end) => ends.push(later.map(start, -1), later.map(end, 1)))
  })
  return [Math.min(...ends), Math.max(...ends)]
}

/* The piece as it belongs at a place, and the range that it takes: only paragraphs run on in the paragraph that is there,
   with a space between two sentences; items of a list go behind the item that is there. */
function fitted(doc, { content, openStart, openEnd }, from, to) {
  if (!content.childCount) return { from, to, slice: Slice.empty }
  const { firstChild: first, lastChild: last, childCount } = content
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)]
  const isInItem = $from.depth > 2 && $from.node(-1).type.name === "listItem"
  if (childCount === 1 && isInItem && from === to && first.firstChild?.type.name === "listItem") {
    if (!$from.parent.content.size) return { from, to, slice: new Slice(content, openStart, openEnd) }
    return { from: $from.after(-1), to: $from.after(-1), slice: new Slice(first.content, 0, 0) }
  }
  const runsOn = (node) => node.type.name === "paragraph" || (node.isTextblock && childCount === 1)
  const depths = [runsOn(first) ? Math.min(1, openStart) : 0, runsOn(last) ? Math.min(1, openEnd) : 0]
  if (childCount === 1) return { from, to, slice: new Slice(content, ...depths) }
  const before = $from.parent.textBetween(0, $from.parentOffset, " ", " ")
  const behind = $to.parent.textBetween($to.parentOffset, $to.parent.content.size, " ", " ")
  const space = Fragment.from(doc.type.schema.text(" "))
  let spaced = content
  if (depths[0] && /[^\s([{“„«‘‚-]$/u.test(before))
    spaced = spaced.replaceChild(0, first.copy(space.append(first.content)))
  if (depths[1] && /^[\p{L}\p{N}“„«‘‚(]/u.test(behind))
    spaced = spaced.replaceChild(childCount - 1, last.copy(last.content.append(space)))
  return { from, to, slice: new Slice(spaced, ...depths) }
}

/* Takes a paste into the headline or the dek over, where other programs have made it or it has several lines: on an empty
   sheet it may be a whole story. Of a story the first line goes into the field and the others open the text; fewer lines
   become one. */
export function pasteIntoHead(field, transfer) {
  const { editor } = document.querySelector(".ProseMirror") || {}
  const pasted = foreign(transfer)
  if (!editor || !(pasted.html || pasted.text.trim().includes("\n"))) return false
  readIntoHead(editor, field, pasted)
  return true
}

async function readIntoHead(editor, field, pasted) {
  const answer = await asRead(pasted, isEmptySheet(editor))
  if (answer.fields && isEmptySheet(editor)) {
    const { placeWhole } = await import("./pasted-story.js")
    return placeWhole(editor, answer)
  }
  const list = await listFor(answer)
  const { schema } = editor.state
  const { content } = sliceOf(schema, pasted, answer)
  field.focus()
  const first = content.firstChild
  insert(field, answer.is_story ? first.textContent.trim() : content.textBetween(0, content.size, " ", " ").trim())
  if (answer.is_story) {
    place(editor, new Slice(content.cut(first.nodeSize), 0, 0), { from: 0, to: 0, leftOut: answer.left_out, list })
    announce(gettext("A whole story was pasted: its first line stands here, the rest opens the text."))
  } else list?.listUnder(field, answer.left_out)
  if (answer.trouble) announce(answer.trouble)
}

/* Writes words into a field in place of what is selected there, as typing would, so that its own undo knows of it. */
function insert(field, words) {
  if (!document.execCommand("insertText", false, words)) field.setRangeText(words)
  storyForm().dispatchEvent(new Event("input"))
}
