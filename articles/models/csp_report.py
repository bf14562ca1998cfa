"""What browsers refused on our pages because the content security policy forbids it, counted by day."""

from datetime import date

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

MOST_A_DAY = 500  # kinds; what is beyond them is some attack on the reports themselves
KEPT_WHOLE = 100  # of a kind on a day; of more one in SAMPLE is counted, as so many
SAMPLE = 10


class CspReport(models.Model):
    """Browsers refused the same thing on pages of one kind so many times on a day; nothing of whose browsers."""

    date = models.DateField()
    directive = models.CharField(max_length=40, help_text=_("The directive that forbids it."))
    blocked = models.CharField(max_length=120, help_text=_("What was refused: the host it is at, or a word for it."))
    page = models.CharField(
        max_length=120, help_text=_("The kind of page, as the site's addresses are written in code.")
    )
    times = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("refused by browsers")
        verbose_name_plural = _("refused by browsers")
        ordering = ("-date", "-times", "pk")
        constraints = (
            models.UniqueConstraint(fields=["date", "directive", "blocked", "page"], name="csp_report_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.directive}: {self.blocked}"


def count_report(day: date, directive: str, blocked: str, page: str, *, is_sampled: bool) -> None:
    """Count one report of a day; `is_sampled` says whether it is the one in SAMPLE that stands for the others."""
    rows = CspReport.objects.filter(date=day)
    row = rows.filter(directive=directive, blocked=blocked, page=page)
    times = row.values_list("times", flat=True).first()
    if times is None:
        if rows.count() < MOST_A_DAY:
            new = CspReport(date=day, directive=directive, blocked=blocked, page=page)
            CspReport.objects.bulk_create([new], ignore_conflicts=True)
            row.update(times=F("times") + 1)
    elif times < KEPT_WHOLE:
        row.update(times=F("times") + 1)
    elif is_sampled:
        row.update(times=F("times") + SAMPLE)
