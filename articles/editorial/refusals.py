"""The one ancestor of everything a verb may refuse, so that screens and commands can show the reason."""

from django.utils.functional import Promise


class Refusal(Exception):
    """A verb was not carried out and nothing was changed. `str()` of it is a sentence for the person who asked.

    A subclass gives the sentence as a class attribute; what stands in braces there comes as keyword arguments. Without
    an attribute the sentence is the argument.
    """

    sentence: str | Promise = ""

    def __init__(self, sentence: str = "", **words: object) -> None:
        super().__init__(sentence or str(self.sentence).format(**words))
