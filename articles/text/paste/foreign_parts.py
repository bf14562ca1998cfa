"""What of pasted HTML never comes in: deletions, comments, notes, hidden text, embeds; counted and taken out."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice

from lxml import html

from articles.text.body.vocabulary import WORDLESS, names_in
from articles.text.languages.word_count import count_words
from articles.text.paste.clipboard_styles import Style
from articles.text.paste.formulas import Formulas, formulas_in
from articles.text.paste.left_out import (
    COMMENTS,
    DELETED_WORDS,
    DELETIONS,
    EMBEDS,
    FOOTNOTES,
    FURNITURE_WORDS,
    HIDDEN_WORDS,
    LeftOut,
)
from articles.text.paste.note_links import is_heading_mark, is_mark, kind_of_link, note_from, notes_of
from articles.text.paste.page_furniture import furniture_of

SUGGESTED_AT_MOST = 100  # elements between the markers of a deletion
NO_LOSS = "no loss"  # the kind of what nobody misses
_EMBEDDED = frozenset({"iframe", "object", "embed", "video", "audio", "canvas"})
_WORDLESS = WORDLESS - _EMBEDDED
_STRUCK = frozenset({"del", "s", "strike"})
# A class says of a few words that they were deleted, never of what holds a whole page.
_CONTAINERS = frozenset({"main", "article", "section", "div", "table", "tbody", "ul", "ol"})
_TRACKS = names_in("track tracked change changetype suggestion revision redline diff op type action mark status edit")
_STRIKES = names_in("del delete deletion deleted remove removed removal strike struck strikethrough")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TRACKED = names_in("track tracked tracking change changes suggestion suggested revision mso ice redline diff")
_DELETED = names_in("del delete deletion deleted removed")
_ENDS_DELETED = re.compile(r"[-_](del|deleted)\Z")
_CALLED_STRUCK = names_in(
    "deleted removed deletion strikethrough line-through strike text-strike text-strikethrough is-strikethrough "
    "c-mrkdwn__strike text-decoration-line-through"
)
_FOR_EARS = names_in(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only u-visually-hidden "
    "a11y-hidden"
)
_BY_CLASS = {
    COMMENTS: names_in("MsoCommentReference MsoCommentText MsoCommentSubject msocomtxt comment-list"),
    FOOTNOTES: names_in(
        "MsoFootnoteReference MsoEndnoteReference MsoFootnoteText MsoEndnoteText sdfootnoteanc sdendnoteanc "
        "sdfootnote sdendnote footnotes endnotes references reflist"
    ),
    HIDDEN_WORDS: _FOR_EARS,
}
_REMARKS = names_in("Inline-Template Template-Fact noprint need_ref_tag reference")  # Wikipedia's, on its own words
_BY_ROLE = {
    "deletion": DELETIONS,
    "comment": COMMENTS,
    "doc-noteref": FOOTNOTES,
    "doc-footnote": FOOTNOTES,
    "doc-endnotes": FOOTNOTES,
}
_BY_MSO_ELEMENT = re.compile(r"(foot|end)note|comment")
_SINGLE_NOTE = re.compile(r"_?(com|ftn|edn|ftnt|sdfootnote|sdendnote|fn|cite_note)[-_:]?\w{0,8}")
_NOTHING = re.compile(r"[01](\.0+)?(px|pt)|0(\.0+)?(em|rem|%)?")
_FAR_AWAY = re.compile(r"-(\d{4}|999)")
_CLIPPED = re.compile(r"rect\((0|1|0px|1px)[ ,]|inset\((50|100)%|circle\(0|polygon\(0 0")
_NO_OPACITY = re.compile(r"0(\.0+)?%?|\.0+")
_NO_SIZE = re.compile(r"\bscale\w*\(0(\.0+)?\)")
_NO_COLOR = re.compile(r"transparent|rgba\(.*[,/]\s*0(\.0+)?%?\s*\)|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)")

# What is written between words rather than said by elements: Markdown's deletions, WordPress's shortcodes.
_STRUCK_TEXT = re.compile(r"(?<!~)~~(?!~)(?=\S)([^~\n]{1,300})(?<=\S)~~(?!~)")
_CODES = r"caption|wp_caption|gallery|embed|audio|video|playlist|contact-form(?:-7)?|vc_\w+|et_pb_\w+|youtube"
_EMBED_CODE = re.compile(r"\[(embed|audio|video|youtube)[^\]\n]{0,300}\][^\[\n]{0,300}\[/\1\]", re.IGNORECASE)
_SHORTCODE = re.compile(
    rf"\[(?:/(?:{_CODES})|caption|gallery|playlist|[a-z][\w-]{{1,30}} +[\w-]{{1,30}}=[\"“”″'][^\]\n]{{0,500}})\]",
    re.IGNORECASE,
)


def mark_suggestions(body: html.HtmlElement) -> None:
    """Put what lies between the markers of a suggested deletion, as CKEditor writes them, into one element."""
    for start in list(body.iter("suggestion-start")):
        if not start.get("name", "").startswith("deletion"):
            continue
        struck = html.Element("del")
        struck.text, start.tail = start.tail, None
        for inner in list(islice(start.itersiblings(), SUGGESTED_AT_MOST)):
            if inner.tag == "suggestion-end":
                break
            struck.append(inner)
        start.addnext(struck)


def take_out(body: html.HtmlElement, styles: Mapping[html.HtmlElement, Style]) -> LeftOut:
    """Take what never comes in out of the page whose elements, in page order, have these styles; say how much it was.

    Words behind an element stay.
    """
    doomed: dict[html.HtmlElement, str] = {}
    inside: set[html.HtmlElement] = set()
    formulas = formulas_in(body)
    for element, style in styles.items():
        if element in inside:
            continue
        kind = _kind(element, style, formulas)
        if kind:
            outermost = element
            if kind in (COMMENTS, FOOTNOTES) and (note := note_from(element)) is not None:
                outermost = note
            doomed[outermost] = kind
            inside.update(outermost.iter())
    for note in notes_of([mark for mark, kind in doomed.items() if kind == FOOTNOTES], body):
        if note not in inside:
            doomed[note] = FOOTNOTES
            inside.update(note.iter())
    left_out = _counted(doomed)
    left_out[HIDDEN_WORDS] += _blank_unseen({element: styles[element] for element in styles if element not in inside})
    for element, kind in doomed.items():
        _drop(element, kind)
    return left_out + _take_out_furniture(body) + _take_out_codes(body)


def _take_out_furniture(body: html.HtmlElement) -> LeftOut:
    furniture = furniture_of(body)
    words = sum(count_words(element.text_content()) for element in furniture)
    for element in furniture:
        element.tail = f" {element.tail or ''}"
        element.drop_tree()
    return LeftOut({FURNITURE_WORDS: words})


def _take_out_codes(body: html.HtmlElement) -> LeftOut:
    """Take out what is written between words: deletions as Markdown has them, WordPress's codes."""
    left_out = LeftOut()

    def struck(found: re.Match[str]) -> str:
        left_out.update({DELETIONS: 1, DELETED_WORDS: count_words(found[1])})
        return ""

    for element in body.iter():
        for name in ("text", "tail"):
            words = getattr(element, name)
            if words and "~~" in words:
                words = _STRUCK_TEXT.sub(struck, words)
            if words and "[" in words:
                words, embeds = _EMBED_CODE.subn("", words)
                left_out[EMBEDS] += embeds
                words = _SHORTCODE.sub("", words)
            setattr(element, name, words)
    return left_out


def _kind(element: html.HtmlElement, style: Style, formulas: Formulas) -> str:
    """What kind of foreign part an element is; "" where it is none."""
    names, outer = frozenset(element.get("class", "").split()), element.getparent()
    if element.tag in _EMBEDDED:
        return EMBEDS
    if element.tag == "sup" and names & _REMARKS and not any(map(kind_of_link, element.iter("a"))):
        return FOOTNOTES if "reference" in names and is_mark(element) else NO_LOSS
    is_source = element.tag == "annotation" and outer.tag == "semantics"  # of a formula, in another language
    if element.tag in _WORDLESS or is_source or is_heading_mark(element) or element in formulas.drawings:
        return NO_LOSS
    if element.tag in _STRUCK or _is_struck(style) or _is_called_deleted(element):
        return DELETIONS
    if role := _BY_ROLE.get(element.get("role", "")):
        return role
    if of_mso := _BY_MSO_ELEMENT.match(style.get("mso-element", "")):
        return COMMENTS if of_mso[0] == "comment" else FOOTNOTES
    by_class = next((kind for kind, known in _BY_CLASS.items() if names & known), "")
    if by_class or element in formulas.wrappers:
        return by_class
    return kind_of_link(element) or (HIDDEN_WORDS if _is_hidden(element, style) else "")


def _is_struck(style: Style) -> bool:
    return "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", "")


def _is_called_deleted(element: html.HtmlElement) -> bool:
    """Whether a program's class says so: msoDel, TrackChangeTextDeletion, ice-del; or data-track-type="delete"."""
    if element.tag in _CONTAINERS:
        return False
    if any(name.startswith("data-") and _says_deleted(name, value) for name, value in element.items()):
        return True
    if not _CALLED_STRUCK.isdisjoint(element.get("class", "").split()):
        return True
    if any(_ENDS_DELETED.search(name) for name in element.get("class", "").split()):
        return True
    called = (set(map(str.lower, _CLASS_WORD.findall(name))) for name in element.get("class", "").split())
    return any("deletion" in words or (words & _DELETED and words & _TRACKED) for words in called)


def _says_deleted(name: str, value: str) -> bool:
    said = set(map(str.lower, _CLASS_WORD.findall(value))) if len(value) < 40 else set()
    return not _STRIKES.isdisjoint(said) and not _TRACKS.isdisjoint(name.lower().split("-"))


def _is_hidden(element: html.HtmlElement, style: Style) -> bool:
    if "hidden" in element.attrib or (element.tag == "dialog" and "open" not in element.attrib):
        return True
    if style.get("display") == "none" or style.get("mso-hide") == "all":
        return True
    if _NO_OPACITY.fullmatch(style.get("opacity", "")) or _NO_SIZE.search(style.get("transform", "")):
        return True
    if _CLIPPED.search(style.get("clip", "") + style.get("clip-path", "")):
        return True
    if style.get("position") in ("absolute", "fixed") and _FAR_AWAY.match(style.get("left", "")):
        return True
    if _FAR_AWAY.match(style.get("text-indent", "")):
        return True
    sizes = (style.get(name, "") for name in ("height", "max-height", "width", "max-width"))
    return style.get("overflow", "").startswith("hidden") and any(map(_NOTHING.fullmatch, sizes))


def _is_invisible(style: Style) -> bool:
    return style.get("visibility") in ("hidden", "collapse")


def _is_tiny(style: Style) -> bool:
    return _NOTHING.fullmatch(style.get("font-size", "")) is not None


def _is_colorless(style: Style) -> bool:
    """Whether words have no colour, or that of what is under them; a picture may show through them."""
    color = style.get("color", "")
    under = style.get("background-color", "") or style.get("background", "")
    if "text" in style.get("background-clip", "") + style.get("-webkit-background-clip", "") or "url(" in str(style):
        return False
    return _NO_COLOR.fullmatch(color) is not None or (color != "" and color == under)


# What elements inside may take back.
_INHERITED: Mapping[str, Callable[[Style], bool]] = {
    "visibility": _is_invisible,
    "font-size": _is_tiny,
    "color": _is_colorless,
}


def _blank_unseen(styles: Mapping[html.HtmlElement, Style]) -> int:
    """Empty the words that nobody sees though their element has room; the number of them."""
    unseen: dict[html.HtmlElement | None, frozenset[str]] = {}
    gone: list[str] = []
    for element, style in styles.items():
        around = unseen.get(element.getparent(), frozenset())
        here = (name for name, is_so in _INHERITED.items() if (is_so(style) if name in style else name in around))
        unseen[element] = frozenset(here)
        if unseen[element] and (element.text or "").strip():
            gone.append(element.text)
            element.text = None
        if around and (element.tail or "").strip():
            gone.append(element.tail)
            element.tail = None
    return count_words(" ".join(gone))


def _counted(doomed: Mapping[html.HtmlElement, str]) -> LeftOut:
    """How much of each kind; of a deletion in several pieces side by side the pieces are one."""
    left_out: LeftOut = Counter()
    marks: LeftOut = Counter()
    for element, kind in doomed.items():
        words = element.text_content()
        if kind == DELETIONS and words.strip():
            before = element.getprevious()
            is_more = before is not None and doomed.get(before) == DELETIONS and not before.tail
            left_out[DELETIONS] += not is_more
            left_out[DELETED_WORDS] += count_words(words)
        elif kind == HIDDEN_WORDS:
            left_out[HIDDEN_WORDS] += count_words(words)
        elif kind == EMBEDS:
            left_out[EMBEDS] += 1
        elif kind in (COMMENTS, FOOTNOTES) and words.strip():
            if element.tag in ("a", "span", "sup"):
                marks[kind] += 1
            else:
                left_out[kind] += _notes_in(element)
    return left_out | marks


def _notes_in(element: html.HtmlElement) -> int:
    """How many notes a list of them has; 1 for a note."""
    items = sum(1 for _ in element.iter("li"))
    named = sum(1 for inner in element.iterdescendants() if _SINGLE_NOTE.fullmatch(inner.get("id", "")))
    return max(1, items or named)


def _drop(element: html.HtmlElement, kind: str) -> None:
    """Take an element out, with the brackets around a mark, and the space that a deletion leaves before a sign."""
    before, outer, behind = element.getprevious(), element.getparent(), element.tail or ""
    words = (outer.text if before is None else before.tail) or ""
    has_brackets = words.endswith("[") and behind.startswith("]")
    if has_brackets or (kind == DELETIONS and words.endswith(" ") and behind.startswith((",", ".", ")"))):
        if before is None:
            outer.text = words[:-1]
        else:
            before.tail = words[:-1]
    if has_brackets:
        element.tail = behind[1:]
    element.drop_tree()
