/* Links on the sheet: what the body keeps and nothing else, the window that asks where words lead, and addresses that become
   links by themselves when a space or a new line ends them. */

import { Link, Plugin, pm } from "django-prose-editor/editor"
import { addressesIn, addressMeant, addressOf } from "./addresses.js"
import { choose } from "./combobox.js"
import { announce } from "./page.js"

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
  addAttributes: () => ({ href: { default: null } }),
  addCommands() {
    return { ...this.parent(), addLink: () => () => editLink(this.editor) || true }
  },
  addKeyboardShortcuts() {
    return { "Mod-k": () => editLink(this.editor) || true }
  },
  addPasteRules: () => [],
  addProseMirrorPlugins() {
    return [...this.parent(), linkingWhatIsTyped(this.type)]
  },
})

const meanings = async (typed) => {
  if (!typed) return [{ label: gettext("No link"), note: gettext("the words lead nowhere") }]
  const href = addressMeant(typed)
  if (!href) throw new Error(interpolate(gettext("“%s” is no address. One looks like example.org/report."), [typed]))
  return [{ label: href, note: gettext("where the words lead"), href }]
}

/* Asks where the selected words, or the link at the caret, lead. */
export async function editLink(editor) {
  if (editor.isActive("link")) editor.commands.extendMarkRange("link")
  const { from, to } = editor.state.selection
  if (from === to) return announce(gettext("Select the words of the link first, or paste an address over them."))
  const asked = {
    label: gettext("Link to"),
    value: editor.getAttributes("link").href,
    options: meanings,
    hint: "https:// or /2026/05/a-story/",
  }
  const { option } = await choose({ ...asked, at: editor.view.coordsAtPos(from) })
  const line = editor.chain().focus().setTextSelection({ from, to })
  if (option?.href) line.setLink({ href: option.href }).setTextSelection(to)
  else if (option) line.unsetLink()
  return line.run()
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
