/* The publish sheet over the text: the server's own page of it in a dialog. Another moment, or a change of the story by
   somebody else, brings it anew; each finding in it leads back to its place in the text. */

import { csrfToken } from "./api.js"
import { lead, show } from "./findings.js"
import { startLooks } from "./looks.js"
import { announce, element, storyForm, styled } from "./page.js"
import { settled } from "./saving/autosave.js"

const MOMENT = ["when", "publish_at"]
const ASKED = [...MOMENT, "expire_at", "notice", "text", "slug"]

/* Opens the sheet of the story at `address`, with `query` chosen at first. */
export async function openSheet(address, query = {}) {
  const html = await fetchSheet(address, query)
  if (html === null) return announce(gettext("The server does not answer. Try again in a moment."))
  document.querySelector(".publish-dialog")?.remove()
  const dialog = element("dialog", { class: "publish-dialog", "aria-labelledby": "publish-heading" })
  document.getElementById("content").append(dialog)
  fill(dialog, html)
  await styled(dialog)
  dialog.showModal()
  dialog.querySelector("#publish-heading").focus()
  dialog.addEventListener("change", ({ target }) => chosen(dialog, address, target))
  dialog.addEventListener("click", (event) => clicked(dialog, event))
  dialog.addEventListener("submit", (event) => submitted(dialog, event))
  const renew = () => dialog.open && renewWhole(dialog, address)
  const saved = () => dialog.isTyped && renewStanding(dialog, address)
  document.addEventListener("story:changed", renew)
  document.addEventListener("sheet:saved", saved)
  dialog.addEventListener("close", () => {
    document.removeEventListener("story:changed", renew)
    document.removeEventListener("sheet:saved", saved)
    dialog.remove()
  })
}

async function fetchSheet(address, query) {
  try {
    const response = await fetch(`${address}?${new URLSearchParams({ ...query, dialog: "" })}`)
    const html = await response.text()
    return response.ok && html.includes("data-publish-sheet") ? html : null
  } catch {
    return null
  }
}

const answers = (dialog) =>
  Object.fromEntries([...new FormData(dialog.querySelector("form"))].filter(([name]) => ASKED.includes(name)))

/* Whether another moment was chosen since the server was asked. */
const isOutdated = (asked, dialog) => MOMENT.some((name) => asked[name] !== answers(dialog)[name])

/* Another moment: what blocks then, and what the button does. A date that is given is chosen by that. */
async function chosen(dialog, address, field) {
  if (field.name === "publish_at" && field.value) dialog.querySelector('[name=when][value="at"]').checked = true
  if (field.name === "when" && field.value !== "at") dialog.querySelector("[name=publish_at]").value = ""
  if (!MOMENT.includes(field.name)) return
  await renewStanding(dialog, address)
}

async function renewStanding(dialog, address) {
  const asked = answers(dialog)
  const html = await fetchSheet(address, asked)
  if (html === null || !dialog.open || isOutdated(asked, dialog)) return // the answer to the newer question says it
  const fresh = element("template")
  fresh.innerHTML = html
  const parts = [...fresh.content.querySelectorAll("[data-fragment]")]
  show(Object.fromEntries(parts.map((part) => [part.dataset.fragment, part.innerHTML])))
}

/* The story is another one by now: the whole sheet again, with the answers that were given. */
async function renewWhole(dialog, address) {
  const asked = answers(dialog)
  const html = await fetchSheet(address, asked)
  if (html === null || !dialog.open) return
  if (isOutdated(asked, dialog)) return renewWhole(dialog, address)
  fill(dialog, html)
  dialog.querySelector("#publish-heading").focus()
}

/* Puts the server's sheet into the dialog. */
function fill(dialog, html) {
  dialog.innerHTML = html
  csrfToken()
  startLooks(dialog, () => {
    dialog.isTyped = true
  })
}

/* Confirmed: what was typed beside the looks has to be on the server first, so that it goes out too. */
async function submitted(dialog, event) {
  if (!dialog.isTyped) return
  event.preventDefault()
  if ((await settled()) === null) {
    dialog.close()
    return announce(gettext("Not yet: first all words have to be on the server."))
  }
  event.target.elements.version.value = storyForm().elements.version.value
  dialog.isTyped = false
  setTimeout(() => event.target.requestSubmit(event.submitter)) // a form takes no other while it is being submitted
}

function clicked(dialog, event) {
  const { target } = event
  const finding = target.closest("[data-blocker], [data-warning]")
  if (finding || target.closest("[data-close]")) {
    event.preventDefault()
    dialog.close()
    if (finding) lead(finding.dataset, finding.hash.slice(1))
  }
}
