"""The public history of a story: what changed from each of its public editions to the next, marked as prose."""

import re
from collections import defaultdict
from itertools import groupby, pairwise
from typing import NamedTuple

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

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
from articles.text.compare.diff import count_changed_words, diff_blocks, diff_text

MOST_SHOWN = 50
# At most so many words in or out, under an unchanged headline and without a note, are a small fix and folded away.
SMALL = 4
NEXT_TO = 1  # so many blocks on either side of a change are shown with it; the others are folded away
# Numbers of people and photos, which say nothing to readers.
_APPARATUS = re.compile(r'<p class="apparatus">.*?</p>', re.DOTALL)


class ChangedPassage(NamedTuple):
    """Blocks of a text that stand together: those in and next to a change, or those that lie far from any."""

    html: str
    is_far: bool


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
    bodies, notes = _bodies(kept), _notes(article_id, now)
    steps = [
        _change(before, after, bodies, notes[after.pk])
        for before, after in pairwise(kept)
        if before.digest != after.digest or notes[after.pk]
    ]
    return steps[::-1], editions[0]


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


def _change(before, after, bodies, notes):
    """The Change from one edition to the next."""
    if before.redacted_at or after.redacted_at:
        return Change(time_html(after.goes_live_at), notes, "", "", [], is_small=False, removed=tombstone_of(after))
    old, new = bodies.get(before.pk, Body("")), bodies.get(after.pk, Body(""))
    came, went = count_changed_words(old, new)
    is_same_heading = (before.headline, before.dek) == (after.headline, after.dek)
    return Change(
        at=time_html(after.goes_live_at),
        notes=notes,
        headline=_marked(before.headline, after.headline),
        dek=_marked(before.dek, after.dek),
        body=_passages(old, new),
        is_small=is_same_heading and not notes and max(came, went) <= SMALL,
        removed=None,
    )


def _passages(old, new):
    """The ChangedPassages of what changed in the text, in order; none when nothing did."""
    if old == new:
        return []
    blocks = diff_blocks(old, new)
    changed = [place for place, block in enumerate(blocks) if "<ins>" in block or "<del>" in block]
    placed = groupby(enumerate(blocks), key=lambda each: all(abs(each[0] - place) > NEXT_TO for place in changed))
    return [ChangedPassage(_safe("".join(block for _, block in group)), is_far) for is_far, group in placed]


def _marked(old, new):
    """What changed as safe HTML, or "" when nothing did."""
    return "" if old == new else _safe(diff_text(old, new))


def _safe(marked):
    """Marked words as safe HTML, without what says nothing to readers."""
    return mark_safe(_APPARATUS.sub("", marked))  # noqa: S308  made of cleaned bodies and escaped words
