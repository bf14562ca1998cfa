/* The lead photo on the sheet: chosen from the library, uploaded, dropped, pasted, taken up from the text; its picture as
   readers get it cut; and its caption and credit, which are its own: with another photo they stay behind, and come back
   with it. */

import { ask } from "./api.js"
import { changeOver, draggedPhoto, isAboutLead, isUnsaid } from "./decisions.js"
import { announce, element, read, storyForm, write } from "./page.js"
import { altFields, findingsOf, picturesIn, unconfirmedWords, upload } from "./photo-words.js"
import { holdPlace } from "./story-blocks.js"

const NO_PHOTO = "" // under which words are kept that were written before there was a photo
const WORDS = ["lead_caption", "lead_credit"]
const home = document.querySelector("[data-lead-photo]")
const part = (name) => home.querySelector(`[data-part=${name}]`)
const chosen = () => storyForm().elements.lead_photo.value
const kept = () => JSON.parse(storyForm().elements.kept_lead_words.value || "{}")
const words = () => Object.values(read(WORDS))
const isSaid = (pair) => Boolean(pair?.some((each) => each.trim()))
const sheetEditor = () => document.querySelector(".ProseMirror").editor
const photoNow = () => shown
let shown = null
let wordsOf
const alt = home && altFields(photoNow, (photo) => show(photo))

/* Begins to watch the lead photo, on a page on which it can be chosen. */
export function startLeadPhoto() {
  if (!home || !storyForm().elements.lead_photo) return
  home.classList.add("is-live")
  part("bar").hidden = false
  part("described").append(...alt.fields)
  wordsOf = chosen()
  const photo = document.getElementById("lead-photo")
  show(photo && JSON.parse(photo.textContent))
  window.django.jQuery(storyForm().elements.lead_photo).on("change", (_event, how) => change(how === "written"))
  window.django.jQuery(storyForm()).on("input", showWaiting)
  const deeds = { use: useWaiting, drop: dropWaiting, choose: openLibrary, focus: toggleFocus, remove }
  home.addEventListener("click", ({ target }) => deeds[target.dataset.do]?.(target))
  home.addEventListener("change", ({ target }) => {
    if (target.type !== "file") return
    take([...target.files])
    target.value = ""
  })
  home.addEventListener("keydown", (event) => {
    const button = home.querySelector("[data-do=focus]")
    if (event.key !== "Escape" || button.ariaExpanded !== "true") return
    event.preventDefault()
    toggleFocus(button)
    button.focus()
  })
  document.addEventListener("sheet:findings", showFindings)
  document.addEventListener("photo:lead", ({ detail }) => takeUp(detail))
  showFindings()
  listenToHands()
}

/* What a pasted story says of its lead photo, as fields: words under no photo where another one is chosen already. */
export function withOwnWords(fields) {
  const { lead_caption: caption, lead_credit: credit, ...others } = fields
  if (!chosen() || !isSaid([caption, credit])) return fields
  return { ...others, kept_lead_words: JSON.stringify({ ...kept(), [NO_PHOTO]: [caption, credit] }) }
}

// Choosing

/* Makes a photo of the library the lead, with `own` words where it comes with some. */
function lead(photo, own = null) {
  const [now, former, before] = [String(photo.id), wordsOf, words()]
  if (now === former) return announce(gettext("This is the lead photo already."))
  const changed = changeOver(kept(), former, before, now, own)
  write({ lead_photo: now }, { lead_photo: { [now]: photo.name } }) // which others take as written along with its words
  put(changed.words, changed.kept)
  const stays = gettext("The lead photo is another one. The caption and credit of the former photo stay with that one.")
  announce(former !== NO_PHOTO && isSaid(before) ? stays : gettext("The lead photo is chosen."))
}

function remove() {
  const changed = changeOver(kept(), wordsOf, words(), NO_PHOTO, ["", ""])
  write({ lead_photo: "" })
  put(changed.words, changed.kept)
  announce(gettext("The story has no lead photo. What was said of it comes back with it."))
  home.querySelector("[data-do=choose]").focus()
}

async function openLibrary() {
  const { library } = await import("./photo-library.js")
  library({
    isOne: true,
    place: ([photo]) => lead(photo),
    take,
    done: () => home.querySelector("[data-do=choose]").focus(),
  })
}

/* Takes picture files into the library; the first becomes the lead. A verb that is pressed meanwhile waits. */
async function take(files) {
  if (!files.length) return
  const leave = holdPlace(sheetEditor(), 0)
  part("picture").replaceChildren(element("p", { class: "story-waiting" }, gettext("Taking a photo in …")))
  const { photos, refused } = await upload(files)
  show(shown)
  if (photos.length) leadWithWaiting(photos[0])
  leave()
  const others = photos.length > 1 ? [gettext("The first is the lead photo; the others are in the library.")] : []
  if (refused.length || others.length) announce([...refused, ...others].join(" "))
}

/* A new photo that nobody has said a word of takes those that wait for one: they came with the story, and so did it. */
function leadWithWaiting(photo) {
  if (wordsOf !== NO_PHOTO || !isSaid(words()) || !isUnsaid(photo)) return lead(photo)
  lead(photo, words())
  dropWaiting()
  announce(gettext("The lead photo is chosen, with the story’s caption and credit: are they about this photo?"))
}

/* Takes a photo up from the text, with its words; the former lead goes to its place. */
function takeUp({ photo, words: own, swap }) {
  const former = chosen() ? { number: chosen(), words: words() } : null
  if (former?.number !== String(photo.id)) lead(photo, own)
  swap(former?.number === String(photo.id) ? null : former)
  announce(
    former
      ? gettext("This is the lead photo now, and the former one stands in its place in the text.")
      : gettext("This is the lead photo now; it has left the text."),
  )
}

/* Pictures dropped anywhere but on the text, or pasted anywhere but into it, are meant for the lead. */
function listenToHands() {
  const isElsewhere = ({ target }) => !target.closest?.(".ProseMirror, dialog, input[type=file]")
  const holds = ({ dataTransfer }) => dataTransfer?.types.includes("Files")
  storyForm().addEventListener("dragover", (event) => {
    if (!isElsewhere(event) || !(holds(event) || home.contains(event.target))) return
    event.preventDefault()
    home.classList.add("is-over")
  })
  for (const name of ["dragleave", "drop", "dragend"])
    storyForm().addEventListener(name, () => home.classList.remove("is-over"))
  storyForm().addEventListener("drop", (event) => {
    if (!isElsewhere(event)) return
    const pictures = picturesIn(event.dataTransfer)
    const number = home.contains(event.target) ? draggedPhoto(event.dataTransfer.getData("text/html")) : ""
    if (!pictures.length && !number) return
    event.preventDefault()
    if (pictures.length) take(pictures)
    else document.querySelector(`.ProseMirror figure[data-photo="${number}"] [data-do=lead]`)?.click()
  })
  document.addEventListener("paste", (event) => {
    const isOther =
      event.target.closest?.("input, textarea:not([name=headline], [name=dek])") && !home.contains(event.target)
    const pictures = isElsewhere(event) && !isOther ? picturesIn(event.clipboardData) : []
    if (!pictures.length) return
    event.preventDefault()
    take(pictures)
  })
}

// Its words

/* Takes the former photo's words away and brings the new one's; where they were written along with it, they are there. */
function change(isWritten) {
  const now = chosen()
  if (now === wordsOf) return
  if (!isWritten) {
    const changed = changeOver(kept(), wordsOf, words(), now)
    put(changed.words, changed.kept)
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
  shown = photo
  home.classList.toggle("has-photo", Boolean(photo))
  const picture = photo && element("img", { class: "lead-picture", src: photo.url, alt: photo.alt })
  if (photo) Object.assign(picture.style, { aspectRatio: String(photo.ratio), objectPosition: photo.position })
  part("picture").replaceChildren(...(picture ? [picture] : []))
  const [caption, credit] = WORDS.map((name) => storyForm().elements[name])
  caption.placeholder = photo?.caption || gettext("Caption")
  credit.placeholder = photo?.credit || gettext("Who made it")
  alt.show()
  part("unconfirmed").replaceChildren(...unconfirmedWords(photo, show))
  if (!photo) closeFocus()
  showWaiting()
}

/* Says at the photo itself what keeps it from going out. */
function showFindings() {
  part("findings").replaceChildren(...(chosen() ? findingsOf(({ dataset }) => isAboutLead(dataset)) : []))
}

/* Shows words that were written before there was a photo, for the person to say whether they are about this one. */
function showWaiting() {
  home.classList.toggle("has-words", isSaid(words()))
  const waiting = chosen() ? kept()[NO_PHOTO] : null
  const place = part("waiting")
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

// Its focus

async function toggleFocus(button) {
  if (button.ariaExpanded === "true") return closeFocus()
  const { focusPanel } = await import("./lead-focus.js")
  if (!shown) return
  part("focus").replaceChildren(focusPanel(shown, home.dataset.focusStyle, show))
  button.ariaExpanded = "true"
  part("focus").querySelector("button").focus()
}

function closeFocus() {
  part("focus").replaceChildren()
  home.querySelector("[data-do=focus]").ariaExpanded = "false"
}
