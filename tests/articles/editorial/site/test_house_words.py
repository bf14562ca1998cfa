"""The list of the house's words: kept by chiefs, checked, and every change in the log."""

import pytest
from django.core.exceptions import ValidationError

from articles.editorial.permissions import Forbidden
from articles.editorial.site.house_words import delete_house_word, save_house_word
from articles.models.house_word import HouseWord, house_words
from articles.models.log_entry import LogEntry
from articles.text.checks.house_words import HouseWord as Word
from tests.builders import chief, editor

pytestmark = pytest.mark.django_db


def test_chief_keeps_the_list_and_the_log_says_so():
    by = chief()
    word = save_house_word(HouseWord(wrong="web  site", right=" website", reason="Dictionary", language="en-gb"), by=by)
    save_house_word(HouseWord(wrong="illegals"), by=by)
    assert house_words() == (Word("illegals", "", "", ()), Word("web site", "website", "Dictionary", ("en",)))
    delete_house_word(word, by=by)
    assert house_words() == (Word("illegals", "", "", ()),)
    assert list(LogEntry.objects.filter(by=by).order_by("pk").values_list("verb", "note")) == [
        ("save house word", "web site → website, Dictionary (en-gb)"),
        ("save house word", "illegals → …"),
        ("delete house word", "web site → website, Dictionary (en-gb)"),
    ]


def test_others_do_not():
    word = HouseWord.objects.create(wrong="web site", right="website")
    with pytest.raises(Forbidden):
        save_house_word(HouseWord(wrong="colour", right="color"), by=editor())
    with pytest.raises(Forbidden):
        delete_house_word(word, by=editor())


@pytest.mark.parametrize(
    "fields", [{"wrong": ""}, {"wrong": " "}, {"wrong": "a", "language": "xx"}, {"wrong": "web site", "right": "site"}]
)
def test_line_without_a_word_or_twice_is_refused(fields):
    HouseWord.objects.create(wrong="web site", right="website")
    with pytest.raises(ValidationError):
        save_house_word(HouseWord(**fields), by=chief())
