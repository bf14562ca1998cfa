"""Draws the card of a page: its headline on paper, as big as it fits, under its kicker and over the site's name."""

import io
from itertools import pairwise
from typing import NamedTuple

from PIL import Image, ImageDraw

from media.cards.faces import SANS, SetText, font, settable

RECIPE = 2  # raise it when cards are to be drawn differently: every address changes
WIDTH, HEIGHT = 1200, 630  # pixels; what the networks ask for
# --paper, --ink, --ink-2, --spruce and --rule of tokens.css in the light.
PAPER, INK, INK_2, SPRUCE, RULE = "#fcfcfa", "#15191a", "#4f575a", "#0a5a46", "#d5d9d5"
EDGE, TOP, KICKER_AT, HEAD_AT, FOOT_AT = 80, 48, 86, 154, 556
WITHIN = WIDTH - 2 * EDGE
SIZES = range(112, 43, -4)
CUT_AT = 76  # the size from which on a word that is longer than the card is cut
MOST_LINES = 6
ACCENTS = 0.3  # of the size: what stands over capitals and under the last line
LABEL = 30
# Lines of these faces need more room: their letters reach further up and down.
LEADING = {"arabic": 1.5, "hebrew": 1.25, "cyrillic-greek": 1.2}


class CardWords(NamedTuple):
    """What a card says; any of it may be "". `is_rtl` says that its language runs from right to left.

    A headline in letters that our faces lack, such as Chinese, stays out: then the site's name stands large, with what
    else can be set.
    """

    headline: str
    kicker: str
    desk: str
    site: str
    is_rtl: bool = False
    byline: str = ""


def largest(words: CardWords) -> str:
    """What stands large on the card: the headline where our faces have its letters, else the site's name or the desk's.

    "" where they have those of none, and no card is drawn.
    """
    return next((each for each in (words.headline, words.site, words.desk) if settable(each) is not None), "")


def can_draw(words: CardWords) -> bool:
    """Whether our faces have the letters of the headline, or of the site's name or the desk's."""
    return bool(largest(words))


def png(words: CardWords) -> bytes:
    """The card as a PNG of 1200 by 630 pixels. Raises ValueError where it can't be drawn."""
    headline = settable(largest(words))
    if headline is None:
        raise ValueError("No typeface of ours has the letters of any of these words.")
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((EDGE, TOP, WIDTH - EDGE, TOP + 9), fill=INK)  # the Oxford rule, a sheet's edge
    draw.rectangle((EDGE, TOP + 14, WIDTH - EDGE, TOP + 15), fill=INK)
    _label(draw, words.kicker, KICKER_AT, SPRUCE, at_end=words.is_rtl, is_rtl=words.is_rtl)
    _headline(draw, headline, words.is_rtl)
    draw.rectangle((EDGE, FOOT_AT - 18, WIDTH - EDGE, FOOT_AT - 17), fill=RULE)
    _label(draw, words.site, FOOT_AT, INK, at_end=words.is_rtl, is_rtl=words.is_rtl, most=WITHIN * 0.4)
    _label(draw, _signed(words), FOOT_AT, INK_2, at_end=not words.is_rtl, is_rtl=words.is_rtl, most=WITHIN * 0.55)
    held = io.BytesIO()
    image.quantize(64).save(held, "PNG", optimize=True)
    return held.getvalue()


def _signed(words: CardWords) -> str:
    """The desk, where the kicker does not say it, and who signed; without what can't be set together with the rest."""
    parts = [part for part in (words.desk if words.desk != words.kicker else "", words.byline) if settable(part, SANS)]
    whole = " · ".join(parts)
    return whole if settable(whole, SANS) else "".join(parts[:1])


def _headline(draw: ImageDraw.ImageDraw, headline: SetText, is_rtl: bool) -> None:
    """Set the headline as big as it fits, its lines of nearly one length, in the middle of its space."""
    size, lines = _fitted(headline)
    leading = size * LEADING.get(headline.face, 1.12)
    room = FOOT_AT - 30 - HEAD_AT
    at = HEAD_AT + (room - leading * len(lines)) / 2 + leading / 2
    for number, line in enumerate(lines):
        _words(draw, line, at + number * leading, headline.face, size, INK, at_end=is_rtl, is_rtl=is_rtl)


def _fitted(headline: SetText) -> tuple[int, list[str]]:
    """(size in pixels, lines) of the biggest setting that fits; of the smallest, cut, where none does."""
    room = FOOT_AT - 30 - HEAD_AT
    lines: list[str] = []
    size = most = 0
    for size in SIZES:
        leading = size * LEADING.get(headline.face, 1.12)
        lines, most = _broken(headline, size, WITHIN), int((room - ACCENTS * size) / leading)
        is_whole = size <= CUT_AT or all(_length(headline.face, size, word) <= WITHIN for word in headline.text.split())
        if is_whole and len(lines) <= min(most, MOST_LINES):
            return size, _balanced(headline, size, len(lines))
    return size, [*lines[: most - 1], f"{lines[most - 1]} …"]


def _balanced(headline: SetText, size: int, number: int) -> list[str]:
    """The headline in so many lines, broken as narrow as that allows, so that the last is no widow."""
    longest = max(_length(headline.face, size, word) for word in headline.text.split())
    narrow, wide = min(int(longest) + 1, WITHIN), WITHIN
    while narrow < wide:
        middle = (narrow + wide) // 2
        if len(_broken(headline, size, middle)) <= number:
            wide = middle
        else:
            narrow = middle + 1
    return _broken(headline, size, wide)


def _broken(headline: SetText, size: int, width: int) -> list[str]:
    """The words in lines of at most `width` pixels; a longer word is cut."""
    lines: list[str] = []
    for word in headline.text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _length(headline.face, size, longer) <= width:
            lines[-1] = longer
        else:
            lines += _cut(headline.face, size, word, width)
    return lines


def _cut(face: str, size: int, word: str, width: int) -> list[str]:
    """A word in pieces that are not wider."""
    if _length(face, size, word) <= width:
        return [word]
    cuts = [0]
    for end in range(1, len(word) + 1):
        if end - cuts[-1] > 1 and _length(face, size, word[cuts[-1] : end]) > width:
            cuts.append(end - 1)
    return [word[start:end] for start, end in pairwise([*cuts, len(word)])]


def _label(draw, text, at, colour, *, at_end, is_rtl, most=WITHIN):
    """A line of small letters whose middle is under `at`, shortened where it would be longer than `most` pixels."""
    found = settable(text, SANS)
    if found is None:
        return
    words = found.text
    while _length(found.face, LABEL, words) > most:
        words = words.rstrip(" …")[:-1] + "…"
    _words(draw, words, at + LABEL / 2, found.face, LABEL, colour, at_end=at_end, is_rtl=is_rtl)


def _words(draw, words, middle, face, size, colour, *, at_end, is_rtl):
    """A line at the card's left or right edge, the middle of its letters at `middle`."""
    place = (WIDTH - EDGE if at_end else EDGE, middle)
    direction = "rtl" if is_rtl else "ltr"
    draw.text(place, words, fill=colour, font=font(face, size), anchor="rm" if at_end else "lm", direction=direction)


def _length(face: str, size: int, words: str) -> float:
    return font(face, size).getlength(words)
