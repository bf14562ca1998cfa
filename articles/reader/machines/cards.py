"""The cards of pages without a photo, drawn once for those who show links: of what readers may see, nothing else."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.models.edition import Edition, EditionTopic
from articles.page.shared_image import of_words, person_card, topic_card
from articles.reader.pages.people import public_people
from articles.reader.pages.topics import public_topics
from media import renditions
from media.cards import draw

A_DAY, A_MINUTE = 86_400, 60


@csrf_exempt  # nothing is changed here, so that a POST hears 405 and not that a token is missing
@require_safe
def card(request, kind, number, version):
    """The card at this address; one with former words leads to the present one, and what is not out has none."""
    found = CARDS[kind](int(number), timezone.now())
    if found is None:
        raise Http404("No card of ours.")
    if found.version != version:
        return _kept_for(A_MINUTE, HttpResponseRedirect(found.path))
    data = renditions.kept(f"cards/{kind}-{number}-{version}.png", found.number, lambda: draw.png(found.words))
    headers = {"X-Content-Type-Options": "nosniff"}
    return _kept_for(A_DAY, HttpResponse(data, content_type="image/png", headers=headers))


def _kept_for(seconds, response):
    patch_cache_control(response, public=True, max_age=seconds)
    return response


def _of_story(number, now):
    edition = Edition.objects.live(now).filter(article=number).select_related("desk").first()
    if edition is None:
        return None
    lead = EditionTopic.objects.filter(edition=edition, is_lead=True).select_related("topic").first()
    headline = edition.search_headline or edition.headline
    kicker, desk = lead.topic.name if lead else "", edition.desk.name if edition.desk else ""
    signed = ", ".join(edition.byline_rows.values_list("name", flat=True))
    return of_words("story", number, headline, kicker, desk, byline=signed)


def _of_topic(number, now):
    topic = public_topics(now).filter(pk=number).first()
    return topic_card(topic) if topic else None


def _of_person(number, now):
    person = public_people(now).filter(pk=number).first()
    return person_card(person) if person else None


CARDS = {"story": _of_story, "topic": _of_topic, "person": _of_person}
