// Alt+↓ and Alt+↑ go from change to change of two states of a story, round from the last to the first.

const changes = [...document.querySelectorAll(".marked-change")]
const STEPS = { ArrowDown: 1, ArrowUp: -1 }

document.addEventListener("keydown", (event) => {
  const step = event.altKey && !event.ctrlKey && !event.metaKey && STEPS[event.key]
  if (!step || !changes.length) return
  event.preventDefault()
  const at = changes.findIndex((change) => change.id === location.hash.slice(1))
  const from = at < 0 && step < 0 ? 0 : at
  const next = changes[(from + step + changes.length) % changes.length]
  location.hash = next.id
  next.focus()
})
