/* What the server guesses of the story: its desk is put where none was chosen, and says why; topics that the text names are
   taken one by one, or all of them by a key. Nothing is guessed again where somebody has chosen. */

import { announce, element, onFragment, read, said, storyForm, write } from "./page.js"

export function startGuesses() {
  const desk = storyForm()?.elements.desk
  if (!desk?.options) return
  let isChosen = false
  desk.addEventListener("change", () => {
    isChosen = true
    desk.closest(".form-row, .field-desk")?.querySelector("[data-guess]")?.remove()
  })
  onFragment("guesses", (home) => {
    const guess = home.querySelector("[data-guessed-desk]")
    if (!guess) return
    if (!isChosen && !desk.value) takeDesk(desk, guess.dataset)
    guess.remove() // what is said of it stands at the desk
  })
  storyForm().addEventListener("click", (event) => {
    const offer = event.target.closest("[data-offered-topic]")
    if (!offer) return
    event.preventDefault() // without this script the button saves the story with the topic
    takeTopics([offer])
  })
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyK" || !event.altKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    takeTopics([...document.querySelectorAll("[data-offered-topic]")])
  })
}

function takeDesk(desk, { guessedDesk, why }) {
  write({ desk: guessedDesk })
  const words = said(gettext("Guessed: %(why)s Choose another where that is wrong."), { why })
  desk.parentElement.after(element("p", { class: "help", "data-guess": "" }, words))
  storyForm().dispatchEvent(new Event("input"))
}

/* Puts offered topics with those that the story has; the first becomes its lead topic where it has none. */
function takeTopics(offers) {
  if (!offers.length) return
  const { topics, lead_topic: lead } = read(["topics", "lead_topic"])
  const names = Object.fromEntries(offers.map((offer) => [offer.value, offer.textContent]))
  const all = [...new Set([...topics, ...offers.map((offer) => offer.value)])]
  write({ topics: all, lead_topic: lead || all[0] }, { topics: names, lead_topic: names })
  storyForm().dispatchEvent(new Event("input"))
  for (const offer of offers) offer.remove()
  announce(said(gettext("Topics taken: %(names)s"), { names: Object.values(names).join(", ") }))
}
