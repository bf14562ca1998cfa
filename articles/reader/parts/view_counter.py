"""Page views: the beacon that a page sends when its reader leaves, of the stories that were read there, and the stories
that are read most.

Nobody is recognised: a view is one more on the story's number of the day (docs/privacy.md). So that one machine
can't make a story popular, an address may send a few dozen beacons a minute. Which addresses did is known to this
process's memory only, as a keyed hash whose key dies with the process, and for a minute.
"""

import hashlib
import logging
import re
import secrets
import threading
import time
from collections import Counter
from datetime import timedelta

from django.db import DatabaseError
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles.client_address import client_network
from articles.database.trouble import trouble_of
from articles.freshness.reading import good_until
from articles.models.edition import Edition
from articles.models.view_count import ViewCount
from articles.page.lists.cards import Card, card_rows
from articles.site_time_zone import site_date

A_MINUTE = 60
MOST_A_MINUTE = 30
MOST_ADDRESSES = 50_000  # how many one minute remembers; beyond that nobody is counted, and nothing breaks
MOST_STORIES = 64  # that one visit tells of: a reading list, and the story it began with
STORIES = re.compile(rb"[1-9][0-9]{0,17}(?: [1-9][0-9]{0,17}){0,%d}" % (MOST_STORIES - 1))
LONGEST = MOST_STORIES * 19
MOST_READ, WINDOW = 5, timedelta(days=1)  # of today and the day before
logger = logging.getLogger(__name__)
COUNTED_EVERY = timedelta(minutes=1)  # pages that show what is read most are made again


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
    """Count one view of each live story whose id is in the body, parted by blanks; 204 for what our own pages send.

    Of somebody who asks not to be followed nothing is counted, which is 204 too, and neither is anything while the disk
    is full or the database busy: a reader can do nothing about it. 400 for anything that is no id, 403 for pages
    elsewhere, 429 for an address that sends too many.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponse(status=403)
    if not limiter.allows(client_network(request) or "", int(time.monotonic() // A_MINUTE)):
        return HttpResponse(status=429, headers={"Retry-After": str(A_MINUTE)})
    told = request.read(LONGEST + 1)
    if not STORIES.fullmatch(told):
        return HttpResponse(status=400)
    if "1" not in (request.headers.get("Sec-GPC"), request.headers.get("DNT")):
        try:
            _count({int(story) for story in told.split()}, timezone.now())
        except DatabaseError as error:
            trouble = trouble_of(error)
            if trouble is None or trouble.is_lost:
                raise
            logger.warning("Views are not counted: %s", trouble.sentence)
    return HttpResponse(status=204)


def _count(stories, now):
    """Count one view of each of these stories that is live."""
    live = Edition.objects.live(now).filter(article_id__in=stories)
    for story in live.order_by("article_id").values_list("article_id", flat=True):
        ViewCount.objects.count_one(story, site_date(now))


def most_read(now):
    """Cards of the live stories read most today and yesterday, most first; at most MOST_READ, in one query."""
    good_until(now + COUNTED_EVERY)
    return [Card(story) for story in _most_read(at=now, day=site_date(now) - WINDOW)]


def _most_read(at, day):
    lately = ViewCount.objects.since(day)
    stories = Edition.objects.live(at).filter(article_id__in=lately.order_by().values("article_id"))
    ranked = stories.annotate(view_total=lately.total_of("article_id"))
    return card_rows(ranked.order_by("-view_total", "-dated_at", "-article_id")[:MOST_READ])
