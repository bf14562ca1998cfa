"""On whose clock a member of staff is shown times."""

import articles.models.user
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0019_timeline_version'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='time_zone',
            field=models.CharField(blank=True, help_text="On whose clock they are shown times; empty for the site's.", max_length=64, validators=[articles.models.user.validate_time_zone]),
        ),
    ]
