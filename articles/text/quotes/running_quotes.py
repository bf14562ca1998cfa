"""Finds quotations in running news text and says who was quoted, in the story's own words."""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from articles.text.languages.dash_speech import DashSpeech, dash_speeches
from articles.text.languages.quotation_marks import Span, quoted_spans
from articles.text.quotes.attribution import (
    attributed_after,
    attributed_before,
    ends_with_speech_verb,
)
from articles.text.quotes.bars import is_barred, is_told_by_another
from articles.text.quotes.incises import Incise, incise_in
from articles.text.quotes.name_words import ANY_PRONOUN, DETERMINERS
from articles.text.quotes.names import (
    UNCASED,
    WORD,
    bare_name,
    first_key,
    is_pronoun,
    key,
    may_be_a_last_name,
    name_runs,
    only_name,
    opens_with_a_pronoun,
    words_of,
)
from articles.text.quotes.source import NOBODY, RETOLD, Source
from articles.text.quotes.speech_words import ABBREVIATIONS, ADVERBIAL_OPENERS, CONJUNCTIONS, NAME_CUES, PASSIVES
from articles.text.quotes.standing import is_false, is_question
from articles.text.quotes.subjects import TELLING
from articles.text.quotes.tongue import tongue_of
from articles.text.quotes.unspaced import attributed_unspaced
from articles.text.quotes.verb_last import attributed_in_german, attributed_in_turkish

FEW_WORDS = 6  # a fragment of so few words is a quotation only if somebody speaks near it
LONGEST_FIRST_NAMES = 60  # characters
MOST_QUOTES = 1_000  # of a section that are read; a story of 10,000 words has some hundred
NEAR = 300  # characters on either side in which the speaker is looked for
SENTENCES_BACK = 3  # in which the person is looked for whom a pronoun stands for
NAMED_LATELY = 5  # quotations back to the one whose speaker a pronoun may stand for
MARKS_BEHIND = 3  # words in marks that may stand between a speaker and the quotation
_TITLES_TELL_NOTHING = ("de", "tr")  # capitals are in all nouns; the verb follows the marks
_PARTED_WITHIN = ("fr", "uk", "pl", "es")
_MAY_HOLD_SPEAKER = "«„"  # « Nous restons, a dit la maire, et… »
_PARTING = re.compile(r"\s*[,،–—-][^.!?\n]{1,120}[,،–—-]\s*")
_QUOTE_EDGES = " \t\n\r\u00a0\u202f\u2009"
_SENTENCE_END = re.compile(r"[.!?…؟。]+[”“\"»«’'」)\]]*(?=\s)")
_INITIALS_OR_DAY = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]|\d\d?")
_BEFORE_WORD = re.compile(r"[\s(“\"«„]")
_OPEN_SENTENCES = DETERMINERS | ANY_PRONOUN
_NO_FIRST_NAMES = TELLING | ADVERBIAL_OPENERS | CONJUNCTIONS
_ENDS = ".!?…؟。"


@dataclass(frozen=True)
class FoundQuote:
    """A quotation in a text: where it stands, what was said and who said it."""

    start: int
    end: int
    words: str
    attribution: str
    speaker: str
    doubt: bool = False


def find_quotes(paragraphs: Sequence[str]) -> list[FoundQuote]:
    """The quotations in the paragraphs of one section, in order and without overlap.

    `start` and `end` are offsets in the paragraphs joined by newlines, of the opening mark and just after the closing
    one. `words` is what stands between the marks, the comma that news style puts inside included; a quotation over
    several paragraphs has them joined by newlines. `attribution` is who said it, a slice of the story without the
    verb, or the bare name that a pronoun stands for, or "" when it can't be told; `speaker` is the bare name when that
    is one person by name. Where the sentence denies, supposes, asks or only alleges that the words were said, both are
    "" and `doubt` is True. A sentence split around its speaker is two quotations with the same attribution.

    Words in marks are a quotation when somebody speaks near them, when they are a sentence of their own, or when they
    are more than a few and no title. So 'called it “a disgrace”' is one, 'the film “Night Boat”' is none.
    """
    text = "\n".join(paragraphs)
    found: list[FoundQuote] = []
    spans = _spans(paragraphs)[:MOST_QUOTES]
    language = tongue_of(text) if spans else ""
    for place, span in enumerate(spans):
        if isinstance(span, DashSpeech):
            found.append(_behind_a_dash(text, span, found, language))
            continue
        # Only so many marks on either side are looked over, so a text full of marks takes linear time too.
        behind = _end(spans[place - MARKS_BEHIND]) if place >= MARKS_BEHIND else 0
        ahead = _start(spans[place + 1]) if place + 1 < len(spans) else len(text)
        found += _quotes(text, span, found, (behind, ahead), language)
    return found


def _spans(paragraphs: Sequence[str]) -> list[Span | DashSpeech]:
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


def _behind_a_dash(text: str, speech: DashSpeech, found: list[FoundQuote], language: str) -> FoundQuote:
    """The quotation that is spoken behind a dash; its speaker is named in the clause that tells of it, if any."""
    start, end = speech.reporting or (speech.end, speech.end)
    clause = text[start:end]
    leads = start < speech.start and text[end] == ":"
    named = attributed_before(f"{clause}:", language) if leads else attributed_after(f", {clause}", language)
    lead = text[: speech.start].rstrip("—–―- \n") + " "
    attribution, doubt = _credit(named, lead, max(len(lead) - NEAR, 0), len(lead), found, language)
    words = text[speech.start : speech.end]
    name = _name(attribution, text[: speech.start])
    return FoundQuote(speech.start, speech.end, words, attribution, name, doubt)


def _quotes(text: str, span: Span, found: list[FoundQuote], reach: tuple[int, int], language: str) -> list[FoundQuote]:
    """The quotation in a span of marks, its parts where a clause within parts it, none where it holds something else.

    Its speaker is looked for in the text within `reach`, then among the quotations found before.
    """
    start, end = span[0][0], span[-1][1]
    words = _said(text, span)
    if not words_of(words):
        return []
    behind, ahead = max(reach[0], start - NEAR), min(reach[1], end + NEAR)
    before, after = _before(text[behind:start]), _after(text[end:ahead], words)
    named = _who(before, words, after, language)
    if named is None or (named.is_certain and not named.words):
        inner = text[start + 1 : end - 1] if len(span) == 1 else words
        incise = incise_in(inner, language) if text[start] in _MAY_HOLD_SPEAKER or language in _PARTED_WITHIN else None
        if incise and len(span) == 1:
            credit = _credit(Source(incise.who), text, behind, start, found, language)
            return _parted(text, span[0], incise, credit)
        named = (Source(incise.who) if incise else None) or attributed_unspaced(before, after) or named
    last_end = found[-1].end if found else 0
    if named is None and last_end > behind and _is_parted(text[last_end:start]):
        return [replace(found[-1], start=start, end=end, words=words)]
    if not _is_quotation(words, before, after, named, language):
        return []
    is_open = named is None or (named.is_certain and not named.words)
    if is_open and last_end > behind and _goes_on(found[-1].words, text[last_end:start], before):
        return [replace(found[-1], start=start, end=end, words=words)]
    attribution, doubt = _credit(named, text, behind, start, found, language)
    return [FoundQuote(start, end, words, attribution, _name(attribution, text[:start]), doubt)]


def _is_parted(between: str) -> bool:
    """Whether a clause between two quotations parts one sentence: „Wir müssen“, fuhr Anna Lund fort, „mit …“."""
    return bool(_PARTING.fullmatch(between))


def _credit(
    named: Source | None, text: str, behind: int, start: int, found: list[FoundQuote], language: str
) -> tuple[str, bool]:
    """The attribution of a quotation that starts at `start`, a pronoun's name found, and whether there is a doubt."""
    if named is None:
        return "", False
    if not named.is_certain:
        return "", True
    if is_pronoun(named.words) or named.is_left_out:
        since = behind if not found or found[-1].doubt else max(found[-1].end, behind)
        return _named_before(text[since:start], found, language) or named.words, False
    return named.words, False


def _parted(text: str, piece: tuple[int, int], incise: Incise, credit: tuple[str, bool]) -> list[FoundQuote]:
    """The parts of a quotation before and behind the clause within its marks."""
    start, end = piece
    edges = [(start, start + 1 + incise.end), (start + 1 + incise.resumes, end)]
    words = [text[one:other].strip(_QUOTE_EDGES + text[start] + text[end - 1]) for one, other in edges]
    name = _name(credit[0], text[:start])
    return [
        FoundQuote(one, other, said, credit[0], name, credit[1])
        for (one, other), said in zip(edges, words, strict=True)
        if words_of(said)
    ]


def _name(attribution: str, before: str) -> str:
    """The name of the one person that an attribution names; a last name in full, where the text before has it so."""
    name = bare_name(attribution)
    if name or not UNCASED.search(attribution):
        return _in_full(name, before)
    last, *rest = attribution.split()  # a last name tells by having stood in the text: אמר אנסר והתיישב
    is_alone = not rest or rest[0].startswith(("ו", "و"))
    return last if is_alone and may_be_a_last_name(last) and f" {last}" in before else ""


def _in_full(name: str, before: str) -> str:
    """The full name of somebody who is called by the last one, where the text before names them so at first."""
    place = before.find(f" {name}") if name and " " not in name and not UNCASED.search(name) else -1
    if place < 0 or before[place + 1 + len(name) : place + 2 + len(name)].isalnum():
        return name
    run = name_runs(before[max(place - LONGEST_FIRST_NAMES, 0) : place + 1 + len(name)])[-1]
    if any(key(word.group()) in _NO_FIRST_NAMES or word.group().endswith(".") for word in run[:-1]):
        return name
    full = bare_name(" ".join(word.group() for word in run))
    return full if full.endswith(f" {name}") else name


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
        if words[-1] in ".。" or key in _OPEN_SENTENCES:
            return ""
    ends = sentence_ends(line)
    return line[: ends[0]] if ends else line


def _who(before: str, words: str, after: str, language: str) -> Source | None:
    """Who is named: after a quotation that opens its sentence, else before it. None when nobody speaks."""
    if is_barred(before, after):
        return NOBODY
    if is_told_by_another(before, after):
        return RETOLD
    if around := attributed_in_turkish(before, after) or attributed_in_german(before, after):
        return around
    at_its_start = not before.strip(_QUOTE_EDGES + "—–-")
    named = None if at_its_start else attributed_before(before, language)
    if named and not named.is_certain:
        return named
    if named and (is_question(after) or is_false(after, language)):
        return NOBODY
    if not (named and named.words) and _is_spoken_of(words, after):
        return NOBODY
    if not (named and named.words) and (_closes_clause(words, after) or len(words_of(words)) > FEW_WORDS):
        found = attributed_after(after, language)
        if found and is_question(after):
            return NOBODY
        named = named if found is None else found
    return attributed_before(before, language) if named is None and at_its_start else named


def _is_spoken_of(words: str, after: str) -> bool:
    """Whether a sentence goes on to say something of the words themselves: “We will sell” is a lie, she said."""
    return not _closes_clause(words, after) and first_key(after.lstrip()) in PASSIVES


def _closes_clause(words: str, after: str) -> bool:
    return words[-1] in _ENDS + ",،" or after.lstrip(_QUOTE_EDGES)[:1] in tuple(",،—–-")


def _is_quotation(words: str, before: str, after: str, named: Source | None, language: str) -> bool:
    said = words_of(words)
    if named and not named.is_certain and not named.is_retold:
        return len(said) > FEW_WORDS or words[-1] in _ENDS
    if _is_own_sentence(words, said, before, after):
        return True
    if NAME_CUES.search(before) and not (named and named.words and words[0].islower()):
        return False
    if _looks_like_a_title(words, said):
        return named is not None and (
            language in _TITLES_TELL_NOTHING or _closes_clause(words, after) or _introduces_speech(before, said)
        )
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


def _named_before(before: str, found: list[FoundQuote], language: str) -> str:
    """Who a pronoun stands for: the person named in the sentences before, else the last who was quoted.

    Sentences whose own subject is a pronoun are about the same person, so the one before them is asked.
    """
    if UNCASED.search(before):  # no capitals tell a name there
        return ""
    ends = [0, *sentence_ends(before)]
    for start, end in reversed(list(pairwise(ends))[-SENTENCES_BACK:]):
        sentence = before[start:end].strip()
        source = attributed_before(sentence, language)
        if name := bare_name(source.words if source else "") or only_name(sentence):
            return name
        if not opens_with_a_pronoun(sentence):
            break
    return next((quote.speaker for quote in reversed(found[-NAMED_LATELY:]) if quote.speaker), "")
