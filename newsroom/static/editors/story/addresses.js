/* What is an address and what is none: the rule of `link` in articles/text/body/attributes.py, so that the sheet shows no
   link that saving would drop (tests/addresses.json holds both to it), and addresses as people type and paste them. */

const SCHEMELESS = /^(?:\/(?![/\\])|mailto:[^\s/?#]|tel:\+?[\d(*#])/i
const NEVER_IN_HOST = /[\s"<>\\^`{|}%]/
const MOST_PORT = 65_535

/* An address that a story may link to, as it is written, without what browsers leave out of addresses; else "". */
export function addressOf(value) {
  const bare = value.replace(/[\p{Cc}\p{Noncharacter_Code_Point}\ufeff\u2028\u2029]/gu, "").trim()
  if (SCHEMELESS.test(bare)) return bare
  const [, authority] = bare.match(/^https?:\/\/([^/?#]*)/i) || []
  return authority && isAuthority(authority) ? bare : ""
}

function isAuthority(authority) {
  if (NEVER_IN_HOST.test(authority)) return false
  if (/[/?#@:]/.test(authority.replace(/[@:#?]/g, "").normalize("NFKC"))) return false // signs that look like others
  const [, host, port = ""] = authority.match(/(?:^|@)(\[[^[\]@]*\]|[^:[\]@]+)(?::([^@]*))?$/) || []
  if (!host || !/^\d*$/.test(port) || Number(port) > MOST_PORT) return false
  return !host.startsWith("[") || URL.canParse(`http://${host}/`)
}

const MAIL = /^[^\s@/?#:<>"]+@[^\s@/?#:<>"]+\.[\p{L}\p{N}-]{2,}$/u
const HOST = /^(?:(?:[\p{L}\p{M}\p{N}_-]+\.)+(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)|\d+(?:\.\d+){3})(?::\d+)?(?:[/?#]|$)/iu

/* The address that somebody means who typed this as one: `example.org/report` leads to https://example.org/report. */
export function addressMeant(typed) {
  const bare = typed.trim()
  if (MAIL.test(bare)) return addressOf(`mailto:${bare}`)
  return addressOf(HOST.test(bare) ? `https://${bare}` : bare)
}

const BY_ITSELF = /(?<![\p{L}\p{M}\p{N}_.@/:-])(?:https?:\/\/|mailto:|www\.)[^\s<>"“”„«»‹›]+/giu
const LONGEST = 2000 // characters, of what a browser follows
const OPENED_BY = { ")": "(", "]": "[" }

/* The addresses in a text that are links by themselves, [start, end, address] each: only what begins with a scheme or with
   `www.` is one, for a slip of one space makes a domain of any two sentences. */
export function addressesIn(text) {
  return [...text.matchAll(BY_ITSELF)].flatMap((match) => {
    const words = match[0].length > LONGEST ? "" : withoutSigns(match[0])
    const address = /^www\.[^.]+$/i.test(words) ? "" : addressMeant(words)
    return address ? [[match.index, match.index + words.length, address]] : []
  })
}

/* An address without the signs of the sentence behind it; a bracket stays that was opened within. */
function withoutSigns(words) {
  let end = words.length
  while (/[.,:;!?)\]}'’‘*_…。，、]/.test(words[end - 1] || "") && !isOpened(words.slice(0, end))) end -= 1
  return words.slice(0, end)
}

function isOpened(words) {
  const opening = OPENED_BY[words.at(-1)]
  return Boolean(opening) && words.split(opening).length >= words.split(words.at(-1)).length
}

/* The address that a text is, if it is one and nothing else; else "". */
export function addressIn(text) {
  const bare = text.trim()
  const [[start, end, address] = []] = addressesIn(bare)
  return start === 0 && end === bare.length ? address : ""
}
