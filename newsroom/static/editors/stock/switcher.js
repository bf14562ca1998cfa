/* On every screen: the bell with its number, Ctrl+K to go anywhere, and “?” for the keys of the screen. */

const EVERY = 60_000
const bell = document.querySelector("[data-inbox]")

async function count() {
  if (document.hidden) return
  const answer = await fetch(bell.dataset.address, { headers: { Accept: "application/json" } }).catch(() => null)
  if (!answer?.ok || answer.redirected) return
  const { unread } = await answer.json()
  bell.dataset.inbox = unread
  bell.querySelector("[data-part=number]").textContent = unread || ""
  bell.ariaLabel = interpolate(ngettext("Inbox, %s new", "Inbox, %s new", unread), [unread])
}

// The switcher

const dialog = document.querySelector("[data-switcher]")
const field = dialog?.querySelector("input")
const list = dialog?.querySelector("[data-part=found]")
const A_MOMENT = 120 // milliseconds
let asked = 0
let [waiting, answered] = [null, null]

/* Looks for what is typed, now, and remembers that it is on its way. */
function lookNow() {
  clearTimeout(waiting)
  waiting = null
  answered = look()
}

function lookSoon() {
  clearTimeout(waiting)
  waiting = setTimeout(lookNow, A_MOMENT)
}

/* Enter takes what was typed, not what was found before it. */
async function goToChosen() {
  if (waiting) lookNow()
  await answered
  go(options().find((each) => each.ariaSelected === "true"))
}

async function look() {
  const number = ++asked
  const address = `${dialog.dataset.switcher}?q=${encodeURIComponent(field.value)}`
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null)
  const { groups = [] } = (answer?.ok && (await answer.json().catch(() => null))) || {}
  if (number !== asked) return // a later question is on its way
  const made = groups.flatMap(({ title, entries }) => [heading(title), ...entries.map(option)])
  list.replaceChildren(...(made.length ? made : [heading(gettext("Nothing is found by these words."))]))
  choose(0)
}

function heading(title) {
  const made = document.createElement("li")
  Object.assign(made, { className: "switcher-title", textContent: title, role: "presentation" })
  return made
}

function option({ address, title, more }, number) {
  const made = document.createElement("li")
  made.append(Object.assign(document.createElement("b"), { textContent: title }))
  made.dataset.address = address
  if (more) made.append(Object.assign(document.createElement("span"), { textContent: more }))
  Object.assign(made, { className: "switcher-entry", role: "option", id: `switcher-${asked}-${number}-${address}` })
  return made
}

const options = () => [...list.querySelectorAll("[role=option]")]

function choose(index) {
  const all = options()
  const at = (index + all.length) % (all.length || 1)
  all.forEach((each, number) => {
    each.ariaSelected = String(number === at)
  })
  all[at]?.scrollIntoView({ block: "nearest" })
  if (all[at]) field.setAttribute("aria-activedescendant", all[at].id)
  else field.removeAttribute("aria-activedescendant")
}

function pressed(event) {
  const at = options().findIndex((each) => each.ariaSelected === "true")
  if (event.key === "ArrowDown") choose(at + 1)
  else if (event.key === "ArrowUp") choose(at - 1)
  else if (event.key === "Enter") goToChosen()
  else return
  event.preventDefault()
}

function go(chosen) {
  if (chosen) location.assign(chosen.dataset.address)
}

function open() {
  if (document.querySelector("dialog[open], [popover]:popover-open")) return
  dialog.showModal()
  field.select()
  lookNow()
}

// Keys

const keys = document.querySelector("[data-keys]")
const isTyping = ({ target }) => target.closest("input, textarea, select, [contenteditable=true], .ProseMirror")

function key(event) {
  if (event.defaultPrevented || event.isComposing) return
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
    if (event.target.closest(".ProseMirror")) return // there it is a link
    event.preventDefault()
    open()
  } else if (event.key === "?" && !isTyping(event) && !document.querySelector("dialog[open], dialog.shortcuts")) {
    event.preventDefault()
    keys.showModal()
  } else if (event.key === "/" && !isTyping(event) && document.querySelector("#searchbar")) {
    event.preventDefault()
    document.querySelector("#searchbar").focus()
  }
}

if (bell) {
  count()
  setInterval(count, EVERY)
}
if (dialog) {
  field.addEventListener("input", lookSoon)
  field.addEventListener("keydown", pressed)
  list.addEventListener("click", ({ target }) => go(target.closest("[role=option]")))
  for (const button of document.querySelectorAll("[data-do=switch]")) button.addEventListener("click", open)
  for (const button of document.querySelectorAll("[data-keys] button"))
    button.addEventListener("click", () => keys.close())
  for (const each of [dialog, keys]) each.addEventListener("click", (event) => event.target === each && each.close())
  document.addEventListener("keydown", key)
}
