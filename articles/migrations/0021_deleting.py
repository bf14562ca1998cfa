"""Writers and editors may delete what was never public, and the log keeps what it was called."""

from django.db import migrations, models


def let_delete(apps, schema_editor):
    """Give the right to the roles that write; chiefs have it."""
    right = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="articles", codename="delete_article"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=["reporter", "editor"]):
        group.permissions.add(right)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0020_own_time_zone'),
    ]

    operations = [
        migrations.AddField(
            model_name='logentry',
            name='story',
            field=models.CharField(blank=True, help_text='What the story was called, once it was deleted.', max_length=340),
        ),
        migrations.RunPython(let_delete, migrations.RunPython.noop),
    ]
