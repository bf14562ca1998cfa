"""Typing changes no fact: what people complained of elsewhere, by the number of the report, in a real browser."""

import pytest

from tests import builders
from tests.journeys.writing import ADD, body, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]


def test_05_sentences_do_not_become_links(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    typed = (
        "They stood there.It rained, and at 3.am he came.So they left on Monday.In notes.md and plan.zip; Booking.com."
    )
    page.keyboard.type(f"{typed} ")
    page.keyboard.press("Enter")
    assert body(page) == f"<p>{typed} </p><p></p>"
