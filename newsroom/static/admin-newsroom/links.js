/* The window in which the address of a link is typed, changed or taken away. */

import { element, openWindow, tell } from "./asking.js";

/* Asks where the selected words, or the link at the caret, shall lead. */
export function editLink(editor) {
  if (editor.isActive("link")) editor.commands.extendMarkRange("link");
  const { from, to } = editor.state.selection;
  if (from === to) {
    tell("Select the words of the link first, or paste an address over them.");
    return;
  }
  const { left, bottom, top } = editor.view.coordsAtPos(from);
  const input = element("input", { type: "text", "aria-label": "Address", placeholder: "https:// or /2026/05/a-story/", spellcheck: "false", autocomplete: "off" });
  input.value = editor.getAttributes("link").href || "";
  const form = element("form", {}, input, element("button", {}, "Set"));
  const frame = openWindow("Link", { left, bottom, top }, () => editor.commands.focus(), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const line = editor.chain().setTextSelection({ from, to });
    if (input.value.trim()) line.setLink({ href: input.value.trim() }).setTextSelection(to).run();
    else line.unsetLink().run();
    frame.hidePopover();
  });
  input.focus();
}
