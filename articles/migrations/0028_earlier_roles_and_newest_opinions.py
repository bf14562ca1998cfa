"""What people were before; and the newest opinions as a stretch of an index, however large the archive is."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0027_facts_of_the_house_in_time'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='earlier_roles',
            field=models.TextField(blank=True, db_default='', default='', help_text='What they were before, a line each with its years: “2019–2023 ferry pilot, Harbour Board”.'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['label', '-dated_at', '-article'], name='edition_label_newest'),
        ),
    ]
