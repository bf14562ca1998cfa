/* What stays as it was typed, as ranges [from, to] of a text. */

/* Whether an edit from one place to another changes something that stays. */
export const touches = (kept, from, to) => kept.some(([first, last]) => first < to && from < last)

/* The ranges after a text has become another one; what was changed itself is no longer kept. */
export function keptAfter(kept, before, after) {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let same = 0
  const most = Math.min(before.length, after.length) - start
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++
  const [end, grown] = [before.length - same, after.length - before.length]
  return kept
    .filter(([from, to]) => to <= start || from >= end)
    .map(([from, to]) => (to <= start ? [from, to] : [from + grown, to + grown]))
}
