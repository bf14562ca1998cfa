"""What the database's connection tells the store at COMMIT: what verbs have noted, and what they forgot."""

import pytest

from articles.freshness.tables import tables_read, tables_written
from newsroom.page_store.databases import telling
from newsroom.page_store.databases.telling import Telling
from newsroom.page_store.generations import Generations, places_of


class Database:
    """What Telling needs of Django's own wrapper."""

    in_atomic_block = True

    def __init__(self):
        self.execute_wrappers, self.done = [], []

    def get_autocommit(self):
        return not self.in_atomic_block

    def _commit(self):
        self.done.append("commit")
        if self.in_atomic_block is None:
            raise OSError("The connection is lost.")

    def _rollback(self):
        self.done.append("rollback")

    def close(self):
        self.done.append("close")


class Connection(Telling, Database):
    """As Django's databases are put together."""

    def write(self, sql):
        """Let a statement pass through what was hung in, and look what is pending meanwhile."""
        [note] = self.execute_wrappers
        return note(lambda *_: self.look(), sql, (), False, {})

    def look(self):
        return self.table.is_still


@pytest.fixture
def connection(tmp_path, monkeypatch):
    made = Connection()
    made.table = Generations(tmp_path / "pages")
    monkeypatch.setattr(telling, "table", lambda: made.table)
    return made


def is_old(connection, *tags, noted=0):
    return not connection.table.are_current(places_of(tags), noted)


def test_a_commit_raises_what_was_noted_and_nothing_else(connection):
    connection.changed_tags |= {"story:1", "list:site"}
    connection.write('UPDATE "articles_edition" SET "dek" = %s')
    assert connection.table.last_raise == 0, "nothing is told before the COMMIT"
    connection._commit()
    assert is_old(connection, "story:1")
    assert not is_old(connection, "story:2")
    assert connection.table.is_still


def test_while_it_commits_what_was_noted_is_pending(connection, monkeypatch):
    seen = []
    monkeypatch.setattr(Database, "_commit", lambda self: seen.append(is_old(self, "story:1")))
    connection.changed_tags.add("story:1")
    connection._commit()
    assert seen == [True]


def test_who_writes_and_notes_nothing_has_changed_everything(connection):
    connection.changed_tags.add("story:1")
    connection.write('INSERT INTO "articles_topic" ("name") VALUES (%s)')
    connection._commit()
    assert is_old(connection, "site")


def test_what_is_rolled_back_or_broken_off_was_not_changed(connection):
    for end in (connection._rollback, connection.close):
        connection.changed_tags.add("story:1")
        connection.write('DELETE FROM "articles_edition" WHERE "id" = %s')
        end()
        connection._commit()
    assert connection.table.last_raise == 0


def test_a_statement_that_commits_by_itself_is_told_of_at_once(connection):
    connection.in_atomic_block = False
    assert connection.write('UPDATE "media_photo" SET "alt" = %s') is False, "pending meanwhile"
    assert is_old(connection, "site")


def test_a_commit_that_nobody_knows_the_end_of_stays_pending_until_it_is_settled(connection):
    connection.changed_tags.add("story:1")
    connection.in_atomic_block = None
    with pytest.raises(OSError, match="lost"):
        connection._commit()
    assert is_old(connection, "story:1", noted=connection.table.last_raise)
    connection.table.settle()
    assert connection.table.is_still
    assert is_old(connection, "story:1")


def test_what_is_of_no_page_is_told_to_nobody(connection):
    for sql in (
        'UPDATE "articles_article" SET "body" = %s',
        'INSERT INTO "django_session" ("session_key") VALUES (%s)',
        'SELECT "articles_edition"."id" FROM "articles_edition"',
    ):
        connection.write(sql)
    connection._commit()
    assert connection.table.last_raise == 0


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ('SELECT 1 FROM "articles_edition" INNER JOIN "articles_desk" ON 1', {"articles_edition", "articles_desk"}),
        ("SELECT value FROM json_each(%s)", set()),
        ("SELECT (SELECT unnest(%s::bigint[])) FROM (SELECT 1 FROM articles_pin) listed", {"articles_pin"}),
    ],
)
def test_tables_that_a_question_reads_are_known(sql, tables):
    assert tables_read(sql) == tables


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ('INSERT OR IGNORE INTO "articles_topstory" VALUES (1)', {"articles_topstory"}),
        ("  update articles_desk set name = 'x'", {"articles_desk"}),
        ("TRUNCATE TABLE articles_desk, articles_user", {"articles_desk"}),
        ("WITH gone AS (DELETE FROM articles_pin RETURNING id) SELECT 1", {"articles_pin"}),
        (
            "LOCK TABLE articles_archivecount IN SHARE MODE; DELETE FROM articles_archivecount",
            {"articles_archivecount"},
        ),
        ("SAVEPOINT a", set()),
    ],
)
def test_tables_that_a_statement_writes_to_are_known(sql, tables):
    assert tables_written(sql) == tables
