"""Names in scripts without capitals: behind titles that say what they are of, and what is no name."""

import pytest

from articles.text.quotes.naming.uncased_names import uncased_name
from articles.text.quotes.running_quotes import find_quotes


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('רס"ל הוגו פטאל', "הוגו פטאל"),  # a rank in letters
        ("מנהל אולם הספורט נורה כליל", "נורה כליל"),
        ("الفنان عاشق البحر سامي ناصر", "سامي ناصر"),
        ("שומר הגן גזלוף ורדינו", "גזלוף ורדינו"),  # names that no table knows
    ],
)
def test_name_stands_behind_what_a_title_is_of(words, name):
    assert uncased_name(words) == name


@pytest.mark.parametrize(
    "passage",
    ["发言人国家发展委员会说：“我们会留下。”", "主席建设银行说：“我们会留下。”", "代表工人们说：“我们留下。”"],
)
def test_body_behind_a_title_is_nobody(passage):
    (quote,) = find_quotes([passage])
    assert quote.speaker == ""


def test_what_somebody_may_say_is_not_said():
    assert find_quotes(["وزير المالية سامي ناصر قد يقول: «لن نرحل»"]) == []
