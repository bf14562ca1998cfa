// Scroll for next: puts the stories of the entry's reading list below one another and keeps address and head in step.
// The page is touched here only; what to do is decided in scroll-decisions.js.
import { allowance, delay, isDue, isPlain, onScreen, step, toCome, verdict } from "./scroll-decisions.js"

const HEAD =
  'meta[name="description"], meta[property], link[rel="canonical"], link[href$="ninjs.json"], link[type$="oembed"]'
const DATA = 'script[type="application/ld+json"]'
const PATIENCE = 15000
const FOOT = "#desks"

const main = document.querySelector("main")
const root = document.documentElement
const part = (name) => main.querySelector(`[data-scroll-${name}]`)
const headline = (article) => article.querySelector(".headline")
const catchword = (article) => article.querySelector("a[rel=next]")

const entry = main.querySelector("[data-story]")
// Below the last story: busy, and empty, while more comes by itself; else the button or the end. The foot of the page is
// there while it is not busy (story.css), so that what comes pushes nothing and carries nobody past itself.
const onward = part("onward")
const stories = new Map()
let current = entry
let last = entry
let list
let listAddress = `${entry.dataset.url}next.json`
let allowed = location.hash === FOOT ? 0 : allowance(navigator.connection)
let failures = 0
let busy = false

const watcher = (rootMargin, then) => new IntersectionObserver(then, { rootMargin })
const near = watcher("0px 0px 200%", (seen) => seen.at(-1).isIntersecting && proceed())
const middle = watcher("-45% 0px", follow)
const ends = watcher("9999999px 0px 0px", (seen) => {
  for (const { target, isIntersecting } of seen) if (isIntersecting) end(target.closest("article"))
})

/** Start on the page of a story. */
export async function scrollForNext() {
  cleanAddress()
  enter(entry, document)
  stories.get(entry).seen = true
  if (!catchword(entry)) return
  main.addEventListener("click", leadOn)
  addEventListener("online", lookAgain)
  document.querySelector(`a[href="${FOOT}"]`).addEventListener("click", halt)
  if (!allowed) return pause()
  await alone(async () => {
    onward.ariaBusy = "true"
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
  listAddress += `?after=${encodeURIComponent(after)}`
  address.searchParams.delete("after")
  history.replaceState(history.state, "", address)
}

/** Keep what a story brought with it, and watch where it is. */
function enter(article, page) {
  const { story, url } = article.dataset
  stories.set(article, {
    detail: { id: Number(story), url, title: headline(article).textContent },
    title: page.title,
    head: [...page.head.querySelectorAll(HEAD)],
    data: [...article.querySelectorAll(DATA)],
  })
  middle.observe(article)
  ends.observe(article.lastElementChild)
}

function tell(name, article) {
  document.dispatchEvent(new CustomEvent(`story:${name}`, { detail: stories.get(article).detail }))
}

function follow(seen) {
  for (const { target, isIntersecting } of seen) stories.get(target).inBand = isIntersecting
  const inBand = [...stories.keys()].filter((article) => stories.get(article).inBand)
  const article = onScreen(current, inBand)
  if (article !== current) present(article)
}

/** Make `article` the story that the address, the head and the root element speak of. */
function present(article) {
  const story = stories.get(article)
  remove([...document.head.querySelectorAll(HEAD), ...stories.get(current).data])
  current = article
  // Reader modes leave out what is `hidden`; by its style it is shown all the same.
  for (const each of stories.keys()) each.hidden = each !== article
  document.title = story.title
  document.head.append(...story.head)
  article.prepend(...story.data)
  root.lang = article.lang
  root.dir = article.dir
  history.replaceState(history.state, "", story.detail.url)
  // A reload opens this story as an entry: at its top, not as far down as it stands here.
  history.scrollRestoration = article === entry ? "auto" : "manual"
  if (!story.seen) say(part("said").dataset.next, article)
  story.seen = true
  tell("active", article)
  report(article)
}

const remove = (elements) => elements.forEach((element) => element.remove())

/** Let screen readers say it when they have a moment, with the headline of a story in its own language. */
function say(words, article) {
  const name = document.createElement("bdi")
  if (article) Object.assign(name, { lang: article.lang, textContent: headline(article).textContent })
  part("said").replaceChildren(words, " ", name)
}

function end(article) {
  stories.get(article).ended = true
  report(article)
}

function report(article) {
  const story = stories.get(article)
  if (!isDue(story)) return
  story.read = true
  tell("read", article)
}

/** Ask again whether the foot of the last story is near. */
function lookAgain() {
  near.unobserve(onward)
  near.observe(onward)
}

/** Do one thing at a time: what `work` makes, or null while another is being done. An error leaves the way free. */
async function alone(work) {
  if (busy) return null
  busy = true
  try {
    return await work()
  } finally {
    busy = false
  }
}

/** Take one step at the foot of the last story. Returns the story that came, if one did. */
const proceed = () => alone(advance)

async function advance() {
  let came
  try {
    came = await take()
    return came
  } finally {
    failures = came === undefined ? failures + 1 : 0
    if (came) lookAgain()
    if (failures) {
      onward.ariaBusy = null
      setTimeout(lookAgain, delay(failures))
    }
  }
}

/** The next story, put in its place; null where none may come now; undefined when the network failed. */
async function take() {
  if (!(await listed())) return undefined
  while (step(list.length, allowed) === "load") {
    const [found, page] = await ask(`${list[0].path}article.html`, parsed)
    if (found === "later") return undefined
    if (!allowed) break // the reader has gone to the foot of the page meanwhile
    list.shift()
    if (found === "here") return append(page)
    lead()
  }
  return null
}

/** Whether the reading list is here; asked for until it is. */
async function listed() {
  if (list) return true
  const [found, told] = await ask(listAddress, (text) => JSON.parse(text).stories)
  if (found === "later") return false
  list = toCome(told ?? [], [stories.get(entry).detail.id])
  lead()
  return true
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

function append(page) {
  const article = page.querySelector("[data-story]")
  allowed -= 1
  last = article
  article.hidden = true
  onward.before(article)
  onward.replaceChildren()
  lead()
  enter(article, page)
  remove(stories.get(article).data)
  tell("loaded", article)
  return article
}

/** Let the last story lead to what comes: its link, and below it nothing yet, the button, or the end. */
function lead() {
  const link = catchword(last)
  if (!link) list = [] // it leads nowhere: all else was withdrawn meanwhile
  const [next] = list
  if (next) {
    link.href = next.path
    const { headline: textContent, language: lang, direction: dir } = next
    Object.assign(link.querySelector(".next"), { textContent, lang, dir })
  } else {
    link?.remove()
    ends.observe(last.lastElementChild)
  }
  const todo = step(list.length, allowed)
  onward.ariaBusy = todo === "load" ? "true" : null
  if (todo === "pause") pause()
  if (todo === "end") onward.replaceChildren(part("last").content.cloneNode(true))
}

function pause() {
  onward.ariaBusy = null
  onward.replaceChildren(part("pause").content.cloneNode(true))
  part("continue").lastElementChild.append(catchword(last).querySelector(".next").cloneNode(true))
  part("continue").addEventListener("click", goOn)
}

/** A reader who asks for the foot of the page finds it there, and it stays: nothing more comes unasked. */
function halt() {
  allowed = 0
  if (catchword(last)) pause()
}

/** The reader asks for more: one story at once, and as many by themselves as may. */
async function goOn() {
  allowed = Math.max(1, allowance(navigator.connection))
  // By its style this makes room at once, while browsers still see that what moves follows from the reader's press.
  onward.ariaBusy = "true"
  const came = await proceed()
  if (came) goTo(came)
  if (came !== undefined) return
  allowed = 0
  say(part("said").dataset.failed)
}

/** A link to the next story leads down the page where that story is here, or can be. */
function leadOn(click) {
  const link = click.target.closest("a[rel=next]")
  if (!link || !isPlain(click)) return
  const next = link.closest("article").nextElementSibling
  if (!stories.has(next) && !part("continue")) return
  click.preventDefault()
  if (stories.has(next)) goTo(next)
  else goOn()
}

function goTo(article) {
  article.scrollIntoView()
  headline(article).tabIndex = -1
  headline(article).focus({ preventScroll: true })
}
