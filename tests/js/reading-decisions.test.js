// What counts as read, and what a device remembers, without a page.
import assert from "node:assert/strict"
import { test } from "node:test"

import { isRead, remembered } from "../../newsroom/static/readers/js/reading-decisions.js"

test("26 a story was read after half of it and a third of its reading time, and not before", () => {
  const third = (460 / 230 / 3) * 60_000
  assert.equal(isRead(460, true, third + 1), true)
  assert.equal(isRead(460, true, third - 1), false)
  assert.equal(isRead(460, false, third * 9), false)
})

test("28 a short story takes little time, a long one much", () => {
  assert.equal(isRead(23, true, 2_001), true)
  assert.equal(isRead(11_000, true, 60_000), false)
})

test("25 a story is remembered once a day, and another day knows nothing of it", () => {
  const monday = remembered(null, "Mon", [1, 2])
  assert.deepEqual(remembered(monday, "Mon", [2, 3]), { day: "Mon", stories: [1, 2, 3] })
  assert.deepEqual(remembered(monday, "Tue", [4]), { day: "Tue", stories: [4] })
})
