/* What find and replace decides without a page: what a search finds in a text, and the text with it replaced. */

// What a keyboard has one key for is found whatever sign was printed.
const SIGNS = [
  ["'", "'’‘ʼ"],
  ['"', '"“”„«»'],
  ["-", "-‐‑–—"],
  [" ", " \u00a0\u202f\u2009"],
]
const ALIKE = new Map(SIGNS.flatMap(([typed, printed]) => [[typed, `[${printed.replace("-", "\\-")}]`]]))
const IN_WORDS = "[\\p{L}\\p{N}\\p{M}_]"

const escaped = (sign) => ALIKE.get(sign) ?? sign.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&")

/** A pattern for what is looked for, or null where that is nothing. A typed straight mark, hyphen or space also finds the
 *  printed ones; a printed one finds itself. */
export function patternOf(sought, { matchCase = false, wholeWords = false } = {}) {
  if (!sought) return null
  const words = [...sought].map(escaped).join("")
  const [before, after] = wholeWords ? [`(?<!${IN_WORDS})`, `(?!${IN_WORDS})`] : ["", ""]
  return new RegExp(`${before}${words}${after}`, matchCase ? "gu" : "giu")
}

/** Where a pattern matches in a text: [[from, to]], in order, none overlapping another. */
export const matchesIn = (text, pattern) =>
  pattern ? [...text.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length]) : []

/** The text with every match replaced by the same words. */
export function replacedIn(text, matches, put) {
  let [made, done] = ["", 0]
  for (const [from, to] of matches) {
    made += text.slice(done, from) + put
    done = to
  }
  return made + text.slice(done)
}

/** The place in a list of matches of the first at or behind where a person is, or of the first of all; -1 where there is
 *  none. `order(match)` says by its sign whether a match lies before (< 0) or not. */
export function matchFrom(matches, order) {
  const next = matches.findIndex((match) => order(match) >= 0)
  return next < 0 ? Math.min(0, matches.length - 1) : next
}
