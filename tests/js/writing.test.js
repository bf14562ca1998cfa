// What the sheet decides without a page.
import assert from "node:assert/strict"
import { test } from "node:test"

import "./django.js"
import {
  asked,
  budgetInWords,
  countWords,
  cutAsOthers,
  gapAt,
  lengthInWords,
  plainParagraphs,
  selectedInWords,
  withSlug,
} from "../../newsroom/static/editors/story/decisions.js"

test("words are counted as word processors do", () => {
  const counts = {
    "": 0,
    "One two": 2,
    "5,000 co-operators’ lives": 3,
    "日本 news": 3,
    a_b: 2,
    "เรือข้ามฟากกลับมา 2020": 5,
    "हिन्दी में": 2,
    "“Yes,” she said.": 3,
  }
  for (const [text, count] of Object.entries(counts)) assert.equal(countWords(text), count, text)
  assert.equal(lengthInWords(0, 0), "0 words")
  assert.equal(lengthInWords(1, 5), "1 word")
  assert.equal(lengthInWords(1234, 7204), "1,234 words · 7,204 characters · 5 min to read")
  assert.equal(selectedInWords(12, 1070, 1234), "Selected: 12 of 1,234 words · 1,070 characters · 1 min to read")
})

test("plain text falls into paragraphs at blank lines, else at every line", () => {
  assert.deepEqual(plainParagraphs("One\nruns on.\r\n\r\n \nTwo.\n"), ["One runs on.", "Two."])
  assert.deepEqual(plainParagraphs("One.\nTwo.\n"), ["One.", "Two."])
  assert.deepEqual(plainParagraphs(" \n\n"), [])
})

test("keys that writers' hands know are known by their letter, or by its place on another keyboard", () => {
  assert.equal(asked({ key: "s", ctrlKey: true }), "save")
  assert.equal(asked({ key: "S", metaKey: true }), "save")
  assert.equal(asked({ key: "ы", code: "KeyS", ctrlKey: true }), "save")
  assert.equal(asked({ key: "o", code: "KeyS", ctrlKey: true }), "", "another Latin layout")
  assert.equal(asked({ key: "Enter", ctrlKey: true }), "next")
  assert.equal(asked({ key: "f", ctrlKey: true }), "find")
  assert.equal(asked({ key: "р", code: "KeyH", ctrlKey: true }), "replace")
  assert.equal(asked({ key: "Escape" }), "escape")
  for (const other of [{ altKey: true }, { shiftKey: true }])
    assert.equal(asked({ key: "s", ctrlKey: true, ...other }), "", "another command's")
  assert.equal(asked({ key: "s" }), "")
  assert.equal(asked({ key: "Enter" }), "")
})

test("words are told by those that the desk wants", () => {
  assert.equal(budgetInWords(368, 400), "32 of 400 words left")
  assert.equal(budgetInWords(1400, 1400), "0 of 1,400 words left")
  assert.equal(budgetInWords(401, 400), "1 word over 400")
  assert.equal(budgetInWords(412, 400), "12 words over 400")
})

test("a block goes into the gap that the hand is in", () => {
  const middles = [10, 30, 70]
  assert.deepEqual(
    [0, 10, 11, 69, 71, 500].map((y) => gapAt(middles, y)),
    [0, 0, 1, 2, 3, 3],
  )
})

test("headlines are cut as others cut them, and no sign in two", () => {
  assert.equal(cutAsOthers(" Ferries wait ", 60), "Ferries wait")
  assert.equal(cutAsOthers("Ferries wait", 12), "Ferries wait")
  assert.equal(cutAsOthers("Ferries wait", 11), "Ferries wa…")
  assert.equal(cutAsOthers("q\u0323q\u0323q\u0323", 2), "q\u0323…")
  assert.equal(cutAsOthers("🌊🌊🌊", 2), "🌊…")
})

test("the address follows the slug", () => {
  assert.equal(withSlug("news.example › 2026 › 11 › ferries", "boats"), "news.example › 2026 › 11 › boats")
  assert.equal(withSlug("news.example › 2026 › 11 › ferries", " "), "news.example › 2026 › 11 › ferries")
})
