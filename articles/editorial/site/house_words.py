"""The list of the house's own words and spellings: kept by chiefs, and every change of it in the log."""

from django.db import transaction
from django.utils.translation import gettext as _

from articles.editorial.directory.entries import log_change
from articles.editorial.log import noted
from articles.editorial.permissions import may_change_house_words, require
from articles.models.house_word import HouseWord
from articles.models.user import User


@noted
def save_house_word(word: HouseWord, *, by: User) -> HouseWord:
    """Save a new or changed line of the list; returns it.

    Raises Forbidden, and ValidationError when a value does not fit or the line is there already.
    """
    require(may_change_house_words(by), _("change the house style"))
    with transaction.atomic():
        word.full_clean()
        word.save()
        log_change("save house word", by, _line(word))
    return word


@noted
def delete_house_word(word: HouseWord, *, by: User) -> None:
    """Take a line out of the list. Raises Forbidden."""
    require(may_change_house_words(by), _("change the house style"))
    with transaction.atomic():
        log_change("delete house word", by, _line(word))
        word.delete()


def _line(word: HouseWord) -> str:
    """A line of the list in words: "web site → website, Dictionary (en)"."""
    reason = f", {word.reason}" if word.reason else ""
    return f"{word}{reason}{f' ({word.language})' if word.language else ''}"
