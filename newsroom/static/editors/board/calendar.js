/* Planned stories moved by dragging, or by Alt and the arrow keys on them. Without this script “Move” does the same. */

const table = document.querySelector(".planned")
const HOUR = 3_600_000
const STEPS = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -24, ArrowRight: 24 }
let dragged = null

/** A moment on the clock of the page, as a field for a time has it: "2026-05-20T16:00". */
const written = (moment) => moment.toISOString().slice(0, 16)
const read = (text) => new Date(`${text}:00Z`)

/** Where a story goes that is let go over a cell: its own minute in another hour, or its own hour on another day. */
function moment(cell, at) {
  if (cell.dataset.day) return cell.dataset.day + at.slice(10)
  return cell.dataset.moment.slice(0, 14) + at.slice(14)
}

function move(story, to) {
  if (to === story.dataset.at) return
  const form = story.querySelector(".planned-move form")
  form.elements.to.value = to
  sessionStorage.setItem("planned", story.dataset.plan)
  form.requestSubmit()
}

table?.addEventListener("dragstart", (event) => {
  dragged = event.target.closest("[data-plan]")
  if (dragged) event.dataTransfer.effectAllowed = "move"
})
table?.addEventListener("dragover", (event) => {
  const cell = event.target.closest("[data-day], [data-moment]")
  if (!dragged || !cell) return
  event.preventDefault()
  for (const each of table.querySelectorAll(".is-target")) each.classList.remove("is-target")
  cell.classList.add("is-target")
})
table?.addEventListener("drop", (event) => {
  const cell = event.target.closest("[data-day], [data-moment]")
  if (!dragged || !cell) return
  event.preventDefault()
  move(dragged, moment(cell, dragged.dataset.at))
})
table?.addEventListener("dragend", () => {
  dragged = null
  for (const each of table.querySelectorAll(".is-target")) each.classList.remove("is-target")
})
table?.addEventListener("keydown", (event) => {
  const story = event.target.closest("[data-plan]")
  let step = STEPS[event.key]
  if (!story || !step || !event.altKey) return
  event.preventDefault() // Alt and an arrow is the browser's way back, too
  const isMonth = !table.classList.contains("planned-hours")
  if (isMonth) step = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 }[event.key] * 24
  move(story, written(new Date(read(story.dataset.at).getTime() + step * HOUR)))
})

const last = sessionStorage.getItem("planned")
sessionStorage.removeItem("planned")
if (last) table?.querySelector(`[data-plan="${CSS.escape(last)}"] .planned-story`)?.focus()
