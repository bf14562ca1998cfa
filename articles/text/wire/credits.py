"""Photo captions and credits: which lines they are, and where a caption ends and its credit begins."""

import re

from articles.text.wire.line_shapes import ends_sentence, has_inner_stop, is_title_like, words
from articles.text.wire.paragraphs import Para

HEAD = 12  # paragraphs from the top; a credit on a line of its own counts only there
_CREDIT_LENGTH = 160

_AGENCY = r"(?:AP|Reuters|REUTERS|AFP|EPA|dpa|EFE|ANSA|TASS|Xinhua|UPI|PA|Getty(?: Images)?|Ukrinform|Anadolu)"
_LABEL = (
    r"(?:Photo(?:graphs?|s|graphy)?|PHOTO|Picture|Image|Credit|CREDIT|Photo credit|Photo Credit|Image credit|Foto|Fotos"
    r"|Bild|Crédits?|Crédit photo|Foto de|Фото|Світлина|تصوير|الصورة|صورة)"
)
# What a credit begins with: a label with a colon, an agency with a stroke, the copyright sign …
_STRONG = (
    rf"(?:{_LABEL}\s?[:/]|(?:{_AGENCY}|[A-Z]{{2,6}} (?:File )?Photo)(?: Photo| File| Images)?\s?/\s?\S"
    rf"|{_AGENCY} (?:Photo|File Photo)\b|©)"
)
# … or words that count only in brackets, on a line of their own, or after a finished sentence.
_CREDIT = (
    rf"(?:{_STRONG}|{_LABEL} (?:by|By|BY|[Cc]ourtesy|par|von)\b|{_AGENCY} Images\b|\([Cc]\) |[Cc]ourtesy (?:of|photo)\b"
    r"|Handout (?:via|photo)\b)"
)
_NAME_AND_AGENCY = rf"[^\[\]()/]{{2,60}}?(?:\s?/\s?| via ){_AGENCY}\b"
_BRACKETED = re.compile(
    rf"\s*(?:[\[(]\s*(?P<words>(?:{_CREDIT}|{_NAME_AND_AGENCY})[^\[\]]*?)\s*[\])]|\[(?P<agency>{_AGENCY})\])\s*\.?$"
)
_TRAILING = re.compile(rf"(?:(?<=[.!?”\"»)])\s+(?:[-–—|]\s+)?(?={_CREDIT})|\s(?:[-–—|]\s+)?(?={_STRONG}))(.*)$")
_LINE = re.compile(rf"{_CREDIT}.*$")
_COLON = re.compile(r"(?:Image|Picture|Bild|Credit|Credits)s?:\s+")
_SAID = re.compile(r":\s+[^\W\d_A-ZÀ-Þ]+\s")  # "Fotos: las tengo yo."
_COUNTED = re.compile(r"\d{1,3} (?:of|von|sur|de|av|z|/|із|з) \d{1,3}\s*[|:–-]\s*(?=\S)")  # in a gallery
_FILE_PHOTO = re.compile(r"FILE(?: PHOTO)?\s*[:\-–—]|(?:Photo |Picture )?Caption\s*:|Légende\s*:|Bildunterschrift\s*:")


def mark_caption(paras: list[Para]) -> tuple[str, str, list[str]]:
    """Finds the story's photo caption and credit and gives their paragraphs those roles.

    Returns the caption, the credit (as written, without brackets around it; either may be "") and notes. A credit in
    brackets at a paragraph's end is certain anywhere; one without brackets, or on a line of its own, only near the top.
    Captions after the first stay in the body.
    """
    found: list[tuple[str, str]] = []
    notes = []
    for index, para in enumerate(paras):
        if para.role or para.level or para.bullet:
            continue
        near_top = index < HEAD or sum(not each.role for each in paras[: min(index, HEAD * 3)]) < HEAD > index / 3
        parts = split_credit(para.text, near_top=near_top)
        if parts is None:
            continue
        if found and (parts[0] or found[0][1] or not found[0][0]):
            notes.append(f"A second caption or credit was left in the body: “{_start(para.text)}”.")
            continue
        caption, credit = parts
        para.role = "caption" if caption else "credit"
        if found:
            found[0] = (found[0][0], credit)
            continue
        if not caption and (above := _caption_above(paras, index)):
            above.role, caption = "caption", above.text
        found.append((caption, credit))
    caption, credit = found[0] if found else ("", "")
    return caption, credit, notes


def split_credit(text: str, near_top: bool = True) -> tuple[str, str] | None:
    """Caption and credit of a paragraph that holds a credit, else None."""
    text = _COUNTED.sub("", text, count=1)
    tail_at = max(len(text) - _CREDIT_LENGTH, 0)
    tail = text[tail_at:]
    if match := _bracketed(tail):
        caption = text[: tail_at + match.start()].rstrip()
        credit = _COLON.sub("", match["words"] or match["agency"], count=1)
        return (caption, credit) if caption or near_top else None
    if not near_top:
        return None
    if (
        len(text) <= _CREDIT_LENGTH
        and _LINE.match(text)
        and not (ends_sentence(text) and (len(words(text)) > 8 or _SAID.search(text)))
    ):
        return "", text
    label = _FILE_PHOTO.match(text)
    match = _TRAILING.search(tail, label.end() if label and not tail_at else 0)
    if match and not has_inner_stop(match.group(1)):
        return text[: tail_at + match.start()].rstrip(" -–—|\u00a0"), match.group(1)
    return (text, "") if label else None


def _bracketed(tail: str) -> re.Match[str] | None:
    """The credit in the outermost brackets that close the text."""
    for match in re.finditer(r"[\[(]", tail):
        if credit := _BRACKETED.match(tail, match.start()):
            return credit
    return None


def _caption_above(paras: list[Para], index: int) -> Para | None:
    """The caption over a credit that stands on a line of its own.

    It is the paragraph before it if the two touch and other paragraphs of the file do not; or if it opens the file and
    a headline still follows; or if the byline or the date came before it.
    """
    if index == 0 or paras[index - 1].role:
        return None
    above, rest = paras[index - 1], [para for para in paras[index + 1 :] if not para.role]
    if above.level:
        return None
    blanks_elsewhere = any(not para.close for para in paras[1:])
    if paras[index].close and blanks_elsewhere:
        return above
    if index == 1 and rest and is_title_like(rest[0].text):
        return above
    return above if index > 1 and paras[index - 2].role in ("byline", "date") else None


def _start(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rstrip() + " …"
