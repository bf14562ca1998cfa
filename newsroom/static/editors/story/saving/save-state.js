/* Where the words are, in the bar: in words, with the way to sign in again, and the button for a choice that was put off. */

import { isLoud, words } from "../decisions.js"
import { reloadPreview } from "../page.js"

const line = document.querySelector("[data-save-state]")
const conflictButton = document.querySelector("[data-conflict=open]")

export class SaveState {
  show(state, details = {}) {
    line.ariaLive = isLoud(this.state, state) ? "polite" : "off"
    Object.assign(this, { state, details })
    line.dataset.saveState = state
    line.textContent = words(state, { ...details, full: this.isFull })
    this.offerChoice(false)
    document.querySelector("[data-sign-in]").hidden = state !== "signed-out"
    if (state === "saved") reloadPreview()
  }

  /* Notes whether this browser has room for a copy of the words. Returns whether it has none from now on. */
  noteRoom(hasRoom) {
    if (hasRoom === !this.isFull) return false
    this.isFull = !hasRoom
    if (this.state) this.show(this.state, this.details)
    return this.isFull
  }

  /* Calls `listener()` when somebody wants to make a choice that was put off. */
  onChoice(listener) {
    conflictButton.addEventListener("click", listener)
  }

  offerChoice(isOpen) {
    conflictButton.hidden = !isOpen
  }

  /* Brings the state before the eyes of somebody who wants to go on, and the choice that it waits for. */
  insist() {
    line.scrollIntoView({ block: "nearest" })
    if (!conflictButton.hidden) conflictButton.click()
  }
}
