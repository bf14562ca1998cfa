"""Scores finding quotations: what is found, who is said to have said it, and denied words laid in a mouth."""

import json
import unicodedata
from dataclasses import dataclass, replace

from articles.text.quotes.running_quotes import find_quotes
from tests.accuracy.scores import CORPUS, Score, none_of, summed

OUTER = frozenset("\"'’‘‚‛“”„‟«»‹›「」『』–—―.,;:!?…،؛؟。、，！？：；")


@dataclass(frozen=True)
class Label:
    """Words that somebody said in a passage, and the bare name of who did: "" when that is nobody or no person.

    Where `speaker_or_none`, grammar leaves a doubt, and to name nobody is as right as to name the speaker.
    """

    words: str
    speaker: str
    speaker_or_none: bool = False


@dataclass(frozen=True)
class Passage:
    """A few paragraphs of news, with what an editor finds in them.

    `denied` are words that nobody may be credited with, `titles` words in marks that are no quotation.
    """

    id: str
    language: str
    kind: str
    paragraphs: tuple[str, ...]
    quotes: tuple[Label, ...] = ()
    denied: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def text(self):
        return "\n".join(self.paragraphs)

    @property
    def where(self):
        return f"{self.id} ({self.kind})"


def score(corpus=CORPUS):
    """The Scores of the three measures by language, then by kind of passage."""
    scored = [(passage, scored_passage(passage, find_quotes(passage.paragraphs))) for passage in passages(corpus)]
    measures = [one for _, scores in scored for one in scores]
    kinds = [
        replace(one, kind=f"{one.kind}: {passage.kind}", language="all", faults=())
        for measure in range(3)
        for passage, scores in sorted(scored, key=lambda item: item[0].kind)
        if (one := scores[measure]).given or one.wanted
    ]
    return [*summed(measures), *summed(kinds)]


def passages(corpus=CORPUS):
    """Every labelled passage, by language and number."""
    files = sorted((corpus / "quotes").glob("*.json"))
    return [_passage(row, file.stem) for file in files for row in json.loads(file.read_text())]


def scored_passage(passage, found):
    """One passage's Scores: quotes found, their speakers, and denied words that are somebody's.

    A name may only be left out at the price of recall, but not be wrong, and none belongs on words that are denied or
    no quotation. Denied words may be found or not.
    """
    pairs, missed, denied = [], list(passage.quotes), []
    for quote in found:
        label = next((label for label in missed if folded(label.words) == folded(quote.words)), None)
        if label:
            missed.remove(label)
        elif _is_denied(passage, quote):
            denied.append(quote)
            continue
        pairs.append((quote, label))
    return [_found(passage, pairs, missed), _speakers(passage, pairs, missed, denied), _credited(passage, denied)]


def folded(words):
    """Words without the marks and stops around each paragraph of them, and differences of space."""
    lines = (_bare(line) for line in unicodedata.normalize("NFC", words).split("\n"))
    return " ".join(" ".join(lines).split())


def is_same_person(said, label, text):
    """Whether a name is the labelled one, or the full name of that person as the text has it elsewhere."""
    return bool(said) and (said == label or (said.endswith(f" {label}") and said in text))


def _found(passage, pairs, missed):
    faults = [f"{passage.where}: not found: {label.words}" for label in missed]
    faults += [f"{passage.where}: no quote, found: {quote.words}" for quote, label in pairs if not label]
    right = sum(label is not None for _, label in pairs)
    return Score("quotes found", passage.language, right, len(pairs), len(passage.quotes), tuple(faults))


def _speakers(passage, pairs, missed, denied):
    right, faults = 0, []
    given = [quote for quote, _ in pairs if quote.speaker] + [quote for quote in denied if quote.speaker]
    wanted = sum(_must_be_named(label) for label in missed)
    for quote, label in pairs:
        if label and is_same_person(quote.speaker, label.speaker, passage.text):
            right += 1
            wanted += 1
        elif quote.speaker or (label and _must_be_named(label)):
            wanted += bool(label and _must_be_named(label))
            said_by = label.speaker if label else "nobody"
            faults.append(f"{passage.where}: said by {said_by!r}, credited to {quote.speaker!r}: {quote.words}")
    return Score("speakers", passage.language, right, len(given), wanted, tuple(faults))


def _credited(passage, denied):
    credited = [quote for quote in denied if quote.speaker or quote.attribution]
    faults = [f"{passage.where}: denied, credited to {quote.attribution!r}: {quote.words}" for quote in credited]
    return none_of("denied words credited", passage.language, tried=len(passage.denied), faults=faults)


def _must_be_named(label):
    return bool(label.speaker) and not label.speaker_or_none


def _is_denied(passage, quote):
    for words in passage.denied:
        start = passage.text.index(words)
        if quote.start < start + len(words) and start < quote.end:
            return True
    return False


def _bare(line):
    start, end = 0, len(line)
    while start < end and (line[start] in OUTER or line[start].isspace()):
        start += 1
    while end > start and (line[end - 1] in OUTER or line[end - 1].isspace()):
        end -= 1
    return line[start:end]


def _passage(row, language):
    return Passage(
        id=row["id"],
        language=language,
        kind=row["kind"],
        paragraphs=tuple(row["text"]),
        quotes=tuple(Label(**label) for label in row["quotes"]),
        denied=tuple(row.get("denied", ())),
        titles=tuple(row.get("not", ())),
    )
