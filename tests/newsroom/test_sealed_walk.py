"""A sealed story leaves no trace: every address of the admin is walked by everybody to whom it is not open.

The story, and another that is sealed and scheduled, are stuffed with words that occur nowhere else. What is in the
directory or in the library is everybody's; that one of these stories has it is not.
"""

import json
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editorial.writing import preview_links, review, seal
from articles.models.article import Article
from articles.models.user import User
from articles.search import rebuild_index
from tests import admin_walking, builders, walking
from tests.admin_walking import ask
from tests.newsroom import canaries
from tests.newsroom.canaries import WORDS

pytestmark = pytest.mark.django_db

OF_THE_LIBRARY = {"caption", "credit", "alt"}
OF_THE_DIRECTORY = {"topic", "description", "person", "alias", "byline", "bio"}
# Words that the canaries of an embargo have no place for.
MORE = {
    "lead caption": "zorvantip",
    "lead credit": "quilmatesk",
    "embargo": "brexhondal",
    "suggested": "Vombritsky",
    "log": "tavrelocus",
    "for whom": "plendarquix",
    "desk": "Snorvelding",
}
SECRET = {part: word for part, word in WORDS.items() if part not in OF_THE_LIBRARY | OF_THE_DIRECTORY} | MORE
ANY = re.compile("|".join(SECRET.values()), re.IGNORECASE)


def traces(address, text):
    """The secret words in a text, but for those that were asked."""
    return {word.lower() for word in ANY.findall(text)} - {word.lower() for word in ANY.findall(address)}


@pytest.fixture
def cast(time_machine):
    """{name: User}: the owner of the seal, who else is in, and everybody who is not."""
    return {
        "owner": builders.editor(username="owner", email="owner@example.org"),
        "inside": builders.reporter(username="inside", email="inside@example.org"),
        "reporter": builders.reporter(email="reporter@example.org"),
        "editor": builders.editor(email="editor@example.org"),
        "photo editor": builders.photo_editor(email="photo@example.org"),
        "chief": builders.chief(email="chief@example.org"),
        "stranger": builders.stranger(),
        "superuser": User.objects.create_superuser("root", "root@example.org", "x"),
    }


OUTSIDE = ("superuser", "chief", "editor", "reporter", "photo editor", "stranger")


@pytest.fixture
def sealed(cast):
    """A sealed draft and a sealed story that is scheduled, each with every kind of words and everything beside them."""
    desk = builders.a_desk()
    draft = canaries.caged(desk).article
    more = {
        "lead_caption": f"The {MORE['lead caption']}.",
        "lead_credit": MORE["lead credit"],
        "embargo_words": f"EMBARGOED, says {MORE['embargo']}",
    }
    draft = builders.edited(draft, **more)
    builders.a_suggestion(draft, name=f"Bo {MORE['suggested']}")
    draft = review.submit(draft, by=cast["owner"])
    review.send_back(draft, by=cast["owner"], note=f"Ask {MORE['log']}.")
    preview_links.share(draft, by=cast["owner"], days=3, for_whom=MORE["for whom"])
    due = builders.draft_article(
        headline=f"{canaries.said('headline')} Is Due",
        body=f"<p>A {WORDS['body']}, “a {WORDS['quote']} never lies,” she said.</p>",
        lead_photo=draft.lead_photo,
        desk=desk,
    )
    builders.put_out(due, at=timezone.now() + timedelta(days=1))
    kind = ContentType.objects.get_for_model(Article)
    mail.outbox.clear()
    for story in (draft, due):
        LogEntry.objects.create(
            user=cast["chief"],
            content_type=kind,
            object_id=str(story.pk),
            object_repr=str(story),
            action_flag=CHANGE,
            change_message="",
        )
        seal.seal(story, by=cast["owner"], to=[cast["inside"]])
    return Article.objects.get(pk=draft.pk), Article.objects.get(pk=due.pk)


def client_of(user):
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client


def asked_of(stories):
    """Addresses with questions about the stories: searches, filters, choosers and what the sheet asks."""
    lists = ["article", "edition", "section", "quote", "correction", "logentry", "person", "topic", "directorychange"]
    lists = [f"/admin/articles/{name}/" for name in lists] + ["/admin/media/photo/"]
    for word in SECRET.values():
        yield from (f"{each}?q={word}" for each in lists)
        yield f"{reverse('admin:articles_article_order')}?q={word}"
        yield f"{reverse('admin:articles_article_ask_people')}?q={word}"
        yield f"{reverse('admin:articles_article_ask_photos')}?q={word}"
        yield f"{reverse('admin:articles_article_ask_targets')}?q={word}"
        yield f"/search/?q={word}"
        yield f"/search/suggestions/?q={word[:5]}"
    soon = timezone.now() + timedelta(days=1)
    for state in (
        "mine",
        "submitted",
        "approved",
        "scheduled",
        "ahead",
        "live",
        "down",
        "draft",
        "scraps",
        "templates",
    ):
        yield f"/admin/articles/article/?state={state}"
    for story in stories:
        yield f"{reverse('admin:articles_article_ask_targets')}?linked={story.pk}"
        yield f"/admin/articles/article/?desk__id__exact={story.desk_id}"
        yield f"/admin/articles/logentry/?article__id__exact={story.pk}"
        yield f"/admin/articles/personsuggestion/?story={story.pk}"
        yield f"/admin/articles/article/{story.pk}/revisions/compare/?from=1"
        yield f"/admin/articles/article/photo-words/?photos={story.lead_photo_id}"
        yield f"/admin/articles/article/{story.pk}/revisions/compare/?from=1&to=live&sides"
        yield f"/admin/articles/article/new/?of={story.pk}"
        yield f"/admin/articles/article/{story.pk}/preview/?framed"
    yield f"/admin/articles/article/planned/?month={soon:%Y-%m}"
    yield from (f"/admin/switch/?q={word}" for word in ("", *SECRET.values()))
    for model in ("topic", "person", "desk", "photo"):
        yield f"/admin/media/{model}/?q=the" if model == "photo" else f"/admin/articles/{model}/?q=a"


def posts_to(stories):
    """(address, what is posted) of whatever changes or asks something of a story, with its number and version."""
    for story in stories:
        at = f"/admin/articles/article/{story.pk}/"
        data = {"sheet": str(uuid4()), "version": story.version, "fields": {}, "base": None, "mine": {}}
        for name in ("autosave", "reconcile", "here", "standing", "left"):
            yield f"{at}{name}/", {"json": json.dumps(data)}
        for asked in ({"do": "comment", "text": "x"}, {"do": "seen"}, {"do": "assign"}):
            yield f"{at}comments/", {"json": json.dumps(asked)}
        version = {"version": story.version, "seen": story.timeline_version}
        revision = ("revisions/1/restore", "revisions/1/name")
        for name in ("change", "notice", "leading", "links", "delete", "redact", *revision, "seal"):
            yield f"{at}{name}/", {"form": {**version, "do": "unseal", "_verb": "save", "reason": "x", "is_sure": "on"}}
        for action in ("publish", "submit", "approve", "send_back", "schedule", "withdraw", "cancel"):
            yield (
                "/admin/articles/article/",
                {
                    "form": {
                        "action": action,
                        "_selected_action": story.pk,
                        "note": "x",
                        "publish_at": "2030-01-01T10:00",
                    }
                },
            )
        for way in ({"with": "copy", "story": story.pk}, {"with": "new-template", "of": story.pk, "name": "x"}):
            yield "/admin/articles/article/new/", {"form": way}
        for row in story.suggestions.all():
            for do in (f"accept:{row.pk}", f"drop:{row.pk}", "accept:ticked", "drop:ticked"):
                yield "/admin/articles/personsuggestion/", {"form": {"do": do, "ticked": row.pk}}
        yield "/admin/articles/article/order/", {"form": {"order": story.pk, "move": f"on:{story.pk}"}}


def test_sealed_story_leaves_no_trace_to_anybody_who_is_not_named(cast, sealed):
    rebuild_index.rebuild()
    found, numbers = {}, {story.pk for story in sealed}
    kept = {story.pk: (story.version, story.stage) for story in sealed}
    addresses = [*admin_walking.addresses(), *asked_of(sealed)]
    for role in OUTSIDE:
        client = client_of(cast[role])
        for address, posted in [*((each, {}) for each in addresses), *posts_to(sealed)]:
            answer = ask(client, address, **posted)
            text = answer.text + ask(client, "/admin/").text if posted and answer.status == 302 else answer.text
            assert answer.status < 500, (role, address)
            if heard := traces(address, text):
                found[role, address, str(posted)[:60]] = heard
            if not posted and not says_sealed(address) and (said := links_in(address, text) & numbers):
                found[role, address, "link"] = said
    assert found == {}, "\n".join(map(str, found.items()))
    assert {story.pk: (story.version, story.stage) for story in Article.objects.filter(pk__in=numbers)} == kept
    assert all(story.is_sealed for story in Article.objects.filter(pk__in=numbers))
    assert len(addresses) > 300
    assert [mail for mail in mail.outbox if traces("", mail.subject + mail.body)] == []


def says_sealed(address):
    """Whether a page may name the sealed stories, as such: the log, a photo that one has, what one did oneself."""
    is_search = "?q=" in address
    return address == "/admin/" or (("/logentry/" in address or "/media/photo/" in address) and not is_search)


def links_in(address, text):
    """The numbers of the stories to whose screens a page leads, but for that of its own address."""
    found = {int(number) for number in re.findall(r"/admin/articles/article/(\d+)/", text)}
    return found - {int(number) for number in re.findall(r"/admin/articles/article/(\d+)/", address)}


def test_board_says_that_there_is_a_sealed_story_and_the_log_that_it_was_sealed(cast, sealed):
    chief = client_of(cast["chief"])
    board, log = ask(chief, "/admin/articles/article/").text, ask(chief, "/admin/articles/logentry/").text
    for story in sealed:
        assert f"Sealed story {story.pk}" in board
        assert f"Sealed story {story.pk}" in log
        assert ask(chief, f"/admin/articles/article/{story.pk}/change/").status == 403
    assert "owner" not in board
    lines = [line for line in re.findall(r"<tr>.*?</tr>", log, re.DOTALL) if "Sealed story" in line]
    assert len(lines) == 2 and not any("owner" in line for line in lines)


def test_readers_and_holders_of_links_find_no_trace(sealed):
    links = [link.get_absolute_url() for story in sealed for link in story.preview_links.all()]
    assert links
    for address in ["/", "/latest/", "/feeds/rss.xml", "/sitemap.xml", "/search/?q=headline", *links]:
        answer = walking.get(address)
        assert not traces(address, answer.text)
    assert [walking.get(link).status for link in links] == [404]


@pytest.mark.parametrize("who", ["owner", "inside"])
def test_whoever_is_named_works_as_on_any_story(cast, sealed, who):
    client, draft = client_of(cast[who]), sealed[0]
    sheet = ask(client, f"/admin/articles/article/{draft.pk}/change/")
    assert sheet.status == 200
    assert traces("", sheet.text) >= {WORDS[part].lower() for part in ("headline", "dek", "body", "note")}
    assert ask(client, f"/admin/articles/article/{draft.pk}/preview/").status == 200
    assert ask(client, f"/admin/articles/article/{draft.pk}/revisions/").status == 200
    board = ask(client, "/admin/articles/article/").text
    assert f"Sealed story {draft.pk}" in board
    assert not traces("", board), "lists show no words to anybody: openings are noted, and people look over shoulders"
