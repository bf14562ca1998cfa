"""Answers the photo library: what shows a photo, and which screens there are of the people on it."""

import re
from collections import defaultdict
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone

from articles.embargo import Kind
from articles.models.article import IS_AHEAD, Article
from articles.models.person import Person
from articles.models.publisher import Publisher, StaticPage
from articles.models.section import PhotoPlacement
from articles.models.topic import Topic
from articles.text.languages.folding import fold
from media.signals import Use, pages_of_people, used_photos, where_used

FEW = 20  # so many photos are looked for by name in the bodies of drafts; of more, every body with a photo is read
PLACED = re.compile(r'data-photo="(\d+)"')
# Model, field, and what that is called.
PICTURED = ((Person, "portrait", "portrait"), (Topic, "picture", "topic"))
STRENGTH = ("live", "scheduled", "draft", "earlier edition")


@receiver(where_used)
def stories_and_people_with(photos, **_):
    """{photo id: [Use, …]}: each story once, in its most public state, and each person whose portrait it is."""
    strongest: dict[tuple[Any, Any], Any] = {}
    for pk, article, title, state in [*_in_editions(photos), *_in_drafts(photos)]:
        known = strongest.get((pk, article))
        if known is None or STRENGTH.index(state) < STRENGTH.index(known[1]):
            strongest[pk, article] = (title, state)
    found = defaultdict(list)
    for (pk, article), (title, state) in sorted(strongest.items()):
        url = reverse("admin:articles_article_change", args=[article])
        found[pk].append(Use(title, url, state, state == "live", "articles.view_article"))
    for model, field, state in PICTURED:
        # One that leads to another keeps its picture for the undo, so all rows are asked.
        for row in model.rows.filter(**{f"{field}__in": photos}).select_related("redirects_to"):
            url = reverse(f"admin:articles_{model._meta.model_name}_change", args=[row.today.pk])
            found[getattr(row, f"{field}_id")].append(
                Use(row.name, url, state, True, f"articles.view_{model._meta.model_name}")
            )
    for page in StaticPage.objects.filter(body__contains="data-photo="):
        url = reverse("admin:articles_staticpage_change", args=[page.pk])
        for pk in photos & _placed_in(page.body):
            found[pk].append(Use(page.title, url, "static page", page.is_public, "articles.view_staticpage"))
    for publisher in Publisher.objects.filter(Q(logo__in=photos) | Q(icon__in=photos)):
        url = reverse("admin:articles_publisher_change", args=[1])
        for pk, state in ((publisher.logo_id, "logo"), (publisher.icon_id, "icon")):
            if pk in photos:
                found[pk].append(Use(f"The {state}", url, state, True))
    return found


def _in_editions(photos):
    """(photo, article, headline, state) of each edition that shows one of the photos."""
    now = timezone.now()
    rows = PhotoPlacement.objects.order_by().filter(photo__in=photos, edition__kind=Kind.PUBLISHED)
    told = ("photo", "article", "edition__headline", "edition__goes_live_at", "edition__ends_at", "article__is_sealed")
    for photo, article, headline, goes_live_at, ends_at, is_sealed in rows.values_list(*told):
        if is_sealed and goes_live_at > now:
            yield photo, article, str(Article(pk=article, is_sealed=True)), "draft"
            continue
        state = "earlier edition" if ends_at <= now else "live" if goes_live_at <= now else "scheduled"
        yield photo, article, headline, state


def _in_drafts(photos):
    """(photo, article, headline, "draft") of each unpublished working copy that shows one of the photos."""
    placed = Q(lead_photo__in=photos)
    for mark in (f'data-photo="{pk}"' for pk in photos) if len(photos) <= FEW else ("data-photo=",):
        placed |= Q(body__contains=mark)
    for article in _unpublished().filter(placed):
        for pk in photos & _photos_of(article):
            yield pk, article.pk, str(article), "draft"


def _unpublished():
    """The working copies that no edition has: the others show what their editions show, which have rows to ask."""
    return Article.objects.filter(IS_AHEAD).only(
        "headline", "working_title", "shelf", "body", "lead_photo_id", "is_sealed"
    )


def _photos_of(article):
    """The ids of the photos in a working copy."""
    return _placed_in(article.body) | {article.lead_photo_id}


def _placed_in(body):
    return {int(pk) for pk in PLACED.findall(body)}


@receiver(used_photos)
def every_photo_of_ours(**_):
    """Conditions on photos, one for each place: any edition, portrait, topic, working copy, or static page.

    Editions are many, so the database looks each photo up among them; the rest is few and gathered.
    """
    in_edition = Exists(PhotoPlacement.objects.order_by().filter(photo=OuterRef("pk")))
    pictured = (model.rows.order_by().exclude(**{field: None}).values(field) for model, field, _ in PICTURED)
    return [in_edition, *(Q(pk__in=photos) for photos in pictured), Q(pk__in=_written_in())]


def _written_in():
    """The ids of all photos in working copies that no edition has, in static pages, and of the publisher, as a set."""
    used = set()
    for article in _unpublished().filter(Q(body__contains="data-photo=") | Q(lead_photo__isnull=False)).iterator():
        used |= _photos_of(article)
    for body in StaticPage.objects.filter(body__contains="data-photo=").values_list("body", flat=True):
        used |= _placed_in(body)
    used |= {pk for row in Publisher.objects.values_list("logo_id", "icon_id") for pk in row}
    return used - {None}


@receiver(pages_of_people)
def people_called(names, **_):
    """{name: address of their screen} of those names that one person and no other goes by."""
    keys = {fold(name): name for name in names}
    people = defaultdict(set)
    for person in Person.objects.called_any(list(keys)).prefetch_related("aliases"):
        for key in {person.key, *(alias.key for alias in person.aliases.all())} & set(keys):
            people[keys[key]].add(person.pk)
    return {
        name: reverse("admin:articles_person_change", args=[*found])
        for name, found in people.items()
        if len(found) == 1
    }
