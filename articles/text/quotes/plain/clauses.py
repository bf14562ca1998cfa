"""Whether a clause tells plainly that somebody spoke; where it does not, its words are credited to nobody.

The rules of `standing.py` and `bars.py` know what takes words back. These ask the other way round: only the shapes in
which people are quoted are believed, a speaker with a verb beside, behind nothing but what is known. A word that nobody
knows between a speaker and the verb, or before both, is a doubt.
"""

import re
from typing import NamedTuple

from articles.text.quotes import standing
from articles.text.quotes.naming.names import (
    UNCASED,
    WORD,
    bare_name,
    first_key,
    is_capitalised,
    key,
    without_article,
    words_of,
)
from articles.text.quotes.plain.doubtful import ANYWHERE, BEFORE, OUTSPOKEN
from articles.text.quotes.subjects import TELLING, verbs_in
from articles.text.quotes.verbless import REFUTES
from articles.text.quotes.words.bodies import BODY_NOUNS
from articles.text.quotes.words.name_words import (
    ANY_PRONOUN,
    DETERMINERS,
    LINKS,
    NOT_A_PERSON,
    PARTICLES,
    PRONOUNS,
    TITLES,
    UNCASED_TITLES,
)
from articles.text.quotes.words.naming_verbs import NAMING
from articles.text.quotes.words.speech_words import (
    ADMITTED,
    ADVERBIAL_OPENERS,
    ANYBODY,
    AUXILIARIES,
    CONJUNCTIONS,
    QUESTION_OPENERS,
    SOURCE_PHRASES,
    TIMES,
)
from articles.text.quotes.words.tables import words_in

# What may stand between a speaker and a verb, and changes nothing.
_HARMLESS = words_in(
    "also then later earlier again today yesterday tonight already still just simply once before first finally himself",
    "herself alone both has had have meanwhile however too now even only soon always often sometimes afterwards",
    "auch dann später zuvor heute gestern wieder noch bereits schon weiter weiterhin zudem außerdem dazu darauf",
    "daraufhin daher deshalb selbst sich es dem der den das ihm ihr ihnen hat hatte haben hatten nun jetzt nur bloß",
    "sogar einmal anschließend schließlich danach nochmals jedoch hingegen indes wiederum ebenfalls gern immer",
    "a ont avait aussi encore ensuite puis lui leur se s y en même également alors déjà toutefois pourtant enfin hier",
    "ha han había también luego después entonces ya se le les lo la los las nos además aún todavía mismo misma ayer",
    "hoy",
    "har hade också sedan senare dock även sig nu redan själv bara igår idag alltid det",
    "też także również już potem później wczoraj dziś jednak sam sama się mu jej im to tak jeszcze następnie go ją",
    "також теж ще вже потім згодом учора сьогодні однак сам сама йому їй їм це так тоді далі її його",
)
_ADVERB = re.compile(r"[^\W\d_]{3,}(?:ly|mente|ment|ligen|erweise|nie|owo)$")
_NEVER_OPEN = words_in("if unless until once though although as como comme som jak як así si wenn falls als")
_OPENERS = (ADVERBIAL_OPENERS | CONJUNCTIONS | TIMES | _HARMLESS) - _NEVER_OPEN
_ATTACHED = DETERMINERS | TITLES | LINKS | CONJUNCTIONS | PARTICLES | ANY_PRONOUN | TIMES | _HARMLESS | {"which"}
_OPENS_A_SOURCE = (
    DETERMINERS
    | TITLES
    | BODY_NOUNS
    | ANY_PRONOUN
    | NOT_A_PERSON
    | words_in("заяві повідомленні листі звіті документі oświadczeniu komunikacie liście raporcie")
)
_ANYBODY = ANYBODY | words_in(
    "man anyone anybody everyone jeder alle on tous todos alguien każdy każda wszyscy кожен усі всі alla det dem",
    "człowiek людина",
)
# What may open a clause behind a quotation before its speaker: “…,” as Vess put it.
_HEADS = words_in("so wie så jak comme como as is was how est c'est par av by von przez selon laut enligt zdaniem зі")
_BEFORE_NOUNS = words_in(
    "the a an this that his her its their my our your un une ce cette ma sa ein eine einen ihr sein su"
)
_SO_WHAT = re.compile(r"\b(?:tak|так) [^\W\d_]+[ęюу]\s$")  # tak strategię podsumowuje
_BUT = re.compile(r"[,،]\s*(?:but|and|mais|et|aber|und|sondern|pero|y|men|och|ale|i|але|й|та|а)\s*$")
_ANDS = CONJUNCTIONS | words_in("men sino sondern")
_KNOWN = ("en", "fr", "de", "es", "sv", "pl", "uk")  # languages whose small words the tables know
_ACCUSERS = ("المدعية", "المدعي", "התובע", "התובעת")  # prosecutors, where they have names
_CLAUSES = re.compile(r"[,،;:—–()]")
_ASIDE = re.compile(r"[,،][^,،]*[,،]")
_RELATIVE = re.compile(r"[,،]\s*(?:who|qui|que|der|die|som|który|która|який|яка|الذي|التي|ש\w+)\s[^,،]*[,،]")
_TURKISH_WHO = re.compile(r"\w{3,}[ea]n\s*$")
_TURKISH_DOING = re.compile(r"\w{2,}(?:[ea]rek|[ıiuü]p)\s*$")
_WHO = re.compile(r"[,،(]|\s(?:who|qui|que|der|die|som|który|która|який|яка)\s")
_ARTICLE_AMID = re.compile(
    r"^(?:the|an?|un|une|una|el|la|le|los|las)\s[^\W\d_]+\s(?:the|an?|un|une|una|el|la|le|los|las)\s", re.IGNORECASE
)
_WHO_CLAUSE = re.compile(r",?\s(?:who|qui|que|der|die|das|som|który|która|який|яка|الذي|التي|ש\w+)\s")
_MODAL = re.compile(r"\b(?:would|could|might|should|may|can|must|will|shall)\b")
_BY_WHOM = re.compile(r"\b(?:by|par|por|von|av|przez)\s*$")
# German's mood for other people's words, and the verb that closes them: er habe „…“ gerufen.
_TOLD_OF = re.compile(r"\b(?:habe|hätten?|solle|wolle)\b")
_SPOKEN = re.compile(
    r"(?:ge(?:sagt|rufen|raten|droht|brüllt|schrien|schrieben|nannt|fordert|murmelt|antwortet|flüstert|predigt|donnert|"
    r"äußert)|zugerufen|befohlen|behauptet|verlangt|versprochen|bezeichnet)\b"
)
_THAT_SOMEBODY = re.compile(
    r"(?:\b(?:that|dass|daß|que|att|że|iż|що|כי)\b|\bqu[’'])[^:]*?\s(?=[A-ZÀ-ÞА-ЯІЇЄҐŁŚŻ])|"
    r"\s[بف]?أن\s[^:]*?\s(?:كان|قد|قال|قالت)\b"
)
_SECOND_VOICE = re.compile(
    r"[”“»\"]\s*,?\s*(?:while|whereas|tandis que|alors que|während|mientras(?: que)?|medan|podczas gdy|тоді як)\s"
)
_WHEN = re.compile(r"\s(?:when|quand|lorsqu[e’']|als|cuando|när|gdy|kiedy|коли|عندما|حين)\s|\sכש(?=\w)", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:only|seulement|que|erst|nur|solo|sólo|först|bara|tylko|dopiero|лише|тільки|إلا|רק)\s", re.IGNORECASE
)
_NEAR = 40  # characters before a speaker in which a phrase for a source stands


class _Clause(NamedTuple):
    """What stands before the speaker, between speaker and verb, and behind both; "" for a verb that nobody knows."""

    lead: str
    between: str
    rest: str
    verb: str
    is_inverted: bool = False  # said Vess
    is_joined: bool = False  # a verb with "and" written on to it, as in Arabic and Hebrew


def is_plain(before: str, after: str, who: str, language: str) -> bool:
    """Whether the sentence around a quotation, of which these words say who speaks, tells so in a known shape.

    `before` and `after` are what the sentence has of its own on both sides.
    """
    if language not in BEFORE or not who:
        return True
    if _is_doubtful(who, language):
        return False
    before, after = (OUTSPOKEN[language].sub(" ", part) for part in (before, after))
    if who in before:
        return _is_plain_before(before, after, who, language)
    if who not in after:
        return True
    clause = _clause_behind(after, who)
    return not (
        BEFORE[language].search(before)
        or _is_doubtful_lead(clause.lead, language)
        or (clause.verb and language in _KNOWN and key(who) not in PRONOUNS and _has_unknown_head(clause.lead))
        or _is_doubtful_between(clause, language)
        or _is_doubtful_rest(clause, _CLAUSES.split(clause.rest)[0], language)
    )


def _is_doubtful(who: str, language: str) -> bool:
    """Whether words are no speaker: they hold a doubt, or stand for anybody, or are no noun phrase."""
    doubt = BEFORE[language]
    who = OUTSPOKEN[language].sub(" ", who).strip()
    name = bare_name(who)
    if first_key(who) in _ANYBODY or (not name and who[:1].islower() and first_key(who) not in _OPENS_A_SOURCE):
        return True
    if _ARTICLE_AMID.search(who):  # un blog la postura
        return True
    if name and ANYWHERE[language].search(_WHO_CLAUSE.split(who.partition(name)[2])[0]):
        return True
    if UNCASED.search(who):
        around = who
    elif doubt.fullmatch(name) or (" " not in name and doubt.match(who)):
        return True
    else:
        around = _WHO.split(who.replace(name, " ", 1) if name else who)[0]
    return any(not _is_title(found.group()) for found in doubt.finditer(around))


def _is_title(word: str) -> bool:
    return key(word) in TITLES or bool(UNCASED_TITLES.match(word)) or word in _ACCUSERS


def _is_plain_before(before: str, after: str, who: str, language: str) -> bool:
    """Whether a sentence that names its speaker before the quotation tells plainly."""
    clause = _clause_before(before, who)
    leads = before.rstrip().endswith((":", "："))
    own = _CLAUSES.split(after.lstrip(' ”»“"’'))[0]
    is_parted = before.rstrip().endswith((";", "؛")) or clause.rest.rstrip().endswith("أما")
    is_unsaid = language != "tr" and (BEFORE[language].search(own) or standing.negates(own, language))
    if is_parted or is_unsaid or (leads and _is_another(clause, who)):
        return False
    if language == "de" and _TOLD_OF.search(clause.rest) and _SPOKEN.match(after.lstrip()):
        return False
    if language == "en" and _MODAL.search(clause.between) and not clause.verb.endswith(("d", "s")):
        return False  # would stand up and declare
    return not (
        (clause.verb and BEFORE[language].search(clause.verb) and words_of(clause.rest))  # conteste avoir dit
        or (not clause.is_joined and _is_doubtful_lead(clause.lead, language))
        or (language in _KNOWN and key(who) not in PRONOUNS and _has_unknown(_told_lead(clause.lead)))
        or _is_doubtful_between(clause, language)
        or _is_doubtful_rest(clause, clause.rest, language)
    )


def _is_another(clause: _Clause, who: str) -> bool:
    """Whether somebody else speaks than who is named: "According to a guest, the cook yelled:"."""
    is_source = SOURCE_PHRASES.search(f"{clause.lead[-_NEAR:]} x") is not None
    return (is_source and bool(set(who) & {",", "،"})) or _THAT_SOMEBODY.search(clause.rest) is not None


def _told_lead(lead: str) -> str:
    """What stands before a speaker, less a question that is answered and what was going on when they spoke."""
    lead = _SECOND_VOICE.split(lead)[-1]
    if QUESTION_OPENERS.match(lead):  # asked whether it would close, she said
        lead = lead.rpartition(",")[2]
    if _BUT.search(lead):  # did not come, but she
        return ""
    when = _WHEN.search(lead)
    return lead[when.end() :] if when and not _ONLY.search(lead, 0, when.start() + 1) else lead


def _is_doubtful_lead(lead: str, language: str) -> bool:
    if language == "tr" and _TURKISH_WHO.search(lead):  # Suçlamaları reddeden Ada İspinoz
        return False
    return BEFORE[language].search(_told_lead(lead)) is not None


def _is_doubtful_between(clause: _Clause, language: str) -> bool:
    """Whether a word between a speaker and the verb makes it doubtful; what an admission is of was said."""
    is_told = clause.is_joined or clause.between.startswith(" zufolge") or ADMITTED.search(clause.between)
    if is_told or (not clause.verb and REFUTES.search(clause.between)):
        return False
    own = _own(clause.between, language)
    asides = _RELATIVE.sub(" ", " ".join(_ASIDE.findall(clause.between)))
    if BEFORE[language].search(own) or ANYWHERE[language].search(asides):
        return True
    return bool(clause.verb and not clause.is_inverted and language in _KNOWN and _unknown(own))


def _is_doubtful_rest(clause: _Clause, rest: str, language: str) -> bool:
    is_called = clause.verb in NAMING.get(language, ()) and not rest.rstrip().endswith(":")  # called the rumours “…”
    return not is_called and ANYWHERE[language].search(rest) is not None


def _clause_before(before: str, who: str) -> _Clause:
    place = before.rfind(who)
    lead, tail = before[:place], before[place + len(who) :]
    for part, is_inverted in ((tail, False), (lead, True)):
        verb = next((one for one in reversed(list(verbs_in(part, TELLING))) if not _is_noun(part, one)), None)
        if verb:
            one = key(verb.group())
            is_joined = UNCASED.match(verb.group()) is not None and one != verb.group()
            left, right = part[: verb.start()], part[verb.end() :]
            told = (left, right, tail) if is_inverted else (lead, left, right)
            return _Clause(*told, one, is_inverted, is_joined)
    return _Clause(lead, tail, "", "")


def _is_noun(text: str, verb: re.Match[str]) -> bool:
    """Whether a word that may be a verb stands behind an article: her anger."""
    before = words_of(text[max(verb.start() - _NEAR, 0) : verb.start()])
    return bool(before) and key(before[-1]) in _BEFORE_NOUNS and not UNCASED.match(verb.group())


def _clause_behind(after: str, who: str) -> _Clause:
    place = after.find(who)
    lead, tail = after[:place], after[place + len(who) :]
    if verb := next(verbs_in(lead, TELLING), None):
        return _Clause(lead[: verb.start()], lead[verb.end() :], tail, key(verb.group()), is_inverted=True)
    if verb := next(verbs_in(tail, TELLING), None):
        return _Clause(lead, tail[: verb.start()], tail[verb.end() :], key(verb.group()))
    return _Clause(lead, "", tail, "")


def _own(between: str, language: str) -> str:
    """What stands right before a verb, less asides between commas and what an "and" or a participle's comma ends."""
    is_done = between.rstrip().endswith((",", "،")) or between.endswith(" en ")
    if is_done or (language == "tr" and _TURKISH_DOING.search(between)):
        return ""  # rejected the charge, calling it
    text = _CLAUSES.split(_ASIDE.sub(" ", between).rstrip(" :：—–-"))[-1]
    ands = [word.end() for word in WORD.finditer(text) if key(word.group()) in _ANDS]
    return text[ands[-1] :] if ands else text


def _unknown(text: str) -> str:
    """The first word of a text that neither is harmless nor belongs to an adverbial; "" without one."""
    for word in words_of(text):
        one = key(word)
        if one in ADVERBIAL_OPENERS:
            return ""
        if not (one in _HARMLESS | AUXILIARIES or _ADVERB.fullmatch(one) or is_capitalised(word)):
            return one
    return ""


def _has_unknown_head(lead: str) -> bool:
    """Whether an unknown word opens a clause behind a quotation, before its speaker."""
    first = first_key(lead.strip(" ,:;.–—-»”“"))
    if _SO_WHAT.search(lead) or first in _HEADS | DETERMINERS | TITLES or SOURCE_PHRASES.search(f"{lead} x"):
        return False
    return bool(_unknown(lead))


def _has_unknown(lead: str) -> bool:
    """Whether a word right before a speaker opens no adverbial and belongs to no name, where no comma parts them."""
    last = _CLAUSES.split(lead)[-1]
    words = words_of(last)
    if not words or key(words[0]) in _OPENERS or _BY_WHOM.search(last) or SOURCE_PHRASES.search(f"{last} "):
        return False
    known = _ATTACHED | TELLING
    return not all(without_article(key(word)) in known or is_capitalised(word) or UNCASED.match(word) for word in words)
