"""The name of one person in the words that tell who spoke: without titles and roles, as the story writes it."""

import re
from functools import lru_cache

from articles.text.quotes.name_words import (
    ANY_PRONOUN,
    BODY_ENDINGS,
    CLOSED_NOUNS,
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
    UNCASED_TITLES,
)
from articles.text.quotes.speech_words import NAMING_VERBS, SPEECH_VERBS
from articles.text.quotes.unspaced import UNSPACED, unspaced_name

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
_ELIDED = re.compile(r"^[ld][’']")
_CASE_ENDING = re.compile(r"[’'](?:n?[ıiuüae]n|y?[ıiuüae]|d[ae]n?|t[ae]n?|y?l[ae]|s)$", re.IGNORECASE)
_GERMAN_FROM = ("von", "zu", "zum", "zur")
_ARTICLES = ("der", "den", "la", "el", "al")  # particles behind another one: van der Berg, de la Cruz
_HEBREW_ACRONYM = re.compile(r"[א-ת][״\"][א-ת]")
_NO_NAMES_START = ("ال", "لل", "ب", "ل", "ف", "و", "ה", "ב", "ל", "מ", "כ", "ש", "ו")
_OF_A_BODY = re.compile(
    r"\s(?:[^\W\d_A-ZÅÄÖ]\w*\s)?(?:bank|банк|office|board|council|union|club|court|kommun|styrelse|flygplats|järnväg|tåg|universitet|sjukhus|залізниця|рада|музей)\b"
)
_NO_NAMES = DETERMINERS | ANY_PRONOUN
_LEAD_ELSEWHERE = DETERMINERS | LINKS
_LONGEST_NAME = 3  # words of a name in a script without capitals


def words_of(text: str) -> list[str]:
    """The words of `text`, abbreviations with their full stops."""
    return WORD.findall(text)


def without_points(text: str) -> str:
    """A text without the points of Arabic and Hebrew, which write vowels where they are in doubt."""
    return _POINT.sub("", text)


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """The form under which the tables know a word: no case, full stop, inverted pronoun or "and" written on to it."""
    plain = _POINT.sub("", _INVERTED_PRONOUN.sub("", word).casefold().rstrip("."))
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
        return True
    prefixed = _PREFIXED_NAME.match(word)
    return bool(prefixed and prefixed["rest"].isupper())


def bare_name(attribution: str) -> str:
    """The name of the one person that an attribution names, without titles and roles, or ""."""
    if UNCASED.search(attribution):
        return _uncased_name(attribution)
    if UNSPACED.search(attribution):
        return unspaced_name(attribution)
    if JOINTLY.search(attribution):
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
    name = bare_name(sentence)  # a single word that opens a sentence is hardly a name
    return name if " " in name or not sentence.startswith(name) else ""


def _is_somewhere(text: str, run: list[re.Match[str]]) -> bool:
    """Whether a run of capitalised words is a place, by the word before it: "in New Rill"."""
    before = words_of(text[: run[0].start()])
    return bool(before) and key(before[-1]) in PLACE_LINKS


def opens_with_a_pronoun(sentence: str) -> bool:
    """Whether a sentence goes on about somebody: "She has promised", "Había prometido", which leaves her out."""
    first = WORD.search(sentence)
    return first is not None and (first.group().casefold() in PRONOUNS or not name_runs(sentence[first.end() :]))


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
    before = words_of(text[: run[0].start()])
    return bool(before) and key(before[-1]) in TITLES


def name_in(text: str, run: list[re.Match[str]], *, is_led: bool = False) -> str:
    """The name at the end of a run of capitalised words, or "" when the run names nobody.

    A run behind an article or a preposition is rather a body or a place, unless `is_led`.
    """
    keys = [key(word.group()) for word in run]
    if all(one in TITLES for one in keys):
        return ""
    leading = range(len(run) - 1)  # a title at the end is a name: Hugo Petit Rey
    titles = [
        place for place in leading if keys[place] in TITLES or (not place and len(run) > 2 and _is_trade(keys[0]))
    ]
    titled = bool(titles)
    name = run[titles[-1] + 1 :] if titles else run
    # Президент України Володимир Зеленський, la ministre des Finances Marguerite Odou
    while len(name) > 1 and _is_of_a_title(key(name[0].group()), titled):
        name, titled = name[1:], True
    if name and key(name[0].group()) in _NO_NAMES:
        return ""
    if not name or _is_possessive(text, name[-1]):
        return ""
    if len(run) == 1 and _OF_A_BODY.match(text, run[0].end()):  # Västhamns bank
        return ""
    if not titled and not is_led and _leads_elsewhere(text[: run[0].start()], run):
        return ""
    found = [word.group() for word in name]
    if any(key(word) in NOT_A_PERSON or BODY_ENDINGS.match(key(word)) for word in found) or all(
        _is_acronym(word) for word in found
    ):
        return ""
    return text[name[0].start() : name[-1].end()].rstrip(".")


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


def _uncased_name(attribution: str) -> str:
    """The name in Arabic or Hebrew words, which have no capitals: what stands behind a title, or two bare words.

    A title, what it is a title of and adjectives with the article go before the name: رئيس بلدية حيفا سامي ناصر.
    """
    parts = [part for part in re.split(r"[,،;:]", attribution) if part.strip()]
    return next((name for part in parts[:2] if (name := _uncased_name_in(part.split())) and name in part), "")


def _uncased_name_in(words: list[str]) -> str:
    """The name in the words of one clause."""
    place, titled = 0, False
    while place < len(words) and (step := _titles_at(words, place, titled)):
        place, titled = place + step, True
    name = words[place:]
    if _is_joint_uncased(name):
        return ""
    if (
        not titled and len(name) > _LONGEST_NAME and _is_definite(name[1]) and not _is_definite(name[0])
    ):  # עוזר הנמל לוי ורדי
        name, titled = name[2:], True
    if len(name) > _LONGEST_NAME or (
        len(name) > 2 and name[2].startswith(_NO_NAMES_START)
    ):  # زعيمة المعارضة دانة الويطي الخطة
        name = name[:2]
    if not 1 <= len(name) <= _LONGEST_NAME or (len(name) == 1 and (not titled or _is_definite(name[0]))):
        return ""
    if any(CLOSED_NOUNS.match(word) or any(sign.isdigit() for sign in word) for word in name):
        return ""
    if not titled and _is_group(*name[:2]):
        return ""
    return " ".join(name)


def may_be_a_last_name(word: str) -> bool:
    """Whether a word in a script without capitals is neither a title nor a common noun that a table knows."""
    return len(word) > 2 and not (UNCASED_TITLES.match(word) or CLOSED_NOUNS.match(word) or _is_definite(word))


def _is_joint_uncased(name: list[str]) -> bool:
    """Whether "and" is written on to a title or to a third word: two people."""
    anded = [word[1:] for word in name if word.startswith(("ו", "و"))]
    return any(UNCASED_TITLES.match(word) for word in anded) or (len(name) > 2 and name[2].startswith(("ו", "و")))


def _is_group(first: str, second: str) -> bool:
    """Whether two words without a title are no name: "the harbour board", "residents of the quarter", "he and she"."""
    residents = len(first) > 3 and first.endswith("י") and second.startswith("ה")
    return first.startswith(("ال", "ה")) or second.startswith(("و", "ו")) or residents


def _titles_at(words: list[str], place: int, titled: bool) -> int:
    """How many words from here on belong to a title."""
    word = words[place].strip('"״')
    if UNCASED_TITLES.match(word):
        return 1
    if titled and word in ("بلدية", "مدينة", "محافظة", "קריית", "עיריית", "מועצת", "قرية", "جامعة"):
        return 2
    if not place and len(words) > 2 and _is_definite(word):
        return 1
    return int(titled and place + 1 < len(words) and (_is_definite(word) or bool(_HEBREW_ACRONYM.search(word))))


def _is_definite(word: str) -> bool:
    """Whether a word begins with the article, as a name of one word hardly does."""
    return word.startswith(("ال", "لل", "بال")) or (word.startswith("ה") and len(word) > 2)
