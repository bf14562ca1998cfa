"""A photo's own screen and its place in the list: facts, uses, cuts, and being deleted."""

import re

from django.urls import reverse
from django.utils import timezone

from media import ingest
from media.models import Photo
from media.signals import pages_of_people
from tests.media import files
from tests.media.admin.screens import LIST, address


def test_change_page_shows_use_people_cuts_and_where_words_came_from(client, editor, used):
    ingest.update(used, None, people="Ana Łuk\nBo Chen")
    Photo.objects.filter(pk=used.pk).update(origins={"caption": "XMP", "taken_at": "EXIF", "former": "XMP"})

    def answer(names, **_):
        return {"Ana Łuk": "/ana/"} if "Ana Łuk" in names else {}

    pages_of_people.connect(answer)
    try:
        page = client.get(address("change", used.pk)).text
    finally:
        pages_of_people.disconnect(answer)
    assert page.index("The bridge</a> (live)") < page.index("An old story</a> (earlier edition)")
    assert '<a href="/ana/">Ana Łuk</a>, Bo Chen' in page
    assert page.count("From the file: XMP.") == 1
    assert page.count('class="crop crop-') == 5 and 'data-width="1000" data-height="600"' in page


def test_change_page_says_when_it_was_taken_and_by_which_block(client, editor, library):
    photo = ingest.ingest(files.telling("JPEG"), by=None)
    page = client.get(address("change", photo.pk)).text
    assert "taken 6 May 2024 (by its EXIF)" in page
    assert page.count("From the file: XMP.") == len(set(photo.origins) - {"taken_at"}) == 1


def test_list_says_what_is_in_use_and_only_what_is_wrong_with_the_rest(client, editor, used, portrait):
    cells = [
        re.findall(r'<td class="field-(\w+)[^"]*">(.*?)</td>', row)
        for row in re.findall(r'<th class="field-card.*?</tr>', client.get(reverse(LIST)).text, re.DOTALL)
    ]
    day = f"{timezone.localtime():%-d %B %Y}"
    assert [dict(row) for row in cells] == [
        {
            "credit": portrait.credit,
            "use": "Not used yet",
            "alt_state": "",
            "words_state": "",
            "licence": "",
            "uploaded": day,
        },
        {
            "credit": used.credit,
            "use": "In use: live, and 2 more",
            "alt_state": "",
            "words_state": "",
            "licence": "",
            "uploaded": day,
        },
    ]


def test_delete_of_what_is_shown_is_refused_kindly(client, editor, used, portrait):
    page = client.post(address("delete", used.pk), {"post": "yes"}, follow=True).text
    assert "“A field” can’t be deleted: it is in “The bridge” (live), and 2 more." in page
    form = {"action": "delete_selected", "_selected_action": [used.pk, portrait.pk], "post": "yes"}
    page = client.post(reverse(LIST), form).text
    assert "Nothing was deleted" in page and "it is in “The bridge” (live)" in page
    assert Photo.objects.count() == 2


def test_delete_of_what_was_placed_meanwhile_is_refused_too(client, editor, used, monkeypatch):
    answers = iter(["", "", "It is shown."])
    monkeypatch.setattr(ingest, "why_not_deletable", lambda photo: next(answers))
    page = client.post(address("delete", used.pk), {"post": "yes"}, follow=True).text
    assert "It is shown." in page and Photo.objects.exists()
