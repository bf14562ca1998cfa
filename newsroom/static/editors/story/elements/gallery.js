/* Galleries on the sheet: photos one after the other that say so. One photo by itself is none, whatever it says. */

import { announce, element } from "../page.js"

/* The positions of the photos that stand one after the other with the one at a position, and it. */
function photosBeside(doc, at) {
  const runs = [[]]
  doc.forEach((node, position) => {
    if (node.type.name === "photo") runs.at(-1).push(position)
    else runs.push([])
  })
  return runs.find((run) => run.includes(at))
}

/* The button under a photo that makes it and its neighbours a gallery, or single photos again. */
export function galleryButton(editor, getPos) {
  const button = element("button", { type: "button", tabindex: "-1", "data-do": "gallery" }, gettext("Gallery"))
  button.addEventListener("click", () => {
    const { doc, tr } = editor.state
    const run = photosBeside(doc, getPos())
    if (run.length < 2) return announce(gettext("A gallery needs another photo right before or after this one."))
    const isOne = doc.nodeAt(getPos()).attrs["data-gallery"] !== null
    for (const at of run) tr.setNodeAttribute(at, "data-gallery", isOne ? null : "on")
    editor.view.dispatch(tr)
    const words = isOne ? gettext("The %s photos stand one by one.") : gettext("The %s photos are a gallery.")
    announce(interpolate(words, [run.length]))
  })
  return button
}
