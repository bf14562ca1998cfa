"""Stories are called stories on every screen; lists of them that somebody keeps by a name."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0021_publisher_answers_machines'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='article',
            options={'ordering': ('-changed_at', '-pk'), 'permissions': (('submit_article', 'Can submit an article for review'), ('approve_article', 'Can approve an article or send it back'), ('publish_article', 'Can publish, schedule, withdraw and restore'), ('change_others_article', 'Can edit stories that others began'), ('place_photos', 'Can place photos, captions and credits in any story, and describe photos that are out'), ('redact_article', 'Can remove words for legal reasons')), 'verbose_name': 'story', 'verbose_name_plural': 'stories'},
        ),
        migrations.AddField(
            model_name='user',
            name='saved_lists',
            field=models.JSONField(blank=True, db_default=[], default=list, editable=False, help_text='Lists of stories kept by a name.'),
        ),
    ]
