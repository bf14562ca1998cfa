"""The catalogues of the readers' interface: complete, true to the code, and compiled."""

import gettext
import re

import polib
import pytest

from tools.messages import catalogues, key, messages

CATALOGUES = catalogues()
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
MARKUP = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def wanted():
    return set(messages())


def translations(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_there_are_catalogues_in_two_scripts():
    assert set(CATALOGUES) >= {"ar", "uk"}


@pytest.mark.parametrize("language", CATALOGUES)
def test_catalogue_says_every_message_of_the_readers_pages_and_no_other(language, wanted):
    entries = polib.pofile(str(CATALOGUES[language]))
    assert {key(entry) for entry in entries} == wanted, "run `make messages`, then translate"
    assert [entry.msgid for entry in entries if entry.fuzzy or not all(translations(entry))] == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_catalogue_keeps_places_and_markup(language):
    for entry in polib.pofile(str(CATALOGUES[language])):
        said = {entry.msgid, entry.msgid_plural} - {""}
        # A form for one, two or none may do without the number, as "once" does.
        every, any_of = (
            set.intersection(*(set(PLACE.findall(text)) for text in said)),
            set(PLACE.findall("".join(said))),
        )
        for text in translations(entry):
            places = set(PLACE.findall(text))
            assert places <= any_of and (entry.msgid_plural or places == every), text
            assert sorted(MARKUP.findall(text)) == sorted(MARKUP.findall(entry.msgid)), text


@pytest.mark.parametrize("language", CATALOGUES)
def test_compiled_catalogue_is_the_one_beside_it(language):
    path = CATALOGUES[language]
    assert path.with_suffix(".mo").read_bytes() == polib.pofile(str(path)).to_binary(), "run `make messages`"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("uk", {1: "1 цитата", 2: "2 цитати", 5: "5 цитат", 11: "11 цитат", 21: "21 цитата", 24: "24 цитати"}),
        (
            "ar",
            {0: "لا اقتباسات", 1: "اقتباس واحد", 2: "اقتباسان", 3: "3 اقتباسات", 11: "11 اقتباسًا", 100: "100 اقتباس"},
        ),
    ],
)
def test_numbers_are_said_in_the_form_that_the_language_wants(language, said):
    with CATALOGUES[language].with_suffix(".mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    told = {n: catalogue.ngettext("%(shown)s quote", "%(shown)s quotes", n) % {"shown": n} for n in said}
    assert told == said
