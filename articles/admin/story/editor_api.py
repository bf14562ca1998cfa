"""What the sheet asks while somebody writes, answered as JSON: people, names in the text, photos, a pasted story."""

import json
from functools import wraps

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path
from django.views.decorators.http import require_POST

from articles.admin.shared.new_entries import value_of
from articles.admin.shared.params import number_in, numbers_in
from articles.admin.story.sidebar import picture_of
from articles.editorial.directory import entries
from articles.editorial.directory.people_in_text import people_named
from articles.editorial.importing.paste import read_pasted
from articles.editorial.permissions import Forbidden, may_keep_directory, may_write, require
from articles.editorial.refusals import Refusal
from articles.models.person import Person
from articles.search import working_copies
from articles.text.languages.folding import fold
from articles.text.paste.clipboard_html import foreign
from articles.text.paste.pasted_story import as_text, is_whole_story
from media import ingest
from media.models import Photo
from media.refusals import RefusedPicture

MOST_PEOPLE = 8
MOST_PHOTOS = 24
# What a pasted story may hold besides its text, in the order of the list that says so.
FOUND = {
    "headline": "Headline",
    "dek": "Dek",
    "place": "Place",
    "byline": "Byline",
    "lead_topic": "Lead topic",
    "lead_caption": "Caption of the lead photo",
    "lead_credit": "Credit of the lead photo",
}


def answering(view):
    """The view for people who write stories; whoever can't be served gets a status and a sentence in `error`."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        if not (request.user.is_active and request.user.is_staff):
            return JsonResponse({"error": "You are signed out. Sign in in another tab, then go on here."}, status=401)
        try:
            require(may_write(request.user), "write stories")
            return JsonResponse(view(request, *args, **kwargs))
        except Forbidden as refusal:
            return JsonResponse({"error": str(refusal)}, status=403)
        except (Refusal, ValidationError) as refusal:
            said = " ".join(getattr(refusal, "messages", [str(refusal)]))
            return JsonResponse({"error": said}, status=400)

    return answer


def _sent(request):
    """The JSON object that was posted. Raises ValidationError."""
    try:
        sent = json.loads(request.body)
    except ValueError:
        sent = None
    if not isinstance(sent, dict):
        raise ValidationError("The question was not understood.")
    return sent


@answering
def people(request):
    """What there is to choose for `q` in the window for people; posted a `name`, the person of it, made when missing.

    An option has `label` and `note`, and what choosing it sets: `person` and `words`; or `add`, a name to be posted.
    `free` allows words instead of a person, `linked` is the number of who is linked now, or "" for words.
    """
    if request.method == "POST":
        return _person(entries.get_or_create_person(str(_sent(request).get("name", "")), by=request.user))
    typed, linked = request.GET.get("q", "").strip(), request.GET.get("linked")
    found = Person.objects.answering_to(typed)[:MOST_PEOPLE]
    options = [_person(person) for person in found]
    if typed:
        may_add = may_keep_directory(request.user, "person")
        options += _in_words(typed, linked) if request.GET.get("free") else []
        if may_add and fold(typed) not in {fold(person.name) for person in found}:
            options.append(_option(f"Add “{typed}” to people", "and link them", add=typed))
    elif linked is not None:
        options.append(_option("Nobody", "take the link away"))
    return {"options": options}


def _option(label, note="", *, person=None, words=None, **more):
    return {"label": label, "note": note, "person": person, "words": words, **more}


def _person(person):
    """A person as an option, with what tells one from another."""
    names = [alias.name for alias in person.aliases.all()]
    note = "; ".join(part for part in (person.standing, f"also {', '.join(names)}" if names else "") if part)
    return _option(person.name, note, person=person.pk, name=person.name)


def _in_words(typed, linked):
    """The options that keep what was typed: as another name for who is linked, and instead of anybody."""
    now = Person.objects.filter(pk=number_in(linked)).first() if linked else None
    if now is not None and fold(now.name) != fold(typed):
        yield _option(f"{now.name}, shown as “{typed}”", person=now.pk, words=typed)
    yield _option(f"“{typed}”", "in words, nobody linked", words=typed)


@require_POST
@answering
def names(request):
    """Known people named in `lines`, the story's text: for each line [start, end, person] in UTF-16 units."""
    sent = _sent(request)
    lines = [str(line) for line in sent.get("lines", [])]
    mentioned = numbers_in(map(str, sent.get("mentioned", [])))
    named, hits = people_named(lines, mentioned=mentioned)
    return {
        "people": {pk: person.name for pk, person in named.items()},
        "hits": [
            [[_units(line[: hit.start]), _units(line[: hit.end]), hit.people[0]] for hit in some]
            for line, some in zip(lines, hits, strict=True)
        ],
    }


def _units(text):
    """The length of a text as JavaScript counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@require_POST
@answering
def pasted(request):
    """The `body` that pasted `text` and `html` make; of a whole story, if the sheet `is_empty`, the other parts too."""
    sent = _sent(request)
    html = foreign(str(sent.get("html", "")))
    text = as_text(html) or str(sent.get("text", ""))
    if not (sent.get("is_empty") and is_whole_story(text)):
        return {"body": html}
    found = read_pasted(by=request.user, text=text, html=html)
    fields = found.fields
    rows = {"lead_topic": [fields["lead_topic"]], "topics": fields["topics"], "byline": fields["bylines"]}
    names = {field: {value_of(row): str(row) for row in some if row} for field, some in rows.items()}
    words = {name: fields[name] for name in ("headline", "dek", "place", "lead_caption", "lead_credit")}
    said = words | {field: ", ".join(some.values()) for field, some in names.items()}
    shown = [(name, label, said[name]) for name, label in FOUND.items() if said[name]]
    chosen = {field: list(some) for field, some in names.items()}
    return {
        "body": fields["body"],
        "fields": {**words, **chosen, "language": fields["language"]},
        "names": names,
        "found": render_to_string("admin/articles/article/pasted_story.html", {"found": shown, "notes": found.notes}),
    }


@answering
def photos(request):
    """Photos of the library by `q`, newest first; posted `files`, the photos they became, and what was refused."""
    if request.method == "POST":
        require(request.user.has_perm("media.add_photo"), "add photos to the library")
        return _taken_in(request)
    require(request.user.has_perm("media.view_photo"), "look at the photo library")
    asked, matching = request.GET.get("q", ""), Photo.objects.all()
    if asked.strip():
        matching = matching.filter(pk__in=working_copies.photos(asked))
    return {"photos": [picture_of(photo) for photo in matching[:MOST_PHOTOS]]}


def _taken_in(request):
    """The uploaded files as photos, in their order, and a sentence for each that is none."""
    found, refused = [], []
    for file in request.FILES.getlist("files"):
        try:
            found.append(picture_of(ingest.ingest_upload(file, by=request.user)))
        except RefusedPicture as refusal:
            refused.append(f"{file.name}: {refusal}")
    return {"photos": found, "refused": refused}


@require_POST
@answering
def photo(request, pk):
    """Give a photo of the library another `alt` text, or mark it as `decorative`."""
    require(request.user.has_perm("media.change_photo"), "describe photos")
    sent = _sent(request)
    alt, decorative = str(sent.get("alt", "")), bool(sent.get("decorative"))
    known = get_object_or_404(Photo, pk=pk)
    return picture_of(ingest.update(known, request.user, alt="" if decorative else alt, decorative=decorative))


def addresses():
    """The addresses of all this, below those of stories."""
    return [
        path("ask/people/", people),
        path("ask/names/", names),
        path("ask/pasted/", pasted),
        path("ask/photos/", photos),
        path("ask/photos/<int:pk>/", photo),
    ]
