"""robots.txt: what may be crawled (RFC 9309)."""

from django.http import HttpRequest, HttpResponse

from articles.page.canonical_url import absolute_url
from articles.reader.machines.plain_text import plain_text
from articles.reader.parts.cache_headers import reader_page


@reader_page
def robots(request: HttpRequest) -> HttpResponse:
    """Let crawlers read everything but the editors' screens, and each story once."""
    rules = ("User-agent: *", "Disallow: /admin/", "Disallow: /*?after=", "")
    maps = (f"Sitemap: {absolute_url(path)}" for path in ("/sitemap.xml", "/news-sitemap.xml"))
    return plain_text("\n".join([*rules, *maps]))
