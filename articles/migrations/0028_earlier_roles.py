"""What people were before."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0027_facts_of_the_house_in_time'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='earlier_roles',
            field=models.TextField(blank=True, db_default='', default='', help_text='What they were before, a line each with its years: “2019–2023 ferry pilot, Harbour Board”.'),
        ),
    ]
