"""The tally of live stories by month, filled from the editions that are there."""

from collections import Counter
from datetime import UTC, datetime

from django.db import migrations, models
from django.utils import timezone

FAR_FUTURE = datetime(9000, 1, 1, tzinfo=UTC)
LONG_PAST = datetime(1601, 1, 1, tzinfo=UTC)


def fill(apps, schema_editor):
    """Each published edition counts from its start to its end; what is past is one row for each month."""
    steps, now = Counter(), timezone.now()
    editions = apps.get_model("articles", "Edition").objects.filter(kind="published").order_by()
    for start, end, dated_at in editions.values_list("goes_live_at", "ends_at", "dated_at").iterator():
        dated_at = dated_at.astimezone(UTC)
        month = dated_at.year * 100 + dated_at.month
        steps[month, start if start > now else LONG_PAST] += 1
        if end < FAR_FUTURE:
            steps[month, end if end > now else LONG_PAST] -= 1
    Tally = apps.get_model("articles", "Tally")
    Tally.objects.bulk_create(
        Tally(month=month, from_at=at, change=change) for (month, at), change in steps.items() if change
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0025_rules_of_the_index")]

    operations = [
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.PositiveIntegerField()),
                ("from_at", models.DateTimeField()),
                ("change", models.IntegerField()),
            ],
            options={
                "ordering": ("month", "from_at", "pk"),
                "default_permissions": (),
                "indexes": [models.Index(fields=["month", "from_at"], name="tally_by_month")],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
