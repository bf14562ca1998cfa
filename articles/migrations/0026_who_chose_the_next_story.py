"""A choice of the next story says who made it; the log knows, and knows since when the choices of before 0025 hold."""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

A_VERB = datetime.timedelta(minutes=1)  # between what a verb writes and its line in the log


def ask_the_log(apps, schema_editor):
    """Take from the log who chose, and for what 0025 could only say that it held by then, since when."""
    log = apps.get_model("articles", "LogEntry").objects.filter(verb="pin").order_by("-at", "-pk")
    for pin in apps.get_model("articles", "Pin").objects.filter(made_by=None):
        until = pin.goes_live_at + A_VERB
        told = log.filter(article=pin.article_id, note=f"story {pin.next_id}", at__lte=until).first()
        if told:
            pin.made_by_id, pin.goes_live_at = told.by_id, min(pin.goes_live_at, told.at)
            pin.save()


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0025_page_orders_and_pins_in_time'),
    ]

    operations = [
        migrations.AddField(
            model_name='pin',
            name='made_by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.RunPython(ask_the_log, migrations.RunPython.noop),
    ]
