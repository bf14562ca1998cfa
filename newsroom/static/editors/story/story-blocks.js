/* The body's own blocks in the prose editor: set-off quotes with their speakers, mentions of people; and places held. With the
   photos of photos.js and the links of links.js they keep the whole vocabulary (articles/text/body/vocabulary.py). Exports' names are EDITOR_BLOCKS'. */

import { ListItem as AnyListItem, Mark, Node, Plugin, pm, wrappingInputRule } from "django-prose-editor/editor"
import { onKnown } from "./copies.js"
import { element, refusesWords } from "./page.js"
import { choosePerson, nameOf } from "./people.js"

/* Tiptap puts a <style> into the page unless it finds one of its own there. The policy forbids inline styles, so it
   finds this element, which is called the same and is no style sheet; Tiptap's rules stand in article.css. */
const standIn = document.createElementNS("urn:newsroom:stand-in", "style")
standIn.setAttribute("data-tiptap-style", "")
document.head.append(standIn)

/* An attribute that is kept exactly as the document has it, and left out where it is absent. */
export const kept = (name) => ({
  default: null,
  parseHTML: (node) => node.getAttribute(name),
  renderHTML: (attributes) => (attributes[name] === null ? {} : { [name]: attributes[name] }),
})

/* For a block's view: the editor leaves its `controls` alone, and hears of changes in its text only. */
export const apart = (controls, text) => ({
  stopEvent: (event) => controls.contains(event.target),
  ignoreMutation: (mutation) => mutation.type !== "selection" && !text.contains(mutation.target),
})

/* The position and node of the block called `name` around the caret, or null. */
export function around(state, name) {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === name) return { at: $from.before(depth), node: $from.node(depth) }
  }
  return null
}

/* An item of a list holds paragraphs, as the body does: no photo falls into one, and no list. */
export const ListItem = AnyListItem.extend({
  content: "paragraph+",
  addKeyboardShortcuts() {
    const { Tab: _deeper, ...others } = this.parent()
    return others
  },
})

export const StoryQuote = Node.create({
  name: "storyQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () => ({ "data-person": kept("data-person"), "data-attribution": kept("data-attribution") }),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
  addNodeView: () => quoteView,
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })]
  },
  addKeyboardShortcuts() {
    return { "Mod-Shift-b": () => this.editor.commands.toggleWrap(this.name) }
  },
})

/* Who says a quote, in words; "" when nobody has said so yet. */
const speaker = ({ attrs }) =>
  attrs["data-attribution"] ||
  (attrs["data-person"] &&
    (nameOf(attrs["data-person"]) || interpolate(gettext("Person %s"), [attrs["data-person"]]))) ||
  ""

const quoteViews = new Set()
onKnown(() => quoteViews.forEach((again) => again()))

/* A quote as the writer sees it: its words, and under them the button that names the speaker. */
function quoteView({ node, editor, getPos }) {
  const dom = element("blockquote")
  const contentDOM = dom.appendChild(element("div"))
  const button = element("button", { type: "button", tabindex: "-1", title: gettext("Choose the speaker (Alt+Enter)") })
  dom.append(element("footer", { contenteditable: "false" }, button))
  button.addEventListener("click", () => askSpeaker(editor, getPos()))
  let now = node
  const update = (changed) => {
    if (changed.type !== node.type) return false
    now = changed
    for (const name of ["data-person", "data-attribution"]) {
      if (changed.attrs[name] === null) dom.removeAttribute(name)
      else dom.setAttribute(name, changed.attrs[name])
    }
    button.textContent = speaker(changed) ? `— ${speaker(changed)}` : gettext("Who says this?")
    return true
  }
  update(node)
  const again = () => update(now)
  quoteViews.add(again)
  return {
    dom,
    contentDOM,
    update,
    destroy: () => quoteViews.delete(again),
    ...apart(button, contentDOM),
  }
}

/* Asks who says the quote that stands at this position, and writes it down. */
export async function askSpeaker(editor, at) {
  if (refusesWords()) return
  const node = editor.state.doc.nodeAt(at)
  const { chosen } = await choosePerson({
    label: gettext("Who says this?"),
    at: editor.view.nodeDOM(at).querySelector("footer button").getBoundingClientRect(),
    value: speaker(node),
    free: true,
    linked: speaker(node) ? node.attrs["data-person"] || "" : null,
  })
  editor.commands.focus()
  if (!chosen || editor.state.doc.nodeAt(at)?.type.name !== "storyQuote") return
  const attrs = { "data-person": chosen.person, "data-attribution": chosen.words }
  editor.view.dispatch(editor.state.tr.setNodeMarkup(at, null, attrs))
}

export const Mention = Mark.create({
  name: "mention",
  inclusive: false,
  addAttributes: () => ({ "data-person": kept("data-person") }),
  parseHTML: () => [{ tag: "span[data-person]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, _to, text) {
            const before = view.state.doc.resolve(from).nodeBefore?.text || ""
            if (text !== "@" || /[\p{L}\p{N}._-]$/u.test(before)) return false
            askMention(editor, "@")
            return true
          },
        },
      }),
    ]
  },
})

/* Asks who is meant and links the selected words, or the mention at the caret, to them; with nothing selected their
   name is written. When the writer leaves, what was typed stays as text behind `sign`. */
export async function askMention(editor, sign = "") {
  if (!around(editor.state, "photo") && refusesWords()) return
  const isOn = editor.isActive("mention")
  if (isOn) editor.commands.extendMarkRange("mention")
  const { from, to } = editor.state.selection
  const { left, bottom, top } = editor.view.coordsAtPos(from)
  const value = editor.state.doc.textBetween(from, to)
  const linked = isOn ? editor.getAttributes("mention")["data-person"] : null
  const { chosen, typed } = await choosePerson({
    label: gettext("Who is meant?"),
    at: { left, bottom, top },
    value,
    linked,
  })
  const line = editor.chain().focus()
  if (chosen?.person) {
    const mark = { type: "mention", attrs: { "data-person": chosen.person } }
    if (from === to) line.insertContent({ type: "text", text: nameOf(chosen.person), marks: [mark] })
    else line.setMark("mention", mark.attrs).setTextSelection(to)
  } else if (chosen) line.unsetMark("mention").setTextSelection(to)
  else if (sign) line.insertContent({ type: "text", text: sign + typed })
  line.run()
}

const { Decoration, DecorationSet } = pm.view
const waiting = new pm.state.PluginKey("waiting")

/* Keeps the places at which something is on its way onto the sheet: photos being taken in, pasted words being read. */
export const waitingPlaces = () =>
  new Plugin({
    key: waiting,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, places) {
        const { add, remove } = tr.getMeta(waiting) || {}
        const mapped = places.map(tr.mapping, tr.doc)
        if (add) return mapped.add(tr.doc, [add])
        return remove ? mapped.remove(mapped.find(null, null, (spec) => spec === remove)) : mapped
      },
    },
    props: { decorations: (state) => waiting.getState(state) },
  })

/* Whether anything is still on its way in. */
export const isWaiting = (editor) => waiting.getState(editor.state).find().length > 0

/* Holds a place, with `words` in it meanwhile if there are any. Returns a function that gives it up and says where it
   has come to by then. */
export function holdPlace(editor, at, words = "") {
  const spec = { side: -1, key: `waiting ${Math.random()}` }
  const add = Decoration.widget(
    at,
    () => element(words ? "p" : "span", words ? { class: "story-waiting" } : {}, words),
    spec,
  )
  editor.view.dispatch(editor.state.tr.setMeta(waiting, { add }))
  return () => {
    const [place] = waiting.getState(editor.state).find(null, null, (other) => other === spec)
    editor.view.dispatch(editor.state.tr.setMeta(waiting, { remove: spec }))
    return place ? place.from : editor.state.selection.to
  }
}
