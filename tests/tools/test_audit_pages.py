"""The audit's walk over the site: which links it follows and which kind of page an address is."""

import pytest

from tools import audit_pages

SITE = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "front"),
        ("/world/", "desk"),
        ("/2026/02/a-story/", "story"),
        ("/2026/02/a-story/history/", "history"),
        ("/about/", "static page"),
        ("/latest/", "latest"),
        ("/latest/?before=abc", "latest"),
        ("/topics/", "topics"),
        ("/topics/war/", "topic"),
        ("/people/", "people"),
        ("/people/naffah/", "person"),
        ("/search/", None),
    ],
)
def test_audit_knows_the_kind_of_page_by_its_address(path, kind):
    assert audit_pages.kind_of(SITE + path) == kind


def test_audit_follows_links_of_readers_pages_on_the_same_site():
    page = b"""<link rel="next" href="?before=x"><a href="/world/#top"></a><a href="/admin/"></a>
        <a href="/feeds/rss.xml"></a><a href="https://example.org/"></a><a href="mailto:desk@example.org"></a>"""
    followed = set(audit_pages.links(f"{SITE}/latest/", page))
    assert followed == {f"{SITE}/latest/?before=x", f"{SITE}/world/"}


def test_audit_walks_each_page_once_and_keeps_html_only(monkeypatch):
    site = {
        f"{SITE}/": (200, "text/html", b"<a href='/world/'></a><a href='/'></a>"),
        f"{SITE}/world/": (200, "text/html", b"<a href='/sitemap.xml'></a><a href='/#x'></a>"),
        f"{SITE}/sitemap.xml": (200, "application/xml", b"<urlset/>"),
    }
    monkeypatch.setattr(audit_pages, "fetch", site.pop)
    assert list(audit_pages.walk(SITE)) == [f"{SITE}/", f"{SITE}/world/"]
    assert not site


def test_audit_ends_at_a_dead_link(monkeypatch):
    monkeypatch.setattr(audit_pages, "fetch", lambda address: (500, "text/html", b""))
    with pytest.raises(SystemExit, match="do not answer:\n.*/ answers 500"):
        audit_pages.walk(SITE)


def test_audit_wants_every_kind_of_page(monkeypatch):
    monkeypatch.setattr(audit_pages, "fetch", lambda address: (200, "text/html", b"<p>Nothing here.</p>"))
    with pytest.raises(SystemExit, match="desk, history, latest, people, person, static page, story, topic"):
        audit_pages.audit(SITE)
