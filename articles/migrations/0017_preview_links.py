"""Links by which somebody without an account reads a story before it is out."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0016_topic_pages'),
    ]

    operations = [
        migrations.CreateModel(
            name='PreviewLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shows', models.CharField(choices=[('working copy', 'The working copy'), ('scheduled', 'What is scheduled'), ('revision', 'A revision')], max_length=12)),
                ('token', models.CharField(max_length=32, unique=True)),
                ('for_whom', models.CharField(blank=True, max_length=120)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('times_opened', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField(blank=True, help_text='When it was opened last.', null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='preview_links', to='articles.article')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.revision')),
            ],
            options={
                'ordering': ('-made_at', '-pk'),
                'default_permissions': (),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('revision__isnull', False), ('shows', 'revision')), models.Q(('revision__isnull', True), ('shows__in', ['working copy', 'scheduled'])), _connector='OR'), name='preview_link_revision_where_shown'), models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('made_at'))), name='preview_link_ends_after_start')],
            },
        ),
    ]
