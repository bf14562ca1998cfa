/* A button that copies the words of another element. Without this script a click on the words chooses all of them. */

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard // which browsers have on secure pages only
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
    button.textContent = gettext("Copied")
  })
}
