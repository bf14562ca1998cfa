"""The numbers for a monitoring program, at an address that is there for whoever has the token and for nobody else."""

from django.conf import settings
from django.db.models import Count, Min
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.models.staff_message import StaffMessage
from newsroom.seeing.exposition import CONTENT_TYPE, exposition
from newsroom.seeing.publishing import totals


@csrf_exempt
@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer with the totals of this machine's workers; 404 without METRICS_TOKEN as `Authorization: Bearer …`."""
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not constant_time_compare(given, f"Bearer {settings.METRICS_TOKEN}"):
        raise Http404("No such page")
    return HttpResponse(exposition(totals(), outbox()), content_type=CONTENT_TYPE)


def outbox() -> dict[str, float]:
    """How many messages wait to be sent, and for how many seconds the oldest has."""
    now = timezone.now()
    waiting = StaffMessage.objects.filter(sent_at=None, failed_at=None, due_at__lte=now)
    found = waiting.aggregate(number=Count("pk"), oldest=Min("due_at"))
    waited = (now - found["oldest"]).total_seconds() if found["oldest"] else 0.0
    return {"outbox_due": found["number"], "outbox_oldest_seconds": waited}
