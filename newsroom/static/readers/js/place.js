// Where the reader is: kept with the entry of the history, and for the tab, so that whoever comes back finds the line.

const BLOCKS = ".headline, section > *"
const KEY = "place"
const top = (block) => block.getBoundingClientRect().top

/** What a store of the browser holds under `name`; nothing where it is shut or holds something else. */
export function stored(store, name) {
  try {
    return JSON.parse(window[store].getItem(name))
  } catch {
    return null
  }
}

/** Let a store of the browser hold `value`; where it is shut, nothing is kept. */
export function store(where, name, value) {
  try {
    window[where].setItem(name, JSON.stringify(value))
  } catch {}
}

/** Keep `place` for whoever comes back to the page at `path`. */
export function keep(place, path) {
  const told = { ...history.state, ...place, path }
  history.replaceState(told, "", path === location.pathname ? undefined : path)
  store("sessionStorage", KEY, told)
}

/** What was kept of the page at `path`, for a reader who comes back to it; else null. */
export function kept(path) {
  const back = performance.getEntriesByType("navigation")[0]?.type !== "navigate"
  return [history.state, back && stored("sessionStorage", KEY)].find((told) => told?.path === path) ?? null
}

/** The paragraph at the top of the screen, as [its number in the article, pixels below the top]. */
export function paragraphOf(article) {
  const blocks = [...article.querySelectorAll(BLOCKS)]
  const number = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0)
  return number < 0 ? null : [number, top(blocks[number])]
}

/** Put the paragraph back where it was, and once more when the fonts are there, unless the reader has moved meanwhile. */
export function putBack(article, [number, at]) {
  const block = article.querySelectorAll(BLOCKS)[number]
  if (!block) return
  const put = () => scrollBy({ top: top(block) - at, behavior: "instant" })
  put()
  const y = scrollY
  document.fonts.ready.then(() => scrollY === y && put())
}
