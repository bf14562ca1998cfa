/* The lead photo beside the sheet: its picture, what the library says of it, and its caption and credit, which are its
   own: with another photo they stay behind, and come back with it. */

import { ask } from "./api.js"
import { announce, element, read, storyForm, write } from "./page.js"
import { unconfirmedWords } from "./unconfirmed-words.js"

const NO_PHOTO = "" // under which words are kept that were written before there was a photo
const WORDS = ["lead_caption", "lead_credit"]
const home = document.querySelector("[data-lead-photo]")
const chosen = () => storyForm().elements.lead_photo.value
const kept = () => JSON.parse(storyForm().elements.kept_lead_words.value || "{}")
const words = () => Object.values(read(WORDS))
const isSaid = (pair) => Boolean(pair?.some((each) => each.trim()))
let wordsOf

/* Begins to watch the lead photo, on a page on which it can be chosen. */
export function startLeadPhoto() {
  if (!home || !storyForm().elements.lead_photo) return
  wordsOf = chosen()
  const photo = document.getElementById("lead-photo")
  show(photo && JSON.parse(photo.textContent))
  window.django.jQuery(storyForm().elements.lead_photo).on("change", (_event, how) => change(how === "written"))
  window.django.jQuery(storyForm()).on("input", showWaiting)
  home.addEventListener("click", ({ target }) => ({ use: useWaiting, drop: dropWaiting })[target.dataset.do]?.())
}

/* What a pasted story says of its lead photo, as fields: words under no photo where another one is chosen already. */
export function withOwnWords(fields) {
  const { lead_caption: caption, lead_credit: credit, ...others } = fields
  if (!chosen() || !isSaid([caption, credit])) return fields
  return { ...others, kept_lead_words: JSON.stringify({ ...kept(), [NO_PHOTO]: [caption, credit] }) }
}

/* Takes the former photo's words away and brings the new one's; where they were written along with it, they are there. */
function change(isWritten) {
  const now = chosen()
  if (now === wordsOf) return
  if (!isWritten) {
    const { [now]: own, ...others } = { ...kept(), [wordsOf]: words() }
    put(own || ["", ""], others)
  }
  wordsOf = now
  if (now) look(now)
  else show(null)
}

function put([lead_caption, lead_credit], others) {
  write({ lead_caption, lead_credit, kept_lead_words: JSON.stringify(others) })
  storyForm().dispatchEvent(new Event("input"))
}

async function look(number) {
  try {
    const photo = await ask(`photos/${number}/`)
    if (chosen() === number) show(photo)
  } catch (error) {
    announce(error.message)
  }
}

/* Shows what the library knows of the photo, or that none is chosen. */
function show(photo) {
  const picture = photo && element("img", { class: "lead-picture", src: photo.url, alt: photo.alt })
  home.querySelector("[data-part=picture]").replaceChildren(...(picture ? [picture] : []))
  const [caption, credit] = WORDS.map((name) => storyForm().elements[name])
  caption.placeholder = photo?.caption || gettext("Caption")
  credit.placeholder = photo?.credit || gettext("Who made it")
  home.querySelector("[data-part=unconfirmed]").replaceChildren(...unconfirmedWords(photo, show))
  showWaiting()
}

/* Shows words that were written before there was a photo, for the person to say whether they are about this one. */
function showWaiting() {
  const waiting = chosen() ? kept()[NO_PHOTO] : null
  const place = home.querySelector("[data-part=waiting]")
  const said = isSaid(waiting) ? waiting.filter(Boolean).join(" / ") : ""
  if (place.dataset.said === said) return
  place.dataset.said = said
  place.replaceChildren()
  if (!said) return
  place.append(
    element("p", {}, gettext("Written before this photo was chosen:"), " ", element("q", {}, said)),
    element("button", { type: "button", "data-do": "use" }, gettext("Use them for this photo")),
    " ",
    element("button", { type: "button", "data-do": "drop" }, gettext("Drop them")),
  )
}

/* Puts the waiting words into the fields; what stood there waits instead. */
function useWaiting() {
  const { [NO_PHOTO]: waiting, ...others } = kept()
  put(waiting, isSaid(words()) ? { ...others, [NO_PHOTO]: words() } : others)
}

function dropWaiting() {
  const { [NO_PHOTO]: _gone, ...others } = kept()
  put(words(), others)
}
