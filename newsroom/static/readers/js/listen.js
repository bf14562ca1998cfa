// Reads stories aloud with the device's own voice: the paragraph that is read is lit, and the next story follows.
import { style } from "./window.js"

const BLOCKS = ".headline, .dek, section > :is(h2, h3, h4, p, blockquote, ul, ol)"
const speech = window.speechSynthesis
let stop = null

/** Begin with the story that the handle stands in, or fall silent. */
export async function open(handle) {
  if (!speech) {
    handle.textContent = handle.dataset.failed
    return
  }
  const isPressed = handle.ariaPressed === "true"
  stop?.()
  if (isPressed) return
  await style()
  read(handle.closest("article"), handle)
}

/** Sentences of a text: some voices fall silent in the middle of a longer one. */
export const sentences = (text, lang) =>
  Intl.Segmenter
    ? [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)]
        .map(({ segment }) => segment.trim())
        .filter(Boolean)
    : [text]

function read(article, handle) {
  const name = handle.textContent
  const blocks = [...article.querySelectorAll(BLOCKS)]
  let isOver = false
  handle.ariaPressed = "true"
  handle.textContent = handle.dataset.done
  stop = () => {
    isOver = true
    stop = null
    speech.cancel()
    for (const block of blocks) block.classList.remove("spoken")
    handle.ariaPressed = "false"
    handle.textContent = name
  }
  const say = async () => {
    for (const block of blocks) {
      block.classList.add("spoken")
      block.scrollIntoView({ block: "nearest" })
      for (const sentence of sentences(block.textContent, article.lang)) {
        if (isOver) return
        await spoken(sentence, article.lang)
      }
      block.classList.remove("spoken")
    }
    if (isOver) return
    stop()
    goOn(article)
  }
  say()
}

const spoken = (text, lang) =>
  new Promise((done) => {
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), { lang, onend: done, onerror: done })
    speech.speak(utterance)
  })

/** The next story, when it is there; the link at the foot brings it. */
function goOn(article) {
  const next = article.nextElementSibling
  const begin = (story) => read(story, story.querySelector("[data-open=listen]"))
  if (next?.matches("article")) return begin(next)
  document.addEventListener(
    "story:loaded",
    ({ detail }) => begin(document.querySelector(`[data-story="${detail.id}"]`)),
    {
      once: true,
    },
  )
  article.querySelector("a[rel=next]")?.click()
}

addEventListener("pagehide", () => stop?.())
