// What keeping decides, without a page, a server or a clock.
import assert from "node:assert/strict"
import { test } from "node:test"

import "./django.js"
import {
  backoff,
  isLoud,
  isOwn,
  recoveryOf,
  resolve,
  same,
  verdict,
  words,
} from "../../newsroom/static/editors/story/decisions.js"

test("each status means one state, and what nobody knows is tried again", () => {
  assert.equal(verdict(200), "saved")
  assert.equal(verdict(409), "conflict")
  assert.equal(verdict(401), "signed-out")
  for (const status of [400, 403, 404, 405, 413]) assert.equal(verdict(status), "refused", status)
  for (const status of [0, 302, 408, 429, 500, 502, 503, 504]) assert.equal(verdict(status), "offline", status)
})

test("the wait doubles with each failure up to half a minute", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 60].map(backoff), [1000, 2000, 4000, 8000, 16000, 30000, 30000])
})

test("fields are the same by value and order", () => {
  assert.ok(same({ a: "1", b: ["1", "2"] }, { a: "1", b: ["1", "2"] }))
  assert.ok(!same({ b: ["1", "2"] }, { b: ["2", "1"] }))
  assert.ok(!same({ b: ["1,2"] }, { b: ["1", "2"] }))
  assert.ok(!same({ a: "1" }, { a: "1", b: "" }))
  assert.ok(!same({ a: "1" }, { b: "1" }))
  assert.ok(!same({ a: "1" }, undefined))
})

test("a version written from this sheet is no news, whatever answer was lost", () => {
  const last = { sheet: "mine", since: 3 }
  for (const version of [3, 4, 5]) assert.ok(isOwn(last, "mine", version))
  assert.ok(!isOwn(last, "mine", 2))
  assert.ok(!isOwn(last, "other", 4))
  assert.ok(!isOwn(null, "mine", 4))
})

const localCopy = (more) => ({ sheet: "old", article: 7, version: 4, dirty: true, ...more })
const page = (more) => ({ article: 7, version: 4, last: null, ...more })

test("words that the server has are dropped, by whatever way they came there", () => {
  assert.equal(recoveryOf(localCopy({ dirty: false }), page()), "drop")
  const saved = page({ version: 5, last: { sheet: "old", since: 3 } })
  assert.equal(recoveryOf(localCopy({ submitted: true }), saved), "drop")
  assert.equal(
    recoveryOf(localCopy({ submitted: true, article: null, version: 0 }), page({ last: { sheet: "old", since: 0 } })),
    "drop",
  )
})

test("words of a Save that never arrived are taken up", () => {
  assert.equal(recoveryOf(localCopy({ submitted: true }), page()), "put")
  assert.equal(
    recoveryOf(localCopy({ submitted: true }), page({ version: 5, last: { sheet: "theirs", since: 4 } })),
    "reconcile",
  )
})

test("words that go on from what is there are put on the page, others are merged", () => {
  assert.equal(recoveryOf(localCopy(), page()), "put")
  assert.equal(recoveryOf(localCopy(), page({ version: 6, last: { sheet: "old", since: 4 } })), "put")
  assert.equal(recoveryOf(localCopy(), page({ version: 6, last: { sheet: "old", since: 5 } })), "reconcile")
  assert.equal(recoveryOf(localCopy(), page({ version: 6 })), "reconcile")
})

test("words of another story wait for its page", () => {
  assert.equal(recoveryOf(localCopy(), page({ article: 8 })), "other")
  assert.equal(recoveryOf(localCopy({ article: null, version: 0 }), page()), "other")
  assert.equal(recoveryOf(localCopy({ article: null, version: 0 }), page({ article: null, version: 0 })), "put")
})

test("a screen reader hears of trouble and of its end, not of every save", () => {
  for (const pair of [
    ["saving", "saved"],
    ["saved", "saving"],
    [undefined, "saving"],
    ["saved", "saved"],
    ["offline", "offline"],
  ]) {
    assert.ok(!isLoud(...pair), pair)
  }
  for (const pair of [
    ["saving", "offline"],
    ["offline", "saved"],
    ["offline", "signed-out"],
    [undefined, "conflict"],
  ]) {
    assert.ok(isLoud(...pair), pair)
  }
})

test("every state says in words where the words are", () => {
  assert.equal(words("saved", { at: "18:40" }), "Saved 18:40")
  assert.match(words("saved", { at: "18:40", full: true }), /on the server.*no room/)
  assert.match(words("saving"), /^Saving/)
  for (const state of ["offline", "signed-out", "conflict"]) {
    assert.match(words(state), /kept in this browser/)
    assert.match(words(state, { why: "Because." }), /^Because\. /)
    assert.match(words(state, { full: true }), /leave the page open/)
  }
  assert.match(words("saving", { full: true }), /no room/)
})

test("choices are made in the order of the text, then of the fields, and lose nothing", () => {
  const piece = (name) => ({ base: "", mine: `<p>my ${name}</p>`, theirs: `<p>their ${name}</p>` })
  const merged = {
    fields: { dek: "D" },
    body: ["<p>0</p>", piece("1"), "<p>2</p>", piece("3"), piece("4")],
    choices: [{ name: "headline", mine: "H", theirs: "I" }],
  }
  assert.deepEqual(resolve(merged, ["mine", "both", "theirs", "theirs"]), {
    dek: "D",
    headline: "I",
    body: "<p>0</p><p>my 1</p><p>2</p><p>their 3</p><p>my 3</p><p>their 4</p>",
  })
})
