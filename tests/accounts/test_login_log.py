"""The log of sign-ins, and the mail about a device that is new."""

import json
from io import StringIO

import pytest
from allauth.account.utils import user_pk_to_url_str
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from fido2.utils import websafe_encode

from accounts.mails import wait_until_sent
from accounts.models import SignIn
from articles.models.log_entry import LogEntry
from tests.accounts.conftest import PASSWORD, is_in, path_of
from tests.builders import chief, editor

pytestmark = pytest.mark.django_db
LIST, LOGIN, STEP = (reverse(name) for name in ("admin:accounts_signin_changelist", "admin:login", "mfa_authenticate"))
TYPED = {"username": "ida", "password": PASSWORD}
FIREFOX = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


def test_each_sign_in_and_each_wrong_password_is_noted(ida, client):
    client.post(LOGIN, TYPED | {"password": "wrong"}, headers=FIREFOX)
    client.post(LOGIN, TYPED | {"username": "nobody"})
    client.post(LOGIN, TYPED, headers=FIREFOX, REMOTE_ADDR="192.0.2.7")
    assert [(entry.outcome, entry.ways, entry.device) for entry in SignIn.objects.order_by("pk")] == [
        ("wrong", "password", "Firefox, Linux"),
        ("in", "password", "Firefox, Linux"),
    ]
    assert SignIn.objects.get(outcome="in").address == "192.0.2.7"


def test_the_second_step_is_noted(ida, telephone, client, enter_password):
    enter_password(client)
    assert not SignIn.objects.filter(outcome="in").exists()
    client.post(reverse("mfa_authenticate"), {"code": telephone.code()})
    assert SignIn.objects.get(outcome="in").ways == "password, totp"


def test_owner_hears_of_a_new_device_but_not_of_the_first_nor_of_a_known_one(
    ida, enter_password, django_capture_on_commit_callbacks
):
    first, second = Client(), Client()
    with django_capture_on_commit_callbacks(execute=True):
        enter_password(first)
        del first.cookies["sessionid"]
        enter_password(first)
    wait_until_sent()
    assert not mail.outbox
    with django_capture_on_commit_callbacks(execute=True):
        second.post(LOGIN, TYPED, headers=FIREFOX, REMOTE_ADDR="198.51.100.3")
    wait_until_sent()
    [letter] = mail.outbox
    assert letter.to == ["ida@example.org"]
    assert "Firefox, Linux" in letter.body and "198.51.100.3" in letter.body


def test_those_who_manage_accounts_read_it(ida, client, enter_password):
    enter_password(Client())
    client.force_login(chief())
    assert "signed in" in client.get(LIST).content.decode()
    client.force_login(editor())
    assert client.get(LIST).status_code == 403


@pytest.fixture
def way_in(ida, django_capture_on_commit_callbacks):
    """The path of the link that the command prints."""
    out = StringIO()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sign_in_link", "ida", stdout=out)
    wait_until_sent()
    return path_of(out.getvalue().strip())


def test_a_link_made_on_the_server_signs_in_once(way_in, client):
    assert not is_in(client)
    assert "Sign in" in client.get(way_in).content.decode()
    assert client.post(way_in).headers["Location"] == "/admin/"
    assert is_in(client)
    assert SignIn.objects.get(outcome="in").ways == "link"
    another = Client()
    assert another.post(way_in).headers["Location"] == reverse("admin:login")
    assert not is_in(another)
    assert LogEntry.objects.filter(verb="sign-in link", note="ida").exists()
    assert "A link to sign in was made" in mail.outbox[0].subject


def test_such_a_link_asks_for_the_second_factor_and_is_used_up(way_in, telephone, client):
    assert client.post(way_in).headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(client)
    assert Client().post(way_in).headers["Location"] == reverse("admin:login")


def test_the_command_knows_whom_it_lets_in(db):
    with pytest.raises(CommandError, match="nobody"):
        call_command("sign_in_link", "nobody")
    with pytest.raises(CommandError, match="system"):
        call_command("sign_in_link", "system")


def noted():
    """(outcome, ways) of the log, oldest first."""
    return list(SignIn.objects.order_by("pk").values_list("outcome", "ways"))


def test_wrong_and_used_codes_of_the_second_step_are_noted(telephone, recovery_codes, enter_password):
    client, code = Client(), recovery_codes[0]
    enter_password(client)
    client.post(STEP, {"code": "000000"})
    client.post(STEP, {"code": code})
    for again in (f"{code[:4]}-{code[4:]}", telephone.code()):
        client = Client()
        enter_password(client)
        client.post(STEP, {"code": again})
    client = Client()
    enter_password(client)
    client.post(STEP, {"code": telephone.code()})
    assert noted() == [
        ("wrong", "password, code"),
        ("in", "password, recovery_codes"),
        ("used", "password, code"),
        ("in", "password, totp"),
        ("used", "password, code"),
    ]
    assert SignIn.objects.latest("pk").how == "password, code"


def test_wrong_proof_of_who_is_in_is_noted(ida, client):
    client.force_login(ida)
    SignIn.objects.all().delete()
    client.post(reverse("account_reauthenticate"), {"password": "wrong"})
    client.post(reverse("admin:password_change"), {"old_password": "wrong"})
    assert noted() == [("wrong", "again, password")] * 2


def test_passkey_that_opens_nothing_is_noted_for_whom_it_names_and_for_nobody_else(ida, client):
    handle = user_pk_to_url_str(ida).encode()
    for named in (handle, b"999", b"\xff"):
        answer = {"response": {"userHandle": websafe_encode(named)}}
        client.post(reverse("mfa_login_webauthn"), {"credential": json.dumps(answer)})
    assert noted() == [("wrong", "webauthn")]


def test_attempts_that_are_not_looked_at_any_more_are_noted_once_for_each_address(ida, client, enter_password):
    for _ in range(7):
        enter_password(client, password="wrong")
    enter_password(Client(), username="nobody", password="wrong")
    assert noted() == [("wrong", "password")] * 5 + [("locked", "password")]


def test_owner_hears_that_somebody_has_the_password(ida, telephone, enter_password, django_capture_on_commit_callbacks):
    client = Client(REMOTE_ADDR="198.51.100.3")
    with django_capture_on_commit_callbacks(execute=True):
        enter_password(client)
        for _ in range(8):
            client.post(STEP, {"code": "000000"})
    wait_until_sent()
    [letter] = mail.outbox
    assert "Too many wrong codes" in letter.subject and "198.51.100.3" in letter.body
    assert noted() == [("wrong", "password, code")] * 5 + [("locked", "password")]


def test_log_of_an_account_is_not_to_be_filled(ida, client, time_machine):
    time_machine.move_to("2026-11-30 12:00:00Z", tick=False)
    answer = {"credential": json.dumps({"response": {"userHandle": websafe_encode(user_pk_to_url_str(ida).encode())}})}
    for _ in range(40):
        client.post(reverse("mfa_login_webauthn"), answer)
    client.post(LOGIN, TYPED | {"password": "wrong"})
    assert noted() == [("wrong", "webauthn")] * 30 + [("wrong", "password")]
    time_machine.move_to("2026-11-30 12:15:01Z", tick=False)
    client.post(reverse("mfa_login_webauthn"), answer)
    assert len(noted()) == 32


def test_everybody_reads_of_their_own_account_and_of_no_other(ida, client, enter_password):
    enter_password(Client(), password="wrong")
    other = editor(username="ivo")
    SignIn.objects.create(user=other, at=timezone.now(), outcome="in", ways="link", address="203.0.113.9", device="Fax")
    client.post(LOGIN, TYPED, headers=FIREFOX, REMOTE_ADDR="192.0.2.7")
    page = client.get(reverse("mfa_index")).content.decode()
    assert "Wrong password or code" in page and "Firefox, Linux" in page and "192.0.2.7" in page
    assert "Fax" not in page and "203.0.113.9" not in page
