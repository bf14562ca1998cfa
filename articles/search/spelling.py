"""Did you mean: the words of headlines and names nearest to a word that no story has."""

import re
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from django.db import transaction
from django.db.models import Q

from articles.database.bulk_insert import bulk_insert
from articles.models.search_entry import SearchEntry, Spelling
from articles.search.words import chunks, is_unspaced, plain_words
from articles.text.languages.transliteration import romanised

SHORTEST, LONGEST = 4, 24
MOST_ALIKE = 300
_VOWELS = re.compile("[aeiouyjàаеёиіїоуыэюяє'ь]")  # j as in Selenskyj, where others write i or y
_SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("c(?=[eiy])|z|ß"), "s"),
    (re.compile("ck|[cqg]"), "k"),
    (re.compile("w"), "v"),
)


def words_in(text: str) -> set[str]:
    """The set of folded words of a text that are worth correcting to."""
    found = {word for _, _, chunk in chunks(text) for word in plain_words(chunk)}
    return {word for word in found if SHORTEST <= len(word) <= LONGEST and word.isalpha() and not is_unspaced(word)}


def keys_of(word: str) -> set[str]:
    """The keys of a word: itself, itself less any one letter (so that two words one slip apart share a key), its sound.

    After Garbe's SymSpell, with one deletion.
    """
    less_one = {word[:place] + word[place + 1 :] for place in range(len(word))}
    return {word, f"~{sound(word)}"} | less_one


def sound(word: str) -> str:
    """The consonants of a word as they sound, for spellings that differ in vowels and doubled letters; romanised."""
    word = romanised(word)
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    word = word[:1] + _VOWELS.sub("", word[1:])
    return re.sub(r"(.)\1+", r"\1", word)


def add_words(texts: Iterable[str], *, now: datetime, entry: SearchEntry | None = None) -> None:
    """Add the words of these texts, inside the caller's transaction; those that are there already cost little.

    They are offered from `now` on, or from the moment on at which a SearchEntry to come, `entry`, goes live.
    """
    from_at, pk = (entry.goes_live_at, entry.pk) if entry else (now, None)
    words = set().union(*map(words_in, texts))
    known: set[str] = set()
    ordered = sorted(words)
    held = Spelling.objects.filter(Q(from_at__lte=now) | Q(entry=pk))
    for start in range(0, len(ordered), 500):
        known.update(held.filter(word__in=ordered[start : start + 500]).values_list("word", flat=True))
    bulk_insert(
        Spelling(key=key, word=word, from_at=from_at, entry=pk)
        for word in sorted(words - known)
        for key in sorted(keys_of(word))
    )


def remove_words_of(entries: Iterable[SearchEntry], *, now: datetime) -> None:
    """Remove what those of these SearchEntries brought that readers never saw, inside the caller's transaction."""
    ahead = [entry.pk for entry in entries if entry.goes_live_at > now]
    if ahead:
        Spelling.objects.filter(entry__in=ahead).delete()


def remove_strays(now: datetime) -> None:
    """Remove words that are to come with entries which are no more."""
    Spelling.objects.filter(entry__isnull=False, from_at__gt=now).exclude(
        entry__in=SearchEntry.objects.values("pk")
    ).delete()


def update_keys() -> None:
    """Give each word the keys that it has by today's rules; those that have them already are only read."""
    rows = Spelling.objects.order_by("word", "from_at", "entry").values_list("word", "from_at", "entry", "key", "pk")
    gone, lacking = [], []
    for (word, from_at, entry), held in groupby(rows.iterator(), key=itemgetter(0, 1, 2)):
        wanted = keys_of(word)
        present = {key: pk for *_, key, pk in held}
        gone += [pk for key, pk in present.items() if key not in wanted]
        lacking += [
            Spelling(key=key, word=word, from_at=from_at, entry=entry) for key in sorted(wanted - present.keys())
        ]
    with transaction.atomic():
        for start in range(0, len(gone), 500):
            Spelling.objects.filter(pk__in=gone[start : start + 500]).delete()
        bulk_insert(lacking)


def has_all_words(text: str, at: datetime) -> bool:
    """Whether every word of a text may be offered at `at`."""
    words = words_in(text)
    return words == set(Spelling.objects.filter(word__in=words, from_at__lte=at).values_list("word", flat=True))


def nearest(words: Iterable[str], at: datetime, most: int = 3) -> dict[str, list[str]]:
    """{word: up to `most` words offered at `at`, the nearest first} for those of `words` with a neighbour; one query.

    A word is not its own neighbour: where it is in the list itself it was not misspelt, or no live story has it.
    """
    keys = {word: keys_of(word) for word in words if SHORTEST <= len(word) <= LONGEST}
    if not keys:
        return {}
    rows = Spelling.objects.filter(key__in=set().union(*keys.values()), from_at__lte=at).values_list("key", "word")
    found: dict[str, set[str]] = {}
    for key, known in rows[: MOST_ALIKE * len(keys)]:
        for word, own in keys.items():
            if key in own and known != word:
                found.setdefault(word, set()).add(known)
    return {word: sorted(near, key=lambda other: _strangeness(word, other))[:most] for word, near in found.items()}


def _strangeness(word: str, other: str) -> tuple[bool, int, str]:
    """By what the nearest words come first: those in the same script, then by distance."""
    return word.isascii() != other.isascii(), distance(word, other), other


def distance(one: str, other: str) -> int:
    """How many letters must be added, taken away, changed or swapped with their neighbour to get from one to other.

    Words of other scripts are compared as they are romanised.
    """
    one, other = romanised(one), romanised(other)
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, opposite in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
