"""Rename, alias, merge and split with their undo: what points where, what readers find, and what is refused."""

import pytest
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.directory.change_steps import MergedAway, SameName
from articles.editorial.directory.merge_people import IntoItself, merge
from articles.editorial.directory.references import ReferenceCounts, count_references
from articles.editorial.directory.rename import alias, rename
from articles.editorial.directory.split import NoStories, split
from articles.editorial.directory.undo import NotUndoable, undo
from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import withdraw
from articles.models.article import Article, ArticleByline
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.log_entry import LogEntry
from articles.models.person import Person, PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.publisher import StaticPage
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.topic import ArticleTopic, Topic
from articles.search import index, tables
from articles.signals import directory_changed
from articles.text.body.person_links import pointed_to
from tests.builders import (
    a_desk,
    a_person,
    a_photo,
    a_topic,
    draft_article,
    edited,
    editor,
    live_article,
    live_edition,
    photo_editor,
    put_out,
    reporter,
    scheduled_article,
    system,
    withdrawn_article,
)

pytestmark = pytest.mark.django_db
POINTING = (Article, ArticleByline, ArticleTopic, Edition, EditionTopic, Mention, Byline, Quote, Section)
POINTING += (PhotoPlacement, PersonSuggestion, PersonAlias, StaticPage, Topic.related.through)
NAMED = [
    (a_desk, entries.get_or_create_desk),
    (a_topic, entries.get_or_create_topic),
    (a_person, entries.get_or_create_person),
]


def naming(*people):
    """A body that names each of the people, and in which each says one thing."""
    named = "".join(f'<p><span data-person="{p.pk}">{p.name}</span> came.</p>' for p in people)
    said = "".join(
        f'<blockquote data-person="{p.pk}" data-attribution="{p.name}"><p>“So says {p.name}.”</p></blockquote>'
        for p in people
    )
    return named + said


def everything():
    """Every row that points to the directory, the directory itself, and the index: what undo has to bring back."""
    rows = {model.__name__: list(model._base_manager.order_by("pk").values()) for model in POINTING}
    return rows | {"words": tables.all_rows()}


def of_today(*models):
    """The columns of the rows of today."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def story_of_both(one, other, **fields):
    """A live story with photos that names and quotes both, signed by both, and a page of the house that names both."""
    photo = a_photo()
    figure = (
        f'<figure data-photo="{photo.pk}"><figcaption><span data-person="{one.pk}">One</span></figcaption></figure>'
    )
    body = f'{naming(one, other)}<h2><span data-person="{one.pk}">He</span> left</h2><p>Gone.</p>{figure}'
    article = live_article(body=body, bylines=[one, other], **fields)
    StaticPage.objects.create(title="Us", slug="us", body=naming(one, other))
    PersonSuggestion.objects.create(article=article, name="Ann", as_written="Ann", person=one)
    return article


def test_merged_person_is_nowhere_and_undo_brings_every_row_back():
    ann, anne = a_person("Ann Lee", role="pilot", aliases=["Annie"]), a_person("Anne Lee", aliases=["annie", "Nan"])
    story_of_both(ann, anne)
    live_article(body=naming(ann), bylines=[ann])
    draft_article(body=naming(ann), bylines=[anne, ann])
    before, people = everything(), of_today(Person)
    change = merge(ann, into=anne, by=editor())
    assert not any(pk == ann.pk for pk in _pointed_people())
    assert set(Quote.objects.values_list("person", flat=True)) == {anne.pk}
    assert Quote.objects.count() == len(before["Quote"])
    assert [p.name for p in Person.objects.all()] == ["Anne Lee"]
    anne.refresh_from_db()
    assert anne.role == "pilot"
    assert sorted(name.lower() for name in anne.aliases.values_list("name", flat=True)) == ["ann lee", "annie", "nan"]
    assert_index_is_right()
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Person) == people


def _pointed_people():
    """The ids of all people that any row or mark points to."""
    for model in (Quote, Mention, Byline, ArticleByline, PersonSuggestion, PersonAlias):
        yield from model.objects.values_list("person", flat=True)
    texts = (
        (Section, "html"),
        (Section, "heading"),
        (PhotoPlacement, "caption"),
        (Article, "body"),
        (StaticPage, "body"),
    )
    for model, field in texts:
        for html in model.objects.values_list(field, flat=True):
            yield from pointed_to(html)


def assert_index_is_right():
    """The index is what a rebuilt one would be."""
    found = tables.all_rows()
    index.rebuild(now=timezone.now())
    assert tables.all_rows() == found


def test_story_about_the_mark_itself_is_left_alone():
    ann, talk = a_person("Ann"), draft_article()
    words = f'<p>Write <em>data-person="{ann.pk}"</em> there.</p>'
    Article.objects.filter(pk=talk.pk).update(body=words)
    change = merge(ann, into=a_person("Anne"), by=editor())
    talk.refresh_from_db()
    assert talk.body == words
    assert change.moved["texts"] == []


@pytest.mark.parametrize("lead", [0, 1])
def test_merged_topic_leads_where_either_led_and_undo_brings_every_row_back(lead):
    pair = [a_topic("Bridges"), a_topic("Spans")]
    live_article(topics=pair, lead_topic=pair[lead])
    live_article(topics=pair[:1], lead_topic=pair[0])
    live_article(topics=pair[1:])
    draft_article(topics=pair, lead_topic=pair[lead])
    before, topics = everything(), of_today(Topic)
    change = merge(pair[0], into=pair[1], by=editor())
    assert set(EditionTopic.objects.values_list("topic", flat=True)) == {pair[1].pk}
    assert EditionTopic.objects.filter(is_lead=True).count() == 2
    assert EditionTopic.objects.count() == 3 and ArticleTopic.objects.count() == 4
    assert set(Article.objects.values_list("lead_topic", flat=True)) == {pair[1].pk, None}
    assert entries.get_or_create_topic("BRIDGES", by=system()) == pair[1]
    assert_index_is_right()
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Topic) == topics


def test_merged_topic_hands_over_its_relations_picture_and_explainer():
    bridges, spans, piers, ferries = map(a_topic, ("Bridges", "Spans", "Piers", "Ferries"))
    bridges.picture, bridges.explainer = a_photo(), live_article(topics=[bridges])
    entries.save_topic(bridges, [spans, piers, ferries], by=system())
    entries.save_topic(spans, [bridges, piers], by=system())
    before, topics = everything(), of_today(Topic)
    change = merge(bridges, into=spans, by=editor())
    spans.refresh_from_db()
    assert set(spans.related.all()) == {piers, ferries}
    assert Topic.related.through.objects.count() == 4
    assert (spans.picture, spans.explainer) == (bridges.picture, bridges.explainer)
    undo(change, by=editor())
    assert (everything(), of_today(Topic)) == (before, topics)


def test_merged_desk_hands_over_stories_and_undo_brings_them_back():
    world, planet = a_desk("World"), a_desk("Planet")
    live_article(desk=world), withdrawn_article(desk=world), live_article(desk=planet), draft_article(desk=world)
    before, desks = everything(), of_today(Desk)
    change = merge(world, into=planet, by=editor())
    assert set(Article.objects.values_list("desk", flat=True)) == {planet.pk}
    assert not Edition.objects.filter(desk=world).exists()
    assert entries.get_or_create_desk("world", by=system()) == planet
    assert_index_is_right()
    undo(change, by=editor())
    assert everything() == before
    assert of_today(Desk) == desks


def test_old_revision_points_to_what_took_its_place():
    ann, anne, bridges, spans = a_person("Ann"), a_person("Anne"), a_topic("Bridges"), a_topic("Spans")
    world, planet = a_desk("World"), a_desk("Planet")
    fields = {"topics": [bridges, spans], "lead_topic": bridges, "desk": world}
    article = withdrawn_article(body=naming(ann, anne), bylines=[ann, anne], **fields)
    for old, new in ((ann, anne), (bridges, spans), (world, planet)):
        merge(old, into=new, by=editor())
    edition = withdraw.restore(article, by=editor())
    assert edition.desk == planet
    assert list(edition.topic_rows.values_list("topic", "is_lead")) == [(spans.pk, True)]
    assert set(edition.quotes.values_list("person", flat=True)) == {anne.pk}
    assert set(edition.byline_rows.values_list("person", flat=True)) == {anne.pk}
    assert {pk for html in edition.sections.values_list("html", flat=True) for pk in pointed_to(html)} == {anne.pk}


def test_extent_counts_stories_quotes_drafts_and_apart_from_them_what_is_scheduled():
    ann, topic = a_person("Ann"), a_topic("Bridges")
    assert count_references(ann) == ReferenceCounts(0, 0, 0, 0)
    put_out(edited(live_article(body=naming(ann), topics=[topic]), dek="Again."))
    withdrawn_article(body=naming(ann), bylines=[ann])
    draft_article(body=naming(ann), topics=[topic])
    scheduled_article(body=naming(ann), topics=[topic])
    assert count_references(ann) == ReferenceCounts(stories=2, quotes=1, drafts=1, scheduled=1)
    assert count_references(topic) == ReferenceCounts(stories=1, quotes=0, drafts=1, scheduled=1)
    assert count_references(a_desk()) == ReferenceCounts(stories=2, quotes=0, drafts=1, scheduled=1)


def test_second_merge_leaves_no_chain_and_is_undone_first():
    one, two, three = (a_topic(name) for name in ("One", "Two", "Three"))
    first, by = merge(one, into=two, by=editor()), editor()
    second = merge(two, into=three, by=by)
    assert entries.get_or_create_topic("one", by=by) == three
    with pytest.raises(NotUndoable, match="since. First undo this: “Two” is part of “Three”.$"):
        undo(first, by=by)
    undo(second, by=by)
    assert entries.get_or_create_topic("one", by=by) == two
    undo(first, by=by)
    assert entries.get_or_create_topic("one", by=by) == one


@pytest.mark.parametrize(("make", "model"), [(a_desk, Desk), (a_topic, Topic), (a_person, Person)])
def test_rename_moves_the_page_and_undo_brings_it_back(make, model):
    row = make("World")
    slug, by = row.slug, editor()
    change = rename(row, "  The   Planet ", by=by)
    row.refresh_from_db()
    assert (row.name, row.key, row.slug) == ("The Planet", "the planet", "the-planet")
    assert model.rows.get(slug=slug).redirects_to == row
    assert list(model.objects.all()) == [row]
    undo(change, by=by)
    row.refresh_from_db()
    assert (row.name, row.key, row.slug) == ("World", "world", slug)
    assert model.rows.get(slug="the-planet").redirects_to == row
    assert not PersonAlias.objects.exists()


@pytest.mark.parametrize(("make", "named"), NAMED)
def test_renamed_is_found_by_its_old_name_and_can_have_it_back(make, named):
    row, by = make("World"), editor()
    rename(row, "Planet", by=by)
    assert named("WORLD", by=by) == named("planet", by=by) == row
    rename(row, "World", by=by)
    row.refresh_from_db()
    assert row.name == "World"
    assert type(row).rows.count() == 2


def test_rename_may_leave_the_address():
    topic = a_topic("Bridges")
    change = rename(topic, "Spans", by=editor(), moves=False)
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Spans", "bridges")
    assert a_topic("bridges") == topic
    undo(change, by=editor())
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Bridges", "bridges")


def test_rename_in_case_and_accents_needs_no_other_address():
    topic = a_topic("Cafe")
    change = rename(topic, "Café", by=editor())
    topic.refresh_from_db()
    assert (topic.name, topic.slug, Topic.rows.count()) == ("Café", "cafe", 1)
    undo(change, by=editor())
    topic.refresh_from_db()
    assert topic.name == "Cafe"


def test_rename_to_the_name_of_another_is_refused_with_the_other():
    topic, other = a_topic("Bridges"), a_topic("Café")
    with pytest.raises(entries.NameTaken, match="topic of that name already") as refused:
        rename(topic, "CAFE", by=editor())
    assert refused.value.row == other
    merge(other, into=topic, by=editor())
    with pytest.raises(entries.NameTaken, match="called “Bridges” today"):
        entries.save_entry(Topic(name="cafe"), by=editor())
    with pytest.raises(SameName):
        rename(topic, " Bridges", by=editor())


@pytest.mark.parametrize(("make", "named"), NAMED)
def test_alias_finds_and_undo_forgets_it(make, named):
    row, by = make("World"), editor()
    change = alias(row, "Abroad", by=by)
    assert named("ABROAD", by=by) == row
    with pytest.raises(SameName):
        alias(row, "abroad", by=by)
    undo(change, by=by)
    assert named("Abroad", by=by) != row


def test_split_takes_the_stories_chosen_and_undo_brings_all_back():
    ann = a_person("Ann Lee")
    theirs, hers = live_article(body=naming(ann), bylines=[ann]), live_article(body=naming(ann))
    before, by = everything(), editor()
    change = split(ann, "Ann Lee", articles=[hers, live_article()], by=by)
    other = Person.objects.get(pk=change.other)
    assert (other.name, other.slug) == ("Ann Lee", "ann-lee")
    assert live_edition(hers).quotes.get().person == other
    assert live_edition(theirs).quotes.get().person == ann
    assert pointed_to(live_edition(hers).sections.get().html) == [other.pk, other.pk]
    assert_index_is_right()
    Article.objects.filter(pk=hers.pk).update(headline="New")
    later = live_article(body=naming(other))
    undo(change, by=by)
    assert live_edition(later).quotes.get().person == ann
    assert Person.rows.get(pk=other.pk).redirects_to == ann
    for kind in ("Quote", "Mention", "Byline", "Section"):
        assert everything()[kind][: len(before[kind])] == before[kind]


def test_split_of_a_topic_needs_another_name_and_stories():
    topic, by = a_topic("Bridges"), editor()
    article = live_article(topics=[topic])
    with pytest.raises(NoStories, match="Choose the stories"):
        split(topic, "Arches", articles=[live_article()], by=by)
    with pytest.raises(entries.NameTaken):
        split(topic, "BRIDGES", articles=[article], by=by)
    split(topic, "Arches", articles=[article], by=by)
    assert live_edition(article).topic_rows.get().topic.name == "Arches"
    assert article.topic_rows.get().tag.name == "Arches"


def test_merge_into_itself_or_of_what_is_merged_is_refused():
    one, two, by = a_topic("One"), a_topic("Two"), editor()
    with pytest.raises(IntoItself):
        merge(one, into=one, by=by)
    merge(one, into=two, by=by)
    with pytest.raises(MergedAway, match="“One” is part of “Two” by now"):
        merge(two, into=one, by=by)


def test_only_editors_reorder_and_the_log_knows(django_capture_on_commit_callbacks):
    topic, other = a_topic("One"), a_topic("Two")
    heard = []

    def hear(sender, **kwargs):
        heard.append(sender)

    for by in (reporter(), photo_editor()):
        for action in (
            lambda by=by: rename(topic, "Three", by=by),
            lambda by=by: alias(topic, "Three", by=by),
            lambda by=by: merge(topic, into=other, by=by),
            lambda by=by: split(topic, "Three", articles=[], by=by),
        ):
            with pytest.raises(Forbidden):
                action()
    directory_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        change = merge(topic, into=other, by=editor())
    with pytest.raises(Forbidden, match="undo a change of a topic"):
        undo(change, by=reporter())
    with django_capture_on_commit_callbacks(execute=True):
        undo(change, by=editor())
    directory_changed.disconnect(hear)
    assert len(heard) == 2
    assert [(entry.verb, entry.note) for entry in LogEntry.objects.all()[:2]] == [
        ("undo merge topic", "“One” is part of “Two”"),
        ("merge topic", "“One” is part of “Two”"),
    ]
    assert str(change) == "“One” is part of “Two”"
