"""Who is named by a sentence without a verb of speech that the tables know: sources, colons, "for somebody it is"."""

import re

from articles.text.quotes import standing
from articles.text.quotes.naming.names import UNCASED, bare_name, first_key, key, name_runs, words_of
from articles.text.quotes.source import NEAR, NOBODY, Source
from articles.text.quotes.subjects import (
    LONGEST_JOINT_ROLE,
    TELLING,
    leading_name,
    leading_subject,
    subject_after,
    subject_before,
    verbs_in,
)
from articles.text.quotes.words.name_words import ANY_PRONOUN, UNCASED_TITLES
from articles.text.quotes.words.speech_words import ADVERBIAL_OPENERS, IMPLICATIVE, INFINITIVES, MENTIONS, RECEIVES
from articles.text.quotes.words.uncased_words import FIRST_NAMES

_DONE_BY = re.compile(
    r"\b(?:by|par|por|von|av|przez) (?P<who>[^,]{2,60}?) (?:as|de|als|som|jako|como)(?: an?| une?| ein\w*)?\s*$"
)
_FOR = re.compile(
    r"\s*(?:(?:But|Yet|And|Mais|Aber|Pero|Men|Ale|Але) )?(?i:For|To|Pour|Für|För|Dla|Для|Para|לדידו של|"
    r"לדידה של) (?=\S)"
)
_AND_ANOTHER = re.compile(r"\s+(?:and|et|und|y|e|och|i|та|і|й)\s")
_IS = re.compile(
    r"\b(?:is|was|are|were|est|était|ist|war|är|var|to|це|es|era|fue|s[’']agit|se trata|זו|זה|אלה|הוא|היא)\b|[—–]\s*$"
)
# A single capitalised word that opens a sentence, without an article and before a verb like these, is a name.
_ONE_NAME = re.compile(
    r"\s*[A-ZÀ-Þ][\w’'-]{2,}(?<!s) (?:was|is|has|had|did|put|pulled|minced|fue|es|está|se|no|est|était|a|ne|n[’']\w+|"
    r"ist sich|war sich|will|nahm|nimmt|machte?|legte?|hatte|zeigte?|blieb|fand|"
    r"är|var|har|vill|gör|tar|tog|ger|gav|slår|slog) "
)
_UNCASED_ANSWER = re.compile(
    r"(?:תשובת|תגובת|מסקנת|עצת|אזהרת|המלצת|סיכומ|הסבר|דברי|המסר|הלקח)(?:ו|ה|יו|יה)? של "
    r"(?P<who>[^:,]{3,40}?)(?: (?:היה|הייתה|היו|ברור|קצר)\w*)*\s*:"
)
_AGE = re.compile(r"(?:בן|בת) \d|\d عام")  # a name, a trade, an age
_HEBREW_BEHIND_NAMES = ("לא", "היה", "הייתה", "רוצה", "אינו", "אינה", "מסכם", "מסכמת", "צוחק", "צוחקת")
# The source is somebody who was named before: "за його словами", "selon elle", "ihr zufolge".
# Who contradicts, and goes on in so many words: Tamm bestritt das: „Das stimmt nicht.“
REFUTES = re.compile(
    r"\b(?:denied|denies|rejected|rejects|disputed|disputes|refused|contradicted|dismissed|disagreed|widersprach|"
    r"widerspricht|bestritt|bestreitet|dementierte|dementiert|wies|weist|lehnte|lehnt|démenti|dément|nié|nie|rejeté|"
    r"rejette|refusé|refuse|contesté|conteste|réfuté|réfute|balayé|balaie|écarté|écarte|negó|niega|desmintió|desmiente|"
    r"rechazó|rechaza|descartó|descarta|refutó|refuta|eludió|evitó|förnekade|förnekar|dementerade|dementerar|avvisade|"
    r"avvisar|tillbakavisade|nekade|nekar|bestred|bestrider|avfärdade|avfärdar)\b"
    r"(?! (?:that|to have|having|avoir|que|haber|att|dass|ever))(?![^:]*\b(?:that|dass|att|que|qu|haber|avoir|ha|zu)\b)"
)
_HIS_WORDS = re.compile(
    r"\b(?:(?:за|зі|на) (?:його|її) (?:словами|слів|думку|переконання|оцінкою)|по (?:его|её|ее) словам|"
    r"according to (?:him|her)|"
    r"(?:in|to) (?:his|her) (?:words|view|opinion|mind|eyes)|selon (?:lui|elle)|à (?:ses yeux|son avis)|"
    r"d[’']après (?:lui|elle)|(?:ihm|ihr) "
    r"zufolge|(?:seinen|ihren) (?:Worten|Angaben) (?:zufolge|nach)|(?:seiner|ihrer) (?:Ansicht|Meinung) nach|"
    r"nach (?:seinen|ihren) "
    r"(?:Worten|Angaben)|aus (?:seiner|ihrer) Sicht|según (?:él|ella)|a su juicio|en su opinión|en sus palabras|"
    r"enligt (?:honom|henne)|"
    r"(?:jego|jej) zdaniem|według (?:niego|niej)|w (?:jego|jej) ocenie|ona göre|kendisine göre|לדבריו|"
    r"לדבריה|לטענתו|לטענתה|לדעתו|לדעתה|להערכתו|بحسبه|بحسبها|بحسب قوله|بحسب قولها|على حد قوله|على حد قولها|"
    r"على حد تعبيره|على حد تعبيرها|برأيه|برأيها|في رأيه|في رأيها)\b(?![^.]*\b(?:said|"
    r"sagte|dit)\b)",
    re.IGNORECASE,
)
_NOUN_OF_SPEECH = re.compile(
    r"(?i:\b(?:aviso|respuesta|mensaje|consejo|resumen|veredicto|conclusión|explicación|advertencia|réponse|verdict|"
    r"conseil|message|conclusion|"
    r"explication|commentaire|constat|avertissement|fazit|antwort|urteil|kommentar|rat|erklärung|warnung|appell|"
    r"verdict|answer|advice|"
    r"warning|response|explanation|komentarz|odpowiedź|rada|висновок|відповідь|порада))\b[^:]{0,20}? (?:of|from|by|"
    r"de|d[’']|von|des|från)\s?"
    r"(?P<who>[A-ZÀ-Þ][^:,]+?)\s*:\s*$",
)
_PARTICIPLE_OPENS = re.compile(
    r"\W*[A-ZÀ-Þ][a-zà-ÿ]+(?:ée?s?|ie?s?|[oa]d[oa]s?|t) (?:par|sur|de|à|au|por|sobre|al|om) "
)
_THEIR_NOUN = re.compile(  # Haddads Fazit: “…”, Vess's verdict: “…”
    r"(?:^|[.,] )(?:[^\W\d_]+ ){0,2}?(?P<who>[A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)?)(?:[’']s|(?<!s)s|(?<=[sxz])[’']) "
    r"(?i:verdict|answer|reply|response|advice|warning|message|conclusion|explanation|reaction|comment|view|motto|"
    r"fazit|antwort|urteil|kommentar|rat|erklärung|warnung|appell|botschaft|bilanz|reaktion|prognose|credo|"
    r"svar|slutsats|budskap|kommentar|råd|dom|förklaring|besked)\b[^:“„”]{0,30}:\s*$"
)
_ACCORDING_TO_PAPERS = re.compile(
    r"نقل\w* .*?\bعن (?P<who>.+?) (?:قوله|قولها)[:\s]*$|^\W*(?P<before>(?:[A-ZÄÖÜ][^\W_.-]+ ?){1,4}) zufolge\b"
)
_AS_TOLD = re.compile(r"\W*(?:según|como|comme|wie|jak|як|som|как|כפי ש|כפי|كما)\s?", re.IGNORECASE)


def special_source(before: str, language: str) -> Source | None:
    """Who is named by "his words", "as X explained", "according to the paper X said", "could only say"."""
    before = before[-NEAR:]
    if told := _ACCORDING_TO_PAPERS.search(before):
        return certain(subject_after(told["who"] or told["before"]), "", language)
    if told := _AS_TOLD.match(before):
        verb = next(verbs_in(before[told.end() :], TELLING), None)
        if verb and not before[told.end() : told.end() + verb.start()].strip():
            if standing.is_rumour(before, language) or standing.is_hearsay(before, language):
                return NOBODY
            return certain(subject_after(before[told.end() + verb.end() :]), "", language)
    if _HIS_WORDS.search(before):
        return Source("", is_left_out=True)
    if (only := IMPLICATIVE.search(before)) and not standing.withholds(before[: only.start()], "", language):
        return certain(subject_before(before[: only.start()]), "", language)
    return None


def without_a_verb(before: str, language: str) -> Source | None:
    """Who is named where no verb of speech is; nobody where the words are only hearsay, or speaking is taken back."""
    before = before[-NEAR:]
    doubts = standing.is_hearsay(before, language) or standing.is_rumour(before, language)
    if doubts and not before.rstrip().endswith(":"):
        return NOBODY
    return (
        mentioned(before, language) or _led_by_a_colon(before, language) or _in_their_eyes(before) or _done_by(before)
    )


def certain(who: str, tail: str, language: str) -> Source:
    """Somebody who speaks, unless the words that name them, or a tail of the sentence, take it back."""
    return NOBODY if standing.has_doubt(who, language) or standing.is_false(tail, language) else Source(who)


def mentioned(before: str, language: str) -> Source | None:
    """Nobody, where words of speaking are taken back: "did not use the words", "refused to call it"."""
    before = before[-NEAR:]
    for word in reversed(list(MENTIONS.finditer(before))):
        left, right = before[: word.start()], before[word.end() :]
        if standing.withholds(left, word.group().casefold(), language) or standing.takes_back(
            word.group(), right, language
        ):
            return NOBODY
    return None


def _in_their_eyes(before: str) -> Source | None:
    """Who is named in "Pour l’économiste Benoît d’Arcourt, c’est", "For Ann Poe, who owns the shop, it is"."""
    opening = _FOR.match(before)
    if opening is None:
        return None
    rest = before[opening.end() :]
    if UNCASED.search(rest):
        who = _IS.split(rest)[0]
        return Source(who.strip()) if who != rest and bare_name(who) else None
    run = next((run for run in name_runs(rest) if len(words_of(rest[: run[0].start()])) <= LONGEST_JOINT_ROLE), None)
    if run is None or not (_IS.search(rest, run[-1].end()) or rest[run[-1].end() :].lstrip().startswith(",")):
        return None
    who = rest[: run[-1].end()]
    if _AND_ANOTHER.match(rest, run[-1].end()):  # Pour Omar Haddad et sa sœur Lise, c’est
        return Source("")
    return Source(who) if bare_name(who) else None


def _behind_the_opening(before: str) -> str:
    """Who is named behind a sentence's last comma, else its first: "Asked about the handball, Obi grinned:"."""
    for part in (before.rpartition(",")[2], before.partition(",")[2]):
        if bare_name(name := leading_name(part.strip())):
            return name
    return ""


def _done_by(before: str) -> Source | None:
    """Who is named in "The rescue was described by engineer Kofi Sarr as"."""
    found = _DONE_BY.search(before)
    return Source(found["who"]) if found and bare_name(found["who"]) else None


def _led_by_a_colon(before: str, language: str) -> Source | None:
    """Who leads to a quotation with a verb that no table knows: "Mr. Maas agreed:"."""
    if not before.rstrip().endswith(":"):
        return None
    opens = first_key(before.strip()) in ADVERBIAL_OPENERS or _PARTICIPLE_OPENS.match(before)
    name = (opens and _behind_the_opening(before)) or leading_name(before.strip()) or leading_subject(before)
    if REFUTES.search(before) and not MENTIONS.search(before) and bare_name(name):
        return Source(name)
    if standing.is_rumour(before, language) or any(key(word) in INFINITIVES for word in words_of(before)):
        return NOBODY
    if RECEIVES.search(before):
        return Source("")
    if UNCASED.search(before):
        if (told := _UNCASED_ANSWER.search(before)) and bare_name(told["who"]):
            return certain(told["who"], "", language)
        words = before.split()
        name = bare_name(" ".join(words[:5]))
        is_clear = bool(
            any(UNCASED_TITLES.match(word) for word in words[:2])
            or name.partition(" ")[0] in FIRST_NAMES
            or (len(words) > 2 and words[2] in _HEBREW_BEHIND_NAMES)
            or _AGE.search(before)
        )
        return Source(name, is_guess=not is_clear)
    if (noun := _NOUN_OF_SPEECH.search(before) or _THEIR_NOUN.search(before)) and bare_name(noun["who"]):
        return certain(noun["who"], "", language)
    is_known = name.casefold() in ANY_PRONOUN or len(words_of(name)) > 1
    is_known = is_known or bool(_ONE_NAME.match(before))
    return NOBODY if standing.has_doubt(name, language) else Source(name, is_guess=not is_known)
