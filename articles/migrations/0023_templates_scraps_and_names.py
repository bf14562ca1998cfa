"""Templates and scraps, which are on no board; how many words a desk wants; what colleagues call a revision."""

import django.core.validators
from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def give_rights(apps, schema_editor):
    """Let chiefs make templates; the right is made here, since Django does so only after all migrations."""
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    [right] = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="articles", codename="make_templates"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="chief"):
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_stories_and_saved_lists")]

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
                    ("make_templates", "Can make templates that stories are begun from"),
                ),
                "verbose_name": "story",
                "verbose_name_plural": "stories",
            },
        ),
        migrations.AddField(
            model_name="article",
            name="shelf",
            field=models.CharField(
                blank=True,
                choices=[("", "Stories"), ("template", "Template"), ("scrap", "Scrap")],
                db_default="",
                default="",
                editable=False,
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="word_budget",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="How many words the desk wants.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(100000),
                ],
            ),
        ),
        migrations.AddField(
            model_name="revision",
            name="name",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("shelf__gt", "")),
                fields=["shelf", "-changed_at", "-id"],
                name="article_on_shelf",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("shelf__in", ["", "template", "scrap"])), name="article_shelf_known"
            ),
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
