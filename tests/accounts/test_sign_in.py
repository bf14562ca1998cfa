"""Signing in by name or mail, and the second step where the account has a factor."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models.failed_login import FailedLogin
from tests.accounts.conftest import PASSWORD, is_in, stored
from tests.builders import user_in

STEP = reverse("mfa_authenticate")
LOGIN = reverse("admin:login")


@pytest.mark.parametrize("typed", ["ida", "ida@example.org", "IDA@Example.org"])
def test_name_or_mail_address_and_password_let_in(client, ida, enter_password, typed):
    assert enter_password(client, typed).headers["Location"] == "/admin/"
    assert is_in(client)


def test_mail_address_of_two_people_lets_nobody_in(client, ida, enter_password):
    user_in("editor", username="ivo", password=PASSWORD, email="IDA@example.org")
    assert enter_password(client, "ida@example.org").status_code == 200
    assert enter_password(client, "ivo").status_code == 302


def test_name_that_looks_like_somebodys_mail_address_is_the_name(client, ida, enter_password):
    user_in("editor", username="ida@example.org", password="another-long-way", email="x@example.org")
    assert enter_password(client, "ida@example.org").status_code == 200
    assert enter_password(client, "ida@example.org", "another-long-way").status_code == 302


def test_name_and_mail_address_share_one_count(client, ida, enter_password):
    for typed in ("ida", "ida@example.org", "IDA@example.org", "ida", "ida"):
        enter_password(client, typed, "wrong")
    for typed in ("ida", "ida@example.org"):
        assert "Too many wrong passwords" in enter_password(client, typed).content.decode()


def test_second_step_follows_the_password_and_leads_where_they_wanted(client, telephone, enter_password):
    response = enter_password(client, next="/admin/articles/article/")
    assert response.headers["Location"] == STEP
    assert not is_in(client)
    assert client.post(STEP, {"code": telephone.code()}).headers["Location"] == "/admin/articles/article/"
    assert is_in(client)


def test_second_step_without_a_password_leads_back(client, telephone):
    for response in (client.get(STEP), client.post(STEP, {"code": telephone.code()})):
        assert response.headers["Location"] == LOGIN
    assert not is_in(client)


def test_wrong_code_lets_nobody_in_and_says_so(client, telephone, enter_password):
    enter_password(client)
    page = client.post(STEP, {"code": "000000"}).content.decode()
    assert "This code is wrong" in page
    assert not is_in(client)


def test_code_opens_once(client, telephone, enter_password):
    code = telephone.code()
    enter_password(client)
    assert client.post(STEP, {"code": code}).status_code == 302
    other = Client()
    enter_password(other)
    assert "was used before" in other.post(STEP, {"code": code}).content.decode()
    assert not is_in(other)
    assert other.post(STEP, {"code": telephone.code(1)}).status_code == 302


def test_recovery_code_opens_once(client, recovery_codes, enter_password):
    code = recovery_codes[0]
    for typed, opens in ((f"{code[:4]} {code[4:]}", True), (code, False), (recovery_codes[1], True)):
        client = Client()
        enter_password(client)
        client.post(STEP, {"code": typed})
        assert is_in(client) == opens


def test_sixth_wrong_code_is_not_looked_at_nor_is_the_right_one(client, telephone, enter_password):
    enter_password(client)
    for _ in range(5):
        client.post(STEP, {"code": "000000"})
    assert FailedLogin.objects.count() == 5
    page = client.post(STEP, {"code": telephone.code()}).content.decode()
    assert "Too many wrong codes" in page
    assert not is_in(client)


def test_strangers_at_the_form_use_up_no_codes(client, ida, telephone, enter_password):
    name = FailedLogin.objects
    enter_password(client)
    client.post(STEP, {"code": "000000"})
    counted = name.get().account
    assert len(counted) == 64 and counted != "ida"


@pytest.mark.parametrize("lost", ["is_active", "is_staff"])
def test_account_that_was_closed_between_the_steps_lets_nobody_in(client, ida, telephone, enter_password, lost):
    enter_password(client)
    setattr(ida, lost, False)
    ida.save()
    assert client.post(STEP, {"code": telephone.code()}).headers["Location"] == LOGIN
    assert not is_in(client)


def test_second_step_waits_ten_minutes(client, telephone, enter_password, time_machine):
    time_machine.move_to("2026-11-30 12:00:00Z", tick=False)
    enter_password(client)
    time_machine.move_to("2026-11-30 12:10:01Z", tick=False)
    assert client.post(STEP, {"code": telephone.code()}).headers["Location"] == LOGIN


def test_s12_place_to_go_that_is_not_ours_leads_home_after_the_second_step_too(client, telephone, enter_password):
    enter_password(client, next="https://evil.example/")
    assert client.post(STEP, {"code": telephone.code()}).headers["Location"] == "/admin/"


@pytest.mark.parametrize("credential", ["", "null", "[]", "5", "{}", "[" * 9000, '{"response": {"userHandle": "AA"}}'])
def test_what_is_no_passkey_is_refused_with_a_sentence(client, ida, credential):
    client.post(reverse("accounts_ask_passkey"))
    response = client.post(reverse("mfa_login_webauthn"), {"credential": credential}, follow=True)
    assert "does not open this account" in response.content.decode()
    assert not is_in(client)


def test_secrets_are_not_stored_as_they_are(ida, telephone):
    assert telephone.secret not in str(stored(ida, "totp"))
