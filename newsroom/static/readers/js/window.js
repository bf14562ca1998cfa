// A small window over the page: opened once, closed by Escape, its own button or a tap beside it; focus goes back.

const main = document.querySelector("main")
let styled

/** The styles of what readers have at hand, fetched with the first of it. */
export function style() {
  styled ??= new Promise((done) => {
    const link = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: main.dataset.hand,
      onload: done,
    })
    link.onerror = done
    document.head.append(link)
  })
  return styled
}

/** Show `content` in a window called `name`; returns its dialog element. */
export async function show(name, content, kind) {
  await style()
  const dialog = Object.assign(document.createElement("dialog"), { className: `window ${kind}`, ariaLabel: name })
  const shut = Object.assign(document.createElement("button"), { type: "button", className: "shut", textContent: "×" })
  shut.ariaLabel = main.dataset.close
  shut.addEventListener("click", () => dialog.close())
  dialog.append(content, shut)
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close())
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return dialog
}
