"""Builders named by state, and a small cast: what tests say instead of how rows are made."""

import io
import itertools
from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image

from articles.editorial.directory import entries
from articles.editorial.publishing import publish, schedule, withdraw
from articles.editorial.publishing.correction_prompt import NO_CORRECTION
from articles.editorial.site import front_order, publisher
from articles.editorial.writing import drafts, preview_links, review
from articles.models.person import Person, PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.publisher import StaticPage
from articles.models.user import User
from media.ingest import ingest, update

_numbers = itertools.count(1)
BODY = "<p>The bridge was opened on Monday.</p><p>It had been closed for a year.</p>"


def user_in(*groups, username=None, **fields):
    """A member of staff in the named groups."""
    user = User.objects.create_user(username or f"user-{next(_numbers)}", is_staff=True, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def reporter(**fields):
    """Somebody who writes and submits their own stories."""
    return user_in("reporter", **fields)


def editor(**fields):
    """Somebody who edits and publishes."""
    return user_in("editor", **fields)


def photo_editor(**fields):
    """Somebody who keeps the photo library."""
    return user_in("photo editor", **fields)


def chief(**fields):
    """Somebody who may do everything."""
    return user_in("chief", **fields)


def stranger(**fields):
    """A user without any right."""
    return user_in(**fields)


def system():
    """The user that imports act as."""
    return User.objects.get(username="system")


def a_desk(name="World", **facts):
    """A desk, the same one for the same name."""
    return entries.get_or_create_desk(name, by=system(), **facts)


def a_topic(name="Bridges"):
    """A topic, the same one for the same name."""
    return entries.get_or_create_topic(name, by=system())


def a_person(name=None, *, aliases=(), **facts):
    """A new person."""
    name = name or f"Ada Person {next(_numbers)}"
    person = Person.objects.create(name=name, slug=f"person-{next(_numbers)}", **facts)
    for alias in aliases:
        PersonAlias.objects.create(person=person, name=alias)
    return person


def a_static_page(title="About us", slug="about", **fields):
    """A static page that readers see, unless `fields` say otherwise."""
    return publisher.save_static_page(StaticPage(title=title, slug=slug, **{"body": BODY} | fields), by=system())


def picture_bytes(width=64, height=48, colour=None, format="JPEG"):
    """The bytes of a picture, another one at each call unless `colour` is given."""
    number = next(_numbers)
    out = io.BytesIO()
    # JPEG rounds neighbouring colours to one, so the number is written into the file too.
    words = {} if colour else {"comment": f"Number {number}"}
    Image.new("RGB", (width, height), colour or (number % 256, number // 256 % 256, 77)).save(out, format, **words)
    return out.getvalue()


def a_photo(width=64, height=48, **words):
    """A new photo with alt text and credit, unless `words` say otherwise."""
    words = {"alt": "A bridge.", "credit": "Photo: Ada Lens", "caption": "The bridge."} | words
    return ingest(picture_bytes(width, height), by=system(), **words)


def draft_article(*, by=None, **fields):
    """A story nobody published, ready to be."""
    number = next(_numbers)
    fields = {"headline": f"Bridge {number} Opens", "dek": f"Number {number}.", "body": BODY} | fields
    fields.setdefault("desk", a_desk())
    return drafts.begin(by=by or system(), **fields)


def a_suggestion(article, name="Bo Lind", title="Mayor", **facts):
    """A name that waits in a story, as an import would leave it."""
    written = f"{title} {name}".strip()
    return PersonSuggestion.objects.create(article=article, name=name, title=title, as_written=written, **facts)


def naming_article(**fields):
    """A draft that names somebody who waits to be accepted."""
    article = draft_article(**{"body": "<p>It rained, Mayor Bo Lind said.</p>"} | fields)
    a_suggestion(article)
    return article


def submitted_article(*, by=None, **fields):
    """A story in review."""
    return review.submit(draft_article(by=by, **fields), by=by or system())


def put_out(article, *, at=None):
    """Publish what is written, now or at `at`; it needs no correction, whatever it changes. Returns the Edition."""
    if at is None:
        return publish.publish(article, by=system(), correction=NO_CORRECTION)
    return schedule.schedule(article, by=system(), at=at, correction=NO_CORRECTION)


def live_article(**fields):
    """A story readers see from now on."""
    article = draft_article(**fields)
    put_out(article)
    article.refresh_from_db()
    return article


def scheduled_article(at=None, **fields):
    """A story that goes live at `at`, an hour from now unless said."""
    article = draft_article(**fields)
    put_out(article, at=at or timezone.now() + timedelta(hours=1))
    article.refresh_from_db()
    return article


def reworded_article(**fields):
    """A live story whose lead photo the library captions anew since it was published."""
    photo = a_photo(caption="The bridge, from the west.")
    article = live_article(lead_photo=photo, **fields)
    update(photo, None, caption="The bridge, from the east.")
    return article


def withdrawn_article(notice="It was wrong.", **fields):
    """A story that was live and is not any more."""
    article = live_article(**fields)
    withdraw.withdraw(article, by=system(), notice=notice)
    return article


def shared_article(**fields):
    """A draft with a link that shows it for a week; `article.preview_links.get()` is that link."""
    article = draft_article(**fields)
    preview_links.share(article, by=system(), days=7)
    return article


def edited(article, **fields):
    """The article after a save with these fields changed; readers see nothing of it."""
    article.refresh_from_db()
    return drafts.save(article, by=system(), version=article.version, **fields)


def live_edition(article):
    """The edition of the article that readers see now."""
    return article.editions.live(timezone.now()).get()


def put_on_top(*ids, desk=None, at=None, by=None):
    """Let the articles of these ids stand on top of a desk's page, or of the front page, from now or a moment on."""
    by = by or system()
    draft = front_order.draft_of(desk)
    seen = draft.stories() if draft else front_order.front_order(desk)
    kept = front_order.keep_order(ids, by=by, expected=seen, desk=desk, order=draft)
    return front_order.let_hold(kept, by=by, expected=kept.stories(), at=at)
