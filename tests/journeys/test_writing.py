"""A whole story is written on the sheet: quotes with speakers, mentions, photos, links; and read as readers get it."""

import re

import pytest
from lxml import html

from articles.editorial.publishing import publish
from articles.models.article import Article
from articles.models.person import Person
from media.models import Photo
from tests import builders
from tests.journeys.steps import follow, next_page
from tests.journeys.writing import ADD, body, choose, drop, keys_go_into_the_text, paste, picture, said, sheet

pytestmark = [pytest.mark.journey, pytest.mark.once]
SELECTED = """words => {
    const { doc, selection } = document.querySelector(".ProseMirror").editor.state;
    return doc.textBetween(selection.from, selection.to) === words;
}"""


def write_the_story(page, *, mouse):
    """Write a story with two sections, a quote, a mention, two photos, a list and links."""
    keys = page.keyboard
    page.goto(ADD)
    page.locator("textarea[name=headline]").fill("Harbour Opens After a Year")
    page.locator("textarea[name=dek]").fill("Nobody expected it.")
    sheet(page)
    keys.type("Mayor @")
    choose(page, "ana d", "Ana Diaz")
    keys.type(" opened the harbour on Monday, as planned")
    for start in reversed(range(len("planned"))):
        keys.press("Shift+ArrowLeft")
        page.wait_for_function(SELECTED, arg="planned"[start:])  # the editor hears of a selection a moment later
    paste(page, text="https://example.org/plan")
    page.locator(".ProseMirror a", has_text="planned").wait_for()
    keys.press("ArrowRight")
    page.wait_for_function(SELECTED, arg="")
    keys.press("Enter")
    keys.type("## What she said")
    keys.press("Enter")
    keys.type("> We have waited long enough.")
    if mouse:
        page.get_by_role("button", name="Who says this?").click()
    else:
        keys.press("Alt+Enter")
    choose(page, "heron", "Ana Diaz")
    keys.press("Enter")
    keys.press("Enter")
    keys.type("- first the piers")
    keys.press("Enter")
    keys.type("then the cranes")
    keys.press("Enter")
    keys.press("Enter")
    keys.type("## What it cost")
    keys.press("Enter")
    keys.type("Nine million crowns.")


def library_photo(page, *, mouse):
    """Place the library's photo behind the caret, and write its caption."""
    if mouse:
        page.locator(".tools [data-command=photo]").click()
        page.locator(".photo-dialog-photos label", has_text="The old pier").click()
        page.locator(".photo-dialog button", has_text="Place").click()
    else:
        page.keyboard.press("Control+Alt+p")
        page.locator(".photo-dialog-photos label", has_text="The old pier").wait_for()
        page.keyboard.type("pier")
        for _stop in ("the file", "which photos", "the first photo"):
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.locator(".photo-dialog [role=status]", has_text="1 chosen.").wait_for()
        page.keyboard.press("Enter")
    said(page, "The photo is in the text.")
    keys_go_into_the_text(page)
    page.keyboard.type("The pier in spring.")
    page.keyboard.press("Enter")
    page.keyboard.type("It will close in winter.")


def describe_the_upload(page):
    """Say what the photo that was just taken in shows, and who made it, with keys alone."""
    page.keyboard.press("Alt+Enter")
    page.keyboard.type("A crane over the harbour.")
    page.keyboard.press("Enter")
    said(page, "described")
    keys_go_into_the_text(page)
    page.keyboard.type("The new crane.")
    page.keyboard.press("Alt+Enter")
    page.keyboard.type("Photo by Bo Lens")
    page.keyboard.press("Enter")


@pytest.fixture
def cast(site):
    """The person, the desk and the photo that the story needs."""
    builders.a_desk("World")
    builders.a_photo(caption="The old pier", alt="A pier.", credit="Ada Lens")
    return builders.a_person("Ana Diaz", aliases=["The Heron"])


def write_with_photos(page, *, mouse):
    """Write the story with both photos, the second one dropped or, with keys alone, pasted; and choose its desk."""
    write_the_story(page, mouse=mouse)
    library_photo(page, mouse=mouse)
    upload = picture(builders.picture_bytes(300, 200))
    if mouse:
        drop(page, upload)
    else:
        paste(page, files=[upload])
    page.locator("figure img").nth(1).wait_for()
    describe_the_upload(page)
    page.select_option("[name=desk]", label="World")


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keys alone"])
def test_editor_writes_a_story_and_publishes_it(cast, sign_in, mouse):
    page = sign_in(builders.editor())
    write_with_photos(page, mouse=mouse)
    if mouse:
        page.locator("button[data-verb=publish]").click()
        follow(page.locator("[data-publish-sheet] button[data-verb=publish]"))
    else:
        page.keyboard.press("Control+Enter")
        page.locator("[data-publish-sheet] button[data-verb=publish]").wait_for()
        with next_page(page):
            page.keyboard.press("Control+Enter")
    link = page.locator(".messagelist a")
    link.wait_for()
    assert_readers_get_it(page.context.request.get(link.get_attribute("href")).text(), cast)


def assert_readers_get_it(page, person):
    """The story's page has every part in its marks."""
    story = html.fromstring(page).xpath("//article[@data-story]")[0]
    assert [h.text_content().strip() for h in story.xpath(".//section/h2")] == ["What she said", "What it cost"]
    quote = story.xpath(".//blockquote[@data-quote]")[0]
    assert quote.get("data-attribution") == "Ana Diaz" and "We have waited long enough." in quote.text_content()
    assert story.xpath(f".//a[@data-person='{person.pk}']") and story.xpath(".//a[@href='https://example.org/plan']")
    assert [item.text_content().strip() for item in story.xpath(".//section//ul/li")] == [
        "first the piers",
        "then the cranes",
    ]
    figures = story.xpath(".//section//figure")
    assert [figure.xpath(".//img/@alt")[0] for figure in figures] == ["A pier.", "A crane over the harbour."]
    captions = [" ".join(figure.text_content().split()) for figure in figures]
    assert "The pier in spring." in captions[0] and "Ada Lens" in captions[0]
    assert "The new crane." in captions[1] and "Photo by Bo Lens" in captions[1]


def test_reporter_writes_a_story_and_hands_it_to_an_editor_who_publishes_it(cast, sign_in):
    page = sign_in(builders.reporter())
    write_with_photos(page, mouse=True)
    assert not page.locator("button[data-verb=publish]").count()
    follow(page.locator("button[data-verb=submit]"))
    page.locator(".messagelist", has_text="Handed to the editors.").wait_for()
    edition = publish.publish(Article.objects.get(), by=builders.editor())
    assert_readers_get_it(page.context.request.get(edition.path).text(), cast)


def test_known_people_are_underlined_linked_with_one_key_and_undone(cast, sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Ana Diaz spoke. Then Diaz left.")
    page.locator(".ProseMirror .name-found").nth(1).wait_for()
    assert page.locator(".ProseMirror .name-found").all_inner_texts() == ["Ana Diaz", "Diaz"]
    assert "data-person" not in body(page), "nobody is linked unasked"
    page.keyboard.press("Alt+Enter")
    said(page, "Ana Diaz is linked.")
    page.locator(".ProseMirror .name-found").first.wait_for(state="detached")
    assert body(page) == f'<p>Ana Diaz spoke. Then <span data-person="{cast.pk}">Diaz</span> left.</p>'
    page.keyboard.press("Control+z")
    assert body(page) == "<p>Ana Diaz spoke. Then Diaz left.</p>"
    page.locator(".ProseMirror .name-found").nth(1).wait_for()


def test_speaker_may_be_words_or_somebody_new_and_escape_changes_nothing(cast, sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("> No comment.")
    page.keyboard.press("Alt+Enter")
    page.locator(".window [role=option]").first.wait_for()
    page.keyboard.type("the guard")
    page.keyboard.press("Escape")
    page.locator(".window").wait_for(state="detached")
    keys_go_into_the_text(page)
    assert "data-attribution" not in body(page)
    page.keyboard.press("Alt+Enter")
    choose(page, "the guard, in a statement", "in words")
    assert '<blockquote data-attribution="the guard, in a statement">' in body(page)
    page.keyboard.press("Alt+Enter")
    page.locator(".window [role=option]").first.wait_for()
    page.keyboard.type("Tavi Brandt")
    page.locator(".window [role=option]", has_text="Add “Tavi Brandt” to people").click()
    said(page, "Tavi Brandt is in the directory now.")
    assert f'<blockquote data-person="{Person.objects.get(name="Tavi Brandt").pk}">' in body(page)


def test_at_sign_stays_text_where_nobody_is_chosen(cast, sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Write to desk@example.org or @")
    page.locator(".window [role=combobox]").wait_for()
    page.keyboard.type("newsroom")
    page.keyboard.press("Escape")
    page.locator(".window").wait_for(state="detached")
    assert "or @newsroom" in page.locator(".ProseMirror").inner_text()


def test_several_photos_are_dropped_at_once_and_a_bad_file_leaves_no_trace(sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Words.")
    drop(
        page,
        picture(builders.picture_bytes(300, 200)),
        picture(b"no picture", "notes.jpg"),
        picture(builders.picture_bytes(200, 300)),
    )
    page.locator("figure img").nth(1).wait_for()
    said(page, "notes.jpg: ")
    photos = Photo.objects.order_by("pk").values_list("pk", flat=True)
    assert re.findall(r'data-photo="(\d+)"', body(page)) == [str(pk) for pk in photos]
    assert not page.locator(".story-waiting").count()
    page.keyboard.press("Control+z")
    assert body(page) == "<p>Words.</p>"


def test_caption_is_left_by_enter_and_photo_removed_by_backspace(cast, sign_in):
    page = sign_in(builders.editor())
    page.goto(ADD)
    sheet(page)
    page.keyboard.type("Words.")
    library_photo(page, mouse=False)
    photo = Photo.objects.get().pk
    with_photo = (
        f'<p>Words.</p><figure data-photo="{photo}"><figcaption>The pier in spring.</figcaption></figure>'
        "<p>It will close in winter.</p>"
    )
    assert body(page).removesuffix("<p></p>") == with_photo
    page.evaluate("document.querySelector('.ProseMirror').editor.commands.setTextSelection(9)")
    page.keyboard.press("Backspace")
    page.locator(".ProseMirror-selectednode").wait_for()
    page.keyboard.press("Backspace")
    assert body(page).removesuffix("<p></p>") == "<p>Words.</p><p>It will close in winter.</p>"
