"""What points to people, topics and desks: moving it from one to another, and putting it back just as it was.

Readers see words of the past under the names of today, so pointers are the one thing in a published edition that moves.
Rows are changed by id, never made anew, and what moved is written down: a list of ids a field. Where an edition would
point to one row twice, the second of the two is taken out and kept in the record.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.utils import timezone

from articles.models.article import Article, ArticleByline
from articles.models.desk import Desk
from articles.models.edition import Byline, Edition, EditionTopic, Mention
from articles.models.person import Person, PersonAlias
from articles.models.person_suggestion import PersonSuggestion
from articles.models.publisher import StaticPage
from articles.models.section import PhotoPlacement, Quote, Section
from articles.models.top_story import TopStory
from articles.models.topic import ArticleTopic, Topic
from articles.text.body.person_links import places_now, repointed, words_marked

BATCH = 500


@dataclass(frozen=True)
class Pointer:
    """A field that points to the directory: how its row belongs to a story, and what it may point to only `once_in`.

    Of a row of an edition `since` leads to the moment from which readers have it; that of a working copy `is_draft`. A
    row `between` two of a kind names
    the field for the other one: it is of no use where both would be the same; such rows are facts of the two.
    """

    model: type[models.Model]
    field: str
    article: str = ""
    once_in: str = ""
    between: str = ""
    since: str = ""
    is_draft: bool = False


@dataclass(frozen=True)
class Text:
    """A field with HTML whose marks point to people. `is_published`: only stories that point to them can have some."""

    model: type[models.Model]
    field: str
    article: str = ""
    is_published: bool = False

    @property
    def is_draft(self):
        """Whether it is a working copy's."""
        return bool(self.article) and not self.is_published


STARTS = "edition__goes_live_at"
POINTERS = {
    "person": (
        Pointer(Quote, "person", "article", since=STARTS),
        Pointer(Mention, "person", "article", once_in="edition", since=STARTS),
        Pointer(Byline, "person", "article", once_in="edition", since=STARTS),
        Pointer(ArticleByline, "person", "article", once_in="article", is_draft=True),
        Pointer(PersonSuggestion, "person", "article"),
        Pointer(PersonAlias, "person", once_in="key"),
        Pointer(Person, "redirects_to"),
    ),
    "topic": (
        Pointer(EditionTopic, "topic", "article", once_in="edition", since=STARTS),
        Pointer(ArticleTopic, "tag", "content_object", once_in="content_object", is_draft=True),
        Pointer(Article, "lead_topic", "pk", is_draft=True),
        Pointer(Topic.related.through, "from_topic", once_in="to_topic", between="to_topic"),
        Pointer(Topic.related.through, "to_topic", once_in="from_topic", between="from_topic"),
        Pointer(Topic, "redirects_to"),
    ),
    "desk": (
        Pointer(Edition, "desk", "article", since="goes_live_at"),
        Pointer(Article, "desk", "pk", is_draft=True),
        Pointer(TopStory, "desk", "article", once_in="article"),
        Pointer(Desk, "redirects_to"),
    ),
}
TEXTS = {
    "person": (
        Text(Section, "html", "edition__article", is_published=True),
        Text(Section, "heading", "edition__article", is_published=True),
        Text(PhotoPlacement, "caption", "article", is_published=True),
        Text(Article, "body", "pk"),
        Text(StaticPage, "body"),
    )
}


def kind_of(row):
    """The name of the row's model: "person", "topic" or "desk"."""
    return row._meta.model_name


def stories_of(row):
    """The ids of all articles of which an edition or the working copy points to `row`: a set."""
    others = (each for each in POINTERS[kind_of(row)] if each.article and not each.is_draft)
    return working_copies_of(row).union(*(_articles(_pointing(each, row.pk), each) for each in others))


def working_copies_of(row):
    """The ids of all articles of which the working copy points to `row`: a set."""
    kind = kind_of(row)
    found = set().union(*(_articles(_pointing(each, row.pk), each) for each in POINTERS[kind] if each.is_draft))
    for text in TEXTS.get(kind, ()):
        if text.is_draft:
            found.update(_marked(text, row.pk).order_by().values_list(text.article, flat=True))
    return found


def is_known(row, now):
    """Whether readers ever had it: a desk, what a page of the house names, what an edition begun by `now` points to."""
    kind = kind_of(row)
    pages = [_marked(text, row.pk).filter(is_public=True) for text in TEXTS.get(kind, ()) if not text.article]
    past = [_pointing(each, row.pk).filter(**{f"{each.since}__lte": now}) for each in POINTERS[kind] if each.since]
    return kind == "desk" or any(rows.exists() for rows in (*past, *pages))


def move(old, new, *, articles=None, with_facts=True):
    """Point everything that points to `old` to `new`, or only what belongs to these `articles` (ids); returns a record.

    Inside the caller's transaction, with the articles locked. Facts are what no story says, such as what `old` is
    related to. The record is JSON for `put_back`.
    """
    kind, record = kind_of(old), {"rows": [], "removed": [], "texts": []}
    published = stories_of(old) if articles is None else articles
    for pointer in POINTERS[kind]:
        if pointer.article or (articles is None and (with_facts or not pointer.between)):
            _move_rows(pointer, old.pk, new.pk, articles, record)
    for text in TEXTS.get(kind, ()):
        if articles is None or text.article:
            within = published if text.is_published else articles
            _move_marks(text, old.pk, new.pk, within, record)
    return record


def put_back(record, old, new):
    """Undo `move(old, new)` by its record, wherever things still stand as it left them."""
    for label, field, keys in record["rows"]:
        for some in batches(keys):
            _all(apps.get_model(label)).filter(pk__in=some, **{field: new.pk}).update(**{field: old.pk})
    for label, values in record["removed"]:
        _insert(apps.get_model(label), values)
    for label, field, places, *marks in record["texts"]:
        _put_marks_back(apps.get_model(label), field, places, marks[0] if marks else {}, old.pk, new.pk)


def _articles(rows, pointer):
    """The ids of the articles to which rows belong that point somewhere."""
    return rows.order_by().values_list(pointer.article, flat=True).distinct()


def _all(model):
    """Every row of a model, those that lead elsewhere too."""
    return model._base_manager.all()


def _pointing(pointer, pk, articles=None):
    """The rows that point to `pk`, of these articles if given."""
    rows = _all(pointer.model).filter(**{pointer.field: pk})
    return rows if articles is None else rows.filter(**{f"{pointer.article}__in": articles})


def _marked(text, pk):
    """The rows whose HTML may have a mark that points to `pk`."""
    return _all(text.model).filter(**{f"{text.field}__contains": f'data-person="{pk}"'})


def _move_rows(pointer, old, new, articles, record):
    """Re-point the rows of one kind, and write down which."""
    if pointer.between:
        remove(_pointing(pointer, old).filter(**{pointer.between: new}), record)
    if pointer.once_in:
        _part_twins(pointer, old, new, articles, record)
    keys = list(_pointing(pointer, old, articles).order_by("pk").values_list("pk", flat=True))
    for some in batches(keys):
        _all(pointer.model).filter(pk__in=some).update(**{pointer.field: new})
    if keys:
        record["rows"].append([pointer.model._meta.label, pointer.field, keys])


def _part_twins(pointer, old, new, articles, record):
    """Take out one row of each pair that would become twins: the one that comes second, so that a lead topic leads.

    Of two names the one stays that readers know.
    """
    once = pointer.model._meta.get_field(pointer.once_in).attname
    shared = _pointing(pointer, old, articles).values(pointer.once_in)
    theirs = {getattr(row, once): row for row in _pointing(pointer, new).filter(**{f"{pointer.once_in}__in": shared})}
    for some in batches([*theirs]):
        for row in _pointing(pointer, old, articles).filter(**{f"{once}__in": some}):
            pair = (row, theirs[getattr(row, once)])
            second = max(
                pair, key=lambda each: (getattr(each, "is_private", False), getattr(each, "position", 0), each.pk)
            )
            remove([second], record)


def remove(rows, record):
    """Take rows out, and write into a record of `move` what they were."""
    for row in rows:
        record["removed"].append([row._meta.label, _values(row)])
        _all(type(row)).filter(pk=row.pk).delete()


def _values(row):
    """The columns of a row as JSON has them, moments to the microsecond."""
    return {
        field.attname: None if getattr(row, field.attname) is None else field.value_to_string(row)
        for field in row._meta.concrete_fields
    }


def _insert(model, values):
    """Put a removed row back, unless what it belonged to is gone or has such a row again."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    values = {name: value if value is None else fields[name].to_python(value) for name, value in values.items()}
    owners = [(field, values[name]) for name, field in fields.items() if field.is_relation]
    if all(_all(field.related_model).filter(pk=pk).exists() for field, pk in owners):
        model._base_manager.bulk_create([model(**values)], ignore_conflicts=True)


def _move_marks(text, old, new, articles, record):
    """Re-point the marks in one kind of text, and write down which."""
    if articles is None:
        rows = _marked(text, old)
        _change_marks(rows, text, old, new, record)
        return
    for some in batches(sorted(articles)):
        _change_marks(_marked(text, old).filter(**{f"{text.article}__in": some}), text, old, new, record)


def _change_marks(rows, text, old, new, record):
    """Re-point the marks in these rows; write down which, and of what can be rewritten the words under all marks."""
    places, marks = {}, {}
    for pk, html in list(rows.order_by("pk").values_list("pk", text.field)):
        changed, found = repointed(html, old, new)
        if found:
            _all(text.model).filter(pk=pk).update(**{text.field: changed})
            places[str(pk)] = found
            if not text.is_published:
                marks[str(pk)] = words_marked(html)
    if places:
        record["texts"].append([text.model._meta.label, text.field, places, marks])


def _put_marks_back(model, field, places, marks, old, new):
    """Point the marks at these places to `old` again, where they still point to `new`, in rewritten text too."""
    for some in batches([*places]):
        for pk, html in list(_all(model).filter(pk__in=some).values_list("pk", field)):
            within = places_now(html, places[str(pk)], marks[str(pk)]) if str(pk) in marks else places[str(pk)]
            changed, found = repointed(html, new, old, within)
            if found:
                _all(model).filter(pk=pk).update(**{field: changed})


def batches(keys):
    """The keys in lists of at most BATCH: no database takes any number of values in a question."""
    keys = list(keys)
    return [keys[start : start + BATCH] for start in range(0, len(keys), BATCH)]


@dataclass(frozen=True)
class Extent:
    """How much points to a row: stories that readers have or had with it, the quotes that they have now, working copies
    of stories besides, and stories that are scheduled with it and were never out with it before.
    """

    stories: int
    quotes: int
    drafts: int
    scheduled: int = 0


def extent_of(row):
    """The Extent of what a merge of `row` would move."""
    now, kind, started, pending = timezone.now(), kind_of(row), set(), set()
    for pointer in POINTERS[kind]:
        if pointer.since:
            rows = _articles(_pointing(pointer, row.pk), pointer)
            started.update(rows.filter(**{f"{pointer.since}__lte": now}))
            pending.update(rows.filter(**{f"{pointer.since}__gt": now}))
    quotes = Quote.objects.live(now).filter(person=row.pk).count() if kind == "person" else 0
    drafts = stories_of(row) - started - pending
    return Extent(len(started), quotes, len(drafts), len(pending - started))


def published_between(record, new, since, until, now):
    """The ids of the articles whose working copy a `move` to `new` changed, and that were published under it since.

    After `since` and up to `until`; readers have that edition at `now`, or will have it.
    """
    editions = _all(Edition).filter(made_at__gt=since, made_at__lte=until, ends_at__gt=now)
    found = set()
    for some in batches(sorted(stories_moved(record, kind_of(new), only_drafts=True))):
        within = editions.filter(article__in=some).values("pk")
        for pointer in POINTERS[kind_of(new)]:
            if pointer.since:
                edition = pointer.since.removesuffix("goes_live_at") + "pk__in"
                rows = _pointing(pointer, new.pk).filter(**{edition: within})
                found.update(_articles(rows, pointer))
    return found


def stories_moved(record, kind, *, only_drafts=False):
    """The ids of the articles that a `move` of this kind changed, a set; `only_drafts` of those whose working copy."""
    places = {
        (each.model._meta.label, each.field): each
        for each in (*POINTERS[kind], *TEXTS.get(kind, ()))
        if each.article and (each.is_draft or not only_drafts)
    }
    found = set()
    for label, field, keys, *_ in (*record["rows"], *record["texts"]):
        if (label, field) in places:
            for some in batches([*keys]):
                found.update(_articles(_all(apps.get_model(label)).filter(pk__in=some), places[label, field]))
    lists = {label: f"{each.article}_id" for (label, _), each in places.items() if getattr(each, "once_in", "")}
    return found | {int(values[lists[label]]) for label, values in record["removed"] if label in lists}
