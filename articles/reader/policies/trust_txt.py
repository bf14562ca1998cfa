"""trust.txt: who a publisher is and where it is to be found (JournalList), so that nobody else can claim to be it."""

from django.http import HttpRequest, HttpResponse

from articles.models.publisher import Publisher, Role
from articles.page.canonical_url import absolute_url
from articles.reader.machines.plain_text import plain_text
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.site_frame import frame
from articles.reader.policies.answers import answers
from articles.reader.policies.transparency import TRANSPARENCY


@reader_page
def trust_txt(request: HttpRequest) -> HttpResponse:
    """Name the publisher's own accounts, whom to write to, and where its rules stand."""
    site = frame()
    publisher = Publisher.objects.first() or Publisher()
    lines = [
        *(f"social={address}" for address in publisher.profiles),
        *(f"contact={absolute_url(p.get_absolute_url())}" for p in site.pages if p.role == Role.FEEDBACK),
        f"disclosure={absolute_url(TRANSPARENCY)}",
    ]
    if (may := answers().ai_train) is not None:
        lines.append(f"datatrainingallowed={'yes' if may else 'no'}")
    return plain_text("\n".join(lines))
