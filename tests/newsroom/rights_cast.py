"""Who asks, and for what: the people of the table of rights, and a newsroom with one of everything.

The stories stand on the desk World and were begun by `system`, or by whoever is an OWNER. The librarian and the typist
are roles that a newsroom could cut for itself: one keeps photos and may not look at stories, one writes stories and may
look at nothing else.
"""

import itertools
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.editorial.directory.rename import alias
from articles.editorial.publishing import publish
from articles.editorial.site.calendar_address import make_calendar_address
from articles.editorial.site.front_order import keep_order
from articles.editorial.writing import preview_links
from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.directory_change import DirectoryChange
from articles.models.house_word import HouseWord
from articles.models.log_entry import LogEntry
from articles.models.section import Quote, Section
from articles.models.user import User
from articles.models.view_count import ViewCount
from media import ingest
from tests import builders

# Name → (role, desk it works for or "" for all).
PEOPLE = {
    "anonymous": None,
    "reader": ("no staff", ""),
    "stranger": ("stranger", ""),
    "librarian": ("librarian", ""),
    "typist": ("typist", ""),
    "reporter": ("reporter", ""),
    "writer": ("reporter", ""),
    "photo editor": ("photo editor", ""),
    "editor": ("editor", ""),
    "editor here": ("editor", "World"),
    "editor elsewhere": ("editor", "Sport"),
    "owner elsewhere": ("editor", "Sport"),
    "chief": ("chief", ""),
    "chief elsewhere": ("chief", "Sport"),
    "superuser": ("superuser", ""),
}
OWNERS = ("writer", "owner elsewhere")
# One of each role; the others differ from these only where stories or desks are asked for.
ROLES = ("anonymous", "stranger", "librarian", "typist", "reporter", "photo editor", "editor", "chief", "superuser")
STAGES = ("draft", "submitted", "scheduled", "live", "withdrawn")
CANARY = "Quagmire"  # in every story, and in nothing that those may have who may not look at stories


@dataclass
class World:
    """One of everything."""

    users: dict[str, User] = field(default_factory=dict)
    stories: dict[str, Article] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    def own(self, article: Article, name: str) -> None:
        """Let the story be one that the person began."""
        Article.objects.filter(pk=article.pk).update(created_by=self.users[name])


def make_world() -> World:
    """A World, in the test's database."""
    world = World()
    desk, other = builders.a_desk("World"), builders.a_desk("Sport")
    draft = keep_order([], by=builders.system(), expected=[], desk=desk)
    world.things |= {"desk": desk, "other desk": other, "draft of an order": draft}
    _people(world, {"World": desk, "Sport": other})
    _stories(world, desk)
    _things(world)
    return world


def _people(world, desks):
    rights = Permission.objects.filter(content_type__app_label__in=("articles", "media"))
    group = {name: Group.objects.create(name=name) for name in ("librarian", "typist")}
    group["librarian"].permissions.set(rights.filter(content_type__app_label="media"))
    group["typist"].permissions.set(rights.filter(codename__in=("add_article", "change_article")))
    for name, made in PEOPLE.items():
        if made is None:
            continue
        role, desk = made
        user = builders.user_in(*([] if role in ("no staff", "stranger", "superuser") else [role]), username=name)
        user.is_staff, user.is_superuser = role != "no staff", role == "superuser"
        user.save()
        user.desks.set([desks[desk]] if desk else [])
        world.users[name] = user
    make_calendar_address(world.users["chief"])


def _stories(world, desk):
    make = {
        "draft": builders.draft_article,
        "submitted": builders.submitted_article,
        "scheduled": builders.scheduled_article,
        "live": builders.live_article,
        "withdrawn": builders.withdrawn_article,
    }
    for stage in STAGES:
        photo = builders.a_photo(caption="Shown.")
        said = f'<h2>{CANARY} falls</h2><blockquote data-attribution="Bo Lind"><p>We {CANARY}.</p></blockquote>'
        world.stories[stage] = make[stage](
            desk=desk, headline=f"{CANARY} {stage}", body=said, lead_photo=photo, lead_topic=builders.a_topic()
        )
        world.things[f"photo of {stage}"] = photo


def _things(world):
    system, live, draft = builders.system(), world.stories["live"], world.stories["draft"]
    person = builders.a_person("Ana Diaz", bio="Flies.")
    alias(person, "Anita", by=system)
    publish.correct(live, by=system, text=f"No {CANARY}.")
    ViewCount.objects.count_one(live.pk, timezone.localdate())
    photo = ingest.replace(builders.a_photo(), builders.picture_bytes(), by=system)
    ingest.update(world.things["photo of live"], None, caption="Shown anew.")
    world.things |= {
        "person": person,
        "topic": builders.a_topic(),
        "directorychange": DirectoryChange.objects.latest("pk"),
        "personsuggestion": builders.a_suggestion(draft),
        "logentry": LogEntry.objects.filter(article=draft).latest("pk"),
        "edition": builders.live_edition(live),
        "scheduled edition": world.stories["scheduled"].editions.get(),
        "section": Section.objects.latest("pk"),
        "quote": Quote.objects.latest("pk"),
        "correction": Correction.objects.latest("pk"),
        "viewcount": ViewCount.objects.latest("pk"),
        "houseword": HouseWord.objects.create(wrong="web site", right="website"),
        "staticpage": builders.a_static_page(),
        "photo": photo,
        "former": photo.former_originals.get(),
        "link": preview_links.share(draft, by=system, days=7),
        "group": Group.objects.get(name="reporter"),
        "user": builders.reporter(username="colleague"),
    }
    for article in world.stories.values():
        article.refresh_from_db()


def content_type(thing):
    """The number by which Django's own addresses name a kind of row."""
    return ContentType.objects.get_for_model(thing).pk


def rotated(names, stages):
    """(name, stage) of each name with one stage, another one for each; all of them come up."""
    return list(zip(names, itertools.cycle(stages), strict=False))
