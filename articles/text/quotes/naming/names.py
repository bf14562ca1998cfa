"""The name of one person in the words that tell who spoke: without titles and roles, as the story writes it."""

import re
from functools import lru_cache

from articles.text.quotes.naming.uncased_names import uncased_name
from articles.text.quotes.naming.unspaced import UNSPACED, unspaced_name
from articles.text.quotes.words.bodies import BODY_COMPOUNDS, BODY_LAST, BODY_NOUNS, GROUPS, is_body
from articles.text.quotes.words.name_words import (
    ANY_PRONOUN,
    BODY_ENDINGS,
    DETERMINERS,
    FIRST_NAMES,
    JOINTLY,
    LINKS,
    NOT_A_PERSON,
    PARTICLES,
    PLACE_LINKS,
    PORTFOLIOS,
    PRONOUNS,
    TITLES,
    TRADE_ENDINGS,
)
from articles.text.quotes.words.speech_words import NAMING_VERBS, SPEECH_VERBS
from articles.text.quotes.words.tables import words_in

_POINTS = "\u0591-\u05c7\u064b-\u0652\u0670"  # vowels and doubled letters, which are no letters
_LETTERS = rf"[^\W_](?:[^\W_]|[{_POINTS}])*"
WORD = re.compile(rf"{_LETTERS}(?:[’'ʼ.\-&״׳][^\W_]|(?<=[א-ת])[\"](?=[א-ת])|{_LETTERS})*[.׳]?")
_REFLEXIVE = re.compile(r"^s[’'](?=\w)")  # s’exclame
_POINT = re.compile(f"[{_POINTS}]")
UNCASED = re.compile(r"[\u0590-\u05ff\u0600-\u06ff]")
_INVERTED_PRONOUN = re.compile(r"-(?:t-)?(ils?|elles?|on)$", re.IGNORECASE)
_PREFIXED_NAME = re.compile(r"^[^\W\d_]{1,4}[-’'](?P<rest>[^\W\d_])")
_AND_PREFIXES = ("وس", "و", "ف", "כש", "וש", "ו", "ש")
_AND = re.compile(r"\s+(?:and|und|et|та|і|й|и|y|e|och|og|i|oraz|en|ve|ile|&|و|ו)\s+|\s+[וو](?=[^\W\d_]{2})")
_ELIDED_NOUN = re.compile(r"(?:[CDJLMNST]|Qu)[’'][a-zà-ÿ]")
_ELIDED = re.compile(r"^[ld][’']")
_CASE_ENDING = re.compile(r"[’'](?:n?[ıiuüae]n|y?[ıiuüae]|d[ae]n?|t[ae]n?|y?l[ae]|s)$", re.IGNORECASE)
_GERMAN_FROM = ("von", "zu", "zum", "zur")
_ARTICLES = ("der", "den", "la", "el", "al")  # particles behind another one: van der Berg, de la Cruz
_HONORIFICS = words_in(
    "mr mrs ms miss dr mme mlle m herr frau señor señora sr sra pan pani пан пані fru president prince",
    "king",
)
_SPOKESMEN = words_in("rzecznik адвокат речник adwokat prawnik юрист")
_MEN_IN_A = words_in("микола ілля лука сава микита хома кузьма kuba barnaba bonawentura")
_LAST_NAMES_TOO = words_in(
    "koch fischer richter schneider jäger förster maurer metzger bauer schreiner tischler wirt vogt",
    "baker farmer potter",
    "painter carpenter miner marshal constable",
)
_SPOKEN_FOR = re.compile(r"\b(?:for|of|to|de|du|von|für|för|dla|del|para)\s+$")
_WHO_CLAUSE = re.compile(r",?\s(?:who|qui|der|die|som|który|która|який|яка|que)\s")
_GENITIVE = re.compile(r"[^\W\d_]{6,}(?:ens|ets|ernas|arnas)")
_HEAD = re.compile(r"(?:[^\W\d_]{1,4}\s|[lL][’'])?(?P<noun>[^\W\d_]+),\s")
_OF_A_BODY = re.compile(
    r"\s(?:[^\W\d_A-ZÅÄÖ]\w*\s)?(?:bank|банк|office|board|council|union|club|court|kommun|styrelse|flygplats|järnväg|"
    r"tåg|universitet|sjukhus|залізниця|рада|музей)\b"
)
# What somebody is minister or mayor of, in the genitive or dative, before the name; a father's name behind the first.
_OBLIQUE = re.compile(r"[^\W\d_]{2,}(?:[ую]|ії|ої|ого|ів|ому|ові|им|ii|ów|iej|ego|owi|iem|[^aeiouyj]u)$")
_PATRONYMIC = re.compile(r"(?:ович|евич|івна|ївна|овна)$")
_RESIDENT = re.compile(r"мешкан(?:ець|ка)|житель(?:ка)?|mieszkan(?:iec|ka)")
_FROM_TURKISH_PLACE = re.compile(r"[^\W\d_]{4,}l[ıiuü]")
_FROM_SOMEWHERE = re.compile(r"[^\W\d_]{4,} (?:з|із|зі|z|ze)\s+$")
_LONGEST_WORD = 60  # characters of a word that tells what the next one is
_POSSESSIVES = words_in("her his ihr ihre sein seine son sa ses su sus hennes hans jej jego її його")
_NO_NAMES = DETERMINERS | ANY_PRONOUN
_LEAD_ELSEWHERE = DETERMINERS | LINKS
_HEADED = re.compile(
    r"(?:^|[.!?]\s)\W*(?i:the|an?|der|die|das|ein|eine|l[’']|le|la|une?|el|los|las|una)\s?(?:[^\W\d_A-Z][\w’'-]*\s){0,3}?"
    r"(?P<noun>[\w-]+),\s$"
)
_ROLES_OR_OF = TITLES | (LINKS - DETERMINERS)
_BEHIND_NAMES = ("KC", "QC", "MP", "MEP", "MSP", "OBE", "MBE", "CBE", "PhD", "MdB", "MdL", "MdEP", "Jr", "Sr")
_DATIVE_PLURAL = re.compile(r"[^\W\d_]{4,}(?:chern|tern|dern|innen|leuten|gästen|kunden|kollegen)")
_NOMINATIVE = words_in("the a an der die das ein eine le la l l’ un une el los las una")
_OF_OR_TO = LINKS | words_in("à au aux al a to this este esta ce cet cette denna detta dieser diesem diese")


def words_of(text: str) -> list[str]:
    """The words of `text`, abbreviations with their full stops."""
    return WORD.findall(text)


def _behind(text: str, place: int) -> str:
    """So much of the text before a place that its last word is whole."""
    return text[max(place - _LONGEST_WORD, 0) : place]


def without_article(one: str) -> str:
    """The key of a word without the article that French writes on to it: l’association."""
    return _ELIDED.sub("", one)


def without_points(text: str) -> str:
    """A text without the points of Arabic and Hebrew, which write vowels where they are in doubt."""
    return _POINT.sub("", text)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """The form under which the tables know a word: no case, full stop, inverted pronoun or "and" written on to it."""
    plain = _POINT.sub("", _INVERTED_PRONOUN.sub("", word).casefold().replace("i̇", "i").rstrip("."))
    plain = _REFLEXIVE.sub("", plain)
    if plain in SPEECH_VERBS or plain in NAMING_VERBS or not UNCASED.match(plain):
        return plain
    bare = (plain.removeprefix(prefix) for prefix in _AND_PREFIXES if plain.startswith(prefix))
    return next((rest for rest in bare if rest in SPEECH_VERBS or rest in NAMING_VERBS), plain)


def inverted_pronoun(text: str) -> str:
    """The pronoun that French hangs on the verb or its auxiliary: "a-t-il déclaré", "dit-elle"."""
    for word in words_of(text)[-2:]:
        if found := _INVERTED_PRONOUN.search(word):
            return found.group(1)
    return ""


def first_word(text: str) -> str:
    """The first word where it is capitalised and no pronoun, else nothing."""
    first = WORD.match(text)
    word = first.group() if first else ""
    return word if word and word[0].isupper() and key(word) not in _NO_NAMES else ""


def first_key(text: str) -> str:
    """The key of the first word."""
    first = WORD.match(text)
    return key(first.group()) if first else ""


def is_pronoun(attribution: str) -> bool:
    """Whether the attribution is a pronoun for one person: he, elle, він."""
    return attribution.casefold() in PRONOUNS


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a capital, perhaps behind a prefix: al-Sisi, d’Estaing."""
    if word[0].isupper():
        return not _ELIDED_NOUN.match(word)  # L’économiste
    prefixed = _PREFIXED_NAME.match(word)
    return bool(prefixed and prefixed["rest"].isupper())


def bare_name(attribution: str) -> str:
    """The name of the one person that an attribution names, without titles and roles, or ""."""
    if UNCASED.search(attribution):
        return uncased_name(attribution)
    if UNSPACED.search(attribution):
        return unspaced_name(attribution)
    head = _HEAD.match(attribution)
    if JOINTLY.search(_WHO_CLAUSE.split(attribution, maxsplit=1)[0]) or (
        head and key(head["noun"]) in NOT_A_PERSON
    ):  # La empresa, Hierros del Sur
        return ""
    runs = name_runs(attribution)
    named = [(_follows_title(attribution, run), name_in(attribution, run)) for run in runs]
    if _is_joint(attribution, runs, [name for _, name in named]):
        return ""
    ranked = [(" " not in name, not titled, name) for titled, name in named if name]
    return _CASE_ENDING.sub("", min(ranked, key=lambda item: item[:2])[2]) if ranked else ""


def only_name(sentence: str) -> str:
    """The one person whom a sentence names in full, wherever: "The case was argued by Desmond Achterberg"."""
    runs = [run for run in name_runs(sentence) if len(run) > 1 and not _is_somewhere(sentence, run)]
    names = {name for run in runs if (name := name_in(sentence, run, is_led=True))}
    if len(names) == 1:
        return names.pop()
    sentence = sentence.lstrip('—–-¿¡«“„" ')
    name = bare_name(sentence)  # a single word that opens a sentence is hardly a name
    return name if " " in name or not sentence.startswith(name) else ""


def _is_somewhere(text: str, run: list[re.Match[str]]) -> bool:
    """Whether a run of capitalised words is a place, by the word before it: "in New Rill"."""
    before = words_of(_behind(text, run[0].start()))
    return bool(before) and key(before[-1]) in PLACE_LINKS


def opens_with_a_body(sentence: str) -> bool:
    """Whether a sentence is about a body, for which a pronoun may stand as well: "La compagnie est critiquée"."""
    words = [without_article(key(word)) for word in words_of(sentence[:_LONGEST_WORD])]
    return any(word in BODY_NOUNS | NOT_A_PERSON and word not in TITLES for word in words[:2])


def opens_with_a_pronoun(sentence: str) -> bool:
    """Whether a sentence goes on about somebody: "She has promised", "Había prometido", which leaves her out."""
    first = WORD.search(sentence)
    return first is not None and (
        first.group().casefold() in PRONOUNS | _POSSESSIVES or not name_runs(sentence[first.end() :])
    )


def opens_with_a_relation(sentence: str) -> bool:
    """Whether a sentence goes on about somebody else, whom it does not name: "His brother disagreed"."""
    words = [key(word) for word in words_of(sentence[:_LONGEST_WORD])[:2]]
    return len(words) > 1 and words[0] in _POSSESSIVES and words[1] in TITLES


def names_somebody(text: str) -> bool:
    """Whether a run of capitalised words in a text is somebody's name."""
    return any(name_in(text, run) for run in name_runs(text))


def _is_joint(attribution: str, runs: list[list[re.Match[str]]], names: list[str]) -> bool:
    """Whether several people are named: "Brandt and Maas", "Mayor Ana Prill and harbour master Joren Maas"."""
    for place in range(len(runs) - 1):
        between = attribution[runs[place][-1].end() : runs[place + 1][0].start()]
        if _AND.fullmatch(between) or (names[place] and names[place + 1] and _AND.search(f" {between} ")):
            return True
    return False


def first_run(text: str) -> list[re.Match[str]]:
    """The first sequence of capitalised words."""
    runs = name_runs(text)
    return runs[0] if runs else []


def name_runs(text: str) -> list[list[re.Match[str]]]:
    """The sequences of capitalised words, particles between them included."""
    runs: list[list[re.Match[str]]] = []
    run: list[re.Match[str]] = []
    particles: list[re.Match[str]] = []
    end = 0
    for word in WORD.finditer(text):
        beside = not text[end : word.start()].strip()
        end = word.end()
        if run and beside and _may_join(word.group(), run, bool(particles)):
            particles.append(word)
            continue
        if is_capitalised(word.group()):
            if not (run and beside):
                run = []
                runs.append(run)
            run.extend([*particles, word] if beside else [word])
            particles = []
            if not _is_possessive(text, word):
                continue
        run, particles = [], []
    return runs


def _may_join(word: str, run: list[re.Match[str]], behind_another: bool) -> bool:
    """Whether a particle belongs to a name: van der Berg does, "Barnabas Träger von der Bühne" is somewhere."""
    if word not in PARTICLES or (word in _ARTICLES and not behind_another):
        return False
    called = [
        one for one in run if key(one.group()) not in TITLES and not (one is run[0] and _is_trade(key(one.group())))
    ]
    return word not in _GERMAN_FROM or len(called) < 2


def _follows_title(text: str, run: list[re.Match[str]]) -> bool:
    before = words_of(_behind(text, run[0].start()))
    return bool(before) and key(before[-1]) in TITLES


def name_in(text: str, run: list[re.Match[str]], *, is_led: bool = False) -> str:
    """The name at the end of a run of capitalised words, or "" when the run names nobody.

    A run behind an article or a preposition is rather a body or a place, unless `is_led`.
    """
    keys = [key(word.group()) for word in run]
    if all(one in TITLES for one in keys) and (len(keys) > 1 or keys[0] not in _LAST_NAMES_TOO):
        return ""
    leading = range(len(run) - 1)  # a title at the end is a name: Hugo Petit Rey
    if any(BODY_COMPOUNDS.fullmatch(keys[place]) for place in leading):
        return ""
    titles = [place for place in leading if _is_a_title(run, keys, place)]
    titled = bool(titles)
    name = run[titles[-1] + 1 :] if titles else run
    # Президент України Володимир Зеленський, la ministre des Finances Marguerite Odou
    while len(name) > 1 and _is_of_a_title(key(name[0].group()), titled):
        name, titled = name[1:], True
    while len(name) > 2 and _is_acronym(name[0].group()) and "." not in name[0].group():  # del PP Sofía Marchena
        name, titled = name[1:], True
    if name and key(name[0].group()) in _NO_NAMES:
        return ""
    if not name or _is_possessive(text, name[-1]):
        return ""
    is_genitive = len(run) == 1 and _GENITIVE.fullmatch(run[0].group())  # Kvällspostens rubrik
    if len(run) == 1 and (is_genitive or _OF_A_BODY.match(text, run[0].end())):  # Västhamns bank
        return ""
    if _is_spoken_for(text, run, name):
        return ""
    titled = titled or _follows_title(text, run)
    while len(name) > 2 and _says_of_where(text, name, titled=titled):
        name = name[1:]  # Прем'єр-міністр Норланду Петро Зима
    if not titled and not is_led and _leads_elsewhere(_behind(text, run[0].start()), run):
        if len(name) < len(("Брно", "Павел", "Новак")) or not _FROM_SOMEWHERE.search(_behind(text, run[0].start())):
            return ""
        name = name[1:]  # колега з Брно Павел Новак
    while len(name) > 1 and name[-1].group() in _BEHIND_NAMES:  # Gethin Lowe KC
        name = name[:-1]
    while len(name) > 2 and _DATIVE_PLURAL.fullmatch(name[-1].group()):  # Omar Haddad Besuchern
        name = name[:-1]
    if _names_a_body([word.group() for word in name]) or (not titled and _is_called_a_body(text, run)):
        return ""
    return text[name[0].start() : name[-1].end()].rstrip(".")


def _is_a_title(run: list[re.Match[str]], keys: list[str], place: int) -> bool:
    """Whether a capitalised word says what the one behind it is: Trainerin, SPD-Abgeordneten, Rills Trainer."""
    one = keys[place]
    if one in TITLES or one.rpartition("-")[2] in TITLES:
        return not _is_first_name(run, place)
    is_first = not place or (place == 1 and (keys[0] in _NO_NAMES or run[0].group().endswith("s")))
    return is_first and len(run) - place > 2 and _is_trade(one)


def _is_first_name(run: list[re.Match[str]], place: int) -> bool:
    """Whether a word that without its full stop may be a first name is one: Maj Ek, not Maj. Ek, Maj John Ek."""
    word = run[place].group()
    return word in ("Maj", "Sen", "Gen") and place == len(run) - 2


def _names_a_body(name: list[str]) -> bool:
    """Whether capitalised words are a body's: all of them an acronym, or one that only bodies and groups have."""
    keys = [without_article(key(word)) for word in name]
    if len(keys) > 1 and keys[-1] in BODY_LAST:
        return True
    if len(keys) == 1 and (keys[0] in GROUPS or is_body(keys[0])):
        return True
    is_known = any(one in NOT_A_PERSON or BODY_ENDINGS.match(one) for one in keys)
    return is_known or all(_is_acronym(word) for word in name)


def _is_headed_by_a_body(before: str) -> bool:
    """Whether the noun before a comma opens the sentence and is a body's: "The ferry line, Northern Reach, said"."""
    headed = _HEADED.search(before)
    words = [without_article(key(word)) for word in words_of(headed.group())] if headed else []
    return bool(words) and words[-1] in BODY_NOUNS | NOT_A_PERSON and not any(word in _ROLES_OR_OF for word in words)


def _is_called_a_body(text: str, run: list[re.Match[str]]) -> bool:
    """Whether the noun right before a name is a body's, "l’association SOS Forêt", and no role's: "head "
    "of the club"."""
    before = _behind(text, run[0].start())
    if _is_headed_by_a_body(before):
        return True
    lead = [without_article(key(word)) for word in words_of(before)]
    noun = lead.pop() if lead and before[-1:].isspace() and before.rstrip()[-1:].isalpha() else ""
    if noun not in BODY_NOUNS or noun in TITLES:
        return False
    if lead and lead[-1] in _NOMINATIVE:
        lead.pop()
    return not lead or (lead[-1] not in _OF_OR_TO and not any(word in TITLES for word in lead))


def _is_spoken_for(text: str, run: list[re.Match[str]], name: list[re.Match[str]]) -> bool:
    """Whether a name is that of somebody for whom another one speaks: "for Ms Ford", "Sprecher von Jens Rusk"."""
    if key(run[0].group()) in _HONORIFICS and _SPOKEN_FOR.search(_behind(text, run[0].start())):
        return True
    first = name[0].group()
    if first in _GERMAN_FROM and sum(word.group()[0].isupper() for word in name) > 1:
        return True
    before = words_of(_behind(text, name[0].start()))
    is_genitive = first[-1] in "aая" and key(first) not in _MEN_IN_A
    return bool(before) and key(before[-1]) in _SPOKESMEN and is_genitive


def _says_of_where(text: str, name: list[re.Match[str]], *, titled: bool) -> bool:
    """Whether the first of three words or more is no name but where somebody holds office, lives or comes from."""
    first = name[0].group()
    before = words_of(_behind(text, name[0].start()))
    if _FROM_TURKISH_PLACE.fullmatch(first) or (before and _RESIDENT.fullmatch(key(before[-1]))):
        return True
    return titled and bool(_OBLIQUE.search(first)) and not _PATRONYMIC.search(name[1].group())


def _is_of_a_title(one: str, titled: bool) -> bool:
    """Whether a capitalised word is what somebody is minister or president of."""
    return (titled and one in NOT_A_PERSON) or _ELIDED.sub("", one) in PORTFOLIOS


def _is_trade(one: str) -> bool:
    """Whether a capitalised word before two others looks like what somebody does: Librarian Moira Castellane."""
    return one not in FIRST_NAMES and bool(TRADE_ENDINGS.fullmatch(one))


def _is_possessive(text: str, word: re.Match[str]) -> bool:
    return word.group().endswith(("’s", "'s")) or text[word.end() : word.end() + 1] in ("’", "'")


def _leads_elsewhere(before: str, run: list[re.Match[str]]) -> bool:
    """Whether the words before a run make it a body or a place: "the White House", "mayor of Rill"."""
    words = words_of(before)
    if not words or before.rstrip().endswith((",", "،")) or key(words[-1]) in TITLES:
        return False
    return len(run) == 1 or key(words[-1]) in _LEAD_ELSEWHERE


def _is_acronym(word: str) -> bool:
    return word.replace(".", "").isupper()
