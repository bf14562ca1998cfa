"""Whether a story's words are finished: placeholders, slips, and what was never meant for readers."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby, islice
from typing import NamedTuple

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from articles.editorial.readiness.findings import Finding, Spot, short
from articles.editorial.writing.working_copy import HEADLINES_FOR_PLACES
from articles.models.article import Article
from articles.models.house_word import house_words
from articles.text.body.attributes import PULL
from articles.text.body.body import Body
from articles.text.body.nodes import Node, is_note, line_text
from articles.text.checks.contacts import find_mail_addresses, find_telephone_numbers
from articles.text.checks.doubled_words import find_doubled_words
from articles.text.checks.house_words import Slip, find_slips
from articles.text.checks.links import find_unmade_links
from articles.text.checks.passage import Passage
from articles.text.checks.placeholders import find_placeholders
from articles.text.instructions.lines import kinds_of
from articles.text.languages.guess_language import other_language

SAID_BESIDE = ("data-attribution", "data-credit")  # what readers are told of a quotation or a photo
MOST = 20  # findings of one kind; who has more will not read them one by one


class Text(NamedTuple):
    """A text of the working copy, and where it is: a field, a block of the body, or the caption of a photo there."""

    field: str
    words: str
    block: int | None = None
    photo: int | None = None
    start: int = 0  # in `Body.text`

    def spot(self, passage: Passage) -> Spot:
        """Where a passage of it is."""
        part = "" if self.photo is None else "caption"
        return Spot(words=passage.words, block=self.block, photo=self.photo, part=part)

    def finding(self, passage: Passage, sentence: str) -> Finding:
        """What was found of a passage; the sentence has a place for its words."""
        return Finding(self.field, sentence % {"words": short(passage.words)}, self.spot(passage))


def texts_of(article: Article, body: Body) -> Iterator[Text]:
    """Every text of the working copy that readers see, in page order."""
    for name in ("headline", *HEADLINES_FOR_PLACES):
        yield Text(name, getattr(article, name))
    yield Text("dek", article.dek)
    for number, block in enumerate(body.blocks):
        yield Text("body", block.text, block=number, start=block.start)
    figures = (node for node in body.nodes if node.tag == "figure")
    for number, figure in enumerate(figures):
        yield Text("body", line_text(figure.lines[0]), photo=number)
    for node in body.nodes:
        for note in _notes_of(node):
            yield Text("body", note)
        for name, words in node.attributes:
            if name in SAID_BESIDE:
                yield Text("body", words)
    yield Text("lead_caption", article.lead_caption)
    yield Text("lead_credit", article.lead_credit)


def _notes_of(node: Node) -> Iterator[str]:
    """The words of each footnote of a block."""
    for line in node.lines:
        for are_notes, runs in groupby(line, is_note):
            if are_notes:
                yield line_text(tuple(runs))


def words_are_there(article: Article, body: Body) -> Iterator[Finding]:
    """What is still to come is no text; a house may keep a word that only looks like it (“TK → TK”)."""
    found = [
        (text, each) for text in texts_of(article, body) for each in find_placeholders(text.words, article.language)
    ]
    meant = {word.right for word in house_words() if word.right == word.wrong} if found else ()
    places = Counter((text.field, each.words) for text, each in found if each.words not in meant)
    first = {(text.field, each.words): (text, each) for text, each in reversed(found)}
    for place, count in islice(places.items(), MOST):
        text, passage = first[place]
        if count == 1:
            yield text.finding(passage, _("“%(words)s” is a placeholder: something is still to come."))
        else:
            said = _("“%(words)s” is a placeholder, in {count} places: something is still to come.")
            yield text.finding(passage, said.format(count=count))


def words_stand_once(article: Article, body: Body) -> Iterator[Finding]:
    """A word that stands twice in a row is a slip."""
    sentence = _("“%(words)s”: the same word stands twice.")
    found = (
        (text, each) for text in texts_of(article, body) for each in find_doubled_words(text.words, article.language)
    )
    for text, passage in islice(found, MOST):
        yield text.finding(passage, sentence)


def contacts_are_meant(article: Article, body: Body) -> Iterator[Finding]:
    """Telephone numbers and mail addresses come in with releases and mails; readers may have no business with them."""
    mail = _("“%(words)s” is a mail address. Is it meant for readers?")
    telephone = _("“%(words)s” is a telephone number. Is it meant for readers?")
    for text in texts_of(article, body):
        for passage in islice(find_mail_addresses(text.words), MOST):
            yield text.finding(passage, mail)
        for passage in islice(find_telephone_numbers(text.words), MOST):
            yield text.finding(passage, telephone)


def lines_are_for_readers(article: Article, body: Body) -> Iterator[Finding]:
    """Signatures, credits of agencies, notes to editors and their like are left in the text by mistake."""
    sentence = _("“%(words)s” reads like a line for editors, and readers would see it.")
    blocks = [Text("body", each.text, number) for number, each in enumerate(body.blocks) if each.kind in ("p", "h2")]
    kinds = kinds_of([text.words for text in blocks], [False] * len(blocks))
    found = (text for text, kind in zip(blocks, kinds, strict=True) if kind)
    for text in islice(found, MOST):
        yield text.finding(Passage(0, len(text.words), text.words), sentence)


def links_were_made(article: Article, body: Body) -> Iterator[Finding]:
    """A link that some program made of a missing space leads readers to somebody else's pages."""
    for number, words in islice(find_unmade_links(body), MOST):
        said = _("“%(words)s” is a link that nobody seems to have made. Is a space missing?") % {"words": words}
        yield Finding("body", said, Spot(words=words, block=number))


def pulls_repeat_the_story(article: Article, body: Body) -> Iterator[Finding]:
    """Words that are shown large are words of the story: a pull that was made up, or left as it was, misquotes it."""
    story = _letters("".join(block.text for block in body.blocks if block.kind != PULL))
    for number, block in enumerate(body.blocks):
        for line in block.text.split("\n") if block.kind == PULL else ():
            if _letters(line) not in story:
                said = _("“%(words)s” is shown large, and stands nowhere in the text like this.")
                yield Finding("body", said % {"words": short(line)}, Spot(words=line, block=number))


def _letters(text: str) -> str:
    """The letters and figures of a text alone."""
    return "".join(filter(str.isalnum, text.casefold()))


def house_style_is_kept(article: Article, body: Body) -> Iterator[Finding]:
    """The house's own words and spellings; what somebody is quoted with stays theirs."""
    words = house_words()
    for text in texts_of(article, body) if words else ():
        for slip in islice(find_slips(text.words, article.language, words), MOST):
            sentence = slip_in_words(slip, is_quotation=is_quoted(text, slip.passage, body))
            yield Finding(text.field, sentence, text.spot(slip.passage))


def language_is_that_of_the_words(article: Article, body: Body) -> Iterator[Finding]:
    """Hyphens, quotation marks, screen readers and search go by a story's language, and it is easily left as it was."""
    found = other_language(body.plain_text, article.language)
    if found:
        names = {"found": found, "set": article.language}
        said = _("The words read as %(found)s, and the story's language says %(set)s.")
        yield Finding("language", said % {name: _name_of(code) for name, code in names.items()})


def _name_of(language: str) -> str:
    return str(get_language_info(language)["name_translated"])


def is_quoted(text: Text, passage: Passage, body: Body) -> bool:
    """Whether a passage of the body lies in somebody's quotation."""
    if text.block is None:
        return False
    start = text.start + passage.start
    return any(quote.start <= start < quote.end for quote in body.quotes)


def slip_in_words(slip: Slip, *, is_quotation: bool) -> str:
    """The sentence on a word that the house writes otherwise, in somebody's quotation or not."""
    if is_quotation and slip.right:
        said = _("“%(words)s” stands in a quotation; the house writes “%(right)s”%(reason)s.")
    elif is_quotation:
        said = _("“%(words)s” stands in a quotation; the house does not write it%(reason)s.")
    elif slip.right:
        said = _("The house writes “%(right)s”, not “%(words)s”%(reason)s.")
    else:
        said = _("The house does not write “%(words)s”%(reason)s.")
    reason = f" ({slip.reason})" if slip.reason else ""
    return said % {"words": slip.passage.words, "right": slip.right, "reason": reason}
