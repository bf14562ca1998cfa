"""The four groups of a newsroom with their rights, and the user `system`, who imports and cannot log in."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.management import create_permissions
from django.db import migrations

DIRECTORY = ("person", "personalias", "topic")
READING = (
    "article", "revision", "edition", "section", "quote", "correction", "logentry", "person", "personalias", "topic",
    "desk", "pin", "personsuggestion",
)
REPORTER = {
    "articles": [f"view_{name}" for name in READING]
    + [f"{deed}_{name}" for name in DIRECTORY for deed in ("add", "change")]
    + ["add_article", "change_article", "submit_article"],
    "media": ["view_photo", "add_photo", "change_photo"],
}
EDITOR = {
    "articles": REPORTER["articles"]
    + ["change_others_article", "approve_article", "publish_article"]
    + [f"{deed}_{name}" for name in ("desk", "pin") for deed in ("add", "change")]
    + ["delete_personalias", "delete_pin", "delete_personsuggestion"],
    "media": REPORTER["media"],
}
PHOTO_EDITOR = {
    "articles": [f"view_{name}" for name in READING] + ["add_person", "change_person"],
    "media": ["view_photo", "add_photo", "change_photo", "delete_photo"],
}
ROLES = {"reporter": REPORTER, "editor": EDITOR, "photo editor": PHOTO_EDITOR}


def make_roles(apps, schema_editor):
    """Make the groups; permissions are made here too, since Django makes them only after all migrations."""
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
    User = apps.get_model("articles", "User")
    system, _ = User.objects.get_or_create(
        username="system", defaults={"first_name": "Newsroom", "password": make_password(None)}
    )
    system.groups.add(chief)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_story"),
        ("media", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
