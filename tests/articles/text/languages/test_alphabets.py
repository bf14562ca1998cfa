"""Arabic, Hebrew, Armenian, Georgian and Korean in Latin letters."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.languages.alphabets import latinised
from articles.text.languages.folding import fold
from articles.text.languages.slug import slugify_words

ALPHABETS = {
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي" + "پچژگٹڈڑںےڤڕڵۆێېۇۈۋڭ",
    "hebrew": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "armenian": "".join(map(chr, range(0x561, 0x587))),
    "georgian": "".join(map(chr, range(0x10D0, 0x10F1))),
    "korean": "".join(map(chr, range(0xAC00, 0xD7A4, 7))),
}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("وزير الخارجية يزور القاهرة", "wzir-alkharjya-yzur-alqahra"),
        ("محمد بن سلمان", "mhmd-bn-slman"),
        ("أزمة الطاقة في أوروبا", "azma-altaqa-fi-awruba"),
        ("مَدْرَسَة OPEC ٢٠٢٦", "mdrsa-opec-2026"),
        ("چای ایران", "chay-ayran"),
        ("پاکستان میں انتخابات", "pakstan-myn-antkhabat"),
        ("שלום עליכם, תל אביב", "shlom-alikm-tl-abib"),
        ("שָׁלוֹם", "shlom"),
        ("Երևան և Որոշում, ով", "yerevan-yev-voroshum-ov"),
        ("საქართველო, თბილისი", "sakartvelo-tbilisi"),
        ("대한민국 서울", "daehanminguk-seoul"),
        ("한국어, 물리, 값이 없다", "hangugeo-mulli-gabsi-eopda"),
        (unicodedata.normalize("NFD", "서울"), "seoul"),
        ("世界", ""),
        ("ไทย", ""),
    ],
)
def test_slug_is_readable_in_latin_letters(text, slug):
    assert slugify_words(text) == slug


@pytest.mark.parametrize("name", ALPHABETS)
def test_every_letter_of_an_alphabet_has_latin_ones(name):
    for letter in ALPHABETS[name]:
        assert re.fullmatch("[a-z]+", latinised(fold(letter))), letter


@pytest.mark.parametrize("name", ALPHABETS)
@given(data=st.data())
def test_word_of_any_letters_makes_an_address_of_its_own(name, data):
    word = data.draw(st.text(ALPHABETS[name], min_size=1, max_size=20))
    slug = slugify_words(word, 200)
    assert re.fullmatch("[a-z]+", slug)
    assert slugify_words(f"{word} {word}", 200) == f"{slug}-{slug}"
    assert slugify_words(slug, 200) == slug


@given(st.text())
def test_what_has_no_letter_of_these_stays_as_it_is(text):
    kept = re.sub("[\u0530-\u06ff\u10d0-\u10ff\uac00-\ud7a3]", "", text)
    assert latinised(kept) == kept
