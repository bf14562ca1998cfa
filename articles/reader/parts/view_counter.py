"""Page views: the beacon that a story's page sends when it was read to its end, and the stories that are read most.

Nobody is recognised: a view is one more on the story's number of the day (docs/privacy.md). So that one machine
can't make a story popular, an address may send a few dozen beacons a minute. Which addresses did is known to this
process's memory only, as a keyed hash whose key dies with the process, and for a minute.
"""

import hashlib
import re
import secrets
import threading
import time
from collections import Counter
from datetime import timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles.client_address import client_address
from articles.database.compiled_queries import compiled
from articles.models.edition import Edition
from articles.models.view_count import ViewCount
from articles.reader.parts.cards import Card, card_rows
from articles.site_time_zone import site_date

A_MINUTE = 60
MOST_A_MINUTE = 30
MOST_ADDRESSES = 50_000  # how many one minute remembers; beyond that nobody is counted, and nothing breaks
STORY = re.compile(rb"[1-9][0-9]{0,17}")
MOST_READ, WINDOW = 5, timedelta(days=1)  # of today and the day before


class AddressLimiter:
    """Allows each address so many requests a minute, and forgets them all when the minute is over."""

    def __init__(self):
        self._lock, self._key = threading.Lock(), secrets.token_bytes(32)
        self._minute = 0
        self._seen: Counter[bytes] = Counter()

    def allows(self, address, minute):
        """Whether a request of `address` is allowed in this minute, a whole number that grows; it counts as one."""
        mark = hashlib.blake2b(address.encode(), key=self._key, digest_size=8).digest()
        with self._lock:
            if minute != self._minute:
                self._minute, self._seen = minute, Counter()
            if mark not in self._seen and len(self._seen) >= MOST_ADDRESSES:
                return False
            self._seen[mark] += 1
            return self._seen[mark] <= MOST_A_MINUTE


limiter = AddressLimiter()


@csrf_exempt  # a beacon carries no token and changes a number; pages elsewhere are turned away by their Sec-Fetch-Site
@never_cache
@require_POST
def count_view(request):
    """Count one view of the live story whose id is the body; always 204 for what a page of ours may send.

    400 for anything that is no id, 403 for pages elsewhere, 429 for an address that sends too many.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponse(status=403)
    if not limiter.allows(client_address(request) or "", int(time.monotonic() // A_MINUTE)):
        return HttpResponse(status=429, headers={"Retry-After": str(A_MINUTE)})
    story = request.read(19)
    if not STORY.fullmatch(story):
        return HttpResponse(status=400)
    now = timezone.now()
    if Edition.objects.live(now).filter(article_id=int(story)).exists():
        ViewCount.objects.count_one(int(story), site_date(now))
    return HttpResponse(status=204)


def most_read(now):
    """Cards of the live stories read most today and yesterday, most first; at most MOST_READ, in one query."""
    return [Card(story) for story in _most_read(at=now, day=site_date(now) - WINDOW)]


@compiled
def _most_read(at, day):
    lately = ViewCount.objects.since(day)
    stories = Edition.objects.live(at).filter(article_id__in=lately.order_by().values("article_id"))
    ranked = stories.annotate(view_total=lately.total_of("article_id"))
    return card_rows(ranked.order_by("-view_total", "-dated_at", "-article_id")[:MOST_READ])
