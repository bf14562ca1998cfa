/* Comments beside the sheet. The text holds no mark of them: their words are looked for in what stands on the page, and
   painted over. A suggested wording that is accepted is typed into the text, and the story saved, before it is noted. */

const EVERY = 20_000
const [CONTEXT, ENOUGH, SAVED_WITHIN] = [32, 12, 15_000]
const A_MOMENT = 100
const [START, END] = ["\x02", "\x03"]
const panel = document.querySelector("[data-notes]")
const dialog = document.querySelector(".notes-dialog")
const part = (name, root = panel) => root.querySelector(`[data-part="${name}"]`)
const say = (words) => part("said").replaceChildren(words)
let anchors = []
let chosen = null // the words that the next comment is about

const story = () => panel.dataset.story || location.pathname.match(/\/article\/(\d+)\/change\//)?.[1]

async function request(sent) {
  const headers = { Accept: "application/json", "Content-Type": "application/json" }
  headers["X-CSRFToken"] = document.querySelector("[name=csrfmiddlewaretoken]")?.value || ""
  const options = sent ? { method: "POST", headers, body: JSON.stringify(sent) } : { headers }
  const answer = await fetch(`${panel.dataset.notes}${story()}/comments/`, options).catch(() => null)
  const told = (await answer?.json().catch(() => null)) || {}
  if (answer?.ok && !answer.redirected) return told
  throw new Error(told.sentence || gettext("The server can’t be reached now. Nothing is lost: try again."))
}

// The texts on the page

const root = () => document.querySelector(".ProseMirror, .shown-shown_body")

/* The blocks of the text with their text nodes, as the server counts lines: captions are not among them. */
function lines() {
  const blocks = [...(root()?.querySelectorAll("p, h2, li:not(:has(p)), blockquote:not(:has(p))") || [])]
  return blocks
    .filter((block) => !block.closest("figure, table"))
    .map((block) => {
      const nodes = []
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) nodes.push(walker.currentNode)
      return { nodes, text: nodes.map(({ data }) => data).join("") }
    })
}

const alike = (one, other) => {
  let number = 0
  while (number < Math.min(one.length, other.length) && one[number] === other[number]) number += 1
  return number
}
const turned = (text) => [...text].reverse().join("")

/* [start, end] of an anchor's words, or null: as articles/text/compare/anchors.py finds them. */
export function placeOf(text, { exact, prefix, suffix }) {
  const whole = START + text + END
  const found = []
  for (let at = whole.indexOf(exact); exact && at >= 0; at = whole.indexOf(exact, at + 1)) {
    const before = alike(turned(whole.slice(Math.max(0, at - CONTEXT), at)), turned(prefix))
    const after = alike(whole.slice(at + exact.length, at + exact.length + CONTEXT), suffix)
    const kept = [before === prefix.length, after === suffix.length]
    if ((kept[0] && kept[1]) || ((kept[0] || kept[1]) && before + after >= ENOUGH)) found.push([before + after, at - 1])
  }
  found.sort((one, other) => other[0] - one[0])
  if (!found.length || found[1]?.[0] === found[0][0]) return null
  return [found[0][1], found[0][1] + exact.length]
}

/* The Range of the page that holds an anchor's words in the body, or null. */
function rangeOf(anchor) {
  const all = lines()
  const place = placeOf(all.map(({ text }) => text).join("\n"), anchor)
  if (!place) return null
  const range = document.createRange()
  let offset = 0
  for (const { nodes, text } of all) {
    let inside = offset
    for (const node of nodes) {
      const end = inside + node.length
      if (place[0] >= inside && place[0] < end) range.setStart(node, place[0] - inside)
      if (place[1] > inside && place[1] <= end) range.setEnd(node, place[1] - inside)
      inside = end
    }
    offset += text.length + 1
  }
  return range.collapsed ? null : range
}

function paint(name, ranges) {
  if (CSS.highlights) CSS.highlights.set(name, new Highlight(...ranges))
}

const paintAll = () =>
  paint(
    "comment",
    anchors
      .filter(({ field }) => field === "body")
      .map(rangeOf)
      .filter(Boolean),
  )

// What is selected

/* A listener that acts once the hands rest, so that no letter waits for it. */
function atRest(act) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(act, A_MOMENT)
  }
}

function selected() {
  const field = document.activeElement?.closest?.("textarea[name=headline], textarea[name=dek]")
  if (field) {
    const [from, to] = [field.selectionStart, field.selectionEnd]
    const exact = field.value.slice(from, to)
    return exact.trim() && around(field.name, field.value, from, to)
  }
  const selection = getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const line = lines().find(({ nodes }) => nodes.some((node) => range.intersectsNode(node)))
  if (!line) return null
  const at = (node, offset, otherwise) => {
    const index = line.nodes.indexOf(node)
    return index < 0 ? otherwise : line.nodes.slice(0, index).reduce((sum, each) => sum + each.length, offset)
  }
  const from = at(range.startContainer, range.startOffset, 0)
  const to = at(range.endContainer, range.endOffset, line.text.length)
  return line.text.slice(from, to).trim() && around("body", line.text, from, to)
}

const around = (field, text, from, to) => ({
  field,
  exact: text.slice(from, to),
  prefix: text.slice(Math.max(0, from - CONTEXT), from),
  suffix: text.slice(to, to + CONTEXT),
})

// Saying something

const bubble = document.createElement("button")
Object.assign(bubble, { type: "button", className: "notes-bubble", hidden: true, textContent: gettext("Comment") })

function offer() {
  const words = dialog.open ? null : selected()
  bubble.hidden = !words
  panel.querySelector("[data-do=open]").hidden = Boolean(words) || dialog.open
  if (!words) return
  const box =
    words.field === "body"
      ? getSelection().getRangeAt(0).getBoundingClientRect()
      : document.activeElement.getBoundingClientRect()
  bubble.style.top = `${box.bottom + scrollY + 6}px`
  bubble.style.left = `${Math.min(box.left + scrollX, document.body.clientWidth - 110)}px`
}

function open() {
  chosen = selected() || { field: "", exact: "", prefix: "", suffix: "" }
  part("words", dialog).textContent = chosen.exact
  part("suggest", dialog).hidden = chosen.field !== "body"
  part("suggest", dialog).open = false
  dialog.querySelector("#notes-wording").value = chosen.exact
  dialog.querySelector("#notes-text").value = ""
  part("trouble", dialog).textContent = ""
  dialog.showModal()
  offer()
  dialog.querySelector("#notes-text").focus()
}

/* Resolves once all that stands on the page is saved, or cannot be for now. */
function saved() {
  const state = document.querySelector("[data-save-state]")
  const isSaved = () => !state || !story() || ["saved", ""].includes(state.dataset.saveState || "")
  return new Promise((done) => {
    if (isSaved()) return done()
    const watch = new MutationObserver(() => isSaved() && end())
    const timer = setTimeout(end, SAVED_WITHIN)
    function end() {
      watch.disconnect()
      clearTimeout(timer)
      done()
    }
    watch.observe(state, { attributes: true })
  })
}

async function send() {
  const text = dialog.querySelector("#notes-text").value
  const wording = dialog.querySelector("#notes-wording").value
  const suggests = part("suggest", dialog).open && wording !== chosen.exact
  try {
    await saved()
    if (!story()) throw new Error(gettext("Write something first: a story that is not begun cannot be commented on."))
    show(await request({ do: "comment", text, ...chosen, suggests, wording }))
    dialog.close()
  } catch (error) {
    part("trouble", dialog).textContent = error.message
  }
}

/* Puts the suggested words into the text. Returns whether the words they take the place of were there. */
function replace(anchor, wording) {
  const range = anchor && rangeOf(anchor)
  const editor = root()?.editor
  if (!range || !editor) return false
  const from = editor.view.posAtDOM(range.startContainer, range.startOffset)
  const to = editor.view.posAtDOM(range.endContainer, range.endOffset)
  const { tr } = editor.state
  editor.view.dispatch(wording ? tr.insertText(wording, from, to) : tr.delete(from, to))
  return true
}

// What is there

function show({ html, anchors: found, open: number }) {
  anchors = found
  part("number").textContent = number || ""
  const made = new DOMParser().parseFromString(html, "text/html")
  part("list").replaceChildren(...made.body.childNodes)
  paintAll()
}

function find(card) {
  const range = rangeOf(anchors.find(({ id }) => id === Number(card.dataset.comment)) || {})
  paint("comment-found", range ? [range] : [])
  range?.startContainer.parentElement.scrollIntoView({ block: "center" })
}

async function act(button, card) {
  const what = button.dataset.do
  const comment = Number(card?.dataset.comment || card?.dataset.resolved || 0)
  if (what === "accept") {
    const anchor = anchors.find(({ id }) => id === comment)
    if (!replace(anchor, button.dataset.wording))
      return say(gettext("These words are not in the text as it stands here: change it by hand, then resolve."))
    await new Promise((done) => setTimeout(done, 100)) // autosave notes the change
    await saved()
  }
  const sent = { do: what, comment, text: card?.querySelector("textarea")?.value || "" }
  if (what === "assign")
    Object.assign(sent, {
      to: Number(document.querySelector("#assign-to").value) || null,
      due: document.querySelector("#assign-due").value,
      slot: document.querySelector("#assign-slot").value,
    })
  say("")
  await request(sent).then(show, (error) => say(error.message))
}

function clicked({ target }) {
  const button = target.closest("button[data-do]")
  const card = button?.closest(".comment")
  const what = button?.dataset.do
  if (what === "open") open()
  else if (what === "find") find(card)
  else if (what === "show-reply") {
    const form = card.querySelector(".comment-reply")
    form.hidden = !form.hidden
    button.ariaExpanded = String(!form.hidden)
    if (!form.hidden) form.querySelector("textarea").focus()
  } else if (what) act(button, card)
}

async function refresh() {
  const isBusy = panel.contains(document.activeElement) && document.activeElement.matches("textarea, select, input")
  if (!story() || document.hidden || isBusy || dialog.open) return
  await request().then(show, () => {}) // the next one may come through
}

if (panel && dialog) {
  panel.hidden = false
  document.body.append(bubble, dialog)
  panel.addEventListener("click", clicked)
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault() // else the story is sent
  })
  dialog.addEventListener("click", ({ target }) => {
    if (target.closest("[data-do=send]")) send()
    else if (target.closest("[data-do=cancel]")) dialog.close()
  })
  dialog.addEventListener("close", () => offer())
  bubble.addEventListener("mousedown", (event) => event.preventDefault()) // the words stay selected
  bubble.addEventListener("click", open)
  document.addEventListener("selectionchange", atRest(offer))
  document.addEventListener("input", atRest(paintAll))
  setInterval(refresh, EVERY)
  const arrived = story() ? request({ do: "seen" }).then(show, refresh) : refresh()
  arrived.then(() => {
    if (location.hash.startsWith("#comment-")) document.querySelector(location.hash)?.scrollIntoView()
  })
}
