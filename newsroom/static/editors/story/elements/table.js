/* Tables on the sheet: rows of cells with one line each, a caption, headings on top and at the side. Tab goes from cell to cell,
   Enter down; under the table stand the commands that change its shape. */

import { pm, Table, TableCell, TableHeader, TableRow } from "django-prose-editor/editor"
import { announce, element, isForPictures } from "../page.js"
import { apart, around } from "../story-blocks.js"
import { placeBlock } from "./place.js"

const { Fragment, Slice } = pm.model

/* prosemirror-tables asks for spans; a cell of ours never has any, whatever a document says. */
const cell = (tag) => ({
  content: "inline*",
  addAttributes: () => ({
    colspan: { default: 1, rendered: false, parseHTML: () => 1 },
    rowspan: { default: 1, rendered: false, parseHTML: () => 1 },
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  }),
  parseHTML: () => [{ tag }],
  renderHTML: () => [tag, 0],
})

export const StoryTable = Table.extend({
  addExtensions: () => [TableRow, TableCell.extend(cell("td")), TableHeader.extend(cell("th"))],
  addAttributes: () => ({
    caption: {
      default: null,
      rendered: false,
      parseHTML: (table) => table.querySelector("caption")?.textContent.trim() || null,
    },
  }),
  parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
  renderHTML: ({ node }) => {
    const { caption } = node.attrs
    return caption ? ["table", ["caption", caption], ["tbody", 0]] : ["table", ["tbody", 0]]
  },
  addNodeView: () => tableView,
  addKeyboardShortcuts() {
    const { editor } = this
    return {
      ...this.parent(),
      "Mod-Alt-t": () => insertTable(editor),
      Enter: () => goDown(editor),
    }
  },
})

const inTable = (editor) => around(editor.state, "table")

/* Puts an empty table behind the block with the caret, which goes into its first cell. */
export function insertTable(editor) {
  if (inTable(editor)) return editShape(editor)
  const { table, tableRow, tableHeader, tableCell } = editor.schema.nodes
  const row = (type) => tableRow.create(null, [type.create(), type.create(), type.create()])
  placeBlock(editor, table.create(null, [row(tableHeader), row(tableCell), row(tableCell)]), 3)
  announce(gettext("A table is in the text: Tab goes to the next cell, Alt+Enter to its caption and commands."))
  return true
}

/* To the cell below; from the last row out of the table. */
function goDown(editor) {
  const here = inTable(editor)
  if (!here) return false
  const { $from } = editor.state.selection
  const within = pm.tables.cellAround($from)
  const map = pm.tables.TableMap.get(here.node)
  const below = within && map.nextCell(within.pos - here.at - 1, "vert", 1)
  if (below) return editor.commands.setTextSelection(here.at + 2 + below)
  const behind = here.at + here.node.nodeSize
  const next = editor.state.doc.nodeAt(behind)
  const line = editor.chain()
  if (next?.type.name !== "paragraph" || next.content.size) line.insertContentAt(behind, { type: "paragraph" })
  return line.setTextSelection(behind + 1).run()
}

/* From a cell to the fields and commands of its table. */
export function editShape(editor) {
  const here = inTable(editor)
  if (!here) return false
  editor.view.nodeDOM(here.at).querySelector("input").focus()
  return true
}

const COLUMNS_AT_LEAST = 2

/* The commands in the order of the bar: [words, what is done]. */
const SHAPES = () => [
  [gettext("Row above"), (line) => line.addRowBefore()],
  [gettext("Row below"), (line) => line.addRowAfter()],
  [gettext("Column before"), (line) => line.addColumnBefore()],
  [gettext("Column behind"), (line) => line.addColumnAfter()],
  [gettext("Without this row"), (line, map) => map.height > 1 && line.deleteRow()],
  [gettext("Without this column"), (line, map) => map.width > COLUMNS_AT_LEAST && line.deleteColumn()],
  [gettext("Headings on top"), (line) => line.toggleHeaderRow()],
  [gettext("Headings at the side"), (line) => line.toggleHeaderColumn()],
  [gettext("Remove the table"), (line) => line.deleteTable()],
]

function tableView({ node, editor, getPos }) {
  const contentDOM = element("tbody")
  const caption = element("input", { type: "text", "aria-label": gettext("Caption"), tabindex: "-1" })
  caption.placeholder = gettext("Caption of the table")
  caption.disabled = isForPictures()
  const buttons = (isForPictures() ? [] : SHAPES()).map(([words, act]) => {
    const button = element("button", { type: "button", tabindex: "-1" }, words)
    button.addEventListener("click", () => reshape(editor, getPos(), act))
    return button
  })
  const bar = element("div", { class: "story-table-bar", role: "toolbar", "aria-label": gettext("Table") }, ...buttons)
  const controls = element("div", { class: "story-table-controls", contenteditable: "false" }, caption, bar)
  const table = element("div", { class: "story-table-rows" }, element("table", {}, contentDOM))
  const dom = element("div", { class: "story-table" }, controls, table)
  caption.addEventListener("change", () => {
    const words = caption.value.replace(/\s+/g, " ").trim()
    editor.view.dispatch(editor.state.tr.setNodeAttribute(getPos(), "caption", words || null))
  })
  controls.addEventListener("keydown", (event) => walk(event, [caption, ...buttons], editor))
  const update = (changed) => {
    if (changed.type !== node.type) return false
    if (document.activeElement !== caption) caption.value = changed.attrs.caption || ""
    return true
  }
  update(node)
  return { dom, contentDOM, update, ...apart(controls, contentDOM) }
}

/* Up and down, and Tab, through the fields and commands of a table; Escape and Enter in the caption lead back to its cells. */
function walk(event, stops, editor) {
  const at = stops.indexOf(document.activeElement)
  const isField = at === 0
  const steps = { ArrowDown: 1, ArrowUp: -1, Tab: event.shiftKey ? -1 : 1 }
  if (!isField) Object.assign(steps, { ArrowRight: 1, ArrowLeft: -1 })
  if (event.key === "Escape" || (isField && event.key === "Enter")) editor.commands.focus()
  else if (!(event.key in steps)) return
  else if (stops[at + steps[event.key]]) stops[at + steps[event.key]].focus()
  else editor.commands.focus()
  event.preventDefault()
}

/* Does something to a table, at the caret where that is in it, else at its last cell. */
function reshape(editor, at, act) {
  const table = editor.state.doc.nodeAt(at)
  const map = pm.tables.TableMap.get(table)
  const line = editor.chain()
  if (inTable(editor)?.at !== at) line.setTextSelection(at + map.map.at(-1) + 2)
  const done = act(line, map)
  if (!done) return announce(gettext("A table has two columns and one row at least."))
  done.run()
}

/* What is pasted into a cell: tabs part cells, and whatever else it is becomes the line of this cell. False elsewhere. */
export function pasteIntoCell(view, transfer, slice) {
  const { state } = view
  if (!around(state, "table") || slice.content.firstChild?.type.spec.tableRole) return false
  const text = transfer.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "")
  if (text.includes("\t")) return pm.tables.handlePaste(view, null, cells(state, text))
  const { hardBreak } = state.schema.nodes
  let line = Fragment.empty
  slice.content.descendants((node) => {
    if (!node.isTextblock) return true
    line = (line.size ? line.addToEnd(hardBreak.create()) : line).append(node.content)
    return false
  })
  if (!line.size) line = slice.content.firstChild?.isInline ? slice.content : line
  view.dispatch(state.tr.replaceSelection(new Slice(line, 0, 0)).scrollIntoView())
  return true
}

/* Lines of words parted by tabs, as a table to paste; the first row is of the kind of the cell with the caret. */
function cells({ schema, selection }, text) {
  const rows = text.split("\n").map((row) => row.split("\t"))
  const width = Math.max(...rows.map((row) => row.length))
  const filled = rows.map((row) => [...row, ...Array(width - row.length).fill("")])
  const { table, tableRow, tableCell } = schema.nodes
  const first = selection.$from.parent.type.spec.tableRole === "header_cell" ? selection.$from.parent.type : tableCell
  const made = (type, words) => type.create(null, words.trim() ? [schema.text(words.trim())] : [])
  const nodes = filled.map((row, at) =>
    tableRow.create(
      null,
      row.map((words) => made(at ? tableCell : first, words)),
    ),
  )
  return new Slice(Fragment.from(table.create(null, nodes)), 0, 0)
}
