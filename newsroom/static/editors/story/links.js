/* Links on the sheet: what the body keeps and nothing else, the window that asks where words lead, and addresses that become
   links by themselves when a space or a new line ends them. A link to a story or a topic of our own is kept by its number
   (`data-story`, `data-topic`), not by its address; a line that is nothing but a link to a story reads “Read more” to readers. */

import { Link, Plugin, pm } from "django-prose-editor/editor"
import { addressesIn, addressMeant, addressOf } from "./addresses.js"
import { ask } from "./api.js"
import { choose } from "./combobox.js"
import { refusesWords } from "./page.js"
import { remember } from "./people.js"
import { around, kept } from "./story-blocks.js"

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

/* Stories, topics and people that answer to what is typed; before all, what is linked now. */
const targetsFor = async (typed, now = {}) => {
  const asked = { q: typed, here: location.pathname.match(/(\d+)\/change/)?.[1] || "", ...now }
  return (await ask(`targets/?${new URLSearchParams(asked)}`)).options
}

/* What the typed words may mean: an address, something of our own, or no link; where nothing is typed, what is linked now. */
const meanings = (now, isLine) => async (typed) => {
  if (!typed) {
    const found = await targetsFor("", now).catch(() => [])
    const [linked, others] = [true, false].map((isNow) => found.filter((each) => Boolean(each.is_now) === isNow))
    return isLine ? others : [...linked, noLink(), ...others]
  }
  const href = addressMeant(typed)
  const isElsewhere = href && !href.startsWith("/") && !href.startsWith(`${location.origin}/`)
  const found = isElsewhere
    ? []
    : await targetsFor(typed).catch((error) => {
        if (href) return []
        throw error
      })
  if (href) found.push({ label: href, note: gettext("where the words lead"), href })
  if (found.length) return found
  const said = gettext(
    "“%s” is no address, and no story, topic or person of ours. An address looks like example.org/report.",
  )
  throw new Error(interpolate(said, [typed]))
}

const linkOf = (node) => node?.marks.find(({ type }) => ["link", "mention"].includes(type.name))

/* The link that a place is in, or at an end of, as {mark, from, to}; null where there is none. */
function linkAt($at) {
  const mark = linkOf($at.nodeBefore) || linkOf($at.nodeAfter)
  let [run, found] = [null, null]
  $at.parent.forEach((node, offset) => {
    const from = $at.start() + offset
    run = mark?.isInSet(node.marks) ? { mark, from: run?.from ?? from, to: from + node.nodeSize } : null
    if (run && run.from <= $at.pos && $at.pos <= run.to) found = run
  })
  return found
}

/* What is selected, and where it leads: the whole link where the caret is in one. */
async function selected(editor) {
  // What a key has just selected reaches the editor a moment later.
  if (editor.state.selection.empty && !getSelection().isCollapsed)
    await new Promise((done) => setTimeout(done, A_MOMENT))
  for (const type of ["link", "mention"])
    if (!editor.state.selection.empty && editor.isActive(type)) editor.commands.extendMarkRange(type)
  const { from, to, empty, $from } = editor.state.selection
  const link = empty ? linkAt($from) : { from, to }
  const attrs = link?.mark?.attrs ?? { ...editor.getAttributes("mention"), ...editor.getAttributes("link") }
  const { href, "data-story": linked, "data-topic": topic, "data-person": person } = empty && !link ? {} : attrs
  const isText = $from.parent.type.name === "paragraph"
  return {
    from: link?.from ?? from,
    to: link?.to ?? to,
    href,
    now: linked ? { linked } : topic ? { topic } : person && !href ? { person } : {},
    isLine: empty && isText && !$from.parent.content.size,
  }
}

/* The mark that links words to what was chosen; null where they are to lead nowhere. */
function markFor({ story, topic, person, href = null }) {
  const number = (value) => (value ? String(value) : null)
  if (person) return { type: "mention", attrs: { "data-person": number(person) } }
  const attrs = { href, "data-story": number(story), "data-topic": number(topic) }
  return story || topic || href ? { type: "link", attrs } : null
}

/* Asks where the selected words, or the link at the caret, lead. Where nothing is selected, what was chosen is put in by its
   own name; on an empty line, a story is thereby what is to be read next. */
export async function editLink(editor) {
  if (!around(editor.state, "photo") && refusesWords()) return
  const { from, to, href, now, isLine } = await selected(editor)
  const label = isLine ? gettext("Read more, or link to") : gettext("Link to")
  const asked = { label, hint: gettext("a story, topic, person or address"), value: href || "" }
  const at = editor.view.coordsAtPos(from)
  const { option } = await choose({ ...asked, options: meanings(now, isLine), at })
  const line = editor.chain().focus()
  if (!option) return void line.run()
  const mark = markFor(option)
  if (option.person) remember({ [option.person]: option.label })
  line.setTextSelection({ from, to })
  if (mark && from === to) {
    const others = editor.state.storedMarks || editor.state.doc.resolve(from).marks()
    line.insertContent({ type: "text", text: option.label, marks: [...others.map((each) => each.toJSON()), mark] })
  } else {
    if (mark?.type !== "link") line.unsetMark("link")
    if (mark) line.setMark(mark.type, mark.attrs)
    else line.unsetMark("mention")
    line.setTextSelection(to)
  }
  line.command(({ tr }) => pm.history.closeHistory(tr)).run()
  editor.view.dispatch(pm.history.closeHistory(editor.state.tr)) // what is typed next is a step of its own
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
