/* Pasting: an address over words links them, foreign HTML and plain text come in clean, and a whole story put onto an
   empty sheet is read into its parts by whole-story.js. */

import { Plugin, pm } from "django-prose-editor/editor"
import { cleaned } from "./pasted-html.js";
import { addressIn, isWholeStory, plainParagraphs } from "./rules.js";

const { Fragment, Slice } = pm.model
const isOurs = (html) => /data-pm-slice/.test(html)

/* The paragraphs of cleaned HTML, as plain text. */
const textsOf = (html) => [...html.matchAll(/<(p|h2)>(.*?)<\/\1>/g)].map(([, , inner]) => inner.replace(/<[^>]*>/g, ""))

/* Plain text as a piece of the document. */
export function slice(schema, text) {
  const paragraphs = plainParagraphs(text).map((words) => schema.nodes.paragraph.create(null, schema.text(words)))
  return paragraphs.length ? new Slice(Fragment.from(paragraphs), 1, 1) : Slice.empty
}

function isEmptySheet(view) {
  const typed = ["headline", "dek"].some((name) => document.querySelector(`textarea[name=${name}]`)?.value.trim())
  return !typed && !view.state.doc.textContent.trim() && view.state.doc.childCount === 1
}

export const pasting = (editor) => new Plugin({
  props: {
    transformPastedHTML: (html) => (isOurs(html) ? html : cleaned(html)),
    clipboardTextParser: (text, _context, _isPlain, view) => slice(view.state.schema, text),
    handlePaste(view, event) {
      const [text, html] = ["text/plain", "text/html"].map((kind) => event.clipboardData?.getData(kind) || "")
      const address = addressIn(text)
      if (address && !view.state.selection.empty) return editor.commands.setLink({ href: address })
      if (isOurs(html) || !isEmptySheet(view)) return false
      const clean = html ? cleaned(html) : ""
      const paragraphs = textsOf(clean)
      const isMarkedUp = paragraphs.length > 1
      if (!isWholeStory(isMarkedUp ? paragraphs : plainParagraphs(text))) return false
      const plainly = () => (isMarkedUp ? view.pasteHTML(html) : view.pasteText(text))
      import("./whole-story.js").then(({ readWhole }) => readWhole(editor, { text, html: isMarkedUp ? clean : "" }, plainly))
      return true
    },
  },
})
