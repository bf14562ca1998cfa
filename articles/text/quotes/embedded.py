"""Speech that is not told but hoped, thought or passed on: its verb stands in what somebody dreams, believes, relates.

"Fans dream that Marsh says “…”" tells of the fans. So what stands in a clause that "that" opens is nobody's, whatever
governs it; and what somebody hopes for, holds to be likely or pictures is nobody's in any form.
"""

import re

from articles.text.quotes.naming.names import UNCASED, bare_name, key, words_of
from articles.text.quotes.naming.uncased_names import is_in_something, is_said_of
from articles.text.quotes.subjects import HARD_BREAK, TELLING, verbs_in
from articles.text.quotes.words.speech_words import CONJUNCTIONS
from articles.text.quotes.words.tables import words_in

# What opens a clause that somebody thinks, hopes or passes on; and before which words it means "when" or "since".
_THAT = {
    "en": (
        "so now in on at of by to for with after before from such about since",
        r"\sthat\s(?!(?:day|night|morning|evening|afternoon|week|month|year|time|moment|point|meeting)\b)",
    ),
    "fr": (
        "après avant depuis pendant tandis alors dès lors bien parce puis si pour ainsi plus moins tant sans",
        r"\squ(?:e\s|[’'])",
    ),
    "de": ("so ohne", r",?\s(?:dass|daß)\s"),
    "es": (
        "después_de antes_de desde hasta para ya mientras aunque así luego más menos vez tras tanto porque al el la lo "
        "los las",
        r"\sque\s",
    ),
    "sv": ("för genom efter trots utan så därför med", r"\satt\s"),
    "pl": ("mimo dlatego chyba tak zwłaszcza", r",?\s(?:że|iż|jakoby|żeby|aby|by)\s"),
    "uk": ("тому так дарма", r",\s(?:що|щоб|ніби|нібито|аби|буцім|буцімто|что|чтобы)\s"),
    "ar": ("بعد قبل منذ إلى رغم غير إلا مع", r"\s[بكل]?أن(?:ه|ها|هم|نا|ني)?\s"),
    "he": ("אחרי לפני משום כפי כמו מאז למרות", r"\s(?:כי\s+(?=\S)|(?=ש\w{2}))"),
}
_OPENS = {
    language: re.compile("".join(rf"(?<!\b{word.replace('_', ' ')})" for word in never.split()) + opens)
    for language, (never, opens) in _THAT.items()
}
_ASIDE = re.compile(r"[,،][^,،]{1,80}[,،]")
_ANDS = {
    language: words_in(words)
    for language, words in (
        *(("en", "and but"), ("fr", "et mais"), ("de", "und aber sondern"), ("es", "y e pero sino"), ("sv", "och men")),
        *(("pl", "i a oraz ale lecz"), ("uk", "і й та а але и но"), ("ar", "ثم"), ("he", "אבל")),
    )
}
_TELLS_ON = TELLING | words_in(
    "maintain maintains insist allege soutiennent prétendent zapewnia zapewniają запевняють твердять твердить "
    "стверджують стверджує behaupten aseguran hävdar"
)
_CLAUSE_END = re.compile(r"[,،;](?!\s*(?:że|iż|що|dass|daß|что)\b)")
# What an English verb with one subject never looks like: "hearing captain Joe Marsh say".
_BASES = words_in("say tell write ask add call shout whisper declare insist warn explain describe announce claim reply")
_ADVERBS = words_in(
    "somewhere sometimes soon perhaps maybe quelque nulle bientôt parfois peut-être irgendwo irgendwann bald",
    "vielleicht pronto quizá quizás någonstans snart kanske gdzieś wkrótce może десь колись незабаром скоро мабуть",
    "yakında belki",
)
_REFLEXIVE = re.compile(r"(?:\w+ )?(?:sich|się|sig)\s*,")
_PREPOSITIONS = words_in(
    "in on at after before during for from with by to of dans en à au aux après avant pour de chez sur am im bei nach",
    "vor auf zu zum zur mit seit у в на після перед під за з до во w we na po przed podczas za z ze do od u på enligt",
    "vid i efter från durante tras antes después desde con por",
)
_UNCASED_LEAD = re.compile(r"[لب]\w{2,}(?:ه|ها|هم)$")
_HELPED = re.compile(r"\b(?:(?:did|does|do|they|we|you|i|who)\s+(?:\w+\s+){0,3}|to\s+)$", re.IGNORECASE)


def is_passed_on(left: str, verb: str, language: str) -> bool:
    """Whether somebody else tells, thinks or hopes that the words of a verb, with these before it, were said."""
    return _is_retold(left) or is_embedded(left, verb, language)


def is_embedded(left: str, verb: str, language: str) -> bool:
    """Whether a verb of speech, with these words before it, is only thought, hoped or passed on.

    A comma, or an "and", ends what "that" opens: "once it was clear that it would close, she said" tells.
    """
    clause = HARD_BREAK.split(left)[-1]
    if language == "en" and verb in _BASES and not _HELPED.search(clause):
        return any(word[0].isupper() for word in words_of(clause))
    opens = _opening(clause, language)
    if opens is None:
        return False
    between = _ASIDE.sub(" ", clause[opens:])
    words = [key(word) for word in words_of(between)]
    return bool(words) and not set(between) & {",", "،"} and not any(word in _ANDS[language] for word in words)


def _is_retold(left: str) -> bool:
    """Whether somebody else tells that words were said: "Three guests maintain that Roy told"."""
    clause = _CLAUSE_END.split(HARD_BREAK.split(left)[-1])[-1]
    told = list(verbs_in(clause, _TELLS_ON))
    return bool(told) and not any(key(word) in CONJUNCTIONS - {"that"} for word in words_of(clause[told[-1].end() :]))


def _opening(clause: str, language: str) -> int | None:
    """Where the last clause begins that "that" opens; in Hebrew it is written on to a word, here one for somebody."""
    pattern = _OPENS.get(language)
    ends = [one.end() - 1 for one in pattern.finditer(f" {clause}")] if pattern else []
    if language == "he":
        ends = [end for end in ends if clause[:end].endswith("כי ") or is_said_of(clause[end:].split()[0])]
    return ends[-1] if ends else None


def is_noun_phrase(words: str) -> bool:
    """Whether words may say who spoke: they begin neither as an adverbial does nor as what people say of themselves."""
    found = words_of(words)
    if not found:
        return False
    first = key(found[0])
    if UNCASED.match(found[0]):
        return bool(bare_name(words)) or not (_UNCASED_LEAD.match(found[0]) or is_in_something(found[0]))
    if first in _ADVERBS or _REFLEXIVE.match(words):
        return False
    leads = first in _PREPOSITIONS and words != "I" and (len(found) == 1 or found[1][0].islower())
    return not leads or bool(bare_name(words))
