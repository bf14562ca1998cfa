/* The words that came with a photo's file, and the one click by which a person confirms them. */

import { ask } from "./api.js"
import { announce, element } from "./page.js"

const mayConfirm = "mayConfirm" in (document.querySelector("[data-lead-photo]")?.dataset || {})

/* Elements that say what nobody has confirmed of a photo, as the library tells of it; none where there is nothing.
   `confirmed(photo)` is called with the photo as it is then. */
export function unconfirmedWords(photo, confirmed) {
  if (!photo?.unconfirmed.length) return []
  const lines = photo.unconfirmed.map(({ label, words, doubt }) =>
    element("li", {}, element("strong", {}, `${label}: `), words, doubt ? element("em", {}, ` (${doubt})`) : ""),
  )
  const said = [element("p", {}, gettext("From the file, unconfirmed:")), element("ul", {}, ...lines)]
  if (!mayConfirm) return said
  const button = element("button", { type: "button", tabindex: "-1" }, gettext("Confirm these words"))
  button.addEventListener("click", () => confirm(photo, confirmed))
  return [...said, button]
}

async function confirm({ id }, confirmed) {
  try {
    confirmed(await ask(`photos/${id}/`, { confirm: true }))
    announce(gettext("The photo’s words are confirmed, in the library and here."))
    document.dispatchEvent(new Event("sheet:outdated"))
  } catch (error) {
    announce(error.message)
  }
}
