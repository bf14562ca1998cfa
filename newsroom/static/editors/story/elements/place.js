/* Where a new block goes: behind the block with the caret, or in place of the empty paragraph that has it. */

import { pm } from "django-prose-editor/editor"

/* Places a block, a paragraph behind it where it would be the last; the caret goes `inside` positions behind its start. */
export function placeBlock(editor, node, inside) {
  const { tr, schema, selection } = editor.state
  const { $to } = selection
  const isEmpty = $to.depth === 1 && $to.parent.type.name === "paragraph" && !$to.parent.content.size
  const at = $to.depth === 0 ? $to.pos : isEmpty ? $to.before(1) : $to.after(1)
  if (isEmpty) tr.delete(at, at + 2)
  tr.insert(at, node)
  const behind = at + node.nodeSize
  if (behind === tr.doc.content.size) tr.insert(behind, schema.nodes.paragraph.create())
  tr.setSelection(pm.state.TextSelection.near(tr.doc.resolve(at + inside)))
  editor.view.dispatch(tr.scrollIntoView())
  editor.commands.focus()
}
