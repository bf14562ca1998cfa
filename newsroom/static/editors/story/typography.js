/* Sets quotation marks, dashes, dots and spaces while somebody types, as saving does, in the text, the headline and the dek.
   Each setting is a step of its own: one undo, or the backspace key right after, has the signs as they were typed, and then
   they stay so while typing goes on. */

import { Extension, Plugin, pm } from "django-prose-editor/editor"
import { storyForm } from "./page.js"
import { keptAfter, touches } from "./typography-kept.js"
import { editsAt, rulesOf } from "./typography-rules.js"

const { PluginKey, TextSelection } = pm.state
const { closeHistory, isHistoryTransaction, undo } = pm.history
const key = new PluginKey("typography")

export const Typography = Extension.create({
  name: "typography",
  addOptions: () => ({ tables: null }),
  addProseMirrorPlugins() {
    return [settingInText(this.options.tables)]
  },
  onCreate() {
    for (const name of ["headline", "dek"]) {
      const field = storyForm()?.elements.namedItem(name)
      if (field) settingInField(field, this.options.tables)
    }
  },
})

const rules = (tables) => rulesOf(tables, storyForm()?.elements.namedItem("language")?.value || "en")
const isUndoKey = (event) =>
  event.key === "Backspace" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey

/* State: what was undone and stays as it is, and what was set last, while nothing else has changed. */
const settingInText = (tables) =>
  new Plugin({
    key,
    state: {
      init: () => ({ kept: [], last: null }),
      apply(tr, { kept, last }) {
        if (!tr.docChanged) return { kept, last: tr.selectionSet ? null : last }
        const moved = kept
          .map(([from, to]) => [tr.mapping.map(from, 1), tr.mapping.map(to, -1)])
          .filter(([from, to]) => from < to)
        const undone = last && isHistoryTransaction(tr) ? last : []
        const straight = undone.map(([from, to]) => [tr.mapping.map(from, -1), tr.mapping.map(to, 1)])
        return { kept: [...moved, ...straight], last: tr.getMeta(key) || null }
      },
    },
    props: {
      handleTextInput(view, _from, _to, text) {
        queueMicrotask(() => settle(view, text, tables)) // once the text is in, whoever puts it there
        return false
      },
      handleKeyDown(view, event) {
        return isUndoKey(event) && key.getState(view.state).last !== null && undo(view.state, view.dispatch)
      },
    },
  })

function settle(view, typed, tables) {
  const { doc, selection, tr } = view.state
  const { $from, empty } = selection
  if (!empty || view.composing || view.isDestroyed) return
  const text = $from.parent.textBetween(0, $from.parentOffset, "\n", "\n")
  const { kept } = key.getState(view.state)
  const start = $from.start()
  const edits = editsAt(text, rules(tables)).filter(([from, to]) => !touches(kept, start + from, start + to))
  if (!text.endsWith(typed) || !edits.length || doc.resolve(start).parent.type.spec.code) return
  const set = []
  for (const [from, to, put] of edits) {
    const [first, last] = [tr.mapping.map(start + from, -1), tr.mapping.map(start + to)]
    tr.insertText(put, first, last)
    set.push([first, first + put.length])
  }
  tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map($from.pos)))
  view.dispatch(closeHistory(tr.setMeta(key, set)))
  view.dispatch(closeHistory(view.state.tr)) // what is typed next is not undone with it
}

/* The same in a field of plain text, whose undo is the browser's own. */
function settingInField(field, tables) {
  let { value } = field
  let kept = []
  let last = null
  let isSetting = false
  field.addEventListener("input", (event) => {
    const before = value
    value = field.value
    kept = keptAfter(kept, before, value)
    if (isSetting) return
    if (event.inputType === "historyUndo" && last) {
      kept = [...kept, ...last]
      field.setSelectionRange(field.selectionEnd, field.selectionEnd) // the browser selects what it brought back
    }
    last = null
    if (event.inputType !== "insertText" || event.isComposing || !event.data) return
    const caret = field.selectionStart
    const text = value.slice(0, caret)
    const edits = editsAt(text, rules(tables)).filter(([from, to]) => !touches(kept, from, to))
    if (!edits.length) return
    isSetting = true
    replace(field, text, edits)
    isSetting = false
    last = edits.filter(([from, to]) => from < to).map(([from, to]) => [from, to])
  })
  field.addEventListener("keydown", (event) => {
    if (!last || !isUndoKey(event)) return
    event.preventDefault()
    document.execCommand("undo")
  })
  for (const moved of ["blur", "pointerdown"]) field.addEventListener(moved, () => (last = null))
}

/* Puts edits of the text before the caret into a field as one step of its undo history. */
function replace(field, text, edits) {
  const first = edits[0][0]
  let [words, done] = ["", first]
  for (const [from, to, put] of edits) {
    words += text.slice(done, from) + put
    done = to
  }
  field.setSelectionRange(first, text.length)
  document.execCommand("insertText", false, words + text.slice(done))
}
