/* Starts the prose editor on the text areas of a screen, of a story or of a house page, with the extensions that each text
   area names; those of our own are our blocks (EDITOR_BLOCKS). */

import * as library from "django-prose-editor/editor"
import { Box } from "./elements/box.js"
import { Embed } from "./elements/embed.js"
import { Note } from "./elements/note.js"
import { StoryTable } from "./elements/table.js"
import { StoryLink } from "./links.js"
import { Photo } from "./photos.js"
import { ListItem, Mention, StoryQuote } from "./story-blocks.js"
import { Typography } from "./typography.js"
import { Sheet } from "./writing.js"

const EXTENSIONS = {
  ...library,
  Box,
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

export function startProseEditors() {
  for (const textarea of document.querySelectorAll(`[${MARKER}]`)) {
    const wanted = Object.entries(JSON.parse(textarea.getAttribute(MARKER)).extensions)
    const extensions = wanted.map(([name, options]) =>
      options === true ? EXTENSIONS[name] : EXTENSIONS[name].configure(options),
    )
    library.createTextareaEditor(textarea, extensions)
  }
}
