"""Whether a sentence tells words as said, or takes them back: by denial, condition, question, hearsay, falsehood."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.text.quotes.naming import names
from articles.text.quotes.words.doubt import DoubtWords
from articles.text.quotes.words.doubt_words import DOUBT
from articles.text.quotes.words.speech_words import ANSWERS, ASKS, QUESTION_OPENERS
from articles.text.quotes.words.tables import words_in

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ASIDES = re.compile(r"(?:(?<!\s)\s++)?[,،—–]\s*")
_BREAK = re.compile(r"[,،;:()¿¡—–…]")
_ASKED = re.compile(r"[?؟][\s”“\"»«’')]*$")
_QUOTED = re.compile(r"”[^”]*”|^[^“„«\"”]*[”»]|[“„«\"][^“”„«»\"]*[”“»\"]|「[^」]*」")
_DOUBTFUL, _ALLEGED = "¬", "‡"  # they stand for phrases that withhold, and that reach over commas
_NOT_EN = re.compile(r"(?:(?<=n)|(?<=ca)n)[’']t\b|[’'](?:d|ll)\b", re.IGNORECASE)
_ELIDED = re.compile(r"(?<=\b[nN])[’']|(?<=\b[qQ]u)[’']")
_NAMES_TOO = frozenset(("may", "will", "can", "might", "could"))  # Theresa May, Will, Can
_FUTURES = ("rá", "rán", "era", "ira", "dra", "vra")  # names too: Hallorán, Vera
_WHEN_IN_HEBREW = re.compile(r"ו?כש(?=\w{3})")
_JOINED_AND = {"ar": ("و", "ف"), "he": ("ו",)}
_CONDITIONS = words_in(
    "if whether would could suppose si supposons supongamos wenn ob falls angenommen om anta якщо чи якби припустімо",
    "jeśli czy gdyby załóżmy إذا لو לو אם נניח eğer",
)
_TELLS_HEARSAY = words_in(  # adverbs that open a sentence, a comma behind them: "Presuntamente, gritó"
    "allegedly reportedly supposedly purportedly apparently presumably prétendument apparemment angeblich mutmaßlich",
    "vermeintlich supuestamente presuntamente aparentemente påstått förmodligen podobno rzekomo нібито начебто буцімто",
)
_ANDS = words_in(
    "and but und aber sondern et mais y e pero och men i a oraz ale lecz і й та а але однак و لكن ו אבל ve ama"
)
_NEGATES_BEHIND = words_in("nicht nie niemals inte aldrig")  # they stand behind the verb that they negate
_AFTER_TO = frozenset(("say", "tell", "write", "ask", "add", "read", "call"))
_RELATIVE = re.compile(
    r"[,،]|\s(?:who|whom|which|that|qui|der|die|das|que|som|który|która|який|яка|الذي|التي)\s|\sש(?=\w)"
)
_LATE_NOT = {  # what takes a verb back from behind it: sagte nie, sa aldrig, said nothing
    "en": re.compile(r"\s*(?:\w+\s+){0,2}?(?:nothing|neither|no such|no word|nowhere)\b"),
    "de": re.compile(
        r"\s*(?:(?!und\b|aber\b|dass\b)[\w.’'-]+\s+){0,6}?(?:nie|niemals|nicht|kein\w*|nichts|weder)\b(?! (?:nur|"
        r"bloß|allein)\b)|\s*zu haben\b"
    ),
    "sv": re.compile(
        r"\s*(?:(?!och\b|men\b|att\b|som\b)[\w.’'-]+\s+){0,6}?(?:aldrig|inte|inget|ingenting|varken)\b(?! (?:bara|"
        r"enbart|minst)\b)"
    ),
    "uk": re.compile(r"\s*(?:б|би|бы)\b"),
    "fr": re.compile(r"\s*(?:pas|jamais|rien)\b|.*\bqu.*\b(?:dise|dît|écrive|réponde|reconnaisse|admette)\b"),
    "es": re.compile(r".*\bque\b.*\b(?:diga|dijer?a|dijese|grite|escriba|responda|reconozca|admita|declare)n?\b"),
    "pl": re.compile(r"\s*by\b"),
}
_WHETHER = re.compile(r"(?:^|[\s,])(?:whether|if|ob|si|czy|чи|ли|huruvida|om|إذا|האם|אם)\s", re.IGNORECASE)
_ENQUIRES = ("ask", "inquir", "enquir", "wonder", "quer", "fråg", "undr", "frag", "demand", "interrog", "pregunt")
_WHY = re.compile(
    r"(?:\s+[\w’'.-]+){0,4}?,?\s+(?:why|how|when|where|what|who|warum|wieso|weshalb|wann|wie|pourquoi|"
    r"comment|por qué|cómo|"
    r"varför|hur)\s(?=\S+\s)(?![^:]*:\s*$)"
)
_TOLD_ON = re.compile(  # what begins something else that is told: ", calling the video a fake", " and left"
    r"(?:[,;]|(?<!\s))\s*+\b(?:(?!according)\w+ing|who|which|whose|und|and|but|aber|och|men|et|mais|y|pero|"
    r"і|й|та|але|qui|som|"
    r"que|der|die|"
    r"która|który|який|яка)\s"
)


class _Token(NamedTuple):
    key: str
    is_capitalised: bool
    follows_break: bool
    opens: bool  # a word with "and" written on to it


def withholds(before: str, verb: str, language: str) -> bool:
    """Whether the words of a sentence up to its verb of speech keep that verb from telling what was said.

    "Halloran never", "denied on Tuesday that she had", "A fake post, seen by many, has Halloran" do; "Halloran, who
    did not come," and "did not resign but" do not.
    """
    words = DOUBT.get(language, DOUBT["en"])
    if verb.startswith(_JOINED_AND.get(language, ())) and names.key(verb) != verb:  # "and said", written as one word
        return False
    if names.key(verb) in ANSWERS and QUESTION_OPENERS.match(before):
        return False
    clause = _without_aside(before, words)
    tokens = _tokens(clause, words, language)
    return _is_infinitive(tokens, verb, language) or (
        _is_open(tokens, words, language, verb) and not _is_closed(clause, tokens, words)
    )


def takes_back(verb: str, behind: str, language: str) -> bool:
    """Whether the words right behind a verb of speech take it back: "sagte Halloran nie", "said nothing about"."""
    clause = _BREAK.split(behind, maxsplit=1)[0].partition(" when asked ")[0]
    late = _LATE_NOT.get(language)
    return bool(
        (late and late.match(clause))
        or " whether " in f" {clause} "
        or (names.key(verb).startswith(_ENQUIRES) and verb[0].islower() and _WHY.match(clause))
        or (names.key(verb).startswith(ASKS) and _WHETHER.search(f" {behind} "))
    )


def is_false(tail: str, language: str) -> bool:
    """Whether what a sentence adds to a quotation calls it false or hearsay: ", according to a fake post"."""
    words = DOUBT.get(language, DOUBT["en"])
    own = _TOLD_ON.split(f", {tail.lstrip(' ,،')}", maxsplit=1)[0]
    return any(words.false.fullmatch(token.key) for token in _tokens(own, words, language))


def is_rumour(text: str, language: str) -> bool:
    """Whether a sentence supposes, alleges or calls false; that it negates something tells nothing here."""
    words = DOUBT.get(language, DOUBT["en"])
    tokens = _tokens(text, words, language)
    bare = [token for token in tokens if not words.negators.fullmatch(token.key)]
    return _is_open(bare, words, language, "") or any(token.key in (_DOUBTFUL, _ALLEGED) for token in tokens)


def is_hearsay(text: str, language: str) -> bool:
    """Whether a sentence says of what it tells that it is false, or only what people say."""
    words = DOUBT.get(language, DOUBT["en"])
    keys = (token.key for token in _tokens(text, words, language))
    return any(key in (_DOUBTFUL, _ALLEGED) or words.false.fullmatch(key) for key in keys)


def negates(text: str, language: str) -> bool:
    """Whether a word of a text negates."""
    words = DOUBT.get(language, DOUBT["en"])
    return any(words.negators.fullmatch(token.key) for token in _tokens(text, words, language))


def is_alleged(text: str, language: str) -> bool:
    """Whether a text speaks of accusers' words, or of a tale."""
    words = DOUBT.get(language, DOUBT["en"])
    return bool(words.alleged.search(text))


def is_question(sentence_end: str) -> bool:
    """Whether a sentence, of which this is the end outside the quotation, asks."""
    return bool(_ASKED.search(sentence_end))


def has_doubt(phrase: str, language: str) -> bool:
    """Whether the words that name a speaker withhold: "neither Halloran nor Vess", "nobody"."""
    words = DOUBT.get(language, DOUBT["en"])
    return _is_open(_tokens(_RELATIVE.split(phrase)[0], words, language), words, language, "")


def _without_aside(text: str, words: DoubtWords) -> str:
    """The clause of a verb without what commas part it from its subject by: "Halloran, the mayor, never" less "
    "mayor."""
    parts = _ASIDES.split(text)
    while len(parts) > 2 and _is_bare(parts[-1], words):
        parts[-3:] = [f"{parts[-3]} {parts[-1]}"]
    return ", ".join(parts)


def _is_bare(part: str, words: DoubtWords) -> bool:
    """Whether a piece between a comma and the verb has no subject of its own."""
    keys = [word.casefold() for word in _WORD.findall(part)]
    return all(
        words.withholding.fullmatch(key)
        or words.negators.fullmatch(key)
        or words.that.fullmatch(key)
        or key.endswith("ly")
        for key in keys
    )


def _tokens(text: str, words: DoubtWords, language: str) -> list[_Token]:
    text = _QUOTED.sub(" ; ", text)
    text = names.without_points(text)
    if language == "en":
        text = _NOT_EN.sub(lambda found: " not" if "t" in found.group() else " would", text)
    text = _ELIDED.sub(" ", text)
    text = words.alleged.sub(f" {_ALLEGED} ", words.harmless.sub(" ", text))
    text = words.doubtful.sub(f" {_DOUBTFUL} ", text)
    return list(_read(text, words, language))


def _read(text: str, words: DoubtWords, language: str) -> Iterator[_Token]:
    joined = _JOINED_AND.get(language, ())
    end = 0
    for word in re.finditer(f"{_WORD.pattern}|[{_DOUBTFUL}{_ALLEGED}]", text):
        key, follows = word.group().casefold(), bool(_BREAK.search(text, end, word.start())) or not end
        rest = key[1:] if key.startswith(joined) else key
        if language == "he" and (when := _WHEN_IN_HEBREW.match(key)):
            yield _Token(key[when.end() :], False, follows, opens=True)
            continue
        opens = rest != key and bool(words.negators.fullmatch(rest) or words.withholding.fullmatch(rest))
        yield _Token(rest if opens else key, word.group()[0].isupper(), follows, opens)
        end = word.end()


def _is_open(tokens: list[_Token], words: DoubtWords, language: str, verb: str) -> bool:
    """Whether something that withholds still reaches the end of these words."""
    withheld = false = False
    aside = 0  # commas to come around what parts "if" from its clause: "if, as expected, she says"
    is_cleft = bool(tokens) and tokens[0].key == _ALLEGED
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.follows_break and aside:
            aside -= 1
        elif aside:
            continue
        elif token.opens or words.beside.fullmatch(token.key):
            if not is_cleft and not _shares_doubt(following, words, language, verb):
                withheld = False
                false = false and token.key not in _ANDS
        elif token.follows_break and place and not words.that.fullmatch(token.key):
            withheld = False
            false = false and not _is_told_first(tokens[0], words)
        false = false or token.key == _ALLEGED or bool(words.false.fullmatch(token.key))
        if _withholds(token, words):
            withheld = True
            aside = 2 if following is not None and following.follows_break and _hangs(token, words) else 0
    return withheld or false


def _is_closed(clause: str, tokens: list[_Token], words: DoubtWords) -> bool:
    """Whether a comma before the verb ends the reach of doubt: "rejected the accusation, calling it"."""
    ends = clause.rstrip().endswith((",", "،", "”", "“", "»", '"'))
    return ends and not _hangs(tokens[-1], words) and not any(words.false.fullmatch(one.key) for one in tokens)


def _withholds(token: _Token, words: DoubtWords) -> bool:
    if token.is_capitalised and (token.key in _NAMES_TOO or (not token.follows_break and token.key.endswith(_FUTURES))):
        return False
    key = token.key
    return key == _DOUBTFUL or bool(words.withholding.fullmatch(key) or words.negators.fullmatch(key))


def _hangs(token: _Token, words: DoubtWords) -> bool:
    """Whether a word reaches over a comma that stands right behind it: "if, as expected, she says"."""
    return token.key in _CONDITIONS | _TELLS_HEARSAY | {_DOUBTFUL} or (
        token.key not in _NEGATES_BEHIND and bool(words.negators.fullmatch(token.key))
    )


def _shares_doubt(following: _Token | None, words: DoubtWords, language: str, verb: str) -> bool:
    """Whether what a conjunction opens stays in the reach of doubt: "denied that she left and had said"."""
    if following is None:
        return language == "en" and verb in _AFTER_TO
    return bool(words.that.fullmatch(following.key))


def _is_told_first(first: _Token, words: DoubtWords) -> bool:
    """Whether a sentence opens with a clause of its own: "After a fake post spread, Halloran said"."""
    return bool(words.beside.fullmatch(first.key)) or first.key in (
        "following",
        "despite",
        "tras",
        "après",
        "po",
        "efter",
    )


def _is_infinitive(tokens: list[_Token], verb: str, language: str) -> bool:
    """Whether a verb only tells what somebody wants, may or is said to have said, by the word right before it.

    "declined to say", قد تقول, and German's subjunctive of other people's words: Halloran habe gesagt.
    """
    last = tokens[-1].key if tokens else ""
    if language == "ar" and last == "قد":
        return verb.startswith(("ي", "ت"))
    if language == "ar" and any(one.key == "أن" for one in tokens) and verb in ("يقول", "تقول", "يقل", "تقل"):
        return True
    if language == "de":
        return (
            last == "zu"
            or last in ("habe", "hätte", "hätten")
            or any(one.key in ("habe", "hätte") for one in tokens[-6:])
        )
    return last == "to" and verb in _AFTER_TO
