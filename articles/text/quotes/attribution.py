"""Who said it: reads the name of a speaker or a source out of the words around a quotation."""

import re
from collections.abc import Iterator

from articles.text.languages.speech_words import (
    ADVERBIAL_OPENERS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    LINKS,
    MANNER,
    NAME_TAIL_WORDS,
    NAMING_VERBS,
    NOT_A_PERSON,
    OTHER_PRONOUNS,
    PARTICLES,
    PASSIVES,
    PRONOUNS,
    SOURCE_PHRASES,
    SPEECH_VERBS,
    TAIL_WORDS,
    TITLES,
)

WORD = re.compile(r"[^\W_]+(?:[’'ʼ.\-&][^\W_]+)*\.?")
LONGEST_ROLE = 8  # words after a name's comma: "chief surveyor" yes, half a life no
LONGEST_SUBJECT = 16  # words; a longer "subject" is a sentence that we misread

_HARD_BREAK = re.compile(r"[;:()\[\]“”„\"«»‹›‘「」『』\n]|\s[—–-]+\s|—")
_SUBORDINATE = re.compile(
    r"\b(?:which|because|whereas|although|whom|what|but|dass|ce que?|lo que|que|що|что)\s+", re.IGNORECASE
)
_COMMA = re.compile(r"\s*[,،]\s*")
_LAST_PART = re.compile(r"[,،][^,،]*$")
_PART = re.compile(r"[^,،]+")
_INCISE = re.compile(r"[,?!…]\s*(?:[—–-]\s*)?")
_EDGES = " \t\n\r\u00a0\u202f\u2009,،;:.!?…—–-"
_INVERTED_PRONOUN = re.compile(r"-(?:t-)?(ils?|elles?|on)$", re.IGNORECASE)
_PREFIXED_NAME = re.compile(r"^[^\W\d_]{1,4}[-’'](?P<rest>[^\W\d_])")
# What may stand between verb and subject: Заявив про це міністр, a déclaré à l’AFP Jean Roux
_OBJECT = re.compile(
    r"^(?:про це|об этом|нам|мені|журналістам|(?:à|au|aux)\s(?:la\s|l[’'])?[^\s,]+|a (?:la|los|las|el) \w+)\s+",
    re.IGNORECASE,
)
_WHO = re.compile(r"\s(?:who|qui|який|яка|которая|который|que)\s")
_SEPARABLE = re.compile(r"\s(?:mit|hinzu|an|fest)$")  # teilte die Polizei mit
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff：]")
_SAID_IN_JAPANESE = re.compile(r"と[^。「」]{0,30}?(?:述べ|話|語|言|訴え|説明|強調|指摘|発表|コメント)")
_TOPIC_AFTER = re.compile(r"と([^。、「」はが]{1,30})[はが]")
_TOPIC_BEFORE = re.compile(r"([^\s。、「」はが]{1,30})[はが][^。「」]{0,20}$")
_SAID_IN_CHINESE = re.compile(
    r"([^\s。，,：:“”在对對]{1,20}?)(?:[在对對][^。，“”]{0,15})?(?:表示|指出|强调|強調|说|說|称|稱)[：:，,]?$"
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def words_of(text: str) -> list[str]:
    """The words of `text`, abbreviations with their full stops."""
    return WORD.findall(text)


def is_pronoun(attribution: str) -> bool:
    """Whether the attribution is a pronoun for one person: he, elle, він."""
    return attribution.casefold() in PRONOUNS


def attributed_after(after: str) -> str | None:
    """Who is named in the words that follow a quotation.

    `after` runs from the closing mark to the end of its sentence. Returns "" when somebody speaks there but can't be
    told, None when nobody speaks.
    """
    cut = _HARD_BREAK.search(after, len(after) - len(after.lstrip(_EDGES)))
    region = after[: cut.start()] if cut else after
    region = region.strip(_EDGES + "“”")
    if so := re.match(r"so (?=d(?:er|ie|as)\b|[A-ZÄÖÜ])", region):
        return _subject_after(region[so.end() :])
    source = SOURCE_PHRASES.search(region)
    verb = _first_verb(region)
    if source and (verb is None or source.start() <= verb.start()):
        return _subject_after(region[source.end() :])
    if verb is None:
        return region if _is_credit(after, region) else None
    return _inverted_pronoun(region[: verb.end()]) or (
        _subject_before(region[: verb.start()]) or _subject_after(region[verb.end() :])
    )


def attributed_before(before: str) -> str | None:
    """Who is named in the words that lead to a quotation, from its sentence's start to the opening mark.

    Returns "" when somebody speaks there but can't be told, None when nobody speaks.
    """
    sources = list(SOURCE_PHRASES.finditer(before))
    verb = _last_verb(before)
    if sources and (verb is None or sources[-1].start() >= verb.start()):
        return _source_before(before[sources[-1].end() :])
    if verb is None:
        return _led_by_a_colon(before)
    subject, rest = before[: verb.start()], before[verb.end() :]
    if _ARABIC.match(verb.group()):
        # The subject follows the verb; with a naming verb nothing tells it from what is named.
        return "" if _key(verb.group()) in NAMING_VERBS else _subject_after(rest) or _subject_before(subject)
    return _inverted_pronoun(before[: verb.end()]) or _subject_before(subject) or _subject_after(rest)


def attributed_inside(words: str) -> str:
    """Who is named within the marks, as French and Ukrainian do: « Nous restons, a dit Marie Duval, ici »."""
    for part in _INCISE.split(words)[1:]:
        verb = _first_verb(part)
        if verb and not _without_last(part[: verb.start()].strip(), AUXILIARIES):
            return _subject_after(part[verb.end() :])
    return ""


def attributed_unspaced(before: str, after: str) -> str:
    """Who is named around words in Japanese or Chinese, written unspaced: 市長は「…」と述べた, 市长说：“…”."""
    if not _UNSPACED.search(before[-2:] + after[:1]):
        return ""
    if _SAID_IN_JAPANESE.match(after):
        named = _TOPIC_AFTER.match(after) or _TOPIC_BEFORE.search(before)
    else:
        named = _SAID_IN_CHINESE.search(before)
    return named.group(1) if named else ""


def ends_with_speech_verb(text: str) -> bool:
    """Whether the last word of a text is a verb of speech."""
    words = words_of(text)
    return bool(words) and _key(words[-1]) in SPEECH_VERBS


def _is_credit(after: str, region: str) -> bool:
    """Whether a quotation is signed with a name: “It is over” — Tavi Brandt."""
    run = _first_run(region)
    return after.lstrip()[:1] in tuple("—–-") and len(run) > 1 and run[0].start() == 0 and bool(bare_name(region))


def _source_before(text: str) -> str:
    """The source that "according to" names, without the sentence that goes on to the quotation."""
    if not text.rstrip().endswith((",", "،", ":")):
        text = _LAST_PART.sub("", text)
        copula = next((word for word in WORD.finditer(text) if _key(word.group()) in PASSIVES), None)
        text = text[: copula.start()] if copula else text
    return _subject_after(text.strip(_EDGES.replace(".", "")))


def _led_by_a_colon(before: str) -> str | None:
    """Who leads to a quotation with a verb that no table knows: "Mr. Maas agreed:"."""
    if not before.rstrip().endswith(":"):
        return None
    name = _leading_name(before.strip()) if WORD.match(before.strip()) else ""
    return name if name.casefold() in PRONOUNS | OTHER_PRONOUNS or bare_name(name) else ""


def _first_verb(text: str) -> re.Match[str] | None:
    return next(_verbs(text, SPEECH_VERBS), None)


def _last_verb(text: str) -> re.Match[str] | None:
    return max(_verbs(text, SPEECH_VERBS | NAMING_VERBS), key=re.Match.start, default=None)


def _verbs(text: str, verbs: frozenset[str]) -> Iterator[re.Match[str]]:
    """The verbs in a text, not those of "was asked" and "is called"."""
    passive = False
    for word in WORD.finditer(text):
        key = _key(word.group())
        if key in verbs and not passive:
            yield word
        passive = key in PASSIVES


def _key(word: str) -> str:
    """The form under which the tables know a word: without case, full stop, inverted pronoun, Arabic and."""
    key = _INVERTED_PRONOUN.sub("", word).casefold().rstrip(".")
    return key[1:] if key.startswith("و") and len(key) > 3 and key not in NAMING_VERBS else key


def _inverted_pronoun(text: str) -> str:
    """The pronoun that French hangs on the verb or its auxiliary: "a-t-il déclaré", "dit-elle"."""
    for word in words_of(text)[-2:]:
        if found := _INVERTED_PRONOUN.search(word):
            return found.group(1)
    return ""


def _subject_before(text: str) -> str:
    """The subject that ends right before a verb: "In a statement, Ana Prill, the mayor," is "Ana Prill, …"."""
    breaks = list(_HARD_BREAK.finditer(text))
    text = text[breaks[-1].end() :] if breaks else text
    if verb := _last_verb(text):
        text = re.sub(r"^\s+that\b", "", text[verb.end() :])
    subordinates = list(_SUBORDINATE.finditer(text))
    text = text[subordinates[-1].end() :] if subordinates else text
    text = _without_last(text.strip(), AUXILIARIES)
    if text.endswith((",", "،")):
        return _noun_phrase(_apposition(text))
    return _noun_phrase(_COMMA.split(text)[-1])


def _apposition(text: str) -> str:
    """The parts of "Earlier, Ana Prill, the mayor, on Monday," that name somebody: "Ana Prill, the mayor"."""
    parts = [part for part in _PART.finditer(text) if part.group().strip()]
    while parts and _first_key(parts[-1].group().strip()) in ADVERBIAL_OPENERS:
        parts.pop()
    parts = parts[-3:]
    while parts and _first_key(parts[0].group().strip()) in ADVERBIAL_OPENERS:
        parts.pop(0)
    if len(parts) > 2 and not bare_name(parts[0].group()):
        parts.pop(0)
    return text[parts[0].start() : parts[-1].end()] if parts else ""


def _noun_phrase(text: str) -> str:
    text = text.strip(_EDGES.replace(".", ""))
    while (first := WORD.match(text)) and _key(first.group()) in CONJUNCTIONS - DETERMINERS:
        text = text[first.end() :].strip()
    words = list(WORD.finditer(text))
    if not words or _first_key(text) in ADVERBIAL_OPENERS or _first_key(text) in {"to", "who"}:
        return ""
    if _key(words[-1].group()) in CONJUNCTIONS or len(words) > LONGEST_SUBJECT:
        return _leading_name(text)
    return text


def _leading_name(text: str) -> str:
    """The pronoun or name that opens a clause with several verbs, "Brandt" in "Brandt sat down and"."""
    first = next(WORD.finditer(text)).group()
    if first.casefold() in PRONOUNS | OTHER_PRONOUNS:
        return first
    run = _first_run(text)
    return text[: run[-1].end()] if run and run[0].start() == 0 and _key(first) not in DETERMINERS else ""


def _subject_after(text: str) -> str:
    """The subject that starts right after a verb: "Tavi Brandt, who keeps forty sheep, on Monday"."""
    cut = _HARD_BREAK.search(text)
    text = (text[: cut.start()] if cut else text).strip()
    text = _OBJECT.sub("", _without_first(text, AUXILIARIES))
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
    return _SEPARABLE.sub("", text[:end].strip(_EDGES.replace(".", "")))


def _is_role(text: str) -> bool:
    """Whether words after a name's comma say who that is: "chief surveyor", "who keeps forty sheep", "54"."""
    words = words_of(text)
    return (
        bool(words)
        and len(words) <= LONGEST_ROLE
        and _key(words[0]) not in NAME_TAIL_WORDS | CONJUNCTIONS | PRONOUNS | OTHER_PRONOUNS
        and not words[0].endswith("ing")
        and _first_verb(text) is None
    )


def _before_tail(text: str) -> str:
    manner = MANNER.search(text)
    text = text[: manner.start()] if manner else text
    run = _first_run(text)
    tails = NAME_TAIL_WORDS if run and _key(text[: run[0].start()].strip()) not in DETERMINERS else TAIL_WORDS
    clause = _WHO.search(text)
    for word in WORD.finditer(text, 0, clause.start() if clause else len(text)):
        key = _key(word.group())
        if key in tails and (word.group()[0].islower() or key.endswith("day") or _ARABIC.match(key)):
            return text[: word.start()].rstrip()
    return text


def _may_open_a_subject(text: str) -> bool:
    first = WORD.match(text)
    if first is None:
        return False
    key = _key(first.group())
    return (
        _is_capitalised(first.group())
        or not first.group()[0].islower()
        or key in (DETERMINERS | PRONOUNS | OTHER_PRONOUNS | TITLES)
        or len(words_of(text)) <= 4
    )


def _first_key(text: str) -> str:
    first = WORD.match(text)
    return _key(first.group()) if first else ""


def _without_last(text: str, unwanted: frozenset[str]) -> str:
    while (found := re.search(r"[^\s,،]+$", text)) and found.group().casefold() in unwanted:
        text = text[: found.start()].rstrip()
    return text


def _without_first(text: str, unwanted: frozenset[str]) -> str:
    while (found := WORD.match(text)) and found.group() in unwanted - DETERMINERS:
        text = text[found.end() :].lstrip()
    return text


def _is_capitalised(word: str) -> bool:
    if word[0].isupper():
        return True
    prefixed = _PREFIXED_NAME.match(word)
    return bool(prefixed and prefixed["rest"].isupper())


def bare_name(attribution: str) -> str:
    """The name of the one person that an attribution names, without titles and roles, or ""."""
    runs = _runs(attribution)
    if len(runs) > 1 and re.fullmatch(
        r"\s+(?:and|und|et|та|і|y|e|och|og|i|en)\s+", attribution[runs[0][-1].end() : runs[1][0].start()]
    ):
        return ""
    named = [(_follows_title(attribution, run), _name_in(attribution, run)) for run in runs]
    named = [(not titled, name) for titled, name in named if name]
    return min(named, key=lambda item: item[0])[1] if named else ""


def _first_run(text: str) -> list[re.Match[str]]:
    runs = _runs(text)
    return runs[0] if runs else []


def _runs(text: str) -> list[list[re.Match[str]]]:
    """The sequences of capitalised words, particles between them included."""
    runs: list[list[re.Match[str]]] = []
    run: list[re.Match[str]] = []
    particles: list[re.Match[str]] = []
    end = 0
    for word in WORD.finditer(text):
        beside = not text[end : word.start()].strip()
        end = word.end()
        if run and beside and word.group() in PARTICLES:
            particles.append(word)
            continue
        if _is_capitalised(word.group()):
            if not (run and beside):
                run = []
                runs.append(run)
            run.extend([*particles, word] if beside else [word])
            particles = []
            if not _is_possessive(text, word):
                continue
        run, particles = [], []
    return runs


def _follows_title(text: str, run: list[re.Match[str]]) -> bool:
    before = words_of(text[: run[0].start()])
    return bool(before) and _key(before[-1]) in TITLES


def _name_in(text: str, run: list[re.Match[str]]) -> str:
    """The name at the end of a run of capitalised words, or "" when the run names nobody."""
    keys = [_key(word.group()) for word in run]
    titles = [place for place, key in enumerate(keys) if key in TITLES]
    titled = bool(titles) and titles[-1] + 1 < len(run)
    name = run[titles[-1] + 1 :] if titles else run
    while titled and len(name) > 1 and _key(name[0].group()) in NOT_A_PERSON:  # Президент України Володимир Зеленський
        name = name[1:]
    if name and _key(name[0].group()) in DETERMINERS | PRONOUNS | OTHER_PRONOUNS:
        return ""
    if not name or _is_possessive(text, name[-1]):
        return ""
    if not titled and _leads_elsewhere(text[: run[0].start()], run):
        return ""
    found = [word.group() for word in name]
    if any(_key(word) in NOT_A_PERSON for word in found) or all(_is_acronym(word) for word in found):
        return ""
    return text[name[0].start() : name[-1].end()].rstrip(".")


def _is_possessive(text: str, word: re.Match[str]) -> bool:
    return word.group().endswith(("’s", "'s")) or text[word.end() : word.end() + 1] in ("’", "'")


def _leads_elsewhere(before: str, run: list[re.Match[str]]) -> bool:
    """Whether the words before a run make it a body or a place: "the White House", "mayor of Rill"."""
    words = words_of(before)
    if not words or before.rstrip().endswith((",", "،")) or _key(words[-1]) in TITLES:
        return False
    return len(run) == 1 or _key(words[-1]) in DETERMINERS | LINKS


def _is_acronym(word: str) -> bool:
    return word.replace(".", "").isupper()
