/* The house's own words: what the house writes otherwise is underlined in the text, with the right form and the reason, and
   one key puts the right form there. What somebody is quoted with stays theirs: it is underlined, and no key changes it. The
   server knows the list (articles/text/checks/house_words.py). */

import { pm } from "django-prose-editor/editor"
import { ask } from "./api.js"
import { announce } from "./page.js"
import { underlining } from "./underlines.js"

const { Decoration } = pm.view
const slips = new pm.state.PluginKey("house-words")

/* The text of each block with its position, and whether the block is a quotation. */
function linesOf(doc) {
  const [lines, starts] = [[], []]
  doc.descendants((node, at, parent) => {
    if (!node.isTextblock) return true
    lines.push({ text: node.textBetween(0, node.content.size, "\n", "\n"), quoted: parent.type.name === "storyQuote" })
    starts.push(at + 1)
    return false
  })
  return { lines, starts }
}

function underline(from, to, { right, said, quoted }) {
  const key = right && !quoted ? ` ${gettext("Alt+Enter puts it there.")}` : ""
  const look = { class: quoted ? "house-word is-quoted" : "house-word", title: said + key }
  return Decoration.inline(from, to, look, { right: quoted ? "" : right })
}

export const houseWords = () =>
  underlining(slips, async (doc) => {
    if (!document.querySelector("[data-house]")) return null
    const { lines, starts } = linesOf(doc)
    const language = document.querySelector("[name=language]")?.value
    const answer = await ask("house/", { lines, language })
    return answer.slips.flatMap((some, line) =>
      some.map((slip) => underline(starts[line] + slip.start, starts[line] + slip.end, slip)),
    )
  })

/* Puts the right form in place of the underlined words at the caret; says whether there were any. */
export function replaceSlip(editor) {
  const { $from, from: caret } = editor.state.selection
  const [slip] = slips.getState(editor.state).find(caret, caret, ({ right }) => Boolean(right))
  if (!slip || slip.from < $from.start()) return false
  const { tr, schema } = editor.state
  const marks = editor.state.doc.resolve(slip.from + 1).marks()
  tr.replaceWith(slip.from, slip.to, schema.text(slip.spec.right, marks))
  editor.view.dispatch(pm.history.closeHistory(tr))
  announce(interpolate(gettext("“%(right)s” stands there now."), { right: slip.spec.right }, true))
  return true
}
