/* What is copied on a sheet is known again on another one of this newsroom: its blocks stay what they are, and the photos
   and people that this sheet was not told of are asked for, once for all. */

import { pm } from "django-prose-editor/editor"
import { ask } from "./api.js"

const HOME = "data-newsroom"

/* Whether copied HTML comes from a sheet of this newsroom, whose numbers of photos and people mean ours. */
export const isOurs = (html) => html.includes("data-pm-slice") && html.includes(`${HOME}="${location.origin}"`)

/* Writes what is copied, with the mark of where it comes from. */
export function copying(schema) {
  const serializer = pm.model.DOMSerializer.fromSchema(schema)
  return {
    serializeFragment(fragment, ...more) {
      const made = serializer.serializeFragment(fragment, ...more)
      made.firstElementChild?.setAttribute(HOME, location.origin)
      return made
    },
  }
}

const wanted = { photos: new Set(), people: new Set() }
const asked = new Set()
const listeners = []
let isDue = false

/* Calls `listener({photos, people})` with what comes of `want`: {number: photo}, {number: name}. */
export const onKnown = (listener) => listeners.push(listener)

/* Asks for a photo or a person (`kind`) by number, unless it was asked for already. */
export function want(kind, number) {
  if (asked.has(`${kind} ${number}`)) return
  asked.add(`${kind} ${number}`)
  wanted[kind].add(String(number))
  if (!isDue) queueMicrotask(fetchWanted)
  isDue = true
}

async function fetchWanted() {
  isDue = false
  const numbers = { photos: [...wanted.photos], people: [...wanted.people] }
  for (const some of Object.values(wanted)) some.clear()
  const known = await ask("known/", numbers).catch(() => null)
  if (!known)
    for (const [kind, some] of Object.entries(numbers)) for (const number of some) asked.delete(`${kind} ${number}`)
  else for (const listener of listeners) listener(known)
}
