/* What a paste did not bring, listed in the text where it was pasted, with a way to take the paste back. It stays until
   somebody closes it, and goes when the paste is undone. */

import { Plugin, pm } from "django-prose-editor/editor"
import { announce, element } from "./page.js"

const { Decoration, DecorationSet } = pm.view
const key = new pm.state.PluginKey("left out")

/* Keeps the lists where their pastes are, each with {before, from, to}: the document before, and what was pasted. */
const lists = () =>
  new Plugin({
    key,
    state: {
      init: () => ({ lists: DecorationSet.empty, pastes: new Map() }),
      apply(tr, { lists, pastes }) {
        const { add, remove } = tr.getMeta(key) || {}
        const isUndone = ({ before }) => pm.history.isHistoryTransaction(tr) && tr.doc.eq(before)
        const gone = [...pastes].filter(([spec, paste]) => spec === remove || isUndone(paste)).map(([spec]) => spec)
        let shown = lists.map(tr.mapping, tr.doc)
        shown = shown.remove(shown.find(null, null, (spec) => gone.includes(spec)))
        const kept = new Map()
        for (const [spec, paste] of pastes) {
          const [from, to] = [tr.mapping.map(paste.from, 1), tr.mapping.map(paste.to, -1)]
          if (!gone.includes(spec)) kept.set(spec, { ...paste, from, to: Math.max(from, to) })
        }
        if (add) kept.set(add.widget.spec, add.paste)
        return { lists: add ? shown.add(tr.doc, [add.widget]) : shown, pastes: kept }
      },
    },
    props: { decorations: (state) => key.getState(state).lists },
  })

const heading = () => gettext("Left out of what was pasted")

// Everybody else sees the list itself.
const forScreenReaders = (leftOut) => {
  const sentences = leftOut.map(({ sentence }) => sentence).join("; ")
  return element("span", { class: "visually-hidden" }, `${heading()}: ${sentences}.`)
}

/* The list as an element. `leftOut` has kind, number and sentence of each kind; `buttons` are {words: what pressing does}. */
export function listOf(leftOut, buttons = {}) {
  const lines = leftOut.map(({ kind, sentence }) => element("li", { "data-kind": kind }, sentence))
  const list = element("div", { class: "left-out", "data-left-out": "", role: "group", "aria-label": heading() })
  list.append(element("p", { class: "left-out-heading" }, heading()), element("ul", {}, ...lines))
  const bar = Object.entries(buttons).map(([words, act]) => {
    const button = element("button", { type: "button" }, words)
    button.addEventListener("click", act)
    return button
  })
  if (bar.length) list.append(element("p", {}, ...bar))
  return list
}

/* Lists what was left out of the paste that lies from `from` to `to`, which `before` is the document without. What it
   took the place of is `replaced`, a slice. */
export function listLeftOut(editor, leftOut, { before, replaced, from, to }) {
  if (!key.get(editor.state)) editor.registerPlugin(lists())
  const { state } = editor
  const after = state.doc
  const $end = state.doc.resolve(to)
  const spec = { side: -1, key: `left out ${Math.random()}`, ignoreSelection: true, stopEvent: () => true }
  const close = () => {
    editor.view.dispatch(editor.state.tr.setMeta(key, { remove: spec }))
    editor.commands.focus()
  }
  const takeBack = () => {
    const paste = key.getState(editor.state).pastes.get(spec)
    if (editor.state.doc.eq(after)) editor.chain().focus().undo().run()
    else {
      const { tr } = editor.state
      editor.view.dispatch(
        pm.history.closeHistory(tr.replace(paste.from, paste.to, replaced)).setMeta(key, { remove: spec }),
      )
      editor.commands.focus()
    }
    announce(gettext("The paste is taken back."))
  }
  const buttons = before.eq(after) ? {} : { [gettext("Take the paste back")]: takeBack } // nothing may have come in
  const dom = listOf(leftOut, { ...buttons, [gettext("Close")]: close })
  dom.setAttribute("contenteditable", "false")
  const widget = Decoration.widget($end.depth ? $end.after(1) : to, dom, spec)
  editor.view.dispatch(state.tr.setMeta(key, { add: { widget, paste: { before, from, to } } }))
  announce(forScreenReaders(leftOut))
}

/* Lists what was left out of a paste into a field, below it, until somebody closes the list. */
export function listUnder(field, leftOut) {
  const list = listOf(leftOut, {
    [gettext("Take the paste back")]: () => {
      field.focus()
      document.execCommand("undo")
      list.remove()
    },
    [gettext("Close")]: () => list.remove() || field.focus(),
  })
  field.parentElement.append(list)
  announce(forScreenReaders(leftOut))
}
