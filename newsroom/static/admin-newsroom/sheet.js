/* The one entry of the story's screen. The prose editor imports it before it starts and takes its blocks from here, by
   their names in EDITOR_BLOCKS; whatever else lives on the screen is wired here too. */

export { Photo } from "./photos.js";
export { Mention, StoryQuote } from "./story-blocks.js";
export { Sheet } from "./writing.js";

import { keep } from "./keeping.js";

keep()
