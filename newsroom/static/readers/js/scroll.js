// Scroll for next: puts the stories of the entry's reading list below one another and keeps address and head in step.
// The page is touched here only; what to do is decided in scroll-decisions.js.
import { keep, kept, paragraphOf, putBack, stored } from "./place.js"
import { allowance, delay, isDue, isPlain, onScreen, patience, step, toCome, verdict } from "./scroll-decisions.js"

const HEAD = "[data-story-head]"
const DATA = 'script[type="application/ld+json"]'
const PATIENCE = 15000
const FEET = ["#desks", "#foot"]

export const main = document.querySelector("main")
const root = document.documentElement
const part = (name) => main.querySelector(`[data-scroll-${name}]`)
const headline = (article) => article.querySelector(".headline")
const catchword = (article) => article.querySelector("a[rel=next]")

const entry = main.querySelector("[data-story]")
// Below the last story: busy, and a screen high, while more comes by itself; else the trouble, the button or the end. The
// foot of the page is there while it is not busy (story.css), so that what comes pushes nothing and carries nobody away.
let onward = part("onward")
const coming = onward.firstElementChild
const stories = new Map()
const was = kept(entry.dataset.url)
const reduced = matchMedia("(prefers-reduced-data: reduce)").matches
const print = matchMedia("print")
let current = entry
let before = null
let changedAt = 0
let turns = 0
let settling
let printed = null
let last = entry
let list
let listAddress = was?.ask ?? `${entry.dataset.url}next.json`
let allowed = 0
let failures = 0
let working = null

const watcher = (rootMargin, then) => new IntersectionObserver(then, { rootMargin })
const near = watcher("0px 0px 200%", (seen) => seen.at(-1).isIntersecting && allowed && !isAhead() && proceed())
const middle = watcher("-45% 0px", follow)
// The margin makes everything above the lower edge "in view", however far up.
const above = watcher("9999999px 0px 0px", (seen) => {
  for (const { target, isIntersecting } of seen) if (isIntersecting) rise(target)
})

/** Start on the page of a story. */
export async function scrollForNext() {
  cleanAddress()
  enter(entry, document)
  stories.get(entry).seen = true
  if (was?.paragraph) putBack(entry, was.paragraph)
  addEventListener("scrollend", remember)
  addEventListener("pagehide", remember)
  const paper = ({ matches, type }) => {
    if (matches || type === "beforeprint") printed ??= history.state?.paragraph ?? []
    else requestAnimationFrame(() => printedOut())
  }
  addEventListener("beforeprint", paper)
  addEventListener("afterprint", paper)
  print.addEventListener("change", paper)
  if (!catchword(entry)) return
  if (stored("localStorage", "reader")?.single) return onward.replaceChildren()
  main.addEventListener("click", leadOn)
  addEventListener("online", lookAgain)
  document.addEventListener("click", ({ target }) => FEET.includes(target.closest?.("a")?.hash) && halt())
  if (!FEET.includes(location.hash)) allowed = allowance(navigator.connection, reduced)
  if (!allowed) return pause()
  if (was?.list) begin(was.list)
  else
    await alone(async () => {
      show(coming, true)
      await new Promise((go) => (window.requestIdleCallback ?? setTimeout)(go, { timeout: PATIENCE }))
      await listed()
    })
  lookAgain()
}

/** An address may name the list that the reader is in; from here on the page remembers it. */
function cleanAddress() {
  const address = new URL(location.href)
  const after = address.searchParams.get("after")
  if (after === null) return
  listAddress = `${entry.dataset.url}next.json?after=${encodeURIComponent(after)}`
  address.searchParams.delete("after")
  history.replaceState(history.state, "", address)
}

/** Keep what a story brought with it, and watch where it is. */
function enter(article, page, line) {
  const { story, url } = article.dataset
  stories.set(article, {
    detail: { id: Number(story), url, title: headline(article).textContent },
    title: page.title,
    head: [...page.head.querySelectorAll(HEAD)],
    data: [...article.querySelectorAll(DATA)],
    line,
  })
  middle.observe(article)
  above.observe(article)
  above.observe(article.lastElementChild)
  const blocks = article.querySelectorAll("section > *")
  if (blocks.length) above.observe(blocks[blocks.length >> 1])
}

function tell(name, article) {
  document.dispatchEvent(new CustomEvent(`story:${name}`, { detail: stories.get(article).detail }))
}

function follow(seen) {
  for (const { target, isIntersecting } of seen) stories.get(target).inBand = isIntersecting
  choose()
}

/** Let everything follow the story on screen; one that was left a moment ago has to stay there first, or fill it. */
function choose(isCalm) {
  clearTimeout(settling)
  const inBand = [...stories.keys()].filter((article) => stories.get(article).inBand)
  const article = onScreen(current, inBand)
  if (article === current || printed) return
  const since = performance.now() - changedAt
  const { top, bottom } = article.getBoundingClientRect()
  const fills = top < innerHeight / 5 && bottom > innerHeight * 0.8
  const wait = isCalm || fills || article !== before ? 0 : patience(since, turns + 1)
  if (wait) settling = setTimeout(choose, wait, true)
  else present(article)
}

/** Make `article` the story that the address, the head and the root element speak of. */
function present(article) {
  const story = stories.get(article)
  const now = performance.now()
  turns = article === before && patience(now - changedAt, 1) ? turns + 1 : 0
  changedAt = now
  before = current
  remove([...document.head.querySelectorAll(HEAD), ...stories.get(current).data])
  current = article
  // Reader modes leave out what is `hidden`; by its style it is shown all the same.
  for (const each of stories.keys()) each.hidden = each !== article
  document.title = story.title
  document.head.append(...story.head)
  article.prepend(...story.data)
  root.lang = article.lang
  root.dir = article.dir
  for (const link of document.querySelectorAll(".masthead li a, .foot li a"))
    link.ariaCurrent = link.pathname === article.dataset.desk ? "true" : null
  const skip = document.querySelector("[data-skip-next]")
  // Not its hash alone, which would keep the address of the story that was on screen before.
  if (skip && catchword(article)) skip.href = `#${catchword(article).id}`
  if (!story.seen) say(part("said").dataset.next, article)
  story.seen = true
  remember()
  // A browser would put the reader who comes back as far down as the story stands here; `was` knows the paragraph.
  history.scrollRestoration = article === entry ? "auto" : "manual"
  tell("active", article)
  report(article)
}

const remove = (elements) => elements.forEach((element) => element.remove())

/** Keep the place: whoever comes back goes on in the same list, at the same line. */
function remember() {
  if (printed || print.matches) return
  const shown = [...stories.values()]
  const unseen = shown.filter(({ seen, line }) => !seen && line).map(({ line }) => line)
  keep(
    {
      entry: was?.entry ?? entry.dataset.url,
      ask: listAddress,
      list: list && [...unseen, ...list],
      depth: (was?.depth ?? 0) + [...stories.keys()].indexOf(current),
      paragraph: paragraphOf(current),
    },
    current.dataset.url,
  )
}

/** Paper shows one story, so the others were gone for a moment; nobody is moved by that. Their heights come back in steps. */
function printedOut(frames = 4) {
  if (!printed) return
  putBack(current, printed)
  if (frames) return requestAnimationFrame(() => printedOut(frames - 1))
  printed = null
  choose()
}

/** Let screen readers say it when they have a moment, with the headline of a story in its own language. */
function say(words, article) {
  const name = document.createElement("bdi")
  if (article) Object.assign(name, { lang: article.lang, textContent: headline(article).textContent })
  part("said").replaceChildren(words, " ", name)
}

/** What has come up over the lower edge: a story's beginning, its end, or half of it, from where on it may count as read. */
function rise(element) {
  if (stories.has(element)) return element === last && lookAgain()
  const article = element.closest("article")
  if (element !== article.lastElementChild)
    return import(main.dataset.reading).then(({ half }) => half(article, current, changedAt)).catch(() => {})
  stories.get(article).ended = true
  report(article)
}

function report(article) {
  const story = stories.get(article)
  if (!isDue(story)) return
  story.read = true
  tell("read", article)
}

/** Whether the last story is still to come up: one ahead is enough. */
const isAhead = () => last !== entry && last.getBoundingClientRect().top > innerHeight

/** Ask again whether the foot of the last story is near. */
function lookAgain() {
  near.unobserve(onward)
  near.observe(onward)
}

/** Do one thing at a time: what `work` makes, or null while another is being done. An error leaves the way free. */
async function alone(work) {
  if (working) return null
  working = work()
  return working.finally(() => {
    working = null
  })
}

/** Take one step at the foot of the last story. Returns the story that came, if one did; undefined if it failed. */
const proceed = () => alone(advance)

async function advance() {
  const came = await take()
  failures = came === undefined ? failures + 1 : 0
  if (came) lookAgain()
  if (failures) {
    fail()
    setTimeout(lookAgain, delay(failures))
  }
  return came
}

/** The next story, put in its place; null where none may come now; undefined when the network failed. */
async function take() {
  if (!(await listed())) return
  while (step(list.length, allowed) === "load") {
    const [found, page] = await ask(`${list[0].path}article.html`, parsed)
    if (found === "later") return
    if (!allowed) break // the reader has gone to the foot of the page meanwhile
    const line = list.shift()
    if (found === "here") return append(page, line)
    lead()
  }
  return null
}

/** Whether the reading list is here; asked for until it is. */
async function listed() {
  if (list) return true
  const [found, told] = await ask(listAddress, (text) => JSON.parse(text).stories)
  if (found === "later") return false
  begin(told ?? [])
  return true
}

/** Go by this list, from which nothing comes that was read already. */
function begin(told) {
  list = toCome(told, [stories.get(entry).detail.id, ...(stored("sessionStorage", "read") ?? [])])
  lead()
}

/** Ask the server: [verdict, what `read` makes of the answer]. No network and a broken answer are both "later". */
async function ask(address, read) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    const found = verdict(response.status)
    return [found, found === "here" ? read(await response.text()) : null]
  } catch {
    return ["later"]
  }
}

/** A story's part as a document. Throws where the answer is none, such as a hotspot's page to log in. */
function parsed(text) {
  const page = new DOMParser().parseFromString(text, "text/html")
  if (!page.querySelector("[data-story] .headline")) throw new Error("no story")
  return page
}

function append(page, line) {
  const article = page.querySelector("[data-story]")
  allowed -= 1
  last = article
  article.hidden = true
  onward.before(article)
  lead()
  // Not drawn from here on while it is far (story.css), but as tall as it will be: who jumps past it sees nothing move.
  article.style = `--tall: ${article.offsetHeight}px`
  enter(article, page, line)
  remove(stories.get(article).data)
  tell("loaded", article)
  return article
}

/** Let the last story lead to what comes: its link, and below it what is on its way, the button, or the end. */
function lead() {
  const link = catchword(last)
  if (!link) list = [] // it leads nowhere: all else was withdrawn meanwhile
  const [next] = list
  if (next) {
    link.href = next.path
    const { headline: textContent, language: lang, direction: dir } = next
    Object.assign(link.querySelector(".next"), { textContent, lang, dir })
    link.querySelector("[data-why]").textContent = next.why
  } else {
    link?.remove()
    above.observe(last.lastElementChild)
  }
  const todo = step(list.length, allowed)
  if (todo === "load") show(coming, true)
  if (todo === "pause") pause()
  if (todo === "end") show(part("last").content)
}

/** Put a copy of this below the last story, with the headline of the next where it has a place for it. It stands in an
 *  element that is new each time: what was there has not been moved by a story that took its place. */
function show(what, isBusy) {
  near.unobserve(onward)
  const old = onward
  onward = old.cloneNode()
  onward.append(what.cloneNode(true))
  onward.ariaBusy = isBusy ? "true" : null
  old.replaceWith(onward)
  near.observe(onward)
  onward.querySelector(".next")?.replaceWith(catchword(last).querySelector(".next").cloneNode(true))
  part("continue")?.addEventListener("click", goOn)
}

const pause = () => show(part("pause").content)

/** Say that the next story cannot be had, and offer to try. */
function fail() {
  show(part("failed").content)
  near.unobserve(onward) // `advance` says when to look again
  const trouble = part("trouble")
  if (!navigator.onLine) trouble.textContent = trouble.dataset.offline
  if (failures === 1) say(part("said").dataset.failed)
}

/** A reader who asks for the foot of the page finds it there, and it stays: nothing more comes unasked. */
function halt() {
  allowed = 0
  if (catchword(last)) pause()
}

/** The reader asks for more: one story at once, and as many by themselves as may. Returns what `proceed` does. */
async function goOn() {
  const [had, held] = [allowed, last]
  allowed ||= Math.max(1, allowance(navigator.connection, reduced))
  // By its style this makes room at once, while browsers still see that what moves follows from the reader's press.
  show(coming, true)
  await working
  const came = last === held ? await proceed() : last
  if (came) goTo(came)
  if (came === undefined) {
    allowed = had
    part("continue").focus({ preventScroll: true })
  }
  return came
}

/** A link to the next story leads down the page: there at once, or when it has come; away only where it fails twice. */
async function leadOn(click) {
  const link = click.target.closest("a[rel=next]")
  if (!link || !isPlain(click)) return
  click.preventDefault()
  const article = link.closest("article")
  for (const wait of [delay(1), 0]) {
    if (article !== last) return goTo(article.nextElementSibling) // it came, maybe while we waited
    onward.scrollIntoView()
    if ((await goOn()) !== undefined) return
    await new Promise((go) => setTimeout(go, wait))
  }
  if (navigator.onLine) location.assign(link.href)
}

function goTo(article) {
  article.scrollIntoView()
  headline(article).tabIndex = -1
  headline(article).focus({ preventScroll: true })
}
