"""The files that photos had before others took their place, kept for a while so that they can be put back."""

import django.db.models.deletion
import media.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0002_unconfirmed_words'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FormerOriginal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('original', models.FileField(max_length=120, upload_to=media.models.private_name)),
                ('width', models.PositiveIntegerField(verbose_name='width in pixels, upright')),
                ('height', models.PositiveIntegerField(verbose_name='height in pixels, upright')),
                ('filled', models.JSONField(default=list)),
                ('replaced_at', models.DateTimeField(db_index=True)),
                ('photo', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='former_originals', to='media.photo')),
                ('replaced_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-replaced_at', '-pk'],
                'default_permissions': (),
                'indexes': [models.Index(fields=['photo', '-replaced_at'], name='former_original_of')],
            },
        ),
    ]
