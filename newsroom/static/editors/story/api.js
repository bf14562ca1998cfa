/* Asks: the server what the sheet needs to know, and the writer in small windows over it. A window closes by Escape or a
   click elsewhere; in it a combobox (ARIA APG: editable, list autocomplete, automatic selection), of which nothing is
   taken over unless Enter or a click says so. */

const base = document.querySelector("[data-ask]")?.dataset.ask

/* The token against forged requests, also put into the forms: it changes when somebody signs in again in another tab. */
export function freshSecret() {
  const [, secret = ""] = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/) || []
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = secret || field.value
  return secret
}

/* The server's answer, as JSON, with its `status`, which is 0 when there was none. With `sent` (plain data, or a FormData
   with files) it is posted; `more` are further options of `fetch`. */
export async function answerTo(address, sent, more = {}) {
  const headers = { Accept: "application/json", "X-CSRFToken": freshSecret() }
  if (sent && !(sent instanceof FormData)) headers["Content-Type"] = "application/json"
  const body = headers["Content-Type"] ? JSON.stringify(sent) : sent
  try {
    const response = await fetch(address, { method: sent ? "POST" : "GET", headers, body, ...more })
    const said = await response.json().catch(() => ({}))
    return { ...said, status: response.redirected ? 0 : response.status }
  } catch {
    return { status: 0 }
  }
}

/* The answer from an address below the sheet's own. Throws an Error whose message is a sentence for the writer. */
export async function ask(address, sent) {
  const answer = await answerTo(base + address, sent)
  if (answer.status === 200) return answer
  const trouble = answer.status ? "The server could not do that." : "The server can’t be reached now."
  const next = answer.status === 401 ? " Sign in in another tab, then go on here." : ""
  throw new Error(answer.sentence ? answer.sentence + next : `${trouble} Your text is untouched.`)
}

/* A new element with attributes, its last arguments being what it holds. */
export function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...content)
  return made
}

/* A sentence for the writer in the line under the bar, which screen readers say. */
export function tell(words) {
  document.querySelector(".sheet-says")?.replaceChildren(words)
}

/* Puts a window that is open under the rectangle `at` (of the viewport), or over it where there is more room. */
function putAt(frame, at) {
  const { width, height } = frame.getBoundingClientRect()
  const isBelow = at.bottom + 6 + height < innerHeight || at.top < height
  frame.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
  frame.style.top = `${isBelow ? at.bottom + 6 : at.top - height - 6}px`
}

/* Lets the writer choose one of what `options(typed)` promises, a list of {label, note}. Resolves to {option, typed};
   `option` is null when the writer left. */
export function choose({ label, at, value = "", hint = label, options }) {
  return new Promise((resolve) => {
    const list = element("ul", { role: "listbox", id: "window-options", "aria-label": label, hidden: "" })
    const input = element("input", {
      type: "text",
      role: "combobox",
      "aria-label": label,
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
      autocomplete: "off",
      spellcheck: "false",
      placeholder: hint,
    })
    const said = element("p", { role: "status", class: "window-says" })
    let [shown, active, chosen, newest] = [[], 0, null, null]

    const frame = element(
      "div",
      { class: "window", role: "dialog", "aria-label": label, popover: "auto" },
      input,
      list,
      said,
    )
    frame.addEventListener("toggle", ({ newState }) => {
      if (newState !== "closed") return
      frame.remove()
      resolve({ option: chosen, typed: input.value.trim() })
    })
    document.getElementById("content").append(frame)
    frame.showPopover()
    new ResizeObserver(() => putAt(frame, at)).observe(frame) // now, and when more or fewer choices are shown
    const pick = (option) => {
      chosen = option || null
      frame.hidePopover()
    }
    const move = (to) => {
      if (!shown.length) return
      active = (to + shown.length) % shown.length
      ;[...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)))
      input.setAttribute("aria-activedescendant", list.children[active].id)
      list.children[active].scrollIntoView({ block: "nearest" })
    }
    const show = (found) => {
      shown = found
      list.replaceChildren(
        ...found.map((option, place) => {
          const note = option.note ? [element("small", {}, option.note)] : []
          const item = element("li", { role: "option", id: `window-option-${place}` }, option.label, ...note)
          item.addEventListener("click", () => pick(option))
          item.addEventListener("pointerdown", (event) => event.preventDefault())
          return item
        }),
      )
      list.hidden = !found.length
      input.setAttribute("aria-expanded", String(Boolean(found.length)))
      input.removeAttribute("aria-activedescendant")
      move(0)
    }
    const search = () => {
      const asked = options(input.value.trim()).then(
        (found) => {
          if (newest !== asked) return
          show(found)
          said.textContent = found.length ? "" : "Nobody by that name."
        },
        (error) => {
          if (newest === asked) said.textContent = error.message
        },
      )
      newest = asked
    }
    const settled = async () => {
      for (let asked = null; asked !== newest; await asked) asked = newest
    }
    const keys = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      Enter: () => settled().then(() => shown[active] && pick(shown[active])),
    }
    input.addEventListener("input", search)
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || !keys[event.key]) return
      event.preventDefault()
      keys[event.key]()
    })
    input.value = value
    input.focus()
    input.select()
    search()
  })
}
