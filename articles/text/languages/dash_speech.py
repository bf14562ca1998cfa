"""Finds speech that a dash opens, as Ukrainian, Polish, Swedish, Spanish, French and Turkish write it.

– Vi är redo, säger Eva Lind. · —Seguimos —dijo Ana Ruiz—. Nada cambia. · – Ми готові, – сказала Олена. – Ходімо.

A dash at a paragraph's start opens a list as well, or a credit. It is speech when somebody is said to speak in the
paragraph, when the words before lead to speech with a colon, or when it answers a paragraph that is.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from typing import NamedTuple

from articles.text.languages.speech_verbs import SPEECH_VERBS
from articles.text.languages.verb_shapes import unknown_verb

Piece = tuple[int, int]

_LEAD = re.compile(r"\s*(?:[—–―][ \u00a0\u202f]?|--?[ \u00a0])(?=[^\W\d_]|[¿¡«„“”\"'’‘(…]|\d)")
_COLON = re.compile(r":[ \u00a0](?:[—–―][ \u00a0]?|-[ \u00a0])(?=[^\W\d_]|[¿¡…])")
_NAMED_COLON = re.compile(r"^.{0,80}[A-ZÀ-ÞŁŚŹŻА-ЯІЇЄҐ]\w+ [A-ZÀ-ÞŁŚŹŻА-ЯІЇЄҐ]\w+ [^.!?\n]{1,80}:\s*$")
_WITHIN = re.compile(r"(?<=[.!?…])[ \u00a0][—–―][ \u00a0](?=[A-ZŻŹŚŁĆА-ЯІЇЄҐ])")
# A dash inside: with a space on a side, or, as in Spanish, at a word on one side and a sign on the other.
_INNER = re.compile(
    r"[ \u00a0\u202f](?:[—–―]|--?(?=[ \u00a0]))[ \u00a0\u202f]?|(?<=[\w.!?…,»”\"])[—–―](?=[ \u00a0.,;:!?…])"
)
_COMMA = re.compile(r"(?:,|[?!…][”»\"]?)[ \u00a0](?![—–―-])")
_SENTENCE_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=[ \u00a0])")
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:[^\W\d_]|\d{1,2}|mme|mlle|mr|st|sra?|dra?|prof|gen|kpt|kap|płk|inż|mgr|hr|fr|nr|bl|ca|ст|ім|вул|див|"
    r"гр)\.$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'ʼ-][^\W_]+)*[’']?")
_INVERTED = re.compile(r"-(?:t-)?(?:ils?|elles?|on|lui)$", re.IGNORECASE)
_NAME = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-ÞĀŁŚŹŻŞİÇĞА-ЯІЇЄҐ]")
_EDGES = " \t\u00a0\u202f\u2009"
_FAR = 5  # words between the dash and a verb that a comma before the dash announces
# Where Swedish goes on with speech behind the clause: – Vi förlorade, säger Ek, men det är inte slut.
_AGAIN = re.compile(
    r",[ \u00a0](?=(?:men|utan|så|det|den|vi|jag|han|hon|man|de|du|ni|inte|är|var|har|hade|ska|skulle|kan|kunde|blir|"
    r"blev|måste|får|fick|eftersom|fast|därför|om|eller|bara|att|nu|alla|ingen|[a-zåäö]{2,}[^m]a(?= (?:en|ett|den|det|"
    r"de|på|i|av|till|med|för|bort|upp|ut|in|ner|om|oss|er|dem|sig|mig|dig)))[ \u00a0])"
)
MOST_DASHES = 200  # of a paragraph that are read; one with more is no speech


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_REPORTING = frozenset().union(*(verbs for language, verbs in SPEECH_VERBS.items() if language not in ("en", "de")))
# What may stand between the dash and the verb: auxiliaries, pronouns that lean on the verb, words like "also".
_BEFORE_VERBS = _words(
    "a ont avait avaient aussi ainsi encore ensuite se s’ s' me lui leur nous m’ m' l’ l' y har hade ha också även ju",
    "så nu også da nå han hon hun ha siis le les nos también además ya lo також ще теж потім же нам мені він вона",
    "вони їм так też także również jeszcze nam mi on ona tak jak diye şöyle böyle ifade dile sözlerini ifadelerini",
)
# These, behind the verb, make it part of what is said: "– I say that …", "– Вони кажуть, що …".
_SUBORDINATE = _words("att at que qu qu’il qu’elle що что że iż ki che hogy että")
_FIRST_PERSON = _words(
    "jag vi du ni jeg je tu nous vous yo nosotros я ми ти ви мы вы ja my ty wy ben biz sen siz minä eu io man on",
)
# What people say, not somebody.
_HEARSAY = _words("кажуть говорят mówią disent dicen dizem")


class DashSpeech(NamedTuple):
    """Spoken words, which stand between no marks, and the clause that says who speaks, where there is one."""

    start: int
    end: int
    reporting: Piece | None


def dash_speeches(paragraphs: Sequence[str], language: str = "") -> list[DashSpeech]:
    """What is spoken behind dashes, in order; offsets count in the paragraphs joined by newlines.

    A speech that its reporting clause parts is one for each part, with the same clause. The comma before the clause
    belongs to neither. Words behind a dash that answer a speech, with no clause of their own, have None. Where the
    `language` is given, verbs that no table knows are told by their shape.
    """
    found: list[DashSpeech] = []
    base, before, goes_on = 0, "", False
    for paragraph in paragraphs:
        spoken = _speeches_of(paragraph, before, goes_on, language) if _may_be_speech(paragraph) else []
        found += [_moved(speech, base) for speech in spoken]
        goes_on = bool(spoken)
        base += len(paragraph) + 1
        before = paragraph
    return found


def _moved(speech: DashSpeech, base: int) -> DashSpeech:
    start, end, reporting = speech
    return DashSpeech(base + start, base + end, reporting and (base + reporting[0], base + reporting[1]))


def _may_be_speech(paragraph: str) -> bool:
    dashes = sum(map(paragraph.count, "—–―")) + paragraph.count("- ")
    return 0 < dashes <= MOST_DASHES


def _speeches_of(paragraph: str, before: str, goes_on: bool, language: str) -> list[DashSpeech]:
    """What is spoken in a paragraph, given the one before it and whether that was speech."""
    lead = _LEAD.match(paragraph)
    led = None if lead else _led_by_a_verb(paragraph) or _behind_a_sentence(paragraph, language)
    if lead is None and led is None:
        return []
    start = lead.end() if lead else (led[1] if led else 0)
    spoken = [speech for speech in _parts(paragraph, start, language) if _has_words(paragraph, speech)]
    if led and led[0]:
        spoken = [speech if speech.reporting else speech._replace(reporting=(0, led[0])) for speech in spoken]
    is_told = any(speech.reporting for speech in spoken) or _leads_to_speech(before)
    is_told = is_told or (bool(_NAMED_COLON.search(before)) and _is_a_sentence(paragraph, start))
    return spoken if is_told or (goes_on and _is_a_sentence(paragraph, start)) else []


def _led_by_a_verb(paragraph: str) -> Piece | None:
    """Where the words end that lead to a dash with a colon, and where speech begins: "Hon sa: – Vi är redo."."""
    for colon in _COLON.finditer(paragraph):
        before = paragraph[: colon.start() + 1]
        if _leads_to_speech(before) or _NAMED_COLON.search(before):
            return colon.start(), colon.end()
    return None


def _behind_a_sentence(paragraph: str, language: str) -> Piece | None:
    """Where speech begins behind a sentence of the reporter's: "Anna nie kryła łez. – Bałam się – dodała."."""
    if language not in ("pl", "uk"):
        return None
    for dash in _WITHIN.finditer(paragraph):
        if any(speech.reporting for speech in _parts(paragraph, dash.end(), language)[:1]):
            return 0, dash.end()
    return None


def _leads_to_speech(text: str) -> bool:
    """Whether a text ends with a colon and a verb of speech not far before it."""
    if not text.rstrip().endswith(":"):
        return False
    last = [_key(word) for word in _WORD.findall(text[-80:])][-8:]
    return any(word in _REPORTING for word in last)


def _is_a_sentence(paragraph: str, start: int) -> bool:
    first = _WORD.search(paragraph, start)
    return first is not None and first[0][0].isupper() and paragraph.rstrip(_EDGES + "»”\"')")[-1:] in tuple(".!?…")


def _has_words(paragraph: str, speech: DashSpeech) -> bool:
    return _WORD.search(paragraph, speech.start, speech.end) is not None


def _parts(paragraph: str, start: int, language: str) -> list[DashSpeech]:
    """The spoken parts from `start` on, each with its clause that says who speaks, or the last that names somebody."""
    dashes = [dash.span() for dash in _INNER.finditer(paragraph, start)]
    commas = [(comma.end() - 1, comma.end()) for comma in _COMMA.finditer(paragraph, start)]
    spoken: list[DashSpeech] = []
    naming: Piece | None = None
    at = start
    for end, clause, is_dashed in sorted([(*dash, True) for dash in dashes] + [(*comma, False) for comma in commas]):
        announced = paragraph[end - 1] in ",?!….”»"
        if end < at:
            continue
        far = _FAR if is_dashed and announced else int(is_dashed)
        if not _tells(paragraph, clause, far, is_dashed) and not _seems_to_tell(paragraph, end, clause, language):
            continue
        following = bisect(dashes, (clause, clause))
        dash = dashes[following] if following < len(dashes) else None
        clause_end, resumes = _end_of_clause(paragraph, clause, dash, is_dashed)
        if not paragraph[clause:clause_end].strip(_EDGES):  # one dash upon another
            continue
        if language == "sv" and not is_dashed and (again := _AGAIN.search(paragraph, clause, clause_end)):
            clause_end, resumes = again.start(), again.end()
        if naming is None or _NAME.search(paragraph, clause, clause_end):
            naming = clause, clause_end
        spoken.append(DashSpeech(*_trimmed(paragraph, at, end), naming))
        at = resumes
    if at < len(paragraph):
        spoken.append(DashSpeech(*_trimmed(paragraph, at, len(paragraph)), naming))
    return spoken


def _trimmed(paragraph: str, start: int, end: int) -> Piece:
    """The piece without spaces at its ends, and without the comma before a clause."""
    while start < end and paragraph[start] in _EDGES + "—–―":
        start += 1
    while start < end and paragraph[end - 1] in _EDGES + ",":
        end -= 1
    return start, end


def _tells(paragraph: str, place: int, far: int, is_dashed: bool) -> bool:
    """Whether a clause that begins here says who speaks, with at most so many words before its verb."""
    region = paragraph[place : place + 120]
    end = _SENTENCE_END.search(region)
    words = list(_WORD.finditer(region, 0, end.start() + 1 if end else len(region)))
    if not words or (words[0].start() > 0 and region[: words[0].start()].strip("—–― ")):
        return False
    if not words[0][0][0].islower():
        return False
    skipped = 0
    for number, word in enumerate(words):
        key = _key(word)
        if key in _REPORTING:
            return _has_a_speaker(region, words, number) or (is_dashed and _ends_a_clause(region, words, number))
        if key not in _BEFORE_VERBS:
            skipped += 1
        if skipped > far or "," in region[words[0].start() : word.start()]:
            return False
    return False


def _seems_to_tell(paragraph: str, end: int, clause: int, language: str) -> bool:
    """Whether a clause that begins here tells who speaks with a verb that no table knows."""
    sign, region = paragraph[end - 1], paragraph[clause : clause + 120].lstrip(_EDGES)
    asks = sign in "?!…"
    is_direct = language == "es" and paragraph[end : end + 1] in tuple("—–―")
    return bool(
        unknown_verb(region, language, is_announced=sign in ",?!…”»", is_sure=is_direct or (asks and language != "fr"))
    )


def _key(word: "re.Match[str] | str") -> str:
    text = word if isinstance(word, str) else word[0]
    key = _INVERTED.sub("", text).casefold()
    elided = re.split(r"[’']", key)
    return elided[-1] or key if len(elided[0]) <= 2 else key


def _has_a_speaker(region: str, words: Sequence[re.Match[str]], verb: int) -> bool:
    """Whether the verb has somebody beside it, neither "I" nor everybody, and leads to no other clause."""
    near = words[max(verb - 1, 0) : verb + 1]
    inverted = [found[0].casefold() for word in near if (found := _INVERTED.search(word[0]))]
    if inverted:
        return not inverted[0].endswith("-on")
    if verb + 1 < len(words) and not region[words[verb].end() : words[verb + 1].start()].strip(_EDGES):
        return words[verb + 1][0].casefold() not in _SUBORDINATE | _FIRST_PERSON
    return verb > 0


def _ends_a_clause(region: str, words: Sequence[re.Match[str]], verb: int) -> bool:
    """Whether the verb is a clause for itself, —añadió—, and does not tell what people say."""
    behind = region[words[verb].end() :].lstrip(_EDGES)[:1]
    return behind in tuple(".,…—–―-") and words[verb][0].casefold() not in _HEARSAY


def _end_of_clause(paragraph: str, clause: int, dash: Piece | None, is_dashed: bool) -> Piece:
    """Where a clause that says who speaks ends, and where speech goes on: behind a dash, or in the next sentence.

    Behind a clause that commas part from speech the paragraph goes on with speech, unless it says anew who speaks.
    """
    ends = _sentence_end(paragraph, clause)
    if dash and (is_dashed or not paragraph[ends : dash[0]].strip(_EDGES)):
        resumes = dash[1]
        while resumes < len(paragraph) and paragraph[resumes] in ".,;:!?… \u00a0":
            resumes += 1
        return min(dash[0], ends), resumes
    if is_dashed or _is_narrative(paragraph, ends):
        return ends, len(paragraph)
    return ends, ends


def _sentence_end(paragraph: str, start: int) -> int:
    for end in _SENTENCE_END.finditer(paragraph, start):
        following = paragraph[end.end() : end.end() + 4].lstrip(_EDGES)[:1]
        if not following.islower() and not _ABBREVIATED.search(paragraph[max(end.end() - 8, 0) : end.end()]):
            return end.end()
    return len(paragraph)


def _is_narrative(paragraph: str, start: int) -> bool:
    """Whether the sentence that begins here tells of somebody who speaks: "Hon tillägger att …"."""
    words = list(_WORD.finditer(paragraph, start, min(start + 60, len(paragraph))))
    return any(_key(word) in _REPORTING for word in words[:4])
