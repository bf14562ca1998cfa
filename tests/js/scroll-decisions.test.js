// The decisions of "scroll for next", without a page.
import assert from "node:assert/strict"
import { test } from "node:test"

import {
  AUTOMATIC,
  allowance,
  delay,
  isDue,
  isPlain,
  onScreen,
  patience,
  step,
  toCome,
  verdict,
} from "../../newsroom/static/readers/js/scroll-decisions.js"

const stories = (...ids) => ids.map((id) => ({ id, path: `/2026/05/story-${id}/` }))
const ids = (list) => list.map(({ id }) => id)

test("five stories come by themselves, and none where the reader saves data", () => {
  assert.equal(allowance({ saveData: false }), AUTOMATIC)
  assert.equal(allowance(undefined), AUTOMATIC)
  assert.equal(allowance({ saveData: true }), 0)
  assert.equal(allowance(undefined, true), 0, "32 reduced data is asked for by a style too")
  assert.equal(AUTOMATIC, 5)
})

test("13 whoever moves on is followed at once, whoever rocks over the line only when it is calm", () => {
  assert.equal(patience(10, 0), 0)
  assert.equal(patience(5_000, 1), 0, "long after the last change it is no rocking")
  assert.deepEqual(
    [1, 2, 3, 9].map((turns) => patience(100, turns)),
    [500, 1500, 1500, 1500],
  )
})

test("a story already shown never comes, and none comes twice", () => {
  assert.deepEqual(ids(toCome(stories(4, 2, 4, 3, 1), [2, 9])), [4, 3, 1])
  assert.deepEqual(toCome([], [1]), [])
})

test("the order of the list is kept, whatever it is", () => {
  for (let seed = 1; seed < 50; seed += 1) {
    const list = stories(...Array.from({ length: 30 }, (_, place) => (place * seed * 7919) % 41))
    const shown = [seed % 41, (seed * 3) % 41]
    const kept = ids(toCome(list, shown))
    assert.deepEqual(
      kept,
      [...new Set(ids(list))].filter((id) => !shown.includes(id)),
    )
  }
})

test("the list is loaded, then the reader is asked, then it ends", () => {
  assert.equal(step(3, 1), "load")
  assert.equal(step(3, 0), "pause")
  assert.equal(step(0, 5), "end")
  assert.equal(step(0, 0), "end")
})

test("a story gone for good is passed over, anything else is asked for later", () => {
  assert.equal(verdict(200), "here")
  for (const status of [404, 410]) assert.equal(verdict(status), "gone")
  for (const status of [0, 204, 302, 403, 408, 429, 500, 502, 503]) assert.equal(verdict(status), "later")
})

test("the wait doubles with each failure up to half a minute", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 60].map(delay), [1000, 2000, 4000, 8000, 16000, 30000, 30000])
})

test("the story on screen changes only when the one before has left the band", () => {
  assert.equal(onScreen("a", ["a"]), "a")
  assert.equal(onScreen("a", ["a", "b"]), "a")
  assert.equal(onScreen("a", ["b"]), "b")
  assert.equal(onScreen("b", ["a", "b"]), "b")
  assert.equal(onScreen("b", ["a"]), "a")
})

test("with no story in the band, as at the foot of the page, it stays the last one", () => {
  assert.equal(onScreen("a", []), "a")
})

test("a jump far down lands in the lowest of the stories there", () => {
  assert.equal(onScreen("a", ["c", "d"]), "d")
})

test("going back and forth over a boundary inside the band changes nothing", () => {
  const bands = [["a"], ["a", "b"], ["a"], ["a", "b"], ["b"], ["a", "b"], ["b"], ["a", "b"], ["a"]]
  const changes = []
  bands.reduce((current, band) => {
    const now = onScreen(current, band)
    if (now !== current) changes.push(now)
    return now
  }, "a")
  assert.deepEqual(changes, ["b", "a"])
})

test("a story is read once, when it was on screen and its end too", () => {
  assert.equal(isDue({ seen: true, ended: true }), true)
  assert.equal(isDue({ seen: true }), false)
  assert.equal(isDue({ ended: true }), false)
  assert.equal(isDue({ seen: true, ended: true, read: true }), false)
})

test("a click for a new tab or window, or one already answered, is left alone", () => {
  assert.equal(isPlain({ button: 0 }), true)
  for (const part of ["metaKey", "ctrlKey", "shiftKey", "altKey", "defaultPrevented"]) {
    assert.equal(isPlain({ button: 0, [part]: true }), false, part)
  }
  assert.equal(isPlain({ button: 1 }), false)
})
