/* Links on the sheet: what the body keeps and nothing else, the window that asks where words lead, and addresses that become
   links by themselves when a space or a new line ends them. A link to a story of our own is kept by its number (`data-story`),
   not by its address; a line that is nothing but such a link reads “Read more” to readers. */

import { Link, Plugin, pm } from "django-prose-editor/editor"
import { addressesIn, addressMeant, addressOf } from "./addresses.js"
import { ask } from "./api.js"
import { choose } from "./combobox.js"
import { announce } from "./page.js"
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
  addAttributes: () => ({ href: kept("href"), "data-story": kept("data-story") }),
  parseHTML() {
    return [{ tag: "a[data-story]" }, ...this.parent()]
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

/* Stories of our own that answer to what is typed, with the one that is linked now before all; none while nobody answers. */
const storiesFor = async (typed, linked) => {
  const asked = { q: typed, here: location.pathname.match(/(\d+)\/change/)?.[1] || "", ...(linked && { linked }) }
  return (await ask(`stories/?${new URLSearchParams(asked)}`)).options
}

/* What the typed words may mean: an address, stories of our own, or no link. */
const meanings = (linked, isLine) => async (typed) => {
  if (!typed) {
    const stories = await storiesFor("", linked).catch(() => [])
    return isLine ? stories : linked ? [stories[0], noLink(), ...stories.slice(1)] : [noLink(), ...stories]
  }
  const href = isLine ? "" : addressMeant(typed)
  const isElsewhere = href && !href.startsWith("/") && !href.startsWith(`${location.origin}/`)
  const stories = isElsewhere ? [] : await storiesFor(typed).catch(() => [])
  if (href) stories.push({ label: href, note: gettext("where the words lead"), href })
  if (stories.length) return stories
  const said = isLine
    ? gettext("No story of ours has these words.")
    : gettext("“%s” is no address and in no story of ours. An address looks like example.org/report.")
  throw new Error(interpolate(said, [typed]))
}

/* Asks where the selected words, or the link at the caret, lead; on an empty line, which story is to be read next. */
export async function editLink(editor) {
  // What a key has just selected reaches the editor a moment later.
  if (editor.state.selection.empty && !getSelection().isCollapsed)
    await new Promise((done) => setTimeout(done, A_MOMENT))
  if (editor.isActive("link")) editor.commands.extendMarkRange("link")
  const { from, to, $from } = editor.state.selection
  const isLine = from === to && $from.parent.type.name === "paragraph" && !$from.parent.content.size
  if (from === to && !isLine)
    return announce(
      gettext(
        "Select the words of the link first, or paste an address over them. On an empty line this adds “Read more”.",
      ),
    )
  const { href, "data-story": linked } = editor.getAttributes("link")
  const label = isLine ? gettext("Read more") : gettext("Link to")
  const hint = isLine ? gettext("words of a story") : gettext("words of a story, or an address")
  const asked = { label, hint, value: href || "", options: meanings(linked, isLine) }
  const { option } = await choose({ ...asked, at: editor.view.coordsAtPos(from) })
  const line = editor.chain().focus().setTextSelection({ from, to })
  const mark = { type: "link", attrs: { href: null, "data-story": option?.story && String(option.story) } }
  if (option?.story && isLine) line.insertContent({ type: "text", text: option.label, marks: [mark] })
  else if (option?.story) line.setMark("link", mark.attrs).setTextSelection(to)
  else if (option?.href) line.setLink({ href: option.href, "data-story": null }).setTextSelection(to)
  else if (option) line.unsetLink()
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
