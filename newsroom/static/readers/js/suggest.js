// Suggestions while typing: fills the search line's list from the server. Without this the line works the same.

const QUIET = 120 // milliseconds without a key before the server is asked

const line = document.querySelector("[data-suggest]")
const list = document.getElementById("suggestions")
let waiting
let asking

/** Put these words into the list. */
function show(words) {
  list.replaceChildren(...words.map((word) => Object.assign(document.createElement("option"), { value: word })))
}

/** Ask for what begins as the line does; an answer that comes after the next question is dropped. */
async function ask() {
  asking?.abort()
  asking = new AbortController()
  const address = `${line.dataset.suggest}?q=${encodeURIComponent(line.value)}`
  try {
    const answer = await fetch(address, { signal: asking.signal })
    if (answer.ok) show((await answer.json()).suggestions)
  } catch (error) {
    if (error.name !== "AbortError") show([]) // offline: nothing to suggest
  }
}

line?.addEventListener("input", () => {
  clearTimeout(waiting)
  waiting = setTimeout(ask, QUIET)
})
