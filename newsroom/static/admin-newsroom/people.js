/* The people whom a story points to: their names by number, and the window in which a writer chooses one. */

import { ask } from "./asking.js";
import { choices } from "./rules.js";
import { choose, tell } from "./windows.js";

const known = new Map(Object.entries(JSON.parse(document.getElementById("story-people")?.textContent || "{}")));

/* The name of a person by number, as text or number; "" while nobody has told it. */
export const nameOf = (number) => known.get(String(number)) || "";

/* Keeps names that an answer brought, {number: name}. */
export const remember = (names) => Object.entries(names).forEach(([number, name]) => known.set(number, name));

/* Asks for a person. Resolves to {person: number or null, words: text or null} to be set, or null when the writer
   left; then `typed` of the second part says what was typed. `free` allows words instead of a person. */
export async function choosePerson({ label, at, value = "", free = false, linked = null }) {
  const options = async (typed) => {
    const found = await ask(`people/?q=${encodeURIComponent(typed)}`);
    return choices(typed, found.people, { mayAdd: found.may_add, free, linked: linked && nameOf(linked) });
  };
  const { option, typed } = await choose({ label, at, value, options });
  if (!option) return { chosen: null, typed };
  if (option.kind === "nobody") return { chosen: { person: null, words: null }, typed };
  if (option.kind === "words") return { chosen: { person: null, words: typed }, typed };
  if (option.kind === "shown as") return { chosen: { person: linked, words: typed }, typed };
  try {
    const person = option.person || (await ask("people/", { name: typed }));
    remember({ [person.id]: person.name });
    if (option.kind === "add") tell(`${person.name} is in the directory now.`);
    return { chosen: { person: String(person.id), words: null }, typed };
  } catch (error) {
    tell(error.message);
    return { chosen: null, typed };
  }
}
