"""What machines may do with the stories: the house's three answers, and which crawlers they concern.

Each form in which machines ask (robots.txt, Content Signals, TDM Reservation Protocol, RSL, trust.txt) is made from
these answers alone, so that no two of them can differ.
"""

from typing import NamedTuple

from articles.freshness import tags
from articles.freshness.reading import made_of
from articles.models.publisher import Publisher

# Crawlers that say what they are for, as their makers name them in robots.txt.
ANSWERING = (
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "DuckAssistBot",
    "MistralAI-User",
    "OAI-SearchBot",
    "Perplexity-User",
    "PerplexityBot",
)
LEARNING = (
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "Google-Extended",
    "GPTBot",
    "Meta-ExternalAgent",
    "cohere-training-data-crawler",
)


class Answers(NamedTuple):
    """Whether machines may list the stories in a search, answer questions with their words, and learn from them.

    None is no answer: then nothing is granted and nothing refused.
    """

    search: bool | None
    ai_input: bool | None
    ai_train: bool | None

    @property
    def uses(self):
        """[(use, whether it is allowed)] of what is answered, by the names that Content Signals and RSL share."""
        asked = [("search", self.search), ("ai-input", self.ai_input), ("ai-train", self.ai_train)]
        return [(use, may) for use, may in asked if may is not None]

    @property
    def refused(self):
        """The crawlers that are to stay away, in order."""
        crawlers = ((ANSWERING if self.ai_input is False else ()), (LEARNING if self.ai_train is False else ()))
        return sorted((name for names in crawlers for name in names), key=str.casefold)


def answers():
    """The house's Answers; one query."""
    made_of(tags.SITE)
    row = Publisher.objects.values_list("may_be_found", "may_be_answered_with", "may_be_learned_from").first()
    return Answers(*(row or (None, None, None)))
