"""A forgotten password: a link for whoever has an account, the same answer for everybody."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import mails
from accounts.mails import wait_until_sent
from accounts.one_use_links import Purpose, account_opened_by, link_for
from tests.accounts.conftest import NEW_PASSWORD, NEW_TYPED, PASSWORD, is_in, link_in, path_of

pytestmark = pytest.mark.django_db
FORGOTTEN = reverse("accounts_forgotten")


@pytest.fixture
def ask(django_capture_on_commit_callbacks):
    """A function that asks for a link and gives the answer's words, without what was typed."""

    def asking(typed, client=None, **more):
        with django_capture_on_commit_callbacks(execute=True):
            answer = (client or Client()).post(FORGOTTEN, {"account": typed}, **more)
        wait_until_sent()
        return answer.status_code, answer.context["title"], answer.content.decode().replace(typed, "…")

    return asking


def without_token(page):
    """A page without the token against forged requests and the nonce, which differ in each."""
    return [line for line in page[2].splitlines() if "csrf" not in line and "nonce" not in line]


def test_answer_tells_nobody_who_exists(ask, ida):
    pages = [ask(typed) for typed in ("ida", "nobody", "ida@example.org", "nobody@example.org")]
    assert len({(status, str(title), *without_token((0, 0, page))) for status, title, page in pages}) == 1
    assert [letter.to for letter in mail.outbox] == [["ida@example.org"]] * 2


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}, {"email": ""}])
def test_no_mail_for_accounts_that_may_not_enter(ask, ida, change):
    for name, value in change.items():
        setattr(ida, name, value)
    ida.save()
    assert ask("ida")[0] == 200
    assert not mail.outbox


def test_a_new_password_signs_in_and_ends_all_other_sessions(ask, ida, client, enter_password):
    enter_password(client)
    assert is_in(client)
    ask("ida")
    own = Client()
    link = link_in(mail.outbox[0])
    assert own.post(link, NEW_TYPED).headers["Location"] == "/admin/"
    assert is_in(own)
    assert not is_in(client)
    ida.refresh_from_db()
    assert ida.check_password(NEW_PASSWORD)
    assert own.get(link).headers["Location"] == reverse("admin:login")


def test_owner_hears_that_the_password_was_changed(
    ask, ida, client, enter_password, django_capture_on_commit_callbacks
):
    enter_password(client)
    ask("ida")
    with django_capture_on_commit_callbacks(execute=True):
        Client().post(link_in(mail.outbox[0]), NEW_TYPED)
    wait_until_sent()
    assert ["password was changed" in letter.subject for letter in mail.outbox[1:]].count(True) == 1


def test_second_factor_is_asked_for_as_always(ida, telephone):
    own = Client()
    link = path_of(link_for(ida, Purpose.RESET))
    assert own.post(link, NEW_TYPED).headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(own)
    own.post(reverse("mfa_authenticate"), {"code": telephone.code()})
    assert is_in(own)


def test_a_link_lasts_an_hour_and_no_sign_in_longer(ida, client, enter_password, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    token = link_for(ida, Purpose.RESET).split("/")[-2]
    assert account_opened_by(token, Purpose.RESET) == (ida, Purpose.RESET)
    assert account_opened_by(token, Purpose.SIGN_IN, Purpose.INVITATION) is None
    time_machine.move_to(now + timedelta(hours=1, seconds=2), tick=False)
    assert account_opened_by(token, Purpose.RESET) is None
    time_machine.move_to(now, tick=False)
    enter_password(client)
    assert account_opened_by(token, Purpose.RESET) is None


def test_a_few_links_in_a_quarter_of_an_hour_and_the_answer_stays_the_same(ask, ida):
    pages = [ask("ida") for _ in range(8)]
    assert len({tuple(without_token(page)) for page in pages}) == 1
    assert len(mail.outbox) == 5
    signing_in = Client().post(reverse("admin:login"), {"username": "ida", "password": PASSWORD})
    assert signing_in.status_code == 302  # asking for links uses up no attempt at the password


@pytest.mark.parametrize("typed", ["x" * 5000, "\0", "ı@example.org", "ida\n", "' OR 1=1"])
def test_whatever_is_typed_gets_an_answer(ask, ida, typed):
    assert Client().post(FORGOTTEN, {"account": typed}).status_code == 200
    assert Client().post(FORGOTTEN, {"account": ""}).status_code == 200
    assert not mail.outbox


def test_a_mail_server_that_is_down_costs_only_the_mail(ask, ida, monkeypatch, caplog):
    def down(*args):
        raise ConnectionRefusedError("nobody answers")

    monkeypatch.setattr(mails, "send_mail", down)
    assert ask("ida")[0] == 200
    assert "nobody answers" in caplog.text
    assert "ida" not in caplog.text
