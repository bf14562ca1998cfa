"""The editors' index of working copies, in a table of words of its own, which no reader's query names.

A working copy has a row there from the first save on, whatever readers see of its story. A story that was published
with thousands of others and not changed since has none: its words are those of its edition, in the readers' index.
No word of a working copy is offered as a spelling. A sealed story has no row, so nobody finds it by what it says.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from articles.models.article import IS_AHEAD, Article, ArticleByline, ArticleTopic
from articles.models.search_entry import SearchEntry
from articles.models.section import Quote
from articles.search import tables
from articles.search.entries import IndexedWords, pointer_terms, truncated
from articles.search.name_lookup import look_up_names
from articles.search.query import Query, parts_of, query_of, with_prefix
from articles.search.words import terms_of
from articles.text.body.html_parser import visible_text
from articles.text.body.person_links import pointed_to

BATCH = 500
MOST = 1000


def sync_working_copies(article_ids: Iterable[int]) -> None:
    """Write the words of these working copies, inside the caller's transaction; a handful of queries."""
    topics: dict[int, list[int]] = defaultdict(list)
    signed: dict[int, list[int]] = defaultdict(list)
    for pk, topic in ArticleTopic.objects.filter(content_object__in=article_ids).values_list("content_object", "tag"):
        topics[pk].append(topic)
    for pk, person in ArticleByline.objects.filter(article__in=article_ids).values_list("article", "person"):
        signed[pk].append(person)
    articles = Article.objects.unsealed().filter(pk__in=article_ids)
    tables.write([_words(each, topics[each.pk], signed[each.pk]) for each in articles], tables.WORKING)


def remove_working_copy(article_id: int) -> None:
    """Delete the words of a working copy, inside the caller's transaction."""
    tables.remove([article_id], tables.WORKING)


def reindex_working_copies(article_ids: Iterable[int]) -> None:
    """Write anew those of these working copies that have a row, since what they point to has changed."""
    held = tables.existing_ids(article_ids, tables.WORKING)
    for start in range(0, len(held), BATCH):
        sync_working_copies(held[start : start + BATCH])


def working_copy_ids() -> list[int]:
    """The ids of the articles whose working copy is not the words of an edition in the readers' index."""
    is_found = Exists(SearchEntry.objects.filter(article=OuterRef("pk")))
    return list(Article.objects.unsealed().filter(IS_AHEAD | ~is_found).order_by("pk").values_list("pk", flat=True))


def rewrite_working_copies(keys: Iterable[int]) -> None:
    """Write the words of these working copies anew, their rows locked, inside the caller's transaction."""
    list(Article.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    sync_working_copies(keys)


def is_stale() -> bool:
    """Whether the story that was worked on last cannot be found by its words."""
    ahead = Article.objects.unsealed().filter(IS_AHEAD).order_by("-changed_at", "-pk")
    newest = list(ahead.values_list("pk", flat=True)[:1])
    return tables.existing_ids(newest, tables.WORKING) != newest


def find_articles(text: str, among: QuerySet[Article] | None = None) -> list[int]:
    """The ids of at most MOST of the newest articles whose working copy or edition matches what somebody typed.

    Of them those that are `among` a queryset of Articles, asked in the same statement.
    """
    query = editors_query(text)
    return [] if query is None else ids_found(Article, tables.newest_articles(query, MOST), among)


def find_quotes(text: str) -> list[int]:
    """The ids of the Quotes whose words, attribution or speaker match what somebody typed.

    Looked for in the newest MOST editions that match it and that readers see or will see.
    """
    query = editors_query(text)
    if query is None:
        return []
    said = Quote.objects.filter(edition__in=tables.newest_editions(query, MOST))
    rows = said.order_by().values_list("pk", "text", "attribution", "person", "edition__language")
    return [pk for pk, words, attribution, person, language in rows
            if query.is_matched_by(_said(f"{words}\n{attribution}", language, person))]  # fmt: skip


def ids_found(model: type[Model], statement: tuple[str, list[str | int]], among: QuerySet[Any] | None) -> list[int]:
    """The ids that a (statement, its values) yields, of those `among` a queryset of the model or of all rows."""
    rows = model._default_manager.all() if among is None else among
    return list(rows.filter(pk__in=RawSQL(*statement)).order_by().values_list("pk", flat=True))  # noqa: S611  ours


def editors_query(text: str) -> Query | None:
    """The Query of what an editor typed, the last word as the beginning of one; None when there is no word in it."""
    typed = parts_of(text)[0]
    lookup = look_up_names([word for part in typed for word in part.words], at=None)
    query = with_prefix(query_of(text, lookup.languages, lookup.pointer_terms(typed)))
    return None if query.asks_nothing else query


def _said(text: str, language: str, person: int | None) -> str:
    """The terms of some words, and of the Person with this id, who may be None."""
    return " ".join([terms_of(text, language), *pointer_terms(None, speakers=[person])])


def _words(article: Article, topics: Iterable[int], signed: Iterable[int]) -> IndexedWords:
    """The IndexedWords of a working copy; a note for colleagues is found too."""
    parts = (
        article.short_headline,
        article.search_headline,
        article.place,
        visible_text(article.body),
        article.lead_caption,
        article.editor_note,
        article.working_title,
    )
    people = pointed_to(article.body)
    return IndexedWords(
        rowid=article.pk,
        headline=terms_of(article.headline, article.language),
        names=" ".join(pointer_terms(article.desk_id, topics=topics, mentioned=people, bylines=signed)),
        dek=terms_of(article.dek, article.language),
        body=truncated(terms_of("\n".join(parts), article.language)),
    )
