"""Known people's names are found in running text of any script, and first mentions marked."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text.body.body import Body
from articles.text.body.cleaning import clean
from articles.text.people.name_index import NameHit, NameIndex, link_people
from tests.articles.text.soup import bodies

INDEX = NameIndex(
    [
        (1, "Vera Holm"),
        (1, "Holm"),
        (2, "Łukasz Müller"),
        (3, "習近平"),
        (4, "Ana Diaz"),
        (5, "Ana Díaz"),
        (6, "J. K. Strand"),
        (7, "O'Malley"),
        (8, "May"),
        (9, "Ursula van der Berg"),
        (10, "Maria"),
        (11, "Олена Їжак"),
        (12, "محمد علي"),
        (13, "St. John"),
        (14, "bell hooks"),
        (15, "ゼレン"),
        (16, "!!!"),
        (17, "สมชาย ใจดี"),
        (18, "བསྟན་འཛིན"),
        (19, "စန္ဒာ"),
    ]
)


def found(text):
    return [(text[hit.start : hit.end], hit.people) for hit in INDEX.find(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Vera Holm said", [("Vera Holm", (1,))]),
        ("Holm’s men, Holm's men", [("Holm", (1,)), ("Holm", (1,))]),
        ("Holmes and Holmström", []),
        ("ŁUKASZ MÜLLER, Lukasz Muller", [("ŁUKASZ MÜLLER", (2,)), ("Lukasz Muller", (2,))]),
        ("Łukasz Mu\u0308ller!", [("Łukasz Mu\u0308ller", (2,))]),
        ("lukasz muller", []),
        ("国家主席習近平訪問", [("習近平", (3,))]),
        ("นายสมชาย ใจดีกล่าว นายสมชายใจดี", [("สมชาย ใจดี", (17,)), ("สมชายใจดี", (17,))]),
        ("สมชาย ใจดื", []),
        ("བླ་མ་བསྟན་འཛིན་མཆོག", [("བསྟན་འཛིན", (18,))]),
        ("ဒေါ်စန္ဒာက", [("စန္ဒာ", (19,))]),
        ("ゼレン大統領", [("ゼレン", (15,))]),
        ("ゼレンスキー", []),
        ("Ana Diaz", [("Ana Diaz", (4, 5))]),
        ("Ana Díaz", [("Ana Díaz", (4, 5))]),
        ("with Ana. Diaz said", []),
        ("Ana, Diaz", []),
        ("Ana\nDiaz", []),
        ("Vera\u00a0 Holm", [("Vera\u00a0 Holm", (1,))]),
        ("J.K. Strand, J K Strand", [("J.K. Strand", (6,)), ("J K Strand", (6,))]),
        ("St John, St. John", [("St John", (13,)), ("St. John", (13,))]),
        ("O’Malley", [("O’Malley", (7,))]),
        ("d’O’Malley", [("O’Malley", (7,))]),
        ("Ana-Maria, Maria-Ana", []),
        ("Maria – Maria", [("Maria", (10,)), ("Maria", (10,))]),
        ("dell’Maria, X’Maria", [("Maria", (10,))]),
        ("it may rain in May", [("May", (8,))]),
        ("Ursula Van Der Berg", [("Ursula Van Der Berg", (9,))]),
        ("Bell Hooks and bell hooks", [("Bell Hooks", (14,)), ("bell hooks", (14,))]),
        ("Олена Їжак, Олена Іжак", [("Олена Їжак", (11,))]),
        ("قال مُحَمَّد علي", [("مُحَمَّد علي", (12,))]),
        ("Holm_x", [("Holm", (1,))]),
        ("\u0640", []),
        ("", []),
    ],
)
def test_find_sees_names_as_readers_do(text, hits):
    assert found(text) == hits


def test_find_prefers_the_longest_name_of_one_length_with_all_its_people():
    index = NameIndex([(3, "Jo Ek"), (1, "JO EK"), (2, "Jo"), (2, "Jo")])
    assert index.find("JO EK, Jo") == [NameHit(0, 5, (1, 3)), NameHit(7, 9, (2,))]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 5), st.text("ab éŁ’-.習й", max_size=8)), max_size=6),
    st.text("ab éŁ’-.習й\n", max_size=40),
)
def test_find_gives_hits_in_order_without_overlap(names, text):
    hits = NameIndex(names).find(text)
    edges = [edge for hit in hits for edge in (hit.start, hit.end)]
    assert edges == sorted(edges)
    assert all(hit.start < hit.end and hit.people for hit in hits)


@settings(deadline=None)
@given(st.text("abcé ", min_size=1).map(str.strip).filter(bool))
def test_find_finds_every_name_in_itself(name):
    name = " ".join(name.split())
    assert NameIndex([(1, name)]).find(f"“{name}” (…)") == [NameHit(1, 1 + len(name), (1,))]


def test_link_people_marks_the_first_place_that_names_each_person():
    body = clean(
        "<h2>Vera Holm</h2><figure data-photo=1>Vera Holm</figure><p>Vera <b>Holm</b>, Łukasz Müller</p>"
        "<ul><li>Holm</ul>"
    )
    assert link_people(Body(body), INDEX).html == clean(
        "<h2>Vera Holm</h2><figure data-photo=1>Vera Holm</figure><p><span data-person=1>Vera <b>Holm</b></span>, "
        "<span data-person=2>Łukasz Müller</span></p><ul><li>Holm</ul>"
    )


def test_link_people_leaves_links_mentions_and_doubtful_names_alone():
    body = clean(
        "<p><a href='/x'>Vera</a> Holm, Ana Diaz, <span data-person=2>he</span>, Łukasz Müller. St John, Maria, "
        "<span data-person=99>bell hooks</span></p>"
        "<blockquote data-attribution='O’Malley'><p>Vera Holm</p></blockquote>"
    )
    linked = link_people(Body(body), INDEX).html
    assert linked == body.replace("St John", '<span data-person="13">St John</span>').replace(
        "<p>Vera Holm</p>", '<p><span data-person="1">Vera Holm</span></p>'
    )


@settings(max_examples=200, deadline=None)
@given(bodies)
def test_link_people_only_adds_mentions_and_only_once(body):
    index = NameIndex([(1000, "Ana the"), (1001, "the sea"), (1002, "海海"), (1003, "two spaces"), (1004, "é")])
    linked = link_people(Body(body), index).html
    assert link_people(Body(linked), index).html == linked
    assert clean(re.sub(r'<span data-person="100\d">(.*?)</span>', r"\1", linked)) == body


@pytest.mark.parametrize(
    ("name", "is_linked"), [("สมชาย ใจดี", True), ("สมชาย", False), ("อภิรักษ์เกษม", True), ("習近平", True)]
)
def test_a_short_name_without_spaces_is_no_mention_by_itself(name, is_linked):
    body = link_people(Body(f"<p>กล่าว{name}กล่าว</p>"), NameIndex([(1, name)]))
    assert (body.mentioned_people == (1,)) is is_linked
