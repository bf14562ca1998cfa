"""Single sign-on, against a provider and a server of its own: the settings are other ones, and so are the tables."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.accounts.identity_provider import CLIENT, SECRET, IdentityProvider
from tests.newsroom.test_schedule_on_workers import free_port

pytestmark = pytest.mark.once
ROOT = Path(__file__).resolve().parents[2]
STAFF = """
from articles.models.user import User
for name, more in {"ida": {}, "gone": {"is_active": False}, "reader": {"is_staff": False}}.items():
    User.objects.create_user(name, f"{name}@example.org", "a-long-way-home", **{"is_staff": True} | more)
"""


class House:
    """A newsroom that knows the provider; `visit` gives a browser of somebody whom the provider knows by `claims`."""

    def __init__(self, folder, provider, sso_only):
        self.provider = provider
        self.env = os.environ | {
            "NEWSROOM_DATA": str(folder),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "OIDC_URL": provider.address,
            "OIDC_CLIENT": CLIENT,
            "OIDC_SECRET": SECRET,
            "SSO_ONLY": sso_only,
        }

    def manage(self, *arguments):
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=True).stdout

    def serve(self):
        port = free_port()
        self.address = self.env["SITE_URL"] = f"http://127.0.0.1:{port}"
        command = [sys.executable, "manage.py", "serve", "--port", str(port), "--workers", "1"]
        self.server = subprocess.Popen(
            command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        while True:
            assert self.server.poll() is None, self.server.stdout.read()
            try:
                return requests.get(f"{self.address}/healthz", timeout=10).raise_for_status()
            except requests.ConnectionError:
                continue  # it is starting

    def end(self):
        self.server.terminate()
        self.server.wait(timeout=20)
        self.server.stdout.close()

    def enter(self, browser=None, **claims):
        """The page after signing in at the provider as whoever it says."""
        self.provider.person = claims
        return (browser or requests.Session()).get(f"{self.address}/admin/login/house/sso/", timeout=30)

    def post(self, browser, path, **fields):
        token = re.search('name="csrfmiddlewaretoken" value="(.*?)"', browser.get(self.address + path, timeout=30).text)
        fields |= {"csrfmiddlewaretoken": token[1]} if token else {}
        return browser.post(self.address + path, fields, headers={"Referer": self.address}, timeout=30)


@pytest.fixture(scope="module")
def provider():
    provider = IdentityProvider()
    yield provider
    provider.shutdown()
    provider.server_close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory, provider):
    """The data of a newsroom with some staff."""
    folder = tmp_path_factory.mktemp("sso")
    house = House(folder, provider, "off")
    house.manage("migrate", "-v0")
    house.manage("shell", "-v0", "-c", STAFF)
    return folder


@pytest.fixture(scope="module", params=["off", "on"], ids=["among others", "alone"])
def house(request, folder, provider):
    house = House(folder, provider, request.param)
    house.serve()
    yield house
    house.end()


def test_who_has_an_account_comes_in_by_a_verified_address_and_later_by_the_number(house):
    browser = requests.Session()
    page = house.enter(browser, sub="17", email="ida@example.org", email_verified=True)
    assert page.url == f"{house.address}/admin/", page.text
    assert "ida" in page.text
    page = house.enter(sub="17", email="married@example.org", email_verified=False)
    assert page.url == f"{house.address}/admin/"


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "1", "email": "ida@example.org"},
        {"sub": "2", "email": "ida@example.org", "email_verified": False},
        {"sub": "3", "email": "nobody@example.org", "email_verified": True},
        {"sub": "4", "email": "gone@example.org", "email_verified": True},
        {"sub": "5", "email": "reader@example.org", "email_verified": True},
        {"sub": "6", "preferred_username": "ida"},
    ],
)
def test_nobody_else_comes_in(house, claims):
    page = house.enter(**claims)
    assert page.url == f"{house.address}/admin/login/"
    assert "You have no account here" in page.text


def test_an_answer_that_nobody_asked_for_signs_nobody_in(house):
    for asked in ("?code=code-0&state=made-up", "?error=access_denied", ""):
        page = requests.get(f"{house.address}/admin/login/house/sso/back/{asked}", timeout=30)
        assert page.url == f"{house.address}/admin/login/"
        assert "broken off" in page.text


def test_nobody_ties_an_account_of_the_provider_to_one_that_is_signed_in(house):
    browser = requests.Session()
    house.enter(browser, sub="17", email="ida@example.org", email_verified=True)
    house.provider.person = {"sub": "99", "email": "stranger@example.org", "email_verified": True}
    page = browser.get(f"{house.address}/admin/login/house/sso/?process=connect", timeout=30)
    assert "You have no account here" in page.text or page.url == f"{house.address}/admin/"
    assert house.enter(sub="99", email="stranger@example.org", email_verified=True).url.endswith("/login/")


def test_alone_it_shuts_every_other_way_but_the_link_made_on_the_server(house):
    alone = house.env["SSO_ONLY"] == "on"
    browser = requests.Session()
    page = browser.get(f"{house.address}/admin/login/", timeout=30).text
    assert "Sign in with your organisation’s account" in page
    assert ('name="password"' in page) is not alone
    if alone:
        forgotten = browser.get(f"{house.address}/admin/login/forgotten/", timeout=30)
        assert "organisation’s account only" in forgotten.text
        answer = house.post(browser, "/admin/login/", username="ida", password="a-long-way-home")
        assert answer.status_code in (200, 403) and not answer.url.endswith("/admin/")
    else:
        assert house.post(browser, "/admin/login/", username="ida", password="a-long-way-home").url.endswith("/admin/")
    link = house.manage("sign_in_link", "ida").strip()
    helper = requests.Session()
    assert house.post(helper, link.removeprefix(house.address)).url.endswith("/admin/")


def test_a_provider_that_does_not_answer_gets_a_sentence(folder):
    provider = IdentityProvider()
    house = House(folder, provider, "on")
    house.serve()
    try:
        provider.shutdown()
        provider.server_close()
        page = requests.get(f"{house.address}/admin/login/house/sso/", timeout=30)
        assert "does not answer" in page.text
    finally:
        house.end()
