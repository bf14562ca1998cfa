/* Asks the server what the sheet needs to know while somebody writes: people, names, photos, a pasted story. */

const base = document.querySelector("[data-ask]")?.dataset.ask;

/* The answer from an address below the sheet's own. With `sent` (plain data, or a FormData with files) it is posted.
   Throws an Error whose message is a sentence for the writer. */
export async function ask(address, sent) {
  const headers = { Accept: "application/json" };
  const isForm = sent instanceof FormData;
  if (sent) headers["X-CSRFToken"] = document.querySelector("[name=csrfmiddlewaretoken]").value;
  if (sent && !isForm) headers["Content-Type"] = "application/json";
  const body = isForm ? sent : sent && JSON.stringify(sent);
  let response;
  try {
    response = await fetch(base + address, { method: sent ? "POST" : "GET", headers, body });
  } catch {
    throw new Error("The server can’t be reached now. Your text is untouched.");
  }
  const said = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(said.error || "The server could not do that. Your text is untouched.");
  return said;
}
