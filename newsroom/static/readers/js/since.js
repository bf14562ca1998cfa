// "Since you read this": where the device remembers that a story was read, its line of the last change says so when that came
// later. What was read is the device's own; what changed, and when, stands on the page. Loaded where there is such a line.
import { onShelf } from "./shelf.js"

const at = (time) => Date.parse(time?.dateTime)

/** The moment of the newest public note of `article`, or NaN. */
const corrected = (article) => Math.max(...[...article.querySelectorAll(".corrections time")].map(at))

/** Say it in the line of a story's last change, once. */
export function open(line) {
  const article = line.closest("article")
  const known = onShelf("lately").find(({ path }) => path === article.dataset.url)
  const read = Date.parse(known?.at)
  if (!(read < at(line.querySelector("time")))) return
  line.firstChild.textContent = `${corrected(article) > read ? line.dataset.corrected : line.dataset.changed} `
  line.classList.add("since")
}
