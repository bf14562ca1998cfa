"""The outbox with real processes and a real mail server: each mail once and none lost, whoever is killed or down."""

import os
import random
import select
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.test.utils import override_settings
from django.utils import timezone

from articles.editorial.notifications.deliver import LEASE, deliver
from articles.editorial.writing import review
from articles.models.article import Article
from articles.models.staff_message import StaffMessage
from articles.models.user import User
from tests import builders
from tests.articles.management.test_serve import serving, until
from tests.newsroom.actions import wake
from tests.newsroom.smtp_sink import SmtpSink

T = datetime(2026, 5, 21, 12, 30, tzinfo=UTC)
WRITER = "writer@example.org"
on_this_database = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def sink(monkeypatch):
    """A mail server, which the processes that are started from now on send to."""
    server = SmtpSink()
    monkeypatch.setenv("EMAIL_URL", server.url)
    yield server
    server.close()


@pytest.fixture
def waiting(time_machine):
    """The ids of stories that a writer has handed in."""
    time_machine.move_to(T, tick=False)
    writer = builders.reporter(username="ida", email=WRITER)
    builders.editor(username="bo")
    return [builders.submitted_article(by=writer).pk for _number in range(8)]


def send_back(pk):
    """What an editor does; whoever calls it runs in a process of their own."""
    review.send_back(Article.objects.get(pk=pk), by=User.objects.get(username="bo"), note=f"Again, story {pk}.")


def deliver_now():
    """Deliver as `serve` and the command do, to the mail server of EMAIL_URL; returns how many were sent."""
    url = os.environ["EMAIL_URL"].rpartition(":")[2]
    smtp = {"EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend", "EMAIL_PORT": int(url)}
    with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_USE_TLS=False, EMAIL_HOST_USER="", **smtp):
        return deliver(timezone.now()).sent


def stories_told(sink):
    """The numbers of the stories that the writer was mailed about, each as often as it came."""
    assert {letter.to for letter in sink.letters} <= {WRITER}
    return sorted(int(letter.text.split("Again, story ")[1].split(".")[0]) for letter in sink.letters)


@on_this_database
def test_process_that_is_killed_after_its_commit_loses_no_mail(sink, start, waiting):
    for pk in waiting:
        worker = start()
        worker.run(send_back, pk)
        worker.end()  # SIGKILL: whatever it meant to send itself is gone
    assert sink.letters == []
    assert start().run(deliver_now) == len(waiting)
    assert stories_told(sink) == waiting
    assert start().run(deliver_now) == 0


@on_this_database
def test_process_that_is_killed_while_it_sends_leaves_the_mail_to_the_next(sink, start, waiting, time_machine):
    send_back(waiting[0])
    sink.may_answer.clear()
    killed = start()
    killed.begin(deliver_now)
    assert sink.asked.wait(30), "the mail is at the server, which has not said yes"
    killed.end()
    sink.may_answer.set()
    assert start().run(deliver_now) == 0, "who claimed it might live"
    time_machine.move_to(T + LEASE * 2, tick=False)
    assert start().run(deliver_now) == 1
    assert stories_told(sink) == waiting[:1]


def killed_again_and_again(sink, start, time_machine, stories, times):
    """Kill a deliverer at random moments, so many times; then let one finish. Returns how many kills were in time."""
    now, in_time = T, 0
    for pk in stories:
        send_back(pk)
    for _number in range(times):
        worker = start()
        worker.run(wake)
        worker.begin(deliver_now)
        ready, _, _ = select.select([worker.process.stdout], [], [], random.uniform(0, 0.5))
        in_time += not ready
        worker.end()
        now += LEASE * 2
        time_machine.move_to(now, tick=False)
    last = start()
    while StaffMessage.objects.filter(user__email=WRITER, sent_at=None, kind="sent_back").exists():
        now += LEASE * 2
        time_machine.move_to(now, tick=False)
        last = start()
        last.run(deliver_now)
    return in_time


def assert_each_once(sink, stories, kills):
    """Each story was told; what came twice came with the same Message-ID, by which a mailbox shows it once."""
    assert sorted(set(stories_told(sink))) == sorted(stories)
    assert len(set(sink.ids)) == len(stories)
    assert len(sink.ids) - len(stories) <= kills, (
        "a mail comes again only where a kill fell between the yes and its mark"
    )


@on_this_database
def test_deliverers_killed_at_any_moment_lose_no_mail(sink, start, waiting, time_machine):
    kills = killed_again_and_again(sink, start, time_machine, waiting, times=3)
    assert_each_once(sink, waiting, kills)


@pytest.mark.trial
@on_this_database
def test_fifty_killed_deliverers_lose_no_mail(sink, start, waiting, time_machine):
    writer = User.objects.get(username="ida")
    stories = waiting + [builders.submitted_article(by=writer).pk for _number in range(92)]
    kills = killed_again_and_again(sink, start, time_machine, stories, times=50)
    print(f"{kills} of 50 kills in time, {len(sink.ids) - len(stories)} mails twice, with the same Message-ID")
    assert kills > 0
    assert_each_once(sink, stories, kills)


@on_this_database
def test_mail_server_that_is_down_for_an_hour_holds_nobody_up_and_loses_nothing(sink, start, waiting, time_machine):
    sink.is_down = True
    workers = start(), start()
    for number, pk in enumerate(waiting):
        time_machine.move_to(T + timedelta(minutes=7 * number), tick=False)
        send_back(pk)  # nobody's save waits for the mail
        for worker in workers:
            worker.begin(deliver_now)
        assert [worker.finish() for worker in workers] == [(0, "")] * 2
    time_machine.move_to(T + timedelta(hours=1), tick=False)
    sink.is_down = False
    for minutes in range(60, 95, 5):
        time_machine.move_to(T + timedelta(minutes=minutes), tick=False)
        for worker in workers:
            worker.begin(deliver_now)
        for worker in workers:
            worker.finish()
    assert stories_told(sink) == waiting


FILL = """
import django, os
django.setup()
from tests import builders
from articles.editorial.writing import review
writer, editor = builders.reporter(username="ida", email="writer@example.org"), builders.editor(username="bo")
for _number in range({number}):
    story = builders.submitted_article(by=writer)
    review.send_back(story, by=editor, note=f"Again, story {{story.pk}}.")
"""


@pytest.mark.once
def test_two_workers_of_a_server_and_two_commands_at_once_send_each_mail_once(sink, tmp_path):
    clean = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "CACHE_URL")}
    env = clean | {"NEWSROOM_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    number = 30
    sink.is_down = True
    with serving(tmp_path):
        subprocess.run([sys.executable, "-c", FILL.format(number=number)], cwd=settings.BASE_DIR, env=env, check=True)
        sink.is_down = False
        line = [sys.executable, "manage.py", "deliver"]
        commands = [
            subprocess.Popen(line, cwd=settings.BASE_DIR, env=env, stdout=subprocess.PIPE, text=True) for _ in range(2)
        ]
        said = [command.communicate(timeout=60)[0] for command in commands]
        assert all(line.startswith("sent ") for line in said)
        # What failed while the server was down is tried again after a minute at most.
        until(lambda: len(set(sink.ids)) == number, seconds=90)
    assert len(sink.ids) == number
    assert len(set(stories_told(sink))) == number
