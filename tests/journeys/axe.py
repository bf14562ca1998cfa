"""What is wrong with a page as it stands, a line each: for axe, and for whoever has to scroll sideways."""

from axe_playwright_python.sync_playwright import Axe


def axe_faults(page, where, options=None):
    """What axe finds, each with where it was found and the first element that it is about."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{where}: {rule['id']} {rule['nodes'][0]['target']}" for rule in found]


def sideways_faults(page, where):
    """A line if the page is wider than its window."""
    is_wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"{where} scrolls sideways"] if is_wider else []
