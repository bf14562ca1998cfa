"""What the text editor asks while somebody writes: people, names in the text, photos, a pasted story."""

from django.contrib.admin import ModelAdmin
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.photos import choosing
from articles.admin.photos.choosing import picture_of
from articles.admin.shared import json_api
from articles.admin.shared.json_api import Asked
from articles.admin.shared.new_entries import value_of
from articles.admin.shared.params import number_in
from articles.admin.shared.staff_request import StaffRequest
from articles.admin.story.link_targets import find_targets
from articles.editorial.directory import entries
from articles.editorial.directory.people_in_text import people_named
from articles.editorial.importing.embeds import know_embed
from articles.editorial.importing.paste import read_pasted
from articles.editorial.permissions import may_edit_directory, may_place_photos, may_write, require
from articles.editorial.readiness.text import slip_in_words
from articles.editorial.refusals import Refusal
from articles.models.house_word import house_words
from articles.models.person import Person
from articles.text.checks.house_words import find_slips
from articles.text.languages.folding import fold
from articles.text.paste import left_out
from articles.text.paste.clipboard_html import Unreadable, read_clipboard_html
from articles.text.paste.pasted_story import as_text, is_whole_story
from articles.text.quotes.running_quotes import find_quotes
from media import ingest
from media.date_time_field import LOCAL_TIME
from media.models import Photo


class NotRead(Refusal):
    """What was pasted can't be read as HTML."""


MOST_PEOPLE = 8
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
        _at(admin, "embed/", "embed", post=know),
        _at(admin, "targets/", "targets", get=find_targets),
        _at(admin, "photos/", "photos", get=find_photos, post=add_photos),
        _at(admin, "photos/<int:pk>/", "photo", get=show_photo, post=describe_photo),
    ]


def _at(admin, route, name, **views):
    """The address of views for people who write stories or place photos in them."""
    at_work = {method: _at_work(view) for method, view in views.items()}
    return json_api.at(admin, f"ask/{route}", f"ask_{name}", **at_work)


def _at_work(view):
    def answer(admin, request, asked, **named):
        require(may_place_photos(request.user), _("write stories"))
        return view(request, asked, **named)

    return answer


def find_people(request: StaffRequest, asked: Asked) -> dict:
    """What there is to choose for `q` in the window for people.

    An option has `label` and `note`, and what choosing it sets: `person` and `words`; or `add`, a name to be posted.
    `free` allows words instead of a person, `linked` is the number of who is linked now, or "" for words.
    """
    _require_people(request)
    typed, linked = asked.text("q").strip(), asked.values.get("linked")
    found = Person.objects.answering_to(typed)[:MOST_PEOPLE]
    options = [_person(person) for person in found]
    if typed:
        may_add = may_edit_directory(request.user, "person")
        options += _in_words(typed, linked) if asked.switch("free") else []
        if may_add and fold(typed) not in {fold(person.name) for person in found}:
            options.append(_option(f"Add “{typed}” to people", "and link them", add=typed))
    elif linked is not None:
        options.append(_option("Nobody", "take the link away"))
    return {"options": options}


def add_person(request: StaffRequest, asked: Asked) -> dict:
    """The person called `name`, as an option; made when missing, for those who write stories."""
    _require_people(request)
    require(may_write(request.user), _("add people"))
    return _person(entries.get_or_create_person(asked.text("name"), by=request.user))


def _require_people(request):
    """Raise Forbidden for who may not look at people."""
    require(request.user.has_perm("articles.view_person"), _("look at people"))


def _require_photos(request):
    """Raise Forbidden for who may not look at photos."""
    require(request.user.has_perm("media.view_photo"), _("look at the photo library"))


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
    _require_people(request)
    lines = asked.texts("lines")
    named, hits = people_named(lines, mentioned=asked.numbers("mentioned"))
    return {
        "people": {pk: person.name for pk, person in named.items()},
        "hits": [
            [[_units(line[: hit.start]), _units(line[: hit.end]), hit.people[0]] for hit in some]
            for line, some in zip(lines, hits, strict=True)
        ],
    }


def house(request: StaffRequest, asked: Asked) -> dict:
    """What the house writes otherwise in `lines`, {text, quoted} each: for each line its slips, in UTF-16 units."""
    words, language = house_words(), asked.text("language")
    read = [(line.text("text"), line.switch("quoted")) for line in asked.parts("lines")]
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
    _require_people(request)
    _require_photos(request)
    photos = Photo.objects.in_bulk(asked.numbers("photos"))
    return {
        "photos": {pk: picture_of(photo) for pk, photo in photos.items()},
        "people": dict(Person.objects.filter(pk__in=asked.numbers("people")).values_list("pk", "name")),
    }


def pasted(request: StaffRequest, asked: Asked) -> dict:
    """The `body` that pasted `text` and `html` make; of a whole story, if the sheet `is_empty`, the other parts too.

    `left_out` has kind, number and sentence of each kind of thing that did not come in; `is_story` says whether the
    text reads like one.
    """
    try:
        clipping = read_clipboard_html(asked.text("html"))
    except Unreadable as reason:
        raise NotRead(str(reason)) from reason
    html, gone = clipping.html, left_out.sentences(clipping.left_out)
    missing = [{"kind": kind, "number": number, "sentence": sentence} for kind, number, sentence in gone]
    text = as_text(html) or asked.text("text")
    is_story = is_whole_story(text)
    if not (asked.switch("is_empty") and is_story):
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


def know(request: StaffRequest, asked: Asked) -> dict:
    """What the provider of an embed's `address` says: `attributes` of its block, a `sentence`, `poster`, `quote`."""
    known = know_embed(asked.text("address"), by=request.user)
    quote = {
        "lines": known.lines,
        "data-attribution": known.attribution,
        "data-person": known.person and str(known.person.pk),
    }
    return {
        "attributes": known.attributes,
        "sentence": known.sentence,
        "poster": known.poster and picture_of(known.poster),
        "quote": quote if known.lines else None,
    }


def _embargo(fields):
    """The embargo of a pasted story as the form's fields have it; none where the text names none."""
    words, until = fields["embargo_words"], fields["embargo_until"]
    named = {"embargo_words": words, "embargo_until": until and f"{timezone.localtime(until):{LOCAL_TIME}}"}
    return {name: value for name, value in named.items() if value}


def find_photos(request: StaffRequest, asked: Asked) -> dict:
    """Photos of the library by `q`; `which` are "used" ones or "mine", else all, the newest first."""
    _require_photos(request)
    return {"photos": choosing.found(asked.text("q"), asked.text("which"), by=request.user)}


def add_photos(request: StaffRequest, asked: Asked) -> dict:
    """The uploaded `files` as photos of the library, in their order, and a sentence for each that is none."""
    require(request.user.has_perm("media.add_photo"), _("add photos to the library"))
    photos, refused = ingest.ingest_uploads(request.FILES.getlist("files"), by=request.user)
    return {
        "photos": [picture_of(photo) for photo in photos],
        "refused": [f"{name}: {sentence}" for name, sentence in refused],
    }


def show_photo(request: StaffRequest, asked: Asked, pk: int) -> dict:
    """A photo of the library, for the page that shows it."""
    _require_photos(request)
    return picture_of(get_object_or_404(Photo, pk=pk))


def describe_photo(request: StaffRequest, asked: Asked, pk: int) -> dict:
    """Give a photo of the library another `alt` text, mark it as `decorative`, `confirm` the words of its file, or set
    its focus, `x` and `y` from 0 to 1.
    """
    require(request.user.has_perm("media.change_photo"), _("describe photos"))
    photo = get_object_or_404(Photo, pk=pk)
    if asked.switch("confirm"):
        ingest.confirm([photo], request.user)
        return picture_of(Photo.objects.get(pk=pk))
    x, y = asked.share("x"), asked.share("y")
    if x is not None and y is not None:
        return picture_of(ingest.update(photo, request.user, focus_x=x, focus_y=y))
    alt, decorative = asked.text("alt"), asked.switch("decorative")
    return picture_of(ingest.update(photo, request.user, alt="" if decorative else alt, decorative=decorative))
