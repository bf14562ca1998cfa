// What find and replace decides without a page.
import assert from "node:assert/strict"
import { test } from "node:test"

import { matchesIn, matchFrom, patternOf, replacedIn } from "../../newsroom/static/editors/story/find-decisions.js"

const found = (text, sought, options) =>
  matchesIn(text, patternOf(sought, options)).map(([from, to]) => text.slice(from, to))

test("words are found in any case, or in theirs", () => {
  assert.deepEqual(found("Ferry, ferry, FERRY", "ferry"), ["Ferry", "ferry", "FERRY"])
  assert.deepEqual(found("Ferry, ferry, FERRY", "ferry", { matchCase: true }), ["ferry"])
  assert.deepEqual(found("Човен і ЧОВЕН", "човен"), ["Човен", "ЧОВЕН"])
  assert.deepEqual(found("anything", ""), [])
})

test("whole words are not parts of others, in any script", () => {
  assert.deepEqual(found("a cat, concat, cat_1, cats, Cat’s", "cat", { wholeWords: true }), ["cat", "Cat"])
  assert.deepEqual(found("кіт, кіткою", "кіт", { wholeWords: true }), ["кіт"])
  assert.deepEqual(found("café cafe\u0301", "cafe", { wholeWords: true }), [])
})

test("what a keyboard types finds what was printed, and signs of patterns are signs", () => {
  assert.deepEqual(found("It’s “so” – 5–6 km", 'it\'s "so"'), ["It’s “so”"])
  assert.deepEqual(found("5–6 km\u00a0off", "5-6 km off"), ["5–6 km\u00a0off"])
  assert.deepEqual(found("(a+b)*[c] {d}|e\\f.g? h^i$", "(a+b)*[c] {d}|e\\f.g? h^i$"), ["(a+b)*[c] {d}|e\\f.g? h^i$"])
  assert.deepEqual(found("axb", "a.b"), [])
  assert.deepEqual(found("It’s", "It’s"), ["It’s"])
})

test("replacing touches what was found and nothing else", () => {
  const signs = ["a", "b", "“", "’", " ", "é", "Я", "🙂", ".", "$&", "\\"]
  let seed = 7
  const random = (most) => {
    seed = (seed * 48271) % 2147483647
    return seed % most
  }
  const words = (most) => Array.from({ length: random(most) }, () => signs[random(signs.length)]).join("")
  for (let round = 0; round < 2000; round += 1) {
    const [text, sought, put] = [words(40), words(4), words(4)]
    const matches = matchesIn(text, patternOf(sought, { matchCase: true }))
    const kept = []
    let done = 0
    for (const [from, to] of matches) {
      assert.ok(from >= done && to > from)
      kept.push(text.slice(done, from))
      done = to
    }
    kept.push(text.slice(done))
    assert.equal(replacedIn(text, matches, put), kept.join(put))
  }
})

test("the first match is the one at or behind where the person is, else the first of all", () => {
  const from = (at) => (match) => match - at
  assert.equal(matchFrom([3, 8, 12], from(0)), 0)
  assert.equal(matchFrom([3, 8, 12], from(8)), 1)
  assert.equal(matchFrom([3, 8, 12], from(13)), 0)
  assert.equal(matchFrom([], from(1)), -1)
})
