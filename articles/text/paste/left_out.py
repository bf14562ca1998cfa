"""What a paste did not bring: how much of each kind, and the sentences in which its writer is told."""

from collections import Counter
from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

DELETIONS, DELETED_WORDS = "deletions", "deleted_words"
COMMENTS, FOOTNOTES = "comments", "footnotes"
HIDDEN_WORDS, FURNITURE_WORDS = "hidden_words", "furniture_words"
PICTURES, TABLES, EMBEDS, LINKS = "pictures", "tables", "embeds", "links"
LeftOut = Counter[str]


def _words(number: int) -> str:
    return ngettext("%(number)d word", "%(number)d words", number) % {"number": number}


def _deletions(left_out: Mapping[str, int]) -> str:
    number = left_out[DELETIONS]
    return ngettext(
        "%(number)d deletion or struck-out passage, %(words)s",
        "%(number)d deletions or struck-out passages, %(words)s",
        number,
    ) % {"number": number, "words": _words(left_out[DELETED_WORDS])}


def _comments(left_out: Mapping[str, int]) -> str:
    number = left_out[COMMENTS]
    return ngettext("%(number)d comment", "%(number)d comments", number) % {"number": number}


def _footnotes(left_out: Mapping[str, int]) -> str:
    number = left_out[FOOTNOTES]
    return ngettext("%(number)d footnote", "%(number)d footnotes", number) % {"number": number}


def _hidden(left_out: Mapping[str, int]) -> str:
    return _("Hidden text, %(words)s") % {"words": _words(left_out[HIDDEN_WORDS])}


def _furniture(left_out: Mapping[str, int]) -> str:
    return _("Menus, buttons and the like of a page, %(words)s") % {"words": _words(left_out[FURNITURE_WORDS])}


def _pictures(left_out: Mapping[str, int]) -> str:
    number = left_out[PICTURES]
    return ngettext(
        "%(number)d picture: put it into the photo library, then onto the sheet",
        "%(number)d pictures: put them into the photo library, then onto the sheet",
        number,
    ) % {"number": number}


def _tables(left_out: Mapping[str, int]) -> str:
    number = left_out[TABLES]
    return ngettext(
        "%(number)d table: its words are here as paragraphs",
        "%(number)d tables: their words are here as paragraphs",
        number,
    ) % {"number": number}


def _embeds(left_out: Mapping[str, int]) -> str:
    number = left_out[EMBEDS]
    return ngettext("%(number)d embedded video or frame", "%(number)d embedded videos or frames", number) % {
        "number": number
    }


def _links(left_out: Mapping[str, int]) -> str:
    number = left_out[LINKS]
    return ngettext(
        "%(number)d link that leads nowhere from here: its words are here",
        "%(number)d links that lead nowhere from here: their words are here",
        number,
    ) % {"number": number}


SENTENCES: Mapping[str, Callable[[Mapping[str, int]], str]] = {
    DELETIONS: _deletions,
    COMMENTS: _comments,
    FOOTNOTES: _footnotes,
    HIDDEN_WORDS: _hidden,
    FURNITURE_WORDS: _furniture,
    PICTURES: _pictures,
    TABLES: _tables,
    EMBEDS: _embeds,
    LINKS: _links,
}


def sentences(left_out: LeftOut) -> list[tuple[str, int, str]]:
    """(kind, how many, the sentence) of each kind that something was left out of; of hidden text and
    furniture the words count."""
    return [(kind, left_out[kind], said(left_out)) for kind, said in SENTENCES.items() if left_out[kind]]
