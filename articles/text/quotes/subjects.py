"""The subject of a verb of speech, as a noun phrase in the story's own words: never a clause."""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.text.quotes.naming.names import (
    UNCASED,
    WORD,
    bare_name,
    first_key,
    first_run,
    is_capitalised,
    key,
    name_runs,
    names_somebody,
    without_article,
    words_of,
)
from articles.text.quotes.source import NEAR
from articles.text.quotes.words.bodies import BODY_NOUNS
from articles.text.quotes.words.doubt_words import NEGATORS
from articles.text.quotes.words.name_words import ANY_PRONOUN, DETERMINERS, LINKS, PRONOUNS, TITLES
from articles.text.quotes.words.speech_words import (
    ADVERBIAL_OPENERS,
    AUXILIARIES,
    CONJUNCTIONS,
    MANNER,
    NAME_TAIL_WORDS,
    NAMING_VERBS,
    PASSIVES,
    SPEECH_VERBS,
    TAIL_WORDS,
    TIMES,
)
from articles.text.quotes.words.tables import words_in

LONGEST_ROLE = 8  # words after a name's comma: "chief surveyor" yes, half a life no
LONGEST_SUBJECT = 16  # words; a longer "subject" is a sentence that we misread
LONGEST_JOINT_ROLE = 4  # words between "and" and the second name: "and harbour master Ludwig van der Berg"

EDGES = " \t\n\r\u00a0\u202f\u2009,،;:.!?…—–-"
HARD_BREAK = re.compile(r"(?<![א-ת])\"|\"(?![א-ת])|[;:()\[\]“”„«»‹›‘「」『』\n]|\s[—–-]+\s|—")
_SUBORDINATE = re.compile(
    r"(?:\b(?:which|because|whereas|although|whom|what|but|that|when|dass|daß|ce que?|lo que|que|qu[’']|lorsque|"
    r"quand|cuando|коли|gdy|kiedy|när|wenn|medan|що|что|że|"
    r"att)\s+|\bו?כש(?=\w{3})"
    r"|\bqu[’'])",
    re.IGNORECASE,
)
_COMMA = re.compile(r"(?:(?<!\s)\s++)?[,،]\s*")
_PART = re.compile(r"[^,،]+")
# What may stand between verb and subject: Заявив про це міністр, a déclaré à l’AFP Jean Roux
_OBJECT = re.compile(
    r"^(?:про це|об этом|нам|мені|журналістам|кореспондент\w+|Укрінформу|Суспільному|(?:à|au|aux)\s(?:la\s|"
    r"l[’'])?[^\s,]+"
    r"|(?:a|ante) (?:la|los|las|el) \w+|al \w+|w rozmowie z \w+|dziennikarzom|reporterom|nam|لرويترز|للصحفيين|"
    r"לעיתונאים"
    r"|till [A-ZÅÄÖ]\w+)\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[,،]\s(?:[^\W\d_A-ZÀ-ÖØ-Þ][\w’'-]*\s?){1,5}[,،]\s(?=\S)")
_DAY = re.compile(
    r"^(?:(?:ce|cet|este|esta|el|am|w|we|у|в|во|på|i|on|za) )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|hier|ayer|"
    r"hoy|"
    r"aujourd[’']hui|gestern|heute|måndags?|tisdags?|onsdags?|torsdags?|fredags?|lördags?|söndags?|igår|idag|"
    r"poniedziałek|wtorek|"
    r"środę|czwartek|piątek|sobotę|niedzielę|wczoraj|dziś|понеділок|вівторок|середу|четвер|п[’']ятницю|суботу|неділю|"
    r"вчора|"
    r"сьогодні)(?: (?:matin|soir|après-midi|tarde|noche|abend|morgen))?,?\s+",
    re.IGNORECASE,
)
# To whom, where and when, before the subject in Hebrew and Arabic.
_UNCASED_LEAD = re.compile(
    r"^(?:(?:لنا|لي|له|لها|لهم|זאת|את זה|אתמול|היום|אמש|השבוע|הבוקר|הערב|כבר|גם|עוד|שוב|ל(?:עיתון|כתבים|"
    r"עיתונאים|רויטרס|קהל|ערוץ \w+|"
    r"אתר \w+|"
    r"גלי צה[\"״]ל)|"
    r"ב(?:כנסת|ריאיון|ראיון|דיון|ישיבה|תגובה|סיום|הודעה|פתח \w+|שיחה עם \w+|יום \w+|טקס|כנס|תדרוך|נאום\w*|"
    r"מסיבת עיתונאים)|"
    r"أمس|اليوم|لاحقا|(?:في|خلال|أمام|عبر|لدى|عقب|بعد) \w+(?: (?:ال\w+|صحفي\w*|مع \w+))?|لل\w+|ل(?:رويترز|وكالة \w+|"
    r"صحيفة \w+|قناة \w+))\s+)+"
)
_WHO = re.compile(
    r"\s(?:who|qui|який|яка|которая|который|que|som|który|która|ש(?:הוא|היא|הם|לא|אינ\w|מעולם|עדיין|ה\w{4,})|الذي|"
    r"التي)\s"
)
_RELATIVE = re.compile(r"(?:who|qui|який|яка|которая|который|que|som|który|która|ש\w{2,}|الذي|التي)\s")
SEPARABLE = re.compile(r"\s(?:mit|hinzu|an|fest|ein|zu)$")  # teilte die Polizei mit
_AND = re.compile(r"\s(?:and|und|et|та|і|й|y|e|och|i|oraz|ve)\s+")
_IN_CHIEF = re.compile(r"en (?:chef|cheffe|jefe)\b")
_EAST_OPENERS = words_in("na у в на під після перед про за зі з із w we podczas przed z ze")
_OBLIQUE = re.compile(r"[^\W\d_]{2,}(?:[ую]|ої|ому|ові|им|ом|ów|ego|owi|iem|em)$")
_DATIVES = ("der", "dem", "den")  # sagte Margarete Ohlsen der Agentur
_GERUNDS = ("ing", "учи", "ючи", "ачи", "ячи", "вши", "чись", "вшись", "ąc", "wszy")
_PAST = re.compile(r"(?:ed|ing)$")


TELLING = SPEECH_VERBS | NAMING_VERBS
_NOUNS_TOO = words_in(  # behind an article: la juge Ruth Okonjo, the answers
    "juge critique demande annonce remarque réplique note reproche lance relève salue report reports answers",
    "notes states claim reply cuenta nota pregunta contesta apunta lanza critica denuncia recuerda post tweet",
    "comment remark statement plan",
)
_BEFORE_NOUNS = DETERMINERS | words_in("cette ce cet ces mon ton son sa ses nos vos notre votre este esta su sus denna")
_ENDS_IN_WHO = re.compile(
    r",\s*(?:who|quien|qui|som|który|która|який|яка|котрий|котра)$"
)  # el alcalde, Ana Ruiz, quien
_CLITICS = frozenset(
    ("lo", "la", "le", "les", "se", "nos", "me", "lui", "leur", "y", "en", "go", "ją")
)  # before a verb
_HELPERS = AUXILIARIES - DETERMINERS
_SKIPPED_HELPERS = _HELPERS - PRONOUNS
_SKIPPED = (CONJUNCTIONS | AUXILIARIES) - DETERMINERS - PRONOUNS
_NO_SUBJECT = (ADVERBIAL_OPENERS | {"to", "who"}) - ANY_PRONOUN
_NO_SUBJECT_AFTER = ADVERBIAL_OPENERS - DETERMINERS
_NO_ROLE = NAME_TAIL_WORDS | CONJUNCTIONS | ANY_PRONOUN
_ENDS_A_LEAD = NAME_TAIL_WORDS | CONJUNCTIONS - DETERMINERS
_OPENS_A_SUBJECT = DETERMINERS | ANY_PRONOUN | TITLES


def verbs_in(text: str, verbs: frozenset[str]) -> Iterator[re.Match[str]]:
    """The verbs among the words of a text, not those of "was asked" and "is called"."""
    passive, end, last = False, 0, ""
    for word in WORD.finditer(text):
        one = key(word.group())
        is_noun, last = one in _NOUNS_TOO and last in _BEFORE_NOUNS, one
        passive = passive and not set(text[end : word.start()]) & {",", "،"}
        is_name = end and word.group()[0].isupper()  # die Fragen, Said Rahmani
        end = word.end()
        if one in verbs and not passive and not is_noun and not is_name:
            yield word
        passive = one in PASSIVES or (passive and one.endswith("ly"))


def subject_before(text: str) -> str:
    """The subject that ends right before a verb: "In a statement, Ana Prill, the mayor," is "Ana Prill, …"."""
    text = text[-NEAR:]
    breaks = list(HARD_BREAK.finditer(text))
    text = text[breaks[-1].end() :] if breaks else text
    if outer := list(verbs_in(text, TELLING)):
        behind = text[outer[-1].end() :]
        if words_of(behind) and key(words_of(behind)[-1]) in CONJUNCTIONS:  # called it fake and said
            return subject_before(text[: outer[-1].start()])
        text = behind
    text = _without_last(text.strip(), AUXILIARIES | _CLITICS)
    text = _ENDS_IN_WHO.sub(",", text)
    if text.endswith((",", "،")) and _RELATIVE.match(_COMMA.split(text)[-2]):
        return noun_phrase(_apposition(text))
    subordinates = list(_SUBORDINATE.finditer(text))
    text = text[subordinates[-1].end() :] if subordinates else text
    if text.endswith((",", "،")):
        return noun_phrase(_apposition(text))
    parts = _COMMA.split(text)
    if len(parts) > 1 and all(key(word) in CONJUNCTIONS for word in words_of(parts[-1])):  # did not come, but said
        return leading_subject(text)
    return noun_phrase(_with_those_before(parts))


def subject_after(text: str) -> str:
    """The subject that starts right after a verb: "Tavi Brandt, who keeps forty sheep, on Monday"."""
    text = text[:NEAR]
    cut = HARD_BREAK.search(text)
    text = (text[: cut.start()] if cut else text).strip()
    text = _OBJECT.sub("", _DAY.sub("", _without_first(text, _SKIPPED_HELPERS)))
    text = _UNCASED_LEAD.sub("", _behind_an_adverbial(_behind_an_aside(text)))
    if (first := WORD.match(text)) and first.group().casefold() in PRONOUNS:
        return first.group()
    if first_key(text) in _NO_SUBJECT_AFTER:
        return ""
    parts = list(_PART.finditer(text))
    named = _before_tail(parts[0].group()) if parts else ""
    if not _may_open_a_subject(named):
        return ""
    end = parts[0].start() + len(named)
    for part in parts[1:] if named == parts[0].group() else []:
        if not _is_role(part.group().strip()):
            break
        end = part.end()
        if not part.group().strip().isdigit():  # an age, then the role
            break
    return _up_to_the_name(SEPARABLE.sub("", text[:end].strip(EDGES.replace(".", ""))))


def _behind_an_aside(text: str) -> str:
    """A subject behind a few small words between commas: "répond, laconique, Anne Loisel" less "laconique"."""
    aside = _ASIDE.match(text)
    return text[aside.end() :] if aside else text


def _behind_an_adverbial(text: str) -> str:
    """A subject behind what tells where or when: "w Sejmie premier Tomasz Rejkart" less "w Sejmie"."""
    if first_key(text) not in ADVERBIAL_OPENERS:
        return text
    for word in list(WORD.finditer(text))[2:]:
        if key(word.group()) in TITLES and word.group()[0].islower():
            return text[word.start() :]
    runs = [run for run in name_runs(text) if len(run) > 1 and len(words_of(text[: run[0].start()])) > 1]
    while runs and len(runs[0]) > 2 and _OBLIQUE.search(runs[0][0].group()):  # У коментарі Суспільному Вікторія Кокс
        runs[0] = runs[0][1:]
    return text[runs[0][0].start() :] if runs else text


def behind_objects(text: str) -> str:
    """A subject behind the objects of a verb in lower case: "ramionami Maria Dudnik" less "ramionami"."""
    first = WORD.match(text.lstrip())
    if first is None or key(first.group()) in _OPENS_A_SUBJECT or not first.group()[0].islower():
        return text
    words = list(WORD.finditer(text))[:6]
    for last, word in pairwise(words):
        leads_on = key(last.group()) in LINKS and is_capitalised(word.group())
        if set(text[last.end() : word.start()]) & {",", "،"} or leads_on:
            break
        if without_article(key(last.group())) in BODY_NOUNS:  # dénonce l’association SOS Forêt
            break
        if key(word.group()) in TITLES | DETERMINERS | PRONOUNS or is_capitalised(word.group()):
            return text[word.start() :]
    return text


def leading_subject(text: str) -> str:
    """The subject of a whole sentence: "Banker Piers Allanby" of "On Monday, Banker Piers Allanby rejected it"."""
    for part in _COMMA.split(text):
        part = part.strip(EDGES)
        if part and first_key(part) not in ADVERBIAL_OPENERS and WORD.match(part):
            name = leading_name(part)
            if name or _is_clause(part) or len(words_of(part)) > LONGEST_JOINT_ROLE:
                return name
    return ""


def leading_name(text: str) -> str:
    """The pronoun or name that opens a clause with several verbs, "Brandt" in "Brandt sat down and"."""
    first = WORD.match(text)
    if first is None:
        return ""
    if first.group().casefold() in ANY_PRONOUN:
        return first.group()
    runs = name_runs(text)[:3]
    for place, run in enumerate(runs):
        named = text[: run[-1].end()]
        if place + 1 < len(runs) and _is_before_a_title(text[run[-1].end() : runs[place + 1][0].start()]):
            continue
        before = words_of(text[: run[0].start()])
        if any(key(word) in _ENDS_A_LEAD for word in before):
            break
        is_longer_ahead = len(run) == 1 and any(len(other) > 1 for other in runs[place + 1 :])
        longest = LONGEST_ROLE if text[: run[0].start()].rstrip().endswith(",") else LONGEST_JOINT_ROLE
        if len(before) <= longest and bare_name(named) and not is_longer_ahead:
            return named
    return ""


def _is_before_a_title(between: str) -> bool:
    """Whether what stands between two names leads to the second: "Norton City coach Ann Poe", "AFAD İl müdürü Burak "
    "Şen"."""
    words = words_of(between)
    return between.isspace() or (
        0 < len(words) < LONGEST_JOINT_ROLE and key(words[-1]) in TITLES and "," not in between
    )


def noun_phrase(text: str) -> str:
    """A text as the words that name a speaker, or "" where it is none; of a clause what opens it, if that is a "
    "name."""
    text = text.strip(EDGES.replace(".", ""))
    while (first := WORD.match(text)) and key(first.group()) in _SKIPPED:
        text = text[first.end() :].strip()
    words = list(WORD.finditer(text))
    if len(words) > 1 and first_key(text) in TIMES and not set(text[words[0].end() : words[1].start()]) & {","}:
        text, words = text[words[1].start() :], words[1:]  # later Fink
    if first_key(text) in _EAST_OPENERS and bare_name(behind := _behind_an_adverbial(text)) and behind != text:
        return noun_phrase(behind)  # У листі до батьків директорка Лаура Шпідель
    if not words or first_key(text) in _NO_SUBJECT:
        return ""
    if key(words[-1].group()) in CONJUNCTIONS or len(words) > LONGEST_SUBJECT or _is_clause(text):
        return leading_name(text)
    return _up_to_the_name(text)


def _up_to_the_name(text: str) -> str:
    """In scripts without capitals only the words up to the name: what follows may be anything."""
    name = bare_name(text) if UNCASED.search(text) else ""
    return text[: text.index(name) + len(name)] if name else text


def _is_clause(text: str) -> bool:
    """Whether words hold a verb that is not that of "who": an attribution is a noun phrase, never a clause."""
    who = _WHO.search(text)
    words = [key(word.group()) for word in WORD.finditer(text, 0, who.start() if who else len(text))]
    return any(word in PASSIVES or word in SPEECH_VERBS or word in NEGATORS for word in words[1:])


def _with_those_before(parts: list[str]) -> str:
    """The last piece between commas, with those before it in a list of names: "Brandt, Maas and Prill"."""
    last = parts[-1]
    if _AND.search(last):
        while len(parts) > 1 and bare_name(parts[-2]) == parts[-2].strip():
            last = f"{parts[-2]}, {last}"
            parts = parts[:-1]
    return last


def _apposition(text: str) -> str:
    """The parts of "Earlier, Ana Prill, the mayor, on Monday," that name somebody: "Ana Prill, the mayor"."""
    parts = [part for part in _PART.finditer(text) if part.group().strip()]
    while parts and first_key(parts[-1].group().strip()) in ADVERBIAL_OPENERS:
        parts.pop()
    parts = parts[-3:]
    while parts and first_key(parts[0].group().strip()) in ADVERBIAL_OPENERS:
        parts.pop(0)
    if len(parts) > 2 and not bare_name(parts[0].group()):
        parts.pop(0)
    return text[parts[0].start() : parts[-1].end()] if parts else ""


def _is_role(text: str) -> bool:
    """Whether words after a name's comma say who that is: "chief surveyor", "who keeps forty sheep", "54"."""
    words = words_of(text)
    return (
        bool(words)
        and len(words) <= LONGEST_ROLE
        and key(words[0]) not in _NO_ROLE
        and not words[0].endswith(_GERUNDS)
        and not any(key(word) in SPEECH_VERBS for word in words)
    )


def _before_tail(text: str) -> str:
    manner = MANNER.search(text)
    text = text[: manner.start()] if manner else text
    run = first_run(text)
    has_name = run and key(text[: run[0].start()].strip()) not in DETERMINERS
    tails = NAME_TAIL_WORDS if has_name or UNCASED.search(text) else TAIL_WORDS
    clause = _WHO.search(text)
    if clause and UNCASED.search(text):
        text, clause = text[: clause.start()], None
    joint = _joint_end(text)
    for word in WORD.finditer(text, joint, clause.start() if clause else len(text)):
        one = key(word.group())
        is_dative = word.group() in _DATIVES and run and run[-1].end() < word.start()
        if is_dative and bare_name(text[: word.start()]):
            return text[: word.start()].rstrip()
        if one == "en" and _IN_CHIEF.match(text, word.start()):  # la jardinière en chef
            continue
        if UNCASED.match(one) and one in TELLING and word.start():
            return text[: word.start()].rstrip()
        if one in tails and (word.group()[0].islower() or one.endswith("day") or UNCASED.match(one)):
            return text[: word.start()].rstrip()
    return text


def _joint_end(text: str) -> int:
    """Where the second of two speakers ends: "Mayor Ana Prill and harbour master Joren Maas"; 0 where there is one."""
    for found in _AND.finditer(text):
        rest = text[found.end() :]
        run = first_run(rest)
        before = words_of(rest[: run[0].start()]) if run else []
        if not run or len(before) > LONGEST_JOINT_ROLE or not names_somebody(text[: found.start()]):
            continue
        if not bare_name(rest[: run[-1].end()]):
            continue
        if not any(key(word) in NAME_TAIL_WORDS or _PAST.search(word) or key(word) in PRONOUNS for word in before):
            return found.end() + run[-1].end()
    return 0


def _may_open_a_subject(text: str) -> bool:
    first = WORD.match(text)
    if first is None:
        return False
    one = key(first.group())
    return (
        is_capitalised(first.group())
        or not first.group()[0].islower()
        or one in _OPENS_A_SUBJECT
        or len(words_of(text)) <= 4
        or (not _is_clause(text) and text.rstrip(". ").endswith(bare_name(text) or "\n"))
    )


def _without_last(text: str, unwanted: frozenset[str]) -> str:
    while (found := re.search(r"[^\s,،]+$", text)) and found.group().casefold() in unwanted:
        text = text[: found.start()].rstrip()
    return text


def _without_first(text: str, unwanted: frozenset[str]) -> str:
    while (found := WORD.match(text)) and found.group() in unwanted:
        text = text[found.end() :].lstrip()
    return text
