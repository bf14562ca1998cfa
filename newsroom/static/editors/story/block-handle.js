/* The handle beside a block of the text: drawn by mouse or finger it takes the block to another place, clicked it offers a
   step up and a step down. With a mouse it stands beside the block under it, on a touch screen beside the one
   with the caret. */

import { pm } from "django-prose-editor/editor"
import { gapAt } from "./decisions.js"
import { announce, element } from "./page.js"

const EDGE = 120 // pixels from the ends of the window where drawing scrolls, by so many a frame
const STEP = 12
const FEW = 4 // pixels that a click may move

export function addHandle(editor) {
  if (editor.isEditable) new Handle(editor)
}

const isTouch = () => matchMedia("(pointer: coarse)").matches

class Handle {
  constructor(editor) {
    Object.assign(this, { editor, under: null, drawn: null, home: editor.view.dom.parentElement })
    const step = (label, by) => {
      const button = element("button", { type: "button", tabindex: "-1" }, label)
      button.addEventListener("click", () => this.step(by))
      return button
    }
    this.steps = element("div", { class: "block-steps", hidden: "" })
    this.steps.append(step(gettext("Move up"), -1), step(gettext("Move down"), 1))
    this.grip = element("button", {
      type: "button",
      tabindex: "-1",
      class: "block-grip",
      "aria-label": gettext("Move this block"),
      title: gettext("Draw it to another place, or click; Alt+↑ and Alt+↓ do it too"),
    })
    this.box = element("div", { class: "block-handle", contenteditable: "false", hidden: "" }, this.grip, this.steps)
    this.gap = element("div", { class: "block-gap", hidden: "" })
    this.home.append(this.box, this.gap)
    this.listen()
  }

  listen() {
    const { editor, grip, home } = this
    editor.view.dom.addEventListener("pointermove", ({ target, pointerType }) => {
      const block = target.closest?.(".ProseMirror > :not(.ProseMirror-widget)")
      if (block && pointerType === "mouse" && !this.drawn) this.point(block)
    })
    home.addEventListener("pointerleave", () => this.drawn || this.point(null))
    editor.on("transaction", () => {
      if (!this.isDue) requestAnimationFrame(() => this.place())
      this.isDue = true
    })
    grip.addEventListener("pointerdown", (event) => this.grasp(event))
    grip.addEventListener("pointermove", (event) => this.draw(event))
    grip.addEventListener("pointerup", () => this.drop())
    grip.addEventListener("pointercancel", () => this.letGo())
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !(this.drawn || !this.steps.hidden)) return
      event.preventDefault()
      this.letGo()
    })
  }

  /* The blocks of the text in order: {at: position, node, dom}. */
  blocks() {
    const found = []
    this.editor.state.doc.forEach((node, at) => found.push({ at, node, dom: this.editor.view.nodeDOM(at) }))
    return found
  }

  point(dom) {
    if (dom === this.under || !this.steps.hidden) return
    this.under = dom
    this.place()
  }

  /* The block that the handle is for, as its element; null where it is for none. */
  beside() {
    if (this.under?.isConnected) return this.under
    const { view, state } = this.editor
    const { $from } = state.selection
    return isTouch() && view.hasFocus() ? view.nodeDOM($from.depth ? $from.before(1) : $from.pos) : null
  }

  place() {
    this.isDue = false
    const dom = this.editor.state.doc.childCount > 1 ? this.beside() : null
    this.box.hidden = !dom
    if (dom) this.box.style.top = `${this.editor.view.dom.offsetTop + dom.offsetTop}px`
  }

  // Drawing

  grasp(event) {
    if (event.button) return
    event.preventDefault() // the caret stays where it is
    this.grip.setPointerCapture(event.pointerId)
    const from = this.blocks().findIndex(({ dom }) => dom === this.beside())
    if (from >= 0) this.drawn = { doc: this.editor.state.doc, from, start: event.clientY, y: event.clientY, gap: null }
  }

  draw({ clientY }) {
    const { drawn } = this
    if (!drawn) return
    drawn.y = clientY
    if (drawn.gap === null && Math.abs(clientY - drawn.start) < FEW) return
    if (drawn.gap === null) requestAnimationFrame(() => this.scroll())
    this.showGap()
  }

  showGap() {
    const blocks = this.blocks()
    const boxes = blocks.map(({ dom }) => dom.getBoundingClientRect())
    const middles = boxes.map(({ top, bottom }) => (top + bottom) / 2)
    this.drawn.gap = gapAt(middles, this.drawn.y)
    const edge = this.drawn.gap < boxes.length ? boxes[this.drawn.gap].top : boxes.at(-1).bottom
    this.gap.hidden = false
    this.gap.style.top = `${edge - this.home.getBoundingClientRect().top}px`
    this.steps.hidden = true
  }

  scroll() {
    if (!this.drawn) return
    const { y } = this.drawn
    const by = y < EDGE ? -STEP : y > innerHeight - EDGE ? STEP : 0
    if (by) scrollBy({ top: by, behavior: "instant" })
    if (by) this.showGap()
    requestAnimationFrame(() => this.scroll())
  }

  drop() {
    if (!this.drawn) return
    const { doc, from, gap } = this.drawn
    if (gap === null) return this.offerSteps()
    this.letGo()
    const isThere = gap === from || gap === from + 1
    if (!isThere && doc === this.editor.state.doc) moveTo(this.editor, from, gap)
  }

  letGo() {
    this.drawn = null
    this.gap.hidden = this.steps.hidden = true
    this.place()
  }

  // Clicked

  /* Puts the caret into the block, and shows the two steps. */
  offerSteps() {
    const { at } = this.blocks()[this.drawn.from]
    const { doc, tr } = this.editor.state
    this.drawn = null
    this.editor.view.dispatch(tr.setSelection(pm.state.Selection.near(doc.resolve(at + 1))))
    this.steps.hidden = !this.steps.hidden
  }

  step(by) {
    const blocks = this.blocks()
    const from = blocks.findIndex(({ dom }) => dom === this.beside())
    if (!blocks[from + by]) return
    moveTo(this.editor, from, by < 0 ? from - 1 : from + 2)
    this.under = this.blocks()[from + by].dom
    this.place()
  }
}

/* Takes a block from its place among the others into the gap before the one at `gap`, as one step that undo takes back. */
function moveTo(editor, from, gap) {
  const { doc, tr } = editor.state
  const startOf = (index) => {
    let at = 0
    for (let place = 0; place < index; place += 1) at += doc.child(place).nodeSize
    return at
  }
  const [node, start, target] = [doc.child(from), startOf(from), startOf(gap)]
  tr.delete(start, start + node.nodeSize).insert(tr.mapping.map(target), node)
  const place = gap > from ? gap - 1 : gap
  const at = target > start ? target - node.nodeSize : target
  tr.setSelection(pm.state.Selection.near(tr.doc.resolve(at + 1)))
  editor.view.dispatch(pm.history.closeHistory(tr))
  editor.view.focus() // so that the undo keys are its own
  announce(interpolate(gettext("Moved: %s of %s"), [place + 1, doc.childCount]))
}
