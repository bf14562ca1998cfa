// Counts what was read: half of a story, for a third of its reading time, in a tab that is seen; once a day and device.
// One beacon tells of all of it when the reader leaves: the stories' numbers, and nothing about who reads. What was read is
// put on the device's shelf of the last stories. Loaded when half of a story has been on screen.
import { store, stored } from "./place.js"
import { isRead, remembered, timeFor } from "./reading-decisions.js"

const KEY = "read"
const refused = navigator.globalPrivacyControl || navigator.doNotTrack === "1"
const times = new Map()
const halves = new Set()
const due = new Set()
let article
let since = null

/** Half of `story` has come up; `current` is on screen since that moment of the page's clock. */
export function half(story, current, at) {
  halves.add(story)
  setTimeout(settle, timeFor(story.dataset.words))
  if (article) return
  article = current
  if (!document.hidden) since = at
  document.addEventListener("story:active", ({ detail }) => {
    settle()
    article = document.querySelector(`article[data-story="${detail.id}"]`)
    const line = article.querySelector("[data-open=since]")
    if (line) import("./since.js").then(({ open }) => open(line))
  })
  document.addEventListener("visibilitychange", leave)
  addEventListener("pagehide", leave)
}

/** Add the time since the last look to the story that was on screen. */
function settle() {
  const now = performance.now()
  const spent = (times.get(article) ?? 0) + (since === null ? 0 : now - since)
  times.set(article, spent)
  since = document.hidden ? null : now
  const story = Number(article.dataset.story)
  if (due.has(story) || !isRead(article.dataset.words, halves.has(article), spent)) return
  due.add(story)
  import("./shelf.js").then(({ put }) => put(article, "lately")).catch(() => {}) // a device without room reads on
}

function leave({ type }) {
  settle()
  if (document.hidden || type === "pagehide") tell()
}

function tell() {
  store("sessionStorage", KEY, [...new Set([...(stored("sessionStorage", KEY) ?? []), ...due])])
  if (refused) return
  const day = new Date().toDateString()
  const told = remembered(stored("localStorage", KEY), day, [])
  const news = [...due].filter((story) => !told.stories.includes(story))
  if (!news.length) return
  navigator.sendBeacon("/read", news.join(" "))
  store("localStorage", KEY, remembered(told, day, news))
}
