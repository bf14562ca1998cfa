"""More than one story in a text: where the next begins, by agencies' marks, by labels, by headlines with bylines."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from articles.text.instructions.agencies import is_take_mark
from articles.text.instructions.embargo import is_embargo
from articles.text.instructions.labels import label_of
from articles.text.instructions.line_words import OVER_ALL
from articles.text.instructions.lines import starts_anew
from articles.text.instructions.patterns import small
from articles.text.wire.bylines import parse_byline
from articles.text.wire.datelines import split_dateline
from articles.text.wire.frame.furniture import stems
from articles.text.wire.line_shapes import ends_sentence, is_title_like, words

A_BRIEF = 8  # words that a part behind a rule or under a heading over all must have
A_STORY = 15  # words that a part must have, its head counted
BRIEFS = 3  # that stand alone without a heading over all
_A_HEADLINE, _LONGEST_HEADLINE = 4, 16  # words of a headline over a brief
_BEGINNING = 600  # characters of a brief that tell what it is about
_BREAKS = re.compile(r"\r\n|[\r\x0b\x85\u2028\u2029]")
_AGENCY_HEAD = re.compile(
    r"\s*(?:\x16*\x01|zczc\b|[a-z]{2,5}\d{3,5} \d \w{1,4} \d{1,4} [a-z/]{2,12} ?\d{3,5}\s*$)", re.IGNORECASE
)
_RULE = re.compile(r"\s*(?:[-*_=#~•]\s*){3,}$|\f")
_FIRST_HEADING = re.compile(r"#\s+\S")


def split_stories(text: str) -> list[str]:
    """The stories of a text, each with what belongs to it; one where it is not certain that there are several.

    An embargo over the first holds for all. Briefs under one headline are one story: only parts that begin with a head
    of their own are told apart.
    """
    lines = _BREAKS.sub("\n", text).split("\n")
    for find in (_agency_heads, _labelled_headlines, _first_headings, _signed_headlines, _ruled, _briefs, _bare_briefs):
        starts = find(lines)
        parts = ["\n".join(lines[start:end]) for start, end in pairwise([0, *starts[1:], len(lines)])]
        if len(parts) > 1 and all(
            len(words(part)) >= (A_BRIEF if find in (_ruled, _briefs, _bare_briefs) else A_STORY) for part in parts
        ):
            over = _embargoes(lines[: starts[0] + 3])
            return [parts[0], *("\n".join([*over, part]) for part in parts[1:])]
    return [text]


def _embargoes(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if is_embargo(line)]


def _agency_heads(lines: list[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if _AGENCY_HEAD.match(line)]


def _first_headings(lines: list[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if _FIRST_HEADING.match(line) and not starts_anew(line.strip("# "))]


def _labelled_headlines(lines: list[str]) -> list[int]:
    """Where labels begin that name a headline: the first of the labels that touch its line from above."""
    starts = []
    top = 0  # of the labels that touch each other
    for at, line in enumerate(lines):
        label = label_of(line)
        if label is None:
            top = at + 1
        elif label.field == "headline" and not label.dashed:
            starts.append(top)
    return starts


def _signed_headlines(lines: list[str]) -> list[int]:
    """Where a headline stands on a line of its own over a byline, or over an agency's dateline."""
    starts = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else ""
        is_apart = not before.strip() or _RULE.match(before) or is_take_mark(before)
        if (
            line.strip()
            and is_apart
            and is_title_like(line.strip())
            and not parse_byline(line)
            and not (is_take_mark(line) or starts_anew(line))
            and label_of(line) is None
        ):
            under = [other.strip() for other in lines[at + 1 : at + 7] if other.strip()][:3]
            if _is_signed(under):
                starts.append(at)
    return [at for at, end in pairwise([*starts, len(lines)]) if len(words(" ".join(lines[at:end]))) >= A_BRIEF]


def _ruled(lines: list[str]) -> list[int]:
    """Where headlines stand over sentences behind rules, as behind the start of the text."""
    starts = [0] + [at + 1 for at, line in enumerate(lines) if _RULE.match(line)]
    if len(starts) == 1:
        return []
    said = [at for at, line in enumerate(lines) if line.strip() and not (_RULE.match(line) or _is_over_all(line))]
    heads = [said[place] for start in starts if (place := bisect_left(said, start)) < len(said)]
    return heads if len(heads) > 1 and all(_is_headed(lines, at) for at in heads) else []


def _briefs(lines: list[str]) -> list[int]:
    """Where headlines touch the sentences under them, below a heading over all: "IN BRIEF"."""
    first = next((at for at, line in enumerate(lines) if line.strip()), None)
    if first is None or not _is_over_all(lines[first]):
        return []
    apart = [at for at in range(first + 1, len(lines)) if lines[at].strip() and not lines[at - 1].strip()]
    headed = [at for at in apart if _is_headed(lines, at)]
    return [0, *headed[1:]] if len(headed) > 1 else []


def _bare_briefs(lines: list[str]) -> list[int]:
    """Where headlines touch the one paragraph under each, and nothing but such pairs stands between the first and the
    last, three of them at least, of which none speaks of what another one does: parts of one story would.
    """
    blocks = _blocks_of(lines)
    pairs = [block for block in blocks if _is_brief(block[1])]
    if len(pairs) < BRIEFS or blocks.index(pairs[-1]) - blocks.index(pairs[0]) >= len(pairs):
        return []
    told = Counter(stem for _at, block in pairs for stem in stems(" ".join(block)[:_BEGINNING]))
    shared = sum(any(told[stem] > 1 for stem in stems(block[0])) for _at, block in pairs)
    return [at for at, _block in pairs] if shared * BRIEFS <= len(pairs) else []


def _blocks_of(lines: list[str]) -> list[tuple[int, list[str]]]:
    """(first line, lines) of each part of a text that blank lines set off."""
    blocks: list[tuple[int, list[str]]] = []
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        if not blocks or not lines[at - 1].strip():
            blocks.append((at, []))
        blocks[-1][1].append(line.strip())
    return blocks


def _is_brief(block: list[str]) -> bool:
    """Whether lines are a headline of some words over sentences, with neither a label nor a line for editors."""
    head, *under = block
    text = " ".join(under)
    return (
        _A_HEADLINE <= len(words(head)) <= _LONGEST_HEADLINE
        and is_title_like(head)
        and ends_sentence(text)
        and len(text.split()) >= A_BRIEF
        and label_of(head) is None
        and not starts_anew(head)
    )


def _is_over_all(line: str) -> bool:
    return bool(OVER_ALL.fullmatch(small(line).strip(" *#")))


def _is_headed(lines: list[str], at: int) -> bool:
    """Whether a line is a headline over a paragraph of its own."""
    line = lines[at].strip()
    under = next((other.strip() for other in lines[at + 1 : at + 3] if other.strip()), "")
    return is_title_like(line) and not is_take_mark(line) and ends_sentence(under) and len(under.split()) > 6


def _is_signed(under: list[str]) -> bool:
    """Whether the lines under a headline, with a dek between them at most, are a byline or begin with a dateline."""
    for at, line in enumerate(under[:2]):
        said = parse_byline(line) if len(line) < 100 else None
        dateline = split_dateline(line)
        if (said and said.names) or (dateline and dateline.place and (dateline.agency or dateline.date_words)):
            return True
        if at == 0 and (len(line) > 200 or not is_title_like(line)):
            return False
    return False
