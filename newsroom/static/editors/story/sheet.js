/* The one entry of the story's screen: it starts the prose editor with the extensions that the text area names, whose own
   ones are our blocks (EDITOR_BLOCKS), and wires whatever else lives on the screen. */

import * as library from "django-prose-editor/editor"
import { startBar } from "./bar.js"
import { Embed } from "./elements/embed.js"
import { Note } from "./elements/note.js"
import { StoryTable } from "./elements/table.js"
import { startLeading } from "./findings.js"
import { startGuesses } from "./guesses.js"
import { startHeads } from "./heads.js"
import { startKeys } from "./keys.js"
import { startLeadPhoto } from "./lead-photo.js"
import { StoryLink } from "./links.js"
import { reloadPreview } from "./page.js"
import { Photo } from "./photos.js"
import { startAutosave } from "./saving/autosave.js"
import { ListItem, Mention, StoryQuote } from "./story-blocks.js"
import { Typography } from "./typography.js"
import { leaveFocus, Sheet } from "./writing.js"

const EXTENSIONS = {
  ...library,
  Embed,
  ListItem,
  Mention,
  Note,
  Photo,
  Sheet,
  StoryLink,
  StoryQuote,
  StoryTable,
  Typography,
}
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
