"""Steps from page to page, as journeys take them: a click of Playwright's returns while the next page is still read."""

PATIENCE = 60_000  # milliseconds: a busy machine is no failure


def follow(control, key=None):
    """Click what leads to another page, or press a key on it; return when all of that is there, its scripts too."""
    with next_page(control.page):
        control.press(key) if key else control.click()


def next_page(page):
    """What is done within leads to another page: goes on when all of that is there.

    It counts for nothing that a page changes its own address meanwhile, as a new story does when it is first saved.
    """
    page.wait_for_load_state()
    return page.expect_event("load")
