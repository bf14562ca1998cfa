/* Places at which something is on its way onto the sheet: photos being taken in, pasted words being read. */

import { Plugin, pm } from "django-prose-editor/editor"
import { element } from "./asking.js";

const { Decoration, DecorationSet } = pm.view
const waiting = new pm.state.PluginKey("waiting")

export const waitingPlaces = () => new Plugin({
  key: waiting,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, places) {
      const { add, remove } = tr.getMeta(waiting) || {}
      const mapped = places.map(tr.mapping, tr.doc)
      if (add) return mapped.add(tr.doc, [add])
      return remove ? mapped.remove(mapped.find(null, null, (spec) => spec === remove)) : mapped
    },
  },
  props: { decorations: (state) => waiting.getState(state) },
})

/* Whether anything is still on its way in. */
export const isWaiting = (editor) => waiting.getState(editor.state).find().length > 0

/* Holds a place, with `words` in it meanwhile if there are any. Returns a function that gives it up and says where it
   has come to by then. */
export function holdPlace(editor, at, words = "") {
  const spec = { side: -1, key: `waiting ${Math.random()}` }
  const add = Decoration.widget(at, () => element(words ? "p" : "span", words ? { class: "story-waiting" } : {}, words), spec)
  editor.view.dispatch(editor.state.tr.setMeta(waiting, { add }))
  return () => {
    const [place] = waiting.getState(editor.state).find(null, null, (other) => other === spec)
    editor.view.dispatch(editor.state.tr.setMeta(waiting, { remove: spec }))
    return place ? place.from : editor.state.selection.to
  }
}
