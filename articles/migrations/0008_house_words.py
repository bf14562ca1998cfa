"""The house's own words and spellings, which chiefs keep."""

from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def give_rights(apps, schema_editor):
    """Let chiefs change the list; its permissions are made here, since Django does so only after all migrations."""
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    found = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="articles", content_type__model="houseword"
    )
    apps.get_model("auth", "Group").objects.get(name="chief").permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0007_whole_headlines"),
    ]

    operations = [
        migrations.CreateModel(
            name="HouseWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "wrong",
                    models.CharField(
                        help_text="In small letters it is found with capitals too, else only as it is written.",
                        max_length=120,
                        verbose_name="not",
                    ),
                ),
                (
                    "right",
                    models.CharField(
                        blank=True,
                        help_text="Empty: something else. The same word again: it is right, whatever it looks like.",
                        max_length=120,
                        verbose_name="but",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200)),
                (
                    "language",
                    models.CharField(
                        blank=True, help_text="A code such as “en”; empty: in all languages.", max_length=12
                    ),
                ),
            ],
            options={
                "verbose_name": "house style entry",
                "verbose_name_plural": "house style",
                "ordering": ("wrong", "language", "pk"),
                "constraints": [models.UniqueConstraint(fields=("wrong", "language"), name="house_word_once")],
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
