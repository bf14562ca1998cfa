"""The form in which a language's words of doubt are written down."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class DoubtWords:
    """One language's words that take a verb of speech back, and those that end their reach. All match a whole word."""

    negators: re.Pattern[str]  # never, nobody: what they govern is not told as said
    withholding: re.Pattern[str]  # nor what would, denied, allegedly, whether govern
    false: re.Pattern[str]  # doctored, hoax: they reach over commas
    that: re.Pattern[str]  # opens a clause that stays governed: denied that she said
    beside: re.Pattern[str]  # opens a clause that is told for itself: did not come and said, when she said
    harmless: re.Pattern[str]  # phrases that only look like doubt: not only
    alleged: re.Pattern[str]  # phrases that reach over commas as well: according to the indictment, it was not
    doubtful: re.Pattern[str]  # phrases that amount to doubt, each word of them harmless: is said to have


def word(*lines: str) -> re.Pattern[str]:
    """Any of these words; a star stands for whatever ends the word."""
    words = sorted({word for line in lines for word in line.split()}, key=len, reverse=True)
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words) or r"(?!)")


def phrase(*patterns: str) -> re.Pattern[str]:
    """Any of these patterns, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)" if patterns else r"(?!)", re.IGNORECASE)
