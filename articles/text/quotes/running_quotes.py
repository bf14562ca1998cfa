"""Finds quotations in running news text and says who was quoted, in the story's own words."""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace

from articles.text.languages.dash_speech import DashSpeech, dash_speeches
from articles.text.languages.quotation_marks import Span, quoted_spans
from articles.text.quotes.attribution import attributed_after, attributed_before, attributed_passively, tells_how
from articles.text.quotes.bars import is_barred, is_told_by_another
from articles.text.quotes.credit import asks, credited, person_of, unless_disowned
from articles.text.quotes.fragments import FEW_WORDS, closes_clause, is_quotation
from articles.text.quotes.incises import Incise, incise_in
from articles.text.quotes.naming.names import first_key, words_of
from articles.text.quotes.naming.unspaced import attributed_unspaced
from articles.text.quotes.plain.clauses import is_plain
from articles.text.quotes.plain.impostors import is_uncertain
from articles.text.quotes.sentences import ENDS, QUOTE_EDGES, sentence_after, sentence_before, sentence_ends
from articles.text.quotes.source import NEAR, NOBODY, RETOLD, FoundQuote, Source, Story
from articles.text.quotes.standing import is_false, is_question
from articles.text.quotes.verb_last import attributed_in_german, attributed_in_turkish
from articles.text.quotes.words.speech_words import PASSIVES
from articles.text.quotes.words.tongue import tongue_of

MAY_QUOTE = re.compile(r"[\"'“”„«»‹›‘’‚「『—–―-]")
MOST_QUOTES = 1_000  # of a section that are read; a story of 10,000 words has some hundred
SHORT_NAME = 32  # characters of a paper's or a firm's name in marks, within the clause that names a speaker
_NAME_IN_MARKS = re.compile(r"[„“«\"”] {2,40}[”“»\"]")
_CLAUSE_SIGNS = ".,;:!?…\n，。；：！？、"
MARKS_BEHIND = 3  # words in marks that may stand between a speaker and the quotation
_PARTED_WITHIN = ("fr", "uk", "pl", "es")
_MAY_HOLD_SPEAKER = "«„"  # « Nous restons, a dit la maire, et… »
_BRACKETS = re.compile(r"\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\]")
_REPORTS_ON = re.compile(
    r"\b(?:seien?|habe|werde|könne|müsse|dürfe|solle|wolle|gebe|gehe|komme|brauche|bleibe|stehe|mache|wisse|halte|"
    r"nehme)\b"
)
_PARTING = re.compile(r"\s*[,،–—?!-][^.!?\n]{1,120}[,،–—-]\s*")


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
    language = tongue_of(text) if MAY_QUOTE.search(text) else ""
    spans = _spans(paragraphs, language)[:MOST_QUOTES]
    story = Story(text, _told(text, spans), language)
    for place, span in enumerate(spans):
        if isinstance(span, DashSpeech):
            found.append(_behind_a_dash(story, span, found))
            continue
        # Only so many marks on either side are looked over, so a text full of marks takes linear time too.
        behind = _end(spans[place - MARKS_BEHIND]) if place >= MARKS_BEHIND else 0
        ahead = _up_to_the_next(story, spans, place)
        found += _quotes(story, span, found, (behind, ahead))
    bare = _unquoted(text, spans)
    return [_unless_uncertain(bare, unless_disowned(text, quote)) for quote in found]


def _unless_uncertain(bare: str, quote: FoundQuote) -> FoundQuote:
    """A quotation, with nobody to it where its sentence leaves open who spoke."""
    if not quote.attribution:
        return quote
    before = sentence_before(bare[max(quote.start - NEAR, 0) : quote.start])
    after = sentence_after(bare[quote.end : quote.end + NEAR], quote.words)
    return replace(quote, attribution="", speaker="", doubt=True) if is_uncertain(f"{before} {after}") else quote


def _up_to_the_next(story: Story, spans: Sequence[Span | DashSpeech], place: int) -> int:
    """Where the words end that may name a speaker behind a span: at the next, unless that is a name in their "
    "clause."""
    following = spans[place + 1 : place + 3]
    if following and _end(following[0]) - _start(following[0]) <= SHORT_NAME:
        between = story.told[_end(spans[place]) : _start(following[0])].lstrip(QUOTE_EDGES + ",–—-")
        if between and not set(between) & set(_CLAUSE_SIGNS):
            following = following[1:]
    return _start(following[0]) if following else len(story.text)


def _spans(paragraphs: Sequence[str], language: str) -> list[Span | DashSpeech]:
    """What stands in marks or is spoken behind a dash, in order. Of one within the other the outer one counts."""
    marked = quoted_spans(paragraphs)
    outer = {(_start(span), _end(span)) for span in marked}
    spoken = [speech for speech in dash_speeches(paragraphs, language) if (speech.start, speech.end) not in outer]
    edges = [speech.start for speech in spoken]
    spans: list[Span | DashSpeech] = list(spoken)
    for span in marked:
        before = bisect(edges, _start(span))
        if not before or spoken[before - 1].end <= _start(span):
            spans.append(span)
    return sorted(spans, key=_start)


def _told(text: str, spans: Sequence[Span | DashSpeech]) -> str:
    """A text with blanks for words in marks and for brackets: what the story itself tells."""
    return _BRACKETS.sub(lambda bracket: " " * len(bracket.group()), _unquoted(text, spans))


def _unquoted(text: str, spans: Sequence[Span | DashSpeech]) -> str:
    """A text with blanks for words in marks."""
    pieces, at = [], 0
    for span in spans:
        for start, end in [] if isinstance(span, DashSpeech) else span:
            within = text[start + 1 : end - 1].rstrip(QUOTE_EDGES)
            closing = within[-1:] if within[-1:] in tuple(ENDS + ",،") else ""
            pieces += [text[at : start + 1], closing.rjust(end - start - 2)]
            at = end - 1
    return "".join([*pieces, text[at:]])


def _start(span: Span | DashSpeech) -> int:
    return span.start if isinstance(span, DashSpeech) else span[0][0]


def _end(span: Span | DashSpeech) -> int:
    return span.end if isinstance(span, DashSpeech) else span[-1][1]


def _behind_a_dash(story: Story, speech: DashSpeech, found: list[FoundQuote]) -> FoundQuote:
    """The quotation that is spoken behind a dash; its speaker is named in the clause that tells of it, if any."""
    text, told, language = story
    start, end = speech.reporting or (speech.end, speech.end)
    clause = told[start:end]
    leads = start < speech.start and text[end] == ":"
    if speech.reporting is None:  # a paragraph that ends in a colon leads to it
        named = attributed_before(sentence_before(told[max(start - NEAR, 0) : speech.start].rstrip("—–―- ")), language)
    elif leads:
        named = attributed_before(f"{clause[-NEAR:]}:", language)
    else:
        named = attributed_after(f", {clause[:NEAR]}", language, is_closed=True)
    lead = len(text[: speech.start].rstrip("—–―- \n")) + 1
    attribution, doubt = credited(named, story, (max(lead - NEAR, 0), lead), found)
    words = text[speech.start : speech.end]
    name = person_of(attribution, story, speech.start)
    return FoundQuote(speech.start, speech.end, words, attribution, name, doubt)


def _quotes(story: Story, span: Span, found: list[FoundQuote], reach: tuple[int, int]) -> list[FoundQuote]:
    """The quotation in a span of marks, its parts where a clause within parts it, none where it holds something else.

    Its speaker is looked for in the text within `reach`, then among the quotations found before.
    """
    text, told, language = story
    start, end = span[0][0], span[-1][1]
    words = _said(text, span)
    if not words_of(words):
        return []
    behind, ahead = max(reach[0], start - NEAR), min(reach[1], end + NEAR)
    before, after = sentence_before(told[behind:start]), sentence_after(told[end:ahead], words)
    after = _NAME_IN_MARKS.sub(lambda name: " " * len(name.group()), after)
    named = _who(before, words, after, language)
    if named is None or (named.is_certain and not named.words):
        inner = text[start + 1 : end - 1] if len(span) == 1 else words
        incise = incise_in(inner, language) if text[start] in _MAY_HOLD_SPEAKER or language in _PARTED_WITHIN else None
        if incise and len(span) == 1:
            credit = credited(incise.who, story, (behind, start), found)
            return _parted(story, span[0], incise, credit)
        named = (incise.who if incise else None) or attributed_unspaced(before, after) or named
    last_end = found[-1].end if found else 0
    if named is None and last_end > behind and _is_parted(found[-1], told[last_end:start]):
        return [replace(found[-1], start=start, end=end, words=words)]
    if not is_quotation(words, before, after, named, language):
        return []
    is_open = named is None or (named.is_certain and not named.words)
    is_answer = bool(named and found and asks(found[-1], text[last_end:start]))
    if is_open and not is_answer and last_end > behind and _goes_on(found[-1].words, text[last_end:start], before):
        return [replace(found[-1], start=start, end=end, words=words)]
    if named is None and found and _is_reported_on(story, found[-1], start, before):
        return [replace(found[-1], start=start, end=end, words=words)]
    attribution, doubt = credited(named, story, (behind, start), found)
    if named and named.words and not is_plain(before, after, named.words, language):
        attribution, doubt = "", True
    return [FoundQuote(start, end, words, attribution, person_of(attribution, story, start), doubt)]


def _is_parted(first: FoundQuote, between: str) -> bool:
    """Whether a clause between two quotations parts one sentence: „Wir müssen“, fuhr Anna Lund fort, „mit …“."""
    lead = first.words[-1] if first.words[-1] in ",?!" else ""
    return bool(_PARTING.fullmatch(lead + between))


def _parted(story: Story, piece: tuple[int, int], incise: Incise, credit: tuple[str, bool]) -> list[FoundQuote]:
    """The parts of a quotation before and behind the clause within its marks."""
    text = story.text
    start, end = piece
    edges = [(start, start + 1 + incise.end), (start + 1 + incise.resumes, end)]
    words = [text[one:other].strip(QUOTE_EDGES + text[start] + text[end - 1]) for one, other in edges]
    name = person_of(credit[0], story, start)
    return [
        FoundQuote(one, other, said, credit[0], name, credit[1])
        for (one, other), said in zip(edges, words, strict=True)
        if words_of(said)
    ]


def _said(text: str, span: Span) -> str:
    *opening, (last_start, last_end) = span
    pieces = [text[start + 1 : end] for start, end in opening] + [text[last_start + 1 : last_end - 1]]
    return "\n".join(piece.strip(QUOTE_EDGES) for piece in pieces).strip()


def _who(before: str, words: str, after: str, language: str) -> Source | None:
    """Who is named: after a quotation that opens its sentence, else before it. None when nobody speaks."""
    if is_barred(before, after):
        return NOBODY
    if is_told_by_another(before, after):
        return RETOLD
    if around := _closed_by_a_verb(before, after, language):
        return around
    if passive := attributed_passively(before, after):
        return passive
    at_its_start = not before.strip(QUOTE_EDGES + "—–-")
    named = None if at_its_start else attributed_before(before, language)
    if named and not named.is_certain:
        return named
    if named and (is_question(after) or is_false(after, language)):
        return NOBODY
    if not (named and named.words) and _is_spoken_of(words, after):
        return NOBODY
    if not (named and named.words) and (
        closes_clause(words, after) or len(words_of(words)) > FEW_WORDS or tells_how(after)
    ):
        found = attributed_after(after, language, is_closed=at_its_start and closes_clause(words, after))
        if found and is_question(after):
            return NOBODY
        named = named if found is None else found
    return attributed_before(before, language) if named is None and at_its_start else named


def _closed_by_a_verb(before: str, after: str, language: str) -> Source | None:
    """Who is named around a quotation that its verb follows, in Turkish and German."""
    turkish = attributed_in_turkish(before, after) if language in ("tr", "") else None
    return turkish or attributed_in_german(before, after)


def _is_spoken_of(words: str, after: str) -> bool:
    """Whether a sentence goes on to say something of the words themselves: “We will sell” is a lie, she said."""
    return not closes_clause(words, after) and first_key(after.lstrip()) in PASSIVES and not tells_how(after)


def _is_reported_on(story: Story, last: FoundQuote, start: int, before: str) -> bool:
    """Whether a sentence goes on with what the last speaker says, in German's mood for it: Das sei „ein Sieg“."""
    between = story.told[last.end : start]
    return story.language == "de" and "\n" not in between and bool(last.speaker and _REPORTS_ON.search(before))


def _goes_on(words: str, between: str, before: str) -> bool:
    """Whether a quotation goes on after the sentence that named its speaker: “A,” said Brandt. “B.”."""
    if before.rpartition("。")[2].strip() or "\n" in between or between.count("。") > 1:
        return False
    return not between.strip() or (len(sentence_ends(between)) <= 1 and bool(sentence_after(between, words).strip()))
