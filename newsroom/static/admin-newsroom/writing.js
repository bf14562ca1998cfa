/* The sheet as a whole: its accessible name and spelling, its commands (one table, from which come the toolbar, its keys
   and the list of shortcuts), what is counted, focus mode, and names for the fields beside it. */

import { Extension, Plugin, pm } from "django-prose-editor/editor"
import { element, tell } from "./asking.js";
import { linkKnown, recognising } from "./people.js";
import { pasting } from "./pasting.js";
import { editWords, isTakingIn } from "./photos.js";
import { countWords, lengthInWords } from "./rules.js";
import { around, askMention, askSpeaker } from "./story-blocks.js";

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

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const spelled = (key) => key.replace("Mod", isMac ? "⌘" : "Ctrl").replaceAll("-", "+");

/* What a command is called, what it does, its key (none where Tiptap has bound one), and when it is on. */
const COMMANDS = [
  { label: "Subhead", shown: "Mod-Alt-2", run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(), on: "heading" },
  { label: "Bold", shown: "Mod-B", run: (editor) => editor.chain().focus().toggleBold().run(), on: "bold" },
  { label: "Italic", shown: "Mod-I", run: (editor) => editor.chain().focus().toggleItalic().run(), on: "italic" },
  { label: "Link", key: "Mod-k", shown: "Mod-K", run: openLink, on: "link" },
  { label: "List", shown: "Mod-Shift-8", run: (editor) => editor.chain().focus().toggleBulletList().run(), on: "bulletList" },
  { label: "Numbers", shown: "Mod-Shift-7", run: (editor) => editor.chain().focus().toggleOrderedList().run(), on: "orderedList" },
  { label: "Quote", shown: "Mod-Shift-B", run: (editor) => editor.chain().focus().toggleWrap("storyQuote").run(), on: "storyQuote" },
  { label: "Photo", key: "Mod-Alt-p", shown: "Mod-Alt-P", run: openLibrary },
  { label: "Person", key: "Mod-Alt-m", shown: "@ or Mod-Alt-M", run: (editor) => void askMention(editor), on: "mention" },
  { label: "Undo", shown: "Mod-Z", run: (editor) => editor.chain().focus().undo().run() },
  { label: "Redo", shown: "Mod-Shift-Z", run: (editor) => editor.chain().focus().redo().run() },
  { label: "Shortcuts", key: "Mod-/", shown: "? or Mod-/", run: showShortcuts },
];
const MORE = [
  ["Alt-Enter", "What is at the caret: link a known name, choose a speaker or a person, describe a photo"],
  ["Alt-F10", "To this row of commands, and Escape back to the text"],
  ["Mod-\\", "Only the sheet (focus), and back"],
  ["Shift-Enter", "A new line in the same paragraph"],
  ["## and space", "A subhead"],
  ["> and space", "A quote"],
  ["- or 1. and space", "A list"],
  ["**words** or *words*", "Bold or italic"],
];

async function openLink(editor) {
  const { editLink } = await import("./links.js");
  editLink(editor);
}

async function openLibrary(editor) {
  const { library } = await import("./photo-library.js");
  library(editor);
}

/* The keys for the editor, {key: handler}. */
const keys = (editor) => ({
  ...Object.fromEntries(COMMANDS.filter(({ key }) => key).map(({ key, run }) => [key, () => run(editor) !== false])),
  "Alt-Enter": () => actAtCaret(editor),
  "Alt-F10": () => {
    document.querySelector('.tools [tabindex="0"]').focus();
    return true;
  },
});

function actAtCaret(editor) {
  if (editWords(editor)) return true;
  if (editor.isActive("mention")) askMention(editor);
  else if (editor.isActive("link")) openLink(editor);
  else if (!linkKnown(editor)) {
    const quote = around(editor.state, "storyQuote");
    if (quote) askSpeaker(editor, quote.at);
    else tell("There is no known name before the caret.");
  }
  return true;
}

/* Puts the toolbar over the text: one tab stop, arrows within (ARIA APG: toolbar). */
function addToolbar(editor) {
  const buttons = COMMANDS.map(({ label, shown, run }, place) => {
    const words = { type: "button", tabindex: place ? "-1" : "0", title: `${label} (${spelled(shown)})`, "data-command": label.toLowerCase() };
    const button = element("button", words, label);
    button.addEventListener("click", () => run(editor));
    return button;
  });
  const tools = element("div", { class: "tools", role: "toolbar", "aria-label": "Text" }, ...buttons);
  const go = (to) => {
    const next = buttons.at(to % buttons.length);
    buttons.forEach((button) => button.setAttribute("tabindex", button === next ? "0" : "-1"));
    next.focus();
  };
  const at = () => buttons.indexOf(document.activeElement);
  const moves = { ArrowRight: () => go(at() + 1), ArrowLeft: () => go(at() - 1), Home: () => go(0), End: () => go(-1), Escape: () => editor.commands.focus() };
  tools.addEventListener("keydown", (event) => {
    if (!moves[event.key]) return;
    event.preventDefault();
    moves[event.key]();
  });
  editor.view.dom.before(tools);
  let isDue = false;
  const show = () => {
    isDue = false;
    COMMANDS.forEach(({ on }, place) => on && buttons[place].setAttribute("aria-pressed", String(editor.isActive(on))));
  };
  editor.on("transaction", () => {
    if (!isDue) requestAnimationFrame(show);
    isDue = true;
  });
  show();
}

/* The list of shortcuts, as a dialog. */
function showShortcuts() {
  const rows = [...COMMANDS.map(({ label, shown }) => [shown, label]), ...MORE];
  const list = element("dl", {}, ...rows.map(([key, words]) => element("div", {}, element("dt", {}, element("kbd", {}, spelled(key))), element("dd", {}, words))));
  const close = element("button", { type: "button" }, "Close");
  const dialog = element("dialog", { class: "shortcuts", "aria-labelledby": "shortcuts-heading" }, element("h2", { id: "shortcuts-heading" }, "Shortcuts"), list, close);
  document.getElementById("content").append(dialog);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

const labelOf = (select) => select.labels[0]?.textContent.replace(/:\s*$/, "") || "";

/* Gives the parts of a select2 the names that they lack: what their field’s label says (WCAG 4.1.2). */
function name(select) {
  const box = select.nextElementSibling;
  if (!box?.matches(".select2")) return;
  const chosen = [...select.selectedOptions].filter(({ value }) => value).map(({ text }) => text).join(", ");
  const words = chosen ? `${labelOf(select)}: ${chosen}` : labelOf(select);
  for (const part of box.querySelectorAll("[role=combobox], [role=textbox], .select2-search__field")) {
    part.removeAttribute("aria-labelledby");
    part.setAttribute("aria-label", words);
  }
}

/* Names every field of choices on the page, now and whenever one is changed or opened. */
export function nameChoices() {
  const selects = [...document.querySelectorAll("select.admin-autocomplete")];
  const nameAll = () => selects.forEach(name);
  const { jQuery } = window.django;
  for (const select of selects) {
    select.dataset.dropdownParent = "#content"; // else the choices lie outside of every landmark
    if (select.multiple) select.dataset.allowClear = "false"; // its button is no item of the list it stands in
  }
  jQuery(nameAll); // after select2, which begins when the document is ready
  jQuery(selects).on("change select2:close", () => setTimeout(nameAll));
  jQuery(selects).on("select2:open", ({ target }) => {
    const search = document.querySelector(".select2-container--open .select2-search__field");
    search?.setAttribute("aria-label", labelOf(target));
    for (const box of document.querySelectorAll(".select2-selection[aria-owns]")) box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
    document.querySelector(".select2-results__options")?.setAttribute("aria-label", labelOf(target));
    name(target);
  });
}
