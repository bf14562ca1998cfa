"""Invitations: whoever is new chooses their own password, by a link that works once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.invitations import invite
from accounts.mails import wait_until_sent
from accounts.one_use_links import Purpose, link_for
from articles.editorial.permissions import Forbidden
from articles.models.log_entry import LogEntry
from articles.models.user import User
from tests.accounts.conftest import NEW_PASSWORD, NEW_TYPED, is_in, link_in, path_of
from tests.builders import chief, editor, user_in

pytestmark = pytest.mark.django_db
ADD = reverse("admin:articles_user_add")


@pytest.fixture
def boss(client):
    client.user = chief(email="boss@example.org")
    client.force_login(client.user)
    return client


@pytest.fixture
def newcomer():
    return user_in("reporter", username="new", email="new@example.org")


def test_chief_invites_and_who_is_new_chooses_a_password(boss, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = boss.post(ADD, {"username": "new", "email": "new@example.org", "time_zone": ""})
    assert response.status_code == 302, response.context["errors"]
    wait_until_sent()
    [letter] = mail.outbox
    assert letter.to == ["new@example.org"]
    assert not User.objects.get(username="new").has_usable_password()
    own = Client()
    page = own.get(link_in(letter))
    assert "Choose a password for your account" in page.content.decode()
    assert own.post(link_in(letter), NEW_TYPED).headers["Location"] == "/admin/"
    assert is_in(own)
    assert Client().post(link_in(letter), NEW_TYPED).headers["Location"] == reverse("admin:login")
    assert LogEntry.objects.filter(verb="invite", note="new").exists()


def test_a_mail_address_is_needed(boss):
    response = boss.post(ADD, {"username": "new", "email": ""})
    assert "This field is required" in response.content.decode()
    assert not User.objects.filter(username="new").exists()


def test_without_a_mail_server_the_link_is_shown_to_be_handed_over(boss, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    page = boss.post(ADD, {"username": "new", "email": "new@example.org"}, follow=True).content.decode()
    assert "Hand over this link, which works once: http://127.0.0.1:8000/admin/login/password/" in page


def test_an_invitation_lasts_three_days(client, newcomer, time_machine):
    now = timezone.now()
    time_machine.move_to(now, tick=False)
    link = path_of(link_for(newcomer, Purpose.INVITATION))
    time_machine.move_to(now + timedelta(days=3, seconds=-2), tick=False)
    assert client.get(link).status_code == 200
    time_machine.move_to(now + timedelta(days=3, seconds=2), tick=False)
    assert client.get(link).headers["Location"] == reverse("admin:login")


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}, {"email": "another@example.org"}])
def test_an_account_that_has_changed_is_not_opened(client, newcomer, change):
    link = path_of(link_for(newcomer, Purpose.INVITATION))
    User.objects.filter(pk=newcomer.pk).update(**change)
    assert client.get(link).headers["Location"] == reverse("admin:login")


@pytest.mark.parametrize("token", ["x", "a:b:c", "%F0%9F%A6%89", "a" * 3000])
def test_what_is_no_link_opens_nothing(client, token):
    for name in ("accounts_new_password", "accounts_sign_in_link"):
        address = reverse(name, args=["x"]).replace("/x/", f"/{token}/")
        assert client.get(address).headers["Location"] == reverse("admin:login")


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("short", "too short"),
        ("4815162342108", "entirely numeric"),
        ("sunshine2024!", "known from breaches"),
        ("p@ssw0rd123456", "known from breaches"),
        ("Newsroom 2026", "name of the newsroom"),
    ],
)
def test_what_guessers_try_first_is_refused(client, newcomer, password, problem):
    link = path_of(link_for(newcomer, Purpose.INVITATION))
    page = client.post(link, {"new_password1": password, "new_password2": password})
    assert problem in page.content.decode()
    assert not is_in(client)
    newcomer.refresh_from_db()
    assert not newcomer.has_usable_password()


def test_a_chief_sends_a_link_instead_of_typing_a_password(boss, ida, django_capture_on_commit_callbacks):
    address = reverse("admin:articles_user_invite", args=[ida.pk])
    assert boss.get(reverse("admin:auth_user_password_change", args=[ida.pk])).headers["Location"] == address
    assert "Send the link" in boss.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        boss.post(address)
    wait_until_sent()
    own = Client()
    own.post(link_in(mail.outbox[0]), NEW_TYPED)
    ida.refresh_from_db()
    assert is_in(own) and ida.check_password(NEW_PASSWORD)


def test_nobody_else_invites(ida, client):
    client.force_login(editor())
    assert client.post(reverse("admin:articles_user_invite", args=[ida.pk])).status_code == 403
    with pytest.raises(Forbidden):
        invite(ida, by=editor())
    with pytest.raises(Forbidden):
        invite(User.objects.create_superuser("above"), by=chief())
    assert not mail.outbox


def test_a_former_mail_address_hears_that_it_is_one(boss, ida, django_capture_on_commit_callbacks):
    fields = {"username": "ida", "email": "elsewhere@example.org", "is_staff": "on", "is_active": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        boss.post(reverse("admin:articles_user_change", args=[ida.pk]), fields)
    wait_until_sent()
    assert [(letter.to, "mail address" in letter.subject) for letter in mail.outbox] == [(["ida@example.org"], True)]
