// Stories on the device: those that the reader keeps, and the last twenty read. Each is a cache of its own with the page and
// its photos, so that forgetting one is one step; what all pages share is in another. Nothing leaves the device.
import { store, stored } from "./place.js"

const LATELY = 20
const SHARED = "shared"
const KEPT = "/kept/"
const isStatic = (address) => address.startsWith(`${location.origin}/static/`)
const cacheOf = (path) => `story:${path}`

/** The stories on a shelf, "kept" or "lately", the newest first: [{path, title, lang, at}], `at` being when it was put there. */
export const onShelf = (shelf) => stored("localStorage", shelf) ?? []

/** Whether the story at `path` is kept. */
export const isKept = (path) => onShelf("kept").some((story) => story.path === path)

/** The shelf with a story put on top of it, at most `most`. */
export const onTop = (stories, story, most = Infinity) =>
  [story, ...stories.filter(({ path }) => path !== story.path)].slice(0, most)

/** Put the story of `article` on a shelf, to be read without a network. Raises where the device has no room for it. */
export async function put(article, shelf) {
  if (!window.caches) return
  const path = article.dataset.url
  const at = new Date().toISOString()
  const story = { path, title: article.querySelector(".headline").textContent, lang: article.lang, at }
  const before = onShelf(shelf)
  const after = onTop(before, story, shelf === "lately" ? LATELY : Infinity)
  const [shared, own] = await Promise.all([caches.open(SHARED), caches.open(cacheOf(path))])
  const photos = [...article.querySelectorAll("img")].map((img) => img.currentSrc || img.src)
  const parts = performance.getEntriesByType("resource").map(({ name }) => name)
  await Promise.all([
    own.addAll([path, ...new Set(photos)]),
    shared.addAll([...new Set([...parts.filter(isStatic), ...(await partsOf(KEPT))])]),
    shared.add(KEPT),
  ])
  store("localStorage", shelf, after)
  await navigator.serviceWorker?.register("/service-worker.js")
  const gone = before.filter((each) => !after.some((kept) => kept.path === each.path))
  await Promise.all(gone.map((each) => drop(each.path)))
}

/** Take a story from a shelf; from the device, where it stands on no other. */
export async function take(path, shelf) {
  const rest = onShelf(shelf).filter((story) => story.path !== path)
  store("localStorage", shelf, rest)
  await drop(path)
}

/** Take everything from the device. */
export async function clear() {
  for (const shelf of ["kept", "lately"]) localStorage.removeItem(shelf)
  for (const name of await caches.keys()) await caches.delete(name)
  for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister()
}

/** What a page names in its head and at its foot: styles, fonts and scripts. */
async function partsOf(path) {
  const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html")
  const named = [...page.querySelectorAll("link[href], script[src]")].map(
    (part) => part.getAttribute("href") ?? part.src,
  )
  return named.map((address) => new URL(address, location.href).href).filter(isStatic)
}

async function drop(path) {
  const isHeld = ["kept", "lately"].some((shelf) => onShelf(shelf).some((story) => story.path === path))
  if (!isHeld) await caches.delete(cacheOf(path))
}
