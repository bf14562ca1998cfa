"""Where in a story's texts comments stand, and how they follow the words that they are about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from articles.models.article import Article
from articles.models.comment import Comment, Field
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.compare.anchors import Anchor, anchor_at, followed, place_of


class Place(NamedTuple):
    """Where a comment stands: the span of its words in the field's text; without one they are lost."""

    start: int = -1
    end: int = -1

    @property
    def is_lost(self) -> bool:
        """Whether the words it was about are gone."""
        return self.start < 0


def texts_of(state: Mapping[str, str]) -> dict[str, str]:
    """{field: its plain text} of the texts that can be commented on, given as they are stored."""
    return {
        Field.BODY: Body(clean(state["body"])).text,
        Field.HEADLINE: state["headline"],
        Field.DEK: state["dek"],
    }


def texts_of_story(article: Article) -> dict[str, str]:
    """The same of the story's working copy."""
    return texts_of({name: getattr(article, name) for name in ("body", "headline", "dek")})


def places(comments: Iterable[Comment], texts: Mapping[str, str]) -> dict[int, Place]:
    """{comment id: its Place} of those comments that are about words."""
    found = {}
    for comment in comments:
        if comment.exact:
            place = _place_in(texts[comment.field], comment)
            found[comment.pk] = Place(*place) if place else Place()
    return found


def set_anchor(comment: Comment, text: str, place: tuple[int, int]) -> None:
    """Let the comment be about the words at that place of the field's text."""
    comment.exact, comment.prefix, comment.suffix = anchor_at(text, *place)
    comment.line = text.count("\n", 0, place[0])
    comment.is_lost = False


def follow(article: Article, before: Mapping[str, str]) -> None:
    """Let the open comments of a locked story follow their words, after its texts were changed from these.

    What stands around the words is noted anew, so that it may change bit by bit. Words that are lost keep what was
    noted, and are found again when they come back; others that read like them and stood there before are not taken for
    them.
    """
    comments = list(article.comments.unresolved().exclude(exact=""))
    was, now, moved = texts_of(before), texts_of_story(article), []
    for comment in comments:
        text, noted = now[comment.field], _noted(comment)
        place = followed(was[comment.field], text, _place_in(was[comment.field], comment), _anchor_of(comment))
        comment.is_lost = place is None
        if place is not None:
            set_anchor(comment, text, place)
        if noted != _noted(comment):
            moved.append(comment)
    Comment.objects.bulk_update(moved, ["prefix", "suffix", "line", "is_lost"])


def _place_in(text: str, comment: Comment) -> tuple[int, int] | None:
    """Where a comment's words stand in the text that its anchor was noted in."""
    return None if comment.is_lost else place_of(text, _anchor_of(comment), comment.line)


def _anchor_of(comment: Comment) -> Anchor:
    return Anchor(comment.exact, comment.prefix, comment.suffix)


def _noted(comment: Comment) -> tuple[str, str, int, bool]:
    return comment.prefix, comment.suffix, comment.line, comment.is_lost
