"""People of one name are told apart wherever one is chosen; of a name that nobody shares nothing more is said."""

from django.urls import reverse

from articles.admin.directory import namesakes
from articles.models.person import Person
from tests.builders import a_person, a_topic, live_article

BYLINE = {"app_label": "articles", "model_name": "articlebyline", "field_name": "person"}


def offered(client, term, **field):
    answer = client.get(reverse("admin:autocomplete"), {**BYLINE, **field, "term": term})
    return [row["text"] for row in answer.json()["results"]]


def test_autocomplete_tells_namesakes_apart_and_nobody_else(editor):
    known = a_person("Donald Tusk", role="prime minister", organisation="Poland")
    other = a_person("Donald Túsk")
    a_person("Donald Duck", role="duck")
    saying = f'<blockquote data-person="{known.pk}" data-attribution="He"><p>“Yes.”</p></blockquote>'
    live_article(body=saying, bylines=[known])
    live_article(bylines=[known])
    assert sorted(offered(editor, "donald")) == [
        "Donald Duck",
        f"Donald Tusk (prime minister, Poland, 2 stories, {known.get_absolute_url()})",
        f"Donald Túsk (0 stories, {other.get_absolute_url()})",
    ]
    merge = {"model_name": "person", "field_name": "redirects_to"}
    assert len(set(offered(editor, "donald tusk", **merge))) == 2


def test_topics_are_offered_by_their_names(editor):
    a_topic("Bridges")
    assert offered(editor, "brid", model_name="topic", field_name="redirects_to") == ["Bridges"]


def test_autocomplete_asks_no_more_where_there_are_no_namesakes(editor, django_assert_num_queries):
    offered(editor, "ada")
    a_person("Ada One")
    with django_assert_num_queries(6):
        assert len(offered(editor, "ada")) == 1
    for number in range(9):
        a_person(f"Ada Another {number}")
    with django_assert_num_queries(6):
        assert len(offered(editor, "ada")) == 10


def test_very_many_stories_are_not_counted_to_the_end(db, monkeypatch):
    monkeypatch.setattr(namesakes, "COUNTED", 1)
    person, _ = a_person("Ann Lee"), a_person("Ann Lee")
    for _ in range(3):
        live_article(bylines=[person])
    label = namesakes.distinct_label(Person.objects.with_namesakes().get(pk=person.pk))
    assert label == f"Ann Lee (more than 1 stories, {person.get_absolute_url()})"
