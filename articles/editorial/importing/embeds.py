"""What is asked of a provider when an editor embeds an address: words for the story, a poster for the library."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.editorial.permissions import may_write, require
from articles.editorial.refusals import Refusal
from articles.exchange.fetching import Fetcher, NotFetched
from articles.exchange.oembed import Said, ask_provider
from articles.models.person import Person
from articles.models.user import User
from articles.text.body.elements.embeds import Embed, embed_of
from articles.text.languages.folding import fold
from media import ingest
from media.models import Photo
from media.refusals import PhotoRefusal


class NoEmbed(Refusal):
    """An address that nothing is known to embed."""


@dataclass(frozen=True)
class Known:
    """What is known of an embed: attributes of its block, poster, a post's lines with who said them; a sentence."""

    attributes: dict[str, str]
    sentence: str
    poster: Photo | None = None
    lines: tuple[str, ...] = ()
    attribution: str = ""
    person: Person | None = None


def know_embed(address: str, *, by: User) -> Known:
    """Ask the provider of an address what it is, unless that is switched off; nothing but a poster is written.

    Where nothing is to be had the link stays as it is, and the sentence says why. Raises Forbidden and NoEmbed.
    """
    require(may_write(by), _("embed something"))
    embed = embed_of(address)
    if embed is None:
        raise NoEmbed(_("This is no address of a film, sound, chart or post that can be embedded."))
    provider = {"provider": embed.provider.label}
    if not settings.ASK_EMBEDS:
        return Known({}, _("Nothing is asked of %(provider)s here. The link stays as it is.") % provider)
    if not embed.provider.oembed:
        return Known({}, _("%(provider)s says nothing to strangers. The link stays as it is.") % provider)
    try:
        said = ask_provider(embed, Fetcher)
    except NotFetched:
        return Known({}, _("%(provider)s said nothing. The link stays as it is.") % provider)
    return _known(embed, said, by)


def _known(embed: Embed, said: Said, by: User) -> Known:
    """What a provider said, for the story."""
    poster = _poster(embed, said, by)
    given = {"data-title": said.title, "data-author": said.author, "data-ratio": said.ratio}
    if poster is not None:
        given |= {"data-photo": str(poster.pk), "data-credit": _credit(embed, said)}
    return Known(
        attributes={name: value for name, value in given.items() if value},
        sentence=_sentence(embed, said) % {"provider": embed.provider.label},
        poster=poster,
        lines=said.lines,
        attribution=_attribution(embed, said) if said.lines else "",
        person=_person(said.author) if said.lines and said.author else None,
    )


def _sentence(embed: Embed, said: Said) -> str:
    """What an editor is told of what came, and what to do: posts vanish, so their words belong in the story."""
    if said.lines:
        return _("%(provider)s said whose it is; its words stand above it as a quote.")
    if embed.provider.is_post:
        return _("%(provider)s did not give its words. Write them above it as a quote: posts vanish.")
    return _("%(provider)s said what it is; readers load it when they ask for it.")


def _poster(embed: Embed, said: Said, by: User) -> Photo | None:
    """The poster as a photo of the library, decoded and with its credit; None where it is no picture."""
    if said.poster is None or not by.has_perm("media.add_photo"):
        return None
    credit, name = _credit(embed, said), embed.provider.name
    try:
        return ingest.ingest(said.poster, by=by, credit=credit, decorative=True, file_name=name)
    except (PhotoRefusal, ValidationError):
        return None


def _credit(embed: Embed, said: Said) -> str:
    """Whose the poster is."""
    return ", ".join(part for part in (said.author, embed.provider.label) if part)


def _attribution(embed: Embed, said: Said) -> str:
    """Who said a post, where and when."""
    day = date_format(said.day, "DATE_FORMAT") if said.day else ""
    return ", ".join(part for part in (said.author, embed.provider.label, day) if part)


def _person(name: str) -> Person | None:
    """The one person of the directory who is called so; nobody is added to it."""
    found = list(Person.objects.called(fold(name))[:2])
    return found[0] if len(found) == 1 else None
