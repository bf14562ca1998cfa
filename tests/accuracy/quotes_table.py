"""The scores of quotes in the shape in which all corpora are printed and held to limits."""

from tests.accuracy import quotes
from tests.accuracy.scores import CORPUS, Score, summed


def score(corpus=CORPUS):
    """The Scores of `quotes` in a corpus folder: by language, then what is found by kind."""
    scored = quotes.score(corpus / "quotes")
    by_language = [row for language, one in scored.languages.items() for row in _rows(language, one)]
    return summed(by_language) + [_found(f"in {kind}", "all", one) for kind, one in scored.kinds.items()]


def _rows(language, one):
    yield Score("quotes found", language, one.right, one.found, one.labelled, tuple(one.failures))
    yield Score("speakers credited", language, one.credited_right, one.credited, one.credited)
    yield Score("speakers named", language, one.named_right, one.named, one.named)
    yield Score("denied words credited", language, faults=_denied(one))


def _found(kind, language, one):
    return Score(kind, language, one.right, one.found, one.labelled, _denied(one))


def _denied(one):
    return ("denied words credited",) * one.denied_credited
