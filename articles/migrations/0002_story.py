"""The models of the story."""

import articles.models.article
import articles.models.desk
import datetime
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import taggit.managers
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0001_user'),
        ('media', '0001_initial'),
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
                ('lead_caption', models.CharField(blank=True, help_text="When empty, the library's caption is used.", max_length=1000)),
                ('lead_credit', models.CharField(blank=True, help_text="When empty, the library's credit is used.", max_length=300)),
                ('original_date', models.DateTimeField(blank=True, help_text='For stories first published elsewhere: the date readers are shown.', null=True)),
                ('editor_note', models.TextField(blank=True, help_text='For colleagues; never published.')),
                ('stage', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'In review'), ('approved', 'Approved')], default='draft', editable=False, max_length=12)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('created_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='articles', to=settings.AUTH_USER_MODEL)),
                ('lead_photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.photo')),
            ],
            options={
                'ordering': ('-changed_at', '-pk'),
                'permissions': (('submit_article', 'Can submit an article for review'), ('approve_article', 'Can approve an article or send it back'), ('publish_article', 'Can publish, schedule, withdraw and restore'), ('change_others_article', 'Can edit stories that others began')),
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
                ('slug', models.SlugField(max_length=80, unique=True, validators=[articles.models.desk.validate_desk_slug])),
                ('description', models.TextField(blank=True, help_text="One or two sentences at the head of the desk's page.")),
                ('position', models.PositiveSmallIntegerField(default=100, help_text='Lower numbers come first in the menu.')),
            ],
            options={
                'ordering': ('position', 'name', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('key',), name='desk_key_unique', violation_error_message='There is a desk of that name already, written with other case or accents.')],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='desk',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.desk'),
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
                ('notice', models.CharField(blank=True, help_text='The public sentence of a withdrawal.', max_length=500)),
                ('has_corrections', models.BooleanField(default=False)),
                ('digest', models.CharField(blank=True, help_text='SHA-256 of the revision it was made from, in hex.', max_length=64)),
                ('made_at', models.DateTimeField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.article')),
                ('desk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.desk')),
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
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('key', models.CharField(blank=True, db_index=True, editable=False, max_length=240)),
                ('slug', models.SlugField(max_length=100, unique=True)),
                ('role', models.CharField(blank=True, help_text='What they do: “chief surveyor”.', max_length=160)),
                ('organisation', models.CharField(blank=True, max_length=160)),
                ('pronouns', models.CharField(blank=True, help_text='“she/her”, “he/him” or “they/them”; decides whether a page says “In her own words”.', max_length=20)),
                ('bio', models.TextField(blank=True, help_text='Who they are, in a sentence or two.')),
                ('on_staff', models.BooleanField(default=False, help_text='Writes or photographs for us.')),
                ('portrait', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='portrait_of', to='media.photo')),
            ],
            options={
                'verbose_name_plural': 'people',
                'ordering': ('name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Revision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('made_at', models.DateTimeField()),
                ('reason', models.CharField(choices=[('saved', 'Saved'), ('imported', 'Imported'), ('submitted', 'Submitted'), ('published', 'Published'), ('scheduled', 'Scheduled')], max_length=12)),
                ('snapshot', models.JSONField(help_text='The working fields, as `editorial/drafts.py` writes them.')),
                ('digest', models.CharField(help_text='SHA-256 of the snapshot, in hex.', max_length=64)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='articles.article')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-number', '-pk'),
            },
        ),
        migrations.AddField(
            model_name='edition',
            name='revision',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='articles.revision'),
        ),
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('heading', models.TextField(blank=True, help_text='Inline HTML of the subhead.')),
                ('html', models.TextField(help_text="The blocks under it, in the body's vocabulary.")),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sections', to='articles.edition')),
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
                ('attribution', models.CharField(blank=True, help_text="Who said it, in the story's own words.", max_length=300)),
                ('is_set_off', models.BooleanField(default=False, help_text='Set on its own, not in a running paragraph.')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotes', to='articles.edition')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='quotes', to='articles.person', verbose_name='speaker')),
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
                ('credit', models.CharField(blank=True, max_length=300)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.article')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='articles.edition')),
                ('photo', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='media.photo')),
                ('section', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='placements', to='articles.section')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(blank=True, db_index=True, editable=False, max_length=240)),
                ('name', models.CharField(max_length=120, unique=True)),
                ('slug', models.SlugField(blank=True, max_length=100, unique=True)),
                ('description', models.TextField(blank=True, help_text='What the topic is about, in a sentence or two.')),
            ],
            options={
                'ordering': ('name', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('key',), name='topic_key_unique', violation_error_message='There is a topic of that name already, written with other case or accents.')],
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
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_rows', to='articles.edition')),
                ('topic', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='edition_rows', to='articles.topic')),
            ],
            options={
                'ordering': ('position', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='ArticleTopic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topic_rows', to='articles.article')),
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
            name='LogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
                ('note', models.TextField(blank=True, help_text='What the log says beyond the verb: a reason, a time, a name.')),
                ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='log', to='articles.article')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'log entry',
                'verbose_name_plural': 'log',
                'ordering': ('-at', '-pk'),
                'indexes': [models.Index(fields=['article', '-at'], name='log_of_article')],
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
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mention_rows', to='articles.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mention_rows', to='articles.person')),
            ],
            options={
                'ordering': ('position', 'pk'),
                'indexes': [models.Index(fields=['person', '-dated_at', '-article'], name='mention_newest')],
                'constraints': [models.UniqueConstraint(fields=('edition', 'person'), name='mention_once')],
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
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='byline_rows', to='articles.edition')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='byline_rows', to='articles.person')),
            ],
            options={
                'ordering': ('position', 'pk'),
                'indexes': [models.Index(fields=['person', '-dated_at', '-article'], name='byline_newest')],
                'constraints': [models.UniqueConstraint(fields=('edition', 'person'), name='byline_once')],
            },
        ),
        migrations.CreateModel(
            name='ArticleByline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='byline_rows', to='articles.article')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.person')),
            ],
            options={
                'verbose_name': 'byline',
                'ordering': ('position', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('article', 'person'), name='article_byline_once')],
            },
        ),
        migrations.CreateModel(
            name='PersonAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('key', models.CharField(blank=True, db_index=True, editable=False, max_length=240)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='articles.person')),
            ],
            options={
                'verbose_name': 'alias',
                'verbose_name_plural': 'aliases',
                'ordering': ('name', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('person', 'key'), name='alias_once_per_person')],
            },
        ),
        migrations.CreateModel(
            name='PersonSuggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('title', models.CharField(blank=True, max_length=160)),
                ('as_written', models.CharField(max_length=300)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='articles.article')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.person')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('article', 'name'), name='suggestion_once')],
            },
        ),
        migrations.CreateModel(
            name='Pin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pin', to='articles.article')),
                ('next', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('article', models.F('next')), _negated=True), name='pin_not_to_itself')],
            },
        ),
        migrations.AddConstraint(
            model_name='revision',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='revision_number_once'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['-dated_at', '-article'], name='edition_newest'),
        ),
        migrations.AddIndex(
            model_name='edition',
            index=models.Index(fields=['desk', '-dated_at', '-article'], name='edition_desk_newest'),
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
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('desk__isnull', False), ('kind', 'published'), ('revision__isnull', False), models.Q(('headline', ''), _negated=True), models.Q(('path', ''), _negated=True)), models.Q(('dek', ''), ('headline', ''), ('kind__in', ['withdrawn', 'expired']), ('path', ''), ('words', 0)), _connector='OR'), name='edition_words_only_when_published'),
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
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['draft', 'submitted', 'approved'])), name='article_stage_known'),
        ),
    ]
