// The running head where styles cannot say what is stuck, nor how far a story has gone by (Firefox, Safari): its blocks are
// watched as they pass the upper edge of the window. Loaded only there.
const root = document.documentElement
const passed = new WeakSet()

// The margins make everything above the upper edge "in view", however far up.
const edge = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) passed[isIntersecting ? "add" : "delete"](target)
    for (const article of new Set(seen.map(({ target }) => target.closest("article")))) draw(article)
  },
  { rootMargin: "9999999px 0px -100%" },
)

/** Show the running heads of all stories, of those too that come. */
export function open() {
  root.classList.add("runs")
  document.querySelectorAll("article[data-story]").forEach(watch)
  document.addEventListener("story:loaded", ({ detail }) =>
    watch(document.querySelector(`article[data-story="${detail.id}"]`)),
  )
}

const headOf = (article) => article.querySelector(".running")
const blocksOf = (article) => [...article.querySelectorAll("section > *")]

function watch(article) {
  for (const part of [headOf(article).nextElementSibling, ...blocksOf(article)]) edge.observe(part)
}

/** Let the head of a story say how far it has been read. */
function draw(article) {
  const head = headOf(article)
  const blocks = blocksOf(article)
  const read = (blocks.findLastIndex((block) => passed.has(block)) + 1) / blocks.length
  const left = head.querySelector("[data-minutes]")
  head.toggleAttribute("data-stuck", passed.has(head.nextElementSibling))
  head.style.setProperty("--read", read)
  left?.style.setProperty("--left", Math.max(1, Math.ceil(left.dataset.minutes * (1 - read))))
}
