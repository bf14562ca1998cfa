"""Photos of an imported story: into the library, and their numbers into the body; a missing one is said there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import basename
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError

from articles.editorial.importing.outcome import Wishes
from articles.exchange.incoming import Incoming, Note, Picture
from articles.text.body.body import Body
from articles.text.body.nodes import Line, Node, Run, write
from articles.text.body.vocabulary import ELEMENTS
from articles.text.characters import one_line
from media import ingest
from media.models import Photo
from media.refusals import RefusedPicture

TO_COME = "[PHOTO TO COME]"  # which readiness finds, so that the story waits for it
CREDIT_AT_MOST = 500


@dataclass
class TakenPhotos:
    """The library's photos by their number in the story, those that are new, and what is to be said of all."""

    found: dict[int, Photo] = field(default_factory=dict)
    new: list[Photo] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def undo(self) -> None:
        """Take the new ones out again: the story did not come in, and files don't roll back."""
        for photo in self.new:
            ingest.remove(photo)


def take_photos(story: Incoming, wishes: Wishes) -> TakenPhotos:
    """The story's photos in the library. Call it outside a transaction; then `undo` if the story does not come in."""
    taken = TakenPhotos()
    try:
        for number, picture in enumerate(story.pictures, 1):
            _take(number, picture, wishes, taken)
    except BaseException:
        taken.undo()
        raise
    return taken


def count_missing(story: Incoming, wishes: Wishes) -> int:
    """How many of the story's photos can't be had today."""
    return sum(wishes.find_picture(picture) is None for picture in story.pictures)


def body_with_photos(story: Incoming, taken: TakenPhotos) -> str:
    """The story's body with the library's numbers; where a photo is missing, words that say so and its caption.

    A missing lead photo is said on top.
    """
    nodes = (part for node in Body(story.body).nodes for part in _placed(node, story, taken.found))
    return write([*_missing_lead(story, taken.found), *nodes])


def lead_fields(story: Incoming, taken: TakenPhotos) -> dict[str, object]:
    """The working fields of the lead photo; the story keeps its own caption and credit where the library has others."""
    photo, picture = taken.found.get(story.lead), _lead_of(story)
    if photo is None or picture is None:
        return {"lead_photo": None}
    credit = one_line(picture.credit)[:CREDIT_AT_MOST]
    return {
        "lead_photo": photo,
        "lead_caption": picture.caption if picture.caption != photo.caption else "",
        "lead_credit": credit if credit != photo.credit else "",
    }


def _take(number: int, picture: Picture, wishes: Wishes, taken: TakenPhotos) -> None:
    """Take one photo in, or note why not."""
    data = wishes.find_picture(picture)
    if data is None:
        taken.notes.append(Note("photo missing", f"A photo is missing: {_name(picture)}"))
        return
    words = {"caption": picture.caption, "credit": (picture.credit or wishes.mapping.credit)[:CREDIT_AT_MOST]}
    is_known = ingest.find(data) is not None
    try:
        photo = ingest.ingest(
            data, by=wishes.by, alt=picture.alt, decorative=picture.decorative, file_name=_file(picture), **words
        )
    except (RefusedPicture, ValidationError) as error:
        said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        taken.notes.append(Note("photo refused", f"A photo was refused: {_name(picture)}. {said}"))
        return
    taken.found[number] = photo
    if not is_known:
        taken.new.append(photo)
    elif picture.alt and picture.alt != photo.alt:
        taken.notes.append(Note("photo known", f"Photo {photo.pk} was in the library and keeps its own words there."))


def _placed(node: Node, story: Incoming, found: Mapping[int, Photo]) -> Iterator[Node]:
    """The node; a figure with the library's number, or the words that stand for it."""
    if node.tag != "figure":  # the number of a poster is one of another library
        kept = tuple(each for each in node.attributes if each[0] not in ("data-photo", "data-credit"))
        yield Node(node.element, node.items, kept, node.head)
        return
    number = int(node.attribute("data-photo"))
    if number in found:
        attributes = dict(node.attributes) | {"data-photo": str(found[number].pk)}
        yield Node(node.element, node.items, tuple(attributes.items()))
    elif 0 < number <= len(story.pictures):
        yield from _placeholder(story.pictures[number - 1], node.lines[0])


def _missing_lead(story: Incoming, found: Mapping[int, Photo]) -> Iterator[Node]:
    picture = _lead_of(story)
    if picture is not None and story.lead not in found:
        yield from _placeholder(picture, (Run(picture.caption),) if picture.caption else ())


def _placeholder(picture: Picture, caption: Line) -> Iterator[Node]:
    """A paragraph that says that a photo is missing, with its name and credit; then its caption."""
    credit = f" ({picture.credit})" if picture.credit else ""
    yield Node(ELEMENTS["p"], (((Run(f"{TO_COME} {_file(picture)}{credit}".strip()),),),))
    if caption:
        yield Node(ELEMENTS["p"], ((caption,),))


def _lead_of(story: Incoming) -> Picture | None:
    return story.pictures[story.lead - 1] if 0 < story.lead <= len(story.pictures) else None


def _name(picture: Picture) -> str:
    return picture.address or picture.caption or "without a name"


def _file(picture: Picture) -> str:
    """The name of the picture's file."""
    return unquote(basename(urlsplit(picture.address.replace("[", "").replace("]", "")).path))
