"""What the site is called and its icon, chosen by the house; the icon is kept in each of its sizes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0022_rarely_ahead'),
        ('media', '0003_content_credentials'),
    ]

    operations = [
        migrations.CreateModel(
            name='HouseIcon',
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
        migrations.AddField(
            model_name='house',
            name='icon',
            field=models.ForeignKey(blank=True, help_text='For tabs, home screens and search engines: the square about its focus, of at least 512 pixels.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media.photo'),
        ),
        migrations.AddField(
            model_name='house',
            name='icon_digest',
            field=models.CharField(blank=True, editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='house',
            name='name',
            field=models.CharField(blank=True, help_text='As readers see it everywhere. Left empty, it is what the site was set up with.', max_length=60, verbose_name='name of the site'),
        ),
    ]
