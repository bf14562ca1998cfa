/* The one entry of the story's screen: it starts the prose editor with the extensions that the text area names, whose own
   ones are our blocks (EDITOR_BLOCKS), and wires whatever else lives on the screen. */

import * as library from "django-prose-editor/editor"
import { startLeading } from "./findings.js"
import { startHeads } from "./heads.js"
import { startLeadPhoto } from "./lead-photo.js"
import { StoryLink } from "./links.js"
import { Photo } from "./photos.js"
import { reloadPreview, startAutosave } from "./saving/autosave.js"
import { Mention, StoryQuote } from "./story-blocks.js"
import { Typography } from "./typography.js"
import { Sheet } from "./writing.js"

const EXTENSIONS = { ...library, Mention, Photo, Sheet, StoryLink, StoryQuote, Typography }
const MARKER = "data-django-prose-editor-configurable"

for (const textarea of document.querySelectorAll(`[${MARKER}]`)) {
  const wanted = Object.entries(JSON.parse(textarea.getAttribute(MARKER)).extensions)
  const extensions = wanted.map(([name, options]) =>
    options === true ? EXTENSIONS[name] : EXTENSIONS[name].configure(options),
  )
  library.createTextareaEditor(textarea, extensions)
}
startHeads()
startAutosave()
startLeading()
startLeadPhoto()
const beside = document.querySelector("[data-beside]")
if (beside) beside.value = localStorage.beside || "" // as this person likes it, on every story
beside?.addEventListener("change", () => {
  localStorage.beside = beside.value
  reloadPreview()
})
