"""Names in Arabic and Hebrew, which have no capitals: what stands behind a title, a first name, or two bare words."""

import re

from articles.text.quotes.words.name_words import CLOSED_NOUNS, UNCASED_TITLES
from articles.text.quotes.words.tables import words_in
from articles.text.quotes.words.uncased_words import ANYBODY, BINDS, BODY, ENDS_A_NAME, FIRST_NAMES, OF_THEIRS

_HEBREW_ACRONYM = re.compile(r"[א-ת][״\"][א-ת]")
# Names that begin as the article or a preposition does, and what begins none: "the department of", "a source in".
_NAMES_WITH_HE = words_in(
    "הילה הדס הדר הלל הגר הראל הרצל הודיה הלוי הופמן הרמן הורוביץ הירש הנרי האנה הנה הלן הלנה הוגו הנס",
    "הילדה היידי הלגה",
)
_NAMES_WITH_BET = words_in(
    "בני ברק בר בועז בנימין ברוך בתיה בלה בן בת ברכה בצלאל ביבי באסם באסל ברנד בורניל בנט בילי בוב ברטה",
    "ברברה בריאן ברגר ברמן בלום ביטון בוזגלו בניון בכר ברנר באואר בוסקילה ברקוביץ בראון בונה בייקר",
)
_NO_NAMES_START = ("ال", "لل", "ب", "ل", "ف", "و", "ה", "ב", "ל", "מ", "כ", "ש", "ו")
_OF_SOMEWHERE = ("بلدية", "مدينة", "محافظة", "קריית", "עיריית", "מועצת", "قرية", "جامعة")
_HAS_MEMBERS = re.compile(
    r"ה?(?:כנסת|מועצה|מועצת|ועד|וועד|ועדה|ועדת|וועדה|קיבוץ|הנהלה|הנהלת|דירקטוריון|סגל|להקה|צוות|מפלגה)$"
)
_LIKE_A_SURNAME = re.compile(
    r"ال(?:\w{2,}ي|\w\wا\w)$(?<!القرار)(?<!الخطاب)(?<!الكتاب)(?<!الكلام)(?<!النظام)(?<!القطار)(?<!المطار)"
)
_OBJECTS = words_in("את על של עם אצל ליד אל מול עבור بين مع على في من إلى عن ضد لدى عند")
_LONGEST_NAME = 3  # words of a name in a script without capitals
_LONGEST = 12  # words in which a name with its titles is looked for


def uncased_name(attribution: str) -> str:
    """The name in Arabic or Hebrew words, which have no capitals: behind a title or a first name, or two bare words.

    A title, what it is a title of and adjectives with the article go before the name: رئيس بلدية حيفا سامي ناصر.
    """
    parts = [part for part in re.split(r"[,،;:]", attribution) if part.strip()]
    return next((name for part in parts[:2] if (name := _name_in(_until_the_end(part))) and name in part), "")


def _until_the_end(part: str) -> list[str]:
    """The words of one clause up to what surely ends a name: "on Monday", "in reply to"."""
    words = part.split()[:_LONGEST]
    if len(words) > 1 and words[0].startswith(("و", "ו")) and _is_known(words[0][1:]):
        words[0] = words[0][1:]
    if words and ENDS_A_NAME.match(words[0].removeprefix("و")):  # وكانت رئيسة الجامعة, סיפר לנו רון קפלן
        words = words[1:]
    return words[: next((place for place, word in enumerate(words) if place and ENDS_A_NAME.match(word)), len(words))]


def _is_known(word: str) -> bool:
    return bool(UNCASED_TITLES.match(word)) or word in FIRST_NAMES


def _name_in(words: list[str]) -> str:
    """The name in the words of one clause."""
    place, titled = 0, False
    while place < len(words) and (step := _titles_at(words, place, titled)):
        place, titled = place + step, True
    name = words[place:]
    if not name or _is_joint(name):
        return ""
    if not titled and (BODY.match(name[0]) or name[0] in ANYBODY):
        return ""
    known = _first_name_among(name) if titled or len(name) > _LONGEST_NAME else 0
    name, titled = name[known:], titled or bool(known)
    if not titled and len(name) > _LONGEST_NAME and _is_of_something(name):  # עוזר הנמל לוי ורדי
        name, titled = name[2:], True
    name = name[: _length_of(name)]
    if len(name) == 1 and (not titled or (_is_definite(name[0]) and name[0] not in FIRST_NAMES)):
        return ""
    return " ".join(name) if name and _may_be(name, titled=titled) else ""


def _is_of_something(name: list[str]) -> bool:
    return name[0] not in FIRST_NAMES and _is_definite(name[1]) and not _is_definite(name[0])


def _may_be(name: list[str], *, titled: bool) -> bool:
    """Whether words are somebody's name: none of them a noun that tables know, nor a group."""
    if name[0] == "קרן" and len(name) > 1 and name[1].startswith("ה"):  # the heritage fund
        return False
    if name[0] in FIRST_NAMES and len(name) > 1 and not _HEBREW_ACRONYM.search(name[1]) and name[1] not in ANYBODY:
        return not is_in_something(name[1]) or len(name[1]) < len("בעדותו")
    if (
        is_said_of(name[0]) or is_in_something(name[0]) or BODY.match(name[0]) or name[0] in ANYBODY
    ):  # בתגובה, אגף החינוך, רجل
        return False
    if any(len(word) < len("נר") or (_is_closed(word) and word not in FIRST_NAMES) for word in name):
        return False
    return titled or not (_is_group(*name[:2]) or (is_in_something(name[1]) and len(name[1]) > len("בלקין")))


def _is_closed(word: str) -> bool:
    return bool(CLOSED_NOUNS.match(word) or _HEBREW_ACRONYM.search(word)) or any(sign.isdigit() for sign in word)


def _length_of(name: list[str]) -> int:
    """How many of these words are the name: two, and a third behind what binds, or one that is a name for itself."""
    bound = next((place for place, word in enumerate(name[:2]) if word in BINDS), None)
    if bound is not None:
        return min(bound + 3 if bound == 0 and name[2:] and name[2].startswith("ال") else max(bound + 2, 2), len(name))
    if len(name) < _LONGEST_NAME:
        return len(name)
    is_third = name[2] in FIRST_NAMES or (name[1] in FIRST_NAMES and _LIKE_A_SURNAME.match(name[2]))
    return _LONGEST_NAME if is_third and name[0] in FIRST_NAMES else 2


def _first_name_among(words: list[str]) -> int:
    """Where a first name stands among words of what somebody is: 1 in صور علي حسن, 0 where it is first or none is."""
    if words[0] in FIRST_NAMES:
        return 0
    places = range(1, len(words) - 1)
    return next((place for place in places if words[place] in FIRST_NAMES and words[place - 1] not in BINDS), 0)


def may_be_a_last_name(word: str) -> bool:
    """Whether a word in a script without capitals is neither a title nor a common noun that a table knows."""
    if is_said_of(word) or word in ANYBODY or BODY.match(word) or ENDS_A_NAME.match(word) or OF_THEIRS.match(word):
        return False
    return len(word) > 2 and not (
        is_in_something(word) or UNCASED_TITLES.match(word) or CLOSED_NOUNS.match(word) or _is_definite(word)
    )


def is_alone(rest: str) -> bool:
    """Whether what stands behind a last name is no more of it: אנסר והתיישב, קפלן בעדותו."""
    first = rest[:60].split()[:1]
    return not first or first[0].startswith(("ו", "و")) or bool(ENDS_A_NAME.match(first[0]))


def uncased_subject_of(sentence: str) -> str:
    """The person about whom a sentence is, by a title or a first name at its start, or right behind its verb."""
    words = sentence.replace("\n", " ").split()[:_LONGEST]
    for place in (0, 1):
        clause = re.split(r"[,،;:.]", " ".join(words[place:]))[0]
        first = clause.split()[:1]
        opens = bool(first) and (_is_known(first[0]) or _is_known(first[0][1:]) or bool(OF_THEIRS.match(first[0])))
        if opens and (name := uncased_name(clause)) and " " in name:
            return name
    pairs = [" ".join(words[place : place + 2]) for place in range(1, len(words) - 1) if _is_told_of(words, place)]
    return uncased_name(pairs[0]) if len(pairs) == 1 else ""


def _is_told_of(words: list[str], place: int) -> bool:
    """Whether a first name begins here of somebody who is no object: not את דוד לוי."""
    return words[place] in FIRST_NAMES and words[place - 1] not in _OBJECTS and words[place - 1] not in FIRST_NAMES


def is_said_of(word: str) -> bool:
    """Whether a Hebrew word is "that" with somebody's role: שמרשו, שהמנהל."""
    return word.startswith("ש") and bool(OF_THEIRS.match(word[1:]) or UNCASED_TITLES.match(word[1:]))


def is_in_something(word: str) -> bool:
    """Whether a Hebrew word is rather "in" something: בתגובה."""
    return word.startswith("ב") and word not in _NAMES_WITH_BET and word not in FIRST_NAMES


def _is_joint(name: list[str]) -> bool:
    """Whether "and" is written on to a title, a first name or a third word: two people."""
    anded = [word[1:] for word in name[1:] if word.startswith(("ו", "و"))]
    if any(_is_known(word) for word in anded):
        return True
    return len(name) > 2 and name[2].startswith(("ו", "و")) and not _goes_on(name[2])


def _goes_on(word: str) -> bool:
    """Whether "and" opens another thing that the same person does: ומביט, והתיישב, وخرج."""
    return bool(re.match(r"ו(?:מ|ה|י|נ|ק|פ|צ|ש)\w{2,}", word))


def _is_group(first: str, second: str) -> bool:
    """Whether two words without a title are no name: "the harbour board", "residents of the quarter", "he and she"."""
    if second.startswith("ال") and first not in FIRST_NAMES:  # رجال الإطفاء, والدة الطفل
        return True
    residents = len(first) > 3 and first.endswith("י") and second.startswith("ה")
    return first.startswith(("ال", "ה")) or second.startswith(("و", "ו", "لل")) or residents


def _titles_at(words: list[str], place: int, titled: bool) -> int:
    """How many words from here on belong to a title."""
    word = words[place].strip('"״')
    is_name = word in FIRST_NAMES and not titled and not (place + 1 < len(words) and _is_definite(words[place + 1]))
    if _is_a_company(words, place) or (not place and BODY.match(word) and word != "חברת"):
        return 0
    if UNCASED_TITLES.match(word) and not is_name:
        return 1
    if not place and len(words) > 2 and _HEBREW_ACRONYM.search(word):  # רס"ר הוגו פטאל
        return 1
    if OF_THEIRS.match(word) and word not in FIRST_NAMES and place + 1 < len(words):
        return 1
    if titled and (word in _OF_SOMEWHERE or (BODY.match(word) and len(words) - place > 2)):
        return 1 if _is_definite(word) else 2
    if not place and len(words) > 2 and _is_definite(word):
        return 1
    if not titled or place + 1 >= len(words):
        return 0
    if _is_construct(words, place):
        return 2
    return int(_is_definite(word) or bool(_HEBREW_ACRONYM.search(word)))


def _is_a_company(words: list[str], place: int) -> bool:
    """Whether חברת is "company of" rather than "member of": חברת הספנות, not חברת הכנסת."""
    return words[place] == "חברת" and not (place + 1 < len(words) and _HAS_MEMBERS.match(words[place + 1]))


def _is_construct(words: list[str], place: int) -> bool:
    """Whether two words behind a title say of what it is one: בית הספר, شؤون البلاد."""
    first, second = words[place], words[place + 1]
    enough = len(words) - place > _LONGEST_NAME
    return enough and first not in FIRST_NAMES and not _is_definite(first) and _is_definite(second)


def _is_definite(word: str) -> bool:
    """Whether a word begins with the article, as a name of one word hardly does."""
    if word in _NAMES_WITH_HE or word in FIRST_NAMES:
        return False
    return word.startswith(("ال", "لل", "بال")) or (word[0] == "ה" and len(word) > 2)
