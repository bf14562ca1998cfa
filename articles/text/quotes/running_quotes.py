"""Finds quotations in running news text and says who was quoted, in the story's own words."""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from articles.text.languages.dash_speech import DashSpeech, dash_speeches
from articles.text.languages.quotation_marks import Span, quoted_spans
from articles.text.languages.speech_words import ABBREVIATIONS, DETERMINERS, NAME_CUES, OTHER_PRONOUNS, PRONOUNS
from articles.text.quotes.attribution import (
    WORD,
    attributed_after,
    attributed_before,
    attributed_inside,
    attributed_unspaced,
    bare_name,
    ends_with_speech_verb,
    is_pronoun,
    words_of,
)

FEW_WORDS = 6  # a fragment of so few words is a quotation only if somebody speaks near it
NEAR = 300  # characters on either side in which the speaker is looked for
NAMED_LATELY = 5  # quotations back to the one whose speaker a pronoun may stand for
MARKS_BEHIND = 3  # words in marks that may stand between a speaker and the quotation
_MAY_HOLD_SPEAKER = "«„"  # « Nous restons, a dit la maire, et… »
_QUOTE_EDGES = " \t\n\r\u00a0\u202f\u2009"
_SENTENCE_END = re.compile(r"[.!?…؟。]+[”“\"»«’'」)\]]*(?=\s)")
_INITIALS_OR_DAY = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]|\d\d?")
_BEFORE_WORD = re.compile(r"[\s(“\"«„]")
_ENDS = ".!?…؟。"


@dataclass(frozen=True)
class FoundQuote:
    """A quotation in a text: where it stands, what was said and who said it."""

    start: int
    end: int
    words: str
    attribution: str
    speaker: str


def find_quotes(paragraphs: Sequence[str]) -> list[FoundQuote]:
    """The quotations in the paragraphs of one section, in order and without overlap.

    `start` and `end` are offsets in the paragraphs joined by newlines, of the opening mark and just after the closing
    one. `words` is what stands between the marks, the comma that news style puts inside included; a quotation over
    several paragraphs has them joined by newlines. `attribution` is who said it, a slice of the story without the
    verb, or the bare name that a pronoun stands for, or "" when it can't be told; `speaker` is the bare name when that
    is one person by name. A sentence split around its speaker is two quotations with the same attribution.

    Words in marks are a quotation when somebody speaks near them, when they are a sentence of their own, or when they
    are more than a few and no title. So 'called it “a disgrace”' is one, 'the film “Night Boat”' is none.
    """
    text = "\n".join(paragraphs)
    found: list[FoundQuote] = []
    spans = _spans(text, paragraphs)
    for place, span in enumerate(spans):
        if isinstance(span, DashSpeech):
            found.append(_behind_a_dash(text, span, found))
            continue
        # Only so many marks on either side are looked over, so a text full of marks takes linear time too.
        behind = _end(spans[place - MARKS_BEHIND]) if place >= MARKS_BEHIND else 0
        ahead = _start(spans[place + 1]) if place + 1 < len(spans) else len(text)
        if quote := _quote(text, span, found, behind, ahead):
            found.append(quote)
    return found


def _spans(text: str, paragraphs: Sequence[str]) -> list[Span | DashSpeech]:
    """What stands in marks or is spoken behind a dash, in order. Of one within the other the outer one counts."""
    marked = quoted_spans(paragraphs)
    outer = {(_start(span), _end(span)) for span in marked}
    spoken = [speech for speech in dash_speeches(paragraphs) if (speech.start, speech.end) not in outer]
    edges = [speech.start for speech in spoken]
    spans: list[Span | DashSpeech] = list(spoken)
    for span in marked:
        before = bisect(edges, _start(span))
        if not before or spoken[before - 1].end <= _start(span):
            spans.append(span)
    return sorted(spans, key=_start)


def _start(span: Span | DashSpeech) -> int:
    return span.start if isinstance(span, DashSpeech) else span[0][0]


def _end(span: Span | DashSpeech) -> int:
    return span.end if isinstance(span, DashSpeech) else span[-1][1]


def _behind_a_dash(text: str, speech: DashSpeech, found: list[FoundQuote]) -> FoundQuote:
    """The quotation that is spoken behind a dash; its speaker is named in the clause that tells of it, if any."""
    start, end = speech.reporting or (speech.end, speech.end)
    clause = text[start:end]
    leads = start < speech.start and text[end] == ":"
    attribution = (attributed_before(clause + ":") if leads else attributed_after(", " + clause)) or ""
    if is_pronoun(attribution):
        window = max(speech.start - NEAR, found[-1].end if found else 0)
        attribution = _named_before(text[window : speech.start].rstrip("—–―- \n") + " ", found) or attribution
    return FoundQuote(speech.start, speech.end, text[speech.start : speech.end], attribution, bare_name(attribution))


def _quote(text: str, span: Span, found: list[FoundQuote], behind: int, ahead: int) -> FoundQuote | None:
    """The quotation in a span of marks, or None when the marks hold something else.

    Its speaker is looked for in the text from `behind` to `ahead`, then among the quotations found before.
    """
    start, end = span[0][0], span[-1][1]
    words = _said(text, span)
    if not words_of(words):
        return None
    behind, ahead = max(behind, start - NEAR), min(ahead, end + NEAR)
    before, after = _before(text[behind:start]), _after(text[end:ahead], words)
    named = _who(before, words, after)
    if not named:
        inside = attributed_inside(words) if text[start] in _MAY_HOLD_SPEAKER else ""
        named = inside or attributed_unspaced(before, after) or named
    if not _is_quotation(words, before, after, named):
        return None
    last_end = found[-1].end if found else 0
    if not named and last_end > behind and _goes_on(found[-1].words, text[last_end:start], before):
        return FoundQuote(start, end, words, found[-1].attribution, found[-1].speaker)
    attribution = named or ""
    if is_pronoun(attribution):
        attribution = _named_before(text[max(last_end, behind) : start], found) or attribution
    return FoundQuote(start, end, words, attribution, bare_name(attribution))


def _said(text: str, span: Span) -> str:
    *opening, (last_start, last_end) = span
    pieces = [text[start + 1 : end] for start, end in opening] + [text[last_start + 1 : last_end - 1]]
    return "\n".join(piece.strip(_QUOTE_EDGES) for piece in pieces).strip()


def sentence_ends(text: str) -> list[int]:
    """The offsets just after each sentence that ends within `text`; "Gen. Brandt" and "U.S. forces" end none."""
    ends = []
    for found in _SENTENCE_END.finditer(text):
        following = text[found.end() :].lstrip(" \n\u00a0—–-")[:1]
        if following.islower() or (found.group() == "." and _is_abbreviation(text[: found.start()])):
            continue
        ends.append(found.end())
    return ends


def _is_abbreviation(before: str) -> bool:
    word: str = _BEFORE_WORD.split(before[-20:])[-1]
    return word.casefold() in ABBREVIATIONS or bool(_INITIALS_OR_DAY.fullmatch(word))


def _before(window: str) -> str:
    """The sentence up to a quotation; the paragraph before when that leads to it with a colon."""
    line = window.rpartition("\n")[2]
    if not line.strip() and window.rstrip().endswith((":", ",")):
        line = window.rstrip().rpartition("\n")[2]
    ends = sentence_ends(line)
    return line[ends[-1] :] if ends else line


def _after(window: str, words: str) -> str:
    """The sentence's rest after a quotation, "" when the quotation ends its sentence."""
    line = window.partition("\n")[0]
    first = WORD.search(line)
    if words[-1] in _ENDS and first and first.group()[0].isupper() and line.lstrip(_QUOTE_EDGES)[:1] not in "—–-":
        key = first.group().casefold()
        if words[-1] in ".。" or key in DETERMINERS | PRONOUNS | OTHER_PRONOUNS:
            return ""
    ends = sentence_ends(line)
    return line[: ends[0]] if ends else line


def _who(before: str, words: str, after: str) -> str | None:
    """Who is named: after a quotation that opens its sentence, else before it. None when nobody speaks."""
    at_its_start = not before.strip(_QUOTE_EDGES + "—–-")
    named = None if at_its_start else attributed_before(before)
    if not named and (_closes_clause(words, after) or len(words_of(words)) > FEW_WORDS):
        found = attributed_after(after)
        named = named if found is None else found
    return attributed_before(before) if named is None and at_its_start else named


def _closes_clause(words: str, after: str) -> bool:
    return words[-1] in _ENDS + ",،" or after.lstrip(_QUOTE_EDGES)[:1] in tuple(",،—–-")


def _is_quotation(words: str, before: str, after: str, named: str | None) -> bool:
    said = words_of(words)
    if _is_own_sentence(words, said, before, after):
        return True
    if NAME_CUES.search(before):
        return False
    if _looks_like_a_title(words, said):
        return named is not None and (_closes_clause(words, after) or _introduces_speech(before, said))
    return named is not None or len(said) > FEW_WORDS or _opens_a_sentence(words, said, before)


def _is_own_sentence(words: str, said: list[str], before: str, after: str) -> bool:
    """Whether words are a sentence. Its full stop may stand outside the marks, as in French and Ukrainian."""
    leads = before.strip(_QUOTE_EDGES)[-1:]
    ends_outside = not leads and after.strip(_QUOTE_EDGES) in tuple(_ENDS) and not _looks_like_a_title(words, said)
    ends = words[-1] in _ENDS or ends_outside
    return ends and not words[0].islower() and leads in ("", ":", "：", "。", ",", "—", "–")


def _opens_a_sentence(words: str, said: list[str], before: str) -> bool:
    """Whether words are a clause that the story goes on from with a comma: “It is a lot,” as Brandt put it."""
    return words[-1] in ",،" and len(said) > 1 and not words[0].islower() and not before.strip()


def _introduces_speech(before: str, said: list[str]) -> bool:
    """Whether the story leads straight to speech: She said, “Night Boat” or She said “No”."""
    before = before.rstrip(_QUOTE_EDGES)
    return before.endswith((":", ",", "،")) or (len(said) == 1 and ends_with_speech_verb(before))


def _looks_like_a_title(words: str, said: list[str]) -> bool:
    """Whether the first and every longer word is capitalised, as in “Night Boat”."""
    long = [said[0], *(word for word in said if len(word) > 3)]
    return words[-1] not in "!?…" and all(word[0].isupper() for word in long)


def _goes_on(words: str, between: str, before: str) -> bool:
    """Whether a quotation goes on after the sentence that named its speaker: “A,” said Brandt. “B.”."""
    if before.strip() or "\n" in between:
        return False
    return not between.strip() or (len(sentence_ends(between)) <= 1 and bool(_after(between, words).strip()))


def _named_before(between: str, found: list[FoundQuote]) -> str:
    """Who a pronoun stands for: the person named in the sentence before, else the last who was quoted."""
    ends = [0, *sentence_ends(between)]
    last = between[ends[-2] : ends[-1]] if len(ends) > 1 else ""
    return bare_name(attributed_before(last) or last) or next(
        (quote.speaker for quote in reversed(found[-NAMED_LATELY:]) if quote.speaker), ""
    )
