"""The right of the picture desk, which photo editors and chiefs have."""

from django.contrib.auth.management import create_permissions
from django.db import migrations


def give_rights(apps, schema_editor):
    """Let photo editors and chiefs place photos; the right is made here, since Django does so only after all migrations."""
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    [right] = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="articles", codename="place_photos"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=("photo editor", "chief")):
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_headlines_for_places")]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ("-changed_at", "-pk"),
                "permissions": (
                    ("submit_article", "Can submit an article for review"),
                    ("approve_article", "Can approve an article or send it back"),
                    ("publish_article", "Can publish, schedule, withdraw and restore"),
                    ("change_others_article", "Can edit stories that others began"),
                    (
                        "place_photos",
                        "Can place photos, captions and credits in any story, and describe photos that are out",
                    ),
                    ("redact_article", "Can remove words for legal reasons"),
                ),
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
