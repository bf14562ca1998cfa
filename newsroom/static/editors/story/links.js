/* Links on the sheet: what the body keeps and nothing else, the window that asks where words lead, and addresses that become
   links by themselves when a space or a new line ends them. A link to a story or a topic of our own is kept by its number
   (`data-story`, `data-topic`), not by its address; a line that is nothing but a link to a story reads “Read more” to readers. */

import { Link, Plugin, pm } from "django-prose-editor/editor"
import { addressesIn, addressMeant, addressOf } from "./addresses.js"
import { ask } from "./api.js"
import { choose } from "./combobox.js"
import { remember } from "./people.js"
import { kept } from "./story-blocks.js"

const A_MOMENT = 50 // milliseconds

export const StoryLink = Link.extend({
  inclusive: false,
  addOptions() {
    return {
      ...this.parent(),
      autolink: false,
      linkOnPaste: false,
      isAllowedUri: (href) => addressOf(href || "") !== "",
    }
  },
  addAttributes: () => ({ href: kept("href"), "data-story": kept("data-story"), "data-topic": kept("data-topic") }),
  parseHTML() {
    return [{ tag: "a[data-story], a[data-topic]" }, ...this.parent()]
  },
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
  addCommands() {
    return { ...this.parent(), addLink: () => () => editLink(this.editor) || true }
  },
  addKeyboardShortcuts() {
    return { "Mod-k": () => editLink(this.editor) || true }
  },
  addPasteRules: () => [],
  addProseMirrorPlugins() {
    return [...this.parent(), linkingWhatIsTyped(this.type), linesThatLeadOn(this.type)]
  },
})

const noLink = () => ({ label: gettext("No link"), note: gettext("the words lead nowhere") })

/* Stories, topics and people that answer to what is typed, with the story that is linked now before all. */
const targetsFor = async (typed, { linked, isLine }) => {
  const here = location.pathname.match(/(\d+)\/change/)?.[1] || ""
  const asked = { q: typed, here, ...(linked && { linked }), ...(isLine && { only: "stories" }) }
  return (await ask(`targets/?${new URLSearchParams(asked)}`)).options
}

/* What the typed words may mean: an address, something of our own, what is linked now, or no link. */
const meanings = (now) => async (typed) => {
  if (!typed) {
    const stories = await targetsFor("", now).catch(() => [])
    if (now.isLine) return stories
    const first = now.linked ? stories.splice(0, 1) : now.isKept ? [now] : []
    return [...first, noLink(), ...stories]
  }
  const href = now.isLine ? "" : addressMeant(typed)
  const isElsewhere = href && !href.startsWith("/") && !href.startsWith(`${location.origin}/`)
  const found = isElsewhere ? [] : await targetsFor(typed, { isLine: now.isLine }).catch(() => [])
  if (href) found.push({ label: href, note: gettext("where the words lead"), href })
  if (found.length) return found
  const said = now.isLine
    ? gettext("No story of ours has these words.")
    : gettext("“%s” is no address, and no story, topic or person of ours. An address looks like example.org/report.")
  throw new Error(interpolate(said, [typed]))
}

/* Selects the whole link that the caret is in, if it is in one, and says what is selected and where it leads. */
async function selected(editor) {
  // What a key has just selected reaches the editor a moment later.
  if (editor.state.selection.empty && !getSelection().isCollapsed)
    await new Promise((done) => setTimeout(done, A_MOMENT))
  for (const type of ["link", "mention"]) if (editor.isActive(type)) editor.commands.extendMarkRange(type)
  const { from, to, $from } = editor.state.selection
  const { href, "data-story": linked, "data-topic": topic } = editor.getAttributes("link")
  return {
    from,
    to,
    href,
    linked,
    isLine: from === to && $from.parent.type.name === "paragraph" && !$from.parent.content.size,
    isKept: Boolean(topic || (!href && !linked && editor.isActive("mention"))),
    label: editor.state.doc.textBetween(from, to, " "),
    note: gettext("as it is linked now"),
  }
}

/* The mark that links words to what was chosen; null where they are to lead nowhere. */
function markFor({ story, topic, person, href = null }) {
  const number = (value) => (value ? String(value) : null)
  if (person) return { type: "mention", attrs: { "data-person": number(person) } }
  const attrs = { href, "data-story": number(story), "data-topic": number(topic) }
  return story || topic || href ? { type: "link", attrs } : null
}

/* Asks where the selected words, or the link at the caret, lead; on an empty line, which story is to be read next. Where
   nothing is selected, what was chosen is put in by its own name. */
export async function editLink(editor) {
  const now = await selected(editor)
  const label = now.isLine ? gettext("Read more") : gettext("Link to")
  const hint = now.isLine ? gettext("words of a story") : gettext("a story, topic, person or address")
  const asked = { label, hint, value: now.href || "", options: meanings(now) }
  const { option } = await choose({ ...asked, at: editor.view.coordsAtPos(now.from) })
  const { from, to } = now
  const line = editor.chain().focus().setTextSelection({ from, to })
  if (!option || option.isKept) return line.setTextSelection(to).run()
  const mark = markFor(option)
  if (option.person) remember({ [option.person]: option.label })
  if (mark && from === to) line.insertContent({ type: "text", text: option.label, marks: [mark] })
  else {
    if (mark?.type !== "link") line.unsetMark("link")
    if (mark) line.setMark(mark.type, mark.attrs)
    else line.unsetMark("mention")
    line.setTextSelection(to)
  }
  return line.run()
}

/* Shows which lines readers are led on by: those that are nothing but a link to a story of ours. */
function linesThatLeadOn(type) {
  const { Decoration, DecorationSet } = pm.view
  let [seen, shown] = [null, DecorationSet.empty]
  const find = (doc) => {
    const found = []
    doc.forEach((node, at) => {
      const mark = node.type.name === "paragraph" && node.childCount ? type.isInSet(node.firstChild.marks) : null
      if (!mark?.attrs["data-story"]) return
      for (let place = 0; place < node.childCount; place += 1) if (!mark.isInSet(node.child(place).marks)) return
      found.push(Decoration.node(at, at + node.nodeSize, { class: "reads-more", "data-more": gettext("Read more") }))
    })
    return DecorationSet.create(doc, found)
  }
  return new Plugin({
    props: {
      decorations({ doc }) {
        if (doc !== seen) [seen, shown] = [doc, find(doc)]
        return shown
      },
    },
  })
}

/* Links the address that a typed space or new line ends. The link is a step of its own: one undo leaves the bare words. */
const linkingWhatIsTyped = (type) =>
  new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        if (!/^\s$/.test(text) || !addressBefore(view.state, from)) return false
        view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView())
        link(view, type, from)
        return true
      },
      handleKeyDown(view, { key }) {
        if (key === "Enter" && view.state.selection.empty) link(view, type, view.state.selection.from)
        return false
      },
    },
  })

function link(view, type, at) {
  const { from, to, href } = addressBefore(view.state, at) || {}
  if (!href || view.state.doc.rangeHasMark(from, to, type)) return
  view.dispatch(pm.history.closeHistory(view.state.tr.addMark(from, to, type.create({ href })).removeStoredMark(type)))
}

/* Where the address begins and ends that the word before a position is, and where it leads; or null. */
function addressBefore({ doc }, at) {
  const $at = doc.resolve(at)
  const word = $at.parent.textBetween(0, $at.parentOffset, "\n", "\n").split(/\s/).at(-1)
  const [start, end, href] = addressesIn(word).at(-1) || []
  return href ? { from: at - word.length + start, to: at - word.length + end, href } : null
}
