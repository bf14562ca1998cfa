"""What browsers report of our pages: what is counted, what is not known, what is refused."""

import json

import pytest
from django.test import Client

from articles.models import csp_report
from articles.models.csp_report import CspReport, count_report
from articles.reader.machines import csp_reports
from articles.reader.parts.view_counter import MOST_A_MINUTE, AddressLimiter
from articles.site_time_zone import site_date
from newsroom.csp import REPORTING_ENDPOINTS
from newsroom.server import limits
from tests import builders

pytestmark = pytest.mark.django_db
OLD, NEW = "application/csp-report", "application/reports+json"


@pytest.fixture(autouse=True)
def fresh_limiter(monkeypatch):
    """Nobody has come through yet."""
    monkeypatch.setattr(csp_reports, "limiter", AddressLimiter())


def older(page="http://testserver/2026/05/a-story/", blocked="https://evil.example/x.js?t=1", directive="script-src"):
    return {"csp-report": {"document-uri": page, "blocked-uri": blocked, "violated-directive": directive}}


def newer(page="http://testserver/", blocked="inline", directive="script-src-elem", kind="csp-violation"):
    body = {"documentURL": page, "blockedURL": blocked, "effectiveDirective": directive, "sample": "alert(document)"}
    return {"type": kind, "age": 5, "url": page, "user_agent": "Mozilla/5.0 (who reads)", "body": body}


def tell(told, kind=NEW, **more):
    body = told if isinstance(told, bytes) else json.dumps(told)
    return Client().post("/csp-reports", body, content_type=kind, **more).status_code


def counted():
    return {(row.directive, row.blocked, row.page): row.times for row in CspReport.objects.all()}


def test_both_formats_are_counted(settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert tell(older(), OLD) == 204
    assert tell([newer(), newer(blocked="https://evil.example/a")]) == 204
    assert tell([newer()]) == 204
    [story] = [page for directive, _, page in counted() if directive == "script-src"]
    assert "slug" in story and "a-story" not in story
    assert counted() == {
        ("script-src", "https://evil.example", story): 1,
        ("script-src-elem", "inline", "/"): 2,
        ("script-src-elem", "https://evil.example", "/"): 1,
    }


def test_nothing_is_kept_of_who_reads_what(settings):
    """No address, browser, story, token or query, whatever comes with a report."""
    settings.ALLOWED_HOSTS = ["testserver"]
    secret = "quandrelith"
    link = builders.shared_article().preview_links.get()
    pages = [f"http://testserver{link.get_absolute_url()}", f"http://testserver/search/?q={secret}", f"/{secret}/x"]
    pages += [f"http://testserver/2026/05/{secret}/", f"http://testserver/{secret}/{secret}/{secret}/"]
    for page in pages:
        tell([newer(page=page, blocked=f"https://user:{secret}@evil.example/{secret}?{secret}")])
        tell(older(page, f"https://evil.example/{secret}#{secret}"), OLD)
    kept = repr(list(CspReport.objects.values()))
    assert "evil.example" in kept and "preview/" in kept
    assert secret not in kept and link.token not in kept and "Mozilla" not in kept and "127.0.0.1" not in kept


@pytest.mark.parametrize(
    "told",
    [
        newer(page="https://elsewhere.example/"),
        newer(page=""),
        newer(page="http://[half/"),
        newer(blocked="moz-extension://1234/x.js"),
        newer(blocked="chrome-extension"),
        newer(blocked=""),
        newer(directive="no-such-directive"),
        newer(directive=""),
        newer(kind="deprecation"),
        {"csp-report": "words"},
        {"type": "csp-violation", "body": []},
        {"body": {}},
        [5, None, "words"],
        5,
    ],
)
def test_what_is_no_report_of_a_page_of_ours_is_not_counted(settings, told):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert tell(told) == 204
    assert not CspReport.objects.exists()


@pytest.mark.parametrize(
    ("body", "kind", "headers", "status"),
    [
        (b"{", OLD, {}, 400),
        (b"[" * 10_000, NEW, {}, 400),
        (b"\xff", NEW, {}, 400),
        (b" " * (csp_reports.LARGEST + 1), NEW, {}, 413),
        (b"{}", "text/plain", {}, 415),
        (b"{}", "multipart/form-data; boundary=x", {}, 415),
        (b"{}", OLD, {"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        (b"{}", OLD, {"HTTP_SEC_FETCH_SITE": "same-origin"}, 204),
    ],
)
def test_what_cannot_be_read_is_refused(body, kind, headers, status):
    assert tell(body, kind, **headers) == status


def test_only_posts_are_taken():
    assert Client().get("/csp-reports").status_code == 405


def test_one_address_sends_so_many_a_minute():
    answers = [tell({}, OLD) for _ in range(MOST_A_MINUTE + 1)]
    assert answers == [204] * MOST_A_MINUTE + [429]


def test_server_reads_no_more_than_the_view():
    assert limits.CSP_REPORT == csp_reports.LARGEST
    head = limits.Head("/csp-reports", None, NEW, "")
    assert limits.most_from_anybody(head) == limits.most_from_staff(head) == csp_reports.LARGEST


def test_pages_say_where_to_report(settings):
    page = Client().get("/")
    assert page.headers["Reporting-Endpoints"] == REPORTING_ENDPOINTS
    policy = page.headers["Content-Security-Policy"]
    assert "report-uri /csp-reports" in policy and "report-to csp" in policy


def test_many_reports_are_sampled_and_kinds_limited(monkeypatch):
    day = site_date(builders.live_edition(builders.live_article()).made_at)
    monkeypatch.setattr(csp_report, "KEPT_WHOLE", 2)
    monkeypatch.setattr(csp_report, "MOST_A_DAY", 2)
    for is_sampled in (False, False, False, True, False):
        count_report(day, "img-src", "data", "/", is_sampled=is_sampled)
    assert CspReport.objects.get().times == 2 + csp_report.SAMPLE
    for number in range(3):
        count_report(day, "img-src", f"https://{number}.example", "/", is_sampled=True)
    assert CspReport.objects.count() == 2
    assert str(CspReport.objects.first()) == "img-src: data"


def test_chiefs_look_at_the_reports_and_others_do_not(settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    tell([newer()])
    for user, status in ((builders.chief(), 200), (builders.editor(), 403)):
        client = Client()
        client.force_login(user)
        page = client.get("/admin/articles/cspreport/")
        assert page.status_code == status
    assert "script-src-elem" not in page.content.decode()
