/* What the sheet decides without looking at the page: counts, addresses, paragraphs of plain text. */

/* Words as word processors count them; the same rule as `word_count` in articles/text/sections.py. */
const WORD = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+(?:['’.,-][\p{L}\p{N}]+)*/gu;
const A_MINUTE = 230;

export const countWords = (text) => text.match(WORD)?.length || 0;

/* “1,234 words · 6 min”: how much there is, and how long reading takes at 230 words a minute. */
export function lengthInWords(words) {
  const minutes = Math.max(1, Math.round(words / A_MINUTE));
  return words === 1 ? "1 word" : `${words.toLocaleString("en")} words${words ? ` · ${minutes} min to read` : ""}`;
}

/* The address that a text is, if it is one and nothing else; else "". */
export function addressIn(text) {
  const bare = text.trim();
  return /^(https?:\/\/[^\s<>"]+|mailto:[^\s<>"]+@[^\s<>"]+)$/i.test(bare) ? bare : "";
}

/* Plain text as paragraphs, each a list of lines: parted by blank lines where there are any, hard wraps joined; else
   every line is a paragraph. */
export function plainParagraphs(text) {
  const clean = text.replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n").replace(/[\u200b\u2060\ufeff]/g, "");
  const parts = /\n[^\S\n]*\n/.test(clean.trim()) ? clean.split(/\n(?:[^\S\n]*\n)+/) : clean.split("\n");
  return parts.map((part) => part.split("\n").map((line) => line.trim()).filter(Boolean).join(" ")).filter(Boolean);
}
