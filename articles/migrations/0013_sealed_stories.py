"""Stories may be sealed: to whom they are open, and who has opened them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0012_words_of_the_directory'),
        ('media', '0002_unconfirmed_words'),
    ]

    operations = [
        migrations.CreateModel(
            name='SealedOpening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SealedTo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_owner', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField()),
            ],
            options={
                'ordering': ('-is_owner', 'added_at', 'pk'),
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='article',
            name='is_sealed',
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('is_sealed', True)), fields=['id'], name='article_sealed'),
        ),
        migrations.AddField(
            model_name='sealedopening',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='openings', to='articles.article'),
        ),
        migrations.AddField(
            model_name='sealedopening',
            name='user',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sealedto',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='sealed_to', to='articles.article'),
        ),
        migrations.AddField(
            model_name='sealedto',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='sealedopening',
            index=models.Index(fields=['article', '-at'], name='sealed_opened'),
        ),
        migrations.AddConstraint(
            model_name='sealedto',
            constraint=models.UniqueConstraint(fields=('article', 'user'), name='sealed_to_somebody_once'),
        ),
        migrations.AddConstraint(
            model_name='sealedto',
            constraint=models.UniqueConstraint(condition=models.Q(('is_owner', True)), fields=('article',), name='sealed_by_one_owner'),
        ),
    ]
