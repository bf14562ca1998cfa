"""The screen of the house's words."""

import pytest
from django.urls import reverse

from articles.models.house_word import HouseWord

pytestmark = pytest.mark.django_db
LIST = "admin:articles_houseword_changelist"


def test_chief_adds_changes_and_deletes_lines(chief):
    added = {"wrong": "web site", "right": "website", "reason": "Dictionary", "language": ""}
    page = chief.post(reverse("admin:articles_houseword_add"), added, follow=True)
    word = HouseWord.objects.get()
    assert (word.wrong, word.right) == ("web site", "website") and "Dictionary" in page.text
    address = reverse("admin:articles_houseword_change", args=[word.pk])
    assert "language code" in chief.post(address, added | {"language": "xx"}).text
    chief.post(address, added | {"right": "site"})
    word.refresh_from_db()
    assert word.right == "site"
    chosen = {"action": "delete_selected", "_selected_action": [word.pk], "post": "yes"}
    chief.post(reverse(LIST), chosen)
    assert not HouseWord.objects.exists()
    again = HouseWord.objects.create(wrong="a b", right="ab")
    chief.post(reverse("admin:articles_houseword_delete", args=[again.pk]), {"post": "yes"})
    assert not HouseWord.objects.exists()


@pytest.mark.parametrize("role", ["reporter", "editor", "photo editor"])
def test_list_is_for_chiefs(enter, role):
    assert enter(role).get(reverse(LIST)).status_code == 403
