/* The view in which somebody chooses between their own words and another's, side by side. Loaded when it is needed. */

import { resolve, toChoose } from "./keeping-decisions.js";

/* Shows what both sides changed; returns the merged fields, or null when it was put off. */
export function choose(merged) {
  const view = document.getElementById("merge-view").content.cloneNode(true).firstElementChild
  const choices = toChoose(merged)
  view.querySelector(".merge-choices").append(...choices.map((choice, place) => shown(choice, place, merged.by)))
  document.body.append(view)
  view.showModal()
  view.querySelector("h2").focus()
  return new Promise((done) => {
    view.addEventListener("close", () => {
      const form = new FormData(view.querySelector("form"))
      view.remove()
      done(view.returnValue === "merged" ? resolve(merged, choices.map((_, place) => form.get(`choice-${place}`))) : null)
    })
  })
}

function shown(choice, place, by) {
  const set = document.getElementById("merge-choice").content.cloneNode(true).firstElementChild
  if (choice.label) set.querySelector("legend").textContent = choice.label
  set.querySelector("[data-whose=theirs]").textContent = by
  for (const side of ["mine", "theirs"]) {
    const place = set.querySelector(`[data-words=${side}]`)
    if (choice.label) place.textContent = choice[`${side}_words`]
    else place.append(...new DOMParser().parseFromString(choice[side], "text/html").body.childNodes)
    if (!place.textContent.trim()) place.textContent = choice[side] ? "(a photo)" : "(nothing)"
    for (const link of place.querySelectorAll("a")) link.replaceWith(...link.childNodes) // words to read, not to follow
  }
  for (const input of set.querySelectorAll("input")) input.name = `choice-${place}`
  if (choice.label) set.querySelector(".merge-both").remove()
  return set
}
