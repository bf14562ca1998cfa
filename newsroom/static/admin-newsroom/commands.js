/* The sheet's commands (articles/admin/commands.py names them, with their keys): the toolbar over the text, the keys that
   Tiptap does not bind itself, the list of shortcuts, and focus mode. */

import { linkKnown } from "./people.js";
import { editWords } from "./photos.js";
import { around, askMention, askSpeaker, editLink } from "./story-blocks.js";
import { tell } from "./asking.js";

const tools = document.querySelector(".tools")
const shortcuts = document.querySelector(".shortcuts")

const library = async (editor) => (await import("./photo-library.js")).library(editor)

/* What each command does, and what it is when it is on. */
const COMMANDS = {
  subhead: { run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(), on: "heading" },
  bold: { run: (editor) => editor.chain().focus().toggleBold().run(), on: "bold" },
  italic: { run: (editor) => editor.chain().focus().toggleItalic().run(), on: "italic" },
  link: { run: editLink, on: "link" },
  list: { run: (editor) => editor.chain().focus().toggleBulletList().run(), on: "bulletList" },
  numbers: { run: (editor) => editor.chain().focus().toggleOrderedList().run(), on: "orderedList" },
  quote: { run: (editor) => editor.chain().focus().toggleWrap("storyQuote").run(), on: "storyQuote" },
  photo: { run: library },
  person: { run: (editor) => askMention(editor), on: "mention" },
  undo: { run: (editor) => editor.chain().focus().undo().run() },
  redo: { run: (editor) => editor.chain().focus().redo().run() },
  shortcuts: { run: () => shortcuts.showModal() },
}

/* The keys for the editor, {key: handler}. */
export const keys = (editor) => Object.fromEntries(Object.entries({
  "Mod-k": () => editLink(editor),
  "Mod-Alt-p": () => library(editor),
  "Mod-Alt-m": () => askMention(editor),
  "Mod-/": () => shortcuts.showModal(),
  "Mod-\\": toggleFocus,
  "Alt-Enter": () => actAtCaret(editor),
  "Alt-F10": () => tools.querySelector('[tabindex="0"]').focus(),
}).map(([key, act]) => [key, () => act() || true]))

function actAtCaret(editor) {
  if (editWords(editor)) return
  if (editor.isActive("mention")) askMention(editor)
  else if (editor.isActive("link")) editLink(editor)
  else if (!linkKnown(editor)) {
    const quote = around(editor.state, "storyQuote")
    if (quote) askSpeaker(editor, quote.at)
    else tell("There is no known name before the caret.")
  }
}

/* Brings the toolbar to life over the text: one tab stop, arrows within (ARIA APG: toolbar). */
export function addToolbar(editor) {
  const buttons = [...tools.querySelectorAll("button")]
  editor.view.dom.before(tools)
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
      if (on) button.setAttribute("aria-pressed", String(editor.isActive(on)))
    }
  }
  editor.on("transaction", () => {
    if (!isDue) requestAnimationFrame(show)
    isDue = true
  })
  show()
}

/* Focus mode, and the keys that work outside of the text. Its button is hidden where there is no script. */
export function addFocus() {
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

function toggleFocus() {
  const isFocused = document.body.classList.toggle("is-focused")
  document.querySelector("[data-verb=focus]").setAttribute("aria-pressed", String(isFocused))
}
