// "Keep for later": puts a story on the device, or takes it away again.
import { isKept, put, take } from "./shelf.js"

/** Keep the story that the handle stands in, or keep it no longer. */
export async function open(handle) {
  const article = handle.closest("article")
  const path = article.dataset.url
  handle.ariaBusy = "true"
  try {
    if (isKept(path)) await take(path, "kept")
    else await put(article, "kept")
  } catch {
    handle.textContent = handle.dataset.failed
    return
  } finally {
    handle.ariaBusy = null
  }
  handle.dataset.name ??= handle.textContent
  handle.ariaPressed = String(isKept(path))
  handle.textContent = isKept(path) ? handle.dataset.done : handle.dataset.name
}
