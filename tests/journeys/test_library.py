"""The photo library in a real browser: found, uploaded, described and focused, with and without a mouse."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.management.demo import loading
from media import focal_crop, ingest
from media.models import Photo
from tests import builders
from tests.journeys.axe import axe_faults, faults_by_day_and_night, sideways_faults
from tests.journeys.scrolling import STEADY, bring_faces
from tests.journeys.steps import PATIENCE, follow
from tests.media import files
from tests.media.test_duplicates import scene

pytestmark = [pytest.mark.journey, pytest.mark.once]
LIST = "/admin/media/photo/"


def screen(name, *args):
    return reverse(f"admin:media_photo_{name}", args=args)


def stocked():
    """A library with everything that its screens can say; returns the photo that has most of it."""
    soon = timezone.now() + timedelta(days=9)
    words = {"alt": "Three cranes lift a gate.", "credit": "Photo: Ada Lens"}
    photo = ingest.ingest(files.encoded(scene(1, 1200, 800)), by=builders.system(), caption="The gate", **words)
    photo = ingest.update(
        photo, None, licence_ends_at=soon, people="Ana Diaz\nBo Lind", source_type="compositeSynthetic"
    )
    ingest.ingest(
        files.encoded(scene(1, 900, 600)), by=None, caption="The gate again, in a caption that goes on and on"
    )
    ended = builders.a_photo(600, 900, caption="A tower")
    ingest.update(ended, None, licence_ends_at=timezone.now())
    ingest.ingest(files.telling("JPEG"), by=None, caption="No alt text yet")
    builders.a_person("Ana Diaz")
    builders.live_article(headline="The Gate Is Lifted", lead_photo=photo)
    builders.draft_article(headline="A Tower Falls", lead_photo=ended)
    ingest.replace(photo, files.encoded(scene(2, 1200, 800)), by=builders.system())
    return ingest.update(photo, None, caption="The gate, lifted")


def test_screens_have_no_axe_violation_and_never_scroll_sideways(page, sign_in):
    photo = stocked()
    sign_in(builders.chief())
    numbers = ",".join(map(str, Photo.objects.values_list("pk", flat=True)))
    wrong = []
    for address in (
        LIST,
        f"{LIST}?licence=soon&from=2020-01-01",
        screen("add"),
        screen("upload"),
        f"{screen('describe')}?photos={numbers}",
        screen("change", photo.pk),
        screen("replace", photo.pk),
        screen("former", photo.pk),
        screen("at_risk"),
        f"{reverse('admin:articles_article_photo_words')}?photos={photo.pk}",
        screen("delete", Photo.objects.get(caption="No alt text yet").pk),
    ):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.goto(address).status == 200
            wrong += faults_by_day_and_night(page, f"{address} {width}")
            wrong += sideways_faults(page, f"{address} {width}")
    assert not wrong, "\n".join(wrong)


def test_focus_moves_by_keyboard_and_the_cuts_follow(page, sign_in):
    photo = stocked()
    sign_in(builders.editor())
    page.goto(screen("change", photo.pk))
    point = page.get_by_role("button", name=re.compile("^Focus"))
    point.focus()
    for key in ("Shift+ArrowLeft", "ArrowLeft", "Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    assert (page.locator("#id_focus_x").input_value(), page.locator("#id_focus_y").input_value()) == ("0.39", "0.21")
    for shape in ("16x9", "4x3", "3x2", "2x1", "4x5"):
        assert shown_cut(page, shape) == pytest.approx(server_cut(photo, shape, (0.39, 0.21)), abs=0.01)
    page.keyboard.press("Enter")  # the point is a button that sends nothing
    follow(page.locator("input[name=_save]"), "Enter")
    saved = Photo.objects.get(pk=photo.pk)
    assert (saved.focus_x, saved.focus_y) == (0.39, 0.21)


def shown_cut(page, shape):
    """Where the browser's cut begins, as shares of the spare width and height."""
    said = page.locator(f".crop-{shape}").evaluate("image => getComputedStyle(image).objectPosition")
    return [float(part.removesuffix("%")) / 100 for part in said.split()]


def server_cut(photo, shape, focus):
    """Where the server's cut begins, in the same shares; the middle where nothing is spare."""
    left, top, right, bottom = focal_crop.crop_box((photo.width, photo.height), shape, focus)
    spare = (photo.width - (right - left), photo.height - (bottom - top))
    return [at / room if room > 0.5 else 0.5 for at, room in zip((left, top), spare, strict=True)]


def test_focus_is_set_by_click(page, sign_in):
    photo = stocked()
    sign_in(builders.editor())
    page.goto(screen("change", photo.pk))
    picture = page.locator(".focus")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.25)
    assert float(page.locator("#id_focus_x").input_value()) == pytest.approx(0.75, abs=0.01)
    assert float(page.locator("#id_focus_y").input_value()) == pytest.approx(0.25, abs=0.01)
    page.locator("#id_focus_x").fill("0.1")
    assert page.locator(".focus-point").evaluate("point => point.style.left") == "10%"


def sent(name, data):
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def test_many_are_uploaded_and_described_without_a_mouse(page, sign_in):
    sign_in(builders.photo_editor())
    page.goto(LIST)
    follow(page.get_by_role("link", name="Upload many"), "Enter")
    page.locator("#files").set_input_files([sent("a.jpg", files.jpeg(400, 300)), sent("b.jpg", files.jpeg(401, 300))])
    page.locator("input[value=Upload]").press("Enter")
    page.wait_for_url("**/describe/**")
    for field, words in zip(page.locator("textarea[name$=-alt]").all(), ("A flag.", "A wave."), strict=True):
        field.fill(words)
    page.locator("input[value=Save]").press("Enter")
    page.wait_for_url(f"**{LIST}")
    assert sorted(Photo.objects.values_list("alt", flat=True)) == ["A flag.", "A wave."]


def test_dropped_files_are_uploaded_and_a_refused_one_says_why(page, sign_in):
    sign_in(builders.photo_editor())
    page.goto(screen("upload"))
    dropped = page.evaluate_handle(
        """bytes => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(bytes)], "good.jpg", {type: "image/jpeg"}));
            transfer.items.add(new File(["<svg xmlns='http://www.w3.org/2000/svg'/>"], "drawing.svg"));
            return transfer;
        }""",
        list(files.jpeg(300, 200)),
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": dropped})
    onward = page.get_by_role("link", name="Describe those that are in the library")
    onward.wait_for()
    said = page.locator(".progress").inner_text()
    assert "good.jpg: in the library" in said and "drawing.svg: This is an SVG drawing" in said
    onward.press("Enter")
    page.wait_for_url(f"**/describe/?photos={Photo.objects.get().pk}")


def test_several_are_chosen_in_the_grid_and_edited_together(page, sign_in):
    stocked()
    sign_in(builders.photo_editor())
    page.goto(LIST)
    boxes = page.locator("input.action-select")
    boxes.nth(0).press("Space")
    boxes.nth(1).press("Space")
    page.locator("select[name=action]").select_option("edit_together")
    follow(page.locator("button[name=index]"), "Enter")
    page.locator("#id_credit").wait_for()
    assert not axe_faults(page, "together")
    page.locator("#id_credit").fill("Photo: Newsroom")
    follow(page.locator("input[name=apply]"), "Enter")
    page.wait_for_url(f"**{LIST}**")
    assert Photo.objects.filter(credit="Photo: Newsroom").count() == 2


def test_corrected_caption_is_published_again_without_a_mouse(page, sign_in):
    photo = stocked()
    sign_in(builders.chief())
    page.goto(screen("change", photo.pk))
    follow(page.locator(".offer a"), "Enter")
    box = page.get_by_role("checkbox", name="The Gate Is Lifted")
    assert box.is_checked() and page.locator("ins").inner_text() == "The gate, lifted Photo: Ada Lens"
    follow(page.get_by_role("button", name="Publish the chosen stories again"), "Enter")
    page.get_by_text("Published again: 1.").wait_for()
    assert page.get_by_text("Every story has the library’s words").is_visible()


def test_search_and_dates_narrow_the_grid(page, sign_in):
    stocked()
    sign_in(builders.photo_editor())
    page.goto(LIST)
    page.locator("#searchbar").fill("Ana Diaz")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Ana**")
    assert page.locator("#result_list tbody tr").count() == 1
    page.locator("#filter-from").fill("2999-01-01")
    page.locator(".dates button").press("Enter")
    page.wait_for_url("**from=2999-01-01**")
    assert "q=Ana" in page.url and page.locator("#result_list").count() == 0


WEIGHT = """() => performance.getEntriesByType("resource").filter(one => one.name.includes("/photos/"))
    .map(one => [one.initiatorType, one.encodedBodySize])"""
SHIFT = """() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    return observer.takeRecords().reduce((sum, one) => sum + one.value, 0);
}"""


HEAVIEST = ("boats", "deep-field", "acanthus", "coffee", "canyon")  # as AVIF, 640 pixels wide


def story_with_five_photos():
    """The address of a story with a lead and four photos in its text, the demo newsroom's heaviest."""
    pictures = [Path(loading.__file__).parent / "photos" / f"{name}.jpg" for name in HEAVIEST]
    photos = [ingest.ingest(one.read_bytes(), by=None, alt=one.stem, credit="Photo: Ada") for one in pictures]
    lead, *placed = sorted(photos, key=lambda one: one.is_portrait)
    figures = (
        f'<p>{"Words. " * 60}</p><figure data-photo="{one.pk}"><figcaption></figcaption></figure>' for one in placed
    )
    article = builders.live_article(lead_photo=lead, body="".join(figures))
    return builders.live_edition(article).path


@pytest.mark.parametrize("density", [1, 2, 3])
def test_story_with_five_photos_is_light_on_a_phone_and_never_moves(browser, site, density):
    path = story_with_five_photos()
    phone = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": density, "is_mobile": True}
    context = browser.new_context(base_url=site, reduced_motion="reduce", **phone)
    context.set_default_timeout(PATIENCE)
    bring_faces(context)
    page = context.new_page()
    page.goto(path)
    preload = page.locator('link[rel=preload][as=image][media="(max-width: 44.99rem)"]')
    assert preload.count() == 1
    for image in page.locator("figure img").all():
        image.scroll_into_view_if_needed()
        image.evaluate("image => image.complete || new Promise(done => { image.onload = done; })")
    assert page.locator("figure img").count() == 5
    page.wait_for_function(f"() => ({WEIGHT})().length >= 5")
    loaded, shift = page.evaluate(WEIGHT), page.evaluate(SHIFT)
    context.close()
    assert len(loaded) == 5, "the lead photo that was fetched ahead is the one that is shown"
    assert loaded[0][0] == "link" and sum(weight for _, weight in loaded) <= 120_000, loaded
    assert shift < STEADY
