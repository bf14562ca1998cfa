/* The sheet as a whole: its accessible name and spelling, how it is written as HTML, what is counted, and what waits. */

import { Extension, Plugin, pm } from "django-prose-editor/editor"
import { tell } from "./asking.js";
import { addFocus, addToolbar, keys } from "./commands.js";
import { storyForm } from "./fields.js";
import { recognising } from "./people.js";
import { pasting } from "./pasting.js";
import { countWords, lengthInWords } from "./rules.js";
import { isWaiting } from "./waiting.js";

export const Sheet = Extension.create({
  name: "sheet",
  priority: 1000, // its keys come before those of the extensions it replaces
  addKeyboardShortcuts() {
    return keys(this.editor)
  },
  addProseMirrorPlugins() {
    return [naming(), recognising(), pasting(this.editor)]
  },
  onBeforeCreate() {
    this.editor.getHTML = () => htmlOf(this.editor)
  },
  onCreate() {
    addToolbar(this.editor)
    addFocus()
    count(this.editor)
    holdWhileWaiting(this.editor)
  },
})

const naming = () => new Plugin({
  props: {
    attributes: () => ({
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": "Story text",
      spellcheck: "true",
      dir: "auto",
      lang: document.querySelector("select[name=language]")?.value || "",
    }),
  },
})

/* The document as HTML. Blocks never change, they are replaced, so each is written once: a letter typed into a story
   of ten thousand words costs one paragraph. */
const blocksWritten = new WeakMap()
function htmlOf({ state: { doc, schema } }) {
  const serializer = pm.model.DOMSerializer.fromSchema(schema)
  const parts = []
  doc.forEach((node) => {
    if (!blocksWritten.has(node)) {
      const home = document.createElement("div")
      home.append(serializer.serializeNode(node))
      blocksWritten.set(node, home.innerHTML)
    }
    parts.push(blocksWritten.get(node))
  })
  return parts.join("")
}

/* Keeps the number of words and the reading time in the line under the text; captions are not counted. */
function count(editor) {
  const line = document.querySelector(".sheet-counts")
  const counted = new WeakMap()
  const wordsOf = (node) => {
    if (node.type.name === "photo") return 0
    if (!counted.has(node)) counted.set(node, countWords(node.textBetween(0, node.content.size, "\n", " ")))
    return counted.get(node)
  }
  let timer
  const show = () => {
    let words = 0
    editor.state.doc.forEach((node) => { words += wordsOf(node) })
    line.textContent = lengthInWords(words)
  }
  editor.on("update", () => {
    clearTimeout(timer)
    timer = setTimeout(show, 200)
  })
  show()
}

/* A verb pressed while something is on its way in waits for it: what is saved is what the writer sees. */
function holdWhileWaiting(editor) {
  storyForm().addEventListener("submit", (event) => {
    if (!isWaiting(editor)) return
    event.preventDefault()
    tell("Something is still on its way in; then the story is saved.")
    const go = () => {
      if (isWaiting(editor)) return
      editor.off("transaction", go)
      setTimeout(() => storyForm().requestSubmit(event.submitter)) // after whoever waited has placed it
    }
    editor.on("transaction", go)
  })
}
