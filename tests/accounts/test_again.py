"""Proving again who one is, before roles, factors and redaction."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.invitations import CONSOLE
from accounts.recent import RECENT
from articles.editorial.writing import seal
from articles.models.failed_login import FailedLogin
from articles.models.log_entry import LogEntry
from articles.models.user import User
from tests.accounts.conftest import PASSWORD, Authenticating, is_in
from tests.builders import draft_article, live_article, user_in

AGAIN = reverse("account_reauthenticate")


@pytest.fixture
def cleo(db):
    return user_in("chief", username="cleo", password=PASSWORD)


@pytest.fixture
def later(client, cleo, enter_password, time_machine):
    """The client of a chief who signed in ten minutes ago."""
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    enter_password(client, "cleo")
    time_machine.move_to(start + RECENT, tick=False)
    return client


def asks(response):
    return response.status_code == 302 and response.headers["Location"].startswith(AGAIN)


def addresses(ida):
    return [
        reverse("admin:articles_user_add"),
        reverse("admin:articles_user_change", args=[ida.pk]),
        reverse("admin:articles_user_invite", args=[ida.pk]),
        reverse("admin:articles_user_factors", args=[ida.pk]),
        reverse("accounts_new_passkey"),
        reverse("accounts_ask_new_passkey"),
        reverse("accounts_new_app"),
        reverse("accounts_recovery_codes"),
        reverse("admin:articles_article_redact", args=[live_article().pk]),
    ]


def test_what_gives_access_or_cannot_be_undone_asks_after_ten_minutes(later, ida):
    for address in addresses(ida):
        assert asks(later.get(address)), address
        assert asks(later.post(address)), address
    assert later.get(reverse("admin:articles_article_changelist")).status_code == 200


def test_it_asks_nothing_right_after_signing_in(client, cleo, ida, enter_password):
    enter_password(client, "cleo")
    for address in addresses(ida)[:3]:
        assert client.get(address).status_code == 200


def test_roles_themselves_ask_too(client, time_machine, enter_password, db):
    user_in(username="root", password=PASSWORD, is_superuser=True)
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    enter_password(client, "root")
    time_machine.move_to(start + RECENT, tick=False)
    role = Group.objects.first()
    for address in ("admin:auth_group_change", "admin:auth_group_delete"):
        assert asks(client.get(reverse(address, args=[role.pk])))
    groups = reverse("admin:auth_group_changelist")
    assert client.get(groups).status_code == 200
    assert asks(client.post(groups, {"action": "delete_selected", "_selected_action": [role.pk]}))


def test_password_proves_it_for_ten_minutes(later, ida, time_machine):
    address = reverse("admin:articles_user_change", args=[ida.pk])
    asking = later.get(address).headers["Location"]
    assert "This is not your password" in later.post(asking, {"password": "wrong"}).content.decode()
    assert asks(later.get(address))
    assert later.post(asking, {"password": PASSWORD}).headers["Location"] == address
    assert later.get(address).status_code == 200
    time_machine.shift(RECENT)
    assert asks(later.get(address))


def test_who_has_a_factor_proves_it_by_that_and_not_by_the_password(later, cleo, ida):
    telephone = Authenticating(cleo)
    asking = later.get(addresses(ida)[0]).headers["Location"]
    page = later.get(asking).content.decode()
    assert 'name="password"' not in page and 'name="code"' in page
    assert later.post(asking, {"password": PASSWORD}).status_code == 200
    assert later.post(asking, {"code": telephone.code()}).status_code == 302
    assert later.get(addresses(ida)[0]).status_code == 200


def test_what_was_filled_in_waits_but_for_passwords(later, ida):
    address = reverse("admin:articles_user_change", args=[ida.pk])
    asking = later.post(address, {"username": "ida", "first_name": "Ida “I”", "groups": ["1", "2"], "password1": "x"})
    page = later.post(asking.headers["Location"], {"password": PASSWORD}).content.decode()
    assert f'<form action="{address}" method="post">' in page
    for name, value in (("first_name", "Ida “I”"), ("groups", "1"), ("groups", "2")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    assert "password1" not in page
    assert later.post(asking.headers["Location"], {"password": PASSWORD}).headers["Location"] == address


def test_forged_form_does_not_wait(cleo, enter_password, ida, time_machine):
    forged = Client(enforce_csrf_checks=True)
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    forged.force_login(cleo)
    time_machine.move_to(start + RECENT, tick=False)
    assert forged.post(reverse("admin:articles_user_change", args=[ida.pk]), {"is_active": ""}).status_code == 403
    assert "accounts_waiting" not in forged.session


def test_sixth_wrong_password_is_not_looked_at(later):
    for _ in range(5):
        later.post(AGAIN, {"password": "wrong"})
    page = later.post(AGAIN, {"password": PASSWORD}).content.decode()
    assert "Too many wrong codes or passwords" in page
    assert FailedLogin.objects.count() == 5


def test_old_password_is_not_guessed_at_the_change_of_it_either(later):
    change = reverse("admin:password_change")
    new = {"new_password1": "another-long-way", "new_password2": "another-long-way"}
    for _ in range(5):
        assert later.post(change, {"old_password": "wrong", **new}).status_code == 200
    refused = later.post(change, {"old_password": PASSWORD, **new})
    assert "Too many wrong codes or passwords" in refused.content.decode()
    assert later.get(change).status_code == 200


def test_own_password_is_changed_and_other_sessions_end(client, cleo, enter_password):
    enter_password(client, "cleo")
    other = Client()
    enter_password(other, "cleo")
    new = {"new_password1": "another-long-way", "new_password2": "another-long-way"}
    changed = client.post(reverse("admin:password_change"), {"old_password": PASSWORD, **new})
    assert changed.headers["Location"] == reverse("admin:password_change_done")
    assert is_in(client) and not is_in(other)


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_place_to_go_that_is_not_ours_leads_to_the_account(later, wanted):
    response = later.post(AGAIN, {"password": PASSWORD, "next": wanted})
    assert response.headers["Location"] == reverse("mfa_index")


def test_who_is_signed_out_is_led_to_the_door(client):
    assert client.get(AGAIN).headers["Location"] == reverse("admin:login")


def test_account_without_password_or_factor_is_told_what_to_do(client, cleo):
    cleo.set_unusable_password()
    cleo.save()
    client.force_login(cleo)
    page = client.get(AGAIN).content.decode()
    assert "Sign out, and sign in again" in page and 'name="password"' not in page


def test_chief_removes_the_factors_of_who_lost_them(client, cleo, ida, telephone, enter_password):
    enter_password(client, "cleo")
    person, theirs = reverse("admin:articles_user_change", args=[ida.pk]), Client()
    theirs.force_login(ida)
    address = reverse("admin:articles_user_factors", args=[ida.pk])
    assert f'1 <a href="{address}">' in client.get(person).content.decode()
    assert "Be sure that it is they who ask" in client.get(address).content.decode()
    assert Authenticator.objects.exists()
    assert client.post(address).headers["Location"] == person
    assert not Authenticator.objects.exists()
    assert not is_in(theirs)
    entry = LogEntry.objects.get(verb="remove-factors")
    assert (entry.by, entry.note) == (cleo, "ida")


def test_nobody_else_removes_them(cleo, ida, telephone):
    address = reverse("admin:articles_user_factors", args=[ida.pk])
    for person in (user_in("editor"), ida):
        client = Client()
        client.force_login(person)
        assert client.post(address).status_code == 403
    boss, chief = User.objects.create_superuser("boss"), Client()
    chief.force_login(cleo)
    assert chief.post(reverse("admin:articles_user_factors", args=[boss.pk])).status_code == 403
    assert chief.post(reverse("admin:articles_user_factors", args=[cleo.pk])).status_code == 403
    assert Authenticator.objects.count() == 1


def test_moment_in_the_future_is_no_proof(client, cleo, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    client.force_login(cleo)
    time_machine.move_to(start - timedelta(hours=1), tick=False)
    assert asks(client.get(reverse("admin:articles_user_add")))


@pytest.mark.parametrize("deed", ["mail", "factors", "link"])
def test_chief_who_takes_over_an_account_gets_into_no_sealed_story_by_it(
    deed, ida, cleo, telephone, client, enter_password, settings, django_capture_on_commit_callbacks
):
    """By a mail address of their own, by removing the factors, or by a link that they are shown."""
    article = seal.seal(draft_article(by=ida), by=ida)
    change = reverse("admin:articles_user_change", args=[ida.pk])
    enter_password(client, "cleo")
    with django_capture_on_commit_callbacks(execute=True):
        if deed == "mail":
            posted = {"username": "ida", "email": "cleo@example.org", "is_active": "on", "is_staff": "on"}
            posted["groups"] = [group.pk for group in ida.groups.all()]
            assert client.post(change, posted).status_code == 302
            assert LogEntry.objects.filter(verb="change-mail", by=cleo, note="ida").exists()
        elif deed == "factors":
            client.post(reverse("admin:articles_user_factors", args=[ida.pk]))
        else:
            settings.EMAIL_BACKEND = CONSOLE
            client.post(reverse("admin:articles_user_invite", args=[ida.pk]))
    thief = Client()
    thief.force_login(ida)
    page = reverse("admin:articles_article_change", args=[article.pk])
    assert thief.get(page).status_code == 403
    article.sealed_to.update(shut_until=None)
    assert thief.get(page).status_code == 200
