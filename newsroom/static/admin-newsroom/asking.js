/* Asks: the server what the sheet needs to know, and the writer in small windows over it. A window closes by Escape or a
   click elsewhere; in it a combobox (ARIA APG: editable, list autocomplete, automatic selection), of which nothing is
   taken over unless Enter or a click says so. */

const base = document.querySelector("[data-ask]")?.dataset.ask;

/* The answer from an address below the sheet's own. With `sent` (plain data, or a FormData with files) it is posted.
   Throws an Error whose message is a sentence for the writer. */
export async function ask(address, sent) {
  const headers = { Accept: "application/json" };
  const isForm = sent instanceof FormData;
  // The cookie, not the form: it changes when somebody signs in again in another tab.
  if (sent) headers["X-CSRFToken"] = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] || "";
  if (sent && !isForm) headers["Content-Type"] = "application/json";
  const body = isForm ? sent : sent && JSON.stringify(sent);
  let response;
  try {
    response = await fetch(base + address, { method: sent ? "POST" : "GET", headers, body });
  } catch {
    throw new Error("The server can’t be reached now. Your text is untouched.");
  }
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(said.error || "The server could not do that. Your text is untouched.");
  return said;
}

/* A new element with attributes, its last arguments being what it holds. */
export function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/* A sentence for the writer in the line under the bar, which screen readers say. */
export function tell(words) {
  const line = document.querySelector(".sheet-says");
  if (line) line.textContent = words;
}

/* Opens a window named `label` under the rectangle `at` (of the viewport); calls `closed` when it goes. Returns it. */
export function openWindow(label, at, closed, ...content) {
  const frame = element("div", { class: "window", role: "dialog", "aria-label": label, popover: "auto" }, ...content);
  document.getElementById("content").append(frame);
  frame.showPopover();
  const { width, height } = frame.getBoundingClientRect();
  const below = at.bottom + 6 + height < innerHeight || at.top < height;
  frame.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  frame.style.top = `${below ? at.bottom + 6 : at.top - height - 6}px`;
  frame.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    frame.remove();
    closed();
  });
  return frame;
}

/* Lets the writer choose one of what `options(typed)` promises, a list of {label, note}. Resolves to
   {option, typed}; `option` is null when the writer left. */
export function choose({ label, at, value = "", options }) {
  return new Promise((resolve) => {
    const list = element("ul", { role: "listbox", id: "window-options", "aria-label": label, hidden: "" });
    const input = element("input", {
      type: "text", role: "combobox", "aria-label": label, "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": list.id, autocomplete: "off", spellcheck: "false", placeholder: label,
    });
    const said = element("p", { role: "status", class: "window-says" });
    let [shown, active, chosen, newest] = [[], 0, null, null];

    const frame = openWindow(label, at, () => resolve({ option: chosen, typed: input.value }), input, list, said);
    const pick = (option) => {
      chosen = option || null;
      frame.hidePopover();
    };
    const move = (to) => {
      if (!shown.length) return;
      active = (to + shown.length) % shown.length;
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    };
    const show = (found) => {
      shown = found;
      list.replaceChildren(...found.map((option, place) => {
        const note = option.note ? [element("small", {}, option.note)] : [];
        const item = element("li", { role: "option", id: `window-option-${place}` }, option.label, ...note);
        item.addEventListener("click", () => pick(option));
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        return item;
      }));
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(Boolean(found.length)));
      input.removeAttribute("aria-activedescendant");
      move(0);
    };
    const search = () => {
      const asked = options(input.value.trim()).then(
        (found) => {
          if (newest !== asked) return;
          show(found);
          said.textContent = found.length ? "" : "Nobody by that name.";
        },
        (error) => {
          if (newest === asked) said.textContent = error.message;
        },
      );
      newest = asked;
    };
    const settled = async () => {
      for (let asked = null; asked !== newest; await asked) asked = newest;
    };
    const keys = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      Enter: () => settled().then(() => shown[active] && pick(shown[active])),
    };
    input.addEventListener("input", search);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || !keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
    input.value = value;
    input.focus();
    input.select();
    search();
  });
}
