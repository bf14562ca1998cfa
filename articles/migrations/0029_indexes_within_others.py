"""Drops indexes over foreign keys by which another index begins: it answers the same, and each write paid for both."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WITHOUT_INDEX = [
    migrations.AlterField(
        model_name="articlebyline",
        name="article",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="byline_rows",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="articletopic",
        name="content_object",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="topic_rows",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="byline",
        name="edition",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="byline_rows",
            to="articles.edition",
        ),
    ),
    migrations.AlterField(
        model_name="byline",
        name="person",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="byline_rows",
            to="articles.person",
        ),
    ),
    migrations.AlterField(
        model_name="edition",
        name="article",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="editions",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="edition",
        name="desk",
        field=models.ForeignKey(
            db_index=False,
            null=True,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="editions",
            to="articles.desk",
        ),
    ),
    migrations.AlterField(
        model_name="editiontopic",
        name="edition",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="topic_rows",
            to="articles.edition",
        ),
    ),
    migrations.AlterField(
        model_name="editiontopic",
        name="topic",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="edition_rows",
            to="articles.topic",
        ),
    ),
    migrations.AlterField(
        model_name="logentry",
        name="article",
        field=models.ForeignKey(
            db_index=False,
            null=True,
            on_delete=django.db.models.deletion.SET_NULL,
            related_name="log",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="logentry",
        name="by",
        field=models.ForeignKey(
            db_index=False,
            null=True,
            on_delete=django.db.models.deletion.SET_NULL,
            related_name="+",
            to=settings.AUTH_USER_MODEL,
        ),
    ),
    migrations.AlterField(
        model_name="mention",
        name="edition",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="mention_rows",
            to="articles.edition",
        ),
    ),
    migrations.AlterField(
        model_name="mention",
        name="person",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="mention_rows",
            to="articles.person",
        ),
    ),
    migrations.AlterField(
        model_name="opensheet",
        name="article",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="open_sheets",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="personalias",
        name="person",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="aliases",
            to="articles.person",
        ),
    ),
    migrations.AlterField(
        model_name="personsuggestion",
        name="article",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="suggestions",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="photoplacement",
        name="edition",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="placements",
            to="articles.edition",
        ),
    ),
    migrations.AlterField(
        model_name="quote",
        name="edition",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="quotes",
            to="articles.edition",
        ),
    ),
    migrations.AlterField(
        model_name="quote",
        name="person",
        field=models.ForeignKey(
            db_index=False,
            null=True,
            on_delete=django.db.models.deletion.PROTECT,
            related_name="quotes",
            to="articles.person",
            verbose_name="speaker",
        ),
    ),
    migrations.AlterField(
        model_name="reading",
        name="article",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="readings",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="revision",
        name="article",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="revisions",
            to="articles.article",
        ),
    ),
    migrations.AlterField(
        model_name="section",
        name="edition",
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="sections",
            to="articles.edition",
        ),
    ),
    migrations.AlterField(
        model_name="topstory",
        name="desk",
        field=models.ForeignKey(
            db_index=False,
            null=True,
            on_delete=django.db.models.deletion.CASCADE,
            related_name="+",
            to="articles.desk",
        ),
    ),
]


def drop_indexes(apps, schema_editor):
    """Drop the index of each field, and no more: on SQLite Django would write whole tables anew for it."""
    database = schema_editor.connection
    for operation in WITHOUT_INDEX:
        model = apps.get_model("articles", operation.model_name)
        column = model._meta.get_field(operation.name).column
        with database.cursor() as cursor:
            found = database.introspection.get_constraints(cursor, model._meta.db_table)
        for name, facts in found.items():
            is_plain = facts["index"] and not (facts["unique"] or facts["primary_key"] or facts["foreign_key"])
            if is_plain and facts["columns"] == [column]:
                schema_editor.execute(f"DROP INDEX {schema_editor.quote_name(name)}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0028_suggested_people")]

    operations = [
        migrations.SeparateDatabaseAndState(
            # Backwards none comes back: the rows are the same without, and so are the answers.
            database_operations=[migrations.RunPython(drop_indexes, migrations.RunPython.noop)],
            state_operations=WITHOUT_INDEX,
        )
    ]
