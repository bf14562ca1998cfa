"""People's pages: what they said with its sources, where they are named, what they wrote.

Readers see nobody whom no live story quotes, names or has as its byline: an embargo leaves no trace.
"""

from typing import NamedTuple

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from articles.freshness import tags
from articles.freshness.reading import good_until, made_of, moment
from articles.models.edition import Byline, Mention
from articles.models.person import Person, PersonAlias
from articles.models.section import Quote
from articles.models.topic import Topic
from articles.reader.parts.bounded_counts import bounded_count_of, with_bounded_count
from articles.reader.parts.cache_headers import reader_page
from articles.reader.parts.meta_tags import people_head, person_head, quotes_head
from articles.reader.parts.pagination import (
    names_after,
    page_of_names,
    page_of_parts,
    parts_after,
    place_of_name,
    place_of_part,
)
from articles.reader.parts.redirects import one_or_404, redirect_merged
from articles.reader.parts.sayings import SIFTED_FROM, Said, appearances, quoted_with, quotes_of, topics_of, years_of
from articles.reader.parts.site_frame import site_context

# What a person's page lists; each name is also the query parameter that turns that list's pages.
LISTS: dict[str, type[Quote] | type[Mention] | type[Byline]] = {"quotes": Quote, "mentions": Mention, "stories": Byline}
OWN_WORDS = {"he": _("In his own words"), "she": _("In her own words")}


@reader_page
def people(request):
    """Everybody whom live stories quote, name or are signed by, by name."""
    after = request.GET.get("after", "")
    made_of(tags.PEOPLE, tags.stories())
    rows = map(PublicPerson._make, _people_after(at=moment(), **place_of_name(after)))
    page = page_of_names(rows, after)
    context = {"people": page.rows, "next": page.next, "after": after}
    return render(request, "reader/people.html", site_context(request) | people_head(after) | context)


@reader_page
@redirect_merged(Person, lambda now: public_people(now))
def person_page(request, slug):
    """One person; with a cursor such as `?quotes=` only the page of that list after it."""
    now = moment()
    person = one_or_404([row for row in _person_at(at=now, slug=slug) if row.found or row.otherwise])
    made_of(tags.person(person.pk), tags.stories("person", person.pk), tags.TOPICS)
    turned = next((name for name in LISTS if request.GET.get(name)), None)
    lists = _page_of(turned, person, now, request.GET[turned]) if turned else _first_pages(person, now)
    facts = facts_of(person, now)
    context = lists | facts | {"person": person, "turned": turned, "own_words": own_words(person)}
    if not turned:
        quoted = facts["quoted"]
        context |= {"beside": quoted_with(person, quoted.editions), "years": years_of(quoted)}
        context["is_sifted"] = quoted.number >= SIFTED_FROM
    return render(request, "reader/person.html", site_context(request) | _head(request, context) | context)


@reader_page
@redirect_merged(Person, lambda now: public_people(now))
def person_quotes(request, slug):
    """What one person said, on `?topic=`, in `?year=`, or with all words of `?q=` in it; `?before=` turns pages."""
    now = moment()
    person = one_or_404([row for row in _person_at(at=now, slug=slug) if row.found])
    made_of(tags.person(person.pk), tags.stories("person", person.pk), tags.TOPICS)
    quoted = bounded_count_of(person)
    asked = Said.asked(request.GET)
    topic = one_or_404(list(Topic.objects.filter(slug=asked.topic))) if asked.topic else None
    context = {
        "person": person,
        "own_words": own_words(person),
        "asked": asked,
        "topic": topic,
        "topics": topics_of(quoted.editions),
        "years": years_of(quoted),
        "found": quotes_of(person, asked, topic, now),
    }
    return render(request, "reader/quotes.html", site_context(request) | quotes_head(person, asked.cursor) | context)


def _head(request, context):
    """What the head of a person's page says of what is on it."""
    turned, quotes = context["turned"], context.get("quotes")
    return person_head(
        context["person"],
        {turned: request.GET[turned]} if turned else {},
        portrait=context["portrait"],
        aliases=context["aliases"],
        quotes=quotes.rows if quotes else (),
    )


def public_people(now):
    """The people whom stories live at `now` quote, name or are signed by."""
    return Person.objects.alias(known=_any_of(LISTS.values(), now)).filter(known__isnull=False)


def _any_of(models, now):
    """The id of a live row of one of `models` that is the outer query's person's, or NULL."""
    rows = (
        model.objects.live(now).filter(person=OuterRef("pk")).order_by("-dated_at", "-article_id").values("pk")
        for model in models
    )
    # Neither Exists nor any order: PostgreSQL would look through all quotes and bylines, not use each person's index.
    return Coalesce(*(Subquery(row[:1]) for row in rows))


class PublicPerson(NamedTuple):
    """A row of the list of all people."""

    pk: int
    key: str
    name: str
    slug: str
    kind: str
    role: str
    organisation: str

    is_organisation = Person.is_organisation
    path = property(Person.get_absolute_url)
    standing = Person.standing


def _people_after(at, key, pk):
    return names_after(public_people(at), key, pk).values_list(*PublicPerson._fields)


def facts_of(person, now):
    """The facts at the head of a person's page: their portrait, other names, topics, and how often they are quoted."""
    portrait, quoted = person.portrait, bounded_count_of(person)
    if portrait:
        made_of(tags.photo(portrait.pk))
        good_until(portrait.licence_ends_at)
    return {
        "portrait": portrait if portrait and portrait.is_licensed(now) else None,
        "aliases": _aliases(person=person.pk),
        "topics": topics_of(quoted.editions),
        "quoted": quoted,
    }


def own_words(person):
    """The heading over a person's quotes by their pronouns: "In her own words", "In their own words" when unsure."""
    return OWN_WORDS.get(person.pronouns.split("/")[0].strip().lower(), _("In their own words"))


def _page_of(name, person, now, cursor):
    """{name: the Page of one of LISTS after a cursor}."""
    rows = _AFTER[name](at=now, person=person.pk, **place_of_part(cursor))
    return {name: page_of_parts(appearances(rows), cursor)}


def _first_pages(person, now):
    """{name: the first Page} of all LISTS, in one query."""
    rows = appearances(_all_after(at=now, person=person.pk, **place_of_part("")))
    return {name: page_of_parts([row for row in rows if row.list == name], "") for name in LISTS}


def _after(name):
    """A question for the rows of one of LISTS after a place."""

    def question(at, person, moment, article, position):
        rows = parts_after(LISTS[name].objects.live(at).filter(person=person), moment, article, position)
        words = ("text", "attribution") if name == "quotes" else (Value(""), Value(""))
        # By their ids, since SQLite takes no limit in a part of a union.
        return (
            LISTS[name]
            .objects.filter(pk__in=rows.values("pk"))
            .order_by()
            .values_list(
                *(Value(name), "article_id", "dated_at", "position", *words),
                *("edition__path", "edition__headline", "edition__language"),
            )
        )

    return question


_AFTER = {name: _after(name) for name in LISTS}


def _all_after(at, person, moment, article, position):
    first, *others = (_after(name)(at, person, moment, article, position) for name in LISTS)
    return first.union(*others, all=True).order_by()


def _person_at(at, slug):
    """The person of an address, with portrait and `found`, their live quotes.

    `otherwise` is not None where a live story names them or has them as its byline. With neither, readers see no page.
    """
    quotes = Quote.objects.filter(person=OuterRef("pk"))
    named = Person.objects.filter(slug=slug).annotate(otherwise=_any_of((Mention, Byline), at))
    return with_bounded_count(named, quotes, at).select_related("portrait")


def _aliases(person):
    # A rename or merge can leave somebody with their own name among the others, which an undo may still need.
    return PersonAlias.objects.filter(person=person, is_private=False).exclude(key=F("person__key"))
