/* The publish sheet over the text: the server's own page of it in a dialog. Another moment, or a change of the story by
   somebody else, brings it anew; each finding in it leads back to its place in the text. */

import { csrfToken } from "./api.js"
import { lead, show } from "./findings.js"
import { announce, element } from "./page.js"

const ASKED = ["when", "publish_at", "expire_at", "notice", "text"]

/* Opens the sheet of the story at `address`, with `query` chosen at first. */
export async function openSheet(address, query = {}) {
  const html = await fetchSheet(address, query)
  if (html === null) return announce(gettext("The server does not answer. Try again in a moment."))
  document.querySelector(".publish-dialog")?.remove()
  const dialog = element("dialog", { class: "publish-dialog", "aria-labelledby": "publish-heading" })
  document.getElementById("content").append(dialog)
  dialog.innerHTML = html
  csrfToken()
  await styled(dialog)
  dialog.showModal()
  dialog.querySelector("#publish-heading").focus()
  dialog.addEventListener("change", ({ target }) => chosen(dialog, address, target))
  dialog.addEventListener("click", (event) => clicked(dialog, event))
  const renew = () => dialog.open && renewWhole(dialog, address)
  document.addEventListener("story:changed", renew)
  dialog.addEventListener("close", () => {
    document.removeEventListener("story:changed", renew)
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

/* Waits for the sheet's own styles, which the screen does without until now. */
const styled = (dialog) =>
  new Promise((done) => {
    const link = dialog.querySelector("link")
    link.addEventListener("load", done)
    link.addEventListener("error", done)
    if (link.sheet) done()
  })

const answers = (dialog) =>
  Object.fromEntries([...new FormData(dialog.querySelector("form"))].filter(([name]) => ASKED.includes(name)))

/* Another moment: what blocks then, and what the button does. A date that is given is chosen by that. */
async function chosen(dialog, address, field) {
  if (field.name === "publish_at" && field.value) dialog.querySelector('[name=when][value="at"]').checked = true
  if (field.name === "when" && field.value !== "at") dialog.querySelector("[name=publish_at]").value = ""
  if (!["when", "publish_at"].includes(field.name)) return
  const html = await fetchSheet(address, answers(dialog))
  if (html === null) return
  const fresh = element("template")
  fresh.innerHTML = html
  const parts = [...fresh.content.querySelectorAll("[data-fragment]")]
  show(Object.fromEntries(parts.map((part) => [part.dataset.fragment, part.innerHTML])))
}

/* The story is another one by now: the whole sheet again, with the answers that were given. */
async function renewWhole(dialog, address) {
  const html = await fetchSheet(address, answers(dialog))
  if (html === null || !dialog.open) return
  dialog.innerHTML = html
  csrfToken()
  dialog.querySelector("#publish-heading").focus()
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
