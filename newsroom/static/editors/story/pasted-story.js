/* A whole story pasted onto an empty sheet: its parts go to their fields, as importing would do it, and a short list
   says what was found. One undo of the text takes all of it back, one redo brings it again. */

import { pm } from "django-prose-editor/editor"
import { withOwnWords } from "./lead-photo.js"
import { listOf } from "./left-out.js"
import { announce, read, storyForm, write } from "./page.js"

/* Puts what the server has read into its places: {body, fields, names of chosen rows, found: the list as HTML}. */
export function placeWhole(editor, { body, fields: all, names, found, left_out }) {
  const fields = withOwnWords(all)
  const empty = editor.state.doc
  const before = read(Object.keys(fields))
  const fill = (values) => {
    write(values, names)
    storyForm().dispatchEvent(new Event("input"))
  }
  editor.view.dispatch(pm.history.closeHistory(editor.state.tr))
  editor.commands.setContent(body)
  fill(fields)
  const full = editor.state.doc
  const list = show(found, editor, fill)
  if (left_out.length) list.querySelector("p:last-child").before(listOf(left_out))
  editor.on("update", ({ editor: { state }, transaction }) => {
    if (!pm.history.isHistoryTransaction(transaction)) return
    const isBack = state.doc.eq(empty)
    if (isBack || state.doc.eq(full)) fill(isBack ? before : fields)
    if (isBack) list.remove()
  })
  editor.commands.focus("start")
  const missing = left_out.length ? ` ${gettext("What was left out is listed there too.")}` : ""
  announce(gettext("The story was read. What was found stands above the sheet.") + missing)
}

/* Puts the list above the sheet and listens to its buttons. Returns its element. */
function show(found, editor, fill) {
  document.querySelector(".pasted-story")?.remove()
  document.querySelector(".story-layout-sheet").insertAdjacentHTML("beforebegin", found)
  const list = document.querySelector(".pasted-story")
  const actions = {
    keep() {
      list.remove()
      editor.commands.focus()
    },
    undo: () => editor.chain().focus().undo().run(),
    back(line) {
      const { found: name } = line.dataset
      const words = line.querySelector("dd span").textContent
      editor.commands.insertContentAt(0, { type: "paragraph", content: [{ type: "text", text: words }] })
      fill(name === "lead_topic" ? { lead_topic: [], topics: [] } : { [name]: [] })
      line.remove()
    },
  }
  list.addEventListener("click", ({ target }) => actions[target.dataset.do]?.(target.closest("[data-found]")))
  return list
}
