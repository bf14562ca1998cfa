/* Keeps “How are we?” fresh while somebody looks at it; without this it is as fresh as when it was loaded. */

const EVERY = 30_000
const page = document.querySelector("[data-how-are-we]")

async function refresh() {
  if (document.hidden || page.contains(document.activeElement)) return // nothing moves under somebody's keys
  const answer = await fetch(page.dataset.howAreWe, { cache: "no-store" }).catch(() => null)
  if (answer?.status !== 200 || answer.redirected) return
  const made = new DOMParser().parseFromString(await answer.text(), "text/html") // scripts in it would not run
  page.replaceChildren(...made.body.childNodes)
}

setInterval(refresh, EVERY)
document.addEventListener("visibilitychange", refresh)
