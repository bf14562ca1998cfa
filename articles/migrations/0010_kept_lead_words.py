"""What was written for photos that are the lead of a story no longer."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_devices_at_login'),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='kept_lead_words',
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
    ]
