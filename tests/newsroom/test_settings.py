"""The settings as an installation sees them: read from the environment by a process of its own."""

import json
import os
import stat
import subprocess
import sys

import pytest

from tests.conventions.source import ROOT

pytestmark = pytest.mark.once  # each process has only the variables that its test gives it
PRINT = (
    "import json; from django.conf import settings;"
    "print(json.dumps({name: getattr(settings, name) for name in dir(settings) if name.isupper()}, default=str))"
)
ASYNC = "DJANGO_ALLOW_ASYNC_UNSAFE"  # set while a browser journey runs in this process, and a fault in deployment
OURS = {
    ASYNC,
    "DATABASE_URL",
    "CACHE_URL",
    "SITE_URL",
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "DEBUG",
    "EMAIL_URL",
    "SITE_NAME",
    "CREDENTIALS_ANCHORS",
    "STORAGE_URL",
}


def run(data, *arguments, **environment):
    """Run Python with the product's settings and only these variables of ours."""
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    clean |= {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=clean | environment, capture_output=True, text=True, check=True
    )


def settings_with(data, **environment):
    """The named settings under these environment variables."""
    return json.loads(run(data, "-c", PRINT, **environment).stdout)


def test_settings_are_safe_when_nothing_is_set(tmp_path):
    settings = settings_with(tmp_path)
    assert settings["DEBUG"] is False
    assert settings["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "127.0.0.1", "[::1]"]
    assert settings["DATABASES"]["default"]["NAME"] == str(tmp_path / "newsroom.sqlite3")
    assert settings["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["STATIC_ROOT"] == str(ROOT / "staticfiles")
    assert settings["STORAGES"]["default"]["OPTIONS"]["location"] == str(tmp_path / "uploads")


def test_secret_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    first, second = settings_with(tmp_path), settings_with(tmp_path)
    assert len(first["SECRET_KEY"]) >= 50
    assert first["SECRET_KEY"] == second["SECRET_KEY"]
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_settings_come_from_the_environment(tmp_path):
    settings = settings_with(
        tmp_path,
        DATABASE_URL="postgres://desk:p%40ss@db.example:5433/news",
        CACHE_URL="redis://cache.example:6379/1",
        SECRET_KEY="chosen",
        ALLOWED_HOSTS="news.example, www.news.example",
        SITE_NAME="The Post",
        TIME_ZONE="Europe/Kyiv",
    )
    database = settings["DATABASES"]["default"]
    assert (database["HOST"], database["PORT"], database["PASSWORD"]) == ("db.example", 5433, "p@ss")
    assert settings["CACHES"]["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert settings["ALLOWED_HOSTS"] == ["news.example", "www.news.example"]
    assert (settings["SECRET_KEY"], settings["SITE_NAME"], settings["TIME_ZONE"]) == (
        "chosen",
        "The Post",
        "Europe/Kyiv",
    )


@pytest.mark.parametrize(("site", "secure"), [("https://news.example", True), ("http://127.0.0.1:8000", False)])
def test_https_site_gets_secure_cookies_and_redirects(tmp_path, site, secure):
    settings = settings_with(tmp_path, SITE_URL=site)
    assert settings["SESSION_COOKIE_SECURE"] is secure
    assert settings["SECURE_SSL_REDIRECT"] is secure
    assert (site in settings["CSRF_TRUSTED_ORIGINS"]) is secure


@pytest.mark.parametrize(("subdomains", "silenced"), [("off", 2), ("on", 0)])
def test_deployment_check_is_clean_over_https(tmp_path, subdomains, silenced):
    """What is silenced asks for a promise on behalf of other names below this one, which is made where it is asked."""
    site = {"SITE_URL": "https://news.example", "HSTS_SUBDOMAINS": subdomains}
    done = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "INFO", **site)
    assert f"no issues ({silenced} silenced)" in done.stdout
    settings = settings_with(tmp_path, **site)
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert settings["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is settings["SECURE_HSTS_PRELOAD"] is (subdomains == "on")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STORAGE_URL", "https://photos.example"),
        ("CREDENTIALS_ANCHORS", "no/such/file.pem"),
        ("CREDENTIALS_ANCHORS", "README.md"),
        ("SITE_URL", "news.example.org"),
        ("SITE_URL", "ftp://news.example.org"),
        ("SITE_URL", "https://news.example.org/sub/"),
        ("SITE_URL", "https://news.example.org:99999"),
        ("TRUSTED_PROXIES", "proxy.example"),
        ("TIME_ZONE", "Mars/Phobos"),
        ("LANGUAGE_CODE", "tlh"),
        ("LANGUAGE_CODE", "de"),  # a language, and one that no catalogue speaks
        ("DEBUG", "maybe"),
        ("HSTS_SUBDOMAINS", "some"),
        ("KEEP_LOG_DAYS", "-1"),
        ("KEEP_OPENINGS_DAYS", "a year"),
        ("KEEP_SIGN_INS_DAYS", "9999999"),
        ("DATABASE_URL", "nonsense"),
        ("CACHE_URL", "nonsense"),
        ("EMAIL_URL", "nonsense"),
        ("EMAIL_URL", "smtp://user:secret@mail.example.org:99999"),
        ("NEWSROOM_DATA", "/dev/null"),
    ],
)
def test_wrong_variable_gets_a_sentence_and_no_traceback(tmp_path, name, value):
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run(tmp_path, "manage.py", "check", **{name: value})
    assert caught.value.returncode == 1
    assert caught.value.stderr.startswith(f"{name} can't be used as it is set. Write it like ")
    assert caught.value.stderr.count("\n") == 1


def test_empty_variables_count_as_unset(tmp_path):
    empty = settings_with(tmp_path, **dict.fromkeys([*OURS, "TIME_ZONE", "LANGUAGE_CODE"], ""))
    assert empty == settings_with(tmp_path)
    code = "from newsroom.environment import env; print('NEWSROOM_DATA' in env.ENVIRON)"
    assert run(" ", "-c", code).stdout == "False\n"


def test_site_url_loses_its_last_slash(tmp_path):
    assert settings_with(tmp_path, SITE_URL="https://news.example.org/")["SITE_URL"] == "https://news.example.org"


def test_postgresql_connections_are_tried_before_they_are_lent(tmp_path):
    (database,) = settings_with(tmp_path, DATABASE_URL="postgres://desk@db.example/news")["DATABASES"].values()
    assert database["CONN_HEALTH_CHECKS"] is True


@pytest.mark.parametrize("language", ["en", "ar", "UK"])
def test_interface_speaks_each_language_that_has_a_catalogue(tmp_path, language):
    settings = settings_with(tmp_path, LANGUAGE_CODE=language)
    assert settings["LANGUAGE_CODE"] == language.lower()
    assert [code for code, _ in settings["LANGUAGES"]] == ["en", "ar", "uk"]
