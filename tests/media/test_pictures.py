"""Photos as HTML."""

import re

import pytest
from django.template import Context, Template
from lxml import html

from media.pictures import WHOLE_DENSE_WIDTH, picture_html, preload_html

pytestmark = pytest.mark.once


def parsed(markup):
    picture = html.fragment_fromstring(str(markup))
    return picture, list(picture.iter("source")), picture.find(".//img")  # lxml's HTML 4 nests what it doesn't know


def test_picture_offers_every_format_and_width(landscape):
    picture, sources, img = parsed(picture_html(landscape, "16x9", "(min-width: 45rem) 38rem, 100vw"))
    assert picture.tag == "picture"
    assert [source.get("type") for source in sources] == ["image/avif", "image/webp"]
    for element, ending in zip((*sources, img), ("avif", "webp", "jpg"), strict=True):
        candidates = [candidate.split() for candidate in element.get("srcset").split(", ")]
        assert [width for _, width in candidates] == ["320w", "480w", "640w", "800w", "1000w"]
        assert all(url.startswith("/photos/") and url.endswith(f".{ending}") for url, _ in candidates)
        assert (element.get("width"), element.get("height")) == ("1000", "562")
    assert img.get("alt") == "A green field"
    assert img.get("src").endswith("-800.jpg")


def test_picture_is_lazy_unless_it_has_priority(landscape):
    _, _, lazy = parsed(picture_html(landscape))
    _, _, eager = parsed(picture_html(landscape, priority=True))
    assert (lazy.get("loading"), lazy.get("fetchpriority"), lazy.get("decoding")) == ("lazy", None, "async")
    assert (eager.get("loading"), eager.get("fetchpriority")) == (None, "high")


def test_picture_has_no_inline_style(landscape):
    assert "style" not in picture_html(landscape, "16x9", phone_shape="4x3")


def test_picture_takes_alt_text_given_even_if_empty(landscape):
    assert parsed(picture_html(landscape, alt=""))[2].get("alt") == ""
    assert parsed(picture_html(landscape, alt='A "sign" <b>'))[2].get("alt") == 'A "sign" <b>'


def test_picture_has_another_shape_for_phones(landscape):
    _, sources, img = parsed(picture_html(landscape, "16x9", phone_shape="4x3"))
    phone, wide = sources[:3], sources[3:]
    assert {source.get("media") for source in phone} == {"(max-width: 44.99rem)"}
    assert [source.get("type") for source in phone] == ["image/avif", "image/webp", "image/jpeg"]
    assert all("-4x3-" in source.get("srcset") for source in phone)
    assert {source.get("media") for source in wide} == {None}
    assert "-16x9-" in img.get("srcset")
    assert (phone[0].get("width"), phone[0].get("height")) == ("800", "600")


def test_picture_of_a_portrait_keeps_its_shape(portrait):
    _, sources, img = parsed(picture_html(portrait, "16x9", phone_shape="4x3"))
    assert len(sources) == 2
    assert (img.get("width"), img.get("height")) == ("600", "1000")
    assert "-original-" in img.get("srcset")


def test_picture_refuses_a_shape_there_is_not(landscape):
    with pytest.raises(KeyError):
        picture_html(landscape, "1x1")


def test_picture_runs_no_query(landscape, django_assert_num_queries):
    with django_assert_num_queries(0):
        picture_html(landscape, "16x9", phone_shape="4x3")


def test_picture_tag_gives_the_same(landscape):
    template = Template('{% load pictures %}{% picture photo shape="3x2" sizes="50vw" priority=True alt="" %}')
    wanted = picture_html(landscape, "3x2", "50vw", priority=True, alt="")
    assert template.render(Context({"photo": landscape})) == wanted


def test_preload_is_one_link_for_each_shape_and_only_one_of_them_holds(landscape):
    phone, desk = preload_html(landscape, "16x9", "50vw", phone_shape="4x3").split("<link ")[1:]
    assert 'media="(max-width: 44.99rem)"' in phone and "-4x3-" in phone and "-16x9-" not in phone
    assert 'media="not all and (max-width: 44.99rem)"' in desk and "-16x9-" in desk and "-4x3-" not in desk
    for link in (phone, desk):
        assert 'as="image" type="image/avif"' in link and 'imagesizes="50vw"' in link


def test_preload_of_a_portrait_is_one_link_and_offers_what_the_picture_offers(portrait):
    link = preload_html(portrait, "16x9", phone_shape="4x3")
    assert link.count("<link") == 1 and "media=" not in link
    offered = re.search(r'imagesrcset="([^"]+)"', link)[1]
    assert f'srcset="{offered}"' in picture_html(portrait, "16x9", phone_shape="4x3")


def test_picture_across_a_dense_screen_asks_for_less_than_every_pixel(landscape):
    asked = re.findall('sizes="([^"]+)"', picture_html(landscape, sizes="(min-width: 45rem) 38rem, 100vw"))
    assert set(asked) == {f"(min-width: 45rem) 38rem, {WHOLE_DENSE_WIDTH}"}
    assert 'sizes="19rem"' in picture_html(landscape, sizes="19rem")
    assert f'imagesizes="{WHOLE_DENSE_WIDTH}"' in preload_html(landscape)
