"""Scraps: drafts of a few words that nobody went on with. They leave the boards, and come back when written on."""

from datetime import datetime, timedelta

from django.db.models.functions import Length

from articles.models.article import IS_AHEAD, Article, Shelf, Stage
from articles.text.body.body import Body
from articles.text.languages.word_count import count_words

FEWEST_WORDS = 10
AFTER = timedelta(days=1)
# Of so few words no more than this is made; what is longer is not parsed only to learn that it is no scrap.
LONGEST_HTML = 2000


def sweep_scraps(now: datetime) -> int:
    """Put drafts of fewer than FEWEST_WORDS, untouched for a day at `now`, among the scraps; how many they were.

    What somebody is to write, or colleagues talk about, stays where it is, however few its words.
    """
    old = Article.objects.filter(
        IS_AHEAD,
        shelf=Shelf.STORIES,
        stage=Stage.DRAFT,
        is_sealed=False,
        assigned_to=None,
        due_at=None,
        open_comments=0,
        changed_at__lt=now - AFTER,
        editions=None,
    )
    short = old.annotate(length=Length("body")).filter(length__lte=LONGEST_HTML)
    found = [article.pk for article in short.only("headline", "dek", "body") if _words_of(article) < FEWEST_WORDS]
    # Asked again of the row itself: somebody may have gone on with it in between.
    return old.filter(pk__in=found).update(shelf=Shelf.SCRAPS)


def _words_of(article: Article) -> int:
    return count_words(f"{article.headline}\n{article.dek}") + Body(article.body).word_count
