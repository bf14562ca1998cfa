"""What a dash opens is speech when somebody is said to speak, and a list, a dateline or an aside when not."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.text.languages.dash_speech import dash_speeches
from tests.linear import assert_linear


def spoken(story):
    """The words and the clause of each speech in a story whose lines are paragraphs."""
    found = dash_speeches(story.split("\n"))
    return [(story[start:end], reporting and story[slice(*reporting)]) for start, end, reporting in found]


SPEECH = [
    # Swedish, Norwegian, Danish
    ("– Vi är redo, säger kaptenen Eva Lind.", [("Vi är redo", "säger kaptenen Eva Lind.")]),
    ("– Är vi redo? undrar hon. Det är sent.", [("Är vi redo?", "undrar hon."), ("Det är sent.", "undrar hon.")]),
    ("– Vi är redo, säger hon till TT. Hon tillägger att det regnar.", [("Vi är redo", "säger hon till TT.")]),
    ("– Vi är redo, har Eva Lind sagt.", []),
    ("– Vi är redo, har hon också sagt. – Vi är redo, säger hon. – Nu går vi.", [
        ("Vi är redo", "har hon också sagt."),
        ("Vi är redo", "har hon också sagt."),
        ("Nu går vi.", "har hon också sagt."),
    ]),
    ("– Vi är redo, säger Eva Lind. – Inte vi, säger Ola Berg. – Nu går vi.", [
        ("Vi är redo", "säger Eva Lind."),
        ("Inte vi", "säger Ola Berg."),
        ("Nu går vi.", "säger Ola Berg."),
    ]),
    ("- Vi er klare, sier kaptein Eva Lind til NTB.", [("Vi er klare", "sier kaptein Eva Lind til NTB.")]),
    ("– Er I klar? spørger kaptajn Eva Lind, 43.", [("Er I klar?", "spørger kaptajn Eva Lind, 43.")]),
    ("– Det er godt, tilføjer hun. ", [("Det er godt", "tilføjer hun.")]),
    ("Hon sa: – Vi är redo.", [("Vi är redo.", "Hon sa")]),
    # Ukrainian, Polish, Turkish
    ("– Ми готові йти далі, – сказала капітанка Олена Коваль. – Ще рядок.", [
        ("Ми готові йти далі", "сказала капітанка Олена Коваль."),
        ("Ще рядок.", "сказала капітанка Олена Коваль."),
    ]),
    ("– Ми – це сила, – наголосив він у м. Києві. Він усміхнувся. – Ходімо!", [
        ("Ми – це сила", "наголосив він у м. Києві."),
        ("Ходімо!", "наголосив він у м. Києві."),
    ]),
    ("– Я певна, – каже Олена, – що ми готові.", [("Я певна", "каже Олена,"), ("що ми готові.", "каже Олена,")]),
    ("– Ходімо, – капітанка Олена Коваль сказала.", [("Ходімо", "капітанка Олена Коваль сказала.")]),
    ("– Jesteśmy gotowi – dodała Anna Nowak.", [("Jesteśmy gotowi", "dodała Anna Nowak.")]),
    ("– Hazırız, dedi Kaptan Elif Kaya. – Yarın çıkıyoruz.", [
        ("Hazırız", "dedi Kaptan Elif Kaya."),
        ("Yarın çıkıyoruz.", "dedi Kaptan Elif Kaya."),
    ]),
    # Spanish, French
    ("—Seguimos —dijo Ana Ruiz—. Nada cambia.", [("Seguimos", "dijo Ana Ruiz"), ("Nada cambia.", "dijo Ana Ruiz")]),
    ("—¿Vienes? —preguntó Ana—. Es tarde —añadió—, y llueve.", [
        ("¿Vienes?", "preguntó Ana"),
        ("Es tarde", "preguntó Ana"),
        ("y llueve.", "preguntó Ana"),
    ]),
    ("— Nous partons, a déclaré Marie Duval.", [("Nous partons", "a déclaré Marie Duval.")]),
    ("— C’est fini, s’exclame-t-elle.", [("C’est fini", "s’exclame-t-elle.")]),
    ("— C’est fini, a-t-il déclaré.", [("C’est fini", "a-t-il déclaré.")]),
    # over paragraphs
    ("— Nous partons, dit Marie.\n— Très bien.\nElle est partie.\n— Non.", [
        ("Nous partons", "dit Marie."),
        ("Très bien.", None),
    ]),
    ("Капітанка сказала:\n– Ми готові.", [("Ми готові.", None)]),
    ("– Vi är redo, säger hon.\n– rad två", [("Vi är redo", "säger hon.")]),
    ("– … – сказала Олена. – Так.", [("Так.", "сказала Олена.")]),
]  # fmt: skip


@pytest.mark.parametrize(("story", "speeches"), SPEECH)
def test_speech_behind_a_dash(story, speeches):
    assert spoken(story) == speeches


@pytest.mark.parametrize(
    "story",
    [
        "- bread\n- butter\n- milk, said the mayor",
        "– Bättre vägar\n– Fler bussar.",
        "КИЇВ – Пором повернувся, сказала Олена.",
        "Пором – кажуть рибалки – повернеться.",
        "– Пором, кажуть, повернеться.",
        "– Пором – кажуть – повернеться.",
        "— Le maire, dit-on, partira.",
        "– Я кажу вам, ми готові.",
        "– Vi är redo, säger jag.",
        "– Vi är redo, säger att det regnar.",
        "– Foto: Jan Kowalski",
        "–5 grader",
        "– ",
        "Rådet beslutade: – Budget",
        "Tid: 12: – Budget",
        "Hon sa:– Vi",
        "– Vi är redo, (säger hon.)",
        "– Vi är redo, Säger hon.",
        "– Vi är redo, de säger hon.",
        "– Vi är redo, ",
        "– сказала, що так",
        "– a" * 300,
    ],
)
def test_other_dashes_open_no_speech(story):
    assert spoken(story) == []


PIECES = st.sampled_from(
    ["– ", "—", "- ", ", ", ". ", "? ", "säger ", "Eva Lind", "сказала ", "dijo ", ": ", "…", " ", "a", "dit-il"]
)


@example(["– …– – säger – "])
@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_speeches_are_in_order_and_hold_words(paragraphs):
    text, edge = "\n".join(paragraphs), 0
    for start, end, reporting in dash_speeches(paragraphs):
        assert edge <= start < end
        assert any(map(str.isalnum, text[start:end]))
        assert reporting is None or text[slice(*reporting)].strip()
        edge = end


@pytest.mark.parametrize("piece", ["A, säger Eva Lind. ", ", säger Eva Lind. ", ", ", "? dit il ", "— ", ": – "])
@pytest.mark.growth
def test_a_megabyte_behind_a_dash_takes_linear_time(piece):
    assert_linear(lambda size: dash_speeches(["– A " + piece * (size // len(piece))]), 400_000)
