"""Guessing a text's language: by script, by letters only one neighbour has, by small words; else the default."""

import pytest
from django.conf.locale import LANG_INFO
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.languages.guess_language import (
    SCRIPTS,
    SMALL_WORDS,
    TELLING_LETTERS,
    TOLD_APART,
    guess_language,
    other_language,
)

SENTENCES = {
    "en": "The bridge was closed for a year and is to open on Monday, the mayor said.",
    "fr": "Le pont est fermé depuis un an et il ouvre lundi dans la ville, dit la maire.",
    "de": "Die Brücke ist seit einem Jahr gesperrt und wird am Montag mit einem Fest eröffnet.",
    "es": "El puente que se cerró hace un año abre el lunes con una fiesta para los vecinos.",
    "it": "Il ponte è chiuso da un anno e non apre che lunedì con la festa della città.",
    "pt": "O rio não é mais o que era, e a ponte foi fechada por um ano para os carros.",
    "nl": "De brug is een jaar dicht en het feest is op maandag, zei de burgemeester van de stad.",
    "pl": "Most jest zamknięty od roku i nie otworzy się w poniedziałek, jak to zapowiedziano.",
    "sv": "Bron har varit stängd i ett år och öppnar på måndag med en fest för alla som vill.",
    "tr": "Köprü bir yıl kadar kapalı kaldı ve pazartesi günü büyük bir tören ile açılıyor.",
    "ru": "Мост закрыли на год, а в понедельник он откроется.",
    "uk": "Міст закрили на рік, а в понеділок він відкриється.",
    "be": "Мост зачынілі на год, сказаў мэр, а ў панядзелак ён адкрыецца.",
    "sr": "Мост је затворен годину дана, рекао је Ђорђе.",
    "mk": "Мостот е затворен, рече Ѓорѓи.",
    "ar": "أُغلق الجسر لمدة عام ويُفتح يوم الاثنين.",
    "fa": "پل یک سال بسته بود و دوشنبه باز می‌شود.",
    "ur": "پل ایک سال سے بند ہے اور پیر کو کھلے گا۔ٹھیک ہے",
    "he": "הגשר היה סגור שנה ויפתח ביום שני.",
    "el": "Η γέφυρα ήταν κλειστή έναν χρόνο.",
    "hi": "पुल एक साल से बंद था।",
    "th": "สะพานปิดไปหนึ่งปี",
    "my": "ဆိပ်ကမ်းကို ပြန်ဖွင့်ခဲ့သည်။",
    "km": "កំពង់ផែបានបើកឡើងវិញ។",
    "ja": "橋は一年間閉鎖されていました。",
    "ko": "다리는 일 년 동안 닫혀 있었다.",
    "zh-hans": "桥梁关闭了一年。",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_language_is_told_from_a_sentence(code):
    assert guess_language(SENTENCES[code], default="fr" if code == "en" else "en") == code


def test_language_that_nothing_tells_is_the_default():
    assert guess_language("", default="pt") == "pt"
    assert guess_language("1 2 3 — …", default="pt") == "pt"
    assert guess_language("Qwx zzt brrm", default="pt") == "pt"


def test_language_needs_more_than_one_small_word_and_more_than_the_default_has():
    assert guess_language("Und?", default="en") == "en"
    assert guess_language("The mayor of Ulm: der die", default="en") == "en"


def test_language_ignores_a_foreign_name_in_the_text():
    assert guess_language(SENTENCES["en"] + " Київ, Kyiv.") == "en"


def test_language_stays_russian_where_one_name_is_ukrainian():
    assert guess_language(SENTENCES["ru"] * 8 + " Київ") == "ru"


def test_language_is_told_from_capitals_too():
    assert guess_language(SENTENCES["uk"].upper(), default="en") == "uk"
    assert guess_language("ЇЄ ЇЄ", default="en") == "uk"


def test_language_looks_at_the_beginning_only():
    assert guess_language(SENTENCES["en"] * 400 + SENTENCES["uk"] * 2000) == "en"


def test_every_language_guessed_is_one_that_stories_can_have():
    told = {code for pairs in TELLING_LETTERS.values() for code, _ in pairs}
    codes = {code for code, _ in SCRIPTS} | told | SMALL_WORDS.keys()
    assert [code for code in codes if "name" not in LANG_INFO.get(code, {})] == []


def test_other_language_is_told_where_words_enough_are_plainly_in_it():
    for code, sentence in SENTENCES.items():
        is_told = code.partition("-")[0] in TOLD_APART - {"en"}
        assert other_language(sentence * 20, code) == ""
        assert other_language(sentence * 20, "en-gb") == (code if is_told else "")
    assert other_language(SENTENCES["uk"][:60], "en") == "", "too few words"
    assert other_language("市场上的价格又上涨了，居民们说他们不知道该怎么办。" * 8, "en") == "zh-hans"
    assert other_language("市场上的价格又上涨了，居民们说他们不知道该怎么办。" * 8, "zh-hant") == ""
    bulgarian = "Мостът беше затворен цяла година и ще бъде отворен в понеделник, каза кметът на града. "
    assert other_language(bulgarian * 4, "en") == "", "which would be called Russian"
    assert other_language(SENTENCES["sv"] * 4, "nb") == "", "which is not told from Swedish"


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_language_is_always_a_known_code(text):
    assert "name" in LANG_INFO[guess_language(text)]
