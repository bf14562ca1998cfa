"""Which story is the same one in another language: readers are led from each to the others, and lists have one."""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from articles.editorial.changed_pages import stories_change
from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_choose_next_story, require
from articles.editorial.refusals import Refusal
from articles.models.article import Article, LanguageVersion
from articles.models.user import User
from articles.signals import timeline_changed


class SameLanguage(Refusal):
    """A story is the same as another one only in another language."""

    sentence = gettext_lazy("“{story}” is in the same language. Choose the story in another one.")


class VersionIsItself(Refusal):
    """A story is no version of itself."""

    sentence = gettext_lazy("A story is the same as itself. Choose the one in another language.")


def original_of(article: Article) -> Article | None:
    """The story that this one is in another language, or None."""
    row = LanguageVersion.objects.filter(article=article).select_related("of").first()
    return row.of if row else None


def versions_of(article: Article) -> list[Article]:
    """The stories that are this one in other languages, as editors have said of them."""
    return [row.article for row in LanguageVersion.objects.filter(of=article).select_related("article").order_by("pk")]


@noted
def say_same(article: Article, of: Article | None, *, by: User) -> Article | None:
    """Say that `article` is the story `of` in another language, or for None that it is a story by itself.

    Where `of` is a version itself, it is one of what that is; versions of `article` go along. Returns the story that
    lists have. Raises Forbidden, VersionIsItself or SameLanguage.
    """
    may = may_choose_next_story(by, article) and (of is None or Article.objects.open_to(by).contains(of))
    require(may, gettext("say which story this is in another language"))
    with transaction.atomic():
        main = (original_of(of) or of) if of else None
        if of == article or main == article:
            raise VersionIsItself
        before = original_of(article)
        theirs = list(LanguageVersion.objects.filter(of=article).values_list("article_id", flat=True))
        touched = {article.pk, *theirs, *(each.pk for each in (main, before) if each)}
        locked = Article.objects.select_for_update().only("pk", "language", "headline").filter(pk__in=touched)
        stories = {each.pk: each for each in locked.order_by("pk")}
        if main:
            _require_other_languages(main, [stories[pk] for pk in (article.pk, *theirs)], article)
        now = timezone.now()
        stories_change(touched, now)
        LanguageVersion.objects.filter(article=article).delete()
        if main:
            LanguageVersion.objects.filter(of=article).update(of=main)
            LanguageVersion.objects.create(article=article, of=main)
        stories_change(touched, now)
        log_action(article, "language-version", by, f"story {main.pk}" if main else "")
        for pk in touched:
            transaction.on_commit(partial(timeline_changed.send, sender=None, article_id=pk))
    return main


def _require_other_languages(main: Article, joining: list[Article], article: Article) -> None:
    """Raises SameLanguage where a story that joins `main` is in the language of one that is there."""
    rows = LanguageVersion.objects.filter(of=main).exclude(article=article).select_related("article")
    there = {each.language: each for each in (main, *(row.article for row in rows))}
    for each in joining:
        if each.language in there:
            raise SameLanguage(story=str(there[each.language]))
