"""Scores what becomes of HTML from the clipboard: words lost or leaked, structure, what is said to be left out."""

import json
import re
from difflib import SequenceMatcher
from html.parser import HTMLParser

from articles.text.paste.clipboard_html import read_clipboard_html
from tests.accuracy.scores import CORPUS, compared, none_of, summed

KINDS = {"deletions", "comments", "footnotes", "pictures", "tables"}  # of what did not come in
_UNSEEN = re.compile("\u00ad")
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+−", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+−", strict=True))
# A row of a table is a line, as the labels have it, which are older than tables in a body; so are smaller subheads.
_BLOCKS = {"p": "p", "h2": "h2", "h3": "h2", "li": "li", "tr": "p", "caption": "p"}
_MARKS = ("a", "strong", "em", "sup", "sub")
_SIGNS = re.compile(r"[|·•]+")  # what may part the cells of a table that has become a line


def score(corpus=CORPUS):
    """The Scores of `pastes` in a corpus folder, by kind and language."""
    cases = sorted((corpus / "pastes").glob("*.html"))
    return summed(score for case in cases for score in _scores(case.stem, case.read_text("utf-8"), labels_of(case)))


def labels_of(case):
    """The labels of an HTML file, which stand beside it."""
    return json.loads(case.with_suffix(".json").read_text("utf-8"))


def _scores(name, source, labels):
    language = labels["language"]
    clipping = read_clipboard_html(source)
    pasted = read(clipping.html)
    wanted, given = ([word for line in lines for word in _words(line)] for lines in (labels["words"], pasted.words))
    lost, leaked = _differences(wanted, given)
    leaked += [part for part in labels["leaked"] if part in " ".join(given) and part not in " ".join(wanted)]
    yield none_of("words lost", language, tried=len(wanted), faults=[f"{name} lost: {words}" for words in lost])
    yield none_of("words leaked", language, tried=len(given), faults=[f"{name} leaked: {words}" for words in leaked])
    yield compared("structure", language, wanted=labels["structure"], given=pasted.structure, where=name)
    left_out = {kind: number for kind, number in clipping.left_out.items() if kind in KINDS and number}
    arrived = {"tables": clipping.html.count("<table>")}
    expected = {kind: number - arrived.get(kind, 0) for kind, number in labels["left_out"].items()}
    wanted_out = {kind: number for kind, number in expected.items() if number > 0}.items()
    yield compared("left out", language, wanted=wanted_out, given=left_out.items(), where=name)


def _differences(wanted, given):
    """(runs of words that are only in the first list, those only in the second), where both are in order."""
    steps = [step for step in SequenceMatcher(None, wanted, given, autojunk=False).get_opcodes() if step[0] != "equal"]
    lost = [" ".join(wanted[start:end]) for _, start, end, _, _ in steps if start < end]
    return lost, [" ".join(given[start:end]) for _, _, _, start, end in steps if start < end]


def _words(line):
    line = re.sub(r"(?<=[_^])[−–]", "-", line)
    return [word for word in line.replace("−", "-").split() if not _SIGNS.fullmatch(word)]


def read(html):
    """The words and the structure of cleaned HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Reads a body's vocabulary: `words` has a line a block, `structure` its blocks and marks.

    Digits set above the line are written ^6 and those below it _2, whether by a mark or by their own signs.
    """

    def __init__(self):
        super().__init__()
        self.words, self.structure = [], []
        self._open, self._marks, self._said, self._text = [], [], [], ""

    def handle_starttag(self, tag, attrs):
        if tag in ("br", "hr"):
            self._text += " "
        elif tag in _MARKS:
            self._marks.append((dict(attrs).get("href"), len(self._text)))
        else:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in _MARKS:
            self._close_mark(tag, *self._marks.pop())
        elif tag in ("td", "th"):
            self._open.pop()
            self._text += " "
        elif tag not in ("br", "hr"):
            if tag in _BLOCKS:
                self._close_block()
            self._open.pop()

    def handle_data(self, data):
        data = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+", lambda run: "^" + "".join(map(_RAISED.get, run[0])), data)
        self._text += re.sub("[₀₁₂₃₄₅₆₇₈₉₊₋]+", lambda run: "_" + "".join(map(_LOWERED.get, run[0])), data)

    def _close_mark(self, tag, href, start):
        words = " ".join(self._text[start:].split())
        if tag in ("sup", "sub"):
            sign = "^" if tag == "sup" else "_"
            raised = sign if any(letter.isdigit() for letter in words) else ""
            self._text = self._text[:start] + raised + self._text[start:]
        else:
            self._said.append(f"a {href}: {words}" if tag == "a" else f"{tag}: {words}")

    def _close_block(self):
        text = _UNSEEN.sub("", " ".join(self._text.split()))
        if text:
            self.words.append(text)
            self.structure += [f"{self._kind()}: {' '.join(text.split()[:3])}", *self._said]
        self._text, self._said = "", []

    def _kind(self):
        around = [tag for tag in self._open if tag in ("ul", "ol", "blockquote")]
        if not around:
            return _BLOCKS[self._open[-1]]
        return "blockquote" if around[-1] == "blockquote" else f"{around[-1]} li"
