"""Why a story can't be published yet: small rules, each returning findings. Used by `publish` itself."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.editorial.directory.people_in_text import people_named
from articles.editorial.readiness.findings import Finding, Spot, block_at, sections_from, short
from articles.editorial.readiness.photos import (
    Library,
    captions_fit_the_story,
    library_of,
    photo_words_are_confirmed,
    photos_may_go_out,
    photos_stay_licensed,
)
from articles.editorial.readiness.story_links import links_lead_on, live_of_linked, more_lines_lead_on
from articles.editorial.readiness.text import (
    contacts_are_meant,
    house_style_is_kept,
    language_is_that_of_the_words,
    lines_are_for_readers,
    links_were_made,
    pulls_repeat_the_story,
    words_are_there,
    words_stand_once,
)
from articles.editorial.writing.embargo import embargo_in_words, embargo_of, typed_lines
from articles.models.article import Article
from articles.models.edition import DEK_MOST, HEADLINE_MOST
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.compare.headline_check import missing_numbers, other_spellings

HEADLINE_AT_MOST = 110


def blockers(
    article: Article, *, at: datetime | None = None, body: Body | None = None, library: Library | None = None
) -> list[Finding]:
    """What keeps the article's working copy from going out at `at`, or now; empty when it may.

    `body` is that of the working copy, and `library` has its photos, where the caller has them.
    """
    return _blockers([(article, body or body_of(article))], at, library)[0]


def blockers_of(articles: Iterable[Article], *, at: datetime | None = None) -> list[list[Finding]]:
    """The blockers of each of several articles, in their order; one query for all their photos."""
    return _blockers([(article, body_of(article)) for article in articles], at)


def warnings(article: Article, *, body: Body | None = None, library: Library | None = None) -> list[Finding]:
    """What an editor should look at; nothing here keeps a story from going out. The rest is as with `blockers`."""
    body = body or body_of(article)
    found = [finding for rule in WARNING for finding in rule(article, body)]
    found += links_lead_on(article, body, live_of_linked([body], timezone.now()))
    library = library_of([(article, body)]) if library is None else library
    found += photos_stay_licensed(article, body, library)
    found += captions_fit_the_story(article, body, library)
    return [*found, *photo_words_are_confirmed(article, body, library)]


def body_of(article: Article) -> Body:
    """The body of the article's working copy, to be handed to all who ask something of it."""
    return Body(clean(article.body))


def _blockers(
    stories: list[tuple[Article, Body]], at: datetime | None, library: Library | None = None
) -> list[list[Finding]]:
    """The blockers of (article, its Body) pairs."""
    at, library = at or timezone.now(), library_of(stories) if library is None else library
    live = live_of_linked([body for _article, body in stories], at)
    return [
        [finding for rule in (*BLOCKING, *_house_rules()) for finding in rule(article, body)]
        + list(more_lines_lead_on(article, body, live))
        + list(embargo_is_over(article, body, at))
        + list(photos_may_go_out(article, body, at, library))
        for article, body in stories
    ]


def _house_rules() -> tuple[Callable[[Article, Body], Iterator[Finding]], ...]:
    """What blocks in this house, and elsewhere only warns."""
    return (comments_are_answered,) if settings.COMMENTS_BLOCK else ()


def headline_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A story needs a headline."""
    if not article.headline.strip():
        yield Finding("headline", _("The story has no headline."))


def head_fits(article: Article, body: Body) -> Iterator[Finding]:
    """Headlines and a dek are no longer than an edition holds; in the working copy they are kept whole."""
    headline = _("The headline has %(number)d characters; %(most)d is the most.")
    for name, most, sentence in (
        ("headline", HEADLINE_MOST, headline),
        ("short_headline", HEADLINE_MOST, headline),
        ("search_headline", HEADLINE_MOST, headline),
        ("dek", DEK_MOST, _("The dek has %(number)d characters; %(most)d is the most.")),
    ):
        number = len(getattr(article, name))
        if number > most:
            yield Finding(name, sentence % {"number": number, "most": most})


def body_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A story needs words."""
    if not body.plain_text.strip():
        yield Finding("body", _("The story has no text."))


def desk_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A story belongs to a desk: without one no reader would find it."""
    if article.desk_id is None:
        yield Finding("desk", _("The story has no desk."))


def embargo_is_over(article: Article, body: Body, at: datetime) -> Iterator[Finding]:
    """A text that came with an embargo waits for its moment; the line that says so is never for readers."""
    now = timezone.now()
    embargo = embargo_of(article, body, now)
    if embargo is None:
        return
    if embargo.until is None or at < embargo.until:
        yield Finding("embargo", embargo_in_words(embargo))
    else:
        for field, words in typed_lines(article, body, now):
            said = _("The line “%(words)s” is not for readers: take it out. In the text, saving the story does so.")
            yield Finding(field, said % {"words": words}, Spot(words=words))


def headline_is_short(article: Article, body: Body) -> Iterator[Finding]:
    """Long headlines break everywhere they are shown."""
    if len(article.headline) > HEADLINE_AT_MOST:
        said = _("The headline has %(length)s characters; %(most)s is plenty.")
        yield Finding("headline", said % {"length": len(article.headline), "most": HEADLINE_AT_MOST})


def dek_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """A dek tells readers why to go on."""
    if not article.dek:
        yield Finding("dek", _("The story has no dek."))


def lead_topic_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """The lead topic is the kicker, and where “scroll for next” looks first."""
    if article.lead_topic_id is None:
        yield Finding("lead_topic", _("The story has no lead topic."))


def byline_is_there(article: Article, body: Body) -> Iterator[Finding]:
    """Readers want to know who wrote it."""
    if article.pk is None or not article.byline_rows.exists():
        yield Finding("byline", _("The story has no byline."))


def quotes_have_speakers(article: Article, body: Body) -> Iterator[Finding]:
    """Readers want to know who says it: a person, or an attribution in words; what is denied is nobody's."""
    for first, section in sections_from(body):
        for quote in section.quotes:
            if quote.person is None and not quote.attribution:
                asked = _("Who says “%(words)s”? The text does not make it certain.")
                said = asked if quote.doubt else _("A quote has no speaker: “%(words)s”")
                said %= {"words": short(quote.words)}
                spot = Spot(words=quote.words, block=first + block_at(section, quote.start))
                yield Finding("body", said, spot)


def people_are_linked(article: Article, body: Body) -> Iterator[Finding]:
    """Somebody who is in the directory and named in the story needs one link, to be on the page about them."""
    blocks = [(number, block.text) for number, block in enumerate(body.blocks) if block.kind != "h2"]
    named, hits = people_named([text for _number, text in blocks], mentioned=body.mentioned_people)
    places: dict[int, Spot] = {}
    for (number, text), found in zip(blocks, hits, strict=True):
        for hit in found:
            for pk in hit.people:
                places.setdefault(pk, Spot(words=text[hit.start : hit.end], block=number))
    for pk, person in named.items():
        if pk not in body.linked_people:
            said = _("%(name)s is named and in the directory, but not linked.") % {"name": person.name}
            yield Finding("body", said, places.get(pk))


def headline_agrees(article: Article, body: Body) -> Iterator[Finding]:
    """A number or a name of the headline is in the text too, and is the same there."""
    text = f"{article.dek}\n{body.plain_text}"
    for number in missing_numbers(article.headline, text, article.language):
        said = _("The headline says %(number)s, and the text does not.") % {"number": number}
        yield Finding("headline", said, Spot(words=number))
    for here, there in other_spellings(article.headline, text):
        said = _("The headline writes “%(here)s”, the text “%(there)s”.") % {"here": here, "there": there}
        yield Finding("headline", said, Spot(words=here))


def comments_are_answered(article: Article, body: Body) -> Iterator[Finding]:
    """What colleagues still discuss is looked at before readers have it."""
    if article.open_comments:
        said = ngettext("%(n)s comment is open.", "%(n)s comments are open.", article.open_comments)
        yield Finding("comments", said % {"n": article.open_comments})


BLOCKING = (headline_is_there, head_fits, body_is_there, desk_is_there, words_are_there)
WARNING = (
    comments_are_answered,
    headline_is_short,
    headline_agrees,
    dek_is_there,
    lead_topic_is_there,
    byline_is_there,
    language_is_that_of_the_words,
    quotes_have_speakers,
    people_are_linked,
    words_stand_once,
    links_were_made,
    pulls_repeat_the_story,
    lines_are_for_readers,
    contacts_are_meant,
    house_style_is_kept,
)
