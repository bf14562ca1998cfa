"""Who said it: reads the name of a speaker or a source out of the words around a quotation."""

import re

from articles.text.languages.verb_shapes import unknown_verb
from articles.text.quotes import standing
from articles.text.quotes.embedded import is_passed_on
from articles.text.quotes.naming.names import (
    UNCASED,
    WORD,
    bare_name,
    first_key,
    first_run,
    inverted_pronoun,
    is_pronoun,
    key,
    without_article,
    words_of,
)
from articles.text.quotes.naming.uncased_names import uncased_name
from articles.text.quotes.source import NOBODY, RETOLD, Source
from articles.text.quotes.subjects import (
    EDGES,
    HARD_BREAK,
    SEPARABLE,
    TELLING,
    behind_objects,
    leading_subject,
    subject_after,
    subject_before,
    verbs_in,
)
from articles.text.quotes.verbless import certain, mentioned, special_source, without_a_verb
from articles.text.quotes.words.bodies import BODY_NOUNS
from articles.text.quotes.words.name_words import ANY_PRONOUN, DETERMINERS, LINKS, TITLES
from articles.text.quotes.words.naming_verbs import naming_phrases
from articles.text.quotes.words.speech_words import (
    ADMITTED,
    ADVERBIAL_OPENERS,
    ANSWERS,
    ANYBODY,
    CONJUNCTIONS,
    INFINITIVES,
    NAME_TAIL_WORDS,
    NAMING_VERBS,
    NON_FINITE,
    PARTICIPLES,
    PASSIVES,
    QUESTION_OPENERS,
    RETORTS,
    SOURCE_PHRASES,
    SPEECH_VERBS,
    WITHOUT_PRONOUNS,
    is_plural,
    is_verb_of,
    language_of,
    languages_of,
)
from articles.text.quotes.words.tables import words_in
from articles.text.quotes.words.uncased_words import UNCASED_ASIDE, UNCASED_OBJECT

_AS = re.compile(r"\W*(?:(?:as|як|jak|wie|comme|como|som|как)\s+)?", re.IGNORECASE)
_LAST_PART = re.compile(r"[,،][^,،]*$")
_INCISE = re.compile(r"[,?!…]\s*(?:[—–-]\s*)?")
_SO = re.compile(r"so (?=d(?:er|ie|as)\b|[A-ZÄÖÜ])")
_QUOTED_AS = re.compile(r"\b(?:quoted|cited)(?: by [^,]+)? as$")
_OBJECT_PRONOUN = re.compile(r"(?<=,)\s(?:la|le|les|lo|los|las|l[’'])$")
_SO_CALLED = re.compile(r"\bså kallade?t?\b")
_SUMMED_UP = re.compile(
    r"(?:(?:that|this) is how|(?:so|så|así|ainsi|tak|так)\s(?:lo |la |le )?[a-zà-ÿа-яіїєґ]{2,})\s"
    r"(?=[A-ZÀ-ÞА-ЯІЇЄҐ]|d(?:er|ie)\s)"
)
_PUT_IT = re.compile(r"as (?P<who>.{2,80}?),? (?:puts?|saw|sees|told|tells|described) it\b")
# “An insult,” is how Vess put it. « Plutôt ennuyeux » : c’est ainsi que Brocq résume sa stratégie.
_IS_HOW = re.compile(
    r"\W*(?:(?:is|was) how (?P<who>.+?) (?:put|sum|saw|see|describe|explain|remember|recall|characteri[sz]e|view)\w*\b|"
    r"(?:c[’']est ainsi que|voilà comment) (?P<qui>.+?) (?:résum|décri|expliqu|présent|défin|raconte)\w*\b|"
    r"(?:así|de este modo)(?: es como)? (?:lo |la )?(?:resum|describ|explic|defin)\w+ (?P<quien>[^.]+)|"
    r"(?:so|auf diese Formel) (?:beschreibt|bringt|fasst|erklärt|formuliert) (?:es |"
    r"das )?(?P<wer>[^.,]+?)(?: es| das|[.,]|$)|"
    r"(?:så|på det sättet) (?:sammanfattar|beskriver|förklarar) (?P<vem>[^.,]+))"
)
# « mort-née », pour l’ancien ministre Vidal.
_IN_MY_EYES = re.compile(r"\s*,\s(?:pour|para|für|för|for)\s(?=\S)")
_BESIDE_SPEECH = SPEECH_VERBS | RETORTS
_ENGLISH_FIRST = re.compile(r"[a-z]{2,}(?:ed|s)\s+(?=\S)")
_ENGLISH_VERB = re.compile(r"(?<=\s)(?:[a-z]{3,}ed|[a-z]{2,}s(?=\W*$)|began|went on|sang|swore)\b")
_WITH_SHAPES = ("uk", "pl", "es", "fr", "sv", "de")
_PASSING_VERB = re.compile(r"(?:s[’'])?(?P<verb>[^\W\d_]{3,})\s+(?:(?:się|sich|sig|se)\s+)?(?=\S)")
_IMPERSONAL = words_in("נמסר נכתב נאמר דווח הודע פורסם ذكر قيل ورد")
_THEY_SAY = ("אומרים", "يقولون")
_RELATIVES = words_in("det яке яка який qui que który która które som die der das welche")
_NO_VERBS = DETERMINERS | ANY_PRONOUN | CONJUNCTIONS | ADVERBIAL_OPENERS | NAME_TAIL_WORDS | LINKS | TITLES | _RELATIVES
_PLURAL = re.compile(r"(?:ron|en|an|li|ły|ją)$")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
_FOLLOWS_THAT = re.compile(r"(?:^|\s)(?:that|que|qu[’']|dass|daß|że|iż|att)\s*$", re.IGNORECASE)
_THAT_FIRST = re.compile(r"[\s,]*(?:that|que|qu[’']|dass|att|że|iż|що|что|ש|כי)")
# A second subject in the sentence, behind what the first one said: "Ford called it “a gift”, the unions “a trick”".
_SECOND_VOICE = re.compile(
    r"[”“»\"’]\s*[,،;]?\s+(?:(?:while|whereas|tandis qu(?:e\s|[’'])|alors qu(?:e\s|[’'])|während|wohingegen|"
    r"mientras(?: que)?|"
    r"[^.“”„«»]*?(?:que a su vez|die ihrerseits|der seinerseits|qui à son tour|who in turn|som i sin tur|"
    r"która z kolei) |"
    r"medan|podczas gdy|natomiast|тоді як|тимчасом як|بينما|أما|ואילו)\s*|(?<=[,;]\s)(?=(?:the|die|der|das|les|la|le|"
    r"los|las|el)\s"
    r"[^,:]{2,40}$))(?![^\n]*[”“»\"])",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*(?:by|par|por|przez|av|von)\s+(?=\S)")
_IS_CALLED = re.compile(
    r"\b(?:was|were|is|been|being|été|est|fue|fueron|sido|został[aoy]?|kallas|kallades|beskrivs|beskrevs|wurde|wird|"
    r"worden|avfärda[ds]\w*|betrakta[ds]\w*|beteckna[ds]\w*|utmåla[ds]\w*|"
    r"(?:jugé|qualifié|décrit|considéré|traité|taxé|présenté|dénoncé)e?s?|"
    r"(?:calificad|descrit|tildad|tachad|considerad|definid|criticad)[oa]s?|"
    r"(?:described|dismissed|branded|hailed|condemned|praised|criticised|criticized|denounced|welcomed))\b[^,:]*$",
    re.IGNORECASE,
)
_WRITTEN_BY = re.compile(r"\s(?:von|aus|bei|från|ze strony)\s")
_IS_WRITTEN = re.compile(
    r"(?:so )?(?:heißt es|hieß es|steht in|stand in|ist zu lesen|war zu lesen|står det|stod det|lyder det|heter det|"
    r"lit-on|peut-on lire|pouvait-on "
    r"lire|a-t-on (?:appris|indiqué|fait savoir)|indique-t-on|reza|rezaba|se lee|puede leerse|podía leerse|czytamy|"
    r"podano|napisano|"
    r"ідеться|йдеться|сказано|зазначено|наголошується|додається|it (?:says|said|read)|the (?:sign|note|letter|banner|"
    r"poster) (?:read|said))\b",
    re.IGNORECASE,
)
_BY_DOING = re.compile(r"\ben\s*$")  # en qualifiant
_REPLIES = ANSWERS - {"said", "قال", "قالت"}
_HELPED = re.compile(  # a participle tells with what helps it only: "se voulait plus nuancé" does not
    r"(?:\b(?:a|ont|ai|avons|avait|avaient|aurait|auraient|ait|aient|ayant|avoir|eut|est|était|été|sont)|[’']est|[’'](?:a|avait|ont)|"
    r"-t-(?:il|elle|on)s?|-(?:ils?|elles?))\s(?:[\w’']+\s)?$"
)
_HAVE = re.compile(r"\b(?:ont|avaient|haben|hatten|han|habían|have)\s*$")
_BLANKED = re.compile(r"\s{2,}")
_INSERTED = re.compile(r",\s*(?:(?:a|ha|har|hat|avait|había|hade|hatte)\s*)?$")
_VERB_SECOND = ("de", "sv", "nl")


def attributed_after(after: str, language: str, *, is_closed: bool = False) -> Source | None:
    """Who is named in the words that follow a quotation.

    `after` runs from the closing mark to the end of its sentence; `is_closed` says that a comma or the like ends the
    quotation. Returns a Source of "" when somebody speaks there but can't be told, None when nobody speaks.
    """
    cut = HARD_BREAK.search(after, len(after) - len(after.lstrip(EDGES)))
    region = (after[: cut.start()] if cut else after).strip(EDGES + "“”")
    if so := _SO.match(region):
        return Source(subject_after(region[so.end() :]))
    if how := _IS_HOW.match(after):
        who = subject_after(next(who for who in how.groups() if who))
        return certain(who, "", language) if bare_name(who) else Source("")
    if eyes := _IN_MY_EYES.match(after):
        who = subject_after(after[eyes.end() :])
        return Source(who) if bare_name(who) and not after[eyes.end() + len(who) :].strip(EDGES) else None
    if summed := _SUMMED_UP.match(region):
        return certain(subject_after(region[summed.end() :]), "", language)
    if put := _PUT_IT.match(region):
        return Source(subject_after(put["who"]))
    verb = _first_verb(region, language)
    if verb and "," in region[: verb.start()] and (told := _told_in_passing(region, language, is_closed=is_closed)):
        return told
    source = SOURCE_PHRASES.search(region)
    if source and (verb is None or source.start() <= verb.start()):
        return certain(subject_after(region[source.end() :]), "", language)
    if written := _IS_WRITTEN.match(region):
        by = _WRITTEN_BY.match(region, written.end())
        return Source(subject_after(region[by.end() :]) if by else "")
    if verb is None:
        return (
            Source(_BLANKED.split(region)[0])
            if _is_credit(after, region)
            else _told_in_passing(region, language, is_closed=is_closed)
        )
    spoken, left, right = _parts(region, verb)
    tongue = language_of(spoken, language)
    if spoken in RETORTS and any(key(word) in NON_FINITE for word in words_of(right)):
        return NOBODY
    if _is_taken_back(verb.group(), left, right, language):
        return NOBODY
    who = inverted_pronoun(region[: verb.end()]) or subject_before(left) or subject_after(right)
    if tongue in ("uk", "pl") and not bare_name(who) and bare_name(behind := subject_after(behind_objects(right))):
        who = behind  # так підсумовує стратегію фінансовий директор Генріх Брох
    if (is_plural(spoken, tongue) or _HAVE.search(left)) and bare_name(who):
        return Source("")
    named = certain(who, right, tongue) if who else _left_out(spoken, tongue)
    return named._replace(answers=spoken in _REPLIES)


def tells_how(after: str) -> bool:
    """Whether a sentence goes on to say that a quotation is how somebody put it."""
    return bool(_IS_HOW.match(after))


def attributed_passively(before: str, after: str) -> Source | None:
    """Who is named behind words that something is called: "was branded “cowardly” by union boss Mick Doran"."""
    by = _BY.match(after)
    if by is None or not _IS_CALLED.search(before):
        return None
    who = subject_after(after[by.end() :])
    return Source(who) if bare_name(who) or first_key(who) in DETERMINERS else None


def attributed_before(before: str, language: str) -> Source | None:
    """Who is named in the words that lead to a quotation, from its sentence's start to the opening mark.

    Returns as `attributed_after` does.
    """
    before = _SO_CALLED.sub("", before)
    if special := special_source(before, language):
        return special
    if second := _SECOND_VOICE.search(before):
        return attributed_before(before[second.end() :], language) or Source("")
    sources = list(SOURCE_PHRASES.finditer(before))
    verb = _last_verb(before, language)
    if sources and (standing.is_alleged(before, language) or (verb and _AS.fullmatch(before, 0, sources[0].start()))):
        return NOBODY  # According to the charge sheet, Sand assured them
    if sources and (verb is None or sources[-1].start() >= verb.start()):
        return certain(_source_before(before[sources[-1].end() :]), "", language)
    if verb is None:
        return without_a_verb(before, language)
    spoken, left, right = _parts(before, verb)
    tongue = language_of(spoken, language)
    if _is_taken_back(verb.group(), left, right, language) or mentioned(right, tongue):
        return NOBODY
    if standing.is_alleged(right, tongue) or (spoken in _THEY_SAY and not left.strip()):
        return NOBODY
    if any(key(word) in INFINITIVES for word in words_of(right)):
        return NOBODY  # piensa decir
    told = UNCASED_ASIDE.sub("", right)
    if not right.rstrip().endswith(":") and standing.negates(told, tongue):  # says he never asked them to
        return NOBODY
    if admitted := ADMITTED.search(left):
        who = subject_after(admitted["who"]) if admitted["who"] else subject_before(left[: admitted.start()])
        return certain(who, "", tongue)
    goes_on = UNCASED.match(spoken) and (spoken in PARTICIPLES or spoken != verb.group())  # وتحدثت طلاع فقالت
    if is_passed_on(left, spoken, tongue) and not goes_on:
        return RETOLD
    who = _subject_around(before, verb, spoken, tongue)
    if is_plural(spoken, tongue) and (bare_name(who) or (_THAT_FIRST.match(right) and not subject_before(left))):
        return Source("")
    if key(who) in ANYBODY or _FOLLOWS_THAT.search(left[: left.rfind(who)] if who in left else ""):
        return NOBODY
    if not who and tongue in ("ar", "he") and _has_a_subject(left, right, tongue):
        return Source("")
    return certain(who, "", tongue) if who else _left_out(spoken, tongue)


def _has_a_subject(left: str, right: str, tongue: str) -> bool:
    """Whether words that name nobody stand where a verb has its subject: وصفت الهيئة, רכבת ישראל כינתה."""
    clause = HARD_BREAK.split(right)[0] if tongue == "ar" else HARD_BREAK.split(left)[-1].rpartition(",")[2]
    first = first_key(clause.strip())
    return bool(first) and not UNCASED_OBJECT.match(first)


def _subject_around(before: str, verb: re.Match[str], spoken: str, tongue: str) -> str:
    """Who speaks with a verb: as a rule whoever stands before it."""
    left, right = before[: verb.start()], before[verb.end() :]
    if spoken in PARTICIPLES and UNCASED.match(spoken):  # وعبر السائق منير زيدان عن استيائه قائلا
        return subject_after(" ".join(left.split()[1:])) or subject_before(left)
    if spoken in PARTICIPLES:
        return leading_subject(left) if _BY_DOING.search(left) else _of_a_participle(left)
    if UNCASED.match(verb.group()):
        # The subject follows the verb; with a naming verb only a name tells it from what is named.
        return _uncased_subject(verb.group(), left, right)
    inserted = subject_after(right.partition(",")[0]) if _INSERTED.search(left) and "," in right else ""
    if bare_name(inserted) and (not bare_name(subject_before(left)) or first_key(left.strip()) in _NO_VERBS | PASSIVES):
        return inserted  # It had been, conceded referee Hal Stone, “…”
    if tongue in _VERB_SECOND and first_key(left.strip()) in ADVERBIAL_OPENERS and "," not in right:
        return subject_after(right)
    return inverted_pronoun(before[: verb.end()]) or subject_before(left) or subject_after(right)


def ends_with_speech_verb(text: str) -> bool:
    """Whether the last word of a text is a verb of speech."""
    words = words_of(text)
    return bool(words) and key(words[-1]) in SPEECH_VERBS


def _uncased_subject(verb: str, left: str, right: str) -> str:
    """Who speaks in Arabic, where the subject follows its verb, and in Hebrew, where it does so behind an adverbial.

    With "and said" it is that of the verb before: ونفى النائب ضياء الحوت التهمة وقال.
    """
    spoken = key(verb)
    before, after = subject_before(left), subject_after(right)
    if _HEBREW.match(spoken) and bare_name(before) and first_key(left.strip()) not in ADVERBIAL_OPENERS:
        return after if QUESTION_OPENERS.match(left) else before
    words = left.split(maxsplit=2) if not verb.startswith(spoken) else []
    earlier = [subject_after(" ".join(words[place:])) for place in (1, 2)]
    opening = uncased_name(left) if verb.startswith("ו") and not verb.startswith(spoken) else ""  # תקפה וכינתה
    named = next((one for one in (after, *earlier, before, opening) if bare_name(one)), "")
    return named or ("" if spoken in NAMING_VERBS else after or before)


def _left_out(verb: str, language: str) -> Source:
    """Somebody whom the sentence does not name; in some languages the verb is enough to mean the last who was."""
    is_one = not _PLURAL.search(verb) and not is_plural(verb, language) and verb not in _IMPERSONAL
    return Source("", is_left_out=language in WITHOUT_PRONOUNS and is_one)


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


def _told_in_passing(region: str, language: str, *, is_closed: bool) -> Source | None:
    """Who speaks with a verb that no table knows: „…“, lacht die Sängerin Björg. “…,” Hetty Lomax laughed."""
    if not is_closed or standing.withholds(SEPARABLE.sub("", region.split(",")[0]), "", language):
        return None
    if language in ("en", ""):
        return _in_english_passing(region)
    verb = unknown_verb(region, language, is_sure=True)
    if not verb and (found := _PASSING_VERB.match(region)) and key(found["verb"]) not in _NO_VERBS:
        verb = found.end() if UNCASED.match(found["verb"]) or language not in _WITH_SHAPES else 0
    if not verb:
        return None
    who = inverted_pronoun(region[:verb]) or subject_after(behind_objects(region[verb:]))
    run = first_run(who)
    is_body = bool(run) and run[0].start() == 0
    is_somebody = is_body or bare_name(who) or is_pronoun(who) or first_key(who) in DETERMINERS
    is_somebody = is_somebody or without_article(first_key(who)) in BODY_NOUNS  # l’association SOS Forêt
    return certain(who, "", language) if is_somebody else None


def _in_english_passing(region: str) -> Source | None:
    """Who speaks in "assured engineer Nora Quill", "engineer Nora Quill assured reporters", "Hetty Lomax laughs."."""
    if (verb := _ENGLISH_FIRST.match(region)) and bare_name(who := subject_after(region[verb.end() :])):
        return Source(who)
    for verb in _ENGLISH_VERB.finditer(region):
        who = subject_before(region[: verb.start()])
        if who and region.startswith(who) and (bare_name(who) or is_pronoun(who)):
            return Source(who)
    return None


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


def _first_verb(text: str, language: str) -> re.Match[str] | None:
    return next((verb for verb in verbs_in(text, _BESIDE_SPEECH) if _speaks(verb, language)), None)


def _last_verb(text: str, language: str) -> re.Match[str] | None:
    verbs = (verb for verb in verbs_in(text, TELLING) if _speaks(verb, language))
    return max((*verbs, *naming_phrases(text, language)), key=re.Match.end, default=None)


def _speaks(verb: re.Match[str], language: str) -> bool:
    is_there = verb.group() in ("gab", "gibt") and verb.string.startswith(" es", verb.end())
    is_there = is_there or verb.string.endswith("ראש ", 0, verb.start())  # ראש העיר
    is_adjective = (
        language == "fr"
        and verb.group().endswith(("é", "ée", "és", "ées"))
        and not _HELPED.search(verb.string, max(verb.start() - len("avaient également "), 0), verb.start())
    )
    return not is_there and not is_adjective and is_verb_of(key(verb.group()), language)
