"""People, and bodies, who are quoted, mentioned, pictured or have a byline. Staff who log in are Users."""

from collections.abc import Iterable
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.named import Listed, Named, PresentManager
from articles.text.languages.folding import fold
from articles.text.people.roles import Role, roles_of, unclear_roles


class PersonKind(models.TextChoices):
    """Whether an entry is somebody, or a body such as an agency, a ministry or a company."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")


class PersonQuerySet(models.QuerySet["Person"]):
    """Choosing people."""

    def called(self, key: str) -> Self:
        """People whose name or alias has this folded key."""
        return self.called_any([key])

    def called_any(self, keys: Iterable[str]) -> Self:
        """People whose name or alias has one of these folded keys."""
        return self.filter(models.Q(key__in=keys) | models.Q(aliases__key__in=keys)).distinct()

    def answering_to(self, typed: str) -> Self:
        """People in whose name or alias each typed word is the beginning of a word."""
        found = self.prefetch_related("aliases")
        for word in fold(typed).split():
            begins = models.Q()
            for key in ("key", "aliases__key"):
                begins |= models.Q(**{f"{key}__startswith": word}) | models.Q(**{f"{key}__contains": f" {word}"})
            found = found.filter(begins)
        return found.distinct()

    def with_namesakes(self) -> Self:
        """People with `has_namesake`: whether somebody else has the same name."""
        namesakes = self.model.objects.filter(key=models.OuterRef("key")).exclude(pk=models.OuterRef("pk"))
        return self.annotate(has_namesake=models.Exists(namesakes))


def standing_of(role: str, organisation: str) -> str:
    """Role and organisation as one phrase: "chief surveyor, Joint Boundary Commission", or ""."""
    return ", ".join(filter(None, (role, organisation)))


class Person(Listed):
    """Somebody stories speak of; has aliases and a page. Two people may share a name, never a slug."""

    slug = models.SlugField(max_length=100, unique=True)
    kind = models.CharField(
        max_length=12, choices=PersonKind.choices, default=PersonKind.PERSON, db_default=PersonKind.PERSON
    )
    role = models.CharField(max_length=160, blank=True, help_text=_("What they do: “chief surveyor”."))
    organisation = models.CharField(max_length=160, blank=True)
    earlier_roles = models.TextField(
        blank=True,
        default="",
        db_default="",
        help_text=_("What they were before, a line each with its years: “2019–2023 ferry pilot, Harbour Board”."),
    )
    pronouns = models.CharField(
        max_length=20,
        blank=True,
        help_text=_("“she/her”, “he/him” or “they/them”; decides whether a page says “In her own words”."),
    )
    bio = models.TextField(blank=True, help_text=_("Who they are, in a sentence or two."))
    on_staff = models.BooleanField(default=False, help_text=_("Writes or photographs for us."))
    portrait = models.ForeignKey(
        "media.Photo", null=True, blank=True, on_delete=models.PROTECT, related_name="portrait_of"
    )

    objects: ClassVar = PresentManager.from_queryset(PersonQuerySet)()
    rows: ClassVar[models.Manager["Person"]] = models.Manager()

    class Meta:
        ordering = ("name", "pk")
        verbose_name_plural = _("people")
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=PersonKind.values), name="person_kind_known"),
        )

    def clean(self) -> None:
        """Refuse earlier roles that say no year, of which nobody could tell when they were."""
        super().clean()
        if unclear := unclear_roles(self.earlier_roles):
            sentence = _("“%(line)s” does not begin with a year. Write it like “2019–2023 ferry pilot, Harbour Board”.")
            raise ValidationError({"earlier_roles": sentence % {"line": unclear[0]}})

    def get_absolute_url(self) -> str:
        """The person's page."""
        return f"/people/{self.slug}/"

    @property
    def is_organisation(self) -> bool:
        """Whether it is a body, not somebody."""
        return self.kind == PersonKind.ORGANISATION

    @property
    def roles_before(self) -> list[Role]:
        """What they were before, in the order of the directory."""
        return roles_of(self.earlier_roles)

    @property
    def standing(self) -> str:
        """Role and organisation as one phrase (`standing_of`)."""
        return standing_of(self.role, self.organisation)


class PersonAlias(Named):
    """Another spelling or name of a person: "Zelensky" for Volodymyr Zelenskyy.

    One that `is_private` finds the person for editors and imports only: readers never saw it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases", db_index=False)
    is_private = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ("name", "pk")
        verbose_name = _("alias")
        verbose_name_plural = _("aliases")
        constraints = (models.UniqueConstraint(fields=["person", "key"], name="alias_once_per_person"),)
