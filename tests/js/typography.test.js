// What the sheet sets while somebody types is what saving makes of the same words.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { keptAfter, touches } from "../../newsroom/static/editors/story/typography-kept.js"
import { editsAt, rulesOf } from "../../newsroom/static/editors/story/typography-rules.js"

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url)))
const tables = read("typing-tables.json")

function typed(words, language) {
  let text = ""
  for (const character of words) {
    text += character
    for (const [from, to, put] of editsAt(text, rulesOf(tables, language)).reverse())
      text = text.slice(0, from) + put + text.slice(to)
  }
  return text
}

for (const [language, words, printed] of read("typing-examples.json"))
  test(`${language}: ${words}`, () => assert.equal(typed(words, language), printed))

test("what stays straight moves with the text, and is forgotten when it is changed itself", () => {
  assert.deepEqual(keptAfter([[2, 3]], 'a "b', 'xa "b'), [[3, 4]])
  assert.deepEqual(keptAfter([[2, 3]], 'a "b', 'a "bc'), [[2, 3]])
  assert.deepEqual(keptAfter([[2, 3]], 'a "b', "a b"), [])
  assert.ok(touches([[2, 3]], 2, 3))
  assert.ok(!touches([[2, 3]], 3, 4))
})
