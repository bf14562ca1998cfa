/* The people in a story: their names, the window in which a writer chooses one, and known people that the text names.
   These are underlined quietly, and linked with one key. The server says who they are, by the rule that importing uses; a
   person that the story links already is left alone. */

import { pm } from "django-prose-editor/editor"
import { ask } from "./api.js"
import { choose } from "./combobox.js"
import { onKnown, want } from "./copies.js"
import { announce } from "./page.js"
import { underlining } from "./underlines.js"

const namesById = new Map(Object.entries(JSON.parse(document.getElementById("story-people")?.textContent || "{}")))

/* The name of a person by number, as text or number; "" while nobody has told it: then it is asked for. */
export function nameOf(number) {
  const name = namesById.get(String(number))
  if (!name) want("people", number)
  return name || ""
}

/* Keeps names that an answer brought, {number: name}. */
export const remember = (names) => Object.entries(names).forEach(([number, name]) => namesById.set(number, name))
onKnown(({ people }) => remember(people))

/* Asks for a person. Resolves to {person: number or null, words: text or null} to be set, or null when the writer
   left; then `typed` of the second part says what was typed. `free` allows words instead of a person. */
export async function choosePerson({ label, at, value = "", free = false, linked = null }) {
  const facts = { ...(free && { free: 1 }), ...(linked !== null && { linked }) }
  const options = async (typed) => (await ask(`people/?${new URLSearchParams({ q: typed, ...facts })}`)).options
  const { option, typed } = await choose({ label, at, value, options })
  if (!option) return { chosen: null, typed }
  try {
    const { person, name, words } = option.add ? await ask("people/", { name: option.add }) : option
    if (name) remember({ [person]: name })
    if (option.add) announce(`${name} is in the directory now.`)
    return { chosen: { person: person && String(person), words }, typed }
  } catch (error) {
    announce(error.message)
    return { chosen: null, typed }
  }
}

const { Decoration } = pm.view
const names = new pm.state.PluginKey("names")

/* The text of each block where people may be linked, with its position; and who has a link already. */
function namable(doc) {
  const [lines, starts, mentioned] = [[], [], new Set()]
  doc.descendants((node, at) => {
    for (const mark of node.marks) if (mark.type.name === "mention") mentioned.add(mark.attrs["data-person"])
    if (!node.isTextblock) return node.type.name !== "heading"
    if (node.type.name === "heading") return false
    lines.push(node.textBetween(0, node.content.size, "\n", "\n"))
    starts.push(at + 1)
    return true
  })
  return { lines, starts, mentioned: [...mentioned] }
}

/* The underlines for what the server found in a document. */
function underlines(doc, { starts, mentioned }, { people, hits }) {
  const { link, mention } = doc.type.schema.marks
  const found = hits.flatMap((some, line) =>
    some.map(([start, end, person]) => [starts[line] + start, starts[line] + end, String(person)]),
  )
  const free = found.filter(
    ([from, to, person]) =>
      !mentioned.includes(person) && !doc.rangeHasMark(from, to, link) && !doc.rangeHasMark(from, to, mention),
  )
  return free.map(([from, to, person]) => {
    const title = `${people[person]} is in the directory. Alt+Enter links the name.`
    return Decoration.inline(from, to, { class: "name-found", title }, { person, name: people[person] })
  })
}

export const recognising = () =>
  underlining(names, async (doc) => {
    const here = namable(doc)
    if (!here.lines.some(Boolean)) return null
    const answer = await ask("names/", { lines: here.lines, mentioned: here.mentioned })
    remember(answer.people)
    return underlines(doc, here, answer)
  })

/* Links the recognised name at the caret, else the nearest one before it in the same block; says whether there is one. */
export function linkKnown(editor) {
  const { $from, $to } = editor.state.selection
  const inBlock = names.getState(editor.state).find($from.start(), $to.pos)
  const { from, to, spec } = inBlock.at(-1) || {}
  if (!spec) return false
  const { tr, schema } = editor.state
  tr.addMark(from, to, schema.marks.mention.create({ "data-person": spec.person })).removeStoredMark(
    schema.marks.mention,
  )
  editor.view.dispatch(pm.history.closeHistory(tr))
  announce(`${spec.name} is linked.`)
  return true
}
