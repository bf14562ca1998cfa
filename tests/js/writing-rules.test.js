// What the sheet decides without a page.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  addressIn, choices, countWords, isWholeStory, lengthInWords, plainParagraphs, straight,
} from "../../newsroom/static/admin-newsroom/rules.js";

const ana = { id: 1, name: "Ana Diaz", note: "mayor" };
const kinds = (found) => found.map(({ kind }) => kind);

test("a person comes before words, and is added only when missing", () => {
  assert.deepEqual(kinds(choices("ana", [ana], { mayAdd: true, free: true })), ["person", "words", "add"]);
  assert.deepEqual(kinds(choices("ana diaz", [ana], { mayAdd: true })), ["person"]);
  assert.deepEqual(kinds(choices("Bo", [], {})), []);
  assert.deepEqual(kinds(choices("", [ana], { mayAdd: true, free: true })), ["person"]);
});

test("a speaker's words may be changed without losing the person, and the person taken away", () => {
  assert.deepEqual(kinds(choices("the mayor", [], { free: true, linked: "Ana Diaz" })), ["shown as", "words"]);
  assert.deepEqual(kinds(choices("", [], { free: true, linked: "Ana Diaz" })), ["nobody"]);
  assert.deepEqual(kinds(choices("", [], { free: true, linked: "" })), ["nobody"]);
});

test("words are counted as word processors do", () => {
  const counts = { "": 0, "One two": 2, "5,000 co-operators’ lives": 3, "日本 news": 3, "a_b": 2, "“Yes,” she said.": 3 };
  for (const [text, count] of Object.entries(counts)) assert.equal(countWords(text), count, text);
  assert.equal(lengthInWords(0), "0 words");
  assert.equal(lengthInWords(1), "1 word");
  assert.equal(lengthInWords(1234), "1,234 words · 5 min to read");
});

test("an address is one only when it is nothing else", () => {
  assert.equal(addressIn(" https://example.org/a?b=1 "), "https://example.org/a?b=1");
  assert.equal(addressIn("mailto:desk@example.org"), "mailto:desk@example.org");
  for (const text of ["see https://example.org", "javascript:alert(1)", "example.org", "https://a b"]) assert.equal(addressIn(text), "");
});

test("detours through Google are straightened", () => {
  assert.equal(straight("https://www.google.com/url?q=https://example.org/x&sa=D"), "https://example.org/x");
  assert.equal(straight("https://www.google.co.uk/url?url=https://example.org/"), "https://example.org/");
  for (const href of ["https://www.google.com/maps", "/2026/05/a/", "https://www.google.com/url"]) assert.equal(straight(href), href);
});

test("plain text falls into paragraphs at blank lines, else at every line", () => {
  assert.deepEqual(plainParagraphs("One\nruns on.\r\n\r\n \nTwo.\n"), ["One runs on.", "Two."]);
  assert.deepEqual(plainParagraphs("One.\nTwo.\n"), ["One.", "Two."]);
  assert.deepEqual(plainParagraphs(" \n\n"), []);
});

test("a whole story has paragraphs and words enough", () => {
  const paragraph = "word ".repeat(25);
  assert.equal(isWholeStory([paragraph, paragraph, paragraph, paragraph]), true);
  assert.equal(isWholeStory([paragraph.repeat(5)]), false);
  assert.equal(isWholeStory(["a", "b", "c", "d"]), false);
});
