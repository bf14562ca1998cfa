/* The body's own blocks in the prose editor: quotes, photos and mentions, so that opening and saving a story loses
   nothing of the vocabulary (articles/text/vocabulary.py). Names of exports are names in EDITOR_BLOCKS. */

import { Extension, Mark, Node, Plugin, mergeAttributes } from "django-prose-editor/editor"

/* Tiptap puts a <style> into the page unless it finds one of its own there. The policy forbids inline styles, so it
   finds this element, which is called the same and is no style sheet; Tiptap's rules stand in article.css. */
const standIn = document.createElementNS("urn:newsroom:stand-in", "style")
standIn.setAttribute("data-tiptap-style", "")
document.head.append(standIn)

const photos = JSON.parse(document.getElementById("story-photos")?.textContent || "{}")

/* An attribute that is kept exactly as the document has it, and left out where it is absent. */
const kept = (name) => ({
  default: null,
  parseHTML: (element) => element.getAttribute(name),
  renderHTML: (attributes) => (attributes[name] === null ? {} : { [name]: attributes[name] }),
})

export const StoryQuote = Node.create({
  name: "storyQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () => ({ "data-person": kept("data-person"), "data-attribution": kept("data-attribution") }),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-b": () => this.editor.commands.toggleWrap(this.name) }
  },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "storyQuote",
      groups: "storyBlocks",
      button: buttons.material("format_quote", "quote"),
      active: (editor) => editor.isActive("storyQuote"),
      command: (editor) => editor.chain().focus().toggleWrap("storyQuote").run(),
    })
  },
})

export const Photo = Node.create({
  name: "photo",
  group: "block",
  content: "inline*",
  defining: true,
  isolating: true,
  draggable: true,
  addAttributes: () => ({ "data-photo": kept("data-photo"), "data-credit": kept("data-credit") }),
  parseHTML: () => [{ tag: "figure[data-photo]", contentElement: "figcaption" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, ["figcaption", 0]],
  addNodeView: () => photoView,
})

/* The photo as the writer sees it: the picture, which can't be typed in, and the caption, which can. */
function photoView({ node, HTMLAttributes }) {
  const dom = document.createElement("figure")
  for (const [name, value] of Object.entries(mergeAttributes(HTMLAttributes))) dom.setAttribute(name, value)
  const number = node.attrs["data-photo"]
  const picture = dom.appendChild(document.createElement("div"))
  picture.className = "story-photo"
  picture.contentEditable = "false"
  if (photos[number]) {
    const image = picture.appendChild(document.createElement("img"))
    image.src = photos[number].url
    image.alt = photos[number].alt
  } else {
    picture.textContent = `Photo ${number}`
  }
  const contentDOM = dom.appendChild(document.createElement("figcaption"))
  contentDOM.dataset.placeholder = photos[number]?.caption || "Caption"
  const credit = dom.appendChild(document.createElement("div"))
  credit.className = "story-credit"
  credit.contentEditable = "false"
  credit.textContent = node.attrs["data-credit"] || ""
  return { dom, contentDOM, ignoreMutation: (mutation) => !contentDOM.contains(mutation.target) && mutation.type !== "selection" }
}

export const Mention = Mark.create({
  name: "mention",
  inclusive: false,
  addAttributes: () => ({ "data-person": kept("data-person") }),
  parseHTML: () => [{ tag: "span[data-person]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
})

/* The sheet itself: its accessible name, its language, and its spelling checked in that language. */
export const Sheet = Extension.create({
  name: "sheet",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        attributes: () => ({
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": "Story text",
          spellcheck: "true",
          dir: "auto",
          lang: document.querySelector("select[name=language]")?.value || "",
        }),
      },
    }),
  ],
})
