// Wires the modules of readers' pages; the one script that story pages name.
import { scrollForNext } from "./scroll.js"

const modules = document.querySelector("main").dataset

// What readers have at hand is fetched when they reach for it.
document.addEventListener("click", ({ target }) => {
  const handle = target.closest?.("[data-open], .story picture")
  if (handle) import(modules[handle.dataset.open ?? "photos"]).then(({ open }) => open(handle))
})
scrollForNext()
