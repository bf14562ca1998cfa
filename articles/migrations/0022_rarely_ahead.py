"""The index of stories whose working copy is ahead, by a condition that PostgreSQL takes to be rare."""

from django.db import migrations, models
from django.db.models.functions import NullIf


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0021_deleting'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='article',
            name='article_ahead_newest',
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('version', NullIf('version', 'published_version'))), fields=['-changed_at', '-id'], name='article_ahead_newest'),
        ),
    ]
