/* The entry of the screen of a house page: the sheet of stories, without what is a story's alone. */

import * as library from "django-prose-editor/editor"
import { Embed } from "../story/elements/embed.js"
import { Note } from "../story/elements/note.js"
import { StoryTable } from "../story/elements/table.js"
import { startHeads } from "../story/heads.js"
import { startKeys } from "../story/keys.js"
import { StoryLink } from "../story/links.js"
import { Photo } from "../story/photos.js"
import { Mention, StoryQuote } from "../story/story-blocks.js"
import { Typography } from "../story/typography.js"
import { leaveFocus, Sheet } from "../story/writing.js"

const EXTENSIONS = { ...library, Embed, Mention, Note, Photo, Sheet, StoryLink, StoryQuote, StoryTable, Typography }
const MARKER = "data-django-prose-editor-configurable"

for (const textarea of document.querySelectorAll(`[${MARKER}]`)) {
  const wanted = Object.entries(JSON.parse(textarea.getAttribute(MARKER)).extensions)
  const extensions = wanted.map(([name, options]) =>
    options === true ? EXTENSIONS[name] : EXTENSIONS[name].configure(options),
  )
  library.createTextareaEditor(textarea, extensions)
}
startHeads()
startKeys({ leaveFocus })
document.addEventListener("sheet:save", () => document.querySelector("button[name=_continue]")?.click())
