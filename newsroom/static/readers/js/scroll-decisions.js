// What "scroll for next" decides, without touching the page: what comes, when to stop, which story is on screen.

/** Stories that come by themselves before the reader is asked. */
export const AUTOMATIC = 5
const FIRST_DELAY = 1000
const LONGEST_DELAY = 30000
const RECENT = 2000
const CALM = 500
const MOST_CALM = 1500

/** How many stories may come by themselves from now on: none where the reader saves data. */
export const allowance = (connection, reduced) => (connection?.saveData || reduced ? 0 : AUTOMATIC)

/** The stories of a list that the reader has not been shown, each once. */
export function toCome(list, shown) {
  const ids = new Set(shown)
  return list.filter(({ id }) => !ids.has(id) && ids.add(id))
}

/** What to do at the foot of the last story: "load", "pause" (ask the reader) or "end". */
export function step(waiting, allowed) {
  if (!waiting) return "end"
  return allowed > 0 ? "load" : "pause"
}

/** What an HTTP status says of a story or list: "here", "gone" for good, or to be asked for "later". */
export function verdict(status) {
  if (status === 200) return "here"
  return status === 404 || status === 410 ? "gone" : "later"
}

/** Milliseconds to wait after that many failures in a row: 1, 2, 4 … 30 seconds. */
export const delay = (failures) => Math.min(FIRST_DELAY * 2 ** (failures - 1), LONGEST_DELAY)

/** The story on screen, given those that touch the band around the middle of the viewport.
 *  While two do, it stays the one it was. */
export function onScreen(current, inBand) {
  return inBand.length && !inBand.includes(current) ? inBand.at(-1) : current
}

/** Milliseconds that a story must stay on screen before the address names it again: who rocks to and fro over the line
 *  between two stories, that many times so far, is not followed; who moves on is followed at once. */
export const patience = (since, turns) => (turns && since < RECENT ? Math.min(CALM * 3 ** (turns - 1), MOST_CALM) : 0)

/** Whether a story is to be reported as gone through: once, when its end has been on screen and it itself too. */
export const isDue = ({ seen = false, ended = false, read = false }) => seen && ended && !read

/** Whether a click means "go there", and not a new tab or window. */
export const isPlain = (click) =>
  !(click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey || click.defaultPrevented)
