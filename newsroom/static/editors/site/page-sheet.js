/* The entry of the screen of a house page: the sheet of stories, without what is a story's alone. */

import { startHeads } from "../story/heads.js"
import { startKeys } from "../story/keys.js"
import { startProseEditors } from "../story/prose-editors.js"
import { leaveFocus } from "../story/writing.js"

startProseEditors()
startHeads()
startKeys({ leaveFocus })
document.addEventListener("sheet:save", () => document.querySelector("button[name=_continue]")?.click())
