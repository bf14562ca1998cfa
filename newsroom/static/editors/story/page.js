/* What is on the story's page: the fields of its form as one value, read and written (strings, and lists of strings), new
   elements, and the line in which the writer hears what happened. */

import { createDocument } from "django-prose-editor/editor"

/* The form of the story, or of a page of the house; its fields are its elements. */
export const storyForm = () => document.getElementById("article_form") || document.getElementById("staticpage_form")

const OF_A_PAGE = { headline: "title", dek: "description" }
const elementOf = (name) => {
  const { elements } = storyForm()
  return elements.namedItem(name) || elements.namedItem(OF_A_PAGE[name] || "")
}

/* {name: string or list of strings} of these fields, as they stand. */
export function read(names) {
  return Object.fromEntries(
    names.map((name) => {
      const element = elementOf(name)
      return [name, element.multiple ? [...element.selectedOptions].map((option) => option.value) : element.value]
    }),
  )
}

/* Puts values into fields; `titles` has the words for values that a list may not hold yet: {field: {value: words}}. */
export function write(values, titles = {}) {
  for (const [name, value] of Object.entries(values)) {
    if (!elementOf(name)) continue // a page of the house has few of a story's fields
    if (name === "body") writeBody(value)
    else if (elementOf(name).options) choose(elementOf(name), [value].flat(), titles[name] || {})
    else if (elementOf(name).value !== String(value)) elementOf(name).value = value
  }
}

function choose(select, values, titles) {
  const present = [...select.selectedOptions].map((option) => option.value)
  if (JSON.stringify(present) === JSON.stringify(values)) return
  for (const option of select.options) option.selected = values.includes(option.value)
  for (const value of values) {
    const option =
      [...select.options].find((one) => one.value === value) ||
      new Option(titles[value] || value.replace(/^new(-on-staff)?:/, ""), value)
    if (select.multiple || !option.parentNode) select.append(option) // in the order of the values
    option.selected = true
  }
  window.django?.jQuery(select).trigger("change", ["written"]) // select2 listens to jQuery only; others learn that no person chose
}

/* Replaces only what is different, so that the caret and the undo history of the rest stay. */
function writeBody(html) {
  const { editor } = document.querySelector(".ProseMirror")
  const now = editor.state.doc
  const next = createDocument(html, editor.schema)
  const start = now.content.findDiffStart(next.content)
  if (start === null) return
  let { a, b } = now.content.findDiffEnd(next.content)
  const overlap = start - Math.min(a, b)
  if (overlap > 0) [a, b] = [a + overlap, b + overlap]
  editor.view.dispatch(editor.state.tr.replace(start, a, next.slice(start, b)).setMeta("addToHistory", false))
}

/* Calls `listener()` after anything on the form may have changed, by key, mouse or select2. */
export function onTouched(listener) {
  window.django?.jQuery(storyForm()).on("input change", listener)
}

/* Calls `listener(element)` for a fragment of the page, now and each time the server has brought it anew. */
export function onFragment(name, listener) {
  const home = document.querySelector(`[data-fragment="${name}"]`)
  if (!home) return
  new MutationObserver(() => listener(home)).observe(home, { childList: true, subtree: true })
  listener(home)
}

/* A new element with attributes, its last arguments being what it holds. */
export function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...content)
  return made
}

/* Waits for the styles that a part of the page brings along, which the screen does without until then. */
export const styled = (part, link = part.querySelector("link")) =>
  new Promise((done) => {
    link.addEventListener("load", done)
    link.addEventListener("error", done)
    if (link.sheet) done()
  })

/* Brings a stylesheet that the screen does without until now. */
export async function bringStyle(href) {
  if (document.querySelector(`link[href="${href}"]`)) return
  const link = element("link", { rel: "stylesheet", href })
  document.head.append(link)
  await styled(document.head, link)
}

/* A sentence for the writer in the line under the bar, which screen readers say. */
export function announce(words) {
  document.querySelector(".sheet-status")?.replaceChildren(words)
}

/* Words with their places filled: “Saved %(at)s”. */
export const said = (words, places) => interpolate(words, places, true)

/* Loads the preview beside the text anew, where it is to be seen. */
export function reloadPreview() {
  const beside = document.querySelector(".beside iframe")
  if (beside?.offsetParent && beside.contentDocument)
    beside.contentDocument.location.reload() // stays where it is read
  // biome-ignore lint/correctness/noSelfAssign: it loads the page anew where the server was away and an error is shown
  else if (beside?.offsetParent) beside.src = beside.src
}

/* Whether the sheet is open for the picture desk. */
export const isForPictures = () => Boolean(document.querySelector("[data-pictures-only]"))

/* Whether this person may not change words; then it says so. */
export function refusesWords() {
  if (!isForPictures()) return false
  announce(gettext("The picture desk changes photos and what is said of them; the words are the writers’."))
  return true
}
