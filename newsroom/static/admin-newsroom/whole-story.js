/* A whole story pasted onto an empty sheet: its parts go to their fields, as importing would do it, and a short list
   says what was found. One undo of the text takes all of it back, one redo brings it again. */

import { pm } from "django-prose-editor/editor"
import { ask, element, tell } from "./asking.js";
import { setBody, storyForm } from "./editor.js";

const WORDS = { headline: "Headline", dek: "Dek", place: "Place", lead_caption: "Caption of the lead photo", lead_credit: "Credit of the lead photo" };
const CHOICES = { byline: "Byline", lead_topic: "Lead topic", topics: "Topics" };
const field = (name) => storyForm().elements.namedItem(name);

const chosen = (name) => [...(field(name)?.selectedOptions || [])].filter(({ value }) => value).map(({ value, text }) => ({ id: value, name: text }));

/* The fields that a paste may fill, as they are now. */
const present = () => ({
  ...Object.fromEntries([...Object.keys(WORDS), "language"].map((name) => [name, field(name)?.value ?? ""])),
  ...Object.fromEntries(Object.keys(CHOICES).map((name) => [name, chosen(name)])),
});

function fill(values) {
  for (const [name, value] of Object.entries(values)) {
    const input = field(name);
    if (!input) continue;
    if (name in CHOICES) {
      const ids = value.map(({ id }) => String(id));
      for (const { id, name: words } of value) {
        if (![...input.options].some((option) => option.value === String(id))) input.append(new Option(words, id));
      }
      for (const option of input.options) option.selected = ids.includes(option.value);
      if (!ids.length && !input.multiple) input.value = "";
      window.django?.jQuery(input).trigger("change"); // select2 hears jQuery only
    } else input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/* Reads what was pasted and puts each part in its place; where the server can't, `plainly` pastes it as text. */
export async function readWhole(editor, pasted, plainly) {
  tell("Reading the story …");
  const empty = editor.state.doc;
  let parts;
  try {
    parts = await ask("pasted/", pasted);
  } catch (error) {
    plainly();
    tell(`${error.message} It was pasted as plain text.`);
    return;
  }
  if (editor.state.doc !== empty) return plainly();
  const before = present();
  const { body, notes, ...found } = parts;
  const after = { ...before, ...found, lead_topic: [found.lead_topic].filter(Boolean) };
  await setBody(body);
  fill(after);
  const full = editor.state.doc;
  const list = showFound(editor, after, notes);
  editor.on("update", ({ editor: { state }, transaction }) => {
    if (!pm.history.isHistoryTransaction(transaction)) return;
    const isBack = state.doc.eq(empty);
    if (isBack || state.doc.eq(full)) fill(isBack ? before : after);
    if (isBack) list.remove();
  });
  editor.commands.focus("start");
  tell("The story was read. What was found stands above the sheet.");
}

/* The list of what was found, each line with a way to change it. Returns its element. */
function showFound(editor, values, notes) {
  const rows = Object.entries({ ...WORDS, ...CHOICES }).flatMap(([name, label]) => {
    const words = name in CHOICES ? values[name].map((row) => row.name).join(", ") : values[name];
    return words && !(name === "topics" && values.lead_topic.length) ? [row(editor, name, label, words)] : [];
  });
  const keep = element("button", { type: "button", class: "found-keep" }, "Keep it so");
  const back = element("button", { type: "button" }, "Take it all back");
  const told = notes.length ? [element("details", {}, element("summary", {}, `Notes: ${notes.length}`), element("ul", {}, ...notes.map((note) => element("li", {}, note))))] : [];
  const list = element("section", { class: "found", "aria-labelledby": "found-heading" },
    element("h2", { id: "found-heading" }, "Found in the story"), element("dl", {}, ...rows), ...told, element("p", {}, keep, " ", back));
  document.querySelector(".found")?.remove();
  document.querySelector(".desktop").before(list);
  keep.addEventListener("click", () => {
    list.remove();
    editor.commands.focus();
  });
  back.addEventListener("click", () => {
    editor.chain().focus().undo().run();
  });
  return list;
}

function row(editor, name, label, words) {
  const change = element("button", { type: "button", "aria-label": `Change: ${label}` }, "Change");
  const not = element("button", { type: "button", "aria-label": `Back into the text: ${label}` }, "Back into the text");
  const line = element("div", {}, element("dt", {}, label), element("dd", {}, words, " ", change, " ", not));
  change.addEventListener("click", () => {
    const input = field(name);
    (input.tagName === "SELECT" ? input.closest(".form-row")?.querySelector(".select2-selection") || input : input).focus();
  });
  not.addEventListener("click", () => {
    editor.commands.insertContentAt(0, { type: "paragraph", content: [{ type: "text", text: words }] });
    fill(name === "lead_topic" ? { lead_topic: [], topics: [] } : { [name]: name in CHOICES ? [] : "" });
    line.remove();
  });
  return line;
}
