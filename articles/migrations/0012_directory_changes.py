"""Rows of the directory that lead to others, and what was done to it; editors may reorder it."""

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def let_editors_reorder(apps, schema_editor):
    """Give editors and chiefs the rights to what is new; permissions are made here, since Django makes them later."""
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="articles")
    rights = rights.filter(codename__endswith="_directorychange")
    groups = apps.get_model("auth", "Group").objects
    for group in groups.filter(name="chief"):
        group.permissions.add(*rights)
    for group in groups.filter(name="editor"):
        group.permissions.add(*rights.filter(codename__regex="^(add|view)_"))
    for group in groups.filter(name__in=["reporter", "photo editor"]):
        group.permissions.add(*rights.filter(codename__startswith="view_"))


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0011_desks_board_and_throttle'),
    ]

    operations = [
        migrations.AddField(
            model_name='desk',
            name='leads_to',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.desk'),
        ),
        migrations.AddField(
            model_name='person',
            name='leads_to',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.person'),
        ),
        migrations.AddField(
            model_name='topic',
            name='leads_to',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.topic'),
        ),
        migrations.CreateModel(
            name='DirectoryChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(help_text="The model's name: “person”, “topic” or “desk”.", max_length=10)),
                ('deed', models.CharField(choices=[('rename', 'Renamed'), ('alias', 'Given another name'), ('merge', 'Merged'), ('split', 'Split')], max_length=10)),
                ('row', models.PositiveBigIntegerField()),
                ('other', models.PositiveBigIntegerField(null=True)),
                ('summary', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('moved', models.JSONField(default=dict)),
                ('facts', models.JSONField(default=dict)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'change of the directory',
                'verbose_name_plural': 'changes of the directory',
                'ordering': ('-at', '-pk'),
                'indexes': [models.Index(fields=['kind', 'row'], name='directory_change_of')],
            },
        ),
        migrations.RunPython(let_editors_reorder, migrations.RunPython.noop),
    ]
