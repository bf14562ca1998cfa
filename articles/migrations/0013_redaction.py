"""Editions and revisions whose words were removed by order of law; chiefs may."""

from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def let_redact(apps, schema_editor):
    """Give the chief all rights there are by now."""
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="articles")
    for chief in apps.get_model("auth", "Group").objects.filter(name="chief"):
        chief.permissions.add(*rights)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0012_directory_changes'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='article',
            options={'ordering': ('-changed_at', '-pk'), 'permissions': (('submit_article', 'Can submit an article for review'), ('approve_article', 'Can approve an article or send it back'), ('publish_article', 'Can publish, schedule, withdraw and restore'), ('change_others_article', 'Can edit stories that others began'), ('redact_article', 'Can remove words for legal reasons'))},
        ),
        migrations.RemoveConstraint(
            model_name='edition',
            name='edition_words_only_when_published',
        ),
        migrations.AddField(
            model_name='edition',
            name='redacted_at',
            field=models.DateTimeField(help_text='When its words were removed by order of law.', null=True),
        ),
        migrations.AddField(
            model_name='revision',
            name='redacted_at',
            field=models.DateTimeField(help_text='When its words were removed by order of law.', null=True),
        ),
        migrations.AlterField(
            model_name='revision',
            name='digest',
            field=models.CharField(help_text='SHA-256 of the snapshot as it was saved, in hex.', max_length=64),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('desk__isnull', False), ('kind', 'published'), ('revision__isnull', False), models.Q(('headline', ''), ('redacted_at__isnull', True), _negated=True), models.Q(('path', ''), _negated=True)), models.Q(('dek', ''), ('headline', ''), ('kind__in', ['withdrawn', 'expired']), ('path', ''), ('words', 0)), _connector='OR'), name='edition_words_only_when_published'),
        ),
        migrations.RunPython(let_redact, migrations.RunPython.noop),
    ]
