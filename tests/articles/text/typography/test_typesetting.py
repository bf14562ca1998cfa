"""Words are set as their language prints them, and nothing but signs and spaces changes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.languages.folding import fold
from articles.text.quotes.running_quotes import find_quotes
from articles.text.typography.typesetting import RULES, typeset_html, typeset_text
from tests.articles.text import soup
from tests.linear import assert_linear

LANGUAGES = ["en", "en-gb", "fr", "fr-ca", "de", "de-ch", "sv", "pl", "uk", "ar", "he", "es-mx", "nl", "da", "ja", "xx"]


def visible(text):
    """The text with a ~ for each no-break space and a _ for each narrow one, so that a test shows them."""
    return text.replace("\xa0", "~").replace("\u202f", "_")


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", '"Go," she said, "and \'stay\' away."', "“Go,” she said, “and ‘stay’ away.”"),
        ("en", 'He read "the "late" news" again', "He read “the ‘late’ news” again"),
        ("en-gb", "'Go,' she said. 'Don't \"cry\" now.'", "‘Go,’ she said. ‘Don’t “cry” now.’"),
        ("en-gb", 'It is "open".', "It is “open”."),
        ("en-GB", '"So."', "“So.”"),
        ("xx", "\"a 'b' c\"", "“a ‘b’ c”"),
        ("fr", "\"L'ami 'vrai' est la\"", "«~L’ami “vrai” est la~»"),
        ("fr", '"L\'ami "vrai" est la"', "«~L’ami “vrai” est la~»"),
        ("fr-ch", '"Un "vrai" ami"', "«Un ‹vrai› ami»"),
        ("de", "\"Er sagte 'so'\", und ging", "„Er sagte ‚so‘“, und ging"),
        ("de-at", '"So."', "„So.“"),
        ("de-ch", '"So "was"."', "«So ‹was›.»"),
        ("de", '„So", rief er', "„So“, rief er"),
        ("sv", "\"Han sa 'ja' nu\"", "”Han sa ’ja’ nu”"),
        ("pl", '"Tak "albo" nie"', "„Tak «albo» nie”"),
        ("pl", '„Tak" i "nie"', "„Tak” i „nie”"),
        ("uk", '"П\'ять "так" слів"', "«П’ять „так“ слів»"),
        ("ru", '"Да", сказал он', "«Да», сказал он"),
        ("ar", 'قال "نعم" أمس', "قال ”نعم“ أمس"),
        ("he", 'אמר "כן" לכולם', "אמר ”כן” לכולם"),
        ("es", '"Una "gran" obra"', "«Una “gran” obra»"),
        ("es-mx", '"Una "gran" obra"', "“Una ‘gran’ obra”"),
        ("it", '"Un "bel" ponte"', "«Un “bel” ponte»"),
        ("ja", '"はい"', "「はい」"),
    ],
)
def test_straight_marks_become_the_languages_own(language, typed, printed):
    assert visible(typeset_text(typed, language)) == printed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Fine,” «très~bien», „gut“ and ‘so’."),
        ("en", 'He said it" and left'),
        ("en", 'In the middle "it opens'),
        ("en", 'A 6" pipe'),
        ("en", "5'10\" and 6'2\" tall"),
        ("en", "6' deep"),
        ("en", "' and \" alone"),
        ("en", "''wiki'' marks"),
        ("en", '40°26\'46"N, a 10\' x 12\' room, 5"x7" prints and a 2½" pipe'),
        ("he", "צה\"ל נתב\"ג דו\"חות ג'ירפה פרופ' 'כן'"),
        ("uk", 'об"єкт'),
        ("en", '«So"'),
    ],
)
def test_what_is_set_already_or_unclear_stays(language, text):
    text = text.replace("~", "\xa0")
    assert typeset_text(text, language) == text


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", '"Go on', "“Go on"),
        ("en", '"Go "on" and', "“Go ‘on’ and"),
        ("de", '"Und weiter', "„Und weiter"),
        ("en", '"The 6" pipe," he said.', '“The 6" pipe,” he said.'),
        ("en", '"It was 1990," he said, "or 1991"', "“It was 1990,” he said, “or 1991”"),
        ("en", '"He is 6\'2"," she said.', "“He is 6'2\",” she said."),
    ],
)
def test_a_paragraph_may_open_a_quotation_and_leave_it_open(language, typed, printed):
    assert typeset_text(typed, language) == printed


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", "The class of '68 met at the farmers' hall", "The class of ’68 met at the farmers’ hall"),
        ("en", "the class of ‘68, ‘tis ‘90s rock ‘n’ roll", "the class of ’68, ’tis ’90s rock ’n’ roll"),
        ("en", "(TNT)'s, [mayor]'s, the U.S.' role, Jose\u0301's", "(TNT)’s, [mayor]’s, the U.S.’ role, Jose\u0301’s"),
        ("en", "He got '20 years' for the 'cause' of it", "He got ‘20 years’ for the ‘cause’ of it"),
        ("tr", "Ankara'da 2020'de (AKP)'nin \"Yarın\"'ı", "Ankara’da 2020’de (AKP)’nin “Yarın”’ı"),
        ("fr", "l'\"ami\" qu'« il » a", "l’«\xa0ami\xa0» qu’«\xa0il\xa0» a"),
        ("he", 'ב"הארץ" don\'t', "ב”הארץ” don’t"),
        ("en", "It's the farmers' market", "It’s the farmers’ market"),
        ("en", "the '90s, the 1990's, the class of '68", "the ’90s, the 1990’s, the class of ’68"),
        ("en", "'Tis rock 'n' roll, give 'em hell", "’Tis rock ’n’ roll, give ’em hell"),
        ("en", "'til we said 'no' to it", "’til we said ‘no’ to it"),
        ("en", "Don't (he won't), can't.", "Don’t (he won’t), can’t."),
        ("fr", "l'eau d'Ana", "l’eau d’Ana"),
        ("it", "un po' d'acqua", "un po’ d’acqua"),
        ("nl", "'s Avonds in 't Hart", "’s Avonds in ’t Hart"),
        ("uk", "п'ять", "п’ять"),
    ],
)
def test_apostrophes(language, typed, printed):
    assert typeset_text(typed, language) == printed


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", "The ship--or its hull -- sank", "The ship—or its hull — sank"),
        ("en", '"I was--" he said', "“I was—” he said"),
        ("en", "Rain - at last - fell", "Rain – at last – fell"),
        ("de", "Regen - endlich -- fiel", "Regen – endlich – fiel"),
        ("ru", "Киев - столица", "Киев — столица"),
        ("en", "5 - x", "5 – x"),
        ("en", "It won 3 - 1, well-known", "It won 3 - 1, well-known"),
        ("en", "- a list, --flag, a --flag, a ---- b", "- a list, --flag, a --flag, a ---- b"),
        ("en", "Wait... what", "Wait… what"),
        ("en", "1990...", "1990…"),
        ("en", "End.... 1...5, .. and ../", "End.... 1...5, .. and ../"),
    ],
)
def test_dashes_and_dots(language, typed, printed):
    assert typeset_text(typed, language) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1990-1995, 1990-95, 2026-27", "1990–1995, 1990–95, 2026–27"),
        ("pp. 3-4, pages 10-12, aged 5-7", "pp.~3–4, pages 10–12, aged 5–7"),
        ("$10-15, 5-10 km, 3-5%", "$10–15, 5–10~km, 3–5%"),
        ("(1990-1995)", "(1990–1995)"),
    ],
)
def test_ranges_take_an_en_dash(typed, printed):
    assert visible(typeset_text(typed, "en")) == printed


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-21",
        "2011-12",
        "2009-10",
        "1995-1990",
        "pp. 4-3",
        "555-1234",
        "+44 20-7946-0958",
        "020 1900-2000 3000",
        "won 3-1",
        "F-16",
        "10-15-year-old",
        "24-7",
    ],
)
def test_dates_telephone_numbers_scores_and_names_keep_their_hyphen(text):
    assert "–" not in typeset_text(text, "en")


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("en", "5 km, 20 °C, 7 %, 3.5 million", "5~km, 20~°C, 7~%, 3.5 million"),
        ("en", "5 kmh, 5 people", "5 kmh, 5 people"),
        ("en", "On 21 May 2026, in 2021 May", "On 21~May 2026, in 2021 May"),
        ("en", "Mr. Diaz, Ms Lind, Dr. Ek, Prof. Oz, St. Ives", "Mr.~Diaz, Ms~Lind, Dr.~Ek, Prof.~Oz, St.~Ives"),
        ("en", "the dr. said", "the dr. said"),
        ("en", "p. 5, No. 3, § 12", "p.~5, No.~3, §~12"),
        ("de", "am 21. Mai", "am 21.~Mai"),
        ("fr", "M. Petit, le 3 mai", "M.~Petit, le 3~mai"),
        ("es", "Sr. Paz, el 3 de mayo", "Sr.~Paz, el 3~de mayo"),
        ("uk", "5 км, 3 травня", "5~км, 3~травня"),
        ("xx", "21 May", "21 May"),
    ],
)
def test_a_number_is_not_parted_from_its_unit_nor_a_title_from_its_name(language, typed, printed):
    assert visible(typeset_text(typed, language)) == printed


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        ("fr", "Quoi ? Non ! Oui ; donc : « so »", "Quoi_? Non_! Oui_; donc~: «~so~»"),
        ("fr", "Quoi? Non! Oui; donc: «so» ?!", "Quoi_? Non_! Oui_; donc~: «~so~»_?!"),
        ("fr", '"Non!"', "«~Non_!~»"),
        ("fr", "18:30, 2:1, www.a.example?b=c", "18:30, 2:1, www.a.example?b=c"),
        ("fr-ca", "Quoi? Non !", "Quoi? Non_!"),
        ("fr-ch", "«so» ; oui", "«so»_; oui"),
        ("en", "So : « no » !", "So : « no » !"),
    ],
)
def test_french_spaces(language, typed, printed):
    assert visible(typeset_text(typed, language)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/b--c...d'e?f=1990-1995",
        "see www.a.example/it's-1990-1995 now",
        "o'neil@a.example",
        "docs.a.example/1-2...3",
        "@o_neil and #90s",
        "a.example/1990-1995/x",
        "mailto:a--b@c.example",
    ],
)
def test_addresses_and_handles_are_left_alone(text):
    assert typeset_text(text, "fr") == text


def test_signs_around_an_address_are_set():
    assert typeset_text('"https://a.example/x", @ana\'s...', "en") == "“https://a.example/x”, @ana’s…"


def test_spaces_are_single_and_none_at_the_ends():
    assert typeset_text("  a \n\t b\u2003c  ", "en") == "a b c"
    assert typeset_text("5\xa0000", "en") == "5\xa0000"


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [
        (
            "en",
            '<p>He said "<em>no</em>," and didn\'<strong>t</strong>.</p>',
            "<p>He said “<em>no</em>,” and didn’<strong>t</strong>.</p>",
        ),
        ("en", '<p><em>"No</em> and <em>yes"</em></p>', "<p><em>“No</em> and <em>yes”</em></p>"),
        ("en", "<p>a<em>..</em>. b</p>", "<p>a<em>…</em> b</p>"),
        ("en", "<p><a href=\"/it's--1990-1995\">it's</a></p>", '<p><a href="/it\'s--1990-1995">it’s</a></p>'),
        ("en", '<h2>"A"</h2><ul><li><p>"b"</p></li></ul>', "<h2>“A”</h2><ul><li><p>“b”</p></li></ul>"),
        ("fr", "<p><em>Quoi</em>?</p>", "<p><em>Quoi\u202f</em>?</p>"),
        ("en", "<p>5 <strong>km</strong></p>", "<p>5&nbsp;<strong>km</strong></p>"),
        (
            "en",
            '<figure data-photo="1" data-credit="A\'s"><figcaption>"b"</figcaption></figure>',
            '<figure data-photo="1" data-credit="A\'s"><figcaption>“b”</figcaption></figure>',
        ),
        (
            "en",
            '<figure data-photo="1"><figcaption></figcaption></figure>',
            '<figure data-photo="1"><figcaption></figcaption></figure>',
        ),
        ("en", '<p>"One</p><p>"Two"</p>', "<p>“One</p><p>“Two”</p>"),
        ("en", '<p>"a</p><p>b"</p>', '<p>“a</p><p>b"</p>'),
    ],
)
def test_bodies_are_set_across_marks_and_by_paragraph(language, typed, printed):
    assert clean(typed) == typed
    assert typeset_html(typed, language) == printed


SIGNS = st.lists(
    st.sampled_from(
        list("\"'\"'\"'.-- -  :;!?«»„“”‘’‚‹›()5619xaАש\xa0\u202f\n@/[")
        + ["...", "--", " - ", "km", "May", "Mr.", "p. 3-4", "1990-95", "'tis", "http://a.b", "6'2\"", "'s ", ": "]
    ),
    max_size=25,
).map("".join)
TEXTS = SIGNS | st.text(max_size=40)


def letters(text):
    return [character for character in text if character.isalnum()]


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
@example('\ud800"', "en")
def test_tidying_is_idempotent_and_changes_no_letter(text, language):
    tidied = typeset_text(text, language)
    assert typeset_text(tidied, language) == tidied
    assert letters(tidied) == letters(text)
    assert len(tidied) <= 2 * len(text)


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_rules_want_nothing_where_their_signs_are_not(text, language):
    for signs, rule in RULES:
        assert any(sign in text for sign in signs) or not list(rule(text, language))


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.text(max_size=8))
def test_any_language_code_will_do(text, language):
    assert letters(typeset_text(text, language)) == letters(text)


RICH = st.lists(
    st.sampled_from(["<em>", "</em>", "<strong>", "</strong>", "</p><p>", "<br>"]) | SIGNS, max_size=12
).map("".join)


@settings(max_examples=150, deadline=None)
@given(soup.bodies | RICH.map(clean), st.sampled_from(LANGUAGES))
def test_tidied_bodies_are_clean_and_idempotent(body, language):
    tidied = typeset_html(body, language)
    assert clean(tidied) == tidied
    assert typeset_html(tidied, language) == tidied
    assert letters(Body(tidied).plain_text) == letters(Body(body).plain_text)


@pytest.mark.parametrize("piece", ["\"a 'b ", "a", "a.", "1-2 ", "!", "a--", "'a' ", "«!", "a@", '" '])
@pytest.mark.growth
def test_a_long_paragraph_takes_linear_time(piece):
    assert_linear(lambda size: typeset_text(piece * size, "fr"), 4_000)


@pytest.mark.parametrize(
    "text",
    [
        '"We\'ll wait," said Mr. Diaz. "It is 5 km."',
        'Mr. Diaz said: "We wait."',
        '"We wait," Dr. Ana Lind, the mayor\'s aide, said on 21 May.',
        "According to Prof. Bo Ek, \"the 'late' bus\" is late, and he said so twice.",
    ],
)
def test_quotes_are_found_alike_before_and_after(text):
    said, attributed = zip(*[(one.words, one.attribution) for one in find_quotes([text])], strict=True)
    found = find_quotes([typeset_text(text, "en")])
    assert [fold(one.words) for one in found] == [fold(words) for words in said]
    assert [fold(one.attribution) for one in found] == [fold(words) for words in attributed]
