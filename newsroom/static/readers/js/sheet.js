// Text and light: three sizes, light or dark, one story a page. Kept on the device, and nowhere else.
import { store, stored } from "./place.js"
import { show } from "./window.js"

const KEY = "reader"

/** Open the sheet. */
export async function open(handle) {
  const form = document.querySelector("template[data-settings]").content.firstElementChild.cloneNode(true)
  const told = { size: "", light: "", single: false, ...stored("localStorage", KEY) }
  for (const field of form.elements) {
    if (field.type === "radio") field.checked = told[field.name] === field.value
    if (field.type === "checkbox") field.checked = told[field.name]
  }
  form.addEventListener("change", () => keep(form))
  await show(handle.textContent.trim(), form, "sheet")
}

function keep(form) {
  const { size, light, single } = form.elements
  store("localStorage", KEY, { size: size.value, light: light.value, single: single.checked })
  Object.assign(document.documentElement.dataset, { size: size.value, light: light.value })
}
