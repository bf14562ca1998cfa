"""A person's own factors: added, renamed, removed, each by its owner and after a proof."""

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import codes, factors
from newsroom.admin_site import NewsroomSite
from tests.accounts.conftest import Authenticating, is_in, stored
from tests.builders import user_in

Type = Authenticator.Type
NEW_APP, CODES = reverse("accounts_new_app"), reverse("accounts_recovery_codes")


@pytest.fixture
def signed_in(client, ida, enter_password):
    enter_password(client)
    return client


def code_for(secret, periods=0):
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30 + periods))


def secret_on(page):
    return re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")


def test_app_is_added_by_the_code_that_it_shows(signed_in, ida):
    page = signed_in.get(NEW_APP).content.decode()
    secret = secret_on(page)
    assert "data:image/svg+xml;base64," in page
    assert secret_on(signed_in.get(NEW_APP).content.decode()) == secret
    refused = signed_in.post(NEW_APP, {"code": "000000"}).content.decode()
    assert "This code is wrong" in refused and secret_on(refused) == secret
    assert signed_in.post(NEW_APP, {"code": code_for(secret)}).headers["Location"] == CODES
    assert [factor.type for factor in factors.factors_of(ida)] == [Type.TOTP, Type.RECOVERY_CODES]
    assert signed_in.get(NEW_APP).headers["Location"] == reverse("mfa_index")


def test_code_that_added_the_app_opens_nothing(signed_in, ida, enter_password, client):
    secret = secret_on(signed_in.get(NEW_APP).content.decode())
    code = code_for(secret)
    signed_in.post(NEW_APP, {"code": code})
    other = Client()
    enter_password(other)
    assert "was used before" in other.post(reverse("mfa_authenticate"), {"code": code}).content.decode()


def test_second_app_is_refused(ida, telephone, rf):
    request = rf.post("/")
    request.user = ida
    with pytest.raises(ValidationError, match="has an authenticator app already"):
        factors.add_app(request, telephone.secret, telephone.code(), now=timezone.now())


def test_first_factor_ends_other_sessions_and_this_one_has_used_it(signed_in, ida, settings, enter_password):
    other = Client()
    enter_password(other)
    secret = secret_on(signed_in.get(NEW_APP).content.decode())
    signed_in.post(NEW_APP, {"code": code_for(secret)})
    assert is_in(signed_in) and not is_in(other)
    settings.STAFF_MFA = True
    assert is_in(signed_in)


def test_recovery_codes_are_shown_once_and_can_be_downloaded(signed_in, ida, telephone):
    factors.RecoveryCodes.activate(ida)
    page = signed_in.get(CODES).content.decode()
    shown = re.findall(r"<code>(\d{4}) (\d{4})</code>", page)
    assert len(shown) == 10
    file = re.search(r'href="data:text/plain;charset=utf-8,([^"]*)" download', page)[1]
    assert file == "".join(f"{first}{last}%0A" for first, last in shown)
    again = signed_in.get(CODES).content.decode()
    assert "not shown again" in again and not re.findall(r"<code>\d", again)


def test_new_recovery_codes_replace_the_former(signed_in, ida, recovery_codes):
    assert signed_in.post(CODES).headers["Location"] == CODES
    assert not set(recovery_codes) & set(factors.recovery_codes_to_show(ida))
    assert codes.use_code(ida, recovery_codes[0], now=timezone.now()) is None


def test_there_are_no_recovery_codes_without_a_factor(signed_in):
    assert signed_in.get(CODES).status_code == 404
    assert signed_in.post(CODES).status_code == 404


def test_account_says_what_there_is(signed_in, ida, recovery_codes):
    codes.use_code(ida, recovery_codes[0], now=timezone.now())
    page = signed_in.get(reverse("mfa_index")).content.decode()
    assert "9 codes are left" in page
    assert reverse("accounts_remove_factor", args=[Authenticator.objects.get(type=Type.TOTP).pk]) in page


def test_last_factor_takes_the_recovery_codes_with_it(signed_in, ida, recovery_codes):
    app = Authenticator.objects.get(type=Type.TOTP)
    remove = reverse("accounts_remove_factor", args=[app.pk])
    assert "recovery codes go with it" in signed_in.get(remove).content.decode()
    assert signed_in.post(remove).headers["Location"] == reverse("mfa_index")
    assert not Authenticator.objects.exists()


def test_others_factors_are_not_there(signed_in):
    ivo = user_in("editor", username="ivo")
    Authenticating(ivo)
    for name in ("accounts_remove_factor", "accounts_change_passkey"):
        assert signed_in.post(reverse(name, args=[ivo.authenticator_set.get().pk])).status_code == 404
    assert ivo.authenticator_set.count() == 1


@pytest.mark.parametrize(
    "credential", ["", "null", "{}", '{"id": "AA", "rawId": "AA", "type": "public-key"}', "[" * 9000]
)
def test_what_is_no_passkey_is_not_taken(signed_in, credential):
    asked = signed_in.post(reverse("accounts_ask_new_passkey")).json()["publicKey"]
    assert asked["authenticatorSelection"] == {
        "residentKey": "required",
        "requireResidentKey": True,
        "userVerification": "required",
    }
    page = signed_in.post(reverse("accounts_new_passkey"), {"name": "x", "credential": credential}).content.decode()
    assert "The passkey was not taken" in page
    assert not Authenticator.objects.exists()


def test_sign_in_by_passkey_asks_for_the_person_to_be_verified(client, db):
    asked = client.post(reverse("accounts_ask_passkey")).json()["publicKey"]
    assert asked["userVerification"] == "required"
    assert not asked["allowCredentials"]


def test_second_step_of_who_has_an_app_only_offers_codes(client, telephone, enter_password):
    enter_password(client)
    page = client.get(reverse("mfa_authenticate")).content.decode()
    assert 'name="code"' in page and 'name="credential"' not in page


def test_each_change_is_told_to_who_listens(signed_in, ida, recovery_codes):
    heard = []

    def hear(signal, authenticator, user, **kwargs):
        heard.append((signal, authenticator.type, user.pk))

    for signal in (authenticator_added, authenticator_removed, authenticator_reset):
        signal.connect(hear)
    signed_in.post(CODES)
    signed_in.post(reverse("accounts_remove_factor", args=[Authenticator.objects.get(type=Type.TOTP).pk]))
    secret = secret_on(signed_in.get(NEW_APP).content.decode())
    signed_in.post(NEW_APP, {"code": code_for(secret)})
    for signal in (authenticator_added, authenticator_removed, authenticator_reset):
        signal.disconnect(hear)
    assert heard == [
        (authenticator_reset, Type.RECOVERY_CODES, ida.pk),
        (authenticator_removed, Type.TOTP, ida.pk),
        (authenticator_removed, Type.RECOVERY_CODES, ida.pk),
        (authenticator_added, Type.TOTP, ida.pk),
    ]


def test_one_code_opens_once_for_many_who_come_at_once(ida, telephone):
    now, code = timezone.now(), telephone.code()
    assert codes.use_code(ida, code, now=now) is not None
    assert [codes.use_code(ida, code, now=now) for _ in range(3)] == [None] * 3
    assert codes.use_code(ida, telephone.code(-1), now=now) is None
    assert stored(ida, Type.TOTP)["last_counter"] == int(now.timestamp()) // 30


def test_code_of_a_clock_that_is_half_a_minute_wrong_opens(ida, telephone):
    now = timezone.now()
    assert codes.use_code(ida, telephone.code(-1), now=now) is not None
    assert codes.use_code(ida, telephone.code(1), now=now) is not None
    assert codes.use_code(ida, telephone.code(2), now=now) is None


def test_nothing_of_the_librarys_is_in_the_admin():
    site = NewsroomSite()
    site.register([Authenticator, UserSession])
    site.register(EmailAddress)
    assert not any(model.__module__.startswith("allauth.") for model in [*site._registry, *admin.site._registry])
    assert len(admin.site._registry) > 10


def test_screens_are_for_who_is_signed_in(client, db):
    for name in ("mfa_index", "accounts_new_app", "accounts_new_passkey", "accounts_recovery_codes"):
        assert client.get(reverse(name)).headers["Location"].startswith(reverse("admin:login"))
