/* What is set while somebody types: decisions without a page. They are those of articles/text/typography that are certain
   before the line is finished; saving makes the others. `tables` are what Python knows of languages (typing_tables). */

const [NO_BREAK, NARROW] = ["\u00a0", "\u202f"]
const WORD = "[\\p{L}\\p{N}]"
const BEHIND = "(?:[.,]\\P{Nd}|[^\\p{L}\\p{N}\\-–/:.,_])" // a number that is the last of a range
const LETTER = /\p{L}/u
const HEBREW = /[\u05d0-\u05ea]/
const UNSPACED = /[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/
const DIGIT = /\p{Nd}/u
const OPENS_AFTER = /^$|[\s([{/—–―\-¿¡ـ־“„«‹‘‚"'「『]/u
const ENDS_A_WORD = /[\s.,;:!?)\]}…”»“"]/u
// Addresses, e-mail addresses, handles and hashtags that are being typed are no prose.
const CODE =
  /(?:(?:\p{L}{2,9}:\/\/|www\.|mailto:)[^\s"<>“”„«»]*|[\p{L}\p{N}_][\p{L}\p{N}_.+'’-]*@[\p{L}\p{N}_.-]*|(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\/[\p{L}\p{N}_./?=&%#~+-]*|(?<![\p{L}\p{N}_])[@#][\p{L}\p{N}_.-]*)$/iu
const LEADING_TO_YEARS =
  /(?<!\p{L})(?:of|in|since|the|class|from|until|till|by|before|after|around|circa|late|early|mid|mai|del?|nel|dal|vom|seit|van|sinds|från|sedan)[ \u00a0]$/iu
const LEADING = /(?<![\p{L}\p{N}'’‘])['‘](?:(?:[Tt](?:is|was|were|will|would)|\p{Nd}\p{Nd}s|[stnkmr]))$/u
const YEAR = /(?<![\p{L}\p{N}'’‘])['‘]\p{Nd}\p{Nd}$/u
const POSSESSIVE = /(?:[sxzşSXZŞ]|in|(?<!\p{L})(?:n|o|an|th|ol|po|wi))$/iu

const YEARS =
  /(?<![\p{L}\p{N}\-–/.,:+_])(?<!\p{Nd} )((?:1[5-9]|20)\p{Nd}\p{Nd})-((?:1[5-9]|20)\p{Nd}\p{Nd}|\p{Nd}\p{Nd})(?:[.,\s]\P{Nd}|[^\p{L}\p{N}\-–/:.,\s_])$/u

const base = (language) => language.split("-")[0]
const known = (table, language, otherwise) => table[language] || table[base(language)] || otherwise

/* What a language code needs of the tables, compiled once. */
const compiled = new Map()
export function rulesOf(tables, code) {
  const language = code.toLowerCase().replace("_", "-")
  if (!compiled.has(language)) compiled.set(language, compile(tables, language))
  return compiled.get(language)
}

function compile(tables, language) {
  const { units, titles, counters, ranges } = tables
  const more = known(tables.moreTitles, language, "")
  const months = known(tables.months, language, "")
  const always = tables.alwaysLong.includes(base(language))
  return {
    language: base(language),
    outer: known(tables.outer, language, ["“", "”"]),
    inner: known(tables.inner, language, ["‘", "’"]),
    long: tables.long.includes(base(language)) ? "—" : "–",
    spaced: always ? "—" : "–",
    isFrench: base(language) === "fr",
    addsSpaces: base(language) === "fr" && !tables.sparing.includes(language),
    bindings: [
      new RegExp(`(?<=\\p{Nd})( )(?=(?:${units})(?!${WORD}|_).$)`, "u"),
      ...(months
        ? [new RegExp(`(?<![\\p{L}\\p{N}.,])\\p{Nd}\\p{Nd}?\\.?( )(?=(?:de )?(?:${months})(?!${WORD}|_).$)`, "u")]
        : []),
    ],
    atOnce: [
      new RegExp(`(?<!${WORD})(?:(?:${titles})\\.?${more && `|${more}`})( )(?=\\p{Lu}$)`, "u"),
      new RegExp(`(?<!${WORD})(?:${counters})( )(?=\\p{Nd}$)`, "u"),
    ],
    ranges: [
      new RegExp(`(?<!${WORD})(?:${ranges})[ ${NO_BREAK}]?(\\p{Nd}{1,4})-(\\p{Nd}{1,4})${BEHIND}$`, "u"),
      new RegExp(`(?<=[$€£¥])(\\p{Nd}{1,4})-(\\p{Nd}{1,4})${BEHIND}$`, "u"),
      new RegExp(
        `(?<![\\p{L}\\p{N}\\-–/.,:+$€£¥])(\\p{Nd}{1,4})-(\\p{Nd}{1,4})[ ${NO_BREAK}]?(?:${units})[^\\p{L}\\p{N}_]$`,
        "u",
      ),
    ],
  }
}

/* The edits [from, to, text], in order, that the character just typed at the end of `text` makes certain. */
export function editsAt(text, rules) {
  if (CODE.test(text.split(/\s/).at(-1))) return straightened(text)
  return [...marks(text, rules), ...dots(text), ...dashes(text, rules), ...spaces(text, rules)].sort(
    ([a], [b]) => a - b,
  )
}

/* What turns out to be an e-mail address has its apostrophe straight again. */
function straightened(text) {
  const found = text.match(/(?<!\S)[^\s“”]*’[^\s“”]*@$/u)
  const at = found && found.index + found[0].indexOf("’")
  return found ? [[at, at + 1, "'"]] : []
}

function dots(text) {
  const at = text.length
  if (text.endsWith("….")) return [[at - 2, at, "...."]] // four are no ellipsis
  return /(?:^|[^.\p{Nd}/\\])\.{3}$/u.test(text) ? [[at - 3, at, "…"]] : []
}

function dashes(text, { long, spaced, ranges }) {
  const found =
    text.match(/(?<=[\p{L}\p{N}])(-{2,3})[\p{L}\p{N}"”'’»]$/u) || text.match(/(?<=[^\s-] )(-{2,3}) [^\s-]$/u)
  if (found) return [[found.index, found.index + found[1].length, long]]
  const hyphen = text.match(/(?<=[^\s\p{Nd}-] )- [^\s-]$/u) || text.match(/(?<=\p{Nd} )- [^\s\p{Nd}-]$/u)
  if (hyphen) return [[hyphen.index, hyphen.index + 1, spaced]]
  const at = yearsHyphen(text) || numbersHyphen(text, ranges)
  return at ? [[at, at + 1, "–"]] : []
}

/* Where the hyphen of 1990-1995 or 1990-95 stands, or 0; 2011-12 may be a month. */
function yearsHyphen(text) {
  const found = text.match(YEARS)
  if (!found) return 0
  const [, first, last] = found
  const rises = last.length === 4 ? Number(first) < Number(last) : Math.max(Number(first.slice(2)), 12) < Number(last)
  return rises ? found.index + first.length : 0
}

/* Where it stands in pp. 3-4, $10-15 or 5-10 km: numbers that rise, where it is known what they count. */
function numbersHyphen(text, ranges) {
  const found = ranges.map((rule) => text.match(rule)).find((range) => range && Number(range[1]) < Number(range[2]))
  return found ? found.index + found[0].indexOf(`${found[1]}-`) + found[1].length : 0
}

function spaces(text, { isFrench, addsSpaces, bindings, atOnce }) {
  const found = []
  const last = text.at(-1)
  const rules = DIGIT.test(last) || LETTER.test(last) ? atOnce : bindings
  for (const rule of rules) {
    const match = text.match(rule)
    if (match) {
      const at = match.index + match[0].lastIndexOf(" ")
      found.push([at, at + 1, NO_BREAK])
    }
  }
  return isFrench && !found.length ? french(text, addsSpaces) : found
}

function french(text, addsSpaces) {
  const at = text.length - 1
  const put = (sign) => (";!?".includes(sign) ? NARROW : NO_BREAK)
  if (/\S [:;!?»]$/u.test(text)) return [[at - 1, at, put(text[at])]]
  if (/« \S$/u.test(text)) return [[at - 1, at, NO_BREAK]]
  if (!addsSpaces) return []
  if (/«[\p{L}\p{N}]$/u.test(text)) return [[at, at, NO_BREAK]]
  if (/[\p{L}\p{N}.!?…]»$/u.test(text)) return [[at, at, NO_BREAK]]
  const signs = text.match(/[\p{L}\p{N})\]”»%]([;!?]+|(?<=\p{L}):)[\s”»)]$/u)
  return signs ? [[signs.index + 1, signs.index + 1, put(signs[1][0])]] : []
}

/* Quotation marks and apostrophes. */
function marks(text, rules) {
  const at = text.length - 1
  const before = text.slice(0, at)
  if (text[at] === '"') return [...afterSingle(text, rules), ...double(before, rules)]
  if (text[at] === "'") return single(before, rules)
  return [...afterSingle(text, rules), ...afterDouble(text, rules)]
}

function double(before, rules) {
  const at = before.length
  const left = before.at(-1) || ""
  const endsAWord = /[\p{L}\p{N}.,!?…]['’‘]$/u.test(before) // “Er sagte ‚so‘“
  const open = openMarks(before, rules)
  const inner = open.at(-1)
  const closesDash = inner && /[\p{L}\p{N}](?:--|[—–])$/u.test(before)
  const opens = OPENS_AFTER.test(left) || (!inner && UNSPACED.test(left))
  if (opens && !closesDash && !(inner && endsAWord)) {
    const waiting = inner?.waiting // “Rocky 2" and "Rocky 3”: what may have been inches closes
    const settled = waiting ? [[waiting, waiting + 1, closing(inner, rules)]] : []
    const around = waiting ? open.at(-2) : inner
    if (around && !around.isSet) return settled
    return [...settled, [at, at + 1, (around?.isOuter ? rules.inner : rules.outer)[0]]]
  }
  if (!inner?.isSet || (DIGIT.test(left) && !YEAR.test(before)) || HEBREW.test(left) || inner.mark === "'") return []
  const signs = rules.addsSpaces && before.match(/[\p{L}\p{N})\]”»%]([;!?]+)$/u) // « Non ! »
  const space = signs ? [[signs.index + 1, signs.index + 1, NARROW]] : []
  return [...space, [at, at + 1, closing(inner, rules)]]
}

const closing = (open, rules) => (open.isOuter ? rules.outer : rules.inner)[1]

function single(before, { language }) {
  const left = before.at(-1) || ""
  const and = before.match(/(?<=[\p{L}\p{N}] )'n$/iu) // rock ’n’ roll
  if (and)
    return [
      [and.index, and.index + 1, "’"],
      [before.length, before.length + 1, "’"],
    ]
  if (!LETTER.test(left) && !/[)\]}%]$|\p{Lu}\.$|[”»"]$/u.test(before)) return []
  if (HEBREW.test(left) || (["he", "yi"].includes(language) && !/[a-z]/i.test(left))) return []
  if (/[)\]}%.”»"]$/u.test(before) || waitingSingle(before)) return [] // the next character tells
  return [[before.length, before.length + 1, "’"]]
}

/* Where a straight single mark stands that may have opened a quotation: the last one with none behind it; or -1. */
function waitingSingle(before) {
  const found = [...before.matchAll(/(?<=^|[\s([{/—–―¿¡“„«"-])'(?=[\p{L}\p{N}“„"«¿¡…])/gu)].at(-1)
  if (!found || /^'(?:\p{Nd}\p{Nd}s?|tis|twas|em|til|cause|n|[stkmr])(?!\p{L})/iu.test(before.slice(found.index)))
    return 0
  return /(?<=[\p{L}\p{N}.,!?…])'(?![\p{L}\p{N}])/u.test(before.slice(found.index + 1)) ? 0 : found.index + 1
}

/* What the character behind a straight ' tells of it. */
function afterSingle(text, rules) {
  const at = text.length - 2
  const last = text.at(-1)
  const word = text.slice(0, -1)
  if (text[at] === "'") {
    const left = text[at - 1] || ""
    if (LETTER.test(last)) {
      const within = LETTER.test(left) || /[)\]}%]$|\p{L}\.$|[\p{L}\p{N}.!?…][”»"]$/u.test(text.slice(0, at))
      const isApostrophe = within || (DIGIT.test(left) && !/°\s?\p{Nd}*$/u.test(text.slice(0, at)))
      return isApostrophe && !HEBREW.test(left) && !HEBREW.test(last) ? [[at, at + 1, "’"]] : []
    }
    const opened = waitingSingle(text.slice(0, at)) - 1
    if (opened >= 0 && ENDS_A_WORD.test(last) && left.trim() && !DIGIT.test(left) && !HEBREW.test(left)) {
      if (POSSESSIVE.test(text.slice(0, at)) && /[ \u00a0]/.test(last)) return []
      if (rules.language === "he" || rules.language === "yi") return []
      return [
        [opened, opened + 1, rules.inner[0]],
        [at, at + 1, rules.inner[1]],
      ]
    }
    return /\p{Lu}\.$/u.test(text.slice(0, at)) && opened < 0 && /[ \u00a0]/.test(last) ? [[at, at + 1, "’"]] : []
  }
  if (LETTER.test(last) || DIGIT.test(last) || "'’".includes(last)) return []
  const isYear = LEADING_TO_YEARS.test(word.slice(0, -3)) || last === '"' // which ends what is open around it
  const leads = word.match(LEADING) || (isYear && word.match(YEAR))
  return leads ? [[leads.index, leads.index + 1, "’"]] : []
}

/* What the character behind a straight " tells of it, where a letter may have gone on. */
function afterDouble(text, rules) {
  const at = text.length - 2
  if (text[at] !== '"' || !HEBREW.test(text[at - 1] || "") || !ENDS_A_WORD.test(text.at(-1))) return []
  const open = openMarks(text.slice(0, at), rules).at(-1)
  return open?.isSet ? [[at, at + 1, closing(open, rules)]] : []
}

/* The quotations that are open at the end of a text, from the outside in. `isSet` is one whose mark is the language's, else
   it is straight, and stays so; `waiting` is where behind a number a straight mark may have closed it. */
function openMarks(text, { outer, inner }) {
  const open = []
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]
    const [left, right] = [text[at - 1] || "", text[at + 1] || ""]
    const starts = OPENS_AFTER.test(left)
    const last = open.at(-1)
    if (mark === '"') {
      if (starts && right.trim()) open.push({ at, mark, isSet: false, isOuter: !last?.isOuter })
      else if (DIGIT.test(left) && last) last.waiting = at
      else if (last?.mark === '"' && !/[\p{L}]/u.test(right)) open.pop()
    } else if (last?.isSet && mark === closerOf(last, outer, inner) && (!starts || mark !== last.mark)) {
      if (mark !== "’" || !/\p{L}/u.test(right)) open.pop()
    } else if (mark === outer[0][0] && (starts || outer[0][0] !== outer[1].at(-1))) {
      open.push({ at, mark, isSet: true, isOuter: true })
    } else if (mark === inner[0][0] && mark !== "’" && last?.isOuter) {
      open.push({ at, mark, isSet: true, isOuter: false })
    }
  }
  return open
}

const closerOf = ({ isOuter }, outer, inner) => (isOuter ? outer : inner)[1].at(-1)
