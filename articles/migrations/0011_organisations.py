"""People get a kind; those with the very name of a news agency become organisations."""

from django.db import migrations, models

# Keys as the directory folds names, of agencies that nobody is called like.
AGENCIES = (
    "reuters", "thomson reuters", "associated press", "the associated press", "afp", "agence france-presse", "dpa",
    "deutsche presse-agentur", "agencia efe", "interfax", "ukrinform", "укрінформ", "уніан",
    "xinhua", "新华社", "kyodo news", "共同通信", "yonhap", "press association", "pa media", "bloomberg", "bbc news",
    "al jazeera", "keystone-sda", "ntb", "tt", "tidningarnas telegrambyran", "ritzau", "polska agencja prasowa",
    "press trust of india", "anadolu ajansi", "anadolu agency", "رويترز", "getty images", "the canadian press",
    "australian associated press", "european pressphoto agency",
)  # fmt: skip


def guess_organisations(apps, schema_editor):
    Person = apps.get_model("articles", "Person")
    Person.objects.filter(key__in=AGENCIES).update(kind="organisation", on_staff=False)


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_kept_lead_words"), ("media", "0002_unconfirmed_words")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="kind",
            field=models.CharField(
                choices=[("person", "Person"), ("organisation", "Organisation")],
                db_default="person",
                default="person",
                max_length=12,
            ),
        ),
        migrations.RunPython(guess_organisations, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(kind__in=["person", "organisation"]), name="person_kind_known"
            ),
        ),
    ]
