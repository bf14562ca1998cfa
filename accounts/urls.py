"""Addresses of the accounts under /admin/. Names that django-allauth looks for are as it has them."""

from django.conf import settings
from django.urls import path, reverse_lazy
from django.views.generic import RedirectView

from accounts import factor_screens, forgotten_password, login_link, second_step
from accounts.again import again
from accounts.factor_screens import for_staff

urlpatterns = [
    path("login/second-step/", second_step.second_step, name="mfa_authenticate"),
    path("login/passkey/", second_step.enter_by_passkey, name="mfa_login_webauthn"),
    path("login/passkey/ask/", second_step.ask_passkey, name="accounts_ask_passkey"),
    path("login/forgotten/", forgotten_password.forgotten, name="accounts_forgotten"),
    path("login/password/<str:token>/", forgotten_password.new_password, name="accounts_new_password"),
    path("login/link/<str:token>/", login_link.sign_in_by_link, name="accounts_sign_in_link"),
    path("account/", for_staff(factor_screens.account), name="mfa_index"),
    path("account/login/", RedirectView.as_view(url=reverse_lazy("admin:login")), name="account_login"),
    path("account/again/", again, name="account_reauthenticate"),
    path("account/passkey/add/", for_staff(factor_screens.new_passkey), name="accounts_new_passkey"),
    path("account/passkey/ask/", for_staff(factor_screens.ask_new_passkey), name="accounts_ask_new_passkey"),
    path("account/passkey/<int:factor>/", for_staff(factor_screens.change_passkey), name="accounts_change_passkey"),
    path("account/factor/<int:factor>/remove/", for_staff(factor_screens.remove), name="accounts_remove_factor"),
    path("account/app/", for_staff(factor_screens.new_app), name="accounts_new_app"),
    path("account/recovery-codes/", for_staff(factor_screens.recovery_codes), name="accounts_recovery_codes"),
    path("account/sessions/", for_staff(factor_screens.end_sessions), name="accounts_end_sessions"),
]

if settings.OIDC_URL:
    from accounts import single_sign_on  # which needs packages and tables that nobody else has to have

    urlpatterns += [
        path("login/<str:provider_id>/sso/", single_sign_on.sign_in, name="openid_connect_login"),
        path("login/<str:provider_id>/sso/back/", single_sign_on.come_back, name="openid_connect_callback"),
    ]
