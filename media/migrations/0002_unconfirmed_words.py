"""The name of a photo’s file, and the words of the file that nobody has confirmed; those there are count as confirmed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0001_photo'),
    ]

    operations = [
        migrations.AddField(
            model_name='photo',
            name='file_name',
            field=models.CharField(blank=True, db_default='', default='', editable=False, max_length=255, verbose_name='name of the uploaded file'),
        ),
        migrations.AddField(
            model_name='photo',
            name='unconfirmed',
            field=models.JSONField(db_default={}, default=dict, editable=False, verbose_name='words of the file that nobody has confirmed'),
        ),
    ]
