"""The stories that a change of the directory moves: newest first, with their status, and what they have of a person."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from articles.admin.shared.story_status import state_in_words, timeline_ahead, with_timeline
from articles.admin.shared.user_time_zone import user_time
from articles.editorial.directory.references import batches
from articles.embargo import Kind
from articles.models.article import Article, ArticleByline
from articles.models.edition import Byline, Edition, Mention
from articles.models.person import Person
from articles.models.section import Quote
from articles.text.body.body import Body
from articles.text.languages.quotation_style import in_marks, standing_alone


@dataclass(frozen=True)
class AffectedStory:
    """An article's id, headline and screen, its state with its date, and what it has of a person: parts and quotes."""

    article: int
    headline: str
    url: str
    state: str
    parts: str = ""
    quotes: tuple[str, ...] = ()


def newest_first(articles):
    """The ids of those of these articles that are not sealed, by their date for readers; those without one first."""
    dates: dict[int, datetime] = {}
    articles = shown(articles)
    for some in batches(articles):
        rows = Edition.objects.filter(article__in=some).order_by().values_list("article")
        dates.update(rows.annotate(Max("dated_at")))
    return sorted(articles, key=lambda pk: (pk not in dates, dates.get(pk), pk), reverse=True)


def shown(articles):
    """Those of these ids whose stories are not sealed: which of the sealed ones a change moves is not for this page."""
    found: set[int] = set()
    for some in batches(articles):
        found.update(Article.objects.unsealed().filter(pk__in=some).order_by().values_list("pk", flat=True))
    return found


def stories(articles):
    """The AffectedStory of each of these ids, in their order."""
    now = timezone.now()
    found = with_timeline(Article.objects.unsealed().filter(pk__in=articles), now).in_bulk()
    return [
        AffectedStory(pk, str(found[pk]), reverse("admin:articles_article_change", args=[pk]), _state(found[pk], now))
        for pk in articles
        if pk in found
    ]


def stories_to_split(row, articles):
    """The AffectedStory of each of these ids with what it has of `row`, where that is a person."""
    if not isinstance(row, Person):
        return stories(articles)
    quotes = _quotes(row, articles)
    named = _articles(Mention, row, articles)
    signed = _articles(Byline, row, articles) | _articles(ArticleByline, row, articles)
    found = []
    for story in stories(articles):
        roles = {"byline": story.article in signed, "named": story.article in named}
        parts = ", ".join(role for role, has in roles.items() if has)
        found.append(replace(story, parts=parts, quotes=tuple(quotes[story.article])))
    return found


def _state(article, now):
    """The state of the board; of a story that nobody reads or will read, with the date of its last change."""
    state, (current, pending) = state_in_words(article, now), timeline_ahead(article, now)
    is_dated = pending or (current is not None and current.kind == Kind.PUBLISHED)
    return state if is_dated else f"{state}, changed {user_time(article.changed_at)}"


def _articles(model, person, articles):
    """Those of the articles in which rows of a model point to somebody."""
    return set(model.objects.filter(person=person, article__in=articles).values_list("article", flat=True))


def _quotes(person, articles):
    """{id: what somebody says in the article, in marks, each once}: in any edition, and in the working copy."""
    found: dict[int, dict[str, None]] = defaultdict(dict)  # dicts keep their order
    rows = Quote.objects.filter(person=person, article__in=articles).order_by("-edition", "position")
    for article, text, language in rows.values_list("article", "text", "edition__language"):
        found[article][in_marks(standing_alone(text), language)] = None
    bodies = Article.objects.filter(pk__in=articles, body__contains=f'data-person="{person.pk}"')
    for article, body, language in bodies.values_list("pk", "body", "language"):
        said = (quote.words for quote in Body(body).quotes if quote.person == person.pk)
        found[article].update(dict.fromkeys(in_marks(standing_alone(words), language) for words in said))
    return found
