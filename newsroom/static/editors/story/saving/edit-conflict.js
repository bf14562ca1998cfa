/* The view in which somebody chooses between their own words and another's, side by side: the server's `view`, as HTML.
   Resolves to what was chosen, "mine", "theirs" or "both" in the order of the choices; null when it was put off. */

import { styled } from "../page.js"

export async function choose(view) {
  document.body.insertAdjacentHTML("beforeend", view)
  const dialog = document.querySelector("dialog.edit-conflict")
  await styled(dialog)
  dialog.showModal()
  dialog.querySelector("h2").focus()
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      const chosen = [...new FormData(dialog.querySelector("form")).values()]
      dialog.remove()
      done(dialog.returnValue === "chosen" ? chosen : null)
    })
  })
}
