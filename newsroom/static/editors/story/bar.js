/* The bar: its Publish opens the publish sheet once all words are on the server, its menu closes by Escape and by a click
   elsewhere; how high it is, and how high the keyboard of a phone stands, the styles learn here. */

import { announce } from "./page.js"
import { settled } from "./saving/autosave.js"
import { isWaiting } from "./story-blocks.js"

const SHEETS = { "publish-sheet": {}, "schedule-sheet": { when: "at" } }

export function startBar() {
  const bar = document.querySelector(".verbs")
  if (!bar) return
  bar.addEventListener("click", (event) => {
    const query = SHEETS[event.target.closest("button[name=_verb]")?.value]
    const address = query && document.querySelector("[data-stories]")?.dataset.stories
    if (!address) return
    event.preventDefault() // without this script the button leads to the sheet as a page
    open(bar, address, query)
  })
  const menu = bar.querySelector(".more")
  document.addEventListener("click", ({ target }) => !menu.contains(target) && menu.removeAttribute("open"))
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return
    event.preventDefault()
    menu.open = false
    menu.querySelector("summary").focus()
  })
  new ResizeObserver(() => say("--bar", `${bar.offsetHeight}px`)).observe(bar)
  const keyboard = () => {
    const { height, offsetTop } = visualViewport
    say("--keyboard", `${Math.max(0, Math.round(innerHeight - height - offsetTop))}px`)
  }
  for (const change of ["resize", "scroll"]) visualViewport?.addEventListener(change, keyboard)
}

const say = (name, value) => document.documentElement.style.setProperty(name, value)

async function open(bar, stories, query) {
  bar.querySelector(".more").open = false
  bar.setAttribute("aria-busy", "true")
  await arrived(document.querySelector(".ProseMirror")?.editor)
  const [article, { openSheet }] = await Promise.all([settled(), import("./publish-sheet.js")])
  if (article === null) announce(gettext("Not yet: first all words have to be on the server."))
  else await openSheet(`${stories}${article}/publish/`, query)
  bar.removeAttribute("aria-busy")
}

/* Resolves once nothing is on its way into the text any more: a story that is pasted, a photo that is sent. */
const arrived = (editor) =>
  new Promise((done) => {
    if (!editor || !isWaiting(editor)) return done()
    announce(gettext("Something is still on its way in; then the sheet opens."))
    const look = () => {
      if (isWaiting(editor)) return
      editor.off("transaction", look)
      setTimeout(done) // after it was placed
    }
    editor.on("transaction", look)
  })
