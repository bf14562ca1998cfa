"""What was parsed last is remembered, within bounds."""

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings

from articles.text.body.cleaning import clean
from articles.text.body.html_parser import nodes_of, parse
from articles.text.body.parse_cache import ParseCache
from articles.text.typography.typesetting import typeset_html
from tests.articles.text.parses import counted_parses
from tests.articles.text.soup import html

NODES = parse("<p>a</p>")


def test_cache_forgets_the_longest_unused_of_too_many_bodies():
    cache = ParseCache(bodies=2, characters=100)
    cache.put("one", NODES)
    cache.put("two", NODES)
    assert cache.get("one") is NODES
    cache.put("three", NODES)
    assert cache.get("two") is None
    assert cache.get("one") is cache.get("three") is NODES


def test_cache_holds_so_many_characters_at_most():
    cache = ParseCache(bodies=9, characters=10)
    cache.put("four", NODES)
    cache.put("four", NODES)
    cache.put("other4", NODES)
    assert cache.get("four") is cache.get("other4") is NODES
    cache.put("!", NODES)
    assert cache.get("four") is None
    cache.put("eleven long", NODES)
    assert cache.get("eleven long") is None
    assert cache.get("other4") is cache.get("!") is NODES


def test_cache_is_shared_by_threads():
    cache = ParseCache(bodies=5, characters=40)

    def work(step: int) -> bool:
        key = "x" * (step % 13)
        cache.put(key, NODES)
        return cache.get(key) in (NODES, None)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(2_000)))
    cache.put("y" * 40, NODES)
    assert cache.get("y" * 40) is NODES


def test_body_asked_for_again_is_not_parsed_again():
    with counted_parses() as parses:
        assert nodes_of("<p>a</p>") is nodes_of("<p>a</p>")
    assert parses == ["<p>a</p>"]


def test_body_that_is_clean_is_parsed_once_and_not_sanitized():
    with counted_parses() as parses:
        assert clean(clean("<p>a <em>b</em></p>")) == "<p>a <em>b</em></p>"
        assert typeset_html(clean("<p>a <em>b</em></p>"), "en") == "<p>a <em>b</em></p>"
    assert parses == ["<p>a <em>b</em></p>"]


def test_body_that_was_cleaned_and_set_is_not_parsed_again():
    with counted_parses() as parses:
        tidied = typeset_html(clean('<div>"a"</div>'), "en")
        before = list(parses)
        assert clean(tidied) == "<p>“a”</p>"
        nodes_of(tidied)
    assert parses == before


@settings(max_examples=300, deadline=None)
@given(html)
def test_what_is_remembered_is_what_would_be_parsed(source):
    for body in (clean(source), typeset_html(clean(source), "fr")):
        assert nodes_of(body) == parse(body)
