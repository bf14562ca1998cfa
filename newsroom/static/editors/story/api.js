/* Asks the server what the story's page needs: JSON in, JSON out (articles/admin/shared/json_api.py). */

const base = document.querySelector("[data-api]")?.dataset.api

/* The token against forged requests, also put into the forms: it changes when somebody signs in again in another tab. */
export function csrfToken() {
  const [, secret = ""] = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/) || []
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = secret || field.value
  return secret
}

/* The server's answer, as JSON, with its `status`, which is 0 when there was none. With `sent` (plain data, or a FormData
   with files) it is posted; `more` are further options of `fetch`. */
export async function request(address, sent, more = {}) {
  const headers = { Accept: "application/json", "X-CSRFToken": csrfToken() }
  if (sent && !(sent instanceof FormData)) headers["Content-Type"] = "application/json"
  const body = headers["Content-Type"] ? JSON.stringify(sent) : sent
  try {
    const response = await fetch(address, { method: sent ? "POST" : "GET", headers, body, ...more })
    const said = await response.json().catch(() => ({}))
    return { ...said, status: response.redirected ? 0 : response.status }
  } catch {
    return { status: 0 }
  }
}

/* The answer from an address below the sheet's own. Throws an Error whose message is a sentence for the writer. */
export async function ask(address, sent) {
  const answer = await request(base + address, sent)
  if (answer.status === 200) return answer
  const trouble = answer.status
    ? gettext("The server could not do that. Your text is untouched.")
    : gettext("The server can’t be reached now. Your text is untouched.")
  throw new Error(answer.sentence || trouble)
}
