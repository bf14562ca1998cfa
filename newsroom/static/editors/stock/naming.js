/* Gives the parts of select2, with which the admin lets people choose rows, and prose editors the names that they lack:
   what their field’s label says (WCAG 4.1.2). Runs on every page of the admin. */

const labelOf = (field) => field.labels[0]?.textContent.replace(/:\s*$/, "") || ""

function name(select) {
  const box = select.nextElementSibling
  if (!box?.matches(".select2")) return
  const chosen = [...select.selectedOptions]
    .filter(({ value }) => value)
    .map(({ text }) => text)
    .join(", ")
  for (const part of box.querySelectorAll("[role=combobox], [role=textbox], .select2-search__field")) {
    part.removeAttribute("aria-labelledby")
    part.setAttribute("aria-label", chosen ? `${labelOf(select)}: ${chosen}` : labelOf(select))
  }
}

/* Names every field of choices on the page, now and whenever one is changed or opened. */
function nameChoices(selects) {
  const nameAll = () => selects.forEach(name)
  const { jQuery } = window.django
  for (const select of selects) {
    select.dataset.dropdownParent = "#content" // else the choices lie outside of every landmark
    select.addEventListener("focus", () => select.nextElementSibling.querySelector(".select2-selection").focus()) // by a link to it
    if (select.multiple) select.dataset.allowClear = "false" // its button is no item of the list it stands in
  }
  jQuery(nameAll) // after select2, which begins when the document is ready
  jQuery(selects).on("change select2:close", () => setTimeout(nameAll))
  jQuery(selects).on("select2:open", ({ target }) => {
    document
      .querySelector(".select2-container--open .select2-search__field")
      ?.setAttribute("aria-label", labelOf(target))
    document.querySelector(".select2-results__options")?.setAttribute("aria-label", labelOf(target))
    for (const box of document.querySelectorAll(".select2-selection[aria-owns]"))
      box.setAttribute("aria-controls", box.getAttribute("aria-owns"))
    name(target)
  })
}

const selects = [...document.querySelectorAll("select.admin-autocomplete")]
if (selects.length) nameChoices(selects)

/* Names every prose editor that has no name of its own after the field it stands for. */
function nameEditors() {
  for (const box of document.querySelectorAll(".ProseMirror:not([aria-label])")) {
    const field = box.closest(".form-row")?.querySelector("textarea")
    if (field) box.ariaLabel = labelOf(field)
  }
}

document.addEventListener("prose-editor:ready", nameEditors)
nameEditors() // an editor that stood before this ran
