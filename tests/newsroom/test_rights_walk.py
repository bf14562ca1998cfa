"""Random people of random roles and desks do random things at random addresses, and hear of nothing that is not theirs.

Every headline, text, note and caption has a word of its own, a canary. Whoever hears one may look at the story, or the
photo, itself, or readers have it. On each database.
"""

import itertools
import json
import logging
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from articles.embargo import Kind
from articles.models.article import Article
from articles.models.edition import Edition
from media import ingest
from tests import builders
from tests.articles.editorial.random_walk import Walk, walk
from tests.newsroom import rights_rows  # noqa: F401  fills the table
from tests.newsroom.rights_cast import PEOPLE, STAGES, make_world
from tests.newsroom.rights_table import LIBRARY, READ, ROWS
from tests.newsroom.test_rights_table import _path as path_of

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 1, 12, tzinfo=UTC)
CANARY = re.compile(r"zorb[a-z]{4}")
PERSON = st.sampled_from(sorted(PEOPLE))
LISTENER = st.sampled_from(["librarian", "librarian", "stranger", "reader", "anonymous", "typist", "photo editor"])
STORY = st.integers(0, 20)
VERBS = ("publish", "submit", "approve", "send_back", "withdraw", "cancel")
BOARD = "/admin/articles/article/"
ADDRESSES = sorted(ROWS)


def canaries():
    """One word after the other."""
    for letters in itertools.product("abcdefghij", repeat=4):
        yield f"zorb{''.join(letters)}"


class Newsroom(Walk):
    """The table's people at work; `words` has who may hear each canary: "story", "note" or "photo", and its number."""

    @initialize()
    def begin(self):
        self.enter(START)
        self.world, self.new, self.words = make_world(), canaries(), {}
        self.stories = [story.pk for story in self.world.stories.values()]
        self.clients = {name: Client() for name in PEOPLE}
        for name, user in self.world.users.items():
            self.clients[name].force_login(user)
            session = self.clients[name].session
            session.save()
        for number in range(len(self.stories)):
            self.write("superuser", number)
        self.illustrate(STAGES.index("draft"))
        self.illustrate(STAGES.index("scheduled"))

    def canary(self, kind, number):
        word = next(self.new)
        self.words[word] = (kind, number)
        return word

    @rule(person=PERSON, number=STORY)
    def write(self, person, number):
        """Other words in a story, if the person may."""
        article = Article.objects.get(pk=self.stories[number % len(self.stories)])
        head, body, note = (self.canary(kind, article.pk) for kind in ("story", "story", "note"))
        fields = {"headline": f"The {head}", "body": f"<p>A {body} fell.</p>", "editor_note": f"Ask {note}."}
        said = {"sheet": str(uuid4()), "version": article.version, "fields": fields}
        self.post(person, f"{BOARD}{article.pk}/autosave/", said)

    @rule(person=PERSON)
    def begin_story(self, person):
        head = next(self.new)
        answer = self.post(person, f"{BOARD}autosave/", {"sheet": str(uuid4()), "fields": {"headline": f"A {head}"}})
        if answer.status_code == 200:
            self.stories.append(answer.json()["article"])
            self.words[head] = ("story", self.stories[-1])

    @rule(number=STORY)
    def illustrate(self, number):
        """A photo whose every word is a canary, in a story."""
        photo = builders.a_photo()
        words = {name: f"A {self.canary('photo', photo.pk)}." for name in ("caption", "alt", "credit", "place")}
        photo = ingest.update(photo, None, **words)
        builders.edited(Article.objects.get(pk=self.stories[number % len(self.stories)]), lead_photo=photo)

    @rule(person=PERSON, number=STORY, verb=st.sampled_from(VERBS))
    def decide(self, person, number, verb):
        """A button of the board."""
        chosen = {"action": verb, "_selected_action": [self.stories[number % len(self.stories)]], "index": 0}
        self.post(person, BOARD, chosen | {"note": "Because."}, as_json=False)

    @rule(
        person=PERSON.filter(lambda name: name not in ("anonymous", "superuser")),
        desks=st.sets(st.sampled_from(["desk", "other desk"])),
    )
    def move(self, person, desks):
        """Somebody works for other desks."""
        self.world.users[person].desks.set([self.world.things[name] for name in desks])

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)
        self.traveller.move_to(self.now, tick=False)

    @rule(person=LISTENER | PERSON, name=st.sampled_from(ADDRESSES), number=STORY, posted=st.booleans())
    def look(self, person, name, number, posted):
        """Any address of the site, asked as the table asks it, of any story; and posted to, which is taken back."""
        story = Article.objects.get(pk=self.stories[number % len(self.stories)])
        for row in ROWS[name]:
            try:
                path, query = path_of(name, row.args(self.world, story)), urlencode(row.query(self.world, story))
            except (NoReverseMatch, AttributeError, StopIteration):
                continue  # a story without what the address is about
            if not posted:
                self.get(person, f"{path}?{query}")
                continue
            with transaction.atomic():
                self.post(person, f"{path}?{query}", row.body(self.world, story), as_json=row.is_json)
                transaction.set_rollback(True)
            self.clients[person].force_login(self.world.users[person]) if person in self.world.users else None

    @rule(person=LISTENER, word=st.integers(0, 500))
    def search(self, person, word):
        """For a canary, wherever one can search."""
        sought = list(self.words)[word % len(self.words)]
        for path in (BOARD, "/admin/media/photo/", "/admin/articles/quote/", "/admin/articles/logentry/", "/search/"):
            self.get(person, f"{path}?q={sought}", but_for=sought)

    @rule(person=LISTENER)
    def look_at_photos(self, person):
        """The library, and each photo's screen with the stories that show it."""
        photos = {number for kind, number in self.words.values() if kind == "photo"}
        for path in (
            "/admin/media/photo/",
            "/admin/media/photo/at-risk/",
            *(f"/admin/media/photo/{pk}/change/" for pk in photos),
        ):
            self.get(person, path)

    def get(self, person, address, but_for=""):
        answer = self.clients[person].get(address)
        self.listen(person, address, answer, but_for)

    def post(self, person, address, body, *, as_json=True):
        client = self.clients[person]
        answer = (
            client.post(address, json.dumps(body), content_type="application/json")
            if as_json
            else client.post(address, body)
        )
        mine = " ".join(map(str, body.values())) + json.dumps(body, default=str)
        self.listen(person, address, answer, mine)
        return answer

    def listen(self, person, address, answer, but_for):
        """Fail when the answer has a canary that is not this person's to hear, but for what they said themselves."""
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = f"{answer.headers} {body.decode(errors='replace')}"
        heard = set(CANARY.findall(text.lower())) - set(CANARY.findall(but_for))
        public = readers_words(timezone.now()) if heard and person not in READ & LIBRARY else ""
        wrong = [
            word
            for word in heard
            if not self.may_hear(person, *self.words.get(word, ("story", 0))) and word not in public
        ]
        assert not wrong, f"{person} hears {[self.words.get(word) for word in wrong]} at {address}"

    def may_hear(self, person, kind, number):
        """Whether the person may look at the thing itself: whoever may look at a story has its photos with it."""
        return person in READ or (kind == "photo" and person in LIBRARY) or person == "superuser"


def readers_words(now):
    """All words that readers have or had, in one text."""
    out = Edition.objects.started(now).filter(kind=Kind.PUBLISHED)
    said = out.values_list("headline", "dek", "path", "sections__html", "placements__caption", "placements__credit")
    shown = out.values_list("placements__photo__alt", "placements__photo__credit", "placements__photo__caption")
    return " ".join(str(word) for row in (*said, *shown) for word in row).lower()


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """Refusals are what is tried here."""
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)
    monkeypatch.setattr("accounts.middleware._refused", lambda request: None)
    monkeypatch.setattr("accounts.again.is_recent", lambda request, now: True)


def test_nobody_hears_what_is_not_theirs():
    walk(Newsroom, 2, steps=30)


@pytest.mark.trial
def test_nobody_hears_what_is_not_theirs_however_long_they_try():
    walk(Newsroom, 60, steps=60)


def test_walk_hears_what_is_told_to_somebody_who_may_not_have_it(monkeypatch):
    monkeypatch.setattr("media.signals._may_have", lambda by, told: True)
    newsroom = Newsroom()
    newsroom.begin()
    with pytest.raises(AssertionError, match="librarian hears"):
        newsroom.look_at_photos(person="librarian")
    newsroom.teardown()
