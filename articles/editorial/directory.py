"""The directory: finding people, topics and desks by name, making those that are missing."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from articles.editorial.drafts import record
from articles.editorial.permissions import may_keep_directory, require
from articles.editorial.refusals import Refusal
from articles.models.desk import Desk, reserved_segments
from articles.models.house import HousePage
from articles.models.naming import KEY_AT_MOST, NAME_AT_MOST, slug_for
from articles.models.person import Person
from articles.models.pin import Pin
from articles.models.topic import Topic
from articles.signals import directory_changed, timeline_changed
from articles.text.characters import one_line
from articles.text.folding import fold


class NameNeeded(Refusal):
    """A name without a letter or digit names nothing."""

    def __init__(self, name):
        """Quote what was given."""
        super().__init__(f"“{name}” is no name: it needs at least one letter or digit.")


class NameTooLong(Refusal):
    """A name that has no room in the directory, and is no name but a sentence."""

    def __init__(self, name):
        """Quote its beginning."""
        super().__init__(f"“{name[:40]}…” is too long for a name: at most {NAME_AT_MOST} characters fit.")


class SeveralPeople(Refusal):
    """A name that two people share does not say who is meant."""

    def __init__(self, name):
        """Quote the name."""
        super().__init__(f"Several people are called “{name}”. Choose one of them in the admin.")


class LeadsToItself(Refusal):
    """A story can't be its own next story."""

    def __init__(self):
        """Say so."""
        super().__init__("A story can't lead readers to itself. Choose another one.")


def desk_named(name, *, by, **facts):
    """The Desk called `name`, however its case and accents are written; made with `facts` when missing.

    Raises NameNeeded, NameTooLong and, when it has to be made, what `keep` raises.
    """
    return _found_or_made(Desk.objects.filter(key=key_of(name)), name, by, facts)


def topic_named(name, *, by, **facts):
    """The Topic called `name`, however its case and accents are written; made with `facts` when missing.

    Raises NameNeeded, NameTooLong and, when it has to be made, what `keep` raises.
    """
    return _found_or_made(Topic.objects.filter(key=key_of(name)), name, by, facts)


def person_named(name, *, by, **facts):
    """The one Person with that name or alias; made with `facts` (role, on_staff …) when missing.

    Raises SeveralPeople when the name is not enough, NameNeeded, NameTooLong and, to make one, what `keep` raises.
    """
    return _found_or_made(Person.objects.called(key_of(name)), name, by, facts)


def keep(row, *, by):
    """Save a new or changed person, topic or desk under a slug that stays; returns it.

    An empty slug is made from the name; the slug of a row that exists is left as it is. Raises Forbidden, NameNeeded,
    NameTooLong, and ValidationError when a value does not fit or a twin exists.
    """
    kind, is_new = row._meta.model_name, row.pk is None
    require(may_keep_directory(by, kind), f"{'add' if is_new else 'change'} a {kind}")
    key_of(row.name)
    with transaction.atomic():
        lock_directory()
        row.name = _written(row.name)
        if is_new:
            row.slug = row.slug or _free_slug(type(row), row.name, kind)
        else:
            row.slug = type(row).objects.select_for_update().get(pk=row.pk).slug
        row.full_clean()
        row.save()
        record(None, f"{'add' if is_new else 'change'} {kind}", by, row.name)
        transaction.on_commit(lambda: directory_changed.send(sender=None))
    return row


def pin_next(article, following, *, by):
    """Lead readers of `article` to `following` first; None takes the pin away. Returns the Pin or None.

    Raises Forbidden or LeadsToItself.
    """
    require(may_keep_directory(by, "pin"), "choose the next story")
    if following == article:
        raise LeadsToItself
    with transaction.atomic():
        if following is None:
            Pin.objects.filter(article=article).delete()
            pin = None
        else:
            pin, _ = Pin.objects.update_or_create(article=article, defaults={"next": following})
        record(article, "pin", by, str(following or ""))
        transaction.on_commit(lambda: timeline_changed.send(sender=None, article_id=article.pk))
    return pin


def key_of(name):
    """The folded key by which a name is compared. Raises NameNeeded or NameTooLong."""
    key = fold(name)
    if not any(sign.isalnum() for sign in key):
        raise NameNeeded(name)
    if len(_written(name)) > NAME_AT_MOST or len(key) > KEY_AT_MOST:
        raise NameTooLong(name)
    return key


def _written(name):
    """A name as the directory keeps it: on one line, with plain single spaces."""
    return " ".join(one_line(name).split())


def lock_directory():
    """Let nobody else change the directory until the transaction ends. Needs one to be open.

    Its unique names and addresses are looked for before they are written, and a row that is not there yet can't be
    locked; so one that always is stands for them all. Rows that merely refer to it (Django's own log) don't wait.
    """
    ContentType.objects.select_for_update(no_key=True).get(app_label="articles", model="person")


def _found_or_made(matching, name, by, facts):
    """The only row of `matching`, a QuerySet of those with that name; made when there is none. Raises SeveralPeople."""
    known = list(matching[:2])
    if not known:
        with transaction.atomic():
            lock_directory()  # somebody may be making it at this moment
            known = list(matching[:2]) or [keep(matching.model(name=name, **facts), by=by)]
    if len(known) > 1:
        raise SeveralPeople(name)
    return known[0]


def _taken_by_pages():
    """The first segments of addresses that desks may not have."""
    return reserved_segments() | set(HousePage.objects.values_list("slug", flat=True))


def _free_slug(model, name, kind):
    """The slug of `name`, numbered when it is taken or belongs to the site; it fits its field."""
    base = slug_for(name, kind=kind)
    if model is Desk and base.isdigit():
        base = f"{kind}-{base}"
    belongs_to_site = _taken_by_pages() if model is Desk else ()
    longest, slug, number = model._meta.get_field("slug").max_length, base, 2
    while slug in belongs_to_site or model.objects.filter(slug=slug).exists():
        ending = f"-{number}"
        slug, number = f"{base[: longest - len(ending)].rstrip('-')}{ending}", number + 1
    return slug
