/* Pasting: an address over words links them; HTML as other programs put it on the clipboard (Word, Google Docs, Gmail,
   LibreOffice, web pages) becomes the body's vocabulary, by what it says and not how it looked; and a whole story put
   onto an empty sheet is read into its parts by whole-story.js. */

import { Plugin, pm } from "django-prose-editor/editor"
import { addressIn, isWholeStory, plainParagraphs, straight } from "./rules.js";

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

const WORDLESS = new Set("HEAD STYLE SCRIPT META LINK TITLE TEMPLATE NOSCRIPT IFRAME OBJECT SVG XML".split(" "));
const BLOCKS = new Set("P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV UL OL LI BLOCKQUOTE PRE TABLE TBODY THEAD TR FIGURE FIGCAPTION ADDRESS DL DT DD HR FORM FIELDSET H1 H2 H3 H4 H5 H6".split(" "));
const SUBHEAD_AT_MOST = 100; // characters; a longer line in bold is a paragraph that shouts
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/* The value of a style declaration of an element, by its exact name: Word's mso-bidi-font-weight is no weight. */
const styled = (node, name) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, "i").exec(node.getAttribute("data-style") || "")?.[1].trim().toLowerCase() || "";

/* What an element adds to the look of the words in it: {strong, em, href}. */
function look(node, outer) {
  const [weight, slant, tag] = [styled(node, "font-weight"), styled(node, "font-style"), node.tagName];
  const inner = { ...outer };
  if (/^(B|STRONG)$/.test(tag)) inner.strong = true;
  if (/^(I|EM|CITE)$/.test(tag)) inner.em = true;
  if (weight) inner.strong = /^(bold|bolder|[6-9]00)$/.test(weight);
  if (slant) inner.em = slant !== "normal";
  if (tag === "A" && /^(https?:|mailto:)/i.test(node.getAttribute("href") || "")) inner.href = straight(node.getAttribute("href"));
  return inner;
}

const isHidden = (node) =>
  WORDLESS.has(node.tagName.toUpperCase()) || node.hidden || styled(node, "display") === "none" || styled(node, "mso-hide") === "all" ||
  /^#_(ftn|edn|msocom|cmnt)/i.test(node.getAttribute("href") || "") || /footnote-list|endnote-list|comment-list/.test(styled(node, "mso-element"));

/* The list that Word's paragraph belongs to, which says so in its style alone, with the bullet taken out; or "". */
function wordList(node) {
  if (!/^l\d+ level\d+/i.test(styled(node, "mso-list"))) return "";
  const bullet = [...node.querySelectorAll("span")].find((span) => /ignore/i.test(styled(span, "mso-list")));
  const isNumbered = /^\s*(\d+|[a-z]{1,3})[.)]/i.test(bullet?.textContent || "");
  bullet?.remove();
  return isNumbered ? "ol" : "ul";
}

/* The block that an element makes of what it holds: {tag} p, h2, ul or ol, and whether it is a quote. */
function blockOf(node, outer) {
  const tag = node.tagName;
  const style = (node.className || "").toString();
  if (/^H[1-6]$/.test(tag) || /^Mso(Title|Subtitle|Heading)/.test(style)) return { ...outer, tag: "h2" };
  if (tag === "UL" || tag === "OL") return { ...outer, tag: outer.tag === "ul" || outer.tag === "ol" ? outer.tag : tag.toLowerCase() };
  if (tag === "LI") return { ...outer, item: node };
  const list = tag === "P" ? wordList(node) : "";
  if (list) return { ...outer, tag: list, item: node };
  if (tag === "BLOCKQUOTE" || /^Mso(Intense)?Quote/.test(style)) return { ...outer, quote: outer.tag === "p" };
  return outer;
}

/* Pasted HTML in the body's vocabulary. */
function cleaned(html) {
  const found = [];
  let line = [];
  const end = (block) => {
    const text = line.map((run) => run.text).join("");
    const words = text.trim();
    const isShout = block.tag === "p" && words.length <= SUBHEAD_AT_MOST && !/[.,:;…]$/.test(words) && line.every((run) => run.strong || !run.text.trim());
    if (words) found.push({ ...block, tag: isShout && !block.quote ? "h2" : block.tag, runs: trimmed(line) });
    line = [];
  };
  const walk = (node, block, style) => {
    if (node.nodeType === 3) {
      const text = node.data.replace(/[\u200b\u2060\ufeff\u00ad]/g, "").replace(/[ \t\n\r\u00a0]+/g, " ");
      if (text) line.push({ ...style, text });
    } else if (node.nodeType !== 1 || isHidden(node)) return;
    else if (node.tagName === "BR") {
      // Two breaks part paragraphs; one is a line's end, which only verse wants.
      if (line.at(-1)?.isBreak) end(block);
      else if (line.length) line.push({ ...style, text: " ", isBreak: true });
    } else {
      const [isBlock, inner] = [BLOCKS.has(node.tagName), blockOf(node, block)];
      if (isBlock) end(block);
      for (const child of [...node.childNodes]) walk(child, inner, look(node, style));
      if (isBlock) end(inner);
      if (node.tagName === "TD" || node.tagName === "TH") line.push({ text: " " });
    }
  };
  const page = new DOMParser().parseFromString(tamed(html), "text/html");
  walk(page.body, { tag: "p", quote: false, item: null }, {});
  end({ tag: "p", quote: false, item: null });
  return joined(found);
}

/* The policy complains of styles and handlers even in a page that is only read: so they go, or go by another name. */
function tamed(html) {
  const bare = html.replace(/<(style|script|iframe|object|xml)\b[\s\S]*?<\/\1\s*>/gi, " ");
  return bare.replace(/<[^>]*>/g, (tag) => tag.replace(/([\s"'])(style|on\w+)\s*=/gi, "$1data-$2="));
}

/* A line without blanks at its ends and two blanks in a row. */
function trimmed(runs) {
  let isOpen = false;
  const kept = runs.map((run) => {
    const text = isOpen ? run.text : run.text.trimStart();
    if (text) isOpen = !/\s$/.test(text);
    return { ...run, text };
  });
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    kept[at].text = kept[at].text.trimEnd();
    if (kept[at].text) break;
  }
  return kept.filter((run) => run.text);
}

const written = (runs, isHeading) => runs.map(({ text, strong, em, href }) => {
  let html = escaped(text);
  if (em) html = `<em>${html}</em>`;
  if (strong && !isHeading) html = `<strong>${html}</strong>`;
  return href ? `<a href="${escaped(href)}">${html}</a>` : html;
}).join("");

/* The blocks as HTML: items in a row are one list, quoted paragraphs in a row one quote. */
function joined(blocks) {
  let html = "";
  blocks.forEach(({ tag, quote, item, runs }, at) => {
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    const isList = tag === "ul" || tag === "ol";
    const line = isList ? `<p>${written(runs)}</p>` : `<${tag}>${written(runs, tag === "h2")}</${tag}>`;
    if (isList) {
      const [isFirst, isLast] = [before?.tag !== tag, after?.tag !== tag];
      const [opens, closes] = [isFirst || before.item !== item, isLast || after.item !== item];
      html += `${isFirst ? `<${tag}>` : ""}${opens ? "<li>" : ""}${line}${closes ? "</li>" : ""}${isLast ? `</${tag}>` : ""}`;
    } else if (quote && tag === "p") {
      const same = (other) => other?.quote && other.tag === "p";
      html += `${same(before) ? "" : "<blockquote>"}${line}${same(after) ? "" : "</blockquote>"}`;
    } else html += line;
  });
  return html;
}
