"""What is on top of pages becomes orders, each of which holds until the next; the next story's choice has a beginning and an end."""

import datetime

import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

FAR_FUTURE = datetime.datetime(9000, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)


def make_orders(apps, schema_editor):
    """Make what is on top of each page an order, which holds since it was set: the log knows when, and who did."""
    places = apps.get_model("articles", "TopStory").objects.filter(order=None)
    orders, desks = apps.get_model("articles", "PageOrder").objects, apps.get_model("articles", "Desk").objects
    log = apps.get_model("articles", "LogEntry").objects.filter(verb="arrange").order_by("-at", "-pk")
    for desk in set(places.order_by().values_list("desk", flat=True)):
        name = desks.get(pk=desk).name if desk else "Front page"
        told = log.filter(note__startswith=f"{name}: ").first()
        at, by = (told.at, told.by_id) if told else (django.utils.timezone.now(), None)
        made = orders.create(desk_id=desk, goes_live_at=at, changed_at=at, changed_by_id=by)
        places.filter(desk=desk).update(order=made, desk=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0024_assignments_and_calendars'),
    ]

    operations = [
        migrations.CreateModel(
            name='PageOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('goes_live_at', models.DateTimeField(null=True)),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('desk', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.desk')),
            ],
            options={
                'ordering': ('-goes_live_at', 'pk'),
                'default_permissions': (),
                'constraints': [
                    models.UniqueConstraint(fields=('desk', 'goes_live_at'), name='page_order_of_desk_once_at_a_time'),
                    models.UniqueConstraint(condition=models.Q(('desk', None)), fields=('goes_live_at',), name='page_order_of_front_once_at_a_time'),
                    models.UniqueConstraint(django.db.models.functions.comparison.Coalesce('desk', models.Value(0)), condition=models.Q(('goes_live_at', None)), name='page_order_one_draft_of_page'),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name='topstory',
            name='top_story_once_on_desk',
        ),
        migrations.RemoveConstraint(
            model_name='topstory',
            name='top_story_once_on_front',
        ),
        migrations.AddField(
            model_name='pin',
            name='ends_at',
            field=models.DateTimeField(db_default=FAR_FUTURE, default=FAR_FUTURE),
        ),
        migrations.AddField(
            model_name='pin',
            name='goes_live_at',
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), default=django.utils.timezone.now),
        ),
        migrations.AlterField(
            model_name='pin',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article'),
        ),
        migrations.AddConstraint(
            model_name='pin',
            constraint=models.UniqueConstraint(condition=models.Q(('ends_at', FAR_FUTURE)), fields=('article',), name='pin_once_at_a_time'),
        ),
        migrations.AddField(
            model_name='topstory',
            name='order',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.pageorder'),
        ),
        migrations.AddConstraint(
            model_name='topstory',
            constraint=models.UniqueConstraint(fields=('order', 'article'), name='top_story_once_in_order'),
        ),
        migrations.RunPython(make_orders, migrations.RunPython.noop),
        # Yesterday's code still asks for the column; it is empty from here on, and goes with a later migration.
        migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField(model_name='topstory', name='desk')]),
    ]
