/* What is decided without looking at the page. Of what is kept: what an answer means, when to try again, what to do with
   words found in the browser, how each state is said. Of the text: counts, paragraphs of plain text. */

/* Milliseconds after the last key, and the longest that words wait while somebody types without a pause. */
export const PAUSE = 2000
export const LONGEST = 10_000

/* Milliseconds to wait after so many failures in a row: 1, 2, 4, 8, 16, then 30 seconds. */
export const backoff = (failures) => Math.min(1000 * 2 ** (failures - 1), 30_000)

/* Whether two states of the fields are the same: of the same names, each with the same string or list of strings. It is
   asked with every letter, so a long text is compared, not written out. */
export function same(some, other) {
  if (!some || !other) return some === other
  const names = Object.keys(some)
  const isSame = (one, another) =>
    one === another || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(another))
  return names.length === Object.keys(other).length && names.every((name) => isSame(some[name], other[name]))
}

/* What an HTTP status of the server says about the words: saved, conflict, signed-out, refused (trying again as they
   are would change nothing) or offline (0 is no answer at all). */
export function verdict(status) {
  if (status === 200) return "saved"
  if (status === 409) return "conflict"
  if (status === 401) return "signed-out"
  return [400, 403, 404, 405, 413].includes(status) ? "refused" : "offline"
}

/* Whether the version on the server came from this very sheet, whose answer was lost on its way. */
export const isOwn = (last, sheet, version) => Boolean(last) && last.sheet === sheet && last.since <= version

/* What to do with a copy found in the browser, on a page that shows `version` of `article`, last written from `last`:
   "drop" it (its words are on the server), leave it to another page ("other"), "put" its words on this page, which go on
   from what is there, or "reconcile" them with it. */
export function recoveryOf(copy, { article, version, last }) {
  if (!copy.dirty || (copy.submitted && last?.sheet === copy.sheet)) return "drop"
  if (copy.article !== article) return "other"
  return copy.version === version || isOwn(last, copy.sheet, copy.version) ? "put" : "reconcile"
}

/* Whether a screen reader should be told of the new state: not of the everyday back and forth of saving and saved. */
export const isLoud = (before, after) =>
  (before !== after && !["saving", "saved", ""].includes(after || "")) ||
  (after === "saved" && !["saving", "saved", ""].includes(before || ""))

/* The state in words. `at` is a clock's time ("18:40"), `why` the server's sentence, `full` says that this browser can
   keep no copy, `browser` names what keeps it otherwise. */
export function words(state, { at = "", why = "", full = false } = {}) {
  const kept = full
    ? gettext("This browser has no room for a copy: leave the page open.")
    : gettext("Your words are kept in this browser.")
  const saved = full
    ? gettext("Saved %(at)s on the server. This browser has no room for a copy.")
    : gettext("Saved %(at)s")
  switch (state) {
    case "saved":
      return interpolate(saved, { at }, true)
    case "saving":
      return full ? gettext("Saving… This browser has no room for a copy.") : gettext("Saving…")
    case "signed-out":
      return `${why || gettext("You are signed out.")} ${kept}`
    case "conflict":
      return `${why || gettext("Somebody else changed the same words.")} ${kept}`
    default:
      return `${why || gettext("The server does not answer. What you write is saved as soon as it does.")} ${kept}`
  }
}

/* What a key with Ctrl asks of the whole screen, by its letter and by its place, which is the same on a Cyrillic keyboard. */
const BY_LETTER = { s: "save", f: "find", h: "replace" }
const BY_PLACE = { KeyS: "save", KeyF: "find", KeyH: "replace" }

/* What a key asks of the whole screen: "save", "next" (the verb that comes next), "find", "replace", "escape" or "". */
export function asked({ key, code = "", ctrlKey = false, metaKey = false, altKey = false, shiftKey = false }) {
  if (key === "Escape") return "escape"
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return ""
  if (key === "Enter") return "next"
  const isLatin = /^[a-z]$/i.test(key)
  return (isLatin ? BY_LETTER[key.toLowerCase()] : BY_PLACE[code]) ?? ""
}

/* The merged fields, once each choice is made: `chosen` has "mine", "theirs" or "both" for each piece of the text and
   each field to choose, in order of the text first. */
export function resolve(merged, chosen) {
  const picks = [...chosen]
  const pick = (choice) => {
    const which = picks.shift()
    return which === "both" ? choice.theirs + choice.mine : choice[which]
  }
  const body = merged.body.map((piece) => (typeof piece === "string" ? piece : pick(piece))).join("")
  const fields = { ...merged.fields, body }
  for (const choice of merged.choices) fields[choice.name] = pick(choice)
  return fields
}

/* Words as word processors count them; the same rule as `count_words` in articles/text/languages/word_count.py. */
const RUN = "[\\u0e01-\\u0e4e\\u0e81-\\u0ece\\u0f00\\u0f3e-\\u0fbc\\u1000-\\u103f\\u1780-\\u17d3\\u200b-\\u200d]"
const LETTER = `(?!${RUN}|[\\u3041-\\u30ff\\u3400-\\u9fff])[\\p{L}\\p{N}]`
const REST = `(?:${LETTER}|(?!${RUN})\\p{M}|\\u00ad)`
const WORD = new RegExp(
  `[\\u3041-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff]|${RUN}+|${LETTER}${REST}*(?:['’.,-]${REST}+)*`,
  "gu",
)
const IS_RUN = new RegExp(`^${RUN}`, "u")
const WORD_LENGTH = 5 // characters of a word of Thai and its like, which are written without spaces
const A_MINUTE = 230

const wordsIn = (found) => (IS_RUN.test(found) ? Math.ceil(found.length / WORD_LENGTH) : 1)

export const countWords = (text) => (text.match(WORD) || []).reduce((count, found) => count + wordsIn(found), 0)

/* “1,234 words · 6 min”: how much there is, and how long reading takes at 230 words a minute. */
export function lengthInWords(words, characters) {
  const minutes = Math.max(1, Math.round(words / A_MINUTE))
  const [number, signs] = [words, characters].map((each) =>
    each.toLocaleString(globalThis.document?.documentElement.lang || "en"),
  )
  const counted = interpolate(ngettext("%(number)s word", "%(number)s words", words), { number }, true)
  const more = gettext("%(signs)s characters · %(minutes)s min to read")
  return words < 2 ? counted : `${counted} · ${interpolate(more, { signs, minutes }, true)}`
}

/* “12 of 368 words · 70 characters · 1 min to read”: how much of a text is selected. */
export function selectedInWords(words, characters, all) {
  const [selected, whole, signs] = [words, all, characters].map((number) =>
    number.toLocaleString(globalThis.document?.documentElement.lang || "en"),
  )
  const places = { selected, whole, signs, minutes: Math.max(1, Math.round(words / A_MINUTE)) }
  const said = gettext("Selected: %(selected)s of %(whole)s words · %(signs)s characters · %(minutes)s min to read")
  return interpolate(said, places, true)
}

/* “32 of 400 words left”, “12 words over 400”: how many words stand to those that were asked for. */
export function budgetInWords(words, budget) {
  const [most, number] = [budget, Math.abs(budget - words)].map((each) =>
    each.toLocaleString(globalThis.document?.documentElement.lang || "en"),
  )
  const left = gettext("%(number)s of %(most)s words left")
  const over = ngettext("%(number)s word over %(most)s", "%(number)s words over %(most)s", words - budget)
  return interpolate(words > budget ? over : left, { number, most }, true)
}

/* Plain text as paragraphs, each a list of lines: parted by blank lines where there are any, hard wraps joined; else
   every line is a paragraph. */
export function plainParagraphs(text) {
  const clean = text.replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n").replace(/[\u200b\u2060\ufeff]/g, "")
  const parts = /\n[^\S\n]*\n/.test(clean.trim()) ? clean.split(/\n(?:[^\S\n]*\n)+/) : clean.split("\n")
  return parts
    .map((part) =>
      part
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
        .join(" "),
    )
    .filter(Boolean)
}

/* What becomes of the words of lead photos when another one is chosen: `{words, kept}`. Those of the `former` photo are kept
   under its number and never stay with the one `now`, which has its `own`, or those that were kept for it. */
export function changeOver(kept, former, words, now, own = null) {
  const { [now]: waiting, ...others } = { ...kept, [former]: words }
  return { words: own || waiting || ["", ""], kept: others }
}

/* Whether the library has no word of a photo yet, not even one of its file's that waits to be confirmed. */
export const isUnsaid = ({ caption, credit, unconfirmed }) => !caption && !credit && !unconfirmed.length

/* Whether a finding, by the data of its link, is about the lead photo. */
export const isAboutLead = ({ blocker = "", warning = "" }) => /^lead_(photo|caption|credit)$/.test(blocker || warning)

/* The number of the photo in HTML that was dragged from the text; "" where there is none. */
export const draggedPhoto = (html) => html.match(/<figure[^>]*\sdata-photo="(\d+)"/)?.[1] || ""

/* The gap among blocks, counted from the one before the first, at a height of the page: `middles` are the blocks' own. */
export const gapAt = (middles, y) => middles.filter((middle) => middle < y).length

/* Words as search engines and networks show them, at most so many characters; the server cuts them the same (Truncator.chars). */
export function cutAsOthers(words, most) {
  const signs = [...words.trim().normalize("NFC")].reduce((made, sign) => {
    if (made.length && /^\p{Mn}$/u.test(sign)) made.push(made.pop() + sign)
    else made.push(sign)
    return made
  }, [])
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : signs.join("")
}

/* A story's address as it is shown, with another slug; without one it is as it was at first. */
export const withSlug = (address, slug) =>
  slug.trim() ? [...address.split(" › ").slice(0, -1), slug.trim()].join(" › ") : address
