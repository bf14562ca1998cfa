"""How well a story answers a query: where its words stand, how often, how close, and how new it is. Runs no query.

Both databases only hand over matches; the order is made here, so it is the same on both.
"""

from collections.abc import Sequence

from articles.search.query import Group, Query, as_text

HEADLINE, NAMES, DEK, BODY = 8.0, 5.0, 3.0, 2.0
WHOLE_HEADLINE, IN_A_ROW = 6.0, 3.0
# A byline is a weaker sign than being what the story is about.
BYLINE = 2.0
# An old story keeps so much of its worth; the rest halves every so many days.
KEPT, HALVES_IN_DAYS = 0.35, 120
SECONDS_A_DAY = 86_400


def score(query: Query, fields: Sequence[str], age_seconds: int) -> int:
    """An integer, greater for better answers. `fields` are (headline, names, dek, body) as strings of terms.

    `age_seconds` is how long before the question the story is dated.
    """
    headline, names, dek, body = (f" {field} " for field in fields)
    relevance = 1.0
    for group in query.groups:
        relevance += _of_group(group, headline, names, dek, body)
    if len(query.groups) > 1:
        relevance += _of_neighbours(query, headline, body)
    days = max(age_seconds, 0) / SECONDS_A_DAY
    freshness = KEPT + (1 - KEPT) * 0.5 ** (days / HALVES_IN_DAYS)
    return int(relevance * freshness * 1_000_000)


def _of_group(group: Group, headline: str, names: str, dek: str, body: str) -> float:
    """What one word of the query adds: each field where it stands, and how often in the body, ever less."""
    phrases = [as_text(terms) for terms in group]
    times = sum(body.count(phrase) for phrase in phrases)
    worth = BODY * times / (times + 2)
    if any(phrase in headline for phrase in phrases):
        worth += HEADLINE
    if any(phrase in dek for phrase in phrases):
        worth += DEK
    pointed = [phrase for phrase in phrases if phrase in names]
    if pointed:
        worth += BYLINE if all(_is_signed(phrase, names) for phrase in pointed) else NAMES
    return worth


def _of_neighbours(query: Query, headline: str, body: str) -> float:
    """What is added when the words follow each other as they were typed."""
    first = [as_text(group[0]) for group in query.groups]
    if any(phrase.endswith("*") for phrase in first):
        return 0.0
    row = f" {' '.join(phrase.strip() for phrase in first)} "
    return (WHOLE_HEADLINE if row in headline else 0.0) + (IN_A_ROW if row in body else 0.0)


def _is_signed(phrase: str, names: str) -> bool:
    """Whether a pointer to a person is to somebody who signed the story."""
    return phrase.replace("¤p", "¤b") in names and phrase.startswith(" ¤p")
