"""Photos that readers have: whoever publishes there changes what readers have of them, and nobody else does."""

import itertools

import pytest
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.permissions import beyond, may_publish
from articles.editorial.site import publisher, shown_photos
from articles.editorial.writing.seal import seal
from articles.models.edition import Edition
from articles.models.log_entry import LogEntry
from articles.models.publisher import Publisher
from media import ingest
from media.models import Photo
from media.refusals import NotYours
from media.signals import refused_to
from tests import builders, walking

pytestmark = pytest.mark.django_db
ROLES = {role.__name__: role for role in (builders.reporter, builders.photo_editor, builders.editor, builders.chief)}


def _in_story(make, *names):
    def place(photo):
        for name in names:
            make(lead_photo=photo, desk=builders.a_desk(name))

    return place


def _in_text(photo):
    builders.live_article(body=f'<p>It rained.</p><figure data-photo="{photo.pk}"></figure>', desk=builders.a_desk())


def _portrait(photo):
    entries.save_entry(entries.Person(name="Ada Portrait", portrait=photo), by=builders.system())


def _topic(photo):
    topic = builders.a_topic()
    topic.picture = photo
    entries.save_topic(topic, [], by=builders.system())


def _page(photo, **fields):
    builders.a_static_page(body=f'<p>Us.</p><figure data-photo="{photo.pk}"></figure>', **fields)


def _logo(photo):
    row = Publisher.objects.get()
    row.logo = photo
    publisher.save_publisher(row, by=builders.system())


EVERYBODY = {*ROLES, "editor of World", "editor of Sport", "chief of Sport"}
ON_WORLD = {"editor", "chief", "editor of World"}
# Where a photo is → who may change what readers have of it.
MAY = {
    "nowhere": (lambda photo: None, EVERYBODY),
    "draft": (_in_story(builders.draft_article, "World"), EVERYBODY),
    "withdrawn": (_in_story(builders.withdrawn_article, "World"), EVERYBODY),
    "live": (_in_story(builders.live_article, "World"), ON_WORLD),
    "due": (_in_story(builders.scheduled_article, "World"), ON_WORLD),
    "in the text": (_in_text, ON_WORLD),
    "on two desks": (_in_story(builders.live_article, "World", "Sport"), {"editor", "chief"}),
    "portrait": (_portrait, EVERYBODY),
    "topic": (_topic, EVERYBODY - {"photo_editor"}),
    "static page": (_page, {"chief", "chief of Sport"}),
    "hidden page": (lambda photo: _page(photo, is_public=False), EVERYBODY),
    "logo": (_logo, {"chief", "chief of Sport"}),
}


def somebody(name):
    """A person named as in MAY: of a role, or of a role on one desk."""
    role, _, desk = name.partition(" of ")
    user = ROLES[role]()
    user.desks.set([builders.a_desk(desk)] if desk else [])
    return user


@pytest.mark.once
@pytest.mark.parametrize("where", MAY)
def test_s3_what_readers_have_is_changed_by_those_who_publish_there(where):
    place, may = MAY[where]
    photo = builders.a_photo()
    place(photo)
    asked = {name: refused_to(somebody(name), [photo.pk]) for name in EVERYBODY}
    assert {name for name, refused in asked.items() if not refused} == may
    for refused in filter(None, asked.values()):
        assert "Ask an editor or a chief" in refused[photo.pk].sentence


DEEDS = {
    "replace": lambda photo, by: ingest.replace(photo, builders.picture_bytes(), by=by),
    "put back": lambda photo, by: ingest.put_back(photo.former_originals.first(), by=by),
    "end the licence": lambda photo, by: ingest.update(photo, by, licence_ends_at=timezone.now()),
    "another alt text": lambda photo, by: ingest.update(photo, by, alt="Another."),
    "decorative": lambda photo, by: ingest.update(photo, by, alt="", decorative=True),
    "credit": lambda photo, by: ingest.update(photo, by, credit="Photo: Mine"),
    "focus": lambda photo, by: ingest.update(photo, by, focus_x=0.1),
    "made by a machine": lambda photo, by: ingest.update(photo, by, source_type="trainedAlgorithmicMedia"),
}


DESCRIBES = {"another alt text", "decorative", "credit", "focus"}


@pytest.mark.parametrize("deed", DEEDS)
def test_picture_desk_describes_and_cuts_a_live_photo_and_does_nothing_else_with_it(deed):
    photo = ingest.replace(builders.a_photo(), builders.picture_bytes(), by=None)
    builders.live_article(lead_photo=photo)
    before, desk = Photo.objects.values().get(), builders.photo_editor()
    if deed in DESCRIBES:
        DEEDS[deed](photo, desk)
        assert LogEntry.objects.get(note__startswith=f"photo {photo.pk}").by == desk
    else:
        with pytest.raises(NotYours, match="is in “Bridge .*, which is out"):
            DEEDS[deed](photo, desk)
    assert (Photo.objects.values().get() != before) == (deed in DESCRIBES)


# Where a photo is → whether the picture desk of World, and one of all desks, describes it.
DESCRIBED = {
    "live": (True, True),
    "due": (True, True),
    "in the text": (True, True),
    "on two desks": (False, True),
    "topic": (False, False),
    "logo": (False, False),
}


@pytest.mark.parametrize("where", DESCRIBED)
def test_picture_desk_describes_the_photos_of_its_desks(where):
    photo = builders.a_photo()
    MAY[where][0](photo)
    refused = [refused_to(somebody(f"photo_editor{of}"), [photo.pk])[photo.pk] for of in (" of World", "")]
    assert tuple("alt" not in each.fields for each in refused) == DESCRIBED[where]
    assert all("original" in each.fields for each in refused)


def test_picture_desk_describes_no_photo_of_a_sealed_story_and_with_four_eyes_none_of_its_own(settings):
    desk, photo, other = builders.photo_editor(), builders.a_photo(), builders.a_photo(80, 60)
    sealed = builders.live_article(lead_photo=photo)
    builders.live_article(lead_photo=other).__class__.objects.filter(lead_photo=other).update(created_by=desk)
    seal(sealed, by=builders.editor())
    assert "alt" in refused_to(desk, [photo.pk])[photo.pk].fields
    assert "alt" not in refused_to(desk, [other.pk])[other.pk].fields
    settings.FOUR_EYES = True
    assert "alt" in refused_to(desk, [other.pk])[other.pk].fields


@pytest.mark.parametrize("deed", DEEDS)
def test_reporter_changes_nothing_of_a_live_photo_and_an_editor_does_with_a_line_in_the_log(deed):
    photo = ingest.replace(builders.a_photo(), builders.picture_bytes(), by=None)
    builders.live_article(lead_photo=photo)
    before = Photo.objects.values().get()
    with pytest.raises(NotYours, match="is in “Bridge .*, which is out"):
        DEEDS[deed](photo, builders.reporter())
    assert Photo.objects.values().get() == before and not LogEntry.objects.filter(note__startswith="photo").exists()
    editor = builders.editor()
    DEEDS[deed](photo, editor)
    assert Photo.objects.values().get() != before
    assert LogEntry.objects.get(note__startswith=f"photo {photo.pk}").by == editor


def test_of_a_story_that_is_due_no_word_is_said():
    photo = builders.a_photo()
    builders.scheduled_article(lead_photo=photo, headline="Secret")
    assert "Secret" not in refused_to(builders.reporter(), [photo.pk])[photo.pk].sentence


def test_same_picture_taken_in_again_fills_no_gap_that_readers_would_see():
    data = builders.picture_bytes()
    photo = ingest.ingest(data, by=None, caption="A flag")
    builders.a_static_page(body=f'<p>Us.</p><figure data-photo="{photo.pk}"></figure>')
    again = ingest.ingest(data, by=builders.reporter(), alt="Mine", credit="Mine")
    assert (again.pk, again.alt, again.credit) == (photo.pk, "", "")
    assert ingest.ingest(data, by=builders.chief(), alt="Ours").alt == "Ours"


def test_what_only_the_newsroom_sees_anybody_changes_and_readers_notice_nothing():
    photo = builders.a_photo()
    builders.live_article(lead_photo=photo, headline="Bridge", slug="bridge", lead_topic=builders.a_topic())
    path = builders.live_edition(Edition.objects.get().article).path
    starts = ("/", path, f"{path}ninjs.json", "/feeds/rss.xml", "/feeds/feed.json", "/topics/bridges/")
    before = walking.walk(starts)
    told = {name: f"Another {name}" for name in (ingest.CHANGEABLE - shown_photos.IN_STORIES)}
    assert told.keys() == {"caption", "description", "people", "place", "source"}
    ingest.update(photo, builders.reporter(), **told)
    after = walking.walk(starts)
    assert {at: answer.body for at, answer in after.items()} == {at: answer.body for at, answer in before.items()}


def test_caption_is_frozen_in_stories_but_not_on_pages():
    photo = builders.a_photo()
    builders.live_article(lead_photo=photo)
    assert "caption" not in refused_to(builders.reporter(), [photo.pk])[photo.pk].fields
    _page(photo)
    assert "caption" in refused_to(builders.reporter(), [photo.pk])[photo.pk].fields


def test_programs_change_what_they_like():
    assert refused_to(None, [builders.live_article(lead_photo=builders.a_photo()).lead_photo_id]) == {}


@pytest.mark.once
def test_many_stories_are_judged_as_each_one_is(settings):
    article, desks = (
        builders.live_article(desk=builders.a_desk("World")),
        [(), ("World",), ("Sport",), ("World", "Sport")],
    )
    for role, names in itertools.product(ROLES, desks):
        user = ROLES[role]()
        user.desks.set([builders.a_desk(name) for name in names])
        for owner, eyes in itertools.product((user, builders.system()), (False, True)):
            type(article).objects.filter(pk=article.pk).update(created_by=owner)
            article.refresh_from_db()
            settings.FOUR_EYES = eyes
            may = may_publish(user, article) and not (eyes and owner == user)
            assert beyond(user, Edition.objects.all()).exists() != may, (role, names, owner == user, eyes)


def test_who_writes_only_their_own_has_no_say_in_the_rest():
    user = builders.reporter()
    user.user_permissions.add(*builders.chief().groups.get().permissions.filter(codename="publish_article"))
    user = type(user).objects.get(pk=user.pk)
    own, other = builders.live_article(by=builders.system()), builders.live_article()
    type(own).objects.filter(pk=own.pk).update(created_by=user)
    assert [row.article_id for row in beyond(user, Edition.objects.all())] == [other.pk]


def test_desk_of_the_story_and_desk_that_readers_find_it_on_both_count():
    user = builders.editor()
    user.desks.set([builders.a_desk("Sport")])
    article = builders.live_article(desk=builders.a_desk("World"))
    type(article).objects.filter(pk=article.pk).update(desk=builders.a_desk("Sport"))
    assert beyond(user, Edition.objects.all()).exists()


@pytest.mark.parametrize("count", [1, 3])
def test_asking_costs_the_same_for_one_photo_and_three(count, django_assert_num_queries):
    photos = [builders.a_photo() for _ in range(count)]
    for photo in photos:
        builders.live_article(lead_photo=photo)
    user = builders.reporter()
    assert user.has_perm("articles.add_article")
    with django_assert_num_queries(5):
        assert refused_to(user, [photo.pk for photo in photos]).keys() == {photo.pk for photo in photos}
