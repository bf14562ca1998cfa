"""The canaries: a story of words that occur nowhere else, so that wherever one is read, the story has leaked."""

import re
from typing import NamedTuple

from articles.editorial.directory import entries
from articles.editorial.notes import comments
from articles.editorial.writing import drafts, review
from articles.models.comment import Field
from articles.models.person import Person, PersonAlias
from articles.text.compare.anchors import Anchor
from media.ingest import ingest
from tests import builders

# Each names the part of the story that it is in. No two are alike to an ear, and none is like an English word.
WORDS = {
    "headline": "quandrelith",
    "dek": "vorsamund",
    "body": "blintuspek",
    "subhead": "drokalfen",
    "quote": "fyzzegarn",
    "attribution": "mozhturip",
    "caption": "helvoxat",
    "credit": "pruntikaj",
    "alt": "skobbelund",
    "topic": "wugrimanth",
    "description": "tarquelib",
    "person": "xephandor",
    "alias": "jomblevic",
    "byline": "gudrakost",
    "place": "ostrupheln",
    "bio": "nymfrodak",
    "correction": "plindorvak",
    "note": "chevrabulk",
    "comment": "gravoltine",
    "reply": "zuthemarsk",
    "wording": "oplinquast",
    "ended comment": "yarvengold",
    "sent back": "bexurdane",
}
# What readers never see, whenever it is; the others come with the story.
FOR_COLLEAGUES = {"note", "comment", "reply", "wording", "ended comment", "sent back"}
_ANY = re.compile("|".join(WORDS.values()), re.IGNORECASE)


def twin(text):
    """The text with each canary spelt backwards: words that never were anywhere, as long as the canaries."""
    return _ANY.sub(lambda found: _in_case(found[0], found[0].lower()[::-1]), text)


def _in_case(model, word):
    return word.capitalize() if model[0].isupper() else word


def heard_in(text, *, but_for=""):
    """The canaries in a text, as a set of their parts, but for those that are in the address that was asked."""
    found = {word.lower() for word in _ANY.findall(text)} - {word.lower() for word in _ANY.findall(but_for)}
    return {part for part, word in WORDS.items() if word in found}


class Cage(NamedTuple):
    """The story and what was made for it."""

    article: object
    topic: object
    person: object
    byline: object
    photo: object


def said(part):
    """The canary of a part, with a capital."""
    return WORDS[part].capitalize()


def photo():
    """A photo whose every word is a canary."""
    words = {part: f"{said(part)} stands." for part in ("alt", "caption")}
    return ingest(builders.picture_bytes(640, 480), by=builders.system(), credit=f"{said('credit')} / Lens", **words)


def caged(desk):
    """A draft stuffed with canaries: a new topic, two new people, an alias, a photo twice, and every kind of words."""
    topic = entries.get_or_create_topic(said("topic"), by=builders.system())
    topic.description = f"All about the {WORDS['description']}."
    topic.save()
    picture = photo()
    person = Person.objects.create(
        name=f"Ada {said('person')}", slug=f"ada-{WORDS['person']}", bio=f"A {WORDS['bio']}.", portrait=picture
    )
    PersonAlias.objects.create(person=person, name=f"Ada {said('alias')}")
    byline = Person.objects.create(name=f"Bo {said('byline')}", slug=f"bo-{WORDS['byline']}", on_staff=True)
    body = (
        f'<p>The {WORDS["body"]} was seen by <span data-person="{person.pk}">Ada {said("person")}</span>.</p>'
        f'<blockquote data-person="{person.pk}" data-attribution="Ada {said("person")}, {WORDS["attribution"]}">'
        f"<p>“A {WORDS['quote']} never lies.”</p></blockquote>"
        f'<h2>The {said("subhead")}</h2><p>More of it.</p><figure data-photo="{picture.pk}"></figure>'
    )
    article = drafts.begin(
        by=builders.system(),
        headline=f"The {said('headline')} Is Found",
        dek=f"It was a {WORDS['dek']}.",
        body=body,
        desk=desk,
        place=said("place"),
        lead_topic=topic,
        topics=[topic, builders.a_topic("Bridges")],
        bylines=[byline],
        lead_photo=picture,
        editor_note=f"Ask the {WORDS['note']}.",
    )
    return Cage(_discussed(article), topic, person, byline, picture)


def _discussed(article):
    """The story after colleagues have had their say: sent back, with comments, an answer and a suggested wording."""
    editor = builders.editor()
    review.submit(article, by=builders.system())
    article = review.send_back(article, by=editor, note=f"It wants a {WORDS['sent back']}.")
    words = comments.Words(Field.BODY, Anchor(WORDS["body"], "The ", " was seen"))
    asked = comments.comment(article, by=editor, text=f"Why a {WORDS['comment']}?", about=words)
    comments.reply(asked, by=builders.system(), text=f"Because of the {WORDS['reply']}.")
    comments.comment(article, by=editor, text="", about=words, wording=WORDS["wording"])
    ended = comments.comment(article, by=editor, text=f"No {WORDS['ended comment']}.")
    comments.resolve(ended, by=editor)
    article.refresh_from_db()
    return article
