"""Speech that is only hoped, thought or passed on is nobody's; an attribution is no adverbial."""

import pytest

from articles.text.quotes.embedded import is_embedded, is_noun_phrase


@pytest.mark.parametrize(
    ("left", "verb", "language"),
    [
        ("It is a village tale that vicar Tom Hale, 54, ", "shouted", "en"),
        ("Fans dream of hearing captain Joe Marsh ", "say", "en"),
        ("On raconte que le curé Thomas Halle a ", "dit", "fr"),
        ("Die Fans träumen davon, dass Kapitän Joe Marsch ", "sagt", "de"),
        ("Los investigadores creen que el conductor Samuel Oro ", "gritó", "es"),
        ("Polisen tror att föraren Sam Orre ", "skrek", "sv"),
        ("Śledczy sądzą, że kierowca Sam Orzeł ", "krzyknął", "pl"),
        ("У селі переповідають, що отець Тома ", "сказав", "uk"),
        ("يعتقد المحققون أن السائق سامي عور ", "قال", "ar"),
        ("החוקרים סבורים שהנהג סמי עור ", "אמר", "he"),
        ("החוקרים סבורים כי סמי עור ", "אמר", "he"),
    ],
)
def test_speech_in_what_somebody_thinks_or_passes_on(left, verb, language):
    assert is_embedded(left, verb, language)


@pytest.mark.parametrize(
    ("left", "verb", "language"),
    [
        ("Once it was clear that it would close, mayor Lou Finch ", "said", "en"),
        ("He added that he was grateful and ", "said", "en"),
        ("After that day Lou Finch ", "said", "en"),
        ("Asked about it, Finch did ", "say", "en"),
        ("Residents ask why they ", "say", "en"),
        ("critics ", "say", "en"),
        ("Après que le pont a fermé, la maire Louise Finet a ", "dit", "fr"),
        ("Als klar war, dass die Brücke schließt, ", "sagte", "de"),
        ("בוקר טוב ", "אמר", "he"),
        ("Belediye Başkanı Leyla Finik ", "dedi", "tr"),
    ],
)
def test_speech_that_is_told(left, verb, language):
    assert not is_embedded(left, verb, language)


@pytest.mark.parametrize("words", ["Mayor Lou Finch", "we wsi Anna Lis", "De Gaulle", "się Anna Lis", "סמי חדד", "I"])
def test_who_speaks_is_a_noun_phrase(words):
    assert is_noun_phrase(words)


@pytest.mark.parametrize(
    "words", ["", "Irgendwo", "We wsi", "De haber", "man sich, Pfarrer Anton Hölzl habe", "בהקלטה", "لزملائه"]
)
def test_adverbials_and_clauses_are_none(words):
    assert not is_noun_phrase(words)
