"""The public history of a story: what changed from each of its public editions to the next, marked as prose."""

import re
from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from articles.database.kept_values import KeptValues
from articles.embargo import Kind
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.models.section import Section
from articles.page.dates import time_html
from articles.reader.pages.story import respond_for_story
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.site_frame import site_context
from articles.reader.parts.tombstone import Tombstone, tombstone_of
from articles.site_identity import identity
from articles.text.body.body import Body, BodySection, join
from articles.text.characters import without_soft_hyphens
from articles.text.compare.diff import count_changed_words, diff_text, passages

MOST_SHOWN = 50
# At most so many words in or out, under an unchanged headline and without a note, are a small fix and folded away.
SMALL = 4
# Numbers of people and photos, which say nothing to readers.
_APPARATUS = re.compile(r'<p class="apparatus">.*?</p>', re.DOTALL)


class Drawn(NamedTuple):
    """What changed between two editions: headline, dek and passages with `ins` and `del`, words that came or went."""

    headline: str
    dek: str
    body: list
    words: int


class Change(NamedTuple):
    """One step of the history: when, the notes that came with it, and headline, dek and passages with `ins` and `del`.

    Where the words were removed by order of law, `removed` stands for them, and nothing is set against them.
    """

    at: str
    notes: list
    headline: str
    dek: str
    body: list
    is_small: bool
    removed: Tombstone | None


# Editions never change, but by law, and then nothing is set against them. In characters.
_kept: KeptValues[Drawn] = KeptValues(most=8_000_000)


@csrf_exempt  # as the story's own page
@reader_page
def history(request, year, month, slug):
    """What changed in the story at this address; 301, 410 or 404 like its page, and 404 where no history is public."""
    if not settings.PUBLIC_HISTORY:
        raise Http404("This newsroom has no public histories.")
    return respond_for_story(request, f"/{year}/{month}/{slug}/", _history, part="history/")


def _history(request, edition, sections, now):
    if sections[0].has_private_history:
        raise Http404("The history of this story is private.")
    site = site_context(request, desk=edition.desk)
    changes, first = changes_of(edition.article_id, now)
    context = {
        "story": edition,
        "changes": changes,
        "first": time_html(first.goes_live_at),
        "first_removed": tombstone_of(first),
        "title": without_soft_hyphens(f"{_('What changed')}: {edition.headline} · {identity().name}"),
    }
    return render(request, "reader/history.html", site | context)


def changes_of(article_id, now):
    """(the newest MOST_SHOWN Changes of a story by `now`, newest first; its first public Edition); three queries."""
    public = Edition.objects.started(now).filter(article_id=article_id, kind=Kind.PUBLISHED).order_by("goes_live_at")
    editions = list(public)
    kept = editions[-MOST_SHOWN - 1 :]
    notes = _notes(article_id, now)
    pairs = [pair for pair in pairwise(kept) if pair[0].digest != pair[1].digest or notes[pair[1].pk]]
    drawn = _drawn([pair for pair in pairs if not any(edition.redacted_at for edition in pair)])
    steps = [_change(after, drawn.get((before.pk, after.pk)), notes[after.pk]) for before, after in pairs]
    return steps[::-1], editions[0]


def _drawn(pairs):
    """{ids of a pair of editions: its Drawn}; texts are read of those only that were not drawn before."""
    found = {(before.pk, after.pk): _kept.get(_key(before, after)) for before, after in pairs}
    missing = [pair for pair in pairs if found[pair[0].pk, pair[1].pk] is None]
    bodies = _bodies({edition for pair in missing for edition in pair}) if missing else {}
    for before, after in missing:
        drawn = _draw(before, after, bodies)
        found[before.pk, after.pk] = drawn
        size = len(drawn.headline) + len(drawn.dek) + sum(len(passage.html) for passage in drawn.body)
        _kept.keep(_key(before, after), drawn, size)
    return found


def _key(before, after):
    """What two editions say, and which they are."""
    return before.pk, before.digest, after.pk, after.digest


def _bodies(editions):
    """{edition id: its text as one Body}, in one query."""
    parts = defaultdict(list)
    for section in Section.objects.filter(edition__in=editions).order_by("edition", "position"):
        parts[section.edition_id].append(BodySection(section.heading, section.html))
    return {pk: Body(join(sections)) for pk, sections in parts.items()}


def _notes(article_id, now):
    """{edition id: the public notes that came with it}."""
    found = defaultdict(list)
    for note in Correction.objects.filter(article_id=article_id, goes_live_at__lte=now):
        found[note.edition_id].append(note)
    return found


def _change(after, drawn, notes):
    """The Change to an edition; `drawn` is None where words were removed by order of law."""
    at = time_html(after.goes_live_at)
    if drawn is None:
        return Change(at, notes, "", "", [], is_small=False, removed=tombstone_of(after))
    is_small = not (drawn.headline or drawn.dek or notes) and drawn.words <= SMALL
    return Change(at, notes, drawn.headline, drawn.dek, drawn.body, is_small, removed=None)


def _draw(before, after, bodies):
    """The Drawn of one edition's words against the next one's."""
    old, new = bodies.get(before.pk, Body("")), bodies.get(after.pk, Body(""))
    headline, dek = _marked(before.headline, after.headline), _marked(before.dek, after.dek)
    return Drawn(headline, dek, _passages(old, new), max(count_changed_words(old, new)))


def _passages(old, new):
    """The Passages of what changed in the text, in order; none when nothing did."""
    return [] if old == new else [each._replace(html=_safe(each.html)) for each in passages(old, new)]


def _marked(old, new):
    """What changed as safe HTML, or "" when nothing did."""
    return "" if old == new else _safe(diff_text(old, new))


def _safe(marked):
    """Marked words as safe HTML, without what says nothing to readers."""
    return mark_safe(_APPARATUS.sub("", marked))  # noqa: S308  made of cleaned bodies and escaped words
