"""Where to report security holes, and what browsers report."""

from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def give_rights(apps, schema_editor):
    """Let chiefs look at the reports; permissions are made here, since Django does so only after all migrations."""
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    found = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="articles", content_type__model="cspreport"
    )
    apps.get_model("auth", "Group").objects.get(name="chief").permissions.add(*found)



class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0013_sealed_stories'),
    ]

    operations = [
        migrations.AddField(
            model_name='publisher',
            name='security_contact',
            field=models.CharField(blank=True, db_default='', default='', help_text='A mail address or an https address, said to those who find one in /.well-known/security.txt.', max_length=200, verbose_name='reports of security holes'),
        ),
        migrations.CreateModel(
            name='CspReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('directive', models.CharField(help_text='The directive that forbids it.', max_length=40)),
                ('blocked', models.CharField(help_text='What was refused: the host it is at, or a word for it.', max_length=120)),
                ('page', models.CharField(help_text="The kind of page, as the site's addresses are written in code.", max_length=120)),
                ('times', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'refused by browsers',
                'verbose_name_plural': 'refused by browsers',
                'ordering': ('-date', '-times', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('date', 'directive', 'blocked', 'page'), name='csp_report_once_a_day')],
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop),
    ]
