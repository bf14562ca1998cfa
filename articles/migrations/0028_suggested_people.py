"""What the screens call the people whom imports suggest."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0027_names_readers_never_knew")]

    operations = [
        migrations.AlterModelOptions(
            name="personsuggestion",
            options={
                "ordering": ("pk",),
                "verbose_name": "suggested person",
                "verbose_name_plural": "suggested people",
            },
        ),
    ]
