"""Staff: who manages accounts, what they can't take for themselves, and what stops those who guess passwords."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.editorial.site import login_throttle
from articles.models.failed_login import FailedLogin
from articles.models.user import User
from tests.builders import a_desk, reporter, user_in

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_user_changelist")
ADD = reverse("admin:articles_user_add")
LOGIN = reverse("admin:login")
NEW = {
    "username": "ida",
    "first_name": "Ida",
    "last_name": "Known",
    "email": "ida@example.org",
}


def change(user):
    return reverse("admin:articles_user_change", args=[user.pk])


def test_chief_makes_an_account_with_role_and_desk(chief):
    group, desk = Group.objects.get(name="reporter"), a_desk()
    response = chief.post(ADD, NEW | {"groups": [group.pk], "desks": [desk.pk]})
    assert response.status_code == 302, response.context["errors"]
    made = User.objects.get(username="ida")
    assert (made.is_staff, made.is_superuser, made.has_usable_password()) == (True, False, False)
    assert (list(made.groups.all()), list(made.desks.all())) == ([group], [desk])


def test_chief_sees_who_has_which_role_and_desk(chief):
    somebody = reporter(username="somebody")
    somebody.desks.add(a_desk("Sport"))
    page = chief.get(LIST).content.decode()
    assert "reporter" in page
    assert "Sport" in page
    assert ">system<" not in page


@pytest.mark.parametrize("role", ["reporter", "editor", "photo editor"])
def test_accounts_are_not_for_others(enter, role):
    client = enter(role)
    assert client.get(LIST).status_code == 403
    assert client.get(ADD).status_code == 403
    assert client.get(change(client.user)).status_code == 403
    assert client.get(reverse("admin:auth_group_changelist")).status_code == 403


def test_chief_can_not_make_anybody_a_superuser_nor_touch_one(chief):
    page = chief.get(change(chief.user)).content.decode()
    assert 'name="is_superuser"' not in page
    assert 'name="user_permissions"' not in page
    boss = User.objects.create_superuser("boss")
    assert 'name="first_name"' not in chief.get(change(boss)).content.decode()
    assert chief.post(change(boss), {"username": "boss", "first_name": "X"}).status_code == 403
    fields = {"username": chief.user.username, "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    chief.post(change(chief.user), fields)
    chief.user.refresh_from_db()
    assert not chief.user.is_superuser


def test_superuser_may_give_every_right(client):
    client.force_login(User.objects.create_superuser("boss"))
    assert 'name="is_superuser"' in client.get(change(reporter())).content.decode()


def test_nobody_is_deleted_but_made_inactive(chief):
    somebody = reporter()
    assert chief.post(reverse("admin:articles_user_delete", args=[somebody.pk])).status_code == 403
    fields = {"username": somebody.username, "is_staff": "on"}
    assert chief.post(change(somebody), fields).status_code == 302
    somebody.refresh_from_db()
    assert not somebody.is_active


def test_the_user_of_imports_is_not_there_to_change(chief):
    system = User.objects.get(username="system")
    assert chief.get(change(system)).status_code == 302


@pytest.fixture
def ida():
    return user_in("reporter", username="ida", password="a-long-way-home")


def sign_in(client, password, address="192.0.2.1", username="ida"):
    """The page after an attempt."""
    return client.post(LOGIN, {"username": username, "password": password}, REMOTE_ADDR=address)


def test_sixth_wrong_password_is_not_looked_at_nor_is_the_right_one(client, ida):
    for _ in range(5):
        assert "Please enter the correct" in sign_in(client, "wrong").content.decode()
    for username in ("ida", "IDA"):
        refused = sign_in(client, "a-long-way-home", username=username)
        assert refused.status_code == 200
        assert "Too many wrong passwords" in refused.content.decode()
        assert "15 minutes" in refused.content.decode()
    assert sign_in(client, "a-long-way-home", address="192.0.2.9").status_code == 302


def test_behind_a_proxy_each_client_is_throttled_alone(client, ida, settings):
    settings.SITE_URL = "https://news.example"
    settings.SECURE_SSL_REDIRECT = False

    def attempt(password, address):
        headers = {"X-Forwarded-For": address}
        return client.post(LOGIN, {"username": "ida", "password": password}, headers=headers, REMOTE_ADDR="127.0.0.1")

    for _ in range(6):
        refused = attempt("wrong", "203.0.113.9")
    assert "Too many wrong passwords" in refused.content.decode()
    assert attempt("a-long-way-home", "198.51.100.7").status_code == 302


def test_throttle_ends_after_a_quarter_of_an_hour(client, ida, time_machine):
    start = timezone.now()
    time_machine.move_to(start, tick=False)
    for _ in range(5):
        sign_in(client, "wrong")
    time_machine.move_to(start + login_throttle.WINDOW - timedelta(seconds=1), tick=False)
    assert sign_in(client, "a-long-way-home").status_code == 200
    time_machine.move_to(start + login_throttle.WINDOW, tick=False)
    sign_in(client, "wrong")
    assert FailedLogin.objects.count() == 1
    assert sign_in(client, "a-long-way-home").status_code == 302
    assert not FailedLogin.objects.exists()


def test_s2_a_device_that_signed_in_before_is_not_locked_out_by_strangers(client, ida):
    assert sign_in(client, "a-long-way-home").status_code == 302
    del client.cookies["sessionid"]
    strangers = Client()
    for number in range(login_throttle.PER_ACCOUNT):
        sign_in(strangers, "wrong", address=f"198.51.100.{number}")
    assert "Too many wrong passwords" in sign_in(strangers, "a-long-way-home", address="203.0.113.1").content.decode()
    assert sign_in(client, "a-long-way-home", address="203.0.113.1").status_code == 302
    [cookie] = [cookie for name, cookie in client.cookies.items() if name.startswith("device_")]
    assert cookie["httponly"] and cookie["path"] == LOGIN and "ida" not in cookie.key + cookie.value


def test_a_wrong_password_makes_no_device_known(client, ida):
    sign_in(client, "wrong")
    assert not any(name.startswith("device_") for name in client.cookies)


def test_nothing_is_counted_where_nothing_was_typed(client):
    assert "This field is required" in client.post(LOGIN, {}).content.decode()
    assert not FailedLogin.objects.exists()


def test_account_of_any_length_is_borne(client):
    assert sign_in(client, "wrong", username="x" * 500).status_code == 200


def test_signing_in_with_a_place_to_go_that_is_not_ours_leads_home(client, ida):
    typed = {"username": "ida", "password": "a-long-way-home", "next": "https://evil.example/"}
    assert client.post(LOGIN, typed).headers["Location"] == "/admin/"
