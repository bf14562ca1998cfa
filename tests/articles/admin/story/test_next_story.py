"""The screen of what readers of a story are led to: the next story, and the record of what changed."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.site.language_versions import original_of
from articles.editorial.site.next_story import pin_next
from articles.editorial.writing import seal
from articles.embargo import current
from articles.models.article import Article
from articles.models.pin import Pin
from articles.models.private_history import PrivateHistory
from tests import builders
from tests.articles.admin.forms import change_url, messages_of
from tests.articles.reader.page_checks import queries

pytestmark = pytest.mark.django_db


def url(article):
    return reverse("admin:articles_article_next_story", args=[article.pk])


def test_next_story_is_chosen_and_taken_back(editor):
    article, following = builders.live_article(), builders.live_article()
    page = editor.post(url(article), {"next": following.pk, "has_public_history": "on"}, follow=True)
    assert "Saved." in messages_of(page)
    assert Pin.objects.get(article=article).next == following
    assert following.headline in editor.get(url(article)).content.decode()
    editor.post(url(article), {"next": "", "has_public_history": "on"})
    assert not Pin.objects.filter(current(timezone.now())).exists()


def test_record_is_closed_and_opened(editor):
    article = builders.live_article()
    editor.post(url(article), {"next": ""})
    assert PrivateHistory.objects.filter(article=article).exists()
    editor.post(url(article), {"next": "", "has_public_history": "on"})
    assert not PrivateHistory.objects.exists()


def test_story_does_not_lead_to_itself_and_nothing_else_is_saved(editor):
    article = builders.live_article()
    page = editor.post(url(article), {"next": article.pk})
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
    assert not PrivateHistory.objects.exists()


def test_only_who_publishes_the_story_decides(editor, reporter):
    article = builders.live_article()
    assert reporter.get(url(article)).status_code == 403
    assert url(article) in editor.get(change_url(article)).content.decode()
    assert url(article) not in reporter.get(change_url(article)).content.decode()


def chosen_before(client, article):
    """The rows of “Pinned before”: story, from, until, by whom; none where the table is not there."""
    page = html.fromstring(client.get(url(article)).content)
    rows = page.xpath("//section[@aria-labelledby='pinned-before']//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("./th | ./td")] for row in rows]


@pytest.fixture
def ten(time_machine):
    time_machine.move_to(datetime(2027, 5, 20, 10, tzinfo=UTC), tick=False)


@pytest.fixture
def three_choices(ten, editor, time_machine):
    """A story that led to one, to another, and to nothing, an hour each from ten on."""
    article, one, other = (builders.live_article(headline=name) for name in ("The Bridge", "The Ferry", "The Fair"))
    ada = builders.editor(username="ada", first_name="Ada", last_name="Diaz")
    for hour, following in enumerate((one, other, None)):
        time_machine.move_to(datetime(2027, 5, 20, 10 + hour, tzinfo=UTC), tick=False)
        pin_next(article, following, by=(ada, editor.user, ada)[hour])
    return article


def test_what_was_pinned_before_is_listed_with_its_times_and_who_chose(three_choices, editor):
    assert chosen_before(editor, three_choices) == [
        ["The Fair", "20 May 2027, 11:00", "20 May 2027, 12:00", str(editor.user)],
        ["The Ferry", "20 May 2027, 10:00", "20 May 2027, 11:00", "ada"],
    ]
    page = html.fromstring(editor.get(url(three_choices)).content)
    assert page.xpath("//section[@aria-labelledby='pinned-before']//a/@href") == [
        change_url(Article.objects.get(headline=name)) for name in ("The Fair", "The Ferry")
    ]


def test_present_choice_says_since_when_and_stands_not_among_those_before(three_choices, editor, time_machine):
    time_machine.move_to(datetime(2027, 5, 20, 13, tzinfo=UTC), tick=False)
    gone = builders.editor(username="gone")
    pin_next(three_choices, Article.objects.get(headline="The Ferry"), by=gone)
    assert len(chosen_before(editor, three_choices)) == 2
    assert "holds since 20 May 2027, 13:00, made by gone." in editor.get(url(three_choices)).content.decode()
    gone.delete()
    assert "made by somebody who has left." in editor.get(url(three_choices)).content.decode()


def test_choice_taken_back_at_once_was_never_seen_and_nothing_is_listed_at_first(ten, editor):
    article, one = builders.live_article(), builders.live_article()
    assert "Pinned before" not in editor.get(url(article)).content.decode()
    pin_next(article, one, by=editor.user)
    pin_next(article, None, by=editor.user)
    assert chosen_before(editor, article) == []


def test_sealed_story_is_named_by_its_number_among_those_before(three_choices, editor):
    ferry = Article.objects.get(headline="The Ferry")
    seal.seal(ferry, by=builders.chief(), to=[])
    assert f"Sealed story {ferry.pk}" in [row[0] for row in chosen_before(editor, three_choices)]
    assert "The Ferry" not in html.tostring(
        html.fromstring(editor.get(url(three_choices)).content).xpath("//section[@aria-labelledby='pinned-before']")[0],
        encoding="unicode",
    )


def test_screen_asks_as_often_for_many_choices_as_for_one(ten, editor, time_machine):
    def asked():
        with queries() as told:
            editor.get(url(article))
        return len(told)

    article, one = builders.live_article(), builders.live_article()
    for number in range(12):
        time_machine.move_to(datetime(2027, 5, 20, 10, number, tzinfo=UTC), tick=False)
        following = None if number % 2 else (one if number else builders.live_article())
        pin_next(article, following, by=builders.editor(username=f"ed{number}"))
        if number == 1:
            once = asked()
    assert len(chosen_before(editor, article)) == 6
    assert asked() == once


def test_the_same_story_in_another_language_is_said_and_taken_back(editor):
    english, ukrainian = builders.live_article(), builders.live_article(language="uk", headline="Міст")
    builders.live_article(headline="In The Same Language")
    offered = html.fromstring(editor.get(url(english)).content.decode()).xpath("//input[@name='same']/@value")
    assert offered == ["", str(ukrainian.pk)]
    said = {"next": "", "has_public_history": "on"}
    page = editor.post(url(ukrainian), said | {"same": english.pk}, follow=True)
    assert "Saved." in messages_of(page)
    assert original_of(ukrainian) == english
    assert "Міст" in editor.get(url(english)).content.decode()
    editor.post(url(ukrainian), said | {"same": ""})
    assert original_of(ukrainian) is None


def test_story_in_its_own_language_is_refused_with_a_sentence(editor):
    article, other = builders.live_article(), builders.live_article(headline="Same Tongue")
    page = editor.post(url(article), {"next": "", "same": other.pk, "has_public_history": "on"})
    assert "“Same Tongue” is in the same language" in page.content.decode()
    assert original_of(article) is None
