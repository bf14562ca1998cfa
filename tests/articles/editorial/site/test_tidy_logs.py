"""How long each log is kept."""

from datetime import timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings as site_settings
from django.contrib.admin.models import CHANGE
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.utils import timezone

from accounts.models import SignIn
from articles.editorial.site import tidy_logs
from articles.models.article import Article, Shelf
from articles.models.csp_report import CspReport
from articles.models.failed_login import FailedLogin
from articles.models.log_entry import LogEntry
from articles.models.open_sheet import OpenSheet
from articles.models.preview_link import PreviewLink, Shows
from articles.models.seal import SealedOpening
from tests import builders

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def made(model, at):
    """A row of a log that says `at`."""
    if model == "articles.LogEntry":
        return LogEntry.objects.create(verb="dance", at=at)
    if model == "admin.LogEntry":
        kind = ContentType.objects.first()
        return apps.get_model(model).objects.create(
            user=builders.system(), action_time=at, content_type=kind, object_repr="x", action_flag=CHANGE
        )
    if model == "articles.FailedLogin":
        return FailedLogin.objects.create(account="x", at=at)
    if model == "accounts.SignIn":
        return SignIn.objects.create(user=builders.system(), outcome=SignIn.Outcome.IN, device="Firefox", at=at)
    if model == "articles.CspReport":
        return CspReport.objects.create(date=at.date(), directive="img-src", blocked=str(at), page="/", times=1)
    if model == "usersessions.UserSession":
        row = apps.get_model(model).objects.create(
            user=builders.system(), ip="127.0.0.1", user_agent="x", session_key=str(uuid4())[:30]
        )
        type(row).objects.filter(pk=row.pk).update(last_seen_at=at)
        return row
    article = builders.draft_article()
    if model == "articles.SealedOpening":
        return SealedOpening.objects.create(article=article, what="sheet", at=at)
    if model == "articles.OpenSheet":
        return OpenSheet.objects.create(token=uuid4(), article=article, user=builders.system(), opened_at=at)
    assert model == "articles.PreviewLink"
    more = {"token": uuid4().hex, "made_at": at - timedelta(days=1), "ends_at": at}
    return PreviewLink.objects.create(article=article, shows=Shows.WORKING_COPY, **more)


@pytest.mark.parametrize("log", tidy_logs.LOGS, ids=lambda log: log.model)
def test_each_log_is_kept_as_long_as_its_setting_says(settings, log):
    setattr(settings, log.kept, 10)
    old, new = made(log.model, NOW - timedelta(days=12)), made(log.model, NOW - timedelta(days=8))
    [said] = [each for each in tidy_logs.tidy_logs(NOW) if each.name == log.name]
    model = type(old)
    assert not model.objects.filter(pk=old.pk).exists() and model.objects.filter(pk=new.pk).exists()
    assert (said.removed, said.days) == (1, 10)


def test_log_without_an_end_is_kept_for_ever(settings, capsys):
    settings.KEEP_LOG_DAYS = 0
    old = made("articles.LogEntry", NOW - timedelta(days=9999))
    call_command("tidy_logs")
    assert LogEntry.objects.filter(pk=old.pk).exists()
    assert "the log of who did what: kept for ever." in capsys.readouterr().out


def test_page_that_is_still_open_stays(settings):
    settings.KEEP_OPEN_SHEETS_DAYS = 10
    page = made("articles.OpenSheet", NOW - timedelta(days=12))
    OpenSheet.objects.filter(pk=page.pk).update(seen_at=NOW)
    list(tidy_logs.tidy_logs(NOW))
    assert OpenSheet.objects.filter(pk=page.pk).exists()


def test_sessions_that_are_over_go(capsys):
    store = import_module(site_settings.SESSION_ENGINE).SessionStore
    for days in (-1, 1):
        session = store()
        session.set_expiry(NOW + timedelta(days=days))
        session.save()
    call_command("tidy_logs")
    assert "sessions that are over: 1 removed." in capsys.readouterr().out


def test_log_of_a_program_that_is_not_installed_is_passed_over(monkeypatch):
    monkeypatch.setattr(tidy_logs, "LOGS", (tidy_logs.Log("nothing", "nowhere.Nothing", "at", "KEEP_LOG_DAYS"),))
    assert [each.name for each in tidy_logs.tidy_logs(NOW)] == ["sessions that are over"]


def test_command_says_what_it_removed(settings, capsys):
    settings.KEEP_SIGN_INS_DAYS = 5
    made("articles.FailedLogin", NOW - timedelta(days=6))
    call_command("tidy_logs")
    assert "sign-ins that failed: 1 removed, older than 5 days." in capsys.readouterr().out


def test_command_puts_scraps_away(capsys):
    article = builders.draft_article(headline="", dek="", body="")
    Article.objects.update(changed_at=NOW - timedelta(days=2))
    call_command("tidy_logs")
    article.refresh_from_db()
    assert article.shelf == Shelf.SCRAPS
    assert "drafts of a few words: 1 put among the scraps." in capsys.readouterr().out
