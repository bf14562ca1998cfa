"""How many verbs have moved a story's timeline."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0018_words_for_editors'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='timeline_version',
            field=models.PositiveIntegerField(default=0, editable=False, help_text='How many verbs have moved its timeline: who decides says which they saw.'),
        ),
    ]
