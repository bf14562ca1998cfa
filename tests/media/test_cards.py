"""Cards: drawn at the size that networks ask for, light, without boxes, whatever the headline."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from media.cards import draw
from media.cards.draw import CardWords, can_draw, largest, png
from media.cards.faces import has, runs_from_right, settable

NINETY = "Parliament Votes Narrowly to Reopen the Northern Border Crossing After Eleven Long Winters"
AWKWARD = {
    NINETY: "latin",
    "Dam Holds Firm": "latin",
    "1": "latin",
    "البرلمان يصوّت بفارق ضئيل على إعادة فتح المعبر الحدودي الشمالي": "arabic",
    "منظمة NATO تعلن عن خطة جديدة لعام 2027": "arabic",
    "Уряд вирішив відновити роботу північного порту після одинадцяти років": "cyrillic-greek",
    "Їжа 🍞 дорожчає 📈 – ґазди скаржаться": "cyrillic-greek",
    "🛰️ Satellite 🚀 Launch Delayed Again 😱": "latin",
    "Žižkov Chřestýš: “Přílišně žluťoučký kůň”": "latin",
    "ראש הממשלה: “נפתח את המעבר” בתוך 3 שבועות": "hebrew",
    "Η κυβέρνηση ανοίγει ξανά το λιμάνι του Πειραιά": "cyrillic-greek",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft tagt": "latin",
}


def pixels(data):
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink(image):
    """The box of all that is not paper between the rules: (left, top, right, bottom)."""
    part = image.crop((0, draw.HEAD_AT, draw.WIDTH, draw.FOOT_AT - 20))
    return (
        ImageChops.difference(part, Image.new("RGB", part.size, draw.PAPER))
        .convert("L")
        .point(lambda v: v > 40 and 255)
        .getbbox()
    )


@pytest.mark.parametrize("headline", AWKWARD)
def test_card_has_the_size_that_networks_ask_for_and_is_light(headline):
    is_rtl = runs_from_right(headline)
    data = png(CardWords(headline, "Kicker", "World", "The Northern Courier", is_rtl))
    image = pixels(data)
    assert image.size == (1200, 630) and len(data) < 300_000
    left, top, right, bottom = ink(image)
    assert left >= draw.EDGE - 8 and right <= draw.WIDTH - draw.EDGE + 8
    assert top > 0 and bottom < draw.FOOT_AT - 20 - draw.HEAD_AT, "the words touch what stands over and under them"
    edge = draw.WIDTH - draw.EDGE - right if is_rtl else left - draw.EDGE
    assert abs(edge) <= 12, "the lines begin at the edge at which their language begins"


@pytest.mark.parametrize(("headline", "face"), AWKWARD.items())
def test_face_has_every_sign_that_is_set_so_there_are_no_boxes(headline, face):
    found = settable(headline)
    assert found.face == face
    assert all(sign == " " or has(face, sign) for sign in found.text)


def test_emoji_are_left_out_and_nothing_else():
    assert settable("🛰️ Satellite 🚀 Launch").text == "Satellite Launch"
    assert settable("Soft\xadware").text == "Software"
    assert settable("مي\u200cخواهم").text == "مي\u200cخواهم", "a joiner shapes letters"


@pytest.mark.parametrize("headline", ["日本語の見出し", "渡轮重新开航", "हिन्दी में शीर्षक", "😱😱", "–", ""])
def test_headline_that_no_face_has_stays_out_and_the_sites_name_stands_large(headline):
    words = CardWords(headline, headline, "World", "The Northern Courier", byline="Ada Lind")
    assert can_draw(words) and largest(words) == "The Northern Courier"
    data = png(words)
    assert pixels(data).size == (1200, 630) and len(data) < 300_000
    assert data == png(words._replace(headline="", kicker="")), "nothing of it is drawn, no box either"
    assert largest(words._replace(site=headline)) == "World"


@pytest.mark.parametrize("headline", ["日本語の見出し", "हिन्दी में शीर्षक", "😱😱", "–", ""])
def test_what_no_face_has_makes_no_card(headline):
    assert not can_draw(CardWords(headline, "", "", ""))
    with pytest.raises(ValueError, match="letters"):
        png(CardWords(headline, "", "", ""))


def test_card_is_the_same_bytes_each_time_and_others_for_other_words():
    words = CardWords(NINETY, "Borders", "World", "Courier")
    assert png(words) == png(words) != png(words._replace(kicker="Ports"))


def test_headline_beyond_all_measure_is_cut_where_the_card_ends():
    image = pixels(png(CardWords("A very long word " * 60, "k" * 300, "", "", False)))
    assert ink(image)[3] < draw.FOOT_AT - 20 - draw.HEAD_AT


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_headline_is_drawn_or_refused(headline):
    words = CardWords(headline, headline, headline, headline, byline=headline)
    if can_draw(words):
        assert pixels(png(words)).size == (1200, 630)


def test_byline_stands_beside_the_desk_and_never_in_boxes():
    words = CardWords("Dam Holds Firm", "Rivers", "World", "Courier", byline="Ada Lind, Bo Lee")
    assert png(words) != png(words._replace(byline="Ada Lind"))
    assert png(words._replace(byline="渡船")) == png(words._replace(byline="")), "what can't be set is left out"
    assert png(words._replace(desk="Світ", byline="עדה")) == png(words._replace(desk="Світ", byline="")), (
        "a line is set in one face"
    )
    assert png(words._replace(desk="Rivers", byline="Ada")) == png(words._replace(desk="", byline="Ada"))


@pytest.mark.parametrize("is_rtl", [False, True])
def test_names_of_any_length_do_not_run_into_each_other(is_rtl):
    words = CardWords("Dam", "", "Desk of many words " * 9, "Site of many words " * 9, is_rtl, byline="Ada " * 90)
    foot = pixels(png(words)).crop((0, draw.FOOT_AT, draw.WIDTH, draw.HEIGHT))
    blank = ImageChops.difference(foot, Image.new("RGB", foot.size, draw.PAPER)).convert("L")
    columns = [
        not blank.crop((x, 0, x + 1, foot.height)).point(lambda v: v > 40 and 255).getbbox() for x in range(1200)
    ]
    runs = "".join("." if empty else "#" for empty in columns).strip(".").split("#")
    assert max(map(len, runs)) > 20, "there is paper between the two names"
