/* The commands of the sheet: one table, from which come the toolbar, its keys and the list of shortcuts. */

import { editLink } from "./links.js";
import { askMention, askSpeaker, around } from "./story-blocks.js";
import { editWords } from "./photos.js";
import { linkKnown } from "./recognising.js";
import { element, tell } from "./windows.js";

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
const spelled = (key) => key.replace("Mod", isMac ? "⌘" : "Ctrl").replaceAll("-", "+");

/* What a command is called, what it does, its key (none where Tiptap has bound one), and when it is on. */
const COMMANDS = [
  { label: "Subhead", shown: "Mod-Alt-2", run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(), on: "heading" },
  { label: "Bold", shown: "Mod-B", run: (editor) => editor.chain().focus().toggleBold().run(), on: "bold" },
  { label: "Italic", shown: "Mod-I", run: (editor) => editor.chain().focus().toggleItalic().run(), on: "italic" },
  { label: "Link", key: "Mod-k", shown: "Mod-K", run: editLink, on: "link" },
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

async function openLibrary(editor) {
  const { library } = await import("./photo-library.js");
  library(editor);
}

/* The keys for the editor, {key: handler}. */
export const keys = (editor) => ({
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
  else if (editor.isActive("link")) editLink(editor);
  else if (!linkKnown(editor)) {
    const quote = around(editor.state, "storyQuote");
    if (quote) askSpeaker(editor, quote.at);
    else tell("There is no known name before the caret.");
  }
  return true;
}

/* Puts the toolbar over the text: one tab stop, arrows within (ARIA APG: toolbar). */
export function addToolbar(editor) {
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
export function showShortcuts() {
  const rows = [...COMMANDS.map(({ label, shown }) => [shown, label]), ...MORE];
  const list = element("dl", {}, ...rows.map(([key, words]) => element("div", {}, element("dt", {}, element("kbd", {}, spelled(key))), element("dd", {}, words))));
  const close = element("button", { type: "button" }, "Close");
  const dialog = element("dialog", { class: "shortcuts", "aria-labelledby": "shortcuts-heading" }, element("h2", { id: "shortcuts-heading" }, "Shortcuts"), list, close);
  document.getElementById("content").append(dialog);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}
