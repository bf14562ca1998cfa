"""The publish sheet: what it shows and asks, what it does with the answers, and who never sees it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.editorial.publishing import schedule
from articles.editorial.writing import drafts
from articles.models.staff_message import StaffMessage, Told
from tests import builders
from tests.articles.admin.forms import change_url, local, messages_of, press, verbs_on

OLD, NEW = "<p>The bridge cost 12 million.</p>", "<p>The bridge cost 14 million.</p>"


@pytest.fixture
def story(db):
    return builders.live_article(dek="So it is.", body=OLD)


def sheet_url(article):
    return reverse("admin:articles_article_publish_sheet", args=[article.pk])


def of_class(page, name):
    """The elements of a class on the sheet."""
    path = f"//*[@data-publish-sheet]//*[contains(concat(' ', @class, ' '), ' {name} ')]"
    return html.fromstring(page.content.decode()).xpath(path)


def marked(page, condition):
    """The elements on the sheet that an XPath condition is true of."""
    return html.fromstring(page.content.decode()).xpath(f"//*[@data-publish-sheet]//*[{condition}]")


def answer(client, article, **given):
    """Answer the question as the page shows it; returns the page that follows."""
    page = html.fromstring(client.get(sheet_url(article)).content.decode())
    shown = dict(page.xpath("//form[@class='publish-form']")[0].form_values())
    return client.post(sheet_url(article), shown | given, follow=True)


def test_publishing_touched_facts_asks_first_and_has_saved(editor, story):
    page = press(editor, story, "publish", body=NEW)
    assert page.redirect_chain[-1][0] == sheet_url(story)
    text = page.content.decode()
    assert "<del>12</del> <ins>14</ins>" in text
    assert "it is 14, not 12." in text
    story.refresh_from_db()
    assert story.body == NEW
    assert builders.live_edition(story).sections.get().html == OLD


def test_scheduling_touched_facts_asks_with_the_time(editor, story):
    at = timezone.now() + timedelta(hours=3)
    page = press(editor, story, "schedule", body=NEW, publish_at=local(at))
    assert f'value="{local(at)}"' in page.content.decode()
    page = answer(editor, story, notice="clarification", publish_at=local(at))
    assert "Scheduled with a clarification" in messages_of(page)
    assert story.corrections.get().goes_live_at == at.replace(microsecond=0)


def test_correction_goes_out_with_its_note(editor, story):
    press(editor, story, "publish", body=NEW)
    page = answer(editor, story, notice="correction", text="It cost 14 million.")
    assert "Published with a correction" in messages_of(page)
    assert builders.live_edition(story).sections.get().html == NEW
    assert story.corrections.get().text == "It cost 14 million."


def test_no_notice_goes_out_without_one(editor, story):
    press(editor, story, "publish", body=NEW)
    assert "Published: " in messages_of(answer(editor, story, notice="none"))
    assert not story.corrections.exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "This field is required."),
        ({"notice": "correction", "text": ""}, "Say what was wrong"),
        ({"notice": "none", "version": 999}, "Somebody changed the story"),
        ({"notice": "correction", "publish_at": "2001-01-01T00:00"}, "has passed"),
    ],
)
def test_answer_that_can_not_be_taken_says_why_and_publishes_nothing(editor, story, given, said):
    press(editor, story, "publish", body=NEW)
    assert said in answer(editor, story, **given).content.decode()
    assert story.editions.count() == 1


def test_page_asked_before_a_colleague_saved_asks_again(editor, story):
    press(editor, story, "publish", body=NEW)
    story.refresh_from_db()
    stale = story.version
    drafts.save(story, by=builders.system(), version=stale, body="<p>The bridge cost 15 million.</p>")
    page = editor.post(sheet_url(story), {"notice": "none", "version": stale, "seen": story.timeline_version})
    assert "<ins>15</ins>" in page.content.decode()
    assert f'name="version" value="{stale + 1}"' in page.content.decode()


def test_page_asked_before_a_colleague_decided_tells_of_it_and_asks_again(editor, story):
    press(editor, story, "publish", body=NEW)
    story.refresh_from_db()
    seen = {"seen": story.timeline_version, "version": story.version}
    schedule.expire(story, by=builders.chief(username="ada"), at=timezone.now() + timedelta(hours=3))
    page = editor.post(sheet_url(story), {"notice": "none", **seen})
    assert "ada set the time of its end" in page.content.decode()
    assert story.editions.live(timezone.now()).get().sections.get().html == OLD
    shown = dict(html.fromstring(page.content.decode()).xpath("//form[@class='publish-form']")[0].form_values())
    assert "Published: " in messages_of(editor.post(sheet_url(story), shown, follow=True))


def test_correct_redirects_to_the_question_though_no_fact_is_touched(editor, story):
    assert "correct" in verbs_on(editor.get(change_url(story)))
    page = press(editor, story, "correct")
    assert "The words are those that readers see already." in page.content.decode()
    assert "Published with a correction" in messages_of(answer(editor, story, notice="correction", text="We erred."))


def test_other_updates_go_out_at_once(editor, story):
    assert "Published: " in messages_of(press(editor, story, "publish", dek="It is open."))


def test_changed_words_that_touch_no_fact_are_said_to_touch_none(editor, story):
    builders.edited(story, dek="It is open.")
    page = editor.get(sheet_url(story)).text
    assert "No number, name, date or quote" in page and "<ins>" in page
    assert "Published: " in messages_of(answer(editor, story)), "no notice is what is proposed then"


def test_draft_is_not_asked_about_a_correction_and_goes_out(editor):
    article = builders.draft_article(headline="Bridge Opens")
    page = editor.get(sheet_url(article)).text
    assert "Is this a correction?" not in page and "Publish now" in page
    assert "Published: " in messages_of(answer(editor, article))
    assert builders.live_edition(article).headline == "Bridge Opens"


@pytest.mark.parametrize("person", ["reporter", "stranger"])
def test_who_may_not_publish_is_not_asked(enter, person, story):
    assert enter(person).get(sheet_url(story)).status_code in (302, 403)


def test_verbs_of_the_bar_lead_to_the_sheet_and_have_saved(editor):
    article = builders.draft_article()
    page = press(editor, article, "publish-sheet", place="Kyiv")
    assert page.redirect_chain[-1][0] == sheet_url(article) and "data-publish-sheet" in page.text
    assert press(editor, article, "schedule-sheet").redirect_chain[-1][0] == f"{sheet_url(article)}?when=at"
    article.refresh_from_db()
    assert article.place == "Kyiv" and not article.editions.exists()


def test_sheet_says_what_blocks_with_links_to_the_fields_and_cannot_be_confirmed(editor):
    article = builders.draft_article(desk=None, dek="")
    page = editor.get(sheet_url(article))
    (blocker,) = marked(page, "@data-blocker")
    assert blocker.get("href") == f"{change_url(article)}#id_desk" and "no desk" in blocker.text
    assert marked(page, "@data-warning='dek'") and not marked(page, "@data-verb")
    text = editor.post(sheet_url(article), {"version": article.version, "seen": article.timeline_version}).text
    assert "Not published. The story has no desk." in text and not article.editions.exists()


def test_moments_that_are_offered_schedule_for_what_they_say(editor, time_machine):
    time_machine.move_to("2026-11-30T10:00:00+00:00", tick=False)
    for label, at in {
        "In one hour": "2026-11-30T11:00:00+00:00",
        "Tonight 18:00": "2026-11-30T18:00:00+00:00",
        "Tomorrow 6:00": "2026-12-01T06:00:00+00:00",
    }.items():
        article = builders.draft_article()
        page = html.fromstring(editor.get(sheet_url(article)).text)
        (choice,) = page.xpath(f"//label[contains(., '{label}')]/preceding-sibling::input")
        assert "Scheduled for" in messages_of(answer(editor, article, when=choice.get("value")))
        assert article.editions.get().goes_live_at.isoformat() == at


def test_end_is_set_along_and_nothing_happens_when_it_can_not_be(editor):
    article = builders.draft_article()
    end = timezone.now() + timedelta(days=2)
    page = answer(editor, article, when="hour", expire_at=local(timezone.now() - timedelta(hours=1)))
    assert "has passed" in page.text and not article.editions.exists()
    assert "It ends" in messages_of(answer(editor, article, when="hour", expire_at=local(end)))
    assert [edition.kind for edition in article.editions.order_by("goes_live_at")] == ["published", "expired"]
    assert "UTC" in of_class(editor.get(sheet_url(article)), "publish-end")[0].text_content()


def test_embargo_is_said_and_its_end_is_what_is_chosen(editor):
    until = (timezone.now() + timedelta(days=3)).replace(microsecond=0)
    article = builders.draft_article(embargo_words="Embargoed", embargo_until=until)
    page = editor.get(sheet_url(article))
    assert "embargoed until" in marked(page, "@data-embargo")[0].text_content()
    assert not marked(page, "@data-blocker"), "then it may go out"
    assert marked(page, "@name='when' and @checked")[0].get("value") == timezone.localtime(until).isoformat()
    assert "Schedule" in marked(page, "@data-verb='publish'")[0].text
    assert marked(editor.get(sheet_url(article), {"when": "now"}), "@data-blocker='embargo'")
    assert "Scheduled for" in messages_of(answer(editor, article))
    assert article.editions.get().goes_live_at == until


def test_sheet_shows_how_the_story_will_look_and_its_dialog_is_the_same_without_a_page(editor):
    photo = builders.a_photo(alt="A bridge")
    article = builders.draft_article(headline="Bridge " * 20, dek="It opens.", lead_photo=photo)
    dialog = editor.get(sheet_url(article), {"dialog": ""})
    assert "<html" not in dialog.text and 'alt="A bridge"' in dialog.text
    search, *_others = of_class(dialog, "look")
    titles = [each.text for each in of_class(dialog, "look-title")]
    assert len(titles) == 4 and titles[0].endswith("…") and titles[2] == article.headline, "search engines cut"
    assert "It opens." in search.text_content()


def test_board_publishes_no_touched_facts_in_silence(editor, story):
    builders.edited(story, body=NEW)
    data = {"action": "publish", "_selected_action": [story.pk]}
    page = editor.post(reverse("admin:articles_article_changelist"), data, follow=True)
    assert "it changes what readers were told (12 → 14)" in messages_of(page)
    assert story.editions.count() == 1


def test_card_of_what_would_go_out_is_shown_to_who_may_publish_it(editor, reporter):
    article = builders.draft_article(search_headline="Dam Bursts")
    sheet = editor.get(f"/admin/articles/article/{article.pk}/publish/").content.decode()
    address = f"/admin/articles/article/{article.pk}/card.png"
    assert address in sheet and "Dam Bursts" in sheet
    response = editor.get(address)
    assert (response["Content-Type"], response["Cache-Control"]) == ("image/png", "private, no-store")
    assert reporter.get(address).status_code == 403
    pictured = builders.draft_article(lead_photo=builders.a_photo())
    assert editor.get(f"/admin/articles/article/{pictured.pk}/card.png").status_code == 404


def test_address_is_shown_and_changed_until_the_story_is_out(editor):
    article = builders.draft_article(headline="Bridge Opens", slug="")
    [field] = marked(editor.get(sheet_url(article)), "@name='slug'")
    assert field.get("value") == "bridge-opens" and not marked(editor.get(sheet_url(article)), "@data-address-known")
    answer(editor, article, slug="Open at last")
    assert builders.live_edition(article).path.endswith("/open-at-last/")
    article.refresh_from_db()
    assert article.slug == "open-at-last" and article.published_version == article.version


def test_address_that_readers_know_is_changed_with_a_warning_and_leads_on(editor, client):
    article = builders.live_article(headline="Bridge Opens")
    old = builders.live_edition(article).path
    [warning] = marked(editor.get(sheet_url(article)), "@data-address-known")
    assert "will lead on" in warning.text_content()
    answer(editor, article, slug="other", notice="none")
    new = builders.live_edition(article).path
    assert new.endswith("/other/") and client.get(old)["Location"] == new


def test_address_that_is_offered_or_emptied_changes_nothing_by_itself(editor):
    for slug in ("", "bridge-opens", "Bridge Opens!"):
        article = builders.draft_article(headline="Bridge Opens", slug="")
        answer(editor, article, slug=slug)
        assert [each.reason for each in article.revisions.all()] == ["published", "saved"]
        assert "/bridge-opens" in builders.live_edition(article).path


def test_address_stays_as_it_was_typed_where_publishing_is_refused(editor):
    article = builders.draft_article(headline="Bridge Opens", desk=None)
    page = answer(editor, article, slug="other")
    assert "has no desk" in page.text and not article.editions.exists()
    article.refresh_from_db()
    assert article.slug == "other" and f'name="version" value="{article.version}"' in page.text


def test_address_of_other_letters_is_cut_where_an_address_ends(editor):
    article = builders.draft_article(headline="Bridge Opens")
    answer(editor, article, slug="щ" * 80)
    assert len(builders.live_edition(article).path.strip("/").split("/")[-1]) == 80


def told():
    return sorted(
        StaffMessage.objects.filter(kind__in=(Told.PUBLISHED, Told.SCHEDULED)).values_list("user__username", flat=True)
    )


def whom(page):
    """{username: whether they will be told} of those whom the sheet offers."""
    return {each.xpath("string(../label)").strip(): "checked" in each.attrib for each in marked(page, "@name='tell'")}


@pytest.fixture
def others():
    """A story's writer, somebody of its desk, and somebody who has nothing to do with it."""
    writer, of_desk = builders.reporter(username="ann"), builders.editor(username="bob")
    of_desk.desks.add(builders.a_desk())
    builders.reporter(username="eve")
    return writer, of_desk


def test_writer_is_told_unless_somebody_else_is_chosen_or_nobody(editor, others):
    writer, of_desk = others
    for chosen, heard in ({}, ["ann"]), ({"tell": [of_desk.pk]}, ["bob"]), ({"tell": []}, []):
        article = builders.draft_article(by=writer)
        page = editor.get(sheet_url(article))
        assert whom(page) == {"ann": True, "bob": False}
        assert of_class(page, "publish-tell")[0].xpath("string(summary/small)") == "ann"
        answer(editor, article, **chosen)
        assert told() == heard
        StaffMessage.objects.all().delete()


def test_whom_the_sheet_does_not_offer_is_told_nothing(editor, others):
    stranger = builders.reporter(username="zed")
    article = builders.draft_article(by=others[0])
    page = answer(editor, article, tell=[stranger.pk])
    assert "not one of the available choices" in page.text and told() == [] and not article.editions.exists()


def test_scheduling_and_correcting_tell_those_who_are_chosen_too(editor, others):
    article = builders.draft_article(by=others[0])
    answer(editor, article, tell=[others[1].pk], when="hour")
    assert told() == ["bob"]
    live = builders.live_article(by=others[0])
    builders.edited(live, dek="Another.")
    answer(editor, live, tell=[], notice="correction", text="It was May.")
    assert not StaffMessage.objects.filter(kind=Told.CORRECTED).exists()
