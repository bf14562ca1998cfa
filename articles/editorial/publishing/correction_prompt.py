"""Updating a live story: whether readers are told of the change, and in which words."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.editorial.refusals import Refusal
from articles.editorial.writing.drafts import snapshot
from articles.embargo import live
from articles.models.revision import Revision
from articles.text.compare.facts import DATE, NAME, NUMBER, QUOTE, Telling, Touched, touched

NO_NOTICE = "none"
MOST_DRAFTED = 6  # sentences; whoever changed more writes better than we do


class NoticeNeeded(Refusal):
    """An update of a live story touches facts, and nobody has said whether readers are told; `touched` says which."""

    def __init__(self, facts, at):
        """Name the facts."""
        super().__init__(
            f"Not published yet: it changes what readers were told ({spoken(facts)}). "
            "Open the story and say whether that is a correction, a clarification, or needs no notice."
        )
        self.at = at


def touched_by(article, now):
    """What publishing the working copy would tell otherwise than readers see it at `now`: Touched facts, in order.

    Empty while the story is not live.
    """
    public = Revision.objects.filter(live(now, "editions__"), article=article).first()
    return touched(_telling(public.snapshot), _telling(snapshot(article))) if public else []


def drafted(facts: list[Touched], language):
    """The words of a note on touched facts, to begin with: a sentence each, in the story's language."""
    with override(language):
        return " ".join(dict.fromkeys(_sentence(each) for each in facts[:MOST_DRAFTED]))


def spoken(facts):
    """Touched facts for colleagues: "12 → 14; Ada Diaz → nothing"."""
    return "; ".join(f"{each.before} → {each.after or 'nothing'}" for each in facts)


def _sentence(fact):
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


def _telling(state):
    """The words of a snapshot in which it tells its facts."""
    return Telling(state["headline"], state["dek"], state["body"], state["language"])
