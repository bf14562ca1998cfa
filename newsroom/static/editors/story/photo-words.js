/* What is said of a photo and taken in, on the sheet and in its lead: files that become photos, alt text, and the words
   that came with a file, with the one click by which a person confirms them. */

import { ask } from "./api.js"
import { announce, element } from "./page.js"

/* The pictures among what was dropped or pasted; none where it has words: Word adds a picture of the copied text. */
export function picturesIn(transfer) {
  const hasWords =
    transfer
      .getData("text/html")
      .replace(/<[^<>]*>/g, "")
      .trim() !== ""
  return hasWords ? [] : [...transfer.files].filter((file) => file.type.startsWith("image/"))
}

/* Takes files into the library: {photos, refused: sentences}. */
export async function upload(files) {
  const form = new FormData()
  for (const file of files) form.append("files", file)
  return ask("photos/", form).catch((error) => ({ photos: [], refused: [error.message] }))
}

export const labelled = (words, input) => element("label", {}, element("span", {}, words), input)

/* The fields for a photo's alt text, which is the library's, for all stories. `photo()` is the photo as it is known,
   `described(photo)` is called with what it has become; `more` are attributes. */
export function altFields(photo, described, more = {}) {
  const alt = element("textarea", { rows: "1", "data-part": "alt", ...more })
  const decorative = element("input", { type: "checkbox", ...more })
  const describe = async () => {
    try {
      described(await ask(`photos/${photo().id}/`, { alt: alt.value, decorative: decorative.checked }))
      announce(gettext("The photo is described, in the library and here."))
      document.dispatchEvent(new Event("sheet:outdated"))
    } catch (error) {
      announce(error.message)
    }
  }
  alt.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault()) // it is one line, however long
  alt.addEventListener("change", describe)
  decorative.addEventListener("change", describe)
  const show = () => {
    const known = photo()
    if (!known) return
    const isOff = known.decorative
    Object.assign(alt, { value: known.alt, disabled: isOff, placeholder: isOff ? "" : gettext("What it shows") })
    decorative.checked = isOff
  }
  return { fields: [labelled(gettext("Alt text"), alt), labelled(gettext("Decorative"), decorative)], alt, show }
}

/* What the list of findings says of one photo, as lines that stand at the photo itself. */
export function findingsOf(isAbout) {
  return [...document.querySelectorAll("[data-blocker], [data-warning]")]
    .filter(isAbout)
    .map((link) => element("p", { class: "blocker" in link.dataset ? "is-blocker" : "" }, link.textContent))
}

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
