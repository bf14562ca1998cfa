"""What the text editor asks while somebody writes: people, names in the text, photos, a pasted story."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern
from django.utils import timezone

from articles.admin.shared import json_api
from articles.admin.shared.new_entries import value_of
from articles.admin.shared.params import number_in, numbers_in
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.story.sidebar import picture_of
from articles.editorial.directory import entries
from articles.editorial.directory.people_in_text import people_named
from articles.editorial.importing.paste import read_pasted
from articles.editorial.permissions import may_edit_directory, may_write, require
from articles.editorial.readiness.text import slip_in_words
from articles.editorial.refusals import Refusal
from articles.models.house_word import house_words
from articles.models.person import Person
from articles.search import photo_index
from articles.text.checks.house_words import find_slips
from articles.text.languages.folding import fold
from articles.text.paste import left_out
from articles.text.paste.clipboard_html import Unreadable, read_clipboard_html
from articles.text.paste.pasted_story import as_text, is_whole_story
from articles.text.quotes.running_quotes import find_quotes
from media import ingest
from media.date_time_field import LOCAL_TIME
from media.models import Photo

Asked = dict[str, Any]


class NotRead(Refusal):
    """What was pasted can't be read as HTML."""


MOST_PEOPLE = 8
MOST_PHOTOS = 24
# What a pasted story may hold besides its text, in the order of the list that says so.
FOUND = {
    "headline": "Headline",
    "dek": "Dek",
    "place": "Place",
    "byline": "Byline",
    "desk": "Desk",
    "lead_topic": "Lead topic",
    "lead_caption": "Caption of the lead photo",
    "lead_credit": "Credit of the lead photo",
}


def urls(admin: ModelAdmin) -> list[URLPattern]:
    """The addresses under the stories' screens, for the ModelAdmin `admin`."""
    return [
        _at(admin, "people/", "people", get=find_people, post=add_person),
        _at(admin, "names/", "names", post=names),
        _at(admin, "known/", "known", post=known),
        _at(admin, "house/", "house", post=house),
        _at(admin, "pasted/", "pasted", post=pasted),
        _at(admin, "photos/", "photos", get=find_photos, post=add_photos),
        _at(admin, "photos/<int:pk>/", "photo", get=show_photo, post=describe_photo),
    ]


def _at(admin, route, name, **views):
    """The address of views for people who write stories."""
    for_writers = {method: _for_writers(view) for method, view in views.items()}
    return json_api.at(admin, f"ask/{route}", f"ask_{name}", **for_writers)


def _for_writers(view):
    def answer(admin, request, asked, **named):
        require(may_write(request.user), "write stories")
        return view(request, asked, **named)

    return answer


def find_people(request: StaffRequest, asked: Asked) -> dict:
    """What there is to choose for `q` in the window for people.

    An option has `label` and `note`, and what choosing it sets: `person` and `words`; or `add`, a name to be posted.
    `free` allows words instead of a person, `linked` is the number of who is linked now, or "" for words.
    """
    typed, linked = asked.get("q", "").strip(), asked.get("linked")
    found = Person.objects.answering_to(typed)[:MOST_PEOPLE]
    options = [_person(person) for person in found]
    if typed:
        may_add = may_edit_directory(request.user, "person")
        options += _in_words(typed, linked) if asked.get("free") else []
        if may_add and fold(typed) not in {fold(person.name) for person in found}:
            options.append(_option(f"Add “{typed}” to people", "and link them", add=typed))
    elif linked is not None:
        options.append(_option("Nobody", "take the link away"))
    return {"options": options}


def add_person(request: StaffRequest, asked: Asked) -> dict:
    """The person called `name`, as an option; made when missing."""
    return _person(entries.get_or_create_person(str(asked.get("name", "")), by=request.user))


def _option(label, note="", *, person=None, words=None, **more):
    return {"label": label, "note": note, "person": person, "words": words, **more}


def _person(person):
    """A person as an option, with what tells one from another."""
    names = [alias.name for alias in person.aliases.all()]
    note = "; ".join(part for part in (person.standing, f"also {', '.join(names)}" if names else "") if part)
    return _option(person.name, note, person=person.pk, name=person.name)


def _in_words(typed, linked):
    """The options that keep what was typed: as another name for who is linked, and instead of anybody."""
    number = number_in(linked) if linked else None
    now = Person.objects.filter(pk=number).first() if number is not None else None
    if now is not None and fold(now.name) != fold(typed):
        yield _option(f"{now.name}, shown as “{typed}”", person=now.pk, words=typed)
    yield _option(f"“{typed}”", "in words, nobody linked", words=typed)


def names(request: StaffRequest, asked: Asked) -> dict:
    """Known people named in `lines`, the story's text: for each line [start, end, person] in UTF-16 units."""
    lines = [str(line) for line in asked.get("lines", [])]
    mentioned = numbers_in(map(str, asked.get("mentioned", [])))
    named, hits = people_named(lines, mentioned=mentioned)
    return {
        "people": {pk: person.name for pk, person in named.items()},
        "hits": [
            [[_units(line[: hit.start]), _units(line[: hit.end]), hit.people[0]] for hit in some]
            for line, some in zip(lines, hits, strict=True)
        ],
    }


def house(request: StaffRequest, asked: Asked) -> dict:
    """What the house writes otherwise in `lines`, {text, quoted} each: for each line its slips, in UTF-16 units."""
    words, language = house_words(), str(asked.get("language", ""))
    lines = [line for line in asked.get("lines", []) if isinstance(line, dict)]
    read = [(str(line.get("text", "")), bool(line.get("quoted"))) for line in lines]
    return {"slips": [_slips_in(text, is_quoted, language, words) for text, is_quoted in read]}


def _slips_in(line, is_quoted, language, words):
    """The slips of a line; which of them are in somebody's mouth is worked out where there is any."""
    found = find_slips(line, language, words)
    quotes = find_quotes([line]) if found and not is_quoted else []
    return [
        {
            "start": _units(line[: slip.passage.start]),
            "end": _units(line[: slip.passage.end]),
            "right": slip.right,
            "quoted": (quoted := is_quoted or any(q.start <= slip.passage.start < q.end for q in quotes)),
            "said": slip_in_words(slip, is_quotation=quoted),
        }
        for slip in found
    ]


def _units(text):
    """The length of a text as JavaScript counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def known(request: StaffRequest, asked: Asked) -> dict:
    """The `photos` and `people` with these numbers, for blocks that were copied from another story."""
    numbers = {kind: numbers_in(map(str, asked.get(kind, []))) for kind in ("photos", "people")}
    photos = Photo.objects.in_bulk(numbers["photos"])
    return {
        "photos": {pk: picture_of(photo) for pk, photo in photos.items()},
        "people": dict(Person.objects.filter(pk__in=numbers["people"]).values_list("pk", "name")),
    }


def pasted(request: StaffRequest, asked: Asked) -> dict:
    """The `body` that pasted `text` and `html` make; of a whole story, if the sheet `is_empty`, the other parts too.

    `left_out` has kind, number and sentence of each kind of thing that did not come in; `is_story` says whether the
    text reads like one.
    """
    try:
        clipping = read_clipboard_html(str(asked.get("html", "")))
    except Unreadable as reason:
        raise NotRead(str(reason)) from reason
    html, gone = clipping.html, left_out.sentences(clipping.left_out)
    missing = [{"kind": kind, "number": number, "sentence": sentence} for kind, number, sentence in gone]
    text = as_text(html) or str(asked.get("text", ""))
    is_story = is_whole_story(text)
    if not (asked.get("is_empty") and is_story):
        return {"body": html, "left_out": missing, "is_story": is_story}
    found = read_pasted(by=request.user, text=text, html=html)
    fields = found.fields
    rows = {"lead_topic": [fields["lead_topic"]], "topics": fields["topics"], "byline": fields["bylines"]}
    rows |= {"desk": [fields["desk"]]} if fields["desk"] else {}  # one that was chosen already stays
    names = {field: {value_of(row): str(row) for row in some if row} for field, some in rows.items()}
    words = {name: fields[name] for name in ("headline", "dek", "place", "lead_caption", "lead_credit")}
    said = words | {field: ", ".join(some.values()) for field, some in names.items()}
    shown = [(name, label, said[name]) for name, label in FOUND.items() if said.get(name)]
    chosen = {field: list(some) for field, some in names.items()}
    return {
        "body": fields["body"],
        "fields": {**words, **chosen, "language": fields["language"], **_embargo(fields)},
        "names": names,
        "left_out": missing,
        "is_story": True,
        "found": render_to_string("admin/articles/article/pasted_story.html", {"found": shown, "notes": found.notes}),
    }


def _embargo(fields):
    """The embargo of a pasted story as the form's fields have it; none where the text names none."""
    words, until = fields["embargo_words"], fields["embargo_until"]
    named = {"embargo_words": words, "embargo_until": until and f"{timezone.localtime(until):{LOCAL_TIME}}"}
    return {name: value for name, value in named.items() if value}


def find_photos(request: StaffRequest, asked: Asked) -> dict:
    """Photos of the library by `q`, newest first."""
    require(request.user.has_perm("media.view_photo"), "look at the photo library")
    query, matching = asked.get("q", ""), Photo.objects.all()
    if query.strip():
        matching = matching.filter(pk__in=photo_index.find_photos(query))
    return {"photos": [picture_of(photo) for photo in matching[:MOST_PHOTOS]]}


def add_photos(request: StaffRequest, asked: Asked) -> dict:
    """The uploaded `files` as photos of the library, in their order, and a sentence for each that is none."""
    require(request.user.has_perm("media.add_photo"), "add photos to the library")
    photos, refused = ingest.ingest_uploads(request.FILES.getlist("files"), by=request.user)
    return {
        "photos": [picture_of(photo) for photo in photos],
        "refused": [f"{name}: {sentence}" for name, sentence in refused],
    }


def show_photo(request: StaffRequest, asked: Asked, pk: int) -> dict:
    """A photo of the library, for the page that shows it."""
    require(request.user.has_perm("media.view_photo"), "look at the photo library")
    return picture_of(get_object_or_404(Photo, pk=pk))


def describe_photo(request: StaffRequest, asked: Asked, pk: int) -> dict:
    """Give a photo of the library another `alt` text, mark it as `decorative`, or `confirm` the words of its file."""
    require(request.user.has_perm("media.change_photo"), "describe photos")
    if asked.get("confirm"):
        ingest.confirm([get_object_or_404(Photo, pk=pk)], request.user)
        return picture_of(Photo.objects.get(pk=pk))
    alt, decorative = str(asked.get("alt", "")), bool(asked.get("decorative"))
    photo = get_object_or_404(Photo, pk=pk)
    return picture_of(ingest.update(photo, request.user, alt="" if decorative else alt, decorative=decorative))
