/* The line under the text that says how much there is: words and reading time of the story or of what is selected, and how
   that stands to the words that the desk wants. Captions are not counted. */

import { budgetInWords, countWords, lengthInWords, selectedInWords } from "./decisions.js"
import { element, storyForm } from "./page.js"

const PAUSE = 200 // milliseconds after the last change

export function startCounts(editor) {
  const [said, bar, left] = [element("span"), element("span", { class: "budget-bar" }), element("span")]
  for (const [name, value] of Object.entries({
    role: "meter",
    "aria-valuemin": "0",
    "aria-label": gettext("Word budget"),
  }))
    bar.setAttribute(name, value)
  document.querySelector(".sheet-counts").replaceChildren(said, bar, left)
  const lengthOf = counting()
  const show = () => {
    const { doc, selection } = editor.state
    let [words, characters] = [0, 0]
    doc.forEach((node) => {
      const length = lengthOf(node)
      words += length.words
      characters += length.characters
    })
    const chosen = doc.textBetween(selection.from, selection.to, "\n", " ").trim()
    said.textContent = chosen
      ? selectedInWords(countWords(chosen), [...chosen].length, words)
      : lengthInWords(words, characters)
    showBudget(bar, left, words, Number(storyForm().elements.namedItem("word_budget")?.value || 0))
  }
  let timer
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(show, PAUSE)
  }
  editor.on("update", later)
  editor.on("selectionUpdate", later)
  storyForm().addEventListener("input", ({ target }) => target.name === "word_budget" && later())
  show()
}

const NONE = { words: 0, characters: 0 }

/* Counts the words and characters of blocks, each block once. */
function counting() {
  const counted = new WeakMap()
  return (node) => {
    if (node.type.name === "photo" || node.type.name === "embed") return NONE
    if (!counted.has(node)) {
      const text = node.textBetween(0, node.content.size, "\n", " ")
      counted.set(node, {
        words: countWords(text),
        characters: text.length - (text.match(/[\ud800-\udbff]/g)?.length ?? 0),
      })
    }
    return counted.get(node)
  }
}

function showBudget(bar, left, words, budget) {
  bar.hidden = left.hidden = !(budget > 0)
  if (bar.hidden) return
  left.textContent = budgetInWords(words, budget)
  bar.style.setProperty("--share", `${Math.min(100, (100 * words) / budget)}%`)
  bar.classList.toggle("is-over", words > budget)
  const values = {
    "aria-valuemax": budget,
    "aria-valuenow": Math.min(words, budget),
    "aria-valuetext": left.textContent,
  }
  for (const [name, value] of Object.entries(values)) bar.setAttribute(name, value)
}
