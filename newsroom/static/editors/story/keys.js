/* Keys that writers' hands know, wherever on the screen the caret is: save, the next verb, find and replace, out of whatever
   is open; and moving blocks of the text. Where Tab begins: at the headline, before all that stands around the sheet. */

import { pm } from "django-prose-editor/editor"
import { asked } from "./decisions.js"
import { announce } from "./page.js"

/* Presses the verb that comes next for this person: the one that is filled with colour. */
function pressNext() {
  const open = document.querySelector("dialog[open]")
  ;(open || document.querySelector(".verbs"))?.querySelector("button[data-verb].filled")?.click()
}

const find = async (options) => (await import("./find.js")).find(document.querySelector(".ProseMirror").editor, options)

const ACTS = {
  save: () => document.querySelector("dialog[open]") || document.dispatchEvent(new Event("sheet:save")),
  find: () => find(),
  replace: () => find({ replacing: true }),
}

/* Begins to listen. `leaveFocus()` leaves the focus mode. */
export function startKeys({ leaveFocus }) {
  if (!document.querySelector("button[data-verb=save]")) return
  document.addEventListener("keydown", takeNext, true) // before fields in which Enter alone leads on
  document.addEventListener("keydown", (event) => {
    const what = event.isComposing || event.defaultPrevented ? "" : asked(event)
    if (what === "escape") return document.querySelector("dialog[open], [popover]:popover-open") || leaveFocus()
    if (!ACTS[what] || (what === "find" && event.target.closest(".find"))) return // there it is the browser's
    event.preventDefault()
    if (!event.repeat) ACTS[what]()
  })
  beginTabAtSheet()
}

function takeNext(event) {
  if (event.isComposing || asked(event) !== "next") return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) pressNext()
}

/* Lets the first Tab lead to the headline; the head of the page is there before it, by Shift+Tab. */
function beginTabAtSheet() {
  if (document.activeElement !== document.body) return
  const sheet = document.querySelector(".story-layout-sheet")
  sheet.tabIndex = -1
  sheet.focus({ preventScroll: true })
  sheet.blur()
  sheet.removeAttribute("tabindex")
}

/* Moves what is selected by one place, up (-1) or down (1): items within their list, whole blocks elsewhere. */
export function moveBlock(editor, by) {
  const { $from, $to } = editor.state.selection
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth -= 1) {
    const parent = $from.node(depth)
    if (depth > 0 && !/List$/.test(parent.type.name)) continue
    const [first, end] = [$from.index(depth), $to.indexAfter(depth)]
    const other = parent.maybeChild(by < 0 ? first - 1 : end)
    if (!other) continue // the end of its list: then the list moves
    const [start, stop] = [$from.posAtIndex(first, depth), $from.posAtIndex(end, depth)]
    const { tr } = editor.state
    if (by < 0) tr.delete(start - other.nodeSize, start).insert(stop - other.nodeSize, other)
    else tr.delete(stop, stop + other.nodeSize).insert(start, other)
    editor.view.dispatch(pm.history.closeHistory(tr.scrollIntoView()))
    announce(interpolate(gettext("Moved: %s of %s"), [first + by + 1, parent.childCount]))
    return
  }
}
