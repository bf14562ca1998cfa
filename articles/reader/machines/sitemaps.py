"""Sitemaps (sitemaps.org 0.9): an index, files of stories, topics and people by their ids, and the news of two days.

Whatever has a page stays in its file for ever, so that a crawler fetches again only what has changed.
"""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from django.db.models import F, Max, OuterRef, Subquery
from django.http import Http404, HttpResponse
from lxml import etree

from articles.embargo import live
from articles.freshness import tags
from articles.freshness.reading import good_until, made_of, moment
from articles.models.desk import Desk
from articles.models.edition import Edition, EditionTopic
from articles.models.person import Person
from articles.models.publisher import StaticPage
from articles.models.section import PhotoPlacement
from articles.models.topic import Topic
from articles.page.canonical_url import absolute_url
from articles.page.dates import iso
from articles.reader.machines.xml import add, written
from articles.reader.pages.people import LISTS, public_people
from articles.reader.pages.topics import public_topics
from articles.reader.parts.cache_headers import reader_page
from articles.site_identity import identity
from media import renditions

# A file's rows are those with so many ids in a row. The protocol allows 50,000 addresses; fewer are read faster.
SPAN = 2_500
NAMED = {"topics": public_topics, "people": public_people}
# By what rows a story is on one of their pages: the model, the field of those rows, and their models.
LISTED: dict[str, tuple[Any, str, list[Any]]] = {
    "topics": (Topic, "topic", [EditionTopic]),
    "people": (Person, "person", [*LISTS.values()]),
}
FRESH, PAGES = ("/", "/latest/", "/archive/"), ("/topics/", "/people/", "/corrections/")
PICTURE = ("original", 1200)
NEWS_FOR, NEWS_AT_MOST = timedelta(days=2), 1_000
NEWS_LANGUAGES = {"zh-hans": "zh-cn", "zh-hant": "zh-tw"}  # the two that news sitemaps don't call by two letters

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@reader_page
def sitemap_index(request):
    """The files there are, each with the moment of the last change of its stories, a withdrawal being one.

    The pages, topics and people may change with any story.
    """
    now = moment()
    made_of(tags.stories(), tags.TOPICS, tags.PEOPLE)
    root, started = _root("sitemapindex"), Edition.objects.started(now)
    newest = started.order_by("-goes_live_at").values_list("goes_live_at", flat=True).first()
    _file(root, "pages", newest)
    for kind, known in NAMED.items():
        for number in _numbers(known(now)):
            _file(root, f"{kind}-{number}", newest)
    for number, changed_at in _story_files(now):
        _file(root, f"stories-{number}", changed_at)
    return _answer(root)


@reader_page
def pages_sitemap(request):
    """The pages that every newsroom has, its desks' and static ones; lists with the start of their newest story."""
    made_of(tags.stories(), tags.SITE)
    root, stories = _root("urlset"), Edition.objects.live(moment()).newest_first().values("goes_live_at")
    newest = stories.values_list("goes_live_at", flat=True).first()
    for path in FRESH:
        _page(root, path, newest)
    for path in PAGES:
        _page(root, path)
    desks = Desk.objects.annotate(changed_at=Subquery(stories.filter(desk=OuterRef("pk"))[:1]))
    for each in (*desks, *StaticPage.objects.filter(is_public=True)):
        _page(root, each.get_absolute_url(), each.changed_at)
    return _answer(root)


@reader_page
def named_sitemap(request, kind, number):
    """The pages of one file of topics or people, each with the start of its newest story; Http404 without any."""
    made_of(tags.stories(), tags.TOPICS, tags.PEOPLE)
    root = _root("urlset")
    for row in _some(_with_starts(kind, int(number), moment())):
        _page(root, row.get_absolute_url(), max(row.starts))
    return _answer(root)


@reader_page
def story_sitemap(request, number):
    """The live stories of one file with their photos; Http404 without any."""
    now = moment()
    made_of(tags.stories(), tags.PHOTOS)
    stories = Edition.objects.live(now).filter(**_span("article_id", int(number))).order_by("article_id")
    found = _some(stories.values_list("pk", "path", "goes_live_at"))
    photos = _photos(stories, now)
    root = _root("urlset", image=IMAGE)
    for pk, path, changed_at in found:
        url = _page(root, path, changed_at)
        for address in photos[pk]:
            add(add(url, f"{{{IMAGE}}}image"), f"{{{IMAGE}}}loc", address)
    return _answer(root)


@reader_page
def news_sitemap(request):
    """The stories of the last two days, at most a thousand, as Google News wants them; empty where there is no news."""
    now = moment()
    made_of(tags.stories())
    fresh = Edition.objects.live(now).filter(dated_at__gt=now - NEWS_FOR).newest_first()
    root = _root("urlset", news=NEWS)
    for story in fresh.only("path", "headline", "language", "dated_at")[:NEWS_AT_MOST]:
        good_until(story.dated_at + NEWS_FOR)
        news = add(_page(root, story.path), f"{{{NEWS}}}news")
        publication = add(news, f"{{{NEWS}}}publication")
        add(publication, f"{{{NEWS}}}name", identity().name)
        add(publication, f"{{{NEWS}}}language", news_language(story.language))
        add(news, f"{{{NEWS}}}publication_date", iso(story.dated_at))
        add(news, f"{{{NEWS}}}title", story.headline)
    return _answer(root)


def news_language(code):
    """What a news sitemap calls a language: its ISO 639 letters, but the Chinese scripts by country."""
    return NEWS_LANGUAGES.get(code, code.partition("-")[0])


def _with_starts(kind, number, now):
    """The topics or people of one file whom readers know, with `starts`: of the newest story of each of their lists."""
    model, field, lists = LISTED[kind]
    newest = [rows.objects.live(now).filter(**{field: OuterRef("pk")}).newest_first() for rows in lists]
    starts = [Subquery(rows.values("edition__goes_live_at")[:1]) for rows in newest]
    named = model.objects.filter(**_span("pk", number)).order_by("pk")
    found = list(named.annotate(**{f"start_{place}": start for place, start in enumerate(starts)}))
    for row in found:
        told = (getattr(row, f"start_{place}") for place in range(len(starts)))
        row.starts = [start for start in told if start is not None]
    return [row for row in found if row.starts]


def _story_files(now):
    """[(number, last change)] of the files that hold live stories."""
    started = Edition.objects.started(now).order_by().annotate(file=F("article_id") / SPAN).values("file")
    changed = started.annotate(changed_at=Max("goes_live_at"), shown=Max("pk", filter=live(now)))
    return list(changed.filter(shown__isnull=False).order_by("file").values_list("file", "changed_at"))


def _numbers(known):
    """The numbers of the files that hold one of these rows; looks for the first row of each, not at all of them."""
    last = known.model.objects.aggregate(last=Max("pk"))["last"] or 0
    return [number for number in range(last // SPAN + 1) if known.filter(**_span("pk", number)).exists()]


def _span(field, number):
    """The condition that `field`, an id, belongs to a file."""
    return {f"{field}__gte": number * SPAN, f"{field}__lt": (number + 1) * SPAN}


def _photos(stories, now):
    """{edition id: addresses of its photos whose licence runs}."""
    found = defaultdict(list)
    for placement in PhotoPlacement.objects.filter(edition__in=stories.order_by()).select_related("photo"):
        good_until(placement.photo.licence_ends_at)
        if placement.photo.is_licensed(now):
            found[placement.edition_id].append(absolute_url(renditions.url(placement.photo, *PICTURE, "jpeg")))
    return found


def _some(rows):
    """The rows as a list. Raises Http404 for none: a file of addresses may not be empty."""
    rows = list(rows)
    if not rows:
        raise Http404("Nothing that readers can see has its place here.")
    return rows


def _root(tag, **namespaces):
    return etree.Element(f"{{{SITEMAP}}}{tag}", nsmap={None: SITEMAP, **namespaces})


def _file(root, name, changed_at=None):
    return _located(add(root, f"{{{SITEMAP}}}sitemap"), f"/sitemaps/{name}.xml", changed_at)


def _page(root, path, changed_at=None):
    return _located(add(root, f"{{{SITEMAP}}}url"), path, changed_at)


def _located(element, path, changed_at):
    add(element, f"{{{SITEMAP}}}loc", absolute_url(path))
    if changed_at is not None:
        add(element, f"{{{SITEMAP}}}lastmod", iso(changed_at))
    return element


def _answer(root):
    return HttpResponse(written(root), content_type="application/xml; charset=utf-8")
