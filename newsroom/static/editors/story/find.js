/* Find and replace, in what readers read of a story: headline, dek, text and captions. Loaded when somebody presses Ctrl+F or
   Ctrl+H; pressed in its own box, Ctrl+F is the browser's. Addresses, credits and alt texts are not searched. */

import { Plugin, pm } from "django-prose-editor/editor"
import { matchesIn, matchFrom, patternOf, replacedIn } from "./find-decisions.js"
import { announce, bringStyle, element, refusesWords, storyForm } from "./page.js"

const { Fragment } = pm.model
const { Decoration, DecorationSet } = pm.view
const key = new pm.state.PluginKey("find")
const FIELDS = ["headline", "dek"]

let box

/** Open the box, with the words that are selected; `replacing` says whether it also asks for the words to put. */
export async function find(editor, { replacing = false } = {}) {
  await bringStyle(document.querySelector("[data-find-style]").dataset.findStyle)
  box ??= new FindBox(editor)
  box.open(replacing)
}

const fieldNamed = (name) => {
  const field = storyForm().elements.namedItem(name)
  return field?.tagName === "TEXTAREA" && !field.readOnly && !field.disabled ? field : null
}

/* All matches as readers meet them: {field, from, to} in a field, {start, from, to} in the block of the text that begins at
   `start`. */
function matchesOf(doc, pattern) {
  const found = FIELDS.flatMap((field) =>
    matchesIn(fieldNamed(field)?.value || "", pattern).map(([from, to]) => ({ field, from, to })),
  )
  if (!pattern) return found
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    for (const [from, to] of matchesIn(node.textBetween(0, node.content.size, "\n", "\ufffc"), pattern))
      found.push({ start: at + 1, from: at + 1 + from, to: at + 1 + to })
    return false
  })
  return found
}

/* The matches of the text in order as [{start, places: [[from, to], …] counted from there}], an entry a block. */
function byBlock(matches) {
  const blocks = []
  for (const { start, from, to } of matches) {
    if (blocks.at(-1)?.start !== start) blocks.push({ start, places: [] })
    blocks.at(-1).places.push([from - start, to - start])
  }
  return blocks
}

/* What a block holds from the first of these places to the last, with words in place of each; they stand under the marks of
   what they replace. */
function replacedContent(block, places, put) {
  let made = Fragment.empty
  let [[done]] = places
  for (const [from, to] of places) {
    made = made.append(block.content.cut(done, from))
    if (put) made = made.append(Fragment.from(block.type.schema.text(put, block.nodeAt(from).marks)))
    done = to
  }
  return made
}

/* The words under the marks, so that the caret stays what the person made it. */
const marking = () =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, marks) => tr.getMeta(key) ?? marks.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  })

class FindBox {
  constructor(editor) {
    Object.assign(this, { editor, matches: [], at: -1, undone: null })
    editor.registerPlugin(marking())
    this.build()
    editor.on("update", () => this.isOpen && !this.isReplacing && this.lookSoon())
    storyForm().addEventListener(
      "input",
      ({ target }) => FIELDS.includes(target.name) && this.isOpen && !this.isReplacing && this.lookSoon(),
    )
    document.addEventListener("keydown", (event) => this.undoByKey(event), { capture: true })
    document.addEventListener("keydown", (event) => this.leave(event), { capture: true }) // also from the text
  }

  get isOpen() {
    return !this.box.hidden
  }

  build() {
    const plain = { type: "text", autocomplete: "off", spellcheck: "false" }
    const field = (label) => element("label", {}, element("span", {}, label), element("input", plain))
    const tick = (label) => element("label", { class: "find-choice" }, element("input", { type: "checkbox" }), label)
    const inputIn = (label) => label.querySelector("input")
    const button = (label, act) => {
      const made = element("button", { type: "button" }, label)
      made.addEventListener("click", act)
      return made
    }
    const [sought, put] = [field(gettext("Find")), field(gettext("Replace with"))]
    const [matchCase, wholeWords] = [tick(gettext("Match case")), tick(gettext("Whole words"))]
    Object.assign(this, { sought: inputIn(sought), put: inputIn(put) })
    Object.assign(this, { matchCase: inputIn(matchCase), wholeWords: inputIn(wholeWords) })
    this.said = element("output", { class: "find-said" })
    this.undoButton = button(gettext("Undo"), () => this.undo())
    this.undoButton.hidden = true
    this.replaceRow = element(
      "div",
      { class: "find-row" },
      put,
      button(gettext("Replace"), () => this.replace()),
      button(gettext("Replace all"), () => this.replaceAll()),
      this.undoButton,
    )
    this.box = element(
      "div",
      { class: "find", role: "search", "aria-label": gettext("Find in this story"), hidden: "" },
      element(
        "div",
        { class: "find-row" },
        sought,
        button(gettext("Previous"), () => this.go(-1)),
        button(gettext("Next"), () => this.go(1)),
        button(gettext("Close"), () => this.close()),
      ),
      this.replaceRow,
      element("div", { class: "find-row" }, matchCase, wholeWords, this.said),
    )
    for (const input of [this.sought, this.matchCase, this.wholeWords])
      input.addEventListener("input", () => this.look({ from: this.here() }))
    this.box.addEventListener("keydown", (event) => this.pressed(event))
    document.querySelector("#content").append(this.box)
  }

  pressed(event) {
    if (event.key === "Enter" && event.target === this.sought) this.go(event.shiftKey ? -1 : 1)
    else if (event.key === "Enter" && event.target === this.put) this.replace()
    else return
    event.preventDefault()
  }

  leave(event) {
    const isElsewhere = document.querySelector("dialog[open], [popover]:popover-open")
    if (event.key !== "Escape" || !this.isOpen || isElsewhere || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    this.close()
  }

  open(replacing) {
    const { from, to, $from, $to } = this.editor.state.selection
    const active = document.activeElement
    const here = FIELDS.includes(active?.name)
      ? active.value.slice(active.selectionStart, active.selectionEnd)
      : $from.sameParent($to)
        ? this.editor.state.doc.textBetween(from, to, "\n")
        : ""
    this.start = this.here()
    this.box.hidden = false
    this.replaceRow.hidden = !replacing || refusesWords()
    if (here) this.sought.value = here
    this.sought.focus()
    this.sought.select()
    this.look({ from: this.start })
  }

  close() {
    const match = this.matches[this.at]
    this.box.hidden = true
    this.draw([])
    if (match?.field) {
      const field = fieldNamed(match.field)
      field.focus()
      field.setSelectionRange(match.from, match.to)
    } else if (match) this.editor.chain().setTextSelection(match).focus().run()
    else this.editor.commands.focus()
  }

  /* Where the person is: a place in a field or in the text. */
  here() {
    const { activeElement } = document
    if (FIELDS.includes(activeElement?.name)) return { field: activeElement.name, at: activeElement.selectionStart }
    const match = this.isOpen && this.matches[this.at]
    return match ? { field: match.field, at: match.from } : { at: this.editor.state.selection.from }
  }

  lookSoon() {
    if (!this.isDue) requestAnimationFrame(() => this.look({ from: this.here(), quietly: true }))
    this.isDue = true
  }

  /* Finds anew, and goes to the first match at or behind a place; quietly where the page shall not move. */
  look({ from, quietly = false }) {
    this.isDue = false
    const { checked: matchCase } = this.matchCase
    const { checked: wholeWords } = this.wholeWords
    this.matches = matchesOf(this.editor.state.doc, patternOf(this.sought.value, { matchCase, wholeWords }))
    const rank = ({ field }) => (field ? FIELDS.indexOf(field) : FIELDS.length)
    this.at = matchFrom(this.matches, (match) => rank(match) - rank(from) || match.from - from.at)
    this.show(quietly)
  }

  go(step) {
    if (!this.matches.length) return this.show()
    this.at = (this.at + step + this.matches.length) % this.matches.length
    return this.show()
  }

  show(quietly = false) {
    const match = this.matches[this.at]
    this.draw(this.matches)
    for (const name of FIELDS) fieldNamed(name)?.classList.toggle("is-found", match?.field === name)
    const count = { at: this.at + 1, all: this.matches.length }
    if (match) this.said.textContent = interpolate(gettext("%(at)s of %(all)s"), count, true)
    else this.said.textContent = this.sought.value ? gettext("Not in this story") : ""
    if (match && !quietly) this.bringIntoView(match)
  }

  bringIntoView({ field, from }) {
    const { node } = field ? { node: fieldNamed(field) } : this.editor.view.domAtPos(from)
    const shown = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
    shown.scrollIntoView({ block: "center" })
  }

  draw(matches) {
    const { doc, tr } = this.editor.state
    const marks = matches.flatMap(({ field, from, to }, index) =>
      field ? [] : [Decoration.inline(from, to, { class: index === this.at ? "found is-here" : "found" })],
    )
    this.editor.view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks)).setMeta("addToHistory", false))
  }

  replace() {
    const match = this.matches[this.at]
    if (!match) return this.show()
    const from = { field: match.field, at: match.from + this.put.value.length }
    this.change([match])
    return this.look({ from })
  }

  replaceAll() {
    const { length } = this.matches
    if (!length) return this.show()
    this.change(this.matches)
    this.look({ from: this.here() })
    const said = ngettext("%(count)s place replaced.", "%(count)s places replaced.", length)
    this.said.textContent = interpolate(said, { count: length }, true)
    announce(this.said.textContent)
    return this.said
  }

  /* Puts the words in place of these matches, as one step that one undo takes back, in the fields and in the text. */
  change(matches) {
    const put = this.put.value
    const before = Object.fromEntries(FIELDS.map((name) => [name, fieldNamed(name)?.value]))
    const inText = matches.filter(({ field }) => !field)
    this.isReplacing = true
    if (inText.length) this.changeText(inText, put)
    for (const name of FIELDS) {
      const some = matches.filter(({ field }) => field === name).map(({ from, to }) => [from, to])
      if (some.length) this.write(name, replacedIn(before[name], some, put))
    }
    this.isReplacing = false
    const after = Object.fromEntries(FIELDS.map((name) => [name, fieldNamed(name)?.value]))
    this.undone = { before, after, doc: this.editor.state.doc, inText: inText.length > 0 }
    this.undoButton.hidden = false
  }

  /* One step for each block, the last one first, so that the places before it stay; the marks go, and are not moved along. */
  changeText(matches, put) {
    const { doc, tr } = this.editor.state
    for (const { start, places } of byBlock(matches).reverse()) {
      const [first, end] = [places[0][0], places.at(-1)[1]]
      tr.replaceWith(start + first, start + end, replacedContent(doc.resolve(start).parent, places, put))
    }
    const { closeHistory } = pm.history
    this.editor.view.dispatch(closeHistory(tr.setMeta(key, DecorationSet.empty)))
    this.editor.view.dispatch(closeHistory(this.editor.state.tr)) // what is typed next is a step of its own
  }

  write(name, value) {
    const field = fieldNamed(name)
    field.value = value
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }

  /* The undo keys take back what was replaced last, wherever the person is, while nothing else has changed. */
  undoByKey(event) {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z"
    const isOurs = isUndo && this.isUndoable() && !(event.target === this.sought || event.target === this.put)
    if (!isOurs) return
    event.preventDefault()
    event.stopPropagation()
    this.undo()
  }

  isUndoable() {
    const { undone } = this
    const isSame = undone && FIELDS.every((name) => fieldNamed(name)?.value === undone.after[name])
    return isSame && this.editor.state.doc.eq(undone.doc)
  }

  undo() {
    const { undone } = this
    this.undoButton.hidden = true
    if (!this.isUndoable()) return announce(gettext("The story has changed since; undo it step by step."))
    this.undone = null
    if (undone.inText) this.editor.commands.undo()
    for (const name of FIELDS) if (undone.before[name] !== undone.after[name]) this.write(name, undone.before[name])
    if (this.isOpen) this.look({ from: this.here() })
    return announce(gettext("Nothing is replaced any more."))
  }
}
