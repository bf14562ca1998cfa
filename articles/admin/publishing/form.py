"""What the publish sheet asks: when the story goes out, until when, and what readers are told of an update."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from articles.admin.shared.seen_field import SeenField
from articles.admin.shared.user_time_zone import both_times
from articles.editorial.notifications.sentences import called
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from articles.models.correction import CorrectionKind
from articles.models.user import User
from media.date_time_field import LocalDateTimeField

KINDS = (
    (CorrectionKind.CORRECTION, lazy("Correction: readers were told something wrong")),
    (CorrectionKind.CLARIFICATION, lazy("Clarification: readers could have misunderstood")),
    (NO_CORRECTION, lazy("No notice: nothing that readers were told was wrong")),
)
NOW, IN_AN_HOUR, AT = "now", "hour", "at"
EVENING, MORNING = 18, 6  # o'clock, on the person's clock


class Moment(NamedTuple):
    """A moment that is offered: its value in the form, what it is called, and when it is; None for now and a date."""

    value: str
    label: str
    at: datetime | None


def moments(now: datetime, embargo: datetime | None = None) -> list[Moment]:
    """The moments offered at `now`, in order; `embargo` is when one ends that holds.

    All but the next hour say their moment themselves, so that a page left open over midnight means what it showed.
    """
    local = timezone.localtime(now)
    tonight, tomorrow = _at_hour(local, EVENING), _at_hour(local + timedelta(days=1), MORNING)
    offered = [Moment(NOW, _("Now"), None), Moment(IN_AN_HOUR, _("In one hour"), now + timedelta(hours=1))]
    if tonight > now:
        offered.append(Moment(tonight.isoformat(), _("Tonight 18:00"), tonight))
    offered.append(Moment(tomorrow.isoformat(), _("Tomorrow 6:00"), tomorrow))
    if embargo is not None and embargo > now:
        offered.append(Moment(embargo.isoformat(), _("When the embargo ends"), embargo))
    return [*offered, Moment(AT, _("At a date"), None)]


def _at_hour(local: datetime, hour: int) -> datetime:
    """That hour of the day, on its clock."""
    return local.replace(hour=hour, minute=0, second=0, microsecond=0, fold=0)


class PublishForm(forms.Form):
    """When a story goes out and ends, and what readers are told where it is live."""

    # Its name is on the wire.
    notice = forms.ChoiceField(choices=KINDS, widget=forms.RadioSelect, label=lazy("Is this a correction?"))
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        label=lazy("What readers are told"),
        help_text=lazy("A sentence or two: what was wrong, and what is right. Not needed for no notice."),
    )
    when = forms.CharField(required=False)
    publish_at = LocalDateTimeField(label=lazy("Date and time"), required=False)
    expire_at = LocalDateTimeField(label=lazy("Ends at"), required=False)
    slug = forms.CharField(required=False, max_length=80, label=lazy("The last part of its address"))
    tell = forms.ModelMultipleChoiceField(
        User.objects.none(), widget=forms.CheckboxSelectMultiple, required=False, label=lazy("Who is told")
    )
    # A program that posts the form without having been asked whom to tell leaves it as it is by itself.
    asks_whom = forms.BooleanField(widget=forms.HiddenInput, required=False, initial=True)
    version = SeenField()
    seen = SeenField()

    def __init__(self, *args: Any, is_live: bool, people: list[User], **options: Any) -> None:
        """Ask about a correction only where readers have read something; `people` are those who can be told."""
        super().__init__(*args, **options)
        self.auto_id = "publish_%s"
        tell: Any = self.fields["tell"]
        tell.queryset = User.objects.filter(pk__in=[person.pk for person in people]).order_by("username")
        tell.label_from_instance = called
        if not is_live:
            del self.fields["notice"], self.fields["text"]

    def clean(self) -> dict[str, Any]:
        """The values, with the moment that is meant as `at`, which is None for now; a note needs words.

        `told` are those whom somebody chose to tell, None where nobody was asked.
        """
        values: Any = super().clean()
        values["told"] = list(values.get("tell", ())) if values.get("asks_whom") else None
        if values.get("notice") not in (None, NO_CORRECTION) and not values.get("text"):
            self.add_error("text", _("Say what was wrong and what is right, or choose no notice."))
        if "publish_at" in values:
            try:
                values["at"] = meant(values.get("when", ""), values["publish_at"], timezone.now())
            except ValidationError as error:
                self.add_error("publish_at", error)
        return values


def meant(when: str, date: datetime | None, now: datetime) -> datetime | None:
    """The moment that a choice and a date mean at `now`; None is now. Raises ValidationError."""
    if when in ("", NOW, AT):  # “Now” is what stands there at first: somebody who gives a date means the date
        if when == AT and date is None:
            raise ValidationError(_("Say when the story is to go live, or choose another moment."))
        return date
    if date is not None:
        raise ValidationError(_("A date is given and another moment chosen: choose “At a date”, or empty the date."))
    if when == IN_AN_HOUR:
        return now + timedelta(hours=1)
    try:
        read = datetime.fromisoformat(when)
    except ValueError as error:
        raise ValidationError(_("Choose one of the moments.")) from error
    if timezone.is_naive(read):
        raise ValidationError(_("Choose one of the moments."))
    return read


def in_words(moment: Moment) -> str:
    """When an offered moment is, on both clocks; "" for now and for a date."""
    return both_times(moment.at) if moment.at is not None else ""
