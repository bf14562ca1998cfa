"""Loads the demo newsroom through the verbs that editors use; its dates are relative to now, so it never looks old."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from articles.editorial.directory import entries
from articles.editorial.directory.people_in_text import people_by_key
from articles.editorial.directory.suggested_people import save_suggestions
from articles.editorial.publishing import publish, schedule, withdraw
from articles.editorial.refusals import Refusal
from articles.editorial.shelves.templates import make_template
from articles.editorial.site import publisher
from articles.editorial.site.language_versions import say_same
from articles.editorial.site.next_story import pin_next
from articles.editorial.writing import drafts, review
from articles.models.article import Article
from articles.models.person import PersonAlias
from articles.models.publisher import StaticPage
from articles.models.staff_message import StaffMessage
from articles.models.user import User
from articles.text.body.body import Body
from articles.text.languages.folding import fold
from articles.text.wire.people import find_people
from media import ingest

HERE = Path(__file__).parent
ACCOUNTS = {"reporter": "reporter", "editor": "editor", "photo": "photo editor", "chief": "chief"}
OFFSET = re.compile(r"([+-])(?:(\d+)d)? ?(?:(\d+)h)? ?(?:(\d+)m)?")
KEY = re.compile(r'data-(person|photo)="([^"]+)"')


class AccountTaken(Refusal):
    """Somebody has one of the demo's user names, and the demo gives nobody another password."""

    sentence = "The demo makes users of its own, but there are some already: {names}."


def load(password: str) -> int:
    """Create the demo accounts with `password`, the directory, the photos and the stories; returns how many stories.

    All or nothing, but for the photos, whose files do not roll back and which a second run finds again. What the
    directory has by name already is used as it is. Raises AccountTaken.
    """
    refuse_taken_names()
    newsroom = tomllib.loads((HERE / "newsroom.toml").read_text())
    photos = {entry["key"]: _photo(entry) for entry in newsroom["photos"]}
    with transaction.atomic():
        cast = {name: _account(name, group, password) for name, group in ACCOUNTS.items()}
        chief = cast["chief"]
        shelf = {
            "photo": photos,
            "desk": {entry["key"]: _desk(entry, place, chief) for place, entry in enumerate(newsroom["desks"])},
            "topic": {entry["key"]: _topic(entry, photos, chief) for entry in newsroom["topics"]},
            "person": {entry["key"]: _person(entry, photos, chief) for entry in newsroom["people"]},
        }
        for entry in newsroom["templates"]:
            _template(entry, shelf["desk"], chief)
        for place, entry in enumerate(newsroom["pages"], start=1):
            _page(entry, place, chief)
        stories = [_read(path) for path in sorted((HERE / "stories").glob("*.html"))]
        stories.sort(key=lambda story: story.get("published", ""))
        articles = {story["slug"]: _story(story, shelf, cast) for story in stories}
        for story in stories:
            if "same" in story:
                say_same(articles[story["slug"]], articles[story["same"]], by=cast["editor"])
            if "next" in story:
                pin_next(articles[story["slug"]], articles[story["next"]], by=cast["editor"])
        for entry in newsroom["topics"]:
            if "explainer" in entry:
                _pin(entry, shelf, articles, cast["editor"])
        StaffMessage.objects.update(read_at=timezone.now())  # what is new is what people do from here on
        for name in ACCOUNTS:  # only now: nobody wants a letter about each of the demo's stories
            User.objects.filter(username=name).update(email=f"{name}@example.org")
    return len(articles)


def refuse_taken_names() -> None:
    """Raise AccountTaken when there are users with names that the demo needs."""
    taken = sorted(User.objects.filter(username__in=ACCOUNTS).values_list("username", flat=True))
    if taken:
        raise AccountTaken(names=", ".join(taken))


def is_wanted() -> bool:
    """Whether the newsroom holds no story yet, so that the demo may be loaded."""
    return not Article.objects.exists()


def _account(name, group, password):
    """A member of staff who can log in."""
    user = User(username=name, first_name="Demo", last_name=name, is_staff=True)
    user.set_password(password)
    user.save()
    user.groups.set([Group.objects.get(name=group)])
    return user


def _photo(entry):
    """A photo of the library with its rights."""
    words = {name: entry[name] for name in ("caption", "credit", "alt")}
    photo = ingest.ingest((HERE / entry["file"]).read_bytes(), by=None, **words)
    facts = {name: entry[name] for name in ("creator", "copyright", "focus_x", "focus_y")}
    return ingest.update(photo, None, **words, **facts, usage_terms=entry["licence"])


def _desk(entry, place, chief):
    """A desk, in the order of the file."""
    facts = {name: entry[name] for name in ("name", "slug", "description")}
    return entries.get_or_create_desk(**facts, position=place, by=chief)


def _topic(entry, photos, chief):
    """A topic with its picture."""
    facts = {"description": entry["description"], "picture": photos.get(entry.get("picture"))}
    return entries.get_or_create_topic(entry["name"], **facts, by=chief)


def _pin(entry, shelf, articles, editor):
    """The story to begin with, and the topics that go with it by hand; what somebody chose already stays."""
    topic = shelf["topic"][entry["key"]]
    if not topic.explainer_id:
        topic.explainer = articles[entry["explainer"]]
        entries.save_topic(topic, [shelf["topic"][key] for key in entry["related"]], by=editor)


def _person(entry, photos, chief):
    """A person with their aliases."""
    facts = {name: entry[name] for name in ("name", "role", "organisation", "pronouns", "bio")}
    facts["earlier_roles"] = entry.get("earlier_roles", "")
    portrait = photos.get(entry.get("portrait"))
    person = entries.get_or_create_person(**facts, on_staff=entry["staff"], portrait=portrait, by=chief)
    for alias in entry["aliases"]:
        PersonAlias.objects.get_or_create(person=person, key=fold(alias), defaults={"name": alias})
    return person


def _template(entry, desks, chief):
    """A template that stories are begun from."""
    template = make_template(entry["name"], by=chief)
    fields = {name: entry[name] for name in ("headline", "dek", "body", "editor_note", "word_budget")}
    drafts.save(template, by=chief, version=template.version, desk=desks.get(entry.get("desk")), **fields)


def _page(entry, place, chief):
    """A static page, in the order of the file."""
    if not StaticPage.objects.filter(slug=entry["slug"]).exists():
        publisher.save_static_page(StaticPage(**entry, position=place), by=chief)


def _read(path):
    """A story file: its front matter as a dict, with `body` and, from the file's name, `slug`."""
    _, front, body = path.read_text().split("+++\n", 2)
    return tomllib.loads(front) | {"body": body.strip(), "slug": path.stem.split("-", 1)[1]}


def _story(story, shelf, cast):
    """An article in the state the file asks for."""
    body = KEY.sub(lambda found: f'data-{found[1]}="{shelf[found[1]][found[2]].pk}"', story["body"])
    first, *printings = _printings(story, body)
    article = drafts.begin(
        by=cast["reporter"],
        headline=story["headline"],
        dek=story.get("dek", ""),
        slug=story["slug"],
        body=first,
        language=story["language"],
        label=story["label"],
        place=story["place"],
        desk=shelf["desk"][story["desk"]],
        lead_topic=shelf["topic"][story["topic"]],
        topics=[shelf["topic"][key] for key in story["topics"]],
        bylines=[shelf["person"][key] for key in story["bylines"]],
        lead_photo=shelf["photo"].get(story.get("lead_photo")),
        lead_caption=story.get("lead_caption", ""),
        original_date=_moment(story["published"]) if story.get("published", "").startswith("-") else None,
    )
    if story.get("names_wait"):
        saved = Body(article.body)
        named = find_people(block.text for block in saved.blocks)
        save_suggestions(article, named, people_by_key(each.name for each in named), linked=saved.mentioned_people)
    _bring_to(article, story, printings, cast)
    return article


def _printings(story, body):
    """The bodies to print, one after the other: with the mistakes that its corrections speak of, then with one less."""
    bodies = [body]
    for correction in reversed(story.get("corrections", ())):
        bodies.insert(0, bodies[0].replace(correction["right"], correction["printed"]))
    return bodies


def _bring_to(article, story, printings, cast):
    """Carry the article to its state by the verbs; `printings` are the bodies that its corrections bring."""
    editor, state = cast["editor"], story.get("state", "live")
    if state == "submitted":
        review.submit(article, by=cast["reporter"])
    elif state == "scheduled":
        schedule.schedule(article, by=editor, at=_moment(story["published"]))
    elif state in ("live", "withdrawn"):
        publish.publish(article, by=editor)
    for correction, body in zip(story.get("corrections", ()), printings, strict=True):
        article = drafts.save(article, by=editor, version=article.version, body=body)
        publish.correct(article, by=editor, text=correction["text"])
    if state == "withdrawn":
        withdraw.withdraw(article, by=editor, notice=story["public_note"], reason="The demo shows a withdrawn story.")


def _moment(offset):
    """The time that lies `offset` ("-1d 3h 20m", "+2d") from now. Raises ValueError for another offset."""
    found = OFFSET.fullmatch(offset)
    if found is None:
        raise ValueError(offset)
    sign, days, hours, minutes = found.groups(default="0")
    distance = timedelta(days=int(days), hours=int(hours), minutes=int(minutes))
    return timezone.now() + (distance if sign == "+" else -distance)
