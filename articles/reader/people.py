"""People's pages: what they said with its sources, where they are named, what they wrote.

Somebody whom no live story quotes, names or is signed by is not known to readers: an embargo leaves no trace.
"""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.edition import Byline, Mention
from articles.models.person import Person
from articles.models.section import Quote
from articles.models.topic import Topic
from articles.reader.cards import listed_parts
from articles.reader.extent import extent_of
from articles.reader.heads import people_head, person_head
from articles.reader.moved import follows
from articles.reader.paging import page_of_names, page_of_parts
from articles.reader.site import reader_page, site_context
from articles.text.quotation import in_marks, standing_alone

# What a person's page lists; each name is also the query parameter that turns that list's pages.
LISTS = {"quotes": Quote, "mentions": Mention, "stories": Byline}
OWN_WORDS = {"he": _("In his own words"), "she": _("In her own words")}
TOPICS = 8
# A person's topics are counted over so many of their newest quotes, so that a president's page is as fast as anybody's.
RECENT = 200


@reader_page
def people(request):
    """Everybody whom live stories quote, name or are signed by, by name."""
    after = request.GET.get("after", "")
    page = page_of_names(known_people(timezone.now()), after)
    context = {"people": page.rows, "next": page.next, "after": after}
    return render(request, "reader/people.html", site_context(request) | people_head(after) | context)


@reader_page
@follows(Person, lambda now: known_people(now))
def person_page(request, slug):
    """One person; with a cursor such as `?quotes=` only the page of that list after it."""
    now = timezone.now()
    person = get_object_or_404(known_people(now).select_related("portrait"), slug=slug)
    turned = next((name for name in LISTS if request.GET.get(name)), None)
    lists = {name: _page_of(name, person, now, request.GET.get(name, "")) for name in ([turned] if turned else LISTS)}
    facts = {} if turned else facts_of(person, now)
    context = lists | facts | {"person": person, "turned": turned, "own_words": own_words(person)}
    return render(request, "reader/person.html", site_context(request) | _head(request, context) | context)


def _head(request, context):
    """What the head of a person's page says of what is on it."""
    turned, quotes = context["turned"], context.get("quotes")
    return person_head(
        context["person"],
        {turned: request.GET[turned]} if turned else {},
        portrait=context.get("portrait"),
        aliases=context.get("aliases", ()),
        quotes=quotes.rows if quotes else (),
    )


def known_people(now):
    """The people whom stories live at `now` quote, name or are signed by."""
    rows = (
        model.objects.live(now).filter(person=OuterRef("pk")).order_by("-dated_at", "-article_id").values("pk")
        for model in LISTS.values()
    )
    # Neither Exists nor any order: PostgreSQL would look through all quotes and bylines, not use each person's index.
    return Person.objects.alias(known=Coalesce(*(Subquery(row[:1]) for row in rows))).filter(known__isnull=False)


def facts_of(person, now):
    """The facts at the head of a person's page: their portrait, other names, topics, and how often they are quoted."""
    quotes = Quote.objects.live(now).filter(person=person)
    recent = quotes.newest_first()[:RECENT]
    within = Topic.objects.filter(edition_rows__edition__quotes__in=recent).annotate(times=Count("pk"))
    portrait = person.portrait
    return {
        "portrait": portrait if portrait and portrait.is_licensed(now) else None,
        "aliases": list(person.aliases.all()),
        "topics": list(within.order_by("-times", "name", "pk")[:TOPICS]),
        "quoted": extent_of(quotes),
    }


def own_words(person):
    """The heading over a person's quotes by their pronouns: "In her own words", "In their own words" when unsure."""
    return OWN_WORDS.get(person.pronouns.split("/")[0].strip().lower(), _("In their own words"))


def _page_of(name, person, now, cursor):
    """The Page of one of LISTS, each row with its edition; quotes get `spoken`, their words in marks."""
    page = page_of_parts(listed_parts(LISTS[name].objects.live(now).filter(person=person)), cursor)
    if name == "quotes":
        for quote in page.rows:
            quote.spoken = in_marks(standing_alone(quote.text), quote.edition.language)
    return page
