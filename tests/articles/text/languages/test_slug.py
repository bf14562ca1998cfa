"""Slugs are Latin words of addresses, whatever script a headline is written in."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.languages.slug import loses_most_letters, slugify_words
from tests.articles.text.languages.test_folding import ANYTHING, LETTERS


@settings(max_examples=300, deadline=None)
@given(ANYTHING | LETTERS, st.integers(1, 30))
def test_slugify_words_fits_an_address(text, length):
    slug = slugify_words(text, length)
    assert len(slug) <= length
    assert slug == "" or re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("U.S. and Russia Move to Restore Dialogue", "us-and-russia-move-to-restore-dialogue"),
        ("Ukraine’s 1,000 km; 2.5 more", "ukraines-1000-km-2-5-more"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("#hashtag", "hashtag"),
        ("AT&T", "at-and-t"),
        ("Łódź über Straße", "lodz-uber-strasse"),
        ("Зеленський у Києві", "zelenskyi-u-kyievi"),
        ("Москва объявила ёлку", "moskva-obyavila-elku"),
        ("Ђоковић, Ќ", "djokovic-kj"),
        ("Ο Κυριάκος Μητσοτάκης του", "o-kyriakos-mitsotakis-tou"),
        ("習近平 visits", "visits"),
        ("مرحبا", "mrhba"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_slugify_words_says_what_it_can(text, slug):
    assert slugify_words(text) == slug


def test_slugify_words_cuts_between_words():
    assert slugify_words("one two three", 7) == "one-two"
    assert slugify_words("one two three", 8) == "one-two"
    assert slugify_words("one two three", 6) == "one"
    assert slugify_words("incomprehensibilities", 5) == "incom"


@pytest.mark.parametrize(
    ("text", "loses"),
    [
        ("AI 公司宣布裁员计划", True),
        ("G20 峰会", True),
        ("AI 新闻", True),
        ("习近平 visits", False),
        ("ตำรวจ FBI", True),
        ("G7: ภาษี", True),
        ("हिन्दी समाचार news", True),
        ("Зеленський і AI", False),
        ("ميناء AI", False),
        ("한국 AI", False),
        ("!!!", False),
        ("Łódź", False),
    ],
)
def test_a_slug_that_says_little_is_known(text, loses):
    assert loses_most_letters(text) is loses
