/* The one entry of the story's screen: it starts the prose editor, and wires whatever else lives on the screen. */

import { startBar } from "./bar.js"
import { startLeading } from "./findings.js"
import { startGuesses } from "./guesses.js"
import { startHeads } from "./heads.js"
import { startKeys } from "./keys.js"
import { startLeadPhoto } from "./lead-photo.js"
import { reloadPreview } from "./page.js"
import { startProseEditors } from "./prose-editors.js"
import { startAutosave } from "./saving/autosave.js"
import { leaveFocus } from "./writing.js"

startProseEditors()
startHeads()
startAutosave()
startBar()
startGuesses()
startKeys({ leaveFocus })
startLeading()
startLeadPhoto()
const beside = document.querySelector("[data-beside]")
if (beside) beside.value = localStorage.beside || "" // as this person likes it, on every story
beside?.addEventListener("change", () => {
  localStorage.beside = beside.value
  reloadPreview()
})
