// Addresses on the sheet, by the table that the server's rule is held to as well.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { addressesIn, addressIn, addressMeant, addressOf } from "../../newsroom/static/editors/story/addresses.js"

const table = JSON.parse(readFileSync(new URL("../addresses.json", import.meta.url)))

test("the sheet allows what saving keeps", () => {
  for (const address of table.allowed) assert.notEqual(addressOf(address), "", address)
  for (const address of table.refused) assert.equal(addressOf(address), "", address)
})

test("an address typed without its scheme is understood, one that cannot be one is refused", () => {
  for (const [typed, meant] of Object.entries(table.meant)) assert.equal(addressMeant(typed), meant, typed)
})

test("only what begins with a scheme or www. is a link by itself", () => {
  for (const [text, found] of Object.entries(table.by_itself))
    assert.deepEqual(
      addressesIn(text).map(([, , address]) => address),
      found,
      text,
    )
  const [[start, end]] = addressesIn("See www.example.org.")
  assert.equal("See www.example.org.".slice(start, end), "www.example.org")
  assert.equal(addressesIn(`www.a.example${".)".repeat(900)}`).length, 1)
  assert.equal(addressesIn(`www.a.example${")".repeat(1_000_000)}`).length, 0)
})

test("an address is one only when it is nothing else", () => {
  assert.equal(addressIn(" https://example.org/a?b=1 "), "https://example.org/a?b=1")
  assert.equal(addressIn("www.example.org"), "https://www.example.org")
  for (const text of ["see https://example.org", "javascript:alert(1)", "example.org", "https://a b", ""])
    assert.equal(addressIn(text), "")
})
