/* What the page says of how the story stands, brought up to date by each answer of the server; and the way from each
   finding to what it is about: a field, a photo, words of the text. */

import { storyForm } from "./page.js"

/* Shows fragments of the page, {name: HTML}, in place of what there was. What has not changed stays as it is, with the focus
   in it, and is not read out again. */
export function show(fragments) {
  for (const [name, html] of Object.entries(fragments)) {
    const fresh = document.createElement("template")
    fresh.innerHTML = html
    merge(document.querySelector(`[data-fragment="${name}"]`), fresh.content)
  }
  document.dispatchEvent(new Event("sheet:findings"))
}

/* Makes what an element holds equal to what another does: equal children are kept, those of the same `data-part` merged. */
function merge(home, fresh) {
  const old = [...home.childNodes]
  const take = (test) => {
    const at = old.findIndex(test)
    return at < 0 ? null : old.splice(at, 1)[0]
  }
  const wanted = [...fresh.childNodes].map((child) => {
    const part = child.dataset?.part
    const same = take((one) => one.isEqualNode(child)) || (part && take((one) => one.dataset?.part === part))
    if (same && !same.isEqualNode(child)) merge(same, child)
    return same || child
  })
  for (const gone of old) gone.remove()
  wanted.forEach((child, at) => {
    if (home.childNodes[at] !== child) home.insertBefore(child, home.childNodes[at] || null)
  })
}

/* Lets the links of findings lead to their places. */
export function startLeading() {
  storyForm().addEventListener("click", (event) => {
    const link = event.target.closest("[data-blocker], [data-warning]")
    if (link && lead(link.dataset, link.hash.slice(1))) event.preventDefault()
  })
}

/* Goes where a finding points to; says whether there is such a place. */
export function lead({ words = "", block, photoAt, part }, id) {
  const { editor } = document.querySelector(".ProseMirror") || {}
  if (editor && photoAt !== undefined) return leadToPhoto(editor, Number(photoAt), part)
  if (editor && id === "sheet-body") return leadToWords(editor, block === undefined ? -1 : Number(block), words)
  const field = document.getElementById(id)
  const chooser = field?.parentElement.querySelector(".select2-selection")
  const lead = id === "id_lead_photo" && field.closest("[data-lead-photo]")
  const place = lead ? lackingIn(lead) : chooser || field?.querySelector("button") || field
  place?.focus()
  const at = words ? plain(field.value || "").indexOf(plain(words)) : -1
  if (at >= 0) field.setSelectionRange(at, at + words.length)
  place?.scrollIntoView({ block: "center" })
  return Boolean(place)
}

/* Where a lead photo is mended: its alt text where it has none, else the button that chooses another. */
const lackingIn = (lead) =>
  lead.querySelector("[data-part=alt]:placeholder-shown:not(:disabled)") || lead.querySelector("button")

function leadToPhoto(editor, at, part) {
  const figure = editor.view.dom.querySelectorAll("[data-photo]")[at]
  const input = figure?.querySelector(`[data-part="${part}"]:not(:disabled)`)
  if (!figure) return false
  if (input) input.focus()
  else
    editor
      .chain()
      .focus()
      .setTextSelection(editor.view.posAtDOM(figure.querySelector("figcaption"), 0))
      .run()
  figure.scrollIntoView({ block: "center" })
  return true
}

/* Selects words in a block of the text, counted as the server counts: paragraphs, subheads, items, set-off quotes. */
function leadToWords(editor, number, words) {
  const { doc } = editor.state
  const block = blocksOf(doc)[number]
  const found = (block && find(doc, block.from, block.to, words)) || find(doc, 0, doc.content.size, words)
  const from = found?.from ?? (block ? block.from + 1 : 1)
  editor
    .chain()
    .focus()
    .setTextSelection({ from, to: found?.to ?? from })
    .scrollIntoView()
    .run()
  return true
}

function blocksOf(doc) {
  const blocks = []
  doc.forEach((node, at) => {
    if (["photo", "embed", "horizontalRule"].includes(node.type.name)) return
    if (/List$/.test(node.type.name)) {
      node.forEach((item, within) => blocks.push({ from: at + 1 + within, to: at + 1 + within + item.nodeSize }))
    } else if (node.type.name === "table") {
      if (node.attrs.caption) blocks.push({ from: at, to: at })
      node.descendants((cell, within) => {
        if (!cell.isTextblock) return true
        if (cell.content.size) blocks.push({ from: at + 1 + within, to: at + 1 + within + cell.nodeSize })
        return false
      })
    } else blocks.push({ from: at, to: at + node.nodeSize })
  })
  return blocks
}

/* The place of words between two positions, whatever marks and quotation marks they have; null where there is none. */
function find(doc, from, to, words) {
  let text = ""
  const places = []
  doc.nodesBetween(from, to, (node, at) => {
    const written = node.isText ? node.text : node.isTextblock || node.isLeaf ? "\n" : ""
    for (let place = 0; place < written.length; place++) {
      text += written[place]
      places.push(at + place)
    }
  })
  const at = words ? plain(text).indexOf(plain(words)) : -1
  return at < 0 ? null : { from: places[at], to: places[at + words.length - 1] + 1 }
}

/* Words as they are compared, sign by sign: marks and spaces that typesetting changes are alike. */
const plain = (words) =>
  words
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/[‐‑–—]/g, "-")
    .replace(/\s/g, " ")
