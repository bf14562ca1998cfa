"""What is wrong with a page as it stands, a line each: for axe, and for whoever has to scroll sideways."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
# Only what is wrong is told. axe would read style sheets by writing some into the page, which the policy forbids and
# the console says; only rules that are not asked for want to know what is in them.
ALL = {"resultTypes": ["violations"], "preload": False}
COLOURS = ALL | {"runOnly": ["color-contrast"]}
IS_THERE = "typeof axe === 'object'"
# A colour on its way to another one is none that anybody reads.
AT_REST = """() => Promise.allSettled(document.getAnimations()
    .filter(({effect, playState}) => playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime))
    .map(({finished}) => finished))"""


def axe_faults(page, where, options=ALL):
    """What axe finds once the page is there and at rest, each with where it was found and the first element of it."""
    page.wait_for_load_state()
    page.evaluate(AT_REST)
    if not page.evaluate(IS_THERE):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("(options) => axe.run(options).then(({violations}) => violations)", options)
    return [f"{where}: {rule['id']} {rule['nodes'][0]['target']}" for rule in found]


def faults_by_day_and_night(page, where):
    """What axe finds in both lights; only colours differ by night."""
    page.emulate_media(color_scheme="light")
    found = axe_faults(page, f"{where} light")
    page.emulate_media(color_scheme="dark")
    return found + axe_faults(page, f"{where} dark", COLOURS)


# What can be pressed and is smaller than a fingertip, 44 pixels, counting the label of a box to tick; links in
# sentences are left out. What lies under an open dialog can't be pressed.
SMALL = """() => {
    const root = document.querySelector("dialog:modal, [popover]:popover-open") || document
    const all = root.querySelectorAll("button, summary, select, input, textarea, [role=option], [role=combobox]")
    const box = (one) => one.getBoundingClientRect()
    const isSeen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && box(one).width > 2 && box(one).height > 2
    const hit = (one) => [one, ...(/^(checkbox|radio)$/.test(one.type) ? one.labels : [])].map(box)
    return [...all].filter(isSeen).flatMap((one) => {
        const boxes = hit(one)
        const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left))
        const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top))
        const name = `${one.tagName} ${one.name || one.className} “${one.textContent.trim().slice(0, 30)}”`
        return Math.min(width, height) < 43.5 ? [`${name} ${Math.round(width)}×${Math.round(height)}`] : []
    })
}"""


def small_targets(page):
    """What is too small for a finger, a line each."""
    return page.evaluate(SMALL)


def sideways_faults(page, where):
    """A line if the page is wider than its window."""
    is_wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{where} scrolls sideways"] if is_wider else []
