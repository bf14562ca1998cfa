/* Passkeys: a form with data-passkey asks that address what to sign, has the browser sign it, and sends the answer.
   Where that can't be, one with data-optional is not shown, and another says why. */

import { binary, text } from "./base64url.js"

const NUMBER = /^\[|^[\d.]+$/

/* The request's options with bytes where the server wrote base64url. */
function options({ publicKey }) {
  const described = (list = []) => list.map((each) => ({ ...each, id: binary(each.id) }))
  const read = { ...publicKey, challenge: binary(publicKey.challenge) }
  if (publicKey.user) read.user = { ...publicKey.user, id: binary(publicKey.user.id) }
  read.allowCredentials = described(publicKey.allowCredentials)
  read.excludeCredentials = described(publicKey.excludeCredentials)
  return { publicKey: read }
}

/* The browser's answer as JSON, with base64url where it has bytes. */
function answer(credential) {
  const response = {}
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[name]) response[name] = text(credential.response[name])
  const { id, type } = credential
  return JSON.stringify({
    id,
    rawId: text(credential.rawId),
    type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  })
}

async function sign(form) {
  const asked = await fetch(form.dataset.passkey, { method: "POST", body: new FormData(form) })
  if (!asked.ok || asked.redirected) throw new Error("refused")
  const wanted = options(await asked.json())
  const credential =
    "makes" in form.dataset ? await navigator.credentials.create(wanted) : await navigator.credentials.get(wanted)
  form.elements.credential.value = answer(credential)
  form.submit()
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[data-said]")
  const button = form.querySelector("button")
  const impossible = !window.PublicKeyCredential || NUMBER.test(location.hostname)
  form.hidden = impossible && "optional" in form.dataset
  if (impossible) {
    button.disabled = true
    said.textContent = form.dataset.impossible
  }
  button.addEventListener("click", () => {
    if (!form.reportValidity()) return
    said.textContent = ""
    sign(form).catch((error) => {
      said.textContent = error.name === "InvalidStateError" ? form.dataset.known : form.dataset.failed
    })
  })
}
