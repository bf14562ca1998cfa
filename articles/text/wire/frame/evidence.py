"""How likely a short line is the headline of a text, or a sentence under it no more of the story: what speaks for it.

No word decides by itself. A line's shape, its place and what it shares with the prose weigh most; words of offices,
dates and labels weigh against it.
"""

import re
from collections.abc import Collection, Sequence

from articles.text.instructions.furniture.page_words import speaks_of_a_page, speaks_of_an_office
from articles.text.instructions.label_words import FIELDS
from articles.text.instructions.line_words import ABOUT, ABOUT_LAST, BACKGROUND
from articles.text.instructions.mail import MAIL, PHONE
from articles.text.instructions.patterns import small
from articles.text.moments.read_moment import names_a_day
from articles.text.people.organisations import is_organisation
from articles.text.wire.datelines import is_date_line, is_place_and_date
from articles.text.wire.frame.furniture import UNSPACED, is_path, stems
from articles.text.wire.line_shapes import is_all_caps, is_title_case, is_title_like, words
from articles.text.wire.paragraphs import Para

PROSE = 8  # words of a paragraph that tells; fewer may be said to anybody
_FEWEST, _MOST = 4, 18  # words of a usual headline
_NAME, _BEGINNING = 60, 4  # characters: of a paragraph with a name in them, of a word that may end otherwise
_LONG = 6  # letters of a word that says what a text is about
_SHARED = 3  # beginnings of words in common with the prose, above which more say no more
_LABEL = re.compile(r"[^\W\d_][^:：.!?\"“„«]{0,28}?\s?[:：](?:\s|(?=[^\x00-\x7f]))")
_CODE = re.compile(
    r"[^\W\d_]{1,6}-?\d{3}|\d[/_]\d|[/_]\d|\w/\w|\w_\w|\s[|•·]\s|^\W*[【\[(（#*<]|\d:\d\d\b|\b\d{5}|\S\u3000\S|\d\d\D{1,12}\d\d|\d\s-\s|\s-\s\d"
)
_LINK = re.compile(r"https?://|www\.|(?<!\w)@\w{2}|\b\w[\w-]+\.(?:example|com|org|net|info)\b")
_ABOUT = re.compile(ABOUT)
_GROUNDED = re.compile(  # when a body was founded, or what it is in law
    r"\b(?:founded|established|registered (?:charity|company)|is a charity|non-?profit|headquartered|gegründet"
    r"|beschäftigt|gemeinnützig\w*"
    r"|fondée?|créée?|reconnue?|emploie|fundad[oa]|cread[oa]|ánimo de lucro|grundades|bildades|startade|har sitt säte"
    r"|założon\w+|powstał\w*|zrzesza|засновано|засновани\w+|працює з|kuruldu|kurulmuş\w*)\b"
    r"|تأسس\w*|أسست|נוסד\w*|הוקמ\w*|פועלת? מ|创办|成立于|創業|設立"
)
_WORDS_IN_MARKS = re.compile(
    r"[“”„«»\"「](?:[^“”„«»\"「」]+\s){2}[^“”„«»\"」]+[”“»\"」]|「[^」]{6,}」|“[^”]*[\u3040-\u9fff][^”]*”"
)
_SPOKEN = frozenset('“”„«»"「」')


def size(text: str) -> int:
    """How many words a line has; of a script without spaces two letters count for one."""
    return len(text[:4000]) // 2 if UNSPACED.search(text) else len(words(text[:4000]))


def reaches(text: str) -> bool:
    """Whether a text has a telephone number or an address, of mail or of a site."""
    return bool(MAIL.search(text) or PHONE.search(text) or _LINK.search(text))


def is_labelled(text: str) -> bool:
    """Whether a line begins with a few words and a colon, and nobody speaks behind it."""
    return bool(_LABEL.match(text)) and not _SPOKEN & set(text)


def is_code(text: str) -> bool:
    """Whether a line has the shape of a code, a slug or a row of parts."""
    return bool(_CODE.search(text)) and size(text) < _MOST


def is_envelope(text: str) -> bool:
    """Whether a line has the shape of an envelope's: a label, a code, a date, an office, a way to reach somebody."""
    return (
        is_labelled(text)
        or text[-1] in ":："
        or is_code(text)
        or reaches(text)
        or is_path(text)
        or is_date_line(text)
        or is_place_and_date(text)
        or is_office(text)
    )


def weight(para: Para, told: Collection[str]) -> int:
    """How much speaks for a line as the headline over prose with these beginnings of words."""
    text = para.text
    if para.level == 1:
        return 100
    if para.bullet or para.quoted or not is_title_like(text) or text[-1] in ",،、":
        return 0
    count, shared = size(text), min(len(stems(text) & set(told)), _SHARED)
    found = 2 + shared
    found += 2 if _FEWEST <= count <= _MOST else -2 if count < _FEWEST - 1 else 0
    found -= 3 * is_code(text) + 2 * is_labelled(text) + 4 * reaches(text)
    found -= 3 * (is_date_line(text) or is_place_and_date(text) or names_a_day(text))
    found -= 4 * speaks_of_an_office(text) + 2 * is_office(text)
    found -= (text[-1] in "!?؟？！") + speaks_of_a_page(text) + is_all_caps(text)
    found -= is_title_case(text) and count < _MOST // 3
    return found - 2 * (small(text.strip(" :")) in FIELDS)


def heads_background(text: str) -> bool:
    """Whether a line has the words that stand over what an office says of itself."""
    bare = small(text.strip(" *_#:"))
    return size(text) < PROSE and bool(_ABOUT.match(bare) or ABOUT_LAST.match(bare) or BACKGROUND.fullmatch(bare))


def is_named(text: str) -> bool:
    """Whether most of the long words behind the first have capitals, as in the name of an office."""
    behind = [word for word in words(text)[1:] if len(word) > 3]
    is_headlines = is_title_case(text) and size(text) > _FEWEST
    return bool(behind) and not is_headlines and sum(word[0].isupper() for word in behind) * 5 >= len(behind) * 3


def opens_envelope(text: str) -> bool:
    """Whether a told line above a headline is no prose: a date, a code or a label with a full stop behind it."""
    return size(text) < PROSE and not speaks(text) and (names_a_day(text) or is_envelope(text))


def is_shout(text: str) -> bool:
    """Whether a line is a few words in capitals."""
    return is_all_caps(text) and size(text) < _FEWEST


def is_office(text: str) -> bool:
    """Whether a short line is about who sends a text, or names a body."""
    return _is_brief(text) and (speaks_of_an_office(text) or is_organisation(text))


def may_be_office(text: str) -> bool:
    """Whether a line of an envelope may be the name of who sends a text: two words or more, no figure, no label."""
    return 1 < size(text) < PROSE and not (_LABEL.match(text) or re.search(r"\d", text))


def begins_with_name(text: str, name: str) -> bool:
    """Whether a paragraph begins with all words of a name, however they end."""
    begins = {word[:_BEGINNING] for word in words(small(text[:_NAME]))}
    return {word[:_BEGINNING] for word in words(small(name))} <= begins


def _is_brief(text: str) -> bool:
    """Whether a line is as short as the name of an office, or has capitals throughout."""
    return size(text) < _FEWEST + 2 or is_title_case(text)


def is_about_a_body(text: str, above: str) -> bool:
    """Whether a paragraph says what a body is that was named above: when it was founded, or what it is in law."""
    if _SPOKEN & set(text) or not _GROUNDED.search(small(text[:400])):
        return False
    return bool(stems(_GROUNDED.sub(" ", small(text[:80]))) & stems(above))


def shares(text: str, paras: Sequence[Para]) -> bool:
    """Whether a text has a long word in common with some of these paragraphs."""
    told = stems(" ".join(para.text[:600] for para in paras[:60]))
    long = " ".join(word for word in words(text) if len(word) >= _LONG)
    return bool(stems(text if UNSPACED.search(text) else long) & told)


def speaks(text: str) -> bool:
    """Whether words of somebody stand in a text."""
    return text[:1] in "-–—" or bool(_WORDS_IN_MARKS.search(text))
