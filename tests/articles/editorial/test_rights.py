"""Who may do what, as one table: every verb, by every role, on own stories and others', on their desk and off it.

The verbs themselves are tried, not the predicates: a screen that forgot to ask would be refused all the same.
"""

import itertools
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from articles.editorial.directory.suggested_people import accept, drop
from articles.editorial.notes.comments import comment
from articles.editorial.permissions import Forbidden
from articles.editorial.publishing import publish, redact, republish, schedule, withdraw
from articles.editorial.shelves.templates import make_template
from articles.editorial.site.language_versions import say_same
from articles.editorial.site.next_story import pin_next
from articles.editorial.site.private_history import set_history_private
from articles.editorial.writing import autosave, delete_story, drafts, preview_links, review
from articles.editorial.writing.assignment import assign
from articles.editorial.writing.revert import revert
from articles.editorial.writing.revisions import name_revision
from tests import builders

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


def a_translation():
    """A live story in another language."""
    return builders.live_article(language="uk")


def _save(article, by):
    drafts.save(article, by=by, version=article.version, headline="Another")


def _publish_later(article, by):
    schedule.schedule(article, by=by, at=timezone.now() + SOON)


def _redact(article, by):
    redact.redact(article, by=by, reason="By order of a court")


def _autosave(article, by):
    autosave.autosave(article, by=by, sheet=uuid4(), version=article.version, headline="Another")


def _place_photos(article, by):
    photo = builders.a_photo()
    figure = f'<figure data-photo="{photo.pk}" data-credit="Ana"><figcaption>A ferry.</figcaption></figure>'
    lead = {"lead_photo": photo, "lead_caption": "A ferry.", "lead_credit": "Ana"}
    drafts.save(article, by=by, version=article.version, body=article.body + figure, **lead)


def _autosave_photos(article, by):
    lead = {"lead_photo": builders.a_photo(), "lead_caption": "A ferry."}
    autosave.autosave(article, by=by, sheet=uuid4(), version=article.version, **lead)


def _go_back(article, by):
    revert(article, by=by, version=article.version, revision=article.revisions.get())


# Each verb with the state of the story that it is for.
VERBS = {
    "save": (builders.draft_article, _save),
    "place photos": (builders.draft_article, _place_photos),
    "place photos live": (builders.live_article, _place_photos),
    "autosave photos": (builders.draft_article, _autosave_photos),
    "submit": (builders.draft_article, lambda article, by: review.submit(article, by=by)),
    "take back": (builders.submitted_article, lambda article, by: review.take_back(article, by=by)),
    "comment": (builders.draft_article, lambda article, by: comment(article, by=by, text="Who says?")),
    "assign": (builders.draft_article, lambda article, by: assign(article, builders.reporter(), by=by)),
    "approve": (builders.submitted_article, lambda article, by: review.approve(article, by=by)),
    "send back": (builders.submitted_article, lambda article, by: review.send_back(article, by=by, note="Who says?")),
    "publish": (builders.draft_article, lambda article, by: publish.publish(article, by=by)),
    "schedule": (builders.draft_article, _publish_later),
    "cancel": (builders.scheduled_article, lambda article, by: schedule.cancel(article, by=by)),
    "withdraw": (builders.live_article, lambda article, by: withdraw.withdraw(article, by=by)),
    "restore": (builders.withdrawn_article, lambda article, by: withdraw.restore(article, by=by)),
    "expire": (builders.live_article, lambda article, by: schedule.expire(article, by=by, at=timezone.now() + SOON)),
    "republish": (builders.reworded_article, lambda article, by: republish.republish(article, by=by)),
    "correct": (builders.live_article, lambda article, by: publish.correct(article, by=by, text="It was May.")),
    "redact": (builders.withdrawn_article, _redact),
    "copy": (builders.draft_article, lambda article, by: drafts.duplicate(article, by=by)),
    "name revision": (builders.draft_article, lambda article, by: name_revision(article, 1, "legal read", by=by)),
    "make template": (builders.draft_article, lambda article, by: make_template("Obituary", by=by, of=article)),
    "delete": (builders.draft_article, lambda article, by: delete_story.delete(article, by=by)),
    "autosave": (builders.draft_article, _autosave),
    "go back": (builders.draft_article, _go_back),
    "keep private": (builders.live_article, lambda article, by: set_history_private(article, True, by=by)),
    "accept person": (builders.naming_article, lambda article, by: accept(article.suggestions.all(), by=by)),
    "drop person": (builders.naming_article, lambda article, by: drop(article.suggestions.all(), by=by)),
    "pin": (builders.live_article, lambda article, by: pin_next(article, builders.live_article(), by=by)),
    "version": (builders.live_article, lambda article, by: say_same(article, a_translation(), by=by)),
    "share": (builders.draft_article, lambda article, by: preview_links.share(article, by=by, days=7)),
    "revoke": (builders.shared_article, lambda article, by: preview_links.revoke(article.preview_links.get(), by=by)),
}
PICTURES = {"place photos", "place photos live", "autosave photos"}
WRITING = PICTURES | {
    "save",
    "autosave",
    "go back",
    "submit",
    "take back",
    "copy",
    "name revision",
    "delete",
    "share",
    "revoke",
    "accept person",
    "drop person",
}
READING = {"comment"}
EVERYTHING = set(VERBS)
EDITING = EVERYTHING - {"redact", "make template"}
ROLES = {
    "reporter": builders.reporter,
    "editor": builders.editor,
    "photo editor": builders.photo_editor,
    "chief": builders.chief,
    "stranger": builders.stranger,
}
# (role, whose story, where) → what they may do; every combination that is not here may do nothing.
MAY = {
    ("reporter", "own", "on desk"): WRITING,
    ("reporter", "own", "off desk"): WRITING,
    ("reporter", "own", "no desks"): WRITING,
    ("photo editor", "own", "on desk"): PICTURES,
    ("photo editor", "own", "no desks"): PICTURES,
    ("photo editor", "other", "on desk"): PICTURES,
    ("photo editor", "other", "no desks"): PICTURES,
    ("editor", "own", "on desk"): EDITING,
    ("editor", "own", "off desk"): WRITING,
    ("editor", "own", "no desks"): EDITING,
    ("editor", "other", "on desk"): EDITING,
    ("editor", "other", "no desks"): EDITING,
    ("chief", "own", "on desk"): EVERYTHING,
    ("chief", "own", "off desk"): WRITING,
    ("chief", "own", "no desks"): EVERYTHING,
    ("chief", "other", "on desk"): EVERYTHING,
    ("chief", "other", "no desks"): EVERYTHING,
}
WHERE = {"on desk": ["World"], "off desk": ["Sport"], "no desks": []}
EVERY = list(itertools.product(VERBS, ROLES, ("own", "other"), WHERE))


def try_it(verb, role, whose, where):
    """Whether the verb, tried by such a person, was allowed."""
    make, action = VERBS[verb]
    user = ROLES[role]()
    user.desks.set([builders.a_desk(name) for name in WHERE[where]])
    article = make(desk=builders.a_desk("World"))
    if whose == "own":
        type(article).objects.filter(pk=article.pk).update(created_by=user)
    article.refresh_from_db()
    logged = article.log.count()
    try:
        action(article, user)
    except Forbidden:
        assert article.log.count() == logged, "a refusal left something behind"
        return False
    return True


def may(role, whose, where):
    """The verbs of the table; out of review only its writer takes a story, whatever else others may do with it."""
    found = MAY.get((role, whose, where), set()) - ({"take back"} if whose == "other" else set())
    return found | ({"make template"} if role == "chief" else set())  # of what others wrote, and off the desk, too


@pytest.mark.once  # who may is decided on rows that were read, by the same code whatever they were read from
@pytest.mark.parametrize(("verb", "role", "whose", "where"), EVERY)
def test_verb_is_for_those_in_the_table_and_for_nobody_else(verb, role, whose, where):
    reading = READING if role != "stranger" else set()
    allowed = may(role, whose, where) | reading
    assert try_it(verb, role, whose, where) == (verb in allowed)


@pytest.mark.parametrize(("role", "whose"), [("editor", "own"), ("editor", "other"), ("chief", "own")])
def test_four_eyes_keep_somebody_from_deciding_on_their_own_story(settings, role, whose):
    settings.FOUR_EYES = True
    allowed = {verb for verb in VERBS if try_it(verb, role, whose, "no desks")}
    own_eyes = {"approve", "send back", "publish", "schedule", "correct"}
    every = may(role, whose, "no desks")
    assert allowed == (every - own_eyes if whose == "own" else every)


def test_four_eyes_let_somebody_publish_what_another_has_approved(settings):
    settings.FOUR_EYES = True
    writer, other = builders.editor(), builders.editor()
    article = review.submit(builders.draft_article(by=writer), by=writer)
    review.approve(article, by=other)
    publish.publish(article, by=writer)
    article.refresh_from_db()
    article = drafts.save(article, by=writer, version=article.version, headline="Changed since")
    with pytest.raises(Forbidden, match="before somebody else has approved it"):
        publish.publish(article, by=writer)


def test_four_eyes_leave_imports_alone(settings):
    settings.FOUR_EYES = True
    assert builders.live_edition(builders.live_article())


def test_desks_of_somebody_are_asked_once(django_assert_num_queries):
    user, desk = builders.editor(), builders.a_desk()
    user.desks.add(desk)
    with django_assert_num_queries(1):
        assert [user.desk_ids(), user.desk_ids()] == [{desk.pk}, {desk.pk}]
    assert type(user)().desk_ids() == frozenset()
