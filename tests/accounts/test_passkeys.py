"""What the server itself refuses of passkeys, whatever a browser would have let through."""

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from fido2.utils import websafe_encode

from articles.models.failed_login import FailedLogin
from tests.accounts.conftest import PASSWORD, Authenticating, is_in
from tests.accounts.soft_passkey import FLAG, SoftPasskey
from tests.builders import user_in

pytestmark = pytest.mark.django_db
ENTER, ASK, STEP = reverse("mfa_login_webauthn"), reverse("accounts_ask_passkey"), reverse("mfa_authenticate")
NEW, ASK_NEW = reverse("accounts_new_passkey"), reverse("accounts_ask_new_passkey")
AGAIN = reverse("account_reauthenticate")
HERE = {"HTTP_HOST": "localhost"}
LIES = {
    "the person was not verified": {"flags": FLAG.UP},
    "nobody was there": {"flags": FLAG.UV},
    "another site's page": {"origin": "http://localhost.evil.example"},
    "another site's key": {"site": "evil.example"},
    "another key": {"key": ec.generate_private_key(ec.SECP256R1())},
}


def a_client():
    return Client(**HERE)


def asked(client, address=ASK):
    return client.post(address).json()["publicKey"]


def a_passkey(user, name="Laptop"):
    """A passkey of the user's, made on the screen for that."""
    client, passkey = a_client(), SoftPasskey()
    client.force_login(user)
    made = client.post(NEW, {"name": name, "credential": passkey.made(asked(client, ASK_NEW))})
    assert made.status_code == 302, made.content.decode()
    return passkey


def enters(passkey, *, client=None, **lies):
    """Whether the passkey lets in."""
    client = client or a_client()
    client.post(ENTER, {"credential": passkey.opens(asked(client), **lies)})
    return is_in(client)


@pytest.fixture
def passkey(ida):
    return a_passkey(ida)


def test_passkey_lets_in_and_is_all_that_is_wanted(passkey, ida, settings):
    settings.STAFF_MFA = True
    assert enters(passkey)
    assert Authenticator.objects.get(type="webauthn").last_used_at is not None


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_passkey_lets_nobody_in_where(passkey, lie):
    assert not enters(passkey, **lie)


@pytest.mark.parametrize("handle", ["", "!", "////", websafe_encode(b"9" * 400), websafe_encode(b"zz"), None])
def test_answer_that_names_nobody_lets_nobody_in(passkey, ida, handle):
    if handle is None:
        handle = websafe_encode(str(user_in("editor").pk).encode())
    assert not enters(passkey, handle=handle)


def test_answer_opens_once(passkey):
    client = a_client()
    answer = passkey.opens(asked(client))
    client.post(ENTER, {"credential": answer})
    assert is_in(client)
    client.post(reverse("admin:logout"))
    client.post(ENTER, {"credential": answer})
    assert not is_in(client)
    other = a_client()
    asked(other)
    other.post(ENTER, {"credential": answer})
    assert not is_in(other)


def test_a_copied_answer_opens_nothing_on_another_device(passkey):
    client = a_client()
    answer = passkey.opens(asked(client))
    question = client.cookies["passkey_question"].value
    client.post(ENTER, {"credential": answer})
    other = a_client()
    other.cookies["passkey_question"] = question
    other.post(ENTER, {"credential": answer})
    assert is_in(client) and not is_in(other)


def test_question_holds_five_minutes(passkey, time_machine):
    time_machine.move_to("2026-11-30 12:00Z", tick=False)
    client = a_client()
    answer = passkey.opens(asked(client))
    time_machine.move_to("2026-11-30 12:05:01Z", tick=False)
    client.post(ENTER, {"credential": answer})
    assert not is_in(client)


def test_strangers_who_ask_or_answer_leave_no_row(client, passkey):
    before = Session.objects.count()
    for _ in range(3):
        client.post(ASK)
        client.post(f"{ASK}?anybody")
        client.post(ENTER, {"credential": "{}"})
    assert Session.objects.count() == before


def test_answer_to_nothing_that_was_asked_lets_nobody_in(passkey):
    client = a_client()
    client.post(ENTER, {"credential": passkey.opens(asked(a_client()))})
    assert not is_in(client)


@pytest.mark.parametrize("lie", [{"flags": FLAG.UP}, {"origin": "https://evil.example"}, {"kind": "webauthn.get"}])
def test_new_passkey_is_not_taken_where_the_browser_would_have_refused(ida, lie):
    client = a_client()
    client.force_login(ida)
    page = client.post(NEW, {"credential": SoftPasskey().made(asked(client, ASK_NEW), **lie)}).content.decode()
    assert "The passkey was not taken" in page
    assert not Authenticator.objects.exists()


def test_passkey_is_the_second_step_of_its_owner_only(passkey, ida, enter_password):
    theirs = a_passkey(user_in("editor", username="ivo", password=PASSWORD))
    client = a_client()
    enter_password(client)
    question = asked(client)
    assert [each["id"] for each in question["allowCredentials"]] == [websafe_encode(passkey.id)]
    assert "does not open this account" in client.post(STEP, {"credential": theirs.opens(question)}).content.decode()
    assert not is_in(client)
    assert client.post(STEP, {"credential": passkey.opens(asked(client))}).status_code == 302
    assert is_in(client)


def test_door_asks_for_anybodys_passkey_while_somebody_is_at_the_second_step(passkey, ida, enter_password):
    client = a_client()
    enter_password(client)
    assert not asked(client, ASK + "?anybody")["allowCredentials"]


def test_wrong_answers_at_the_second_step_are_counted(passkey, ida, enter_password):
    client = a_client()
    enter_password(client)
    for _ in range(5):
        client.post(STEP, {"credential": "{}"})
    assert FailedLogin.objects.count() == 5
    right = passkey.opens(asked(client))
    assert "Too many wrong codes" in client.post(STEP, {"credential": right}).content.decode()
    assert not is_in(client)


def test_passkey_proves_again_who_one_is(passkey, ida, time_machine):
    client = a_client()
    client.force_login(ida)
    session = client.session
    session["accounts_proved_at"] -= 3600
    session.save()
    client.post(AGAIN, {"credential": passkey.opens(asked(client), flags=FLAG.UP)})
    assert client.get(NEW).status_code == 302
    client.post(AGAIN, {"credential": passkey.opens(asked(client))})
    assert client.get(NEW).status_code == 200


@pytest.mark.parametrize("lost", ["is_active", "is_staff"])
def test_closed_accounts_passkey_opens_nothing_and_leaves_nothing_behind(passkey, ida, enter_password, lost):
    ivo = user_in("editor", username="ivo", password=PASSWORD)
    Authenticating(ivo)
    setattr(ida, lost, False)
    ida.save()
    client = a_client()
    assert not enters(passkey, client=client)
    assert "account_authentication_methods" not in client.session
    enter_password(client, "ivo")
    assert not is_in(client)


def test_passkey_is_renamed_and_removed_and_a_second_one_makes_no_new_codes(passkey, ida):
    a_passkey(ida, "Key")
    assert Authenticator.objects.filter(type="recovery_codes").count() == 1
    client = a_client()
    client.force_login(ida)
    first, second = Authenticator.objects.filter(type="webauthn").order_by("pk")
    change = reverse("accounts_change_passkey", args=[first.pk])
    assert 'value="Laptop"' in client.get(change).content.decode()
    assert client.post(change, {"name": " "}).status_code == 200
    client.post(change, {"name": "x" * 99})
    first.refresh_from_db()
    assert str(first) == "x" * 60
    client.post(reverse("accounts_remove_factor", args=[second.pk]))
    assert Authenticator.objects.filter(type="recovery_codes").exists()
    assert enters(passkey)


def test_passkey_without_a_name_is_called_after_its_device(ida):
    a_passkey(ida, " ")
    assert str(Authenticator.objects.get(type="webauthn")) == "Unknown device"


def test_who_is_signed_in_needs_no_second_step(ida):
    client = a_client()
    client.force_login(ida)
    assert client.get(STEP).headers["Location"] == "/admin/"


def test_door_shown_to_who_is_in_leads_on_where_that_is_ours(ida):
    client = a_client()
    client.force_login(ida)
    account = reverse("mfa_index")
    for wanted, reached in ((account, account), ("https://evil.example/", "/admin/"), ("", "/admin/")):
        assert client.get(reverse("admin:login"), {"next": wanted}).headers["Location"] == reached
