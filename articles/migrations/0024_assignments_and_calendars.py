"""For which slot a story is; which comments have lost their words; columns and calendars of staff."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0023_templates_scraps_and_names'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='slot_at',
            field=models.DateTimeField(editable=False, help_text='When the desk plans to have it out; nothing goes out by itself then.', null=True),
        ),
        migrations.AddField(
            model_name='comment',
            name='is_lost',
            field=models.BooleanField(db_default=False, default=False, help_text='Whether its words are gone just now.'),
        ),
        migrations.AddField(
            model_name='user',
            name='board_columns',
            field=models.JSONField(blank=True, db_default=[], default=list, editable=False, help_text='The columns of the list of stories that they chose; none for the usual ones.'),
        ),
        migrations.AddField(
            model_name='user',
            name='calendar_key',
            field=models.CharField(blank=True, db_default='', default='', editable=False, help_text='The secret part of their calendar\'s address; empty where they have none.', max_length=43),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('slot_at__isnull', False)), fields=['slot_at'], name='article_slot'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(condition=models.Q(('calendar_key', ''), _negated=True), fields=('calendar_key',), name='calendar_key_once'),
        ),
    ]
