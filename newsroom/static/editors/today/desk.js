/* Keeps the desk today fresh without loading the page, and begins a story with what is in the clipboard or a file. */

const EVERY = 20_000
const desk = document.querySelector("[data-desk]")
let tag = ""

async function refresh() {
  if (document.hidden || desk.contains(document.activeElement)) return // nothing moves under somebody's keys
  const headers = tag ? { "If-None-Match": tag } : {}
  const answer = await fetch(desk.dataset.desk, { headers, cache: "no-store" }).catch(() => null)
  if (answer?.status !== 200 || answer.redirected) return
  tag = answer.headers.get("ETag") || ""
  const made = new DOMParser().parseFromString(await answer.text(), "text/html") // scripts in it would not run
  desk.replaceChildren(...made.body.childNodes)
}

setInterval(refresh, EVERY)
document.addEventListener("visibilitychange", refresh)

// What arrives on the sheet as if it had been pasted there (editors/notes/arriving.js).

const say = (words) => document.querySelector(".desk-said").replaceChildren(words)

function begin(address, copy) {
  sessionStorage.setItem("arriving", JSON.stringify(copy))
  location.assign(address)
}

async function copied() {
  const copy = { text: "", html: "" }
  for (const item of await navigator.clipboard.read())
    for (const [type, name] of [
      ["text/plain", "text"],
      ["text/html", "html"],
    ])
      if (item.types.includes(type)) copy[name] = await (await item.getType(type)).text()
  return copy
}

const clipboard = document.querySelector("[data-begin=clipboard]")
if (clipboard && navigator.clipboard?.read) {
  clipboard.hidden = false
  clipboard.addEventListener("click", async () => {
    const copy = await copied().catch(() => null)
    if (!copy) say(gettext("The browser does not let this page read the clipboard: open a new story and paste there."))
    else if (!copy.text.trim() && !copy.html) say(gettext("There are no words in the clipboard."))
    else begin(clipboard.dataset.address, copy)
  })
}

const file = document.querySelector("[data-begin=file] input")
if (file) {
  file.parentElement.hidden = false
  file.addEventListener("change", async () => {
    const [chosen] = file.files
    const text = await chosen.text()
    const isHtml = /\.html?$/i.test(chosen.name)
    if (!text.trim() || text.includes("\0")) say(gettext("There are no words in that file that can be read here."))
    else begin(file.dataset.address, isHtml ? { text: "", html: text } : { text, html: "" })
  })
}
