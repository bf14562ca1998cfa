"""What the sheet asks while somebody writes, answered as JSON: people, names in the text, photos, a pasted story."""

import json
from functools import wraps

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_POST

from articles.admin.desktop import picture_of
from articles.editorial import directory
from articles.editorial.pasting import read_pasted
from articles.editorial.permissions import Forbidden, may_keep_directory, may_write, require
from articles.editorial.recognising import people_named
from articles.editorial.refusals import Refusal
from articles.models.person import Person
from media import ingest
from media.models import Photo
from media.screens import take_in

MOST_PEOPLE = 8
MOST_PHOTOS = 24
SEARCHED = ("caption", "credit", "alt", "people", "place")


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
    """People to choose from by `q`; posted a `name`, the person of that name, made when missing."""
    if request.method == "POST":
        return _person(directory.person_named(str(_sent(request).get("name", "")), by=request.user))
    found = Person.objects.answering_to(request.GET.get("q", ""))[:MOST_PEOPLE]
    return {"people": [_person(person) for person in found], "may_add": may_keep_directory(request.user, "person")}


def _person(person):
    """What a writer needs to tell one person from another."""
    names = [alias.name for alias in person.aliases.all()]
    note = "; ".join(part for part in (person.standing, f"also {', '.join(names)}" if names else "") if part)
    return {"id": person.pk, "name": person.name, "note": note}


@require_POST
@answering
def names(request):
    """Known people named in `lines`, the story's text: for each line [start, end, person] in UTF-16 units."""
    sent = _sent(request)
    lines = [str(line) for line in sent.get("lines", [])]
    mentioned = [int(pk) for pk in sent.get("mentioned", []) if str(pk).isdecimal()]
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
    """The parts of a whole story, sent as `text` and `html`."""
    sent = _sent(request)
    found = read_pasted(by=request.user, text=str(sent.get("text", "")), html=str(sent.get("html", "")))
    fields = found.fields
    return {
        **{name: fields[name] for name in ("headline", "dek", "body", "place", "lead_caption", "lead_credit")},
        "language": fields["language"],
        "lead_topic": _option(fields["lead_topic"]),
        "topics": [_option(topic) for topic in fields["topics"]],
        "byline": [_option(person) for person in fields["bylines"]],
        "notes": found.notes,
    }


def _option(row):
    """A row as a choice of a field, or None."""
    return row and {"id": row.pk, "name": str(row)}


@answering
def photos(request):
    """Photos of the library by `q`, newest first; posted `files`, the photos they became, and what was refused."""
    if request.method == "POST":
        require(request.user.has_perm("media.add_photo"), "add photos to the library")
        return _taken_in(request)
    require(request.user.has_perm("media.view_photo"), "look at the photo library")
    matching = Photo.objects.all()
    for word in request.GET.get("q", "").split():
        wanted = Q()
        for name in SEARCHED:
            wanted |= Q(**{f"{name}__icontains": word})
        matching = matching.filter(wanted)
    return {"photos": [picture_of(photo) for photo in matching[:MOST_PHOTOS]]}


def _taken_in(request):
    """The uploaded files as photos, in their order, and a sentence for each that is none."""
    found, refused = [], []
    for file in request.FILES.getlist("files"):
        try:
            found.append(picture_of(take_in(file, request.user)))
        except (ingest.RefusedPicture, ValidationError) as refusal:
            refused.append(f"{file.name}: {' '.join(getattr(refusal, 'messages', [str(refusal)]))}")
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
