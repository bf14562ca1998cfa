"""The picture desk: it changes the photos of a story and what is said of them, and leaves the words alone."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.editorial.permissions import Forbidden, may_place_photos, may_write, require
from articles.editorial.writing.working_copy import TidyBody
from articles.models.article import Article
from articles.models.user import User
from articles.text.body.body import Body
from articles.text.body.nodes import Node

PICTURES = frozenset({"lead_photo", "lead_caption", "lead_credit", "kept_lead_words"})


def require_may_save(article: Article, fields: Mapping[str, Any], *, by: User, tidy: TidyBody) -> str | None:
    """Raise Forbidden unless `by` may put these working fields into the story.

    Who does not write it may be of the picture desk: then nothing but photos may change, with their captions and
    credits. Returns the stored body that was looked at for that, None for who writes the story: a form may have put
    its own into `article` already. Ask before the row is locked, since bodies are parsed here, and see then whether
    it is that body still.
    """
    if may_write(by, article):
        return None
    stored = Article.objects.get(pk=article.pk)
    require(may_place_photos(by, stored), _("change this story"))
    before, after = (tidy(html, stored.language) for html in (stored.body, fields.get("body", stored.body)))
    if fields.keys() - PICTURES - {"body"} or _words(before) != _words(after):
        said = _("The picture desk changes photos and what is said of them. The words of this story are its writers’.")
        raise Forbidden(said)
    return stored.body


def _words(html: str) -> list[Node]:
    """What a tidy body says besides its photos; empty paragraphs say nothing."""
    return [node for node in Body(html).nodes if node.tag != "figure" and (any(node.lines) or not node.items)]
