// Wires the modules of readers' pages; the one script that story pages name.
import { main, scrollForNext } from "./scroll.js"

const load = (handle) => import(main.dataset[handle.dataset.open ?? "photos"]).then(({ open }) => open(handle))

// What readers have at hand is fetched when they reach for it; what changed since they read, where something has.
document.addEventListener("click", ({ target }) => {
  const handle = target.closest?.("[data-open], .story picture")
  if (handle) load(handle)
})
document.querySelectorAll("[data-open=since]").forEach(load)
if (!CSS.supports("container-type", "scroll-state")) load({ dataset: { open: "running" } })
scrollForNext()
