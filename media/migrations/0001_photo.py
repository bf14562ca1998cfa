"""The photo library."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import media.models
from django.conf import settings
from django.db import migrations, models

class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Photo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('original', models.FileField(editable=False, max_length=120, upload_to=media.models.private_name)),
                ('content_hash', models.CharField(editable=False, max_length=64, unique=True, verbose_name='SHA-256 of the uploaded bytes')),
                ('width', models.PositiveIntegerField(editable=False, verbose_name='width in pixels, upright')),
                ('height', models.PositiveIntegerField(editable=False, verbose_name='height in pixels, upright')),
                ('tone', models.CharField(editable=False, max_length=7, verbose_name='mean colour, as #rrggbb')),
                ('caption', models.TextField(blank=True)),
                ('alt', models.TextField(blank=True, help_text="Say what the picture shows to someone who can't see it.", verbose_name='alt text')),
                ('decorative', models.BooleanField(default=False, help_text="The picture says nothing that the words don't: no alt text, on purpose.")),
                ('credit', models.CharField(blank=True, help_text='The line readers see, such as “Photo by …”.', max_length=500)),
                ('creator', models.CharField(blank=True, max_length=500)),
                ('copyright', models.CharField(blank=True, max_length=500, verbose_name='copyright notice')),
                ('source', models.CharField(blank=True, max_length=500)),
                ('usage_terms', models.TextField(blank=True)),
                ('web_statement', models.CharField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(message='Give a web address that begins with https://.', schemes=['http', 'https'])], verbose_name='web statement of rights')),
                ('licensor', models.CharField(blank=True, help_text='Who grants licences for it.', max_length=500)),
                ('licensor_url', models.CharField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(message='Give a web address that begins with https://.', schemes=['http', 'https'])], verbose_name="licensor's address")),
                ('licence_ends_at', models.DateTimeField(blank=True, db_index=True, help_text='From this moment on no reader gets the picture.', null=True)),
                ('description', models.TextField(blank=True, help_text="For complex pictures, such as charts: what the alt text can't hold.", verbose_name='extended description')),
                ('place', models.CharField(blank=True, max_length=500, verbose_name='place shown')),
                ('people', models.TextField(blank=True, help_text='One name a line.', verbose_name='people shown')),
                ('source_type', models.CharField(blank=True, choices=[('trainedAlgorithmicMedia', 'Made with AI'), ('compositeWithTrainedAlgorithmicMedia', 'Edited with AI'), ('compositeSynthetic', 'Composite with synthetic parts'), ('algorithmicMedia', 'Made by a computer program')], help_text='Said to readers.', max_length=60, verbose_name='how it was made')),
                ('focus_x', models.FloatField(default=0.5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='focus, from the left')),
                ('focus_y', models.FloatField(default=0.5, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(1)], verbose_name='focus, from the top')),
                ('credentials', models.CharField(blank=True, choices=[('trusted', "Valid, signed by somebody on the newsroom's list"), ('valid', "Valid, signed by somebody who is not on the newsroom's list"), ('invalid', 'Broken: the picture or its history was changed after it was signed'), ('unreadable', 'Unreadable')], editable=False, max_length=12, verbose_name='content credentials')),
                ('credentials_signer', models.CharField(blank=True, editable=False, max_length=500, verbose_name='signed by')),
                ('credentials_tool', models.CharField(blank=True, editable=False, max_length=500, verbose_name='made or edited with')),
                ('had_location', models.BooleanField(default=False, editable=False, verbose_name='the file held a position on Earth')),
                ('taken_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('origins', models.JSONField(default=dict, editable=False, verbose_name='which block of the file each word came from')),
                ('look_a', models.IntegerField(editable=False, null=True)),
                ('look_b', models.IntegerField(editable=False, null=True)),
                ('look_c', models.IntegerField(editable=False, null=True)),
                ('look_d', models.IntegerField(editable=False, null=True)),
                ('uploaded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('changed_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('uploaded_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-uploaded_at', '-pk'],
                'indexes': [models.Index(fields=['-uploaded_at', '-id'], name='photo_newest_first'), models.Index(fields=['look_a'], name='photo_look_a'), models.Index(fields=['look_b'], name='photo_look_b'), models.Index(fields=['look_c'], name='photo_look_c'), models.Index(fields=['look_d'], name='photo_look_d')],
                'constraints': [models.CheckConstraint(condition=models.Q(('height__gt', 0), ('width__gt', 0)), name='photo_has_pixels'), models.CheckConstraint(condition=models.Q(('focus_x__gte', 0), ('focus_x__lte', 1)), name='photo_focus_x_inside', violation_error_message='The focus must lie inside the picture: from 0 (left) to 1 (right).'), models.CheckConstraint(condition=models.Q(('focus_y__gte', 0), ('focus_y__lte', 1)), name='photo_focus_y_inside', violation_error_message='The focus must lie inside the picture: from 0 (top) to 1 (bottom).'), models.CheckConstraint(condition=models.Q(('decorative', False), ('alt', ''), _connector='OR'), name='photo_decorative_has_no_alt', violation_error_message='A decorative picture has no alt text: clear one of the two.')],
            },
        ),
    ]
