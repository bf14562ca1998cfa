"""Whether an update of a live story is a correction: which facts it changes, and in which words readers are told."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.editorial.publishing.prepared_text import PreparedText
from articles.editorial.refusals import Refusal
from articles.embargo import live
from articles.models.article import Article
from articles.models.revision import Revision
from articles.text.compare.facts import DATE, NAME, NUMBER, QUOTE, ChangedFact, StoryText

NO_CORRECTION = "none"
MOST_DRAFTED = 6  # sentences; somebody who changed more writes a better note than we do


class CorrectionUndecided(Refusal):
    """An update of a live story changes facts, and nobody has decided whether that is a correction.

    `at` is when it was to go live, or None.
    """

    def __init__(self, facts: list[ChangedFact], at: datetime | None) -> None:
        super().__init__(
            f"Not published yet: it changes what readers were told ({facts_as_text(facts)}). "
            "Open the story and say whether that is a correction, a clarification, or needs no notice."
        )
        self.at = at


def changed_facts(article: Article, now: datetime, text: PreparedText | None = None) -> list[ChangedFact]:
    """The facts that readers see at `now` and publishing the working copy would change, in order.

    Empty while the story is not live.
    """
    public = Revision.objects.filter(live(now, "editions__"), article=article).first()
    if public is None:
        return []
    text, before = text or PreparedText(), public.snapshot
    return text.compare(
        StoryText(before["headline"], before["dek"], text.read(before["body"]), before["language"]),
        StoryText(article.headline, article.dek, text.read(article.body), article.language),
    )


def draft_correction(facts: list[ChangedFact], language: str) -> str:
    """The words of a note on changed facts, to begin with: a sentence each, in the story's language."""
    with override(language):
        return " ".join(dict.fromkeys(_sentence(each) for each in facts[:MOST_DRAFTED]))


def facts_as_text(facts: list[ChangedFact]) -> str:
    """Changed facts for colleagues: "12 → 14; Ada Diaz → nothing"."""
    return "; ".join(f"{each.before} → {each.after or 'nothing'}" for each in facts)


def _sentence(fact: ChangedFact) -> str:
    """What an earlier edition said, and what is so."""
    said = {"before": fact.before.rstrip(",."), "after": fact.after.rstrip(",.")}
    if not fact.after:
        gone = {
            NUMBER: _("An earlier version of this story gave a number, %(before)s, that could not be upheld."),
            NAME: _("An earlier version of this story named %(before)s in error."),
            DATE: _("An earlier version of this story gave a date, %(before)s, that could not be upheld."),
            QUOTE: _("An earlier version of this story contained a quote that could not be upheld: “%(before)s”"),
        }
        return gone[fact.kind] % said
    changed = {
        NUMBER: _("An earlier version of this story misstated a number: it is %(after)s, not %(before)s."),
        NAME: _("An earlier version of this story misstated a name: it is %(after)s, not %(before)s."),
        DATE: _("An earlier version of this story misstated a date: it is %(after)s, not %(before)s."),
        QUOTE: _("An earlier version of this story misquoted: what was said is “%(after)s”, not “%(before)s”."),
    }
    return changed[fact.kind] % said
