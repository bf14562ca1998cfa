"""The house's own words and spellings, as editors keep them: what is not written, what is instead, and why."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import validate_language
from articles.text.checks.house_words import HouseWord as Word


class HouseWord(models.Model):
    """One line of the house's list: "wrong → right, reason"."""

    wrong = models.CharField(
        _("not"),
        max_length=120,
        help_text=_("In small letters it is found with capitals too, else only as it is written."),
    )
    right = models.CharField(
        _("but"),
        max_length=120,
        blank=True,
        help_text=_("Empty: something else. The same word again: it is right, whatever it looks like."),
    )
    reason = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=12, blank=True, help_text=_("A code such as “en”; empty: in all languages."))

    class Meta:
        ordering = ("wrong", "language", "pk")
        verbose_name = _("house style entry")
        verbose_name_plural = _("house style")
        constraints = (models.UniqueConstraint(fields=["wrong", "language"], name="house_word_once"),)

    def __str__(self) -> str:
        return f"{self.wrong} → {self.right or '…'}"

    def clean(self) -> None:
        """One line each, and a language that there is."""
        self.wrong, self.right = " ".join(self.wrong.split()), " ".join(self.right.split())
        if not self.wrong:
            raise ValidationError({"wrong": "Say what the house does not write."})
        if self.language:
            validate_language(self.language)


def house_words() -> tuple[Word, ...]:
    """The house's list, as texts are checked by it; one query."""
    rows = HouseWord.objects.values_list("wrong", "right", "reason", "language")
    return tuple(
        Word(wrong, right, reason, (language.split("-")[0],) if language else ())
        for wrong, right, reason, language in rows
    )
