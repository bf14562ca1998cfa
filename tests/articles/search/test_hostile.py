"""Whatever is typed gets an answer: thousands of random queries, hostile ones among them, and none is an error."""

import random

import pytest
from django.test import Client

from articles.search.query import MOST_CHARACTERS
from tests.builders import a_desk, a_person, a_topic, live_article

WORDS = (
    "bridge", "Bridges", "Zelenskyy", "Зеленський", "мости", "الجسر", "橋を渡る", "łódź", "Straße", "l'homme", "U.S.",
    "1,000", "AND", "OR", "NOT", "NEAR", "headline", "¤d1", "¤p1", "null", "%s", "{matches}", "a", "the", "👩‍🚀", "ﷺ",
)  # fmt: skip
SIGNS = (
    *"\"'`^*:-+()[]{}<>&|!?~@#$%\\/.,;=_ \t\n\0\ufeff\u202e\u0301“”„«»", "--", "/*", ":*", "<->", "''", '""',
    "%00", "\ud83d\udc68", " OR ", "NEAR(", "-", "\u3000", "\U0010ffff",
)  # fmt: skip
OTHERS = ("", "world", "bridges", "ada", "2026-05-21", "0001-01-01", "9999-12-31", "0", "-1", "x" * 300)


def typed(rng):
    """What a hand, a cat or an attacker may type."""
    kind = rng.random()
    if kind < 0.05:
        return rng.choice(SIGNS) * rng.randint(1, 60)
    if kind < 0.08:
        return rng.choice(WORDS) * rng.choice((1, 20, 10_000 // 8))
    if kind < 0.15:
        return "".join(chr(rng.randint(1, 0xD7FF)) for _ in range(rng.randint(1, 12)))
    parts = (rng.choice(WORDS if rng.random() < 0.55 else SIGNS) for _ in range(rng.randint(1, 9)))
    return rng.choice(("", " ")).join(parts)


def asked(rng):
    """(path, parameters) of a question."""
    if rng.random() < 0.3:
        return "/search/suggestions/", {"q": typed(rng)}
    names = [name for name in ("desk", "topic", "person", "byline", "from", "to", "after") if rng.random() < 0.08]
    return "/search/", {"q": typed(rng)} | {
        name: rng.choice(OTHERS) if rng.random() < 0.7 else typed(rng) for name in names
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("seed", "number"),
    [(0, 1_500), *(pytest.param(seed, 1_000, marks=pytest.mark.trial) for seed in range(1, 101))],
)
def test_no_query_is_an_error(seed, number):
    ada, topic = a_person("Ada", aliases=["Zelensky"]), a_topic("Bridges")
    for headline in ("Bridge Opens", "Мости відкрито", "橋を渡る人"):
        live_article(headline=headline, desk=a_desk(), bylines=[ada], lead_topic=topic, topics=[topic])
    rng, client, failed = random.Random(seed), Client(raise_request_exception=False), []  # noqa: S311  no secret
    for _ in range(number):
        path, values = asked(rng)
        values = {name: value.encode("utf-8", "surrogatepass") for name, value in values.items()}
        status = client.get(path, values).status_code
        # A cursor that is not ours, and nothing else, has no page.
        if status != 200 and not (status == 404 and "after" in values):
            failed.append((status, path, values))
    assert failed == []


@pytest.mark.parametrize("seed", range(3))
def test_hostile_queries_are_of_every_kind(seed):
    rng = random.Random(seed)  # noqa: S311  no secret
    some = [typed(rng) for _ in range(2_000)]
    assert any(len(each) > 10 * MOST_CHARACTERS for each in some)
    for sign in ("\0", '"', "*", "(", "橋", "الجسر", "NOT"):
        assert any(sign in each for each in some)
