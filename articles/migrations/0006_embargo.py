"""The embargo that a story came with, in its words, and the moment until which it holds."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0005_no_overlap'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='embargo_until',
            field=models.DateTimeField(blank=True, help_text='Nothing goes out before. It is taken back with “The embargo is lifted”.', null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='embargo_words',
            field=models.TextField(blank=True, db_default='', default='', verbose_name="embargo, in the text's words"),
        ),
    ]
