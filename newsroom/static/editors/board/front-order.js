/* The order of a page, by dragging its cards with mouse or finger, and without loading the page anew. Without this
   script the buttons of each card do the same. */

const page = () => document.querySelector("#front-page")
const cardOf = (node) => node.closest("[data-story-card]")
const toolsOf = (card) => card?.querySelector(":scope > [data-tools]")
const slots = () =>
  [...page().querySelectorAll("[data-slot]")]
    .sort((one, other) => one.dataset.slot - other.dataset.slot)
    .map((tools) => ({ id: tools.dataset.tools, card: cardOf(tools), isPlaced: tools.classList.contains("is-placed") }))
const hidden = (name) => [...document.querySelectorAll(`#order input[name=${name}]`)]

/** The order, a list of ids, once the story `id` stands in the place `at` of what the page shows now. */
function orderAfter(id, at) {
  const now = slots()
  const order = hidden("order").map((input) => input.value)
  const rest = now.filter((slot) => slot.id !== id)
  rest.splice(at, 0, { id, isPlaced: true })
  const last = rest.findLastIndex((slot) => slot.isPlaced)
  // What stood above the place by its date is put there with it, so that the page becomes as it was let go of.
  const wanted = rest.slice(0, Math.max(last, at) + 1).map((slot) => slot.id)
  order.forEach((each, place) => {
    if (!wanted.includes(each)) wanted.splice(Math.min(place, wanted.length), 0, each)
  })
  return wanted.slice(0, Number(page().dataset.most))
}

/** Send the form as this button does, and show what came of it in place; who has no such page gets it whole. */
async function send(button, order) {
  const form = document.querySelector("#order")
  if (order) {
    for (const input of hidden("order")) input.remove()
    for (const id of order)
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "order", value: id }))
  }
  const pressed = button && { name: button.name, value: button.value }
  page().setAttribute("aria-busy", "true")
  const response = await fetch(form.action, { method: "POST", body: new FormData(form, button) }).catch(() => null)
  if (!response?.ok) return form.requestSubmit(button)
  show(new DOMParser().parseFromString(await response.text(), "text/html"), pressed)
  const address = new URL(response.url)
  address.searchParams.delete("focus")
  history.replaceState(null, "", address)
}

/** Put what another state of this screen says in the place of what it says now; the pressed button keeps the focus. */
function show(other, pressed) {
  for (const part of ["#front-bar", "main"]) document.querySelector(part).replaceWith(other.querySelector(part))
  const again = pressed && document.querySelector(`button[name="${pressed.name}"][value="${pressed.value}"]`)
  const focus = document.querySelector("[autofocus]") ?? again ?? document.querySelector(".front-orders [aria-current]")
  focus?.focus()
  const said = document.querySelector(".messagelist, .front-said")
  document.querySelector("#front-said").textContent = said?.textContent.trim() ?? ""
}

document.addEventListener("submit", (event) => {
  if (event.target.id !== "order" || !event.submitter || page().ariaBusy === "true") return
  event.preventDefault()
  send(event.submitter)
})

/* Alt and an arrow move the story whose card has the focus, as on Planned. */
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && drag) return end()
  const how = event.altKey && { ArrowUp: "up", ArrowDown: "down" }[event.key]
  const button =
    how && event.target.closest?.("[data-story-card]")?.querySelector(`[data-tools] button[value^="${how}:"]`)
  if (!button) return
  event.preventDefault()
  button.click()
})

let drag = null

document.addEventListener("dragstart", (event) => {
  if (page().contains(event.target)) event.preventDefault() // links and pictures are no cards
})

document.addEventListener("pointerdown", (event) => {
  const card = cardOf(event.target)
  const isGrip = event.target.closest("[data-grip]")
  if (!toolsOf(card) || event.button || event.target.closest("button") || !(isGrip || event.pointerType === "mouse"))
    return
  drag = { card, id: toolsOf(card).dataset.tools, x: event.clientX, y: event.clientY, ghost: null, target: null }
})

document.addEventListener("pointermove", (event) => {
  if (!drag) return
  if (!drag.ghost) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 6) return
    begin()
  }
  event.preventDefault()
  drag.ghost.style.translate = `${event.clientX + 12}px ${event.clientY + 12}px`
  if (event.clientY < 120) window.scrollBy(0, -16)
  if (event.clientY > window.innerHeight - 60) window.scrollBy(0, 16)
  aim(event.clientX, event.clientY)
})

document.addEventListener("pointerup", () => {
  if (!drag?.ghost) {
    drag = null
    return
  }
  const { id, target } = drag
  end()
  addEventListener("click", stop, { capture: true, once: true })
  setTimeout(() => removeEventListener("click", stop, { capture: true }))
  if (target)
    send(
      null,
      orderAfter(
        id,
        slots().findIndex((slot) => slot.card === target),
      ),
    )
})

document.addEventListener("pointercancel", () => drag && end())

function stop(event) {
  event.preventDefault()
  event.stopPropagation()
}

function begin() {
  getSelection()?.removeAllRanges()
  drag.card.classList.add("is-dragged")
  document.body.classList.add("is-dragging")
  drag.ghost = document.createElement("div")
  drag.ghost.className = "front-ghost"
  drag.ghost.textContent = drag.card.querySelector("a[href]:not(.kicker a)")?.textContent ?? ""
  document.body.append(drag.ghost)
}

function aim(x, y) {
  const over = document.elementFromPoint(x, y)
  const card = over && cardOf(over)
  const target = card !== drag.card && slots().some((slot) => slot.card === card) ? card : null
  if (target === drag.target) return
  drag.target?.classList.remove("is-target")
  target?.classList.add("is-target")
  drag.target = target
}

function end() {
  drag.card.classList.remove("is-dragged")
  drag.target?.classList.remove("is-target")
  drag.ghost?.remove()
  document.body.classList.remove("is-dragging")
  drag = null
}
