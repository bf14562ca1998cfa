"""What agencies wrap a text in: control characters, heads, slug lines and the signs of their old machines.

ANPA-1312 and IPTC 7901 put a head between SOH and STX, the text after it, and a foot after ETX. AP's ASCII has ``…''
for quotation marks, " _ " for a dash, and ^ < = around lines that are not text.
"""

import re
from functools import lru_cache

from articles.text.instructions.agency_words import TAKE_MARKS
from articles.text.instructions.patterns import small

_TAKE = re.compile(TAKE_MARKS)
SOH, STX, ETX, SYN = "\x01", "\x02", "\x03", "\x16"
# Control characters that these formats use; others belong to no text.
CONTROLS = frozenset("\x01\x02\x03\x04\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1c\x1d\x1e\x1f")
_OPENING = re.compile(r"(?<=[.!?,;:])``")  # without the space before it
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+")
_MARK_BEFORE = re.compile(r"^([^\S\n]*)\^+\s?(?=\S)", re.MULTILINE)
_MARK_BEHIND = re.compile(r"(?<=[^\s=<>-])\s?[<=]+[ \t]*$", re.MULTILINE)
_DASH = re.compile(r"(?<=\S)[ \u00a0]_{1,2}(?=[ \u00a0]\S|$)", re.MULTILINE)

# Words that only agencies write into a slug line, behind its last comma or a space.
_VERSION = (
    r"(?:\d(?:st|nd|rd|th)|\d+)? ?-?(?:ld|lead|add|sub|take|insert|write-?thru|urgent|bulletin|flash|newsalert|advisory"
    r"|corrective|optional|photos?|graphic|digest|update|wrapup|newsbreak|precede|zusammenfassung|korr|eil)"
)
_NAMES = r"[^\W_][\w.&'’]*(?:[ ]?[\w.&'’]+){0,3}"
_HEADS = [
    # a0417----- · r a BC-US--Harbor-Ferry 2ndLd-Writethru 05-19 0231 · BC-EU--Ferry Strike, 1st Ld-Writethru, 420
    re.compile(r"[a-z]{0,2}\d{3,5}\s?-{2,}|[abdvuw]\d{4}|.{3,60}\b\d(?:st|nd|rd|th) (?:add|ld|lead|take)"),
    re.compile(r"(?:[a-z] ){0,3}[\^ ]*(?:bc|am|pm|ap|apn|hfr|bc-[a-z]{2})-{1,2}[^\W_][^.!?]{2,}"),
    re.compile(r"[rubdf] [a-z] [^.!?]{0,60}\d\d-\d\d \d{4}"),
    # eca0003 3 i 380 dpa 0045 · ANPA0231 4 pol 152 NPA 0071 · PRIORITY: 4
    re.compile(r"[a-z]{2,5}-?\d{3,5} \d \w{1,4} \d{1,4} [a-z/]{2,12} ?\d{3,5}"),
    re.compile(r"zczc\w*\b.{0,60}|[a-z]{2,4}\d{4,6}_[a-z\d_]{4,14}|[a-z] [a-z]{3} [a-z\d]{2,4} [a-z\d]{3,5}"),
    re.compile(r"\d\d-[^\W\d_]{3}-\d\d \d\d:\d\d(?: nnnn)?"),
    re.compile(r"(?:priority|category|prio|urgency|service|subject code)\s*[:=] ?[\w,. -]{1,30}"),
    # APA0123 5 XI 0098 Di, 02.Jun 2026 · (Schluss) ab/cd · dpa/lsw hub yyzz n1 mae
    re.compile(
        r"[a-z]{2,5}\d{3,5} \d [a-z]{1,3} \d{3,4}\b.{0,30}"
        r"|\((?:schluss|forts\S*|ende)\)(?: [a-z]{1,4}(?:/[a-z]{1,4})*)?"
    ),
    re.compile(r"(?:dpa|apa|sda|ats|afp|efe|ansa|pap|ntb|tt|ritzau)(?:/[a-z]{2,4})?(?: [a-z\d]{1,5}){2,7}"),
    # AP-NY-05-19-26 1458EDT · 200752 May 26 · dpa jk n1 tv 210045 Mai 26 · REUTERS 211805 GMT
    re.compile(r"[a-z]{2,4}-[a-z]{2}-\d\d-\d\d-\d\d \d{4}[a-z]{0,4}"),
    # KAN 27.01.2026 11:52 · PN 22/06/2026 15:48 · NNB 081312 INRIKES · ПРИЧАЛ-ІНФО 12.05.2026 13:05
    re.compile(
        r"[^\W\d_]{2,14}(?:-[^\W\d_]{2,12})? \d{1,2}[./]\d{1,2}[./](?:\d\d)?\d\d,? \d{1,2}[:.]\d\d"
        r"|[^\W\d_]{2,6} \d{6} [^\W\d_]{3,14}"
    ),
    re.compile(r"(?:[\w/]{1,12} ){0,6}\d{6}z? ?(?:gmt|utc|[a-z]{3,4})? ?(?:[^\W\d_]{3,9}\.? ?\d{2,4})?"),
]
# npa ld/kt/rs · kt/ rs/ · abc/def: who wrote and edited, in small letters.
_INITIALS = re.compile(
    r"(?:[a-z]{2,8} )?(?:bur-)?[a-z]{1,5}(?:/ ?[a-z]{1,5}){1,4}/?"
    r"|\([^\W\d_a-zа-я]{1,8}(?:[/ -][^\W\d_a-zа-я]{1,5}){1,3}\)"
)
_SLUG = re.compile(
    rf"(?:{_NAMES})(?:-{{1,2}}|/)(?:{_NAMES})(?:(?:-{{1,2}}|/)(?:{_NAMES})?)*"
    rf"(?:[,/ ]+\(?(?:{_VERSION})[^.!?]*|, ?\d{{2,4}}(?: words| wds)?)",
    re.IGNORECASE,
)
# A slug without a version: only under an agency's head, where nothing else has this shape.
_BARE_SLUG = re.compile(r"[^\s/-]{2,30}(?:(?:/|--?)[^\s/-]{1,30}){1,5}/?|[^/.!?]{2,30}(?:/[^/.!?]{1,30}){0,5}/")
_FLAG_LINE = re.compile(
    r"(?:ANALYSE|ANALYSIS|FEATURE|KORR|EIL|HINTERGRUND|PORTRÄT|UPDATE|URGENT|FLASH|BULLETIN|LEAD)\s?:"
    r"|[^\W\d_a-zß-öø-ÿа-яіїєґ]{3,}(?: [^\W_a-zß-öø-ÿа-яіїєґ]+){0,2}\s?[-–—]"
)
_VERSION_LINE = re.compile(rf"\(?{_VERSION}[\w ,/()-]{{0,40}}", re.IGNORECASE)
_BEFORE_HEADLINE = re.compile(
    r"(?:[A-Z]{2,8} ?- ?)?(?:(?:UPDATE|WRAPUP|REFILE|CORRECTED|CORRECTED-UPDATE|RPT|RPT-UPDATE|CORRECTION|REPEAT"
    r"|ZUSAMMENFASSUNG|KORR"
    r"|BERICHTIGUNG|EIL|LEAD|PIX|ADVISORY|TEXT|FACTBOX|TIMELINE|PREVIEW|EXCLUSIVE|ANALYSIS|FEATURE|INSIGHT)"
    r"(?: ?\d{1,2})?)-(?=[^\W_])"
)


# "1 TRANSPORT Trams", "Page 1", "TT:114 INR", "AA-2026-10-12-114"; a slug in capitals alone, "DJUR-LUNDVIK".
_CATCHLINE = re.compile(
    r"\d{1,2} [A-Z]{3,}(?: [A-Z][\w-]+){1,3}|[Pp]age \d{1,2}"
    r"|[A-Z]{2,5}[:-][A-Z\d:-]*\d[\dA-Z:-]*(?: [A-Z]{2,4}){0,2}"
)
# "COURTS Swan", "SOC Tarnside", "Älg på tak (ny med citat)": a slug where a longer headline stands under it.
_SLUG_ABOVE = re.compile(
    r"[^\W\d_a-zß-öø-ÿа-яіїєґ]{3,12}(?: [^\W\d_a-zß-öø-ÿа-яіїєґ][^\W\d_]*[a-zß-öø-ÿа-яіїєґ][\w-]*){1,2}"
    r"|[^\W\d_][^.!?:()]{2,36} \([^()]{2,40}\)"
)
_A_TITLE, _A_SENTENCE = 4, 18  # words
_SLUG_IN_CAPITALS = re.compile(r"[^\W\d_]{2,20}(?:-[^\W\d_]{2,20}){1,4}")


def is_catchline(line: str) -> bool:
    """Whether a line over a text is an agency's code or slug for it."""
    return bool(_CATCHLINE.fullmatch(line)) or (line.isupper() and bool(_SLUG_IN_CAPITALS.fullmatch(line)))


def is_slug_above(line: str, under: str) -> bool:
    """Whether a line has the shape of a slug, and a longer one that is a title stands under it."""
    count = len(under.split())
    is_title = max(len(line.split()), _A_TITLE) < count < _A_SENTENCE and under[-1:] not in (*".!?…:",)
    return is_title and len(line) <= 80 and bool(_SLUG_ABOVE.fullmatch(line))


def unwrap(text: str) -> tuple[list[str], str, list[str]]:
    """(the lines of an agency's head, the text, the lines of its foot), as the control characters part them.

    The text is without the signs around its lines, and has common dashes and quotation marks.
    """
    head, foot = "", ""
    start = text.find(STX)
    if start >= 0 and SOH in text[:start]:
        head, text = text[:start], text[start + 1 :]
        head, mark, titles = head.partition("\n^")  # such lines are the text's own, wherever the head is said to end
        text = f"{mark}{titles}\n{text}"
    if ETX in text:
        text, _, foot = text.rpartition(ETX)
    return _lines(head), _plain(text), _lines(foot)


def _lines(text: str) -> list[str]:
    return [line for raw in text.split("\n") if (line := " ".join(_CONTROL.sub(" ", raw).split()))]


def _plain(text: str) -> str:
    """The text with today's signs in place of those of agencies' ASCII."""
    text = _MARK_BEHIND.sub("", _MARK_BEFORE.sub(r"\1", _CONTROL.sub(" ", text)))
    text = _DASH.sub(" —", text) if " _" in text else text
    if "``" in text:
        text = _OPENING.sub(" ``", text).replace("``", "“").replace("''", "”")
        text = re.sub(r"`(?=[^\W_])", "‘", text)
    return text


@lru_cache(maxsize=8192)
def is_agency_line(line: str) -> bool:
    """Whether a line is part of an agency's head or foot by its shape: numbers, codes, a slug with its version."""
    written = line.strip(" ^<=*\t")
    bare = written.lower()
    if len(bare) > 100 or not bare:
        return False
    shapes = [*_HEADS, _SLUG]
    return any(shape.fullmatch(bare) for shape in shapes) or any(s.fullmatch(written) for s in (_INITIALS, _FLAG_LINE))


def is_bracketed(text: str) -> bool:
    """Whether a line stands in brackets."""
    return text.strip(" *_")[:1] in ("(", "[") and text.strip(" *_.")[-1:] in (")", "]")


def is_take_mark(text: str) -> bool:
    """Whether a line says where a text ends or that it goes on: "-30-", "ENDS", "(more)", "###"."""
    bare = text.strip()
    if len(bare) > 60:
        return False
    if re.fullmatch(r"(?:# ?){3,}|-+ ?30 ?-+|\(?-{0,2}30-{0,2}\)?", bare):
        return True
    return bool(_TAKE.fullmatch(small(bare.strip(" .,:;!()[]<>/\\|*#=_~–—-")))) and not bare.endswith(("?", "!"))


def is_head_line(line: str) -> bool:
    """Whether a line under an agency's head still belongs to it: a slug or the word for a version."""
    bare = line.strip(" ^<=*\t")
    return len(bare) <= 80 and bool(_BARE_SLUG.fullmatch(bare) or _VERSION_LINE.fullmatch(bare))


def flag_of(headline: str) -> str:
    """What an agency set before a headline to say which version it is: "UPDATE 2-", or ""."""
    match = _BEFORE_HEADLINE.match(headline)
    return match.group() if match else ""
