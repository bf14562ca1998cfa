/* The sheet as a whole: its accessible name and spelling, its keys and toolbar, what is counted, and focus mode. */

import { Extension, Plugin, pm } from "django-prose-editor/editor"
import { pasting } from "./pasting.js";
import { isTakingIn } from "./photos.js";
import { recognising } from "./recognising.js";
import { countWords, lengthInWords } from "./rules.js";
import { addToolbar, keys, showShortcuts } from "./toolbar.js";
import { element, tell } from "./windows.js";
import "./stand-in.js"; // the last: an import without a name before others confuses the hashing of file names

export const Sheet = Extension.create({
  name: "sheet",
  priority: 1000, // its keys come before those of the extensions it replaces
  addKeyboardShortcuts() {
    return { ...keys(this.editor), "Mod-\\": toggleFocus }
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
    holdWhileTakingIn(this.editor)
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

/* A verb pressed while photos are on their way waits for them: what is saved is what the writer sees. */
function holdWhileTakingIn(editor) {
  const form = document.getElementById("article_form")
  form.addEventListener("submit", (event) => {
    if (!isTakingIn(editor)) return
    event.preventDefault()
    tell("A photo is still on its way in; then the story is saved.")
    const { submitter } = event
    const go = () => {
      if (isTakingIn(editor)) return
      editor.off("transaction", go)
      form.requestSubmit(submitter)
    }
    editor.on("transaction", go)
  })
}

/* Focus: only the sheet is left. A verb of the browser alone, so its button is made here. */
function addFocus() {
  const button = element("button", { type: "button", "data-verb": "focus", "aria-pressed": "false", title: "Only the sheet (Ctrl+\\)" }, "Focus")
  button.addEventListener("click", toggleFocus)
  document.querySelector(".verbs").append(button)
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable=true], .select2-container, dialog")
    if (event.key === "?" && !isTyping) showShortcuts()
    else if (event.key === "\\" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) toggleFocus()
  })
}

function toggleFocus() {
  const isFocused = document.body.classList.toggle("is-focused")
  document.querySelector("[data-verb=focus]").setAttribute("aria-pressed", String(isFocused))
  return true
}
