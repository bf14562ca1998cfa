"""The facts of the house are kept by time; the log knows when they were changed before, and by whom, but not from what."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

TEXTS = ("name", "description", "social", "security_contact")
ANSWERS = ("may_be_found", "may_be_answered_with", "may_be_learned_from")


def ask_the_log(apps, schema_editor):
    """Begin with what the log knows: the times of all changes, and at the last of them what the house says today."""
    kept = apps.get_model("articles", "HouseFacts").objects
    for told in apps.get_model("articles", "LogEntry").objects.filter(verb="save publisher").order_by("at", "pk"):
        kept.update_or_create(goes_live_at=told.at, defaults={"changed_by_id": told.by_id})
    for publisher in apps.get_model("articles", "Publisher").objects.all():
        facts = {name: getattr(publisher, name) for name in TEXTS + ANSWERS}
        facts |= {"logo": publisher.logo_id, "icon": publisher.icon_id}
        last = kept.order_by("goes_live_at").last()
        if last:
            kept.filter(pk=last.pk).update(facts=facts)
        elif any(value not in ("", None) for value in facts.values()):
            kept.create(goes_live_at=django.utils.timezone.now(), facts=facts)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0026_who_chose_the_next_story'),
    ]

    operations = [
        migrations.CreateModel(
            name='HouseFacts',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('goes_live_at', models.DateTimeField(unique=True)),
                ('facts', models.JSONField(null=True)),
                ('changed_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-goes_live_at',),
                'default_permissions': (),
            },
        ),
        migrations.RunPython(ask_the_log, migrations.RunPython.noop),
    ]
