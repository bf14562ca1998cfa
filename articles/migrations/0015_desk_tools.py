"""Stories on top of a page, stories with a private record, and the log found by person and by date."""


import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_vectors_at_hand'),
    ]

    operations = [
        migrations.CreateModel(
            name='PrivateRecord',
            fields=[
                ('article', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='private_record', serialize=False, to='articles.article')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='TopStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
            ],
            options={
                'ordering': ('position', 'pk'),
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['by', '-at'], name='log_of_person'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['-at', '-id'], name='log_newest'),
        ),
        migrations.AddField(
            model_name='topstory',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article'),
        ),
        migrations.AddField(
            model_name='topstory',
            name='desk',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.desk'),
        ),
        migrations.AddConstraint(
            model_name='topstory',
            constraint=models.UniqueConstraint(fields=('desk', 'article'), name='top_story_once_on_desk'),
        ),
        migrations.AddConstraint(
            model_name='topstory',
            constraint=models.UniqueConstraint(condition=models.Q(('desk', None)), fields=('article',), name='top_story_once_on_front'),
        ),
    ]
