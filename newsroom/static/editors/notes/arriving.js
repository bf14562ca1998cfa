/* Puts what the desk's page took from the clipboard or a file into the sheet of a new story, as if it were pasted there. */

function arrive() {
  const copy = JSON.parse(sessionStorage.getItem("arriving") || "null")
  const body = document.querySelector(".ProseMirror")
  if (!copy || !body?.editor) return
  sessionStorage.removeItem("arriving")
  const clipboardData = new DataTransfer()
  if (copy.html) clipboardData.setData("text/html", copy.html)
  if (copy.text || !copy.html) clipboardData.setData("text/plain", copy.text)
  body.focus()
  body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
}

if (location.pathname.endsWith("/add/")) {
  document.addEventListener("prose-editor:ready", () => setTimeout(arrive))
  addEventListener("load", () => setTimeout(arrive))
}
