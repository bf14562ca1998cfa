// What counts as read, and what a device remembers of it, without touching the page.

const WORDS_A_SECOND = 230 / 60
const SHARE_READ = 1 / 3

/** Milliseconds after which a story of that many words may count as read: a third of the time that reading it takes. */
export const timeFor = (words) => (words / WORDS_A_SECOND) * SHARE_READ * 1000

/** Whether a story of that many words was read: half of it, for long enough. */
export const isRead = (words, half, milliseconds) => half && milliseconds >= timeFor(words)

/** What the device remembers of a day, with these stories in it too; of another day it forgets everything. */
export const remembered = (told, day, stories) => ({
  day,
  stories: [...new Set([...(told?.day === day ? told.stories : []), ...stories])],
})
