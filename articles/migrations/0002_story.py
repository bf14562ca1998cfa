"""A story: its working copy, its editions and what they are made of, the directory, the index, the log."""

import articles.models.article
import articles.models.desk
import articles.models.publisher
import datetime
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
import taggit.managers
from django.conf import settings
from django.db import migrations, models

class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_user'),
        ('media', '0001_photo'),
    ]

    operations = [
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('headline', models.CharField(blank=True, max_length=300)),
                ('dek', models.CharField(blank=True, help_text='The sentence under the headline.', max_length=500)),
                ('slug', models.SlugField(blank=True, help_text='The last part of the address; made from the headline when empty.', max_length=80)),
                ('body', models.TextField(blank=True)),
                ('language', models.CharField(default='en', max_length=12, validators=[articles.models.article.validate_language])),
                ('label', models.CharField(blank=True, choices=[('', 'News'), ('analysis', 'Analysis'), ('explainer', 'Explainer'), ('interview', 'Interview'), ('opinion', 'Opinion'), ('review', 'Review')], default='', max_length=20)),
                ('place', models.CharField(blank=True, help_text='Where it was written: “Kyiv”.', max_length=80)),
                ('lead_caption', models.TextField(blank=True, help_text="When empty, the library's caption is used.")),
                ('lead_credit', models.CharField(blank=True, help_text="When empty, the library's credit is used.", max_length=500)),
                ('original_date', models.DateTimeField(blank=True, help_text='For stories first published elsewhere: the date readers are shown.', null=True, validators=[django.core.validators.MinValueValidator(datetime.datetime(1601, 1, 1, 0, 0, tzinfo=datetime.timezone.utc), 'The original date must be later than the year 1600.'), django.core.validators.MaxValueValidator(django.utils.timezone.now, 'The original date must be in the past. To publish later, schedule.')])),
                ('editor_note', models.TextField(blank=True, help_text='For colleagues; never published.')),
                ('stage', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'In review'), ('approved', 'Approved')], default='draft', editable=False, max_length=12)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('published_version', models.PositiveIntegerField(default=0, editable=False, help_text='The version that is out, or scheduled, as it stands; 0 when none is.')),
                ('timeline_version', models.PositiveIntegerField(default=0, editable=False, help_text='How many verbs have moved its timeline: who decides says which they saw.')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles', to=settings.AUTH_USER_MODEL)),
                ('lead_photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.photo')),
            ],
            options={
                'ordering': ('-changed_at', '-pk'),
                'permissions': (('submit_article', 'Can submit an article for review'), ('approve_article', 'Can approve an article or send it back'), ('publish_article', 'Can publish, schedule, withdraw and restore'), ('change_others_article', 'Can edit stories that others began'), ('redact_article', 'Can remove words for legal reasons')),
            },
        ),
        migrations.CreateModel(
            name='FailedLogin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=150)),
                ('address', models.GenericIPAddressField(null=True)),
                ('at', models.DateTimeField(db_index=True)),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SiteIcon',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('side', models.PositiveSmallIntegerField(help_text='Pixels.', unique=True)),
                ('digest', models.CharField(help_text='Of the picture it was made from: part of its address.', max_length=16)),
                ('png', models.BinaryField()),
            ],
            options={
                'ordering': ('side',),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ArchiveCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.PositiveIntegerField()),
                ('from_at', models.DateTimeField()),
                ('change', models.IntegerField()),
            ],
            options={
                'ordering': ('month', 'from_at', 'pk'),
                'default_permissions': (),
                'indexes': [models.Index(fields=['month', 'from_at'], name='archive_count_by_month')],
            },
        ),
        migrations.CreateModel(
            name='PrivateHistory',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='private_history', serialize=False, to='articles.article')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(max_length=200, unique=True)),
                ('from_at', models.DateTimeField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='addresses', to='articles.article')),
            ],
            options={
                'verbose_name_plural': 'addresses',
                'ordering': ('path',),
            },
        ),
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('key', models.CharField(blank=True, db_index=True, editable=False, max_length=240)),
                ('is_private', models.BooleanField(default=False, editable=False)),
                ('slug', models.SlugField(max_length=80, unique=True, validators=[articles.models.desk.validate_desk_slug])),
                ('description', models.TextField(blank=True, help_text="One or two sentences at the head of the desk's page.")),
                ('position', models.PositiveSmallIntegerField(default=100, help_text='Lower numbers come first in the menu.')),
                ('redirects_to', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.desk')),
            ],
            options={
                'ordering': ('position', 'name', 'pk'),
            },
        ),
        migrations.AddField(
            model_name='article',
            name='desk',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.desk'),
        ),
        migrations.AddField(
            model_name='user',
            name='desks',
            field=models.ManyToManyField(blank=True, help_text='Where they may edit and publish what others began. None chosen means every desk.', related_name='staff', to='articles.desk'),
        ),
        migrations.CreateModel(
            name='DirectoryChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(help_text="The model's name: “person”, “topic” or “desk”.", max_length=10)),
                ('action', models.CharField(choices=[('rename', 'Renamed'), ('alias', 'Given another name'), ('merge', 'Merged'), ('split', 'Split')], max_length=10)),
                ('row', models.PositiveBigIntegerField()),
                ('other', models.PositiveBigIntegerField(null=True)),
                ('summary', models.CharField(max_length=300)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('moved', models.JSONField(default=dict)),
                ('facts', models.JSONField(default=dict)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'change of the directory',
                'verbose_name_plural': 'changes of the directory',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('published', 'Published'), ('withdrawn', 'Withdrawn'), ('expired', 'Expired')], default='published', max_length=12)),
                ('goes_live_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField(default=datetime.datetime(9000, 1, 1, 0, 0, tzinfo=datetime.timezone.utc))),
                ('dated_at', models.DateTimeField(help_text='The date readers are shown.')),
                ('path', models.CharField(blank=True, max_length=200)),
                ('headline', models.CharField(blank=True, max_length=300)),
                ('dek', models.CharField(blank=True, max_length=500)),
                ('label', models.CharField(blank=True, choices=[('', 'News'), ('analysis', 'Analysis'), ('explainer', 'Explainer'), ('interview', 'Interview'), ('opinion', 'Opinion'), ('review', 'Review')], max_length=20)),
                ('language', models.CharField(default='en', max_length=12)),
                ('place', models.CharField(blank=True, max_length=80)),
                ('words', models.PositiveIntegerField(default=0, help_text='Number of words in the sections.')),
                ('notice', models.TextField(blank=True, help_text='The public sentence of a withdrawal.')),
                ('has_corrections', models.BooleanField(default=False)),
                ('digest', models.CharField(blank=True, help_text='SHA-256 of the revision it was made from, in hex.', max_length=64)),
                ('made_at', models.DateTimeField()),
                ('redacted_at', models.DateTimeField(help_text='When its words were removed by order of law.', null=True)),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.article')),
                ('desk', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.desk')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-goes_live_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('correction', 'Correction'), ('clarification', 'Clarification')], default='correction', max_length=16)),
                ('text', models.TextField()),
                ('goes_live_at', models.DateTimeField(db_index=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='articles.article')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='articles.edition')),
            ],
            options={
                'ordering': ('-goes_live_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
                ('story', models.CharField(blank=True, help_text='What the story was called, once it was deleted.', max_length=340)),
                ('note', models.TextField(blank=True, help_text='What the log says beyond the verb: a reason, a time, a name.')),
                ('article', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='log', to='articles.article')),
                ('by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'log entry',
                'verbose_name_plural': 'log',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='OpenSheet',
            fields=[
                ('token', models.UUIDField(primary_key=True, serialize=False)),
                ('opened_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField(help_text='When it was last heard of; empty once it was left.', null=True)),
                ('since', models.PositiveIntegerField(null=True)),
                ('version', models.PositiveIntegerField(null=True)),
                ('is_closed', models.BooleanField(default=False)),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='open_sheets', to='articles.article')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('key', models.CharField(blank=True, db_index=True, editable=False, max_length=240)),
                ('is_private', models.BooleanField(default=False, editable=False)),
                ('slug', models.SlugField(max_length=100, unique=True)),
                ('role', models.CharField(blank=True, help_text='What they do: “chief surveyor”.', max_length=160)),
                ('organisation', models.CharField(blank=True, max_length=160)),
                ('pronouns', models.CharField(blank=True, help_text='“she/her”, “he/him” or “they/them”; decides whether a page says “In her own words”.', max_length=20)),
                ('bio', models.TextField(blank=True, help_text='Who they are, in a sentence or two.')),
                ('on_staff', models.BooleanField(default=False, help_text='Writes or photographs for us.')),
                ('portrait', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portrait_of', to='media.photo')),
                ('redirects_to', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.person')),
            ],
            options={
                'verbose_name_plural': 'people',
                'ordering': ('name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dated_at', models.DateTimeField()),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('name', models.CharField(max_length=120)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='mention_rows', to='articles.edition')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='mention_rows', to='articles.person')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Byline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dated_at', models.DateTimeField()),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('name', models.CharField(max_length=120)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='byline_rows', to='articles.edition')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='byline_rows', to='articles.person')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='ArticleByline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='byline_rows', to='articles.article')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.person')),
            ],
            options={
                'verbose_name': 'byline',
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='PersonAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('key', models.CharField(blank=True, db_index=True, editable=False, max_length=240)),
                ('is_private', models.BooleanField(default=False, editable=False)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='articles.person')),
            ],
            options={
                'verbose_name': 'alias',
                'verbose_name_plural': 'aliases',
                'ordering': ('name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='PersonSuggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('title', models.CharField(blank=True, max_length=160)),
                ('as_written', models.CharField(max_length=300)),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='articles.article')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.person')),
            ],
            options={
                'verbose_name': 'suggested person',
                'verbose_name_plural': 'suggested people',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Pin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pin', to='articles.article')),
                ('next', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
            ],
        ),
        migrations.CreateModel(
            name='Publisher',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, help_text='As readers see it everywhere. Left empty, it is what the site was set up with.', max_length=60, verbose_name='name of the site')),
                ('description', models.CharField(blank=True, help_text='What this newspaper is, in a sentence.', max_length=300)),
                ('logo_path', models.CharField(blank=True, editable=False, max_length=200)),
                ('icon_digest', models.CharField(blank=True, editable=False, max_length=16)),
                ('social', models.TextField(blank=True, help_text='Full addresses of our accounts on other sites, one a line.', verbose_name='profiles elsewhere')),
                ('icon', models.ForeignKey(blank=True, help_text='For tabs, home screens and search engines: the square about its focus, of at least 512 pixels.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.photo')),
                ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.photo')),
            ],
            options={
                'verbose_name': 'publisher',
                'verbose_name_plural': 'publisher',
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(choices=[('saved', 'Saved'), ('imported', 'Imported'), ('submitted', 'Submitted'), ('published', 'Published'), ('scheduled', 'Scheduled'), ('milestone', 'Kept automatically'), ('restored', 'Restored')], max_length=12)),
                ('snapshot', models.JSONField(help_text='The working fields, as `editorial/writing/working_copy.py` reads them off.')),
                ('digest', models.CharField(help_text='SHA-256 of the snapshot as it was saved, in hex.', max_length=64)),
                ('redacted_at', models.DateTimeField(help_text='When its words were removed by order of law.', null=True)),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='articles.article')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-number', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='PreviewLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shows', models.CharField(choices=[('working copy', 'The working copy'), ('scheduled', 'What is scheduled'), ('revision', 'A revision')], max_length=12)),
                ('token', models.CharField(max_length=32, unique=True)),
                ('for_whom', models.CharField(blank=True, max_length=120)),
                ('made_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('times_opened', models.PositiveIntegerField(default=0)),
                ('opened_at', models.DateTimeField(blank=True, help_text='When it was opened last.', null=True)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='preview_links', to='articles.article')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.revision')),
            ],
            options={
                'ordering': ('-made_at', '-pk'),
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='revision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.revision'),
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('goes_live_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('language', models.CharField(db_index=True, max_length=12)),
                ('article', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='search_entries', to='articles.article')),
                ('edition', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='search_entry', to='articles.edition')),
            ],
            options={
                'ordering': ('-id',),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('heading', models.TextField(blank=True, help_text='Inline HTML of the subhead.')),
                ('html', models.TextField(help_text="The blocks under it, in the body's vocabulary.")),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='articles.edition')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Quote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dated_at', models.DateTimeField()),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('text', models.TextField(help_text='What was said, without the outer marks.')),
                ('attribution', models.TextField(blank=True, help_text="Who said it, in the story's own words.")),
                ('is_set_off', models.BooleanField(default=False, help_text='Set on its own, not in a running paragraph.')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='quotes', to='articles.edition')),
                ('person', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='articles.person', verbose_name='speaker')),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotes', to='articles.section')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='PhotoPlacement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dated_at', models.DateTimeField()),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('caption', models.TextField(blank=True, help_text='Inline HTML.')),
                ('credit', models.CharField(blank=True, max_length=500)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='articles.edition')),
                ('photo', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='media.photo')),
                ('section', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='articles.section')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Spelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=60)),
                ('word', models.CharField(db_index=True, max_length=60)),
                ('from_at', models.DateTimeField()),
                ('entry', models.BigIntegerField(null=True)),
            ],
            options={
                'ordering': ('pk',),
                'default_permissions': (),
                'indexes': [models.Index(fields=['key', 'word', 'from_at'], name='spelling_by_key'), models.Index(condition=models.Q(('entry__isnull', False)), fields=['entry'], name='spelling_ahead')],
            },
        ),
        migrations.CreateModel(
            name='StaticPage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=120)),
                ('slug', models.SlugField(max_length=80, unique=True, validators=[articles.models.publisher.validate_page_slug], verbose_name='address')),
                ('description', models.CharField(blank=True, help_text='The sentence under the title.', max_length=300)),
                ('body', models.TextField(blank=True)),
                ('role', models.CharField(blank=True, choices=[('', 'Nothing in particular'), ('publishingPrinciples', 'Publishing principles'), ('correctionsPolicy', 'Corrections policy'), ('ethicsPolicy', 'Ethics policy'), ('masthead', 'Masthead'), ('ownershipFundingInfo', 'Ownership and funding'), ('actionableFeedbackPolicy', 'Contact and feedback'), ('verificationFactCheckingPolicy', 'Fact-checking policy'), ('unnamedSourcesPolicy', 'Policy on unnamed sources'), ('diversityPolicy', 'Diversity policy')], help_text='Told to search engines.', max_length=40)),
                ('position', models.PositiveSmallIntegerField(default=100, help_text='Lower numbers come first at the foot.')),
                ('is_public', models.BooleanField(default=True, verbose_name='readers see it')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                'verbose_name': 'static page',
                'verbose_name_plural': 'static pages',
                'ordering': ('position', 'title', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('role', ''), _negated=True), fields=('role',), name='static_page_one_a_role', violation_error_message='Another page has this role already.')],
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(blank=True, db_index=True, editable=False, max_length=240)),
                ('is_private', models.BooleanField(default=False, editable=False)),
                ('name', models.CharField(max_length=120)),
                ('slug', models.SlugField(blank=True, max_length=100, unique=True)),
                ('description', models.TextField(blank=True, help_text='What the topic is about, in a sentence or two.')),
                ('explainer', models.ForeignKey(blank=True, help_text="The story to begin with: it stands at the head of the topic's page while it is live.", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.article')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pictured_topics', to='media.photo')),
                ('redirects_to', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.topic')),
                ('related', models.ManyToManyField(blank=True, help_text='They link to each other, before those that merely share stories.', to='articles.topic', verbose_name='related topics')),
            ],
            options={
                'ordering': ('name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='EditionTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dated_at', models.DateTimeField()),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('is_lead', models.BooleanField(default=False)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='topic_rows', to='articles.edition')),
                ('topic', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='edition_rows', to='articles.topic')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='ArticleTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='topic_rows', to='articles.article')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='articles', to='articles.topic', verbose_name='topic')),
            ],
        ),
        migrations.AddField(
            model_name='article',
            name='lead_topic',
            field=models.ForeignKey(blank=True, help_text='The kicker.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.topic'),
        ),
        migrations.AddField(
            model_name='article',
            name='topics',
            field=taggit.managers.TaggableManager(blank=True, help_text='A comma-separated list of tags.', through='articles.ArticleTopic', to='articles.Topic', verbose_name='topics'),
        ),
        migrations.CreateModel(
            name='TopStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
                ('desk', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.desk')),
            ],
            options={
                'ordering': ('position', 'pk'),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ViewCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('date', models.DateField()),
                ('times', models.PositiveIntegerField(default=0)),
                ('article', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='view_counts', to='articles.article')),
            ],
            options={
                'verbose_name': 'page view',
                'ordering': ('-date', '-times', 'pk'),
            },
        ),
        migrations.AddConstraint(
            model_name='desk',
            constraint=models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('key',), name='desk_key_unique', violation_error_message='There is a desk of that name already, written with other case or accents.'),
        ),
        migrations.AddIndex(
            model_name='directorychange',
            index=models.Index(fields=['kind', 'row'], name='directory_change_of'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['article', '-at'], name='log_of_article'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['by', '-at'], name='log_of_person'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['-at', '-id'], name='log_newest'),
        ),
        migrations.AddIndex(
            model_name='opensheet',
            index=models.Index(fields=['article', 'seen_at'], name='sheet_here'),
        ),
        migrations.AddConstraint(
            model_name='opensheet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('since__isnull', True), ('version__isnull', True)), ('since__lte', models.F('version')), _connector='OR'), name='sheet_versions_in_order'),
        ),
        migrations.AddIndex(
            model_name='mention',
            index=models.Index(fields=['person', '-dated_at', '-article'], name='mention_newest'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.UniqueConstraint(fields=('edition', 'person'), name='mention_once'),
        ),
        migrations.AddIndex(
            model_name='byline',
            index=models.Index(fields=['person', '-dated_at', '-article'], name='byline_newest'),
        ),
        migrations.AddConstraint(
            model_name='byline',
            constraint=models.UniqueConstraint(fields=('edition', 'person'), name='byline_once'),
        ),
        migrations.AddConstraint(
            model_name='articlebyline',
            constraint=models.UniqueConstraint(fields=('article', 'person'), name='article_byline_once'),
        ),
        migrations.AddConstraint(
            model_name='personalias',
            constraint=models.UniqueConstraint(fields=('person', 'key'), name='alias_once_per_person'),
        ),
        migrations.AddConstraint(
            model_name='personsuggestion',
            constraint=models.UniqueConstraint(fields=('article', 'name'), name='suggestion_once'),
        ),
        migrations.AddConstraint(
            model_name='pin',
            constraint=models.CheckConstraint(condition=models.Q(('article', models.F('next')), _negated=True), name='pin_not_to_itself'),
        ),
        migrations.AddConstraint(
            model_name='publisher',
            constraint=models.CheckConstraint(condition=models.Q(('id', 1)), name='publisher_is_one'),
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='revision_number_once'),
        ),
        migrations.AddConstraint(
            model_name='previewlink',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revision__isnull', False), ('shows', 'revision')), models.Q(('revision__isnull', True), ('shows__in', ['working copy', 'scheduled'])), _connector='OR'), name='preview_link_revision_where_shown'),
        ),
        migrations.AddConstraint(
            model_name='previewlink',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('made_at'))), name='preview_link_ends_after_start'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['-dated_at', '-article'], name='edition_newest'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['desk', '-dated_at', '-article'], name='edition_desk_newest'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['goes_live_at'], name='edition_start'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['dated_at', 'kind', 'goes_live_at', 'ends_at'], name='edition_counted'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('article', 'goes_live_at'), name='edition_one_start'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.UniqueConstraint(fields=('article', 'ends_at'), name='edition_one_end'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('goes_live_at'))), name='edition_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='edition',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('desk__isnull', False), ('kind', 'published'), ('revision__isnull', False), models.Q(('headline', ''), ('redacted_at__isnull', True), _negated=True), models.Q(('path', ''), _negated=True)), models.Q(('dek', ''), ('headline', ''), ('kind__in', ['withdrawn', 'expired']), ('path', ''), ('words', 0)), _connector='OR'), name='edition_words_only_when_published'),
        ),
        migrations.AddConstraint(
            model_name='section',
            constraint=models.UniqueConstraint(fields=('edition', 'position'), name='section_position_once'),
        ),
        migrations.AddIndex(
            model_name='quote',
            index=models.Index(fields=['person', '-dated_at', '-article'], name='quote_newest'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.UniqueConstraint(fields=('edition', 'position'), name='quote_position_once'),
        ),
        migrations.AddConstraint(
            model_name='quote',
            constraint=models.CheckConstraint(condition=models.Q(('end__gt', models.F('start'))), name='quote_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='photoplacement',
            constraint=models.UniqueConstraint(fields=('edition', 'position'), name='placement_position_once'),
        ),
        migrations.AddConstraint(
            model_name='photoplacement',
            constraint=models.UniqueConstraint(condition=models.Q(('section__isnull', True)), fields=('edition',), name='placement_one_lead'),
        ),
        migrations.AddConstraint(
            model_name='topic',
            constraint=models.UniqueConstraint(condition=models.Q(('key', ''), _negated=True), fields=('key',), name='topic_key_unique', violation_error_message='There is a topic of that name already, written with other case or accents.'),
        ),
        migrations.AddIndex(
            model_name='editiontopic',
            index=models.Index(fields=['topic', '-dated_at', '-article'], name='edition_topic_newest'),
        ),
        migrations.AddConstraint(
            model_name='editiontopic',
            constraint=models.UniqueConstraint(fields=('edition', 'topic'), name='edition_topic_once'),
        ),
        migrations.AddConstraint(
            model_name='editiontopic',
            constraint=models.UniqueConstraint(condition=models.Q(('is_lead', True)), fields=('edition',), name='edition_one_lead_topic'),
        ),
        migrations.AddConstraint(
            model_name='articletopic',
            constraint=models.UniqueConstraint(fields=('content_object', 'tag'), name='article_topic_once'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['-changed_at', '-id'], name='article_newest'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('version', django.db.models.functions.comparison.NullIf('version', 'published_version'))), fields=['-changed_at', '-id'], name='article_ahead_newest'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['stage', '-changed_at', '-id'], name='article_stage_newest'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['draft', 'submitted', 'approved'])), name='article_stage_known'),
        ),
        migrations.AddConstraint(
            model_name='topstory',
            constraint=models.UniqueConstraint(fields=('desk', 'article'), name='top_story_once_on_desk'),
        ),
        migrations.AddConstraint(
            model_name='topstory',
            constraint=models.UniqueConstraint(condition=models.Q(('desk', None)), fields=('article',), name='top_story_once_on_front'),
        ),
        migrations.AddIndex(
            model_name='viewcount',
            index=models.Index(fields=['date', 'article'], name='view_count_by_date'),
        ),
        migrations.AddConstraint(
            model_name='viewcount',
            constraint=models.UniqueConstraint(fields=('article', 'date'), name='view_count_one_a_day'),
        ),
    ]
