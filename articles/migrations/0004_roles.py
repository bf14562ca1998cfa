"""The four groups of a newsroom with their rights, the user `system`, who imports and cannot log in, and the publisher."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.management import create_permissions
from django.db import migrations

DIRECTORY = ("person", "personalias", "topic")
VIEWED = (
    "article", "revision", "edition", "section", "quote", "correction", "logentry", "person", "personalias", "topic",
    "desk", "pin", "personsuggestion", "directorychange", "viewcount",
)
REPORTER = {
    "articles": [f"view_{name}" for name in VIEWED]
    + [f"{action}_{name}" for name in DIRECTORY for action in ("add", "change")]
    + ["add_article", "change_article", "delete_article", "submit_article"],
    "media": ["view_photo", "add_photo", "change_photo"],
}
EDITOR = {
    "articles": REPORTER["articles"]
    + ["change_others_article", "approve_article", "publish_article", "add_directorychange"]
    + [f"{action}_{name}" for name in ("desk", "pin") for action in ("add", "change")]
    + ["delete_personalias", "delete_pin", "delete_personsuggestion"],
    "media": REPORTER["media"],
}
PHOTO_EDITOR = {
    "articles": [f"view_{name}" for name in VIEWED] + ["add_person", "change_person"],
    "media": ["view_photo", "add_photo", "change_photo", "delete_photo"],
}
ROLES = {"reporter": REPORTER, "editor": EDITOR, "photo editor": PHOTO_EDITOR}


def create_roles(apps, schema_editor):
    """Create the groups; permissions are created here too, since Django does so only after all migrations."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for label in ("articles", "media", "auth"):
        config = apps.get_app_config(label)
        config.models_module = True  # what create_permissions looks at; a historical app has none
        create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    for name, rights in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        for label, codenames in rights.items():
            found = Permission.objects.filter(content_type__app_label=label, codename__in=codenames)
            assert found.count() == len(set(codenames)), f"{name}: some of {codenames} are unknown"
            group.permissions.add(*found)
    chief, _ = Group.objects.get_or_create(name="chief")
    chief.permissions.add(*Permission.objects.filter(content_type__app_label__in=["articles", "media", "auth"]))


def create_rows(apps, schema_editor):
    """Create the user `system`, a chief without a password, and the one row about who publishes."""
    system, _ = apps.get_model("articles", "User").objects.get_or_create(
        username="system", defaults={"first_name": "Newsroom", "password": make_password(None)}
    )
    system.groups.add(apps.get_model("auth", "Group").objects.get(name="chief"))
    apps.get_model("articles", "Publisher").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_search_tables"),
        ("media", "0001_photo"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.RunPython(create_roles, migrations.RunPython.noop),
        migrations.RunPython(create_rows, migrations.RunPython.noop),
    ]
