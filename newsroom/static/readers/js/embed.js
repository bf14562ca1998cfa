// Shows what a story embeds, once its reader has asked for it: in a frame that may do little, from the one host that the button names.
export function open(button) {
  const figure = button.closest("figure")
  const link = figure.querySelector("a")
  const origin = new URL(button.dataset.frame).origin
  // A story that came by scrolling has its frames named by its own page's policy only: there the link leads.
  if (!(document.querySelector("main").dataset.frames || "").split(" ").includes(origin)) return link.click()
  const frame = document.createElement("iframe")
  frame.title = figure.querySelector(".embed-said, .caption")?.textContent || link.textContent
  frame.dataset.shape = button.dataset.shape
  if (button.dataset.ratio) frame.style.aspectRatio = button.dataset.ratio.replace(":", " / ")
  frame.referrerPolicy = "strict-origin"
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture"
  frame.setAttribute(
    "sandbox",
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation",
  )
  frame.src = button.dataset.frame
  button.closest("p").after(frame)
  figure.querySelector("picture")?.remove()
  button.remove()
  frame.focus()
}
