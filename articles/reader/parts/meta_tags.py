"""What the head of each page that lists things says: description, canonical address, Open Graph and JSON-LD.

Each function returns template variables for `reader/head.html` and runs no query.
"""

from urllib.parse import urlencode

from django.utils.translation import gettext as _

from articles.page import structured_data
from articles.page.canonical_url import absolute_url
from articles.page.open_graph import page_open_graph
from articles.page.shared_image import person_card, topic_card
from articles.site_identity import identity

TOPICS, PEOPLE, ARCHIVE = "/topics/", "/people/", "/archive/"


def front_head(opening, publisher, pages):
    """The front page, shown elsewhere by its lead's photo; `opening` is its Opening or None.

    It is also where machines learn who publishes: the Publisher and the StaticPages that have a role.
    """
    description = publisher.description or _("News from %(site)s.") % {"site": identity().name}
    photo = opening.first.photo if opening else None
    return _head(identity().name, description, "/", photo) | {
        "structured": structured_data.front_data(publisher, pages)
    }


def static_page_head(page):
    """A static page."""
    return _list_head(page.title, page.description, page.get_absolute_url())


def transparency_head(policies):
    """The page of who publishes; `policies` are StaticPages that have a role."""
    description = _("Who publishes %(site)s, by which rules, and what machines may do with its stories.")
    said = description % {"site": identity().name}
    listed = [(page.title, page.get_absolute_url()) for page in policies]
    path = "/about/transparency/"
    data = structured_data.list_data(_("Who publishes, and how"), said, path, stories=listed)
    return _head(_("Who publishes, and how"), said, path, None) | {"structured": data}


def desk_head(desk, cards, before=""):
    """A desk's page with these Cards; `before` is the cursor of an older page."""
    description = desk.description or _("%(desk)s in %(site)s.") % {"desk": desk.name, "site": identity().name}
    return _list_head(desk.name, description, _turned(desk.get_absolute_url(), before=before), cards)


def topic_head(topic, cards, before="", *, picture=None):
    """A topic's page, shown elsewhere by its `picture`, a Photo, if it has one."""
    description = topic.description or _("Everything published about %(topic)s.") % {"topic": topic.name}
    path = _turned(topic.get_absolute_url(), before=before)
    return _list_head(
        topic.name, description, path, cards, trail=[(_("Topics"), TOPICS)], picture=picture, card=topic_card(topic)
    )


def latest_head(cards, before=""):
    """The page of everything, newest first."""
    description = _("Everything in %(site)s, newest first.") % {"site": identity().name}
    return _list_head(_("Latest"), description, _turned("/latest/", before=before), cards)


def archive_head(period=None, cards=(), before=""):
    """A page of the archive: all of it, or a Period's, with the Cards on it."""
    if period is None:
        return _list_head(_("Archive"), _("Everything in %(site)s, by date.") % {"site": identity().name}, ARCHIVE)
    description = _("What %(site)s published: %(period)s.") % {"site": identity().name, "period": period.name}
    trail = [(_("Archive"), ARCHIVE), *((above.name, above.path) for above in period.above)]
    return _list_head(period.name, description, _turned(period.path, before=before), cards, trail=trail)


def corrections_head(before=""):
    """The list of all corrections."""
    description = _("What %(site)s got wrong, and when it was put right.") % {"site": identity().name}
    return _list_head(_("Corrections"), description, _turned("/corrections/", before=before))


def topics_head(after=""):
    """The list of all topics."""
    description = _("All topics in %(site)s.") % {"site": identity().name}
    return _list_head(_("Topics"), description, _turned(TOPICS, after=after))


def people_head(after=""):
    """The list of all people."""
    description = _("The people in %(site)s: who is quoted, named, and writes.") % {"site": identity().name}
    return _list_head(_("People"), description, _turned(PEOPLE, after=after))


def person_head(person, cursor, *, portrait=None, aliases=(), quotes=()):
    """A person's page; `cursor` holds the query parameter of an older page of one of its lists, or nothing."""
    said = _("%(person)s in %(site)s: words, stories and mentions, with dates and sources.")
    description = person.bio or said % {"person": person.name, "site": identity().name}
    path = _turned(person.get_absolute_url(), **cursor)
    names = [alias.name for alias in aliases]
    data = structured_data.profile_data(
        person, description, path, trail=[(_("People"), PEOPLE)], portrait=portrait, aliases=names, quotes=quotes
    )
    return _head(person.name, description, path, portrait or person_card(person), kind="profile") | {"structured": data}


def quotes_head(person, cursor):
    """A person's words, sifted; `cursor` holds what they are sifted by and the page."""
    description = _("What %(person)s said in %(site)s, with dates and sources.")
    path = _turned(f"{person.get_absolute_url()}quotes/", **cursor)
    return _list_head(person.name, description % {"person": person.name, "site": identity().name}, path)


def _list_head(name, description, path, cards=(), *, trail=(), picture=None, card=None):
    """A page of stories, shown elsewhere by its own picture, the first photo on it, or its drawn card."""
    stories = [(each.story.headline, each.story.path) for each in cards]
    data = structured_data.list_data(name, description, path, trail=trail, stories=stories, picture=picture)
    photo = picture or next((each.photo for each in cards if each.photo), None)
    return _head(name, description, path, photo or card) | {"structured": data}


def _head(name, description, path, picture, **kind):
    return {
        "description": description,
        "canonical": absolute_url(path),
        "open_graph": page_open_graph(name, description, path, picture, **kind),
    }


def _turned(path, **cursor):
    """The one address of a page of a list: its path and the cursor that turned to it, nothing else."""
    cursor = {name: value for name, value in cursor.items() if value}
    return f"{path}?{urlencode(cursor)}" if cursor else path
