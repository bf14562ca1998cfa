"""Where the subject of a sentence begins."""

import pytest

from articles.text.quotes.subjects import behind_objects


@pytest.mark.parametrize(
    ("told", "subject"),
    [
        ("ramionami Maria Dudnik", "Maria Dudnik"),
        ("głową premier Rejkart", "premier Rejkart"),
        ("wczoraj tylko cicho ramionami", "wczoraj tylko cicho ramionami"),
        ("Maria Dudnik", "Maria Dudnik"),
        ("głową, Maria Dudnik", "głową, Maria Dudnik"),
    ],
)
def test_subject_stands_behind_the_objects_of_a_verb(told, subject):
    assert behind_objects(told) == subject
