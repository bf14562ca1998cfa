"""The next story that editors choose: who chooses it, and what is told of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.editorial.permissions import Forbidden
from articles.editorial.site.next_story import NextIsItself, past_pins, pin_next
from articles.embargo import current
from articles.models.pin import Pin
from articles.signals import timeline_changed
from tests.builders import draft_article, editor, reporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed():
    """The ids of the articles whose timelines were said to have changed."""
    ids = []

    def hear(sender, *, article_id, **kwargs):
        ids.append(article_id)

    timeline_changed.connect(hear)
    yield ids
    timeline_changed.disconnect(hear)


def test_pin_leads_on_changes_and_goes(changed, django_capture_on_commit_callbacks):
    article, one, other = draft_article(), draft_article(), draft_article()
    with django_capture_on_commit_callbacks(execute=True):
        assert pin_next(article, one, by=editor()).next == one
        pin_next(article, other, by=editor())
        assert Pin.objects.get(current(timezone.now())).next == other
        assert pin_next(article, None, by=editor()) is None
    assert not Pin.objects.filter(current(timezone.now())).exists()
    assert changed == [article.pk] * 3
    assert [entry.note for entry in article.log.filter(verb="pin")] == ["", f"story {other.pk}", f"story {one.pk}"]


def test_what_was_chosen_before_is_known_by_its_time(time_machine):
    article, one, other = draft_article(), draft_article(), draft_article()
    noon = timezone.now()
    for hour, following in enumerate((one, other, None)):
        time_machine.move_to(noon + timedelta(hours=hour), tick=False)
        pin_next(article, following, by=editor())
    found = [Pin.objects.filter(current(noon + timedelta(minutes=each)), article=article) for each in (0, 59, 60, 120)]
    assert [[pin.next for pin in pins] for pins in found] == [[one], [one], [other], []]


def test_past_choices_are_those_that_ended_the_last_first_and_say_who_made_them(time_machine):
    article, one, other, ada = draft_article(), draft_article(), draft_article(), editor()
    noon = timezone.now()
    for hour, following in enumerate((one, other, one)):
        time_machine.move_to(noon + timedelta(hours=hour), tick=False)
        pin_next(article, following, by=ada)
    pin_next(article, other, by=ada)  # at once, so that readers never had what was chosen before
    found = [(pin.next, pin.made_by, pin.ends_at) for pin in past_pins(article, timezone.now())]
    assert found == [(other, ada, noon + timedelta(hours=2)), (one, ada, noon + timedelta(hours=1))]
    assert not past_pins(one, timezone.now())


def test_pin_to_the_story_itself_or_by_a_reporter_is_refused():
    article, ada = draft_article(), reporter()
    with pytest.raises(NextIsItself, match="can't lead readers to itself"):
        pin_next(article, article, by=editor())
    with pytest.raises(Forbidden, match="choose the next story"):
        pin_next(article, draft_article(), by=ada)
    assert not Pin.objects.exists()


def test_a_choice_made_before_the_clock_was_put_back_gives_way_to_the_newer_one(time_machine):
    article, one, other = draft_article(), draft_article(), draft_article()
    noon = timezone.now()
    time_machine.move_to(noon + timedelta(hours=1), tick=False)
    pin_next(article, one, by=editor())
    time_machine.move_to(noon, tick=False)
    pin_next(article, other, by=editor())
    assert [pin.next for pin in Pin.objects.filter(article=article)] == [other]
