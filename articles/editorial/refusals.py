"""The one ancestor of everything a verb may refuse, so that screens and commands can say it kindly."""


class Refusal(Exception):
    """A verb was not carried out and nothing was changed. Its text is a sentence for the person who asked."""
