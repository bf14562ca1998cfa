// Wires the modules of readers' pages; the one script that story pages name.
import { scrollForNext } from "./scroll.js"

// One more on the story's number of the day; nothing about who reads goes along.
document.addEventListener("story:read", ({ detail }) => navigator.sendBeacon("/read", detail.id))
scrollForNext()
