"""Attempts to sign in say on which known device they were made."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_house_words'),
    ]

    operations = [
        migrations.AddField(
            model_name='failedlogin',
            name='device',
            field=models.CharField(blank=True, db_default='', default='', max_length=22),
        ),
    ]
