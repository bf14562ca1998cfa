"""Headlines and deks of working copies are kept whole, however long; so is what a deleted story was called."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_embargo'),
    ]

    operations = [
        migrations.AlterField(
            model_name='article',
            name='dek',
            field=models.TextField(blank=True, help_text='The sentence under the headline.'),
        ),
        migrations.AlterField(
            model_name='article',
            name='headline',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='logentry',
            name='story',
            field=models.TextField(blank=True, help_text='What the story was called, once it was deleted.'),
        ),
    ]
