/* What earlier pages left in this browser and the server never got: it comes onto this page where it belongs here, and else
   is a link to the page of its story. `saving` is the Autosave of this page. */

import { recoveryOf, same } from "../decisions.js"
import { read, said, storyForm, write } from "../page.js"
import { clock, linksTo, lockSheet, removeLocalCopy } from "./local-copies.js"

const line = document.querySelector("[data-kept]")

/* Goes through the copies that were found, all of this person, and says what became of them. */
export async function recoverAll(saving, found) {
  const [restored, elsewhere] = [[], []]
  for (const copy of found) {
    if (!(await lockSheet(copy.sheet))) continue // another tab is still writing on it
    const recovery = recoveryOf(copy, saving)
    if (recovery === "drop") await removeLocalCopy(copy.sheet)
    else if (recovery === "other" || !(await recover(saving, copy, recovery, restored))) elsewhere.push(copy)
  }
  const links = linksTo(elsewhere, saving.data.stories)
  line.replaceChildren(...restored.slice(-1))
  if (links.length)
    line.append(gettext("Only in this browser, not yet on the server: "), ...links.flatMap((link) => [link, " "]))
  line.dataset.looked = ""
}

/* Puts a copy's words onto the page and notes in `restored` what to say of it. Returns whether it could; else the words wait
   in the browser for the next time. */
async function recover(saving, copy, recovery, restored) {
  if (recovery === "put" && same(read(saving.names), saving.atFirst)) {
    if (saving.article === null) saving.sheet = storyForm().elements.sheet.value = copy.sheet // begun at most once
    write(copy.fields)
  } else if (saving.article === null || !(await saving.pull(copy))) return false
  saving.touched()
  await saving.storeLocally(saving.localCopy())
  if (saving.sheet !== copy.sheet) await removeLocalCopy(copy.sheet)
  if (!same(saving.now, saving.base)) {
    const at = clock(new Date(copy.at))
    restored.push(said(gettext("Restored: words of %(at)s that only this browser had. "), { at }))
  }
  await saving.push()
  return true
}
