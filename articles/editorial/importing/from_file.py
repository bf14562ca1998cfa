"""Beginning stories with a file that somebody has: plain text, a Word document, or a mail that was saved."""

from collections.abc import Callable
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from articles.editorial.importing.import_story import import_stories
from articles.editorial.importing.outcome import Wishes
from articles.editorial.importing.run import run
from articles.editorial.refusals import Refusal
from articles.exchange.documents.docx import read_docx
from articles.exchange.documents.eml import read_eml
from articles.exchange.incoming import Reading, UnreadableExport
from articles.exchange.mapping import NameMapping
from articles.models.article import Article
from articles.models.user import User
from articles.text.body.limits import CHARACTERS_AT_MOST
from articles.text.wire import UnreadableStory

TEXTS = (".txt", ".text", ".md")
DOCUMENTS: dict[str, Callable[[Path], Reading]] = {
    ".docx": lambda path: read_docx([path]),
    ".eml": lambda path: read_eml([path], zone=timezone.get_default_timezone()),
}
ENDINGS = (*TEXTS, *DOCUMENTS)
TEXT_AT_MOST = 4 * CHARACTERS_AT_MOST  # bytes


class UnknownFile(Refusal):
    """A file of another kind."""

    sentence = gettext_lazy("A story can be begun with a text (.txt), a Word document (.docx) or a mail (.eml).")


class UnreadableFile(Refusal):
    """A file without a story in it; the sentence says why."""


def stories_of_file(path: Path, name: str, *, by: User) -> tuple[list[Article], list[str]]:
    """(the drafts made of the stories in a file, what to know about them, as sentences). People call it by `name`.

    A mail that came before is the draft that it became. Raises UnknownFile, UnreadableFile, and what importing does.
    """
    ending = path.suffix.lower()
    if ending in TEXTS:
        if path.stat().st_size > TEXT_AT_MOST:
            raise UnreadableFile(gettext("The text is longer than a book. Divide it into several stories."))
        return stories_of_text(path.read_bytes(), by=by)
    if ending not in DOCUMENTS:
        raise UnknownFile
    articles: dict[int, Article] = {}
    notes: list[str] = []
    try:
        for step in run(DOCUMENTS[ending](path), Wishes(by=by, mapping=NameMapping(desk=""))):
            notes += [note.words for note in step.outcome.notes]
            if step.outcome.article is not None:
                articles[step.outcome.article.pk] = step.outcome.article
    except UnreadableExport as error:
        raise UnreadableFile(str(error).replace(path.name, name)) from error
    if not articles:
        raise UnreadableFile(" ".join(notes).replace(path.name, name))
    return list(articles.values()), list(dict.fromkeys(notes))


def stories_of_text(data: bytes, *, by: User) -> tuple[list[Article], list[str]]:
    """The same of plain text, as it comes by wire or mail."""
    try:
        imported = import_stories(data, by=by)
    except UnreadableStory as error:
        raise UnreadableFile(str(error)) from error
    return [each.article for each in imported], [note for each in imported for note in each.notes]
