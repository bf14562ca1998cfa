"""The newest opinions of the front page are a stretch of an index, however large the archive is."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0027_facts_of_the_house_in_time'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['label', '-dated_at', '-article'], name='edition_label_newest'),
        ),
    ]
