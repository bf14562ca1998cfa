"""Names and addresses that readers never knew, and addresses that have given up their name."""

from django.db import migrations, models

KINDS = ("desk", "topic")


def unique(kind):
    """The constraint that no two of a kind fold alike."""
    said = f"There is a {kind} of that name already, written with other case or accents."
    return models.UniqueConstraint(
        fields=["key"], name=f"{kind}_key_unique", violation_error_message=said, condition=~models.Q(key="")
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0026_tally")]

    operations = [
        *(migrations.RemoveConstraint(model_name=kind, name=f"{kind}_key_unique") for kind in KINDS),
        *(
            migrations.AddField(
                model_name=name, name="is_private", field=models.BooleanField(default=False, editable=False)
            )
            for name in ("desk", "person", "personalias", "topic")
        ),
        migrations.AlterField(model_name="topic", name="name", field=models.CharField(max_length=120)),
        *(migrations.AddConstraint(model_name=kind, constraint=unique(kind)) for kind in KINDS),
    ]
