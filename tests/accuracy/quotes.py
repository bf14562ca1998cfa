"""Scores finding quotations: what is found, who is said to have said it, and denied words laid in a mouth."""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articles.text.quotes.running_quotes import FoundQuote, find_quotes

CORPUS = Path(__file__).parent.parent / "corpus" / "quotes"
_OUTER = frozenset("\"'’‘‚‛“”„‟«»‹›「」『』–—―.,;:!?…،؛؟。、，！？：；")
_COLUMNS = "{:20}{:>9}{:>18}{:>8}{:>21}{:>8}{:>8}"


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
    def text(self) -> str:
        return "\n".join(self.paragraphs)


@dataclass
class Score:
    """What was counted, to be added up; rates of nothing are 1."""

    passages: int = 0
    labelled: int = 0
    found: int = 0
    right: int = 0
    named: int = 0
    credited: int = 0
    credited_right: int = 0
    named_right: int = 0
    denied_credited: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def quotes_precision(self) -> float:
        return _rate(self.right, self.found)

    @property
    def quotes_recall(self) -> float:
        return _rate(self.right, self.labelled)

    @property
    def speakers_precision(self) -> float:
        return _rate(self.credited_right, self.credited)

    @property
    def speakers_recall(self) -> float:
        return _rate(self.named_right, self.named)

    def __add__(self, other: "Score") -> "Score":
        return Score(**{name: value + getattr(other, name) for name, value in vars(self).items()})


@dataclass(frozen=True)
class Scores:
    """The score of the whole corpus, and those by kind and by language."""

    whole: Score
    kinds: dict[str, Score]
    languages: dict[str, Score]

    def lines(self) -> Iterator[str]:
        """The scores as a table for people, and what failed below it."""
        yield _COLUMNS.format("", "passages", "found: precision", "recall", "speakers: precision", "recall", "denied")
        for name, score in [*self.languages.items(), *self.kinds.items(), ("all", self.whole)]:
            rates = score.quotes_precision, score.quotes_recall, score.speakers_precision, score.speakers_recall
            shown = [f"{rate:.3f}" for rate in rates]
            yield _COLUMNS.format(name, score.passages, *shown, score.denied_credited)
        yield from self.whole.failures


def passages(folder: Path = CORPUS) -> list[Passage]:
    """Every labelled passage, by language and number."""
    return [_passage(row, file.stem) for file in sorted(folder.glob("*.json")) for row in json.loads(file.read_text())]


def score(folder: Path = CORPUS) -> Scores:
    """How well the quotations of the corpus are found and credited."""
    scored = [(passage, scored_passage(passage, find_quotes(passage.paragraphs))) for passage in passages(folder)]
    return Scores(
        whole=sum((one for _, one in scored), Score()),
        kinds=_by(((passage.kind, one) for passage, one in scored)),
        languages=_by(((passage.language, one) for passage, one in scored)),
    )


def scored_passage(passage: Passage, found: Iterable[FoundQuote]) -> Score:
    """One passage's score."""
    result = Score(passages=1, labelled=len(passage.quotes))
    result.named = sum(bool(label.speaker) and not label.speaker_or_none for label in passage.quotes)
    missed = list(passage.quotes)
    for quote in found:
        label = next((label for label in missed if folded(label.words) == folded(quote.words)), None)
        result.credited += bool(quote.speaker)
        if label:
            missed.remove(label)
            result.found += 1
            result.right += 1
            _score_speaker(result, passage, label, quote)
        elif _is_denied(passage, quote):
            if quote.speaker or quote.attribution:
                result.denied_credited += 1
                result.failures.append(f"{passage.id} denied, credited to {quote.attribution!r}: {quote.words}")
        else:
            result.found += 1
            result.failures.append(f"{passage.id} no quote, found: {quote.words}")
    result.failures += [f"{passage.id} not found: {label.words}" for label in missed]
    return result


def folded(words: str) -> str:
    """Words without the marks and stops around them, those that open a paragraph again, and differences of space."""
    lines = (_bare(line) for line in unicodedata.normalize("NFC", words).split("\n"))
    return " ".join(" ".join(lines).split())


def is_same_person(said: str, label: str, text: str) -> bool:
    """Whether a name is the labelled one, or the full name of that person as the text has it elsewhere."""
    return bool(said) and (said == label or (said.endswith(f" {label}") and said in text))


def _score_speaker(result: Score, passage: Passage, label: Label, quote: FoundQuote) -> None:
    right = is_same_person(quote.speaker, label.speaker, passage.text)
    result.credited_right += right
    result.named_right += right and not label.speaker_or_none
    if not right and (quote.speaker or (label.speaker and not label.speaker_or_none)):
        result.failures.append(f"{passage.id} said by {label.speaker!r}, credited to {quote.speaker!r}: {quote.words}")


def _is_denied(passage: Passage, quote: FoundQuote) -> bool:
    for words in passage.denied:
        start = passage.text.index(words)
        if quote.start < start + len(words) and start < quote.end:
            return True
    return False


def _bare(line: str) -> str:
    start, end = 0, len(line)
    while start < end and (line[start] in _OUTER or line[start].isspace()):
        start += 1
    while end > start and (line[end - 1] in _OUTER or line[end - 1].isspace()):
        end -= 1
    return line[start:end]


def _by(scored: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    sums: dict[str, Score] = {}
    for name, one in scored:
        sums[name] = sums.get(name, Score()) + one
    return dict(sorted(sums.items()))


def _rate(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _passage(row: dict, language: str) -> Passage:
    return Passage(
        id=row["id"],
        language=language,
        kind=row["kind"],
        paragraphs=tuple(row["text"]),
        quotes=tuple(Label(q["words"], q["speaker"], q.get("speaker_or_none", False)) for q in row["quotes"]),
        denied=tuple(row.get("denied", ())),
        titles=tuple(row.get("not", ())),
    )


if __name__ == "__main__":
    print("\n".join(score().lines()))
