/* Photos on the sheet: the block with caption, credit and alt text in place; drop, paste and upload. The library's
   window is photo-library.js, fetched when somebody opens it. */

import { Node, Plugin, pm } from "django-prose-editor/editor"
import { onKnown, want } from "./copies.js"
import { galleryButton } from "./elements/gallery.js"
import { announce, element, isForPictures, refusesWords } from "./page.js"
import { altFields, findingsOf, labelled, picturesIn, unconfirmedWords, upload } from "./photo-words.js"
import { apart, around, holdPlace, kept, waitingPlaces } from "./story-blocks.js"

const { NodeSelection, TextSelection } = pm.state
const photosById = new Map(Object.entries(JSON.parse(document.getElementById("story-photos")?.textContent || "{}")))
const views = new Set()
onKnown(({ photos }) => {
  for (const [number, photo] of Object.entries(photos)) photosById.set(number, photo)
  views.forEach((again) => again())
})

/* The address of a photo as editors see it, where it is known; and a photo that becomes known. */
export const pictureOf = (number) => photosById.get(String(number))?.url
export const makeKnown = (photo) => photosById.set(String(photo.id), photo)

export const Photo = Node.create({
  name: "photo",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    "data-photo": kept("data-photo"),
    "data-credit": kept("data-credit"),
    "data-gallery": kept("data-gallery"),
  }),
  parseHTML: () => [{ tag: "figure[data-photo]", contentElement: "figcaption" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, ["figcaption", 0]],
  addNodeView: () => photoView,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => around(editor.state, "photo") !== null && leave(editor),
      Backspace: ({ editor }) => selectAtStart(editor),
      ArrowLeft: ({ editor }) => selectAtStart(editor),
      ArrowUp: ({ editor }) => selectAtStart(editor),
    }
  },
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      waitingPlaces(),
      new Plugin({
        props: {
          handleDrop: (view, { dataTransfer, clientX, clientY }) =>
            takeIn(
              editor,
              picturesIn(dataTransfer),
              view.posAtCoords({ left: clientX, top: clientY })?.pos ?? view.state.doc.content.size,
            ),
          handlePaste: (view, { clipboardData }) => takeIn(editor, picturesIn(clipboardData), view.state.selection.to),
        },
      }),
    ]
  },
})

/* For the picture desk: photos come, go and are described, and the words around them stay as they are. What arrives from
   elsewhere, which no undo takes back, is let in. */
export function keepingWords() {
  if (!isForPictures()) return []
  const words = (doc) => {
    const kept = []
    doc.forEach((node) => {
      if (node.type.name !== "photo" && node.content.size) kept.push(node)
    })
    return kept
  }
  const isSame = (some, others) => some.length === others.length && some.every((node, at) => node.eq(others[at]))
  const filterTransaction = (tr, { doc }) => {
    if (!tr.docChanged || tr.getMeta("addToHistory") === false || isSame(words(doc), words(tr.doc))) return true
    return !refusesWords()
  }
  return [new Plugin({ filterTransaction })]
}

/* Ends a caption: the caret goes on in a new paragraph behind the photo. */
function leave(editor) {
  const { at, node } = around(editor.state, "photo")
  const behind = at + node.nodeSize
  return editor
    .chain()
    .insertContentAt(behind, { type: "paragraph" })
    .setTextSelection(behind + 1)
    .run()
}

/* At the start of a caption, the photo as a whole is what lies before it. */
function selectAtStart(editor) {
  const { selection } = editor.state
  if (!(selection instanceof TextSelection) || !selection.empty || selection.$from.parentOffset) return false
  const here = around(editor.state, "photo")
  return here !== null && editor.commands.setNodeSelection(here.at)
}

/* Takes picture files into the library and places them at a position, in one step that undo takes back. Returns whether
   there are any. */
export function takeIn(editor, files, at) {
  if (files.length) uploadAndPlace(editor, files, at)
  return files.length > 0
}

async function uploadAndPlace(editor, files, at) {
  const leave = holdPlace(
    editor,
    at,
    interpolate(ngettext("Taking a photo in …", "Taking %s photos in …", files.length), [files.length]),
  )
  const answer = await upload(files)
  const place = leave()
  if (answer.photos.length) placePhotos(editor, answer.photos, place)
  if (answer.refused.length) announce(answer.refused.join(" "))
}

/* Places photos, as the library tells of them, behind the block at a position, several as a gallery; the caret goes into
   the first caption. */
export function placePhotos(editor, photos, at = editor.state.selection.to) {
  for (const photo of photos) photosById.set(String(photo.id), photo)
  const $at = editor.state.doc.resolve(at)
  const isEmpty = $at.depth === 1 && $at.parent.type.name === "paragraph" && !$at.parent.content.size
  const top = $at.depth === 0 ? at : isEmpty ? $at.before(1) : $at.after(1)
  const { tr, schema } = editor.state
  const gallery = photos.length > 1 ? "on" : null
  const nodes = photos.map(({ id }) => schema.nodes.photo.create({ "data-photo": String(id), "data-gallery": gallery }))
  if (isEmpty && $at.index(0) < $at.node(0).childCount - 1) tr.replaceWith(top, $at.after(1), nodes)
  else tr.insert(top, nodes)
  tr.setSelection(TextSelection.create(tr.doc, top + 1))
  editor.view.dispatch(tr.scrollIntoView())
  editor.commands.focus()
  announce(
    interpolate(ngettext("The photo is in the text.", "%s photos are in the text, as a gallery.", photos.length), [
      photos.length,
    ]),
  )
}

/* The photo as the writer sees it: the picture, the caption, which is text of the story, and the fields for credit
   (of this place) and alt text (of the library, for all stories). */
function photoView({ node, editor, getPos }) {
  const dom = element("figure")
  const picture = element("div", { class: "story-photo", contenteditable: "false" })
  const contentDOM = element("figcaption")
  const credit = element("input", { type: "text", tabindex: "-1", "data-part": "credit" })
  const { fields, show: showAlt } = altFields(
    () => photosById.get(attrs["data-photo"]),
    (photo) => keep(photo),
    { tabindex: "-1" },
  )
  const words = element(
    "div",
    { class: "story-words", contenteditable: "false" },
    labelled(gettext("Credit"), credit),
    ...fields,
  )
  words.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && !(event.key === "Enter" && event.target.matches("[data-part]"))) return
    event.preventDefault()
    editor
      .chain()
      .focus()
      .setTextSelection(getPos() + 1)
      .run()
  })
  // One stop by Alt+Enter; from there Tab goes through all of them.
  for (const [event, tabIndex] of [
    ["focusin", 0],
    ["focusout", -1],
  ])
    words.addEventListener(event, () => {
      for (const control of words.querySelectorAll("input, textarea, button")) control.tabIndex = tabIndex
    })
  const unconfirmed = element("div", { class: "unconfirmed-words" })
  words.append(unconfirmed, element("div", { class: "photo-findings" }))
  words.append(galleryButton(editor, getPos))
  if (document.querySelector("[data-lead-photo]")) words.append(leadButton(editor, getPos))
  dom.append(picture, contentDOM, words)
  let { attrs } = node
  const show = () => {
    const number = attrs["data-photo"]
    const photo = photosById.get(number)
    dom.setAttribute("data-photo", number)
    dom.toggleAttribute("data-gallery", Boolean(attrs["data-gallery"]))
    if (photo && !picture.querySelector("img"))
      picture.replaceChildren(element("img", { src: photo.url, alt: photo.alt }))
    else if (!photo) {
      picture.textContent = interpolate(gettext("Photo %s"), [number])
      want("photos", number)
    }
    contentDOM.dataset.placeholder = photo?.caption || gettext("Caption")
    credit.value = attrs["data-credit"] || ""
    credit.placeholder = photo?.credit || gettext("Who made it")
    if (!photo) return
    showAlt()
    words.classList.toggle("is-missing", !photo.alt && !photo.decorative)
    unconfirmed.replaceChildren(...unconfirmedWords(photo, keep))
  }
  const keep = (fresh) => {
    photosById.set(String(fresh.id), fresh)
    views.forEach((again) => again())
  }
  credit.addEventListener("change", () => {
    editor.view.dispatch(editor.state.tr.setNodeAttribute(getPos(), "data-credit", credit.value.trim() || null))
  })
  views.add(show)
  show()
  return {
    dom,
    contentDOM,
    update(changed) {
      if (changed.type !== node.type || changed.attrs["data-photo"] !== attrs["data-photo"]) return false
      attrs = changed.attrs
      show()
      return true
    },
    destroy: () => views.delete(show),
    ...apart(words, contentDOM),
  }
}

/* Puts what keeps each photo from going out under it, once the sheet has been told. */
export function showFindings() {
  document.querySelectorAll(".ProseMirror [data-photo]").forEach((figure, at) => {
    const lines = findingsOf(({ dataset }) => dataset.photoAt === String(at))
    figure.querySelector(".photo-findings")?.replaceChildren(...lines)
  })
}
document.addEventListener("sheet:findings", showFindings)

/* The button that makes a photo of the text the lead: it goes up with its words, and the former lead comes here. */
function leadButton(editor, getPos) {
  const button = element("button", { type: "button", tabindex: "-1", "data-do": "lead" }, gettext("Make it the lead"))
  button.addEventListener("click", () => {
    const at = getPos()
    const { attrs, textContent, nodeSize } = editor.state.doc.nodeAt(at)
    const photo = photosById.get(attrs["data-photo"]) || { id: attrs["data-photo"], name: "" }
    const words = [textContent, attrs["data-credit"] || ""]
    /* Puts the former lead, with its words, in the photo's place; or nothing where there was none. */
    const swap = (former) => {
      const { tr, schema } = editor.state
      if (!former) return editor.view.dispatch(tr.delete(at, at + nodeSize))
      const [caption, credit] = former.words
      const said = caption.trim() ? [schema.text(caption.replace(/\s+/g, " "))] : []
      const own = { ...attrs, "data-photo": former.number, "data-credit": credit.trim() || null }
      editor.view.dispatch(tr.replaceWith(at, at + nodeSize, schema.nodes.photo.create(own, said)))
    }
    document.dispatchEvent(new CustomEvent("photo:lead", { detail: { photo, words, swap } }))
  })
  return button
}

/* Leads from a caption, or a chosen photo, to the fields under it: to what is missing first. */
export function editWords(editor) {
  const { selection } = editor.state
  const here =
    selection instanceof NodeSelection && selection.node.type.name === "photo"
      ? { at: selection.from }
      : around(editor.state, "photo")
  if (!here) return false
  const [credit, alt] = editor.view
    .nodeDOM(here.at)
    .querySelectorAll(".story-words :is([data-part=credit], [data-part=alt])")
  const first = alt.value || alt.disabled ? credit : alt
  first.focus()
  return true
}
