/* The photo library's window: search, choose one or several, or upload from this machine. */

import { ask, element } from "./asking.js";
import { placePhotos, takeIn } from "./photos.js";

/* Opens the library; what is chosen goes behind the block with the caret. */
export function library(editor) {
  const at = editor.state.selection.to;
  const search = element("input", { type: "search", "aria-label": "Search the library", placeholder: "Search captions, credits, people, places" });
  const file = element("input", { type: "file", multiple: "", accept: "image/*", class: "visually-hidden", id: "library-files" });
  const upload = element("label", { class: "library-upload", for: "library-files" }, "Upload …");
  const list = element("ul", { class: "library-photos" });
  const said = element("p", { role: "status" });
  const place = element("button", { type: "submit", class: "filled" }, "Place");
  const cancel = element("button", { type: "button" }, "Cancel");
  const form = element("form", {}, element("h2", { id: "library-heading" }, "Photos"),
    element("div", { class: "library-bar" }, search, file, upload), said, list, element("p", { class: "library-bar" }, place, cancel));
  const dialog = element("dialog", { class: "library-window", "aria-labelledby": "library-heading" }, form);
  const chosen = new Map();
  let [newest, shown] = [0, null];

  const card = (photo) => {
    const tick = element("input", { type: "checkbox" });
    tick.checked = chosen.has(photo.id);
    tick.addEventListener("change", () => {
      if (tick.checked) chosen.set(photo.id, photo);
      else chosen.delete(photo.id);
      said.textContent = chosen.size ? `${chosen.size} chosen.` : "";
    });
    const words = photo.caption || photo.alt || `Photo ${photo.id}`;
    return element("li", {}, element("label", {}, tick, element("img", { src: photo.url, alt: "", loading: "lazy" }), element("span", {}, words), element("small", {}, photo.credit)));
  };
  const find = async () => {
    newest += 1;
    const mine = newest;
    try {
      const { photos } = await ask(`photos/?q=${encodeURIComponent(search.value)}`);
      const isSame = shown === photos.map(({ id }) => id).join();
      if (mine !== newest || isSame) return; // what is there stays, with the focus in it
      shown = photos.map(({ id }) => id).join();
      list.replaceChildren(...photos.map(card));
      said.textContent = photos.length ? "" : "The library has nothing like that.";
    } catch (error) {
      said.textContent = error.message;
    }
  };
  search.addEventListener("input", find);
  file.addEventListener("change", () => {
    takeIn(editor, [...file.files], at);
    dialog.close();
  });
  cancel.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close();
    if (chosen.size) placePhotos(editor, [...chosen.values()], at);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    editor.commands.focus();
  });
  document.getElementById("content").append(dialog);
  dialog.showModal();
  search.focus();
  find();
}
