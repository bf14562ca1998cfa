"""Where in a story's texts comments stand, and how they follow the words that they are about."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from articles.models.article import Article
from articles.models.comment import Comment, Field
from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.compare.anchors import Anchor, anchor_at, place_of


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
            place = place_of(texts[comment.field], anchor_of(comment))
            found[comment.pk] = Place(*place) if place else Place()
    return found


def anchor_of(comment: Comment) -> Anchor:
    """The words that a comment is about, with what stood around them."""
    return Anchor(comment.exact, comment.prefix, comment.suffix)


def set_anchor(comment: Comment, text: str, place: tuple[int, int]) -> None:
    """Let the comment be about the words at that place of the field's text."""
    comment.exact, comment.prefix, comment.suffix = anchor_at(text, *place)
    comment.line = text.count("\n", 0, place[0])


def follow(article: Article) -> None:
    """Let the open comments of a locked story follow their words, after its texts were changed.

    What stands around the words is noted anew, so that it may change bit by bit. Words that are not found keep what was
    noted, and are found again if they come back.
    """
    comments = article.comments.unresolved().exclude(exact="")
    after, moved = texts_of_story(article), []
    for comment in comments:
        place = place_of(after[comment.field], anchor_of(comment))
        noted = (comment.prefix, comment.suffix, comment.line)
        if place is not None:
            set_anchor(comment, after[comment.field], place)
            if noted != (comment.prefix, comment.suffix, comment.line):
                moved.append(comment)
    Comment.objects.bulk_update(moved, ["prefix", "suffix", "line"])
