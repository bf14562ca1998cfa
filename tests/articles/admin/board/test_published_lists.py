"""The searchable lists of what was published."""

import pytest
from django.urls import reverse
from lxml import html

from articles.editorial.publishing import publish
from articles.models.article import Article
from articles.models.log_entry import LogEntry
from tests import builders
from tests.articles.admin.forms import change_url

QUOTED = '<p>It rained.</p><h2>The <em>wait</em></h2><blockquote data-attribution="Bo"><p>{}</p></blockquote>'


def listed(client, name, **query):
    return client.get(reverse(f"admin:articles_{name}_changelist"), query).text


@pytest.mark.django_db
def test_quotes_are_found_by_their_words_and_lead_to_their_story(editor):
    article = builders.live_article(body=QUOTED.format("We have waited."))
    builders.live_article(body=QUOTED.format("No comment."))
    page = listed(editor, "quote", q="waited")
    assert "We have waited." in page and "No comment." not in page
    assert change_url(article) in page
    quote = article.editions.get().quotes.get()
    assert f'href="{article.editions.get().path}#{quote.anchor}"' in page


@pytest.mark.django_db
def test_sections_are_found_by_their_words_without_marks(editor):
    builders.live_article(body=QUOTED.format("We have waited."))
    page = listed(editor, "section", q="wait")
    assert "The wait" in page and "<em>wait" not in page
    assert "Lead" in listed(editor, "section", q="rained")


@pytest.mark.django_db
def test_public_link_is_only_there_while_the_words_are(editor):
    article = builders.withdrawn_article(body=QUOTED.format("We have waited."))
    page = listed(editor, "section")
    assert "not live" in page and f'href="{article.editions.last().path}' not in page
    assert "not live" in listed(editor, "edition")


@pytest.mark.django_db
def test_corrections_and_log_lead_to_their_story(editor):
    article = builders.live_article()
    publish.correct(article, by=builders.system(), text="The year was wrong.")
    assert change_url(article) in listed(editor, "correction", q="year")
    log = listed(editor, "logentry", q="correct")
    assert change_url(article) in log and "The year was wrong." in log
    builders.a_topic("Ferries")
    assert "Ferries" in listed(editor, "logentry", q="topic")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["edition", "section", "quote", "correction", "logentry"])
def test_lists_ask_as_often_for_three_rows_as_for_one(editor, django_assert_num_queries, name):
    def story():
        article = builders.live_article(body=QUOTED.format("We wait."), bylines=[builders.a_person()])
        publish.correct(article, by=editor.user, text="The year was wrong.")

    url = reverse(f"admin:articles_{name}_changelist")
    story()
    editor.get(url)
    with django_assert_num_queries(QUERIES[name]):
        editor.get(url)
    story()
    story()
    with django_assert_num_queries(QUERIES[name]):
        editor.get(url)


QUERIES = {"edition": 9, "section": 6, "quote": 6, "correction": 6, "logentry": 7}


def test_log_says_headlines_where_a_note_has_numbers(chief):
    story = builders.live_article(headline="The Bridge")
    builders.put_on_top(story.pk)
    page = chief.get(reverse("admin:articles_logentry_changelist")).text
    assert f'Front page: <a href="{change_url(story)}">The Bridge</a>' in page and f"story {story.pk}" not in page


def test_entry_of_the_log_says_by_whom_and_about_which_story(chief):
    article = builders.live_article(headline="Dam Holds")
    entry = LogEntry.objects.filter(article=article, verb="publish").get()
    page = chief.get(reverse("admin:articles_logentry_change", args=[entry.pk])).content.decode()
    assert change_url(article) in page and "Dam Holds" in page and "Article:" not in page


def test_log_is_of_a_story_or_of_a_person(chief):
    ada = builders.editor(username="ada")
    ours, other = builders.draft_article(by=ada, headline="The Bridge"), builders.draft_article(headline="The Ferry")
    log = reverse("admin:articles_logentry_changelist")
    page = chief.get(log, {"article__id__exact": ours.pk}).content.decode()
    assert "What was done with “The Bridge”" in page and "The Ferry" not in page
    assert f"{log}?article__id__exact={ours.pk}" in chief.get(change_url(ours)).content.decode()
    page = chief.get(log, {"by__id__exact": ada.pk}).content.decode()
    assert "What ada did" in page and "The Ferry" not in page
    assert f"{log}?by__id__exact={ada.pk}" in chief.get(reverse("admin:articles_user_changelist")).content.decode()
    assert other.headline in chief.get(log).content.decode()
    assert chief.get(log, {"by__id__exact": "x" * 30}, follow=True).status_code == 200


def test_edition_without_an_end_has_an_open_one_in_words(editor):
    edition = builders.live_edition(builders.live_article())
    for name, args in (("changelist", []), ("change", [edition.pk])):
        page = editor.get(reverse(f"admin:articles_edition_{name}", args=args)).text
        assert "until further notice" in page and "9000" not in page


def test_sections_are_listed_by_their_words_as_readers_have_them(chief):
    builders.live_article(body="<h2>Up &amp; away</h2><p>It climbs 1,604&nbsp;meters.</p><p>Then <em>down</em>.</p>")
    page = html.fromstring(chief.get(reverse("admin:articles_section_changelist")).text).text_content()
    assert "Up & away" in page and "It climbs 1,604 meters. Then down." in " ".join(page.split())


@pytest.mark.django_db
def test_log_is_sifted_by_verb_and_a_verb_of_sealed_stories_alone_is_not_offered(chief, editor):
    article = builders.live_article(headline="Ferries")
    log = reverse("admin:articles_logentry_changelist")
    page = chief.get(log).text
    assert "?verb=publish" in page
    assert "Ferries" in chief.get(log, {"verb": "publish"}).text
    assert "Ferries" not in chief.get(log, {"verb": "withdraw"}).text
    LogEntry.objects.filter(article=article).update(verb="hush")
    Article.objects.filter(pk=article.pk).update(is_sealed=True)
    assert "hush" not in editor.get(log).text
