"""What publishing works out of a story's words: done before the article's row is locked, and only asked for after."""

from collections.abc import Callable
from functools import cache

from articles.text.body.body import Body
from articles.text.compare.facts import ChangedFact, StoryText, compare_facts

ReadBody = Callable[[str], Body]


class PreparedText:
    """Bodies and comparisons of facts, each worked out once for the same words.

    A verb asks before it locks the row and asks again with the words that it finds under the lock. These are nearly
    always the same; if somebody saved others in between, they are worked out then.
    """

    def __init__(self, *bodies: Body) -> None:
        """With the bodies that the caller has."""
        known = {body.html: body for body in bodies}
        self.read: ReadBody = cache(lambda html: _with_answers(known.get(html) or Body(html)))
        self.compare: Callable[[StoryText, StoryText], list[ChangedFact]] = cache(compare_facts)


def _with_answers(body: Body) -> Body:
    """The body, with everything worked out that an edition is made of."""
    _ = body.plain_text, body.word_count, body.linked_people, body.photos
    for section in body.sections:
        _ = section.body.quotes, section.body.photos
    return body
