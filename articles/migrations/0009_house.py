"""Pages of the house and the one row about who publishes; the chief keeps both."""

import articles.models.house
import django.db.models.deletion
import django.utils.timezone
from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def furnish(apps, schema_editor):
    """Make the one row, and give the chief all rights there are by now; permissions are made here, since Django makes them later."""
    apps.get_model("articles", "House").objects.get_or_create(pk=1)
    config = apps.get_app_config("articles")
    config.models_module = True  # what create_permissions looks at; a historical app has none
    create_permissions(config, apps=apps, verbosity=0, using=schema_editor.connection.alias)
    Permission = apps.get_model("auth", "Permission")
    rights = Permission.objects.filter(content_type__app_label="articles")
    for chief in apps.get_model("auth", "Group").objects.filter(name="chief"):
        chief.permissions.add(*rights)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_open_sheets'),
        ('media', '0003_content_credentials'),
    ]

    operations = [
        migrations.CreateModel(
            name='HousePage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120)),
                ('slug', models.SlugField(max_length=80, unique=True, validators=[articles.models.house.validate_page_slug], verbose_name='address')),
                ('description', models.CharField(blank=True, help_text='The sentence under the title.', max_length=300)),
                ('body', models.TextField(blank=True)),
                ('role', models.CharField(blank=True, choices=[('', 'Nothing in particular'), ('publishingPrinciples', 'Publishing principles'), ('correctionsPolicy', 'Corrections policy'), ('ethicsPolicy', 'Ethics policy'), ('masthead', 'Masthead'), ('ownershipFundingInfo', 'Ownership and funding'), ('actionableFeedbackPolicy', 'Contact and feedback'), ('verificationFactCheckingPolicy', 'Fact-checking policy'), ('unnamedSourcesPolicy', 'Policy on unnamed sources'), ('diversityPolicy', 'Diversity policy')], help_text='Told to search engines.', max_length=40)),
                ('position', models.PositiveSmallIntegerField(default=100, help_text='Lower numbers come first at the foot.')),
                ('is_public', models.BooleanField(default=True, verbose_name='readers see it')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name': 'page of the house',
                'verbose_name_plural': 'pages of the house',
                'ordering': ('position', 'title', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('role', ''), _negated=True), fields=('role',), name='house_page_one_a_role', violation_error_message='Another page has this role already.')],
            },
        ),
        migrations.CreateModel(
            name='House',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('description', models.CharField(blank=True, help_text='What this newspaper is, in a sentence.', max_length=300)),
                ('logo_path', models.CharField(blank=True, editable=False, max_length=200)),
                ('social', models.TextField(blank=True, help_text='Full addresses of our accounts on other sites, one a line.', verbose_name='profiles elsewhere')),
                ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.photo')),
            ],
            options={
                'verbose_name': 'house',
                'verbose_name_plural': 'house',
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='house_is_one')],
            },
        ),
        migrations.RunPython(furnish, migrations.RunPython.noop),
    ]
