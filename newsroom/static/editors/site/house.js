/* Shows beside the form how the house looks, as it is typed. */

for (const field of document.querySelectorAll("[name=name], [name=description]"))
  field.addEventListener("input", () => {
    for (const look of document.querySelectorAll(`[data-look=${field.name}]`))
      look.textContent = field.value.trim() || look.dataset.else
  })
