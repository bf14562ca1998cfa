"""The demo newsroom: what it holds, that its dates are fresh, and that it is loaded wholly, once, or not at all."""

import io
import socket
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from articles.editorial.publishing.readiness import blockers
from articles.editorial.shelves.templates import templates
from articles.management.commands import demo
from articles.management.demo import loading
from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.desk import Desk
from articles.models.edition import Edition
from articles.models.person import Person, PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.pin import Pin
from articles.models.section import Quote
from articles.models.topic import Topic
from articles.models.user import User
from media.models import Photo
from tests.builders import a_desk, a_person, a_topic, draft_article, user_in

PASSWORD = "a password for tests"


@pytest.fixture(scope="class")
def newsroom(django_db_setup, django_db_blocker):
    """The demo, loaded once for a class of tests and taken back after it; the time at which that began."""
    with django_db_blocker.unblock(), transaction.atomic():
        began = timezone.now()
        assert loading.load(PASSWORD) == 31
        yield began
        transaction.set_rollback(True)


@pytest.fixture
def command(monkeypatch, settings, tmp_path):
    """Run `demo` without serving; returns what it prints. `settings.NEWSROOM_DATA` is a new folder."""
    real = call_command
    served = []
    settings.NEWSROOM_DATA = tmp_path
    monkeypatch.setenv("SITE_URL", "http://before")

    monkeypatch.setattr(demo, "refuse_closed_port", lambda host, port: None)

    def call(name, *arguments, **options):
        if name == "serve":
            served.append(options)
        else:
            real(name, *arguments, **options)

    monkeypatch.setattr(demo, "call_command", call)

    def run(*arguments):
        out = io.StringIO()
        call_command("demo", *arguments, stdout=out)
        return out.getvalue()

    run.served = served
    return run


@pytest.mark.django_db
def test_a_taken_port_is_said_before_anything_is_loaded():
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(CommandError, match="is taken by another program"),
    ):
        call_command("demo", port=other.getsockname()[1])
    assert not Article.objects.exists()


@pytest.mark.django_db
class TestLoaded:
    """The newsroom as it was loaded; nothing here changes it."""

    def test_stories_are_in_every_state(self, newsroom):
        now = timezone.now()
        live = Edition.objects.live(now)
        assert live.count() == 27
        assert live.values("path").distinct().count() == 27
        scheduled = Article.objects.filter(editions__goes_live_at__gt=now)
        assert [article.stage for article in scheduled] == ["draft"]
        assert Article.objects.filter(stage="submitted").count() == 1
        assert Edition.objects.current(now).filter(kind="withdrawn").exclude(notice="").count() == 1
        assert Article.objects.on_boards().filter(editions=None, stage="draft").count() == 1

    def test_templates_are_there_to_begin_from_and_nothing_goes_out_with_their_gaps(self, newsroom):
        assert [str(template) for template in templates()] == ["Live results", "Match report", "Obituary"]
        for template in templates():
            assert {finding.field for finding in blockers(template)} >= {"headline", "dek", "body"}

    def test_dates_are_relative_to_now(self, newsroom):
        dates = Edition.objects.live(timezone.now()).values_list("dated_at", flat=True)
        assert max(dates) > newsroom - timedelta(days=1)
        assert min(dates) > newsroom - timedelta(days=60)
        assert Edition.objects.pending(timezone.now()).get().goes_live_at < newsroom + timedelta(days=10)

    def test_every_desk_and_topic_has_stories_and_every_story_a_byline_and_a_lead_topic(self, newsroom):
        live = Edition.objects.live(timezone.now())
        assert {edition.desk_id for edition in live} == set(Desk.objects.values_list("pk", flat=True))
        assert not live.filter(byline_rows=None).exists()
        assert live.filter(topic_rows__is_lead=True).count() == live.count()

    def test_people_quotes_photos_corrections_and_pins_are_there(self, newsroom):
        assert Quote.objects.live(timezone.now()).exclude(person=None).count() > 20
        assert Person.objects.filter(on_staff=True).count() > 2
        assert PersonAlias.objects.exists()
        assert Correction.objects.exists()
        for correction in Correction.objects.select_related("edition__revision"):
            body = correction.edition.revision.snapshot["body"]
            before = correction.edition.article.editions.filter(goes_live_at__lt=correction.goes_live_at).latest(
                "goes_live_at"
            )
            assert body != before.revision.snapshot["body"], "what the note speaks of is not in the words"
        assert Pin.objects.exists()
        war = Topic.objects.get(slug="russia-ukraine-war")
        assert war.explainer.slug == "a-front-as-long-as-a-country"
        assert Topic.objects.get(slug="orrel-river").picture
        assert {topic.slug for topic in war.related.all()} == {"diplomacy", "energy"}
        assert {row.name for row in PersonSuggestion.objects.all()} == {"Ilse Varga", "Casimir Dunn", "Pavo Linnet"}
        assert Photo.objects.count() == 14
        assert not Photo.objects.filter(credit="").exists()
        assert not Photo.objects.filter(alt="", decorative=False).exists()

    def test_accounts_are_in_their_groups_and_log_in(self, newsroom):
        groups = {
            user.username: [group.name for group in user.groups.all()] for user in User.objects.filter(is_staff=True)
        }
        assert groups == {
            "reporter": ["reporter"],
            "editor": ["editor"],
            "photo": ["photo editor"],
            "chief": ["chief"],
        }
        assert all(user.check_password(PASSWORD) for user in User.objects.filter(is_staff=True))

    def test_demo_is_not_wanted_twice(self, newsroom):
        assert not loading.is_wanted()
        with pytest.raises(loading.AccountTaken, match="chief, editor, photo, reporter"):
            loading.load(PASSWORD)


@pytest.mark.django_db
def test_command_loads_and_serves_and_says_the_password(command, monkeypatch, tmp_path):
    monkeypatch.setattr(loading, "load", lambda password: 31)
    said = command("--port", "8123")
    password = (tmp_path / "demo_password").read_text()
    assert "31 stories are in." in said
    assert "Site:  http://127.0.0.1:8123/" in said
    assert "Admin: http://127.0.0.1:8123/admin/" in said
    assert f"Log in as reporter, editor, photo, chief; the password of each is {password}" in said
    assert (tmp_path / "demo_password").stat().st_mode & 0o777 == 0o600
    assert command.served == [{"port": 8123}]


@pytest.mark.django_db
def test_command_leaves_a_newsroom_with_stories_alone(command, monkeypatch):
    monkeypatch.setattr(loading, "load", lambda password: pytest.fail("loaded over somebody's stories"))
    draft_article()
    said = command()
    assert "Log in as" not in said
    assert "Loading" not in said
    assert command.served == [{"port": 8000}]


@pytest.mark.django_db
def test_command_keeps_its_password_when_it_was_interrupted(command, monkeypatch, tmp_path):
    given = []

    def load(password):
        given.append(password)
        if len(given) == 1:
            raise KeyboardInterrupt
        return 31

    monkeypatch.setattr(loading, "load", load)
    with pytest.raises(KeyboardInterrupt):
        command()
    command()
    assert given == [(tmp_path / "demo_password").read_text()] * 2


@pytest.mark.django_db
def test_command_takes_over_nobodys_account(command, tmp_path):
    somebody = user_in("editor", username="editor")
    with pytest.raises(CommandError, match="there are some already: editor"):
        command()
    assert not (tmp_path / "demo_password").exists()
    assert command.served == []
    assert User.objects.get(username="editor") == somebody
    assert not Article.objects.exists()


@pytest.mark.django_db
def test_failure_in_the_middle_leaves_no_story_and_the_next_run_loads_all(monkeypatch):
    a_desk("WORLD"), a_topic("energy"), a_person("Somebody Else")
    real, seen = loading.publish.publish, []

    def fail_at_the_third(article, **wishes):
        seen.append(article)
        if len(seen) == 3:
            raise OSError("no space left")
        return real(article, **wishes)

    monkeypatch.setattr(loading.publish, "publish", fail_at_the_third)
    with pytest.raises(OSError, match="no space left"):
        loading.load(PASSWORD)
    assert not Article.objects.exists()
    assert not User.objects.filter(is_staff=True).exists()
    assert loading.is_wanted()
    assert Desk.objects.get().name == "WORLD"
    assert Topic.objects.count() == Person.objects.count() == 1


@pytest.mark.django_db
def test_loading_mails_nobody_and_its_accounts_can_be_mailed_afterwards(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        loading.load("secret")
    assert not mailoutbox
    assert {user.email for user in User.objects.filter(username__in=loading.ACCOUNTS)} == {
        f"{name}@example.org" for name in loading.ACCOUNTS
    }


def test_offsets_are_distances_from_now():
    now = timezone.now()
    for words, distance in (("-1d 3h 20m", -timedelta(days=1, hours=3, minutes=20)), ("+2d", timedelta(days=2))):
        assert abs(loading._moment(words) - now - distance) < timedelta(seconds=5)
