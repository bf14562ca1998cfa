"""Stems are the same whoever asks beside whom: a server answers on several threads."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from articles.search.stemming import stem

pytestmark = pytest.mark.once
WORDS = [
    f"{start}{end}" for start in ("nation", "bridg", "harbour", "negotiat") for end in ("ally", "es", "ing", "ions")
]


@pytest.fixture
def _turns():
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_turns")
def test_threads_do_not_mix_up_each_others_words():
    alone = [stem(word, "en") for word in WORDS]
    with ThreadPoolExecutor(4) as threads:
        rounds = [threads.submit(lambda: [stem(word, "en") for word in WORDS]) for _ in range(200)]
    assert all(each.result() == alone for each in rounds)
