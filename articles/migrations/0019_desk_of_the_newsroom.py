"""Comments, what staff is told, "sent back", and who has a story till when."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0018_picture_desk'),
        ('media', '0003_former_originals'),
    ]

    operations = [
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('text', models.TextField()),
                ('field', models.CharField(blank=True, choices=[('body', 'Text'), ('headline', 'Headline'), ('dek', 'Dek'), ('', 'The whole story')], default='', max_length=12)),
                ('exact', models.TextField(blank=True, default='')),
                ('prefix', models.CharField(blank=True, default='', max_length=64)),
                ('suffix', models.CharField(blank=True, default='', max_length=64)),
                ('line', models.PositiveIntegerField(default=0)),
                ('wording', models.TextField(help_text='What is suggested in place of the words; empty: that they go.', null=True)),
                ('decision', models.CharField(blank=True, choices=[('', 'Open'), ('accepted', 'Accepted'), ('refused', 'Refused')], default='', max_length=12)),
                ('resolved_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ('at', 'pk'),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='StaffMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('handed_in', 'A story was handed in'), ('sent_back', 'Your story was sent back'), ('approved', 'Your story was approved'), ('mentioned', 'Somebody names you in a comment'), ('commented', 'Somebody comments on your story'), ('assigned', 'A story is assigned to you'), ('changed', 'Somebody else changed your story'), ('scheduled', 'Your story was scheduled'), ('published', 'Your story was published'), ('corrected', 'Your story was corrected'), ('failed', 'Something could not be sent')], max_length=12)),
                ('at', models.DateTimeField()),
                ('note', models.TextField(blank=True, default='')),
                ('read_at', models.DateTimeField(null=True)),
                ('way', models.CharField(choices=[('mail', 'By mail at once'), ('digest', 'In one mail, the next morning'), ('never', 'In the inbox only'), ('channel', "To the desk's channel")], max_length=8)),
                ('due_at', models.DateTimeField(help_text='When it is to go out; empty for the inbox only.', null=True)),
                ('claim', models.UUIDField(help_text='Who is sending it just now.', null=True)),
                ('claimed_until', models.DateTimeField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('sent_at', models.DateTimeField(null=True)),
                ('failed_at', models.DateTimeField(help_text='When it was given up.', null=True)),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'default_permissions': (),
            },
        ),
        migrations.RemoveConstraint(
            model_name='article',
            name='article_stage_known',
        ),
        migrations.AddField(
            model_name='article',
            name='assigned_to',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assignments', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='article',
            name='due_at',
            field=models.DateTimeField(editable=False, help_text='When the desk wants to have it.', null=True),
        ),
        migrations.AddField(
            model_name='article',
            name='open_comments',
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name='desk',
            name='channel',
            field=models.CharField(blank=True, db_default='', default='', help_text='A secret address that takes messages in Slack’s shape, with https: what is handed in, approved and published on this desk is said there. Never of sealed stories.', max_length=500),
        ),
        migrations.AddField(
            model_name='user',
            name='told_by',
            field=models.JSONField(blank=True, db_default={}, default=dict, editable=False, help_text='How they hear of what, where they chose another way than the usual: {kind: way}.'),
        ),
        migrations.AlterField(
            model_name='article',
            name='stage',
            field=models.CharField(choices=[('draft', 'Draft'), ('sent_back', 'Sent back'), ('submitted', 'In review'), ('approved', 'Approved')], default='draft', editable=False, max_length=12),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='article_due'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('assigned_to__isnull', False)), fields=['assigned_to'], name='article_assigned'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['draft', 'sent_back', 'submitted', 'approved'])), name='article_stage_known'),
        ),
        migrations.AddField(
            model_name='comment',
            name='answers',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='articles.comment'),
        ),
        migrations.AddField(
            model_name='comment',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='articles.article'),
        ),
        migrations.AddField(
            model_name='comment',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='resolved_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='staffmessage',
            name='article',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article'),
        ),
        migrations.AddField(
            model_name='staffmessage',
            name='by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='staffmessage',
            name='desk',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.desk'),
        ),
        migrations.AddField(
            model_name='staffmessage',
            name='user',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['article', 'at', 'id'], name='comment_of_article'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(condition=models.Q(('answers__isnull', False)), fields=['answers'], name='comment_answers'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('field', ''), _negated=True), ('exact', ''), _connector='OR'), name='comment_words_have_a_field'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('answers__isnull', True), models.Q(('exact', ''), ('resolved_at__isnull', True), ('wording__isnull', True)), _connector='OR'), name='comment_answer_is_about_its_thread'),
        ),
        migrations.AddIndex(
            model_name='staffmessage',
            index=models.Index(fields=['user', '-at', '-id'], name='message_inbox'),
        ),
        migrations.AddIndex(
            model_name='staffmessage',
            index=models.Index(condition=models.Q(('read_at__isnull', True)), fields=['user'], name='message_unread'),
        ),
        migrations.AddIndex(
            model_name='staffmessage',
            index=models.Index(condition=models.Q(('due_at__isnull', False), ('failed_at__isnull', True), ('sent_at__isnull', True)), fields=['due_at'], name='message_due'),
        ),
        migrations.AddConstraint(
            model_name='staffmessage',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('desk__isnull', True), ('user__isnull', False)), models.Q(('desk__isnull', False), ('user__isnull', True)), _connector='OR'), name='message_to_one'),
        ),
        migrations.AddConstraint(
            model_name='staffmessage',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['handed_in', 'sent_back', 'approved', 'mentioned', 'commented', 'assigned', 'changed', 'scheduled', 'published', 'corrected', 'failed'])), name='message_kind_known'),
        ),
    ]
