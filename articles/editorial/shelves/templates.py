"""Templates: what chiefs write once, with gaps such as “[TK: score]”, and everybody begins stories from.

A template is a working copy like any other, on a shelf of its own. It has no timeline, since nobody may publish it;
`drafts.duplicate` makes a story of it. What is still to come in that story keeps it from going out, as anywhere.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editorial.log import log_action, noted
from articles.editorial.permissions import may_make_templates, may_open, require
from articles.editorial.refusals import Refusal
from articles.editorial.writing import drafts
from articles.models.article import IS_ON_SHELF, Article, ArticleQuerySet, Shelf
from articles.models.user import User
from articles.text.characters import one_line


class NameNeeded(Refusal):
    """Templates are chosen by their names."""

    sentence = gettext_lazy("Give the template a name, such as “Match report”.")


def templates() -> ArticleQuerySet:
    """All templates, by name."""
    return Article.objects.filter(IS_ON_SHELF, shelf=Shelf.TEMPLATES).order_by("working_title", "pk")


@noted
def make_template(name: str, *, by: User, of: Article | None = None) -> Article:
    """A new template of that name: blank, or with all that a story says, which stays what it is.

    Raises Forbidden, NameNeeded, SealedStory, and ValidationError for a name that is too long.
    """
    require(may_make_templates(by) and (of is None or may_open(by, of)), _("make templates"))
    name = one_line(name)
    if not name:
        raise NameNeeded
    fields = drafts.copied_fields(of) if of is not None else {}
    fields |= {"embargo_words": "", "embargo_until": None}
    with transaction.atomic():
        template = drafts.begin(by=by, **fields, working_title=name)
        template.shelf = Shelf.TEMPLATES
        template.save(update_fields=["shelf"])
        log_action(template, "make-template", by, name)
    return template
