"""robots.txt: what may be crawled (RFC 9309), what for (Content Signals), and under which licence (RSL)."""

from django.http import HttpRequest, HttpResponse

from articles.page.canonical_url import absolute_url
from articles.reader.machines.plain_text import plain_text
from articles.reader.parts.cache_headers import reader_page
from articles.reader.policies.answers import answers
from articles.reader.policies.licence import LICENCE

# Further pages of two lists have no other address; a story within a list has its own, to which its head leads.
PAGED = ("/topics/?after=", "/people/?after=")


@reader_page
def robots(request: HttpRequest) -> HttpResponse:
    """Let crawlers read everything but the editors' screens, each story once, as far as the house lets them."""
    allowed = answers()
    said = ", ".join(f"{use}={'yes' if may else 'no'}" for use, may in allowed.uses)
    pages = ("Disallow: /admin/", "Disallow: /*?after=", *(f"Allow: {path}" for path in PAGED))
    signals = [f"Content-Signal: {said}"] if said else []
    rules = ["User-agent: *", *signals, *(("Disallow: /",) if allowed.search is False else pages), ""]
    if allowed.refused:
        rules += [*(f"User-agent: {name}" for name in allowed.refused), "Disallow: /", ""]
    maps = (f"Sitemap: {absolute_url(path)}" for path in ("/sitemap.xml", "/news-sitemap.xml"))
    terms = [f"License: {absolute_url(LICENCE)}"] if said else []
    return plain_text("\n".join([*rules, *terms, *maps]))
