"""Who said it: reads the name of a speaker or a source out of the words around a quotation."""

import re

from articles.text.languages.dash_speech_words import REPORTING_VERBS
from articles.text.quotes import standing
from articles.text.quotes.name_words import ANY_PRONOUN, DETERMINERS, LINKS, TITLES, words_in
from articles.text.quotes.names import UNCASED, WORD, bare_name, first_key, first_run, inverted_pronoun, key, words_of
from articles.text.quotes.source import NOBODY, RETOLD, Source
from articles.text.quotes.speech_words import (
    ADMITTED,
    ADVERBIAL_OPENERS,
    ANYBODY,
    CONJUNCTIONS,
    INFINITIVES,
    MENTIONS,
    NAME_TAIL_WORDS,
    NAMING_VERBS,
    NON_FINITE,
    PARTICIPLES,
    PASSIVES,
    RETORTS,
    SOURCE_PHRASES,
    SPEECH_VERBS,
    is_verb_of,
    language_of,
    languages_of,
)
from articles.text.quotes.subjects import (
    EDGES,
    HARD_BREAK,
    TELLING,
    leading_name,
    leading_subject,
    subject_after,
    subject_before,
    verbs_in,
)

_LAST_PART = re.compile(r"[,،][^,،]*$")
_INCISE = re.compile(r"[,?!…]\s*(?:[—–-]\s*)?")
_SO = re.compile(r"so (?=d(?:er|ie|as)\b|[A-ZÄÖÜ])")
_QUOTED_AS = re.compile(r"\b(?:quoted|cited)(?: by [^,]+)? as$")
_OBJECT_PRONOUN = re.compile(r"(?<=,)\s(?:la|le|les|lo|los|las|l[’'])$")
_SO_CALLED = re.compile(r"\bså kallade?t?\b")
_PUT_IT = re.compile(r"as (?P<who>[^,]+?) puts? it\b")
_BESIDE_SPEECH = SPEECH_VERBS | RETORTS | REPORTING_VERBS
_TELLS_ON = TELLING | words_in(
    "maintain maintains insist allege soutiennent prétendent zapewnia zapewniają запевняють behaupten aseguran hävdar"
)
_DONE_BY = re.compile(
    r"\b(?:by|par|por|von|av|przez) (?P<who>[^,]{2,60}?) (?:as|de|als|som|jako|como)(?: an?| une?| ein\w*)?\s*$"
)
_PASSING_VERB = re.compile(r"(?:s[’'])?(?P<verb>[^\W\d_]{3,})\s+(?:(?:się|sich|sig|se)\s+)?(?=\S)")
_THEY_SAY = ("אומרים", "يقولون")
_CLAUSE_END = re.compile(r"[,،;](?!\s*(?:że|iż|що|dass|daß|что)\b)")
_RELATIVES = words_in("яке яка який qui que który która które som die der das welche")
_NO_VERBS = DETERMINERS | ANY_PRONOUN | CONJUNCTIONS | ADVERBIAL_OPENERS | NAME_TAIL_WORDS | LINKS | TITLES | _RELATIVES
_FRENCH_FOR = re.compile(
    r"\s*(?:Pour|Für|För|Dla|Для|Para|לדידו של|לדידה של) (?P<who>[^,]+?)(?:,|\s(?:ist|är|to|це|es|זו|זה)\b)[^,]*$"
)
_WITHOUT_PRONOUNS = ("es", "pl")
_PLURAL = re.compile(r"(?:ron|en|an|li|ły|ją)$")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
_FOLLOWS_THAT = re.compile(r"(?:^|\s)(?:that|que|qu[’']|dass|daß|że|iż|att)\s*$", re.IGNORECASE)
_VERB_SECOND = ("de", "sv", "nl")


def attributed_after(after: str, language: str) -> Source | None:
    """Who is named in the words that follow a quotation.

    `after` runs from the closing mark to the end of its sentence. Returns a Source of "" when somebody speaks there but
    can't be told, None when nobody speaks.
    """
    cut = HARD_BREAK.search(after, len(after) - len(after.lstrip(EDGES)))
    region = (after[: cut.start()] if cut else after).strip(EDGES + "“”")
    if so := _SO.match(region):
        return Source(subject_after(region[so.end() :]))
    if put := _PUT_IT.match(region):
        return Source(subject_after(put["who"]))
    verb = _first_verb(region, language)
    source = SOURCE_PHRASES.search(region)
    if source and (verb is None or source.start() <= verb.start()):
        return _certain(subject_after(region[source.end() :]), "", language)
    if verb is None:
        return Source(region) if _is_credit(after, region) else _told_in_passing(after, region, language)
    spoken, left, right = _parts(region, verb)
    tongue = language_of(spoken, language)
    if spoken in RETORTS and any(key(word) in NON_FINITE for word in words_of(right)):
        return NOBODY
    if _is_taken_back(verb.group(), left, right, language):
        return NOBODY
    who = inverted_pronoun(region[: verb.end()]) or subject_before(left) or subject_after(right)
    return _certain(who, right, tongue) if who else _left_out(spoken, tongue)


def attributed_before(before: str, language: str) -> Source | None:
    """Who is named in the words that lead to a quotation, from its sentence's start to the opening mark.

    Returns as `attributed_after` does.
    """
    before = _SO_CALLED.sub("", before)
    sources = list(SOURCE_PHRASES.finditer(before))
    verb = _last_verb(before, language)
    if sources and (standing.is_alleged(before, language) or (verb and not before[: sources[0].start()].strip())):
        return NOBODY  # According to the charge sheet, Sand assured them
    if sources and (verb is None or sources[-1].start() >= verb.start()):
        return _certain(_source_before(before[sources[-1].end() :]), "", language)
    if verb is None:
        if standing.is_hearsay(before, language) and not before.rstrip().endswith(":"):
            return NOBODY
        return (
            _mentioned(before, language)
            or _led_by_a_colon(before, language)
            or _in_french_for(before)
            or _done_by(before)
        )
    spoken, left, right = _parts(before, verb)
    tongue = language_of(spoken, language)
    if _is_taken_back(verb.group(), left, right, language) or _mentioned(right, tongue):
        return NOBODY
    if standing.is_alleged(right, tongue) or (spoken in _THEY_SAY and not left.strip()):
        return NOBODY
    if not right.rstrip().endswith(":") and standing.negates(right, tongue):  # says he never asked them to
        return NOBODY
    if admitted := ADMITTED.search(left):
        return _certain(subject_before(left[: admitted.start()]), "", tongue)
    if _is_retold(left):
        return RETOLD
    who = _subject_around(before, verb, spoken, tongue)
    if key(who) in ANYBODY or _FOLLOWS_THAT.search(left[: left.rfind(who)] if who in left else ""):
        return NOBODY
    return _certain(who, "", tongue) if who else _left_out(spoken, tongue)


def _subject_around(before: str, verb: re.Match[str], spoken: str, tongue: str) -> str:
    """Who speaks with a verb: as a rule whoever stands before it."""
    left, right = before[: verb.start()], before[verb.end() :]
    if spoken in PARTICIPLES:
        return _of_a_participle(left)
    if UNCASED.match(verb.group()):
        # The subject follows the verb; with a naming verb only a name tells it from what is named.
        return _uncased_subject(verb.group(), left, right)
    if left.rstrip().endswith(",") and right.rstrip().endswith(",") and bare_name(subject_after(right)):
        return subject_after(right)  # It had been, conceded referee Hal Stone, “…”
    if tongue in _VERB_SECOND and first_key(left.strip()) in ADVERBIAL_OPENERS and "," not in right:
        return subject_after(right)
    return inverted_pronoun(before[: verb.end()]) or subject_before(left) or subject_after(right)


def ends_with_speech_verb(text: str) -> bool:
    """Whether the last word of a text is a verb of speech."""
    words = words_of(text)
    return bool(words) and key(words[-1]) in SPEECH_VERBS


def _certain(who: str, tail: str, language: str) -> Source:
    """Somebody who speaks, unless the words that name them, or a tail of the sentence, take it back."""
    return NOBODY if standing.has_doubt(who, language) or standing.is_false(tail, language) else Source(who)


def _uncased_subject(verb: str, left: str, right: str) -> str:
    """Who speaks in Arabic, where the subject follows its verb, and in Hebrew, where it does so behind an adverbial.

    With "and said" it is that of the verb before: ونفى النائب ضياء الحوت التهمة وقال.
    """
    spoken = key(verb)
    before, after = subject_before(left), subject_after(right)
    if _HEBREW.match(spoken) and bare_name(before) and first_key(left.strip()) not in ADVERBIAL_OPENERS:
        return before
    words = left.split(maxsplit=2) if not verb.startswith(spoken) else []
    earlier = [subject_after(" ".join(words[place:])) for place in (1, 2)]
    named = next((one for one in (after, *earlier, before) if bare_name(one)), "")
    return named or ("" if spoken in NAMING_VERBS else after or before)


def _left_out(verb: str, language: str) -> Source:
    """Somebody whom the sentence does not name; in some languages the verb is enough to mean the last who was."""
    return Source("", is_left_out=language in _WITHOUT_PRONOUNS and not _PLURAL.search(verb))


def _parts(text: str, verb: re.Match[str]) -> tuple[str, str, str]:
    """The verb as the tables know it, what stands before it and what behind."""
    return key(verb.group()), text[: verb.start()], text[verb.end() :]


def _of_a_participle(left: str) -> str:
    """Who speaks with "saying": the subject of its sentence, or of "was quoted as"; nobody in "showed her saying"."""
    left = _OBJECT_PRONOUN.sub("", HARD_BREAK.split(left)[-1].rstrip())
    if quoted := _QUOTED_AS.search(left):
        left = f"{left[: quoted.start()]},"
    if not left.endswith((",", "،")):
        return ""
    verb = next(verbs_in(left, TELLING), None)
    if verb is None:
        return leading_subject(left)
    return subject_before(left[: verb.start()]) or subject_after(left[verb.end() :])


def _is_taken_back(verb: str, left: str, right: str, language: str) -> bool:
    """Whether a verb's sentence takes it back, in any of the languages that the verb is of."""
    tongues = languages_of(key(verb), language)
    return any(standing.withholds(left, verb, one) or standing.takes_back(verb, right, one) for one in tongues)


def _is_retold(left: str) -> bool:
    """Whether somebody else tells that words were said: "Three guests maintain that Roy told"."""
    clause = _CLAUSE_END.split(HARD_BREAK.split(left)[-1])[-1]
    told = list(verbs_in(clause, _TELLS_ON))
    return bool(told) and not any(key(word) in CONJUNCTIONS - {"that"} for word in words_of(clause[told[-1].end() :]))


def _told_in_passing(after: str, region: str, language: str) -> Source | None:
    """Who speaks with a verb that no table knows: „…“, lacht die Sängerin Björg. “…,” Hetty Lomax laughed."""
    if standing.withholds(region.split(",")[0], "", language):
        return None
    run = first_run(region)
    if language in ("en", "") and len(run) > 1 and run[0].start() == 0:
        named = region[: run[-1].end()]
        return Source(named) if len(words_of(region[len(named) :])) == 1 and bare_name(named) else None
    if language == "en" or not after.lstrip().startswith((",", "،", "–", "—", "-")):
        return None
    verb = _PASSING_VERB.match(region)
    if verb is None or key(verb["verb"]) in _NO_VERBS:
        return None
    who = subject_after(region[verb.end() :])
    run = first_run(who)
    is_body = bool(run) and run[0].start() == 0
    return Source(who) if is_body or bare_name(who) or first_key(who) in DETERMINERS else None


def _is_credit(after: str, region: str) -> bool:
    """Whether a quotation is signed with a name: “It is over” — Tavi Brandt."""
    run = first_run(region)
    return after.lstrip()[:1] in tuple("—–-") and len(run) > 1 and run[0].start() == 0 and bool(bare_name(region))


def _source_before(text: str) -> str:
    """The source that "according to" names, without the sentence that goes on to the quotation."""
    if not text.rstrip().endswith((",", "،", ":")):
        text = _LAST_PART.sub("", text)
        copula = next((word for word in WORD.finditer(text) if key(word.group()) in PASSIVES), None)
        text = text[: copula.start()] if copula else text
        if run := first_run(text):  # Zdaniem ekonomistki Oliwii Rud stopy
            text = text[: run[-1].end()]
    return subject_after(text.strip(EDGES.replace(".", "")))


def _mentioned(before: str, language: str) -> Source | None:
    """Nobody, where words of speaking are taken back: "did not use the words", "refused to call it"."""
    for word in reversed(list(MENTIONS.finditer(before))):
        left, right = before[: word.start()], before[word.end() :]
        if standing.withholds(left, word.group().casefold(), language) or standing.takes_back(
            word.group(), right, language
        ):
            return NOBODY
    return None


def _in_french_for(before: str) -> Source | None:
    """Who is named in "Pour l’économiste Benoît d’Arcourt,"."""
    found = _FRENCH_FOR.match(before)
    return Source(found["who"]) if found and bare_name(found["who"]) else None


def _done_by(before: str) -> Source | None:
    """Who is named in "The rescue was described by engineer Kofi Sarr as"."""
    found = _DONE_BY.search(before)
    return Source(found["who"]) if found and bare_name(found["who"]) else None


def _led_by_a_colon(before: str, language: str) -> Source | None:
    """Who leads to a quotation with a verb that no table knows: "Mr. Maas agreed:"."""
    if not before.rstrip().endswith(":"):
        return None
    if standing.is_rumour(before, language) or any(key(word) in INFINITIVES for word in words_of(before)):
        return NOBODY
    name = leading_name(before.strip())
    is_known = name.casefold() in ANY_PRONOUN or len(words_of(name)) > 1
    return Source(name if is_known else "")


def _first_verb(text: str, language: str) -> re.Match[str] | None:
    return next((verb for verb in verbs_in(text, _BESIDE_SPEECH) if _speaks(verb, language)), None)


def _last_verb(text: str, language: str) -> re.Match[str] | None:
    return max((verb for verb in verbs_in(text, TELLING) if _speaks(verb, language)), key=re.Match.start, default=None)


def _speaks(verb: re.Match[str], language: str) -> bool:
    return is_verb_of(key(verb.group()), language)
