"""What web pages and mail programs put around a story: menus, buttons, share lines, advertisements, other stories."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from lxml import html

from articles.text.body.vocabulary import names_in
from articles.text.instructions.furniture.page_words import is_pages_sentence
from articles.text.instructions.line_words import RIGHTS
from articles.text.instructions.mail import MAIL
from articles.text.instructions.mail_words import WROTE
from articles.text.instructions.patterns import small
from articles.text.wire.frame.furniture import is_furniture_line

_CONTROLS = names_in("nav select textarea datalist option optgroup progress meter")
_ROLES = names_in(
    "navigation search contentinfo toolbar menu menubar menuitem tooltip alertdialog progressbar slider switch "
    "combobox listbox tab tablist searchbox scrollbar spinbutton timer"
)
_HEADINGS = names_in("h1 h2 h3 h4 h5 h6 summary dt legend")
_INLINE = names_in("span b strong i em u font small mark abbr time label sup sub cite code bdi ins")
# What a class or an id calls furniture whatever it holds; each is a whole word of it, or two in a row.
_SURE = names_in(
    "share sharing sharebar sharedaddy addtoany social-share social-links social-media newsletter advert advertisement "
    "advertising adslot adsbygoogle ad ads dfp cookie cookies consent gdpr breadcrumb breadcrumbs pagination pager "
    "related jp-relatedposts recirculation recirc taboola outbrain paywall navbar navbox skip-link skip-to editsection "
    "hatnote ambox catlinks promo promotion sponsored trending most-read most-popular read-more read-next read-also "
    "more-stories also-read see-also-box subscribe subscription signup sign-up kg-button kg-signup block-button "
    "block-buttons more-on gmail-attr cite-prefix "
    "comments-area comment-form comment-respond disqus author-bio post-navigation entry-utility backlink donate "
    "login register site-header site-footer site-nav masthead mw-jump noprint no-print print-none print-hidden "
    "hidden-print notprinted inline-template template-fact need-ref vcard-actions listen-button player-controls "
    "comments comment-list comments-list publi publicidad publicite publicidade werbung anzeige anzeigen "
    "annons annonser reklama reklam reklame comentarios commentaires kommentare kommentarer komentarze "
    "yorumlar compartir partager partage teilen dela udostepnij paylas lire-aussi voir-aussi "
    "relacionadas relacionados mas-leidas mas-leido mehr-zum weitere-artikel mest-last las-mer czytaj-takze "
    "czytaj-tez zobacz-tez ilgili-haberler read-also chytaite-takozh infolettre boletin nyhetsbrev suscribete "
    "abonnieren abonnez-vous cookie-banner cookie-consent share-bar"
)
# What counts only where most of its words are links or buttons.
_PERHAPS = names_in(
    "social menu nav navigation sidebar widget tag tags topics toc toolbar follow popular recommended recommendations "
    "banner footer more teaser links actions meta utility list-inline categories"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_PARTS = re.compile(r"[-_:/.]+")
_QUOTES = names_in("blockquote figure q")
_MOST = 0.75  # of a page's letters: what has more of them is the page
_LINKED = 0.5  # of an element's letters: what has more of them in links is a list of links
_LINE_AT_MOST = 160
_PASSED_AT_MOST = 50  # elements between a link that leads past them and where it leads
_LABELS = ("class", "id", "data-testid", "data-component", "data-type", "data-name", "data-module", "data-smartmail")
_ADVERTS = re.compile(
    r"advert|anzeige|werbung|publici|annons|reklam|реклам|إعلان|פרסומת|広告|广告|sponsor", re.IGNORECASE
)
_SKIPS = re.compile(
    r"skip|jump|zum (ende|inhalt)|direkt|.*überspringen|passer|aller|sauter|saltar|ir al|omitir|hoppa|gå till|"
    r"przejdź|pomiń|atla|.*(atla|geç)\b|пропустити|перейти|к содержанию|تخط|انتقل|דלג|スキップ|跳过",
    re.IGNORECASE,
)
_TO_THE_STORY = re.compile(
    r"content|main|article|story|text|inhalt|navigation|menü|menu|contenu|contenido|innehåll|treści|içeriğe|вмісту|змісту|المحتوى|תוכן",
    re.IGNORECASE,
)
# What may stand where such a link leads: "after newsletter promotion".
_BEHIND = re.compile(
    r"(after|end of|nach|ende|après|fin d|después de|efter|po|koniec|після|кінець|بعد|אחרי)\b", re.IGNORECASE
)
_BEHIND_AT_MOST = 40  # characters

_RIGHTS = re.compile(RIGHTS)
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")
_LISTS = frozenset({"ul", "ol", "div", "p"})
_BOXES = frozenset({"figure", "aside", "div", "section"})
_SIGNATURE = re.compile(
    r"(gmail|moz|apple|mail|outlook|ms|x|\w*yahoo|protonmail|zimbra|elementtoproof)[\w-]*signature[\w-]*|signature",
    re.IGNORECASE,
)
_BLOCKS = names_in("p div li section aside figure ul ol h2 h3 h4 h5 h6")
_LABELLED = _BLOCKS | {"form"}
_OF_PAGES = names_in("article header main time")  # no word processor writes these
_LEAVES = names_in("p div li h2 h3 h4 h5 h6")


def furniture_of(page: html.HtmlElement) -> set[html.HtmlElement]:
    """The outermost elements of a page that are furniture, each with all that it holds.

    Lines that are furniture by their words alone count where something else shows that this is a page.
    """
    measures = _measured(page)
    most = measures[page].letters * _MOST
    found: set[html.HtmlElement] = set()
    lines: list[html.HtmlElement] = []
    inside: set[html.HtmlElement] = set()
    for element in page.iterdescendants():
        if element in inside or not isinstance(element, html.HtmlElement):
            continue
        passed = [element] if _is_called_furniture(element, measures) else _passed_by(element)
        if passed and (element.tag in _CONTROLS or sum(measures[each].letters for each in passed) <= most):
            found.update(passed)
            inside.update(part for each in passed for part in each.iter())
        elif element.tag in _LEAVES and next(element.iterdescendants(_BLOCKS), None) is None:
            words = " ".join(element.text_content().split())
            is_line = words and len(words) <= _LINE_AT_MOST * 2 and any(map(str.isalnum, words))
            if is_line and _is_of_a_mail(element) and measures[element].letters < measures[page].letters:
                found.add(element)
            elif is_line and (is_furniture_line(words) or _is_pages_word(words)):
                lines.append(element)
    found |= {box for line in lines for box in _opened_by(line, measures) if measures[box].letters <= most}
    lines = [line for line in lines if line not in found and line.getparent() not in found]
    left = measures[page].letters - sum(measures[each].letters for each in found)
    if left <= 0:  # what was copied is that
        return set()
    if sum(measures[line].letters for line in lines) > left * _MOST:
        return found
    is_page = bool(found) or len(lines) > 1 or next(page.iter(*_OF_PAGES), None) is not None
    return found | {line for line in lines if is_page or line.find(".//a") is not None}


def _is_pages_word(words: str) -> bool:
    """Whether a line says whose the rights are, or is said by a house of itself to whoever reads it."""
    return _RIGHTS.match(small(words)) is not None or is_pages_sentence(words, apart=False)


class _Measure(NamedTuple):
    """How many letters an element has, and how many of them are links or buttons."""

    letters: int = 0
    linked: int = 0


Measures = Mapping[html.HtmlElement, _Measure]


def _measured(page: html.HtmlElement) -> Measures:
    """The measures of a page and all its elements, each counted once."""
    letters: dict[html.HtmlElement, int] = defaultdict(int)
    linked: dict[html.HtmlElement, int] = defaultdict(int)
    for element in reversed(list(page.iter())):  # children come before what holds them
        letters[element] += _letters(element.text)
        if element.tag in ("a", "button"):
            linked[element] = letters[element]
        outer = element.getparent()
        letters[outer] += letters[element] + _letters(element.tail)
        linked[outer] += linked[element]
    return {element: _Measure(letters[element], linked[element]) for element in page.iter()}


def _letters(words: str | None) -> int:
    return len("".join(words.split())) if words else 0


def _opened_by(line: html.HtmlElement, measures: Measures) -> list[html.HtmlElement]:
    """What a line such as "More on this" stands over: a list of links behind it, or the box that holds nothing else."""
    behind, box = line.getnext(), line.getparent()
    if behind is not None and behind.tag in _LISTS and _is_links(measures[behind]):
        return [line, behind]
    others = measures[box].letters - measures[line].letters
    is_rest = others > 0 and measures[box].linked - measures[line].linked >= others * _LINKED
    return [box] if box.tag in _BOXES and is_rest else []


def _is_of_a_mail(line: html.HtmlElement) -> bool:
    """Whether a line says who wrote the mail that is answered below it, and when."""
    words = small(" ".join(line.text_content().split()))
    return WROTE.fullmatch(words) is not None and (MAIL.search(words) or _HOUR.search(words)) is not None


def _passed_by(link: html.HtmlElement) -> list[html.HtmlElement]:
    """What a link "skip past this" leads past: all between the two, or the link alone; nothing for other links."""
    href = link.get("href", "") if link.tag == "a" else ""
    if not href.startswith("#") or not _SKIPS.match(link.text_content().strip()):
        return []
    part = link
    for around in link.iterancestors():
        near = islice(part.itersiblings(), _PASSED_AT_MOST)
        between = list(takewhile(lambda each: each.get("id") != href[1:], near))
        behind = (between or [part])[-1].getnext()
        if behind is not None and behind.get("id") == href[1:]:
            words = behind.text_content().strip()
            says_so = len(words) <= _BEHIND_AT_MOST and _BEHIND.match(words)
            return [part, *between, *([behind] if says_so else [])]
        part = around
    box = link.getparent()
    is_first = link.getprevious() is None and not (box.text or "").strip()
    return [box] if is_first and box.tag in _BOXES and not _TO_THE_STORY.search(link.text_content()) else [link]


def _is_called_furniture(element: html.HtmlElement, measures: Measures) -> bool:
    tag, role = element.tag, element.get("role", "")
    if tag in _CONTROLS or role in _ROLES:
        return True
    if next(element.iter("h1"), None) is not None:
        return False
    if tag in _LABELLED and _is_label_of_furniture(element.get("aria-label", "")):
        return True
    if tag == "button" or role == "button":
        return measures[element].letters > 0 and not _is_in_sentence(element)
    if tag == "footer" or role in ("banner", "contentinfo"):
        return next(element.iterancestors(_QUOTES), None) is None
    if (tag == "aside" or role == "complementary") and _is_links(measures[element]):
        return True
    named = _named(" ".join(filter(None, (element.get(name) for name in _LABELS))))
    if tag in _INLINE:
        return named == "sure" and not _is_in_sentence(element)
    return named == "sure" or (named == "perhaps" and _is_links(measures[element]))


def _is_label_of_furniture(label: str) -> bool:
    return any(map(str.isalnum, label)) and (_ADVERTS.match(label) is not None or is_furniture_line(label))


@lru_cache(maxsize=4096)
def _named(names: str) -> str:
    """How surely classes and an id speak of furniture: "sure", "perhaps" or ""."""
    for known, level in ((_SURE, "sure"), (_PERHAPS, "perhaps")):
        for name in names.split()[:40]:
            if _SIGNATURE.fullmatch(name):
                return "sure"
            words = list(_words_of(name))
            pairs = {"-".join(pair) for pair in pairwise(words)}
            if not known.isdisjoint(words) or not known.isdisjoint(pairs):
                return level
    return ""


def _words_of(name: str) -> Iterator[str]:
    """The words of a class in small letters: not of its parts with digits or a mix of cases, which machines make up."""
    for part in _PARTS.split(name):
        words = _WORD.findall(part)
        if (part.isalpha() and all(len(word) > 2 for word in words)) or part.islower() or part.isupper():
            yield from map(str.lower, words) if part.isalpha() else ()


def _is_in_sentence(element: html.HtmlElement) -> bool:
    """Whether words beside it make it one of them: a word explained in a sentence, a heading that opens a part."""
    outer, before = element.getparent(), element.getprevious()
    if outer.tag in _HEADINGS:
        return True
    words = (outer.text if before is None else before.tail) or ""
    return any(map(str.isalnum, element.tail or "")) or len(words.split()) > 2


def _is_links(measure: _Measure) -> bool:
    """Whether most of its words are links or buttons."""
    return measure.linked > 0 and measure.linked >= measure.letters * _LINKED
