"""The address of the numbers: there for the token alone, and in two queries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models.staff_message import StaffMessage, Told, Way
from newsroom.seeing import publishing
from newsroom.seeing.exposition import CONTENT_TYPE
from newsroom.seeing.ledger import Ledger
from tests import builders
from tests.newsroom.seeing.exposition_parser import parsed, total

pytestmark = pytest.mark.django_db
TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture(autouse=True)
def ledger(tmp_path, monkeypatch):
    """A ledger of this test's own."""
    mine = Ledger(tmp_path / "counted")
    monkeypatch.setattr(publishing, "ledger", lambda: mine)
    return mine


def bearer(token=TOKEN):
    return {"HTTP_AUTHORIZATION": f"Bearer {token}"}


@pytest.mark.parametrize(
    "sent", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", f"bearer {TOKEN}", f"Bearer {TOKEN} "]
)
def test_without_the_token_there_is_nothing_at_the_address(client, settings, sent):
    settings.METRICS_TOKEN = TOKEN
    given = {"HTTP_AUTHORIZATION": sent} if sent else {}
    elsewhere = client.get("/no/such/page/", **given)
    response = client.get("/metrics", **given)
    assert (response.status_code, response.content) == (404, elsewhere.content)


def test_while_no_token_is_set_nobody_is_told(client, settings):
    settings.METRICS_TOKEN = ""
    for given in ({}, bearer(""), bearer("None")):
        assert client.get("/metrics", REMOTE_ADDR="127.0.0.1", **given).status_code == 404


def test_a_letter_of_another_alphabet_is_no_failure(client, settings):
    settings.METRICS_TOKEN = TOKEN
    assert client.get("/metrics", **bearer("ключ")).status_code == 404


def test_the_numbers_are_valid_and_nobody_keeps_them(client, settings):
    settings.METRICS_TOKEN = TOKEN
    response = client.get("/metrics", **bearer())
    found = parsed(response.text)
    assert response["Content-Type"] == CONTENT_TYPE
    assert "no-store" in response["Cache-Control"]
    assert total(found, "newsroom_workers") == 1
    assert not response.cookies


@pytest.mark.parametrize("messages", [1, 3])
def test_what_waits_to_be_sent_is_counted(client, settings, messages, django_assert_num_queries):
    settings.METRICS_TOKEN = TOKEN
    now, user = timezone.now(), builders.chief()
    told = {"user": user, "kind": Told.ASSIGNED, "way": Way.MAIL, "at": now}
    for number in range(messages):
        StaffMessage.objects.create(due_at=now - timedelta(minutes=number + 1), **told)
    StaffMessage.objects.create(due_at=now + timedelta(hours=1), **told)
    StaffMessage.objects.create(due_at=now - timedelta(days=1), sent_at=now, **told)
    StaffMessage.objects.create(due_at=now - timedelta(days=1), failed_at=now, **told)
    StaffMessage.objects.create(due_at=None, **told)
    with django_assert_num_queries(1):
        response = client.get("/metrics", **bearer())
    found = parsed(response.text)
    assert total(found, "newsroom_outbox_due") == messages
    assert total(found, "newsroom_outbox_oldest_seconds") == pytest.approx(60 * messages, abs=20)


def test_verbs_and_refusals_are_counted(client, settings):
    settings.METRICS_TOKEN = TOKEN

    def counted():
        found = parsed(client.get("/metrics", **bearer()).text)
        outcomes = ("done", "refused")
        return [total(found, "newsroom_verbs_total", verb="publish", outcome=each) for each in outcomes]

    done, refused = counted()
    builders.live_article()
    assert counted() == [done + 1, refused]


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, settings, method):
    settings.METRICS_TOKEN = TOKEN
    assert getattr(client, method)("/metrics", **bearer()).status_code == 405
