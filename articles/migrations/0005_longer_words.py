"""Captions, attributions and notices of any length, credits as long as the library's, bounds for original dates."""

import datetime
import django.core.validators
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0004_no_overlap'),
    ]

    operations = [
        migrations.AlterField(
            model_name='article',
            name='lead_caption',
            field=models.TextField(blank=True, help_text="When empty, the library's caption is used."),
        ),
        migrations.AlterField(
            model_name='article',
            name='lead_credit',
            field=models.CharField(blank=True, help_text="When empty, the library's credit is used.", max_length=500),
        ),
        migrations.AlterField(
            model_name='article',
            name='original_date',
            field=models.DateTimeField(blank=True, help_text='For stories first published elsewhere: the date readers are shown.', null=True, validators=[django.core.validators.MinValueValidator(datetime.datetime(1601, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), 'The original date must be later than the year 1600.'), django.core.validators.MaxValueValidator(django.utils.timezone.now, 'The original date must be in the past. To publish later, schedule.')]),
        ),
        migrations.AlterField(
            model_name='edition',
            name='notice',
            field=models.TextField(blank=True, help_text='The public sentence of a withdrawal.'),
        ),
        migrations.AlterField(
            model_name='photoplacement',
            name='credit',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AlterField(
            model_name='quote',
            name='attribution',
            field=models.TextField(blank=True, help_text="Who said it, in the story's own words."),
        ),
    ]
