"""A second factor asked of staff: whom, from when on, and that this very session has used it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as project
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from accounts.models import Grace
from newsroom import environment
from newsroom.environment import names
from tests.accounts.conftest import PASSWORD, Authenticating, is_in
from tests.builders import stranger, user_in

pytestmark = pytest.mark.django_db
BOARD = reverse("admin:articles_article_changelist")
ACCOUNT = reverse("mfa_index")
BEGIN = datetime(2026, 11, 30, 12, tzinfo=UTC)
JSON = {"Accept": "application/json"}


@pytest.fixture(autouse=True)
def required(settings, time_machine):
    settings.STAFF_MFA = True
    time_machine.move_to(BEGIN, tick=False)


def leads_to(response):
    return response.headers["Location"].partition("?")[0]


def test_nothing_is_asked_where_the_setting_is_off(client, ida, enter_password, settings):
    settings.STAFF_MFA = False
    enter_password(client)
    assert client.get(BOARD).status_code == 200
    assert not Grace.objects.exists()


def test_roles_are_names_with_commas():
    assert (project.STAFF_MFA_ROLES, names(" Chief, editor,,")) == (frozenset(), {"chief", "editor"})


def test_a_bar_says_until_when_there_is_time_and_all_goes_on(client, ida, enter_password):
    enter_password(client)
    page = client.get(BOARD).content.decode()
    assert "From Mon 7 December 2026, 12:00 on this newsroom asks more than a password of you." in page
    assert f'href="{ACCOUNT}"' in page


def test_after_a_week_only_enrolment_is_reached(client, ida, enter_password, time_machine):
    enter_password(client)
    client.get(BOARD)
    time_machine.move_to(BEGIN + timedelta(days=7, seconds=-1), tick=False)
    assert client.get(BOARD).status_code == 200
    time_machine.move_to(BEGIN + timedelta(days=7), tick=False)
    for response in (client.get(BOARD), client.post(BOARD), client.get("/admin/")):
        assert leads_to(response) == ACCOUNT
    page = client.get(ACCOUNT)
    assert page.status_code == 200
    assert "Add one here" in page.content.decode()
    assert client.get(reverse("accounts_new_app")).status_code == 302  # asks first who it is
    assert client.post(reverse("admin:logout")).status_code == 200


def test_days_of_grace_are_counted_once(client, ida, enter_password, time_machine):
    enter_password(client)
    client.get(BOARD)
    time_machine.move_to(BEGIN + timedelta(days=8), tick=False)
    again = Client()
    enter_password(again)
    assert leads_to(again.get(BOARD)) == ACCOUNT


def test_scripts_are_told_that_they_are_signed_out(client, ida, enter_password, time_machine):
    enter_password(client)
    client.get(BOARD)
    time_machine.move_to(BEGIN + timedelta(days=8), tick=False)
    refused = client.post(BOARD + "autosave/", {}, content_type="application/json", headers=JSON)
    assert refused.status_code == 401
    assert "second factor" in refused.json()["sentence"]


def test_session_that_used_the_factor_goes_on(client, ida, telephone, enter_password):
    enter_password(client)
    client.post(reverse("mfa_authenticate"), {"code": telephone.code()})
    assert client.get(BOARD).status_code == 200
    assert not Grace.objects.exists()


def test_session_from_before_the_factor_has_to_use_it(client, ida, enter_password):
    enter_password(client)
    assert client.get(BOARD).status_code == 200
    telephone = Authenticating(ida)
    response = client.get(BOARD)
    assert leads_to(response) == reverse("account_reauthenticate")
    assert client.get(BOARD, headers=JSON).status_code == 401
    back = client.post(response.headers["Location"], {"code": telephone.code()})
    assert back.headers["Location"] == BOARD
    assert client.get(BOARD).status_code == 200


def test_session_that_was_made_past_the_second_step_does_not_go_on(client, ida, telephone):
    client.force_login(ida)
    assert leads_to(client.get(BOARD)) == reverse("account_reauthenticate")


def test_factor_of_another_person_in_the_session_does_not_count(client, ida, telephone, enter_password):
    enter_password(client)
    client.post(reverse("mfa_authenticate"), {"code": telephone.code()})
    ivo = user_in("editor", username="ivo", password=PASSWORD)
    Authenticating(ivo)
    session = dict(client.session.items())
    client.force_login(ivo)
    renewed = client.session
    renewed["account_authentication_methods"] = session["account_authentication_methods"]
    renewed["account_authentication_methods_user"] = session["account_authentication_methods_user"]
    renewed.save()
    assert leads_to(client.get(BOARD)) == reverse("account_reauthenticate")


@pytest.mark.parametrize(
    ("role", "is_asked"), [("chief", True), ("editor", True), ("reporter", False), ("photo editor", False)]
)
def test_some_roles_only_where_they_are_named(client, settings, role, is_asked):
    settings.STAFF_MFA_ROLES = names("Chief,editor")
    client.force_login(user_in(role))
    client.get(BOARD)
    assert Grace.objects.exists() == is_asked


def test_superusers_are_asked_whatever_roles_are_named(client, settings):
    settings.STAFF_MFA_ROLES = names("chief")
    client.force_login(user_in(is_superuser=True))
    client.get(BOARD)
    assert Grace.objects.exists()


def test_who_has_no_role_is_asked_where_none_is_named(client):
    client.force_login(stranger())
    client.get("/admin/")
    assert Grace.objects.exists()


def test_readers_pages_know_nothing_of_it(client, ida):
    client.force_login(ida)
    response = client.get("/")
    assert "Cookie" not in response.headers.get("Vary", "")


def test_last_factor_is_not_removed_while_one_is_asked(client, ida, telephone, enter_password):
    enter_password(client)
    client.post(reverse("mfa_authenticate"), {"code": telephone.code()})
    remove = reverse("accounts_remove_factor", args=[ida.authenticator_set.get().pk])
    assert "Add another one before" in client.post(remove).content.decode()
    assert is_in(client) and ida.authenticator_set.count() == 1


@pytest.mark.parametrize("value", ["on", "Required!", "1"])
def test_other_words_are_refused_with_a_sentence(monkeypatch, value):
    monkeypatch.setitem(environment.env.ENVIRON, "STAFF_MFA", value)
    with pytest.raises(ImproperlyConfigured, match="STAFF_MFA can't be used as it is set. Write it like required"):
        environment.setting("STAFF_MFA", "off", ("off", "required").index, "required or off")
