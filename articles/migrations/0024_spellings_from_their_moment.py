"""Spellings that readers get from a moment on. They are empty after this: `index_search` learns them, `readyz` asks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0023_site_name_and_icon")]

    operations = [
        migrations.DeleteModel(name="Spelling"),
        migrations.CreateModel(
            name="Spelling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60)),
                ("word", models.CharField(db_index=True, max_length=60)),
                ("from_at", models.DateTimeField()),
                ("entry", models.BigIntegerField(null=True)),
            ],
            options={
                "ordering": ("pk",),
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["key", "word", "from_at"], name="spelling_by_key"),
                    models.Index(
                        condition=models.Q(("entry__isnull", False)), fields=["entry"], name="spelling_ahead"
                    ),
                ],
            },
        ),
    ]
