"""What editors find and readers never do: working copies and the photo library, each in a table of words of its own.

A working copy has a row there from the first save on, whatever its story's readers see. A story that came out with
thousands of others and was not touched since has none: its words are those of its edition, in the readers' index.
Nothing of this is learned as a spelling, and no reader's query names these tables.
"""

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.expressions import RawSQL

from articles.models.article import IS_AHEAD, Article, ArticleByline, ArticleTopic
from articles.models.search_entry import SearchEntry
from articles.models.section import Quote
from articles.search import tables
from articles.search.entries import Words, cut, pointers, written_words
from articles.search.name_lookup import look_up
from articles.search.query import begun, parts_of, query_of
from articles.search.words import terms_of
from articles.text.body.person_links import pointed_to
from media.models import Photo

BATCH = 500
MOST = 1000
PHOTO_WORDS = ("credit", "creator", "alt", "people", "place", "source", "description")


def keep(article_ids):
    """Write the words of these working copies, inside the caller's transaction; a handful of queries."""
    topics, signed = defaultdict(list), defaultdict(list)
    for pk, topic in ArticleTopic.objects.filter(content_object__in=article_ids).values_list("content_object", "tag"):
        topics[pk].append(topic)
    for pk, person in ArticleByline.objects.filter(article__in=article_ids).values_list("article", "person"):
        signed[pk].append(person)
    articles = Article.objects.filter(pk__in=article_ids)
    tables.write([_words(each, topics[each.pk], signed[each.pk]) for each in articles], tables.WORKING)


def forget(article_id):
    """Take the words of a working copy out, inside the caller's transaction."""
    tables.remove([article_id], tables.WORKING)


def renew(article_ids):
    """Write anew those of these working copies that have a row, since what they point to has moved."""
    held = tables.held(article_ids, tables.WORKING)
    for start in range(0, len(held), BATCH):
        keep(held[start : start + BATCH])


def keep_photo(photo):
    """Write the words of a saved Photo, inside the caller's transaction."""
    tables.write([_words_of_photo(photo)], tables.PHOTOS)


def forget_photo(pk):
    """Take the words of a photo out, inside the caller's transaction."""
    tables.remove([pk], tables.PHOTOS)


def rebuild(*, say=lambda done, of: None):
    """Write both tables anew; returns (working copies, photos). `say(done, of)` hears of each batch.

    Each batch is a transaction of its own, which holds the rows it is made from.
    """
    articles, photos = (list(rows.order_by("pk").values_list("pk", flat=True)) for rows in (_wanted(), Photo.objects))
    batches = [(write, keys[start : start + tables.AT_ONCE])
               for write, keys in ((_rewrite, articles), (_rewrite_photos, photos))
               for start in range(0, len(keys), tables.AT_ONCE)]  # fmt: skip
    done = 0
    for write, keys in batches:
        with transaction.atomic():
            write(keys)
        done += len(keys)
        say(done, len(articles) + len(photos))
    with transaction.atomic():
        tables.remove_strays(tables.WORKING, Article._meta.db_table)
        tables.remove_strays(tables.PHOTOS, Photo._meta.db_table)
    return len(articles), len(photos)


def is_behind():
    """Whether the story that was worked on last, or the newest photo, cannot be found by its words."""
    story = Article.objects.filter(IS_AHEAD).order_by("-changed_at", "-pk").values_list("pk", flat=True)[:1]
    photo = Photo.objects.order_by("-pk").values_list("pk", flat=True)[:1]
    newest = ((list(story), tables.WORKING), (list(photo), tables.PHOTOS))
    return any(tables.held(keys, table) != keys for keys, table in newest)


def stories(text, among=None):
    """The ids of at most MOST of the newest articles whose working copy or edition answers what somebody typed.

    Of them those that are `among` a queryset of Articles, asked in the same question.
    """
    query = _query(text)
    return [] if query is None else _found(Article, tables.newest_articles(query, MOST), among)


def photos(text, among=None):
    """The ids of at most MOST of the newest photos whose words answer what somebody typed.

    Of them those that are `among` a queryset of Photos, asked in the same question.
    """
    query = _query(text)
    return [] if query is None else _found(Photo, tables.newest_photos(query, MOST), among)


def quotes(text):
    """The ids of the Quotes whose words, attribution or speaker answer what somebody typed.

    Looked for in the newest MOST editions that answer it and that readers see or will see.
    """
    query = _query(text)
    if query is None:
        return []
    said = Quote.objects.filter(edition__in=tables.newest_editions(query, MOST))
    rows = said.order_by().values_list("pk", "text", "attribution", "person", "edition__language")
    return [pk for pk, words, attribution, person, language in rows
            if query.is_answered_by(_said(f"{words}\n{attribution}", language, person))]  # fmt: skip


def _found(model, statement, among):
    """The ids that a (statement, its values) yields, of those `among` a queryset of the model or of all rows."""
    rows = model.objects.all() if among is None else among
    return list(rows.filter(pk__in=RawSQL(*statement)).order_by().values_list("pk", flat=True))  # noqa: S611  ours


def _wanted():
    """The articles whose working copy is not the words of an edition in the readers' index."""
    is_found = Exists(SearchEntry.objects.filter(article=OuterRef("pk")))
    return Article.objects.filter(IS_AHEAD | ~is_found)


def _rewrite(keys):
    """Write working copies anew, their rows locked."""
    list(Article.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    keep(keys)


def _rewrite_photos(keys):
    """Write photos anew, their rows locked."""
    for photo in Photo.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
        keep_photo(photo)


def _query(text):
    """The Query of what an editor typed, the last word perhaps only begun; None when there is no word in it."""
    typed = parts_of(text)[0]
    directory = look_up([word for part in typed for word in part.words], at=None)
    query = begun(query_of(text, directory.languages, directory.pointers(typed)))
    return None if query.asks_nothing else query


def _said(text, language, person):
    """The terms of some words, and of the Person with this id, who may be None."""
    return " ".join([terms_of(text, language), *pointers(None, speakers=[person])])


def _words(article, topics, signed):
    """The Words of a working copy; a note for colleagues is found too."""
    told = (article.place, written_words(article.body), article.lead_caption, article.editor_note)
    people = pointed_to(article.body)
    return Words(
        rowid=article.pk,
        headline=terms_of(article.headline, article.language),
        names=" ".join(pointers(article.desk_id, topics=topics, mentioned=people, bylines=signed)),
        dek=terms_of(article.dek, article.language),
        body=cut(terms_of("\n".join(told), article.language)),
    )


def _words_of_photo(photo):
    """The Words of a photo: its caption as the headline, and all else that is said of it."""
    said = "\n".join(getattr(photo, name) for name in PHOTO_WORDS)
    language = settings.LANGUAGE_CODE  # nobody says in which language a caption is
    caption, rest = terms_of(photo.caption, language), cut(terms_of(said, language))
    return Words(rowid=photo.pk, headline=caption, names="", dek="", body=rest)
