"""security.txt: to whom a hole is reported (RFC 9116), as the publisher says in the admin; else there is none."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of, moment
from articles.models.publisher import Publisher
from articles.page.canonical_url import absolute_url
from articles.reader.machines.plain_text import plain_text
from articles.reader.parts.cache_headers import reader_page

GOOD_FOR = timedelta(days=180)  # RFC 9116, 2.5.5: less than a year, and it is always so far ahead


@reader_page
def security_txt(request: HttpRequest) -> HttpResponse:
    """Say to whom a hole is reported. Raises Http404 where the publisher names nobody."""
    made_of(tags.SITE)
    contact = Publisher.objects.values_list("security_contact", flat=True).first()
    if not contact:
        raise Http404("Nobody is named.")
    expires = (moment() + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    good_until(expires - GOOD_FOR + timedelta(days=1))
    lines = (
        f"Contact: {contact if ':' in contact else f'mailto:{contact}'}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {settings.LANGUAGE_CODE}",
        f"Canonical: {absolute_url('/.well-known/security.txt')}",
    )
    return plain_text("\n".join(lines))
