/* What the page says of how the story stands, brought up to date by each answer of the server. */

/* Shows fragments of the page, {name: HTML}, in place of what there was. What has not changed stays as it is, with the focus
   in it, and is not read out again. */
export function show(fragments) {
  for (const [name, html] of Object.entries(fragments)) {
    const fresh = document.createElement("template")
    fresh.innerHTML = html
    merge(document.querySelector(`[data-fragment="${name}"]`), fresh.content)
  }
}

/* Makes what an element holds equal to what another does: equal children are kept, those of the same `data-part` merged. */
function merge(home, fresh) {
  const old = [...home.childNodes]
  const take = (test) => {
    const at = old.findIndex(test)
    return at < 0 ? null : old.splice(at, 1)[0]
  }
  const wanted = [...fresh.childNodes].map((child) => {
    const part = child.dataset?.part
    const same = take((one) => one.isEqualNode(child)) || (part && take((one) => one.dataset?.part === part))
    if (same && !same.isEqualNode(child)) merge(same, child)
    return same || child
  })
  for (const gone of old) gone.remove()
  wanted.forEach((child, at) => {
    if (home.childNodes[at] !== child) home.insertBefore(child, home.childNodes[at] || null)
  })
}
