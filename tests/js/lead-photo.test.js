// What the lead photo's block decides without a page.
import assert from "node:assert/strict"
import { test } from "node:test"

import "./django.js"
import { cutOf, position } from "../../newsroom/static/editors/photos/focal-point.js"
import { changeOver, draggedPhoto, isAboutLead, isUnsaid } from "../../newsroom/static/editors/story/decisions.js"

test("words of a former photo never stay with another one, and come back with theirs", () => {
  const first = changeOver({}, "1", ["Of one.", "Ana"], "2")
  assert.deepEqual(first, { words: ["", ""], kept: { 1: ["Of one.", "Ana"] } })
  const back = changeOver(first.kept, "2", ["Of two.", ""], "1")
  assert.deepEqual(back, { words: ["Of one.", "Ana"], kept: { 2: ["Of two.", ""] } })
  assert.deepEqual(changeOver(back.kept, "1", ["", ""], "2", ["Own.", "Bo"]).words, ["Own.", "Bo"])
})

test("a photo is unsaid as long as neither its file nor anybody has words for it", () => {
  const bare = { caption: "", credit: "", unconfirmed: [] }
  assert.ok(isUnsaid(bare))
  assert.ok(!isUnsaid({ ...bare, caption: "A ferry." }) && !isUnsaid({ ...bare, credit: "Ana" }))
  assert.ok(!isUnsaid({ ...bare, unconfirmed: [{ label: "Credit", words: "Ana" }] }))
})

test("findings about the lead photo are known by their field", () => {
  assert.ok(isAboutLead({ blocker: "lead_photo" }) && isAboutLead({ warning: "lead_credit" }))
  assert.ok(!isAboutLead({ blocker: "lead_topic" }) && !isAboutLead({ warning: "body" }) && !isAboutLead({}))
})

test("a photo dragged from the text is known by its number", () => {
  assert.equal(draggedPhoto('<figure data-credit="A" data-photo="12"><figcaption></figcaption></figure>'), "12")
  assert.equal(draggedPhoto("<p>No photo</p>"), "")
})

test("a cut lies about the focus as far as the edges allow", () => {
  assert.deepEqual(cutOf(200, 100, 1), [0.5, 1])
  assert.deepEqual(
    [0, 0.5, 1].map((focus) => position(focus, 0.5)),
    [0, 0.5, 1],
  )
  assert.equal(position(0.9, 1), 0.5)
})
