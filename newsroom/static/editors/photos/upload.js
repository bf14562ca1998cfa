/* Uploading many: files chosen or dropped go up one after the other, each with its outcome; then they are described. */

const form = document.getElementById("upload")
if (form) setUp(form)

function setUp(form) {
  const input = form.querySelector("input[type=file]")
  const drop = form.querySelector(".drop")
  const button = form.querySelector("input[type=submit]")
  const list = form.querySelector(".progress")

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    uploadAll([...input.files])
  })
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault()
      drop.classList.add("over")
    })
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"))
  drop.addEventListener("drop", (event) => {
    event.preventDefault()
    drop.classList.remove("over")
    uploadAll([...event.dataTransfer.files])
  })

  async function uploadAll(files) {
    if (!files.length || button.disabled) return
    button.disabled = true
    list.replaceChildren()
    const photos = []
    let refused = 0
    for (const file of files) {
      const line = list.appendChild(document.createElement("li"))
      line.textContent = interpolate(gettext("%s: uploading …"), [file.name])
      const outcome = await upload(file)
      photos.push(...outcome.photos)
      refused += outcome.refused.length
      line.textContent = `${file.name}: ${outcome.refused[0] ?? gettext("in the library")}`
      line.className = outcome.refused.length ? "refused" : ""
    }
    button.disabled = false
    input.value = ""
    if (photos.length) goOn(`${form.dataset.describe}?photos=${photos.join(",")}`, refused)
  }

  /* Straight on when all went well; with refusals to read, by a link. */
  function goOn(address, refused) {
    if (!refused) {
      location.assign(address)
      return
    }
    const link = document.createElement("a")
    link.href = address
    link.textContent = gettext("Describe those that are in the library")
    list.appendChild(document.createElement("li")).append(link)
    link.focus()
  }

  async function upload(file) {
    const data = new FormData()
    data.append("files", file)
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value)
    try {
      const answer = await fetch(form.action || location.href, {
        method: "POST",
        body: data,
        headers: { Accept: "application/json" },
      })
      if (answer.ok) return await answer.json()
      return {
        photos: [],
        refused: [interpolate(gettext("The server refused it (%s). Reload this page and try again."), [answer.status])],
      }
    } catch {
      return { photos: [], refused: [gettext("It did not arrive. Check the connection and try again.")] }
    }
  }
}
