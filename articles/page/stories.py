"""Whole stories, one or many, for whoever shows their words: a story's page, feeds, and copies for machines."""

from collections import defaultdict

from django.db.models import Exists, OuterRef, Value

from articles.embargo import Kind
from articles.models.correction import Correction
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person
from articles.models.section import PhotoPlacement, Quote, Section
from articles.page.story import story_of

PERSON_FACTS = ("name", "slug", "role", "organisation")
# Whether readers have seen other words of a section's story before.
IS_UPDATE = Exists(
    Edition.objects.filter(
        article_id=OuterRef("edition__article_id"),
        kind=Kind.PUBLISHED,
        goes_live_at__lt=OuterRef("edition__goes_live_at"),
    ).exclude(digest=OuterRef("edition__digest"))
)


def stories_of(editions, now):
    """The page's Story of each live Edition, in their order, without what comes next; six queries however many.

    The editions have their desks in memory.
    """
    sections = defaultdict(list)
    for section in Section.objects.filter(edition__in=editions).annotate(is_update=IS_UPDATE):
        sections[section.edition_id].append(section)
    rows = rows_of(editions, now)
    return [
        story_of(
            edition,
            at=now,
            sections=sections[edition.pk],
            updated_at=edition.goes_live_at if any(each.is_update for each in sections[edition.pk]) else None,
            **rows[edition.pk],
        )
        for edition in editions
    ]


def rows_of(editions, now):
    """{edition id: {kind of row: rows in page order}} of what `story_of` wants besides the sections; five queries.

    Without corrections among the editions it is four.
    """
    within = {"edition__in": editions}
    bylines, mentions = _people(editions)
    found = {
        "quotes": Quote.objects.filter(**within).select_related("person"),
        "placements": PhotoPlacement.objects.filter(**within).select_related("photo"),
        "bylines": bylines,
        "mentions": mentions,
        "topics": EditionTopic.objects.filter(**within).select_related("topic"),
    }
    rows = {edition.pk: {kind: [] for kind in (*found, "corrections")} for edition in editions}
    for kind, of_kind in found.items():
        for row in of_kind:
            rows[row.edition_id][kind].append(row)
    corrected = {edition.article_id: edition.pk for edition in editions if edition.has_corrections}
    if corrected:
        for note in Correction.objects.filter(article_id__in=corrected, goes_live_at__lte=now):
            rows[corrected[note.article_id]]["corrections"].append(note)
    return rows


def _people(editions):
    """The bylines and the mentions of editions, each with its person as known today, in one query."""
    columns = ("edition_id", "position", "name", "person_id", *(f"person__{fact}" for fact in PERSON_FACTS))
    signed, named = (
        model.objects.filter(edition__in=editions)
        .annotate(is_byline=Value(is_byline))
        .order_by()
        .values_list("is_byline", *columns)
        for model, is_byline in ((Byline, 1), (Mention, 0))
    )
    bylines, mentions = [], []
    for is_byline, edition, position, name, pk, *facts in sorted(signed.union(named, all=True).order_by()):
        person = Person(pk=pk, **dict(zip(PERSON_FACTS, facts, strict=True)))
        model, rows = (Byline, bylines) if is_byline else (Mention, mentions)
        rows.append(model(edition_id=edition, position=position, name=name, person=person))
    return bylines, mentions
