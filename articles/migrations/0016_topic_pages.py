"""A topic's picture, the story at the head of its page, and the topics related to it by hand."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0015_desk_tools'),
        ('media', '0003_content_credentials'),
    ]

    operations = [
        migrations.AddField(
            model_name='topic',
            name='explainer',
            field=models.ForeignKey(blank=True, help_text="The story to begin with: it stands at the head of the topic's page while it is live.", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='articles.article'),
        ),
        migrations.AddField(
            model_name='topic',
            name='picture',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pictured_topics', to='media.photo'),
        ),
        migrations.AddField(
            model_name='topic',
            name='related',
            field=models.ManyToManyField(blank=True, help_text='They link to each other, before those that merely share stories.', to='articles.topic', verbose_name='related topics'),
        ),
    ]
