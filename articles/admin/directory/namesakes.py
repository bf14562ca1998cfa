"""Names that are taken: a link to who has one, the question whether somebody else is meant, and telling them apart."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.models.edition import Byline, Mention
from articles.models.person import Person
from articles.models.section import Quote
from articles.text.languages.folding import fold

COUNTED = 1_000  # stories of a namesake; who has more is told apart by that


def screen_link(row):
    """A link to the screen of a person, topic or desk, as safe HTML."""
    return format_html(
        '<a href="{}">{}</a>', reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk]), row
    )


def with_link(refusal):
    """What a Refusal says, followed by a link to the row that has the name, as a ValidationError."""
    row = getattr(refusal, "row", None)
    return ValidationError(str(refusal) if row is None else format_html("{} {}", str(refusal), screen_link(row)))


def is_another_field():
    """The field by which somebody says that two people share a name."""
    return forms.BooleanField(
        required=False, label=_("This is another person"), help_text=_("Only when somebody else has the same name.")
    )


def refuse_namesakes(form, name, instead, *, besides=None):
    """Refuse, in the form's field for the name, each other person who goes by it; `instead` says what to do then."""
    for person in Person.objects.called(fold(name)).exclude(pk=besides):
        standing = f" ({person.standing})" if person.standing else ""
        said = "{}{} goes by that name already. {}, or tick “This is another person”."
        form.add_error("name", ValidationError(format_html(said, screen_link(person), standing, instead)))


def distinct_label(row):
    """The name of a row; of a person `with_namesakes` who has some, with what tells one from the other."""
    if not getattr(row, "has_namesake", False):
        return str(row)
    return f"{row} ({', '.join(filter(None, (row.standing, _stories(row), row.get_absolute_url())))})"


def _stories(person):
    """The number of published stories that quote, name or are signed by somebody, in words."""
    first, *others = (
        model.objects.filter(person=person).order_by().values("article") for model in (Quote, Mention, Byline)
    )
    number = first.union(*others).order_by()[: COUNTED + 1].count()
    if number > COUNTED:
        return f"more than {COUNTED:,} stories"
    return "1 story" if number == 1 else f"{number} stories"
