"""Readings by story and day; everybody in the newsroom may look at them."""

import django.db.models.deletion
from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def let_look(apps, schema_editor):
    """Give every role the right to look, and the chief all there are by now."""
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="articles")
    for role in apps.get_model("auth", "Group").objects.filter(name__in=("reporter", "editor", "photo editor", "chief")):
        role.permissions.add(*(rights if role.name == "chief" else rights.filter(codename="view_reading")))


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_house'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('times', models.PositiveIntegerField(default=0)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='articles.article')),
            ],
            options={
                'ordering': ('-date', '-times', 'pk'),
                'indexes': [models.Index(fields=['date', 'article'], name='reading_by_date')],
                'constraints': [models.UniqueConstraint(fields=('article', 'date'), name='reading_one_a_day')],
            },
        ),
        migrations.RunPython(let_look, migrations.RunPython.noop),
    ]
