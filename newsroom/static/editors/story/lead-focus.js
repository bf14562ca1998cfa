/* The focus of the lead photo, set on the sheet: the picture with its point, and the cuts that readers get. Fetched when
   somebody opens it. */

import { startFocus } from "../photos/focal-point.js"
import { ask } from "./api.js"
import { announce, bringStyle, element } from "./page.js"

const PAUSE = 500 // milliseconds after the last movement
const CUTS = { "16x9": 16 / 9, "4x3": 4 / 3, "3x2": 3 / 2, "2x1": 2, "4x5": 4 / 5 }

/* The panel for a photo; `changed(photo)` is called with what the library has made of it. Its styles come with it. */
export function focusPanel(photo, style, changed) {
  bringStyle(style)
  const size = { "data-width": photo.width, "data-height": photo.height }
  const picture = element("div", { class: "focus", ...size }, element("img", { src: photo.url, alt: photo.alt }))
  const cuts = Object.entries(CUTS).map(([name, ratio]) => {
    const cut = element("img", { class: `crop crop-${name}`, src: photo.url, alt: "", "data-ratio": ratio })
    return element("li", {}, cut, element("span", {}, name.replace("x", ":")))
  })
  const panel = element("div", { class: "lead-focus" }, picture, element("ul", { class: "crops" }, ...cuts))
  let timer
  startFocus(picture, panel.querySelectorAll(".crop"), photo.focus, ([x, y]) => {
    clearTimeout(timer)
    timer = setTimeout(() => set(photo, x, y, changed), PAUSE)
  })
  return panel
}

async function set({ id }, x, y, changed) {
  try {
    changed(await ask(`photos/${id}/`, { x, y }))
    announce(gettext("The focus is set, in the library and wherever the photo stands."))
  } catch (error) {
    announce(error.message)
  }
}
