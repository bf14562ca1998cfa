"""The clause that tells of a quotation, in the parts by which it is judged."""

import re
from typing import NamedTuple

from articles.text.quotes import standing
from articles.text.quotes.naming.names import UNCASED, WORD, bare_name, first_key, is_capitalised, key, without_article, words_of
from articles.text.quotes.plain.doubtful import ANYWHERE, BEFORE, OUTSPOKEN
from articles.text.quotes.subjects import TELLING, verbs_in
from articles.text.quotes.verbless import REFUTES
from articles.text.quotes.words.bodies import BODY_NOUNS
from articles.text.quotes.words.name_words import ANY_PRONOUN, DETERMINERS, LINKS, NOT_A_PERSON, PARTICLES, TITLES, UNCASED_TITLES
from articles.text.quotes.words.naming_verbs import NAMING
from articles.text.quotes.words.speech_words import ADVERBIAL_OPENERS, ANYBODY, AUXILIARIES, CONJUNCTIONS, QUESTION_OPENERS, SOURCE_PHRASES, TIMES
from articles.text.quotes.words.tables import words_in

# What may stand between a speaker and a verb, and changes nothing.
_HARMLESS = words_in(
    "also then later earlier again today yesterday tonight already still just simply once before first finally himself",
    "herself alone both has had have meanwhile however too now even only soon always often sometimes afterwards",
    "auch dann später zuvor heute gestern wieder noch bereits schon weiter weiterhin zudem außerdem dazu darauf",
    "daraufhin daher deshalb selbst sich es dem der den das ihm ihr ihnen hat hatte haben hatten nun jetzt nur bloß",
    "sogar einmal anschließend schließlich danach nochmals jedoch hingegen indes wiederum ebenfalls gern immer",
    "a ont avait aussi encore ensuite puis lui leur se s y en même également alors déjà toutefois pourtant enfin hier",
    "ha han había también luego después entonces ya se le les lo la los las nos además aún todavía mismo misma ayer hoy",
    "har hade också sedan senare dock även sig nu redan själv bara igår idag alltid det",
    "też także również już potem później wczoraj dziś jednak sam sama się mu jej im to tak jeszcze następnie go ją",
    "також теж ще вже потім згодом учора сьогодні однак сам сама йому їй їм це так тоді далі її його",
    "قد لقد أيضا بدوره بدورها هنا",
    "גם כבר אז עוד אתמול היום שוב עצמו עצמה אמש הבוקר הערב",
    "ise da de ayrıca dün bugün sonra ardından daha",
)
_ADVERB = re.compile(r"[^\W\d_]{3,}(?:ly|mente|ment|ligen|erweise|nie|owo)$")
_NEVER_OPENS = words_in("if unless until once though although as como comme som jak як así si wenn falls als")
_OPENERS = (ADVERBIAL_OPENERS | CONJUNCTIONS | TIMES | _HARMLESS) - _NEVER_OPENS
_ATTACHED = DETERMINERS | TITLES | LINKS | CONJUNCTIONS | PARTICLES | ANY_PRONOUN | TIMES
_HEADS = words_in("so wie så як jak comme como as is was how est c'est par av by von przez selon laut enligt zdaniem зі بحسب")
_OPENS_A_SOURCE = DETERMINERS | TITLES | BODY_NOUNS | ANY_PRONOUN | NOT_A_PERSON
_ANYBODY = ANYBODY | words_in("man anyone anybody everyone jeder alle on tous todos alguien każdy każda wszyscy кожен усі всі alla det dem człowiek людина")
_SAID_BY_ANOTHER = re.compile(r"\b(?:habe|hätten?|solle|wolle)\b")
_SPOKEN = re.compile(r"(?:ge(?:sagt|rufen|raten|droht|brüllt|schrien|schrieben|nannt|fordert|murmelt|antwortet|flüstert|predigt|donnert|äußert)|zugerufen|befohlen|behauptet|verlangt|versprochen|bezeichnet)\b")
_MODAL = re.compile(r"\b(?:would|could|might|should|may|can|must|will|shall)\b")
_RELATIVE_CLAUSE = re.compile(r"[,،(]|\s(?:who|qui|que|der|die|som|który|która|який|яка)\s")
_ACCUSERS = ("المدعية", "المدعي", "התובע", "התובעת", "Prokurator")
_THAT_SOMEBODY = re.compile(
    r"(?:\b(?:that|dass|daß|que|att|że|iż|що|כי)\b|\bqu[’'])[^:]*?\s(?=[A-ZÀ-ÞА-ЯІЇЄҐŁŚŻ])|\s[بف]?أن\s[^:]*?\s(?:كان|قد|قال|قالت)\b"
)
_SECOND_VOICE = re.compile(r"[”“»\"]\s*,?\s*(?:while|whereas|tandis que|alors que|während|mientras(?: que)?|medan|podczas gdy|тоді як)\s")
_WHEN = re.compile(r"\s(?:when|quand|lorsqu[e’']|als|cuando|när|gdy|kiedy|коли|عندما|حين)\s|\sכש(?=\w)", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|seulement|que|erst|nur|solo|sólo|först|bara|tylko|dopiero|лише|тільки|إلا|רק)\s", re.IGNORECASE)
_BY_WHOM = re.compile(r"\b(?:by|par|por|von|av|przez)\s*$")
_CLAUSES = re.compile(r"[,،;:—–()]")
_ASIDE = re.compile(r"[,،][^,،]*[,،]")


class Clause(NamedTuple):
    """What stands before the speaker, between speaker and verb, and behind both up to the quotation or the end."""

    lead: str
    between: str
    rest: str
    verb: str


def is_plain(before: str, after: str, who: str, language: str) -> bool:
    """Whether the sentence around a quotation, of which these words say who speaks, tells so in a shape that is known.

    `before` and `after` are what the sentence has of its own on both sides.
    """
    return not why_not(before, after, who, language)


def why_not(before: str, after: str, who: str, language: str) -> str:
    if language not in BEFORE or not who:
        return ""
    if reason := _why_not_who(who, language):
        return reason
    before, after = OUTSPOKEN[language].sub(" ", before), OUTSPOKEN[language].sub(" ", after)
    if who in before:
        return _why_not_before(before, after, who, language)
    if who in after:
        clause = _clause_after(after, who)
        if found := BEFORE[language].search(before):
            return f"around:{found.group()}"
        return (
            _why_not_lead(clause, language, is_after=True)
            or _why_not_between(clause, language)
            or _why_not_rest(clause, _CLAUSES.split(clause.rest)[0], language)
        )
    return ""


def _why_not_who(who: str, language: str) -> str:
    """What keeps words from being a speaker: a doubt in them, or that they stand for anybody."""
    if first_key(who) in _ANYBODY:
        return "anybody"
    doubt = BEFORE[language]
    who = OUTSPOKEN[language].sub(" ", who).strip()
    name = bare_name(who)
    if not name and who[0].islower() and first_key(who) not in _OPENS_A_SOURCE:
        return "no source"
    if found := ANYWHERE[language].search(who.partition(name)[2] if name else ""):
        return f"who:{found.group()}"
    if UNCASED.search(who):
        around = who
    elif doubt.fullmatch(name) or (" " not in name and doubt.match(who)):
        return f"name:{name}"
    else:
        around = _RELATIVE_CLAUSE.split(who.replace(name, " ", 1) if name else who)[0]
    found = next((one for one in doubt.finditer(around) if not _is_title(one.group())), None)
    return f"who:{found.group()}" if found else ""


def _is_title(word: str) -> bool:
    return key(word) in TITLES or bool(UNCASED_TITLES.match(word)) or word in _ACCUSERS


def _why_not_before(before: str, after: str, who: str, language: str) -> str:
    clause = _clause_before(before, who)
    own = _CLAUSES.split(after.lstrip(" ”»“\"’"))[0]
    if before.rstrip().endswith((";", "؛")) or clause.rest.rstrip().endswith("أما"):
        return "parted"
    if language != "tr" and (BEFORE[language].search(own) or standing.negates(own, language)):
        return "after"
    is_source = SOURCE_PHRASES.search(f"{clause.lead[-40:]} x")
    if is_source and set(who) & {",", "،"} and before.rstrip().endswith(":"):
        return "source and clause"
    if "," in who and any(word[0].islower() and key(word) in TELLING for word in words_of(who.partition(",")[2])):
        return "verb in who"
    if before.rstrip().endswith(":") and _THAT_SOMEBODY.search(clause.rest):
        return "retold"
    if clause.verb and BEFORE[language].search(clause.verb) and words_of(clause.rest):
        return "verb:denies"
    if language == "de" and _SAID_BY_ANOTHER.search(clause.rest) and _SPOKEN.match(after.lstrip()):
        return "konjunktiv"
    if language == "en" and _MODAL.search(clause.between) and not clause.verb.endswith(("d", "s")):
        return "modal"
    return (
        _why_not_lead(clause, language, is_after=False)
        or _why_not_between(clause, language)
        or _why_not_rest(clause, clause.rest, language)
    )


def _why_not_lead(clause: Clause, language: str, *, is_after: bool) -> str:
    lead = _SECOND_VOICE.split(clause.lead)[-1]
    if QUESTION_OPENERS.match(lead):  # asked whether it would close, she said
        lead = lead.rpartition(",")[2] if "," in lead else ""
    if (when := _WHEN.search(lead)) and not _ONLY.search(lead, 0, when.start() + 1):
        lead = lead[when.end() :]
    if found := BEFORE[language].search(lead):
        return f"lead:{found.group()}"
    if language != "tr" and not is_after and (word := _unknown_lead(lead, language)):
        return f"leadword:{word}"
    if language != "tr" and is_after and clause.verb and (word := _unknown(lead)) and word not in _HEADS:
        return f"headword:{word}"
    return ""


def _why_not_between(clause: Clause, language: str) -> str:
    own = _own(clause.between)
    if found := BEFORE[language].search(own) or ANYWHERE[language].search(clause.between):
        if not (clause.verb == "" and REFUTES.search(clause.between)):
            return f"between:{found.group()}"
    if language not in ("ar", "he", "tr") and clause.verb and (word := _unknown(own)):
        return f"betweenword:{word}"
    return ""


def _why_not_rest(clause: Clause, rest: str, language: str) -> str:
    is_naming = clause.verb in NAMING.get(language, ()) and not rest.rstrip().endswith(":")
    if not is_naming and (found := ANYWHERE[language].search(rest)):
        return f"rest:{found.group()}"
    return ""


def _clause_before(before: str, who: str) -> Clause:
    place = before.rfind(who)
    lead, tail = before[:place], before[place + len(who) :]
    if verbs := list(verbs_in(tail, TELLING)):
        return Clause(lead, tail[: verbs[-1].start()], tail[verbs[-1].end() :], key(verbs[-1].group()))
    if verbs := list(verbs_in(lead, TELLING)):
        verb = verbs[-1]
        return Clause(lead[: verb.start()], lead[verb.end() :], tail, key(verb.group()))
    return Clause(lead, tail, "", "")


def _clause_after(after: str, who: str) -> Clause:
    place = after.find(who)
    lead, tail = after[:place], after[place + len(who) :]
    if verb := next(verbs_in(lead, TELLING), None):
        return Clause(lead[: verb.start()], lead[verb.end() :], tail, key(verb.group()))
    if verb := next(verbs_in(tail, TELLING), None):
        return Clause(lead, tail[: verb.start()], tail[verb.end() :], key(verb.group()))
    return Clause(lead, "", tail, "")


def _own(between: str) -> str:
    """What stands right before a verb, less asides between commas and what an "and" ends."""
    if between.rstrip().endswith((",", "،")):  # rejected the charge, calling it
        return ""
    text = _ASIDE.sub(" ", between).rstrip(" :：—–-")
    text = _CLAUSES.split(text)[-1]
    words = list(WORD.finditer(text))
    ands = [word.end() for word in words if key(word.group()) in CONJUNCTIONS]
    return text[ands[-1] :] if ands else text


def _unknown(text: str) -> str:
    """The first word of a text that neither is harmless nor belongs to an adverbial."""
    for word in WORD.finditer(text):
        one = key(word.group())
        if one in ADVERBIAL_OPENERS:
            return ""
        if not (one in _HARMLESS | AUXILIARIES or _ADVERB.fullmatch(one) or is_capitalised(word.group())):
            return one
    return ""


def _unknown_lead(lead: str, language: str) -> str:
    """The word before a speaker that opens no adverbial and belongs to no name, where no comma parts them."""
    last = _CLAUSES.split(lead)[-1]
    words = [word.group() for word in WORD.finditer(last)]
    if _BY_WHOM.search(last) or SOURCE_PHRASES.search(f"{last} "):
        return ""
    if not words or key(words[0]) in _OPENERS:
        return ""
    for word in words:
        one = without_article(key(word))
        if not (one in _ATTACHED or is_capitalised(word) or UNCASED.match(word) or one in _HARMLESS):
            return one
    return ""
