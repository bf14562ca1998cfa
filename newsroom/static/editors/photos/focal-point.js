/* The focus of a photo: a point on the picture, moved by click, drag or arrow keys, and each shape's cut beside it. */

const STEP = 0.01
const LEAP = 0.1

const within = (value) => Math.min(1, Math.max(0, value))

/* Where the cut begins, as CSS object-position wants it: the share of the spare room before the cut. The same rule as
   `crop_box` on the server: the focus in the middle of the cut, as far as the picture's edges allow. */
export function position(focus, cut) {
  return cut >= 1 ? 0.5 : within((focus - cut / 2) / (1 - cut))
}

/* The part of the picture's width and height that a cut of `ratio` takes. */
export function cutOf(width, height, ratio) {
  const own = width / height
  return own > ratio ? [ratio / own, 1] : [1, own / ratio]
}

/* Puts the point onto a picture, at `focus` ([x, y], from 0 to 1), and lets it be moved; the cuts follow, and `moved` hears
   of each movement. Returns a function that puts it elsewhere. */
export function startFocus(picture, crops, focus, moved) {
  const { width, height } = picture.dataset
  let now = focus
  const point = document.createElement("button")
  point.type = "button"
  point.className = "focus-point"
  point.setAttribute("aria-label", gettext("Focus. Move it with the arrow keys, with Shift in leaps."))
  picture.append(point)

  function show([x, y]) {
    now = [x, y]
    point.style.left = `${x * 100}%`
    point.style.top = `${y * 100}%`
    for (const crop of crops) {
      const [across, down] = cutOf(width, height, Number(crop.dataset.ratio))
      crop.style.objectPosition = `${position(x, across) * 100}% ${position(y, down) * 100}%`
    }
  }

  function move(...place) {
    show(place.map((value) => Number(within(value).toFixed(4))))
    moved(now)
  }

  function moveTo(event) {
    const box = picture.getBoundingClientRect()
    move((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
  }

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    picture.setPointerCapture(event.pointerId)
    moveTo(event)
    point.focus()
  })
  picture.addEventListener("pointermove", (event) => {
    if (picture.hasPointerCapture(event.pointerId)) moveTo(event)
  })
  point.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (!way) return
    event.preventDefault()
    const step = event.shiftKey ? LEAP : STEP
    move(now[0] + way[0] * step, now[1] + way[1] * step)
  })
  show(focus.map(within))
  return show
}

/* On a photo's own screen the point is in two fields of the form. */
function setUp(picture) {
  const fields = ["id_focus_x", "id_focus_y"].map((id) => document.getElementById(id))
  if (fields.includes(null)) return // somebody who may only look
  const typed = () => fields.map((field) => within(Number(field.value) || 0))
  const put = startFocus(picture, document.querySelectorAll(".crop"), typed(), (place) => {
    for (const [axis, field] of fields.entries()) field.value = String(place[axis])
  })
  for (const field of fields) field.addEventListener("input", () => put(typed()))
}

if (typeof document !== "undefined") document.querySelectorAll(".focus").forEach(setUp)
