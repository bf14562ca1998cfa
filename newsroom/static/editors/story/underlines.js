/* Underlines that the server finds in a text: asked for when the writer pauses, and moved along with what is typed. */

import { Plugin, pm } from "django-prose-editor/editor"

const { DecorationSet } = pm.view
const PAUSE = 600 // milliseconds after the last change

/* A plugin that keeps its underlines under `key`. `find` resolves to the decorations of a document, or to null where there
   is nothing to ask or the server does not answer; then what is underlined stays. */
export const underlining = (key, find) =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, found) => tr.getMeta(key) || found.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view(view) {
      let timer
      const look = async () => {
        const { doc } = view.state
        const found = await find(doc).catch(() => null)
        if (!found || view.isDestroyed || view.state.doc !== doc) return
        view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(doc, found)).setMeta("addToHistory", false))
      }
      const later = () => {
        clearTimeout(timer)
        timer = setTimeout(look, PAUSE)
      }
      later()
      return { update: (_, before) => before.doc !== view.state.doc && later(), destroy: () => clearTimeout(timer) }
    },
  })
