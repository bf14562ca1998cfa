/* The sheet as a whole: its accessible name and spelling, how it is written as HTML and what waits; and its commands
   (articles/admin/story/toolbar.py names them, with their keys): the toolbar, the keys that Tiptap does not bind itself, the
   list of shortcuts, and focus mode. */

import { Extension, Plugin, pm } from "django-prose-editor/editor"
import { addHandle } from "./block-handle.js"
import { startCounts } from "./counts.js"
import { askBox } from "./elements/box.js"
import { askEmbed } from "./elements/embed.js"
import { writeNote } from "./elements/note.js"
import { editShape, insertTable } from "./elements/table.js"
import { houseWords, replaceSlip } from "./house-words.js"
import { moveBlock } from "./keys.js"
import { editLink } from "./links.js"
import { announce, storyForm } from "./page.js"
import { pasting } from "./paste.js"
import { linkKnown, recognising } from "./people.js"
import { editWords, keepingWords, placePhotos, takeIn } from "./photos.js"
import { around, askMention, askSpeaker, isWaiting } from "./story-blocks.js"

export const Sheet = Extension.create({
  name: "sheet",
  priority: 1000, // its keys come before those of the extensions it replaces
  addKeyboardShortcuts() {
    return keys(this.editor)
  },
  addProseMirrorPlugins() {
    return [naming(), recognising(), houseWords(), pasting(this.editor), ...keepingWords()]
  },
  onBeforeCreate() {
    this.editor.getHTML = () => htmlOf(this.editor)
  },
  onCreate() {
    addToolbar(this.editor)
    addFocus()
    addHandle(this.editor)
    startCounts(this.editor)
    followLanguage(this.editor)
    submitWhenSettled(this.editor)
  },
})

const languageField = () => document.querySelector("select[name=language]")

/* Spelling, hyphens and screen readers go by the language of the story, which may be set while it is written. */
function followLanguage({ view }) {
  const language = languageField()
  if (!language) return
  const follow = () => {
    view.setProps({})
    for (const name of ["headline", "dek"]) storyForm().elements.namedItem(name)?.setAttribute("lang", language.value)
  }
  language.addEventListener("change", follow)
  follow()
}

const naming = () =>
  new Plugin({
    props: {
      scrollThreshold: 90, // the bars at the top and at the bottom of the window
      scrollMargin: 90,
      attributes: ({ doc }) => ({
        class: doc.childCount === 1 && !doc.firstChild.content.size && doc.firstChild.isTextblock ? "is-empty" : "",
        "data-hint": gettext("Write, or paste a whole story."),
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": document.querySelector("[data-text-name]")?.dataset.textName || gettext("Story text"),
        spellcheck: "true",
        dir: "auto",
        lang: languageField()?.value || "",
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

/* A verb pressed while something is on its way in waits for it: what is saved is what the writer sees. */
function submitWhenSettled(editor) {
  storyForm().addEventListener("submit", (event) => {
    if (!isWaiting(editor)) return
    event.preventDefault()
    announce(gettext("Something is still on its way in; then the story is saved."))
    const go = () => {
      if (isWaiting(editor)) return
      editor.off("transaction", go)
      setTimeout(() => storyForm().requestSubmit(event.submitter)) // after it was placed
    }
    editor.on("transaction", go)
  })
}

const tools = document.querySelector(".tools")
const shortcuts = document.querySelector(".shortcuts")

/* The library's window; what is chosen goes behind the block with the caret. */
async function library(editor) {
  const at = editor.state.selection.to
  const window = await import("./photo-library.js")
  window.library({
    place: (photos) => placePhotos(editor, photos, at),
    take: (files) => takeIn(editor, files, at),
    done: () => editor.commands.focus(),
  })
}

/* What each command does, and what it is when it is on. */
const COMMANDS = {
  subhead: { run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(), on: ["heading", { level: 2 }] },
  smaller: { run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(), on: ["heading", { level: 3 }] },
  bold: { run: (editor) => editor.chain().focus().toggleBold().run(), on: "bold" },
  italic: { run: (editor) => editor.chain().focus().toggleItalic().run(), on: "italic" },
  raised: { run: (editor) => editor.chain().focus().toggleSuperscript().run(), on: "superscript" },
  lowered: { run: (editor) => editor.chain().focus().toggleSubscript().run(), on: "subscript" },
  link: { run: editLink, on: "link" },
  list: { run: (editor) => editor.chain().focus().toggleBulletList().run(), on: "bulletList" },
  numbers: { run: (editor) => editor.chain().focus().toggleOrderedList().run(), on: "orderedList" },
  quote: { run: (editor) => editor.chain().focus().toggleWrap("storyQuote").run(), on: "storyQuote" },
  photo: { run: library },
  embed: { run: askEmbed },
  table: { run: insertTable, on: "table" },
  box: { run: askBox, on: "box" },
  note: { run: writeNote, on: "note" },
  rule: { run: (editor) => editor.chain().focus().setHorizontalRule().run() },
  person: { run: (editor) => askMention(editor), on: "mention" },
  undo: { run: (editor) => editor.chain().focus().undo().run() },
  redo: { run: (editor) => editor.chain().focus().redo().run() },
  shortcuts: { run: () => shortcuts.showModal() },
}

/* The keys for the editor, {key: handler}. */
const keys = (editor) =>
  Object.fromEntries(
    Object.entries({
      "Mod-k": () => editLink(editor),
      "Mod-Alt-b": () => askBox(editor),
      "Mod-Alt-p": () => library(editor),
      "Mod-Alt-m": () => askMention(editor),
      "Mod-/": () => shortcuts.showModal(),
      "Mod-\\": toggleFocus,
      Escape: leaveFocus, // ProseMirror lets nobody else have it
      "Alt-Enter": () => actAtCaret(editor),
      "Alt-ArrowUp": () => moveBlock(editor, -1),
      "Alt-ArrowDown": () => moveBlock(editor, 1),
      "Alt-F10": () => tools.querySelector('[tabindex="0"]').focus(),
    }).map(([key, act]) => [key, () => act() || true]),
  )

function actAtCaret(editor) {
  if (editWords(editor) || replaceSlip(editor)) return
  if (editor.isActive("mention")) askMention(editor)
  else if (editor.isActive("link")) editLink(editor)
  else if (!linkKnown(editor)) {
    const quote = around(editor.state, "storyQuote")
    if (quote) askSpeaker(editor, quote.at)
    else if (!editShape(editor)) announce(gettext("There is no known name before the caret."))
  }
}

/* Brings the toolbar to life over the text: one tab stop, arrows within (ARIA APG: toolbar). */
function addToolbar(editor) {
  const buttons = [...tools.querySelectorAll("button")]
  editor.view.dom.after(tools) // over the text to the eye, behind it for the Tab key: the text comes first
  tools.addEventListener("click", ({ target }) => COMMANDS[target.dataset.command]?.run(editor))
  const at = () => buttons.indexOf(document.activeElement)
  const places = { ArrowRight: () => at() + 1, ArrowLeft: () => at() - 1, Home: () => 0, End: () => -1 }
  tools.addEventListener("keydown", (event) => {
    if (event.key === "Escape") editor.commands.focus()
    if (!places[event.key]) return
    event.preventDefault()
    const next = buttons.at(places[event.key]() % buttons.length)
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1
    next.focus()
  })
  let isDue = false
  const show = () => {
    isDue = false
    for (const button of buttons) {
      const { on } = COMMANDS[button.dataset.command]
      if (on) button.setAttribute("aria-pressed", String(editor.isActive(...[on].flat())))
    }
  }
  editor.on("transaction", () => {
    if (!isDue) requestAnimationFrame(show)
    isDue = true
  })
  show()
}

/* Focus mode, and the keys that work outside of the text. Its button is hidden where there is no script. */
function addFocus() {
  const button = document.querySelector("[data-verb=focus]")
  button.hidden = false
  button.addEventListener("click", toggleFocus)
  shortcuts.querySelector("[data-close]").addEventListener("click", () => shortcuts.close())
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input, textarea, select, [contenteditable=true], .select2-container, dialog")
    if (event.key === "?" && !isTyping) shortcuts.showModal()
    else if (event.key === "\\" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) toggleFocus()
  })
  if (!/Mac|iP(hone|ad)/.test(navigator.platform)) return
  for (const key of shortcuts.querySelectorAll("kbd")) key.textContent = key.textContent.replace("Ctrl", "⌘")
  for (const command of tools.children) command.title = command.title.replace("Ctrl", "⌘")
}

export const leaveFocus = () => document.body.classList.contains("is-focused") && toggleFocus()

function toggleFocus() {
  const isFocused = document.body.classList.toggle("is-focused")
  document.querySelector("[data-verb=focus]").setAttribute("aria-pressed", String(isFocused))
}
