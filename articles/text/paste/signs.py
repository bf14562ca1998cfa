"""Signs that are pictures or borrowed letters: emoji drawn as images, and fonts whose letters are arrows and ticks."""

import re

from lxml import html

from articles.text.paste.clipboard_styles import Style

_FIRST_SYMBOL = "\u2190"  # arrows, signs and emoji stand from here on
_FILE = re.compile(r"/(?:emoji_)?u?([0-9a-f]{2,6}(?:[-_][0-9a-f]{2,6}){0,9})\.\w+(?:\?|\Z)", re.IGNORECASE)
_SIGN_FONT = re.compile(r"['\"\s]*(wingdings|webdings|symbol)\s*['\"]?\s*(?:,|\Z)")
_BORROWED = re.compile("[\uf020-\uf0ff]")  # where Word puts the signs of such fonts
_WINGDINGS = dict(
    zip(
        "àßáâäåæèÜØJKLüûþýlnoqr§¨vwxy*()",
        "→←↑↓↗↙↘➔➲➢☺😐☹✓✗☑☒●■□❑❒▪◻❖◆☒☑✉☎✆",
        strict=True,
    )
)
_SYMBOL = dict(
    zip(
        "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYWVJj£³¹»¥Ö®¬«Î±°´·¸å×¶ò",
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςϑϕ≤≥≠≈∞√→←↔∈±°×·÷∑⋅∂∫",
        strict=True,
    )
)
_FONTS = {"wingdings": _WINGDINGS, "webdings": {}, "symbol": _SYMBOL}


def say_emoji(image: html.HtmlElement) -> bool:
    """Put the emoji that a picture is in its place, by its words or by its file's name; says whether it is one."""
    alt = image.get("alt", "").strip()
    emoji = alt if _is_emoji(alt) else _from_file(image)
    if emoji:
        image.tag, image.text = "span", emoji
    return bool(emoji)


def _is_emoji(words: str) -> bool:
    return 0 < len(words) <= 12 and min(words) >= _FIRST_SYMBOL and not any(sign.isalpha() for sign in words)


def _from_file(image: html.HtmlElement) -> str:
    """The emoji whose numbers an emoji's file is named after: emoji/72x72/1f1fa-1f1e6.png."""
    source = image.get("src", "")
    found = _FILE.search(source) if "emoji" in source or "emoji" in image.get("class", "") else None
    if not found:
        return ""
    numbers = [int(number, 16) for number in re.split("[-_]", found[1])]
    emoji = "".join(chr(number) for number in numbers if number < 0x110000)
    return emoji if _is_emoji(emoji) or (len(emoji) > 1 and emoji.endswith("\u20e3")) else ""


def say_borrowed_signs(element: html.HtmlElement, style: Style) -> None:
    """Put the signs that a font of signs shows in place of its letters."""
    named = style.get("mso-symbol-font-family") or style.get("font-family", "")
    font = _SIGN_FONT.match(named)
    if font and element.text:
        signs = _FONTS[font[1]]
        letters = _BORROWED.sub(lambda borrowed: chr(ord(borrowed[0]) - 0xF000), element.text)
        element.text = "".join(signs.get(letter, letter) for letter in letters)
