/* A small window over the sheet in which the writer chooses one of what was found. It closes by Escape or a click elsewhere;
   in it a combobox (ARIA APG: editable, list autocomplete, automatic selection), of which nothing is taken over unless
   Enter or a click says so. */

import { element } from "./page.js"

/* Where the room for windows ends: at the bar of verbs, which lies at the foot of a phone, or at the keyboard. */
function floor() {
  const bar = document.querySelector(".verbs")
  const isAtFoot = bar && getComputedStyle(bar).position === "fixed"
  return Math.min(isAtFoot ? bar.getBoundingClientRect().top : innerHeight, visualViewport?.height ?? innerHeight)
}

/* Puts a window that is open under the rectangle `at` (of the viewport), or over it where there is more room. */
function putAt(frame, at) {
  const { width, height } = frame.getBoundingClientRect()
  const lowest = floor() - height - 6
  const top = at.bottom + 6 <= lowest || at.top < height ? at.bottom + 6 : at.top - height - 6
  frame.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`
  frame.style.top = `${Math.max(8, Math.min(top, lowest))}px`
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
    const said = element("p", { role: "status", class: "window-status" })
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
          said.textContent = found.length ? "" : gettext("Nobody by that name.")
        },
        (error) => {
          if (newest !== asked) return
          show([])
          said.textContent = error.message
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
