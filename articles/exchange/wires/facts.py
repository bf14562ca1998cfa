"""What the formats of agencies have in common: moments, statuses, who signed."""

from datetime import datetime, tzinfo

from articles.exchange.incoming import Author, Status
from articles.text.wire.bylines import parse_byline

# After its scheme: "stat:usable", "usable".
_STATUSES = {
    "usable": Status.PUBLISHED,
    "embargoed": Status.PUBLISHED,  # from the moment that it names on
    "withheld": Status.DRAFT,
    "canceled": Status.CANCELED,
    "cancelled": Status.CANCELED,
}


def status_of(words: str) -> Status:
    """What an item is; without a word it is usable, as the IPTC says."""
    return _STATUSES.get(words.rpartition(":")[2].lower() or "usable", Status.DRAFT)


def moment_of(words: str, zone: tzinfo) -> datetime | None:
    """A moment in ISO 8601, basic or extended, with or without an offset; None where it is none."""
    try:
        at = datetime.fromisoformat(words.strip())
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=zone)


def authors_of(line: str) -> tuple[Author, ...]:
    """Who signed, of a line such as "Von Ada Diaz, dpa"; all of it as one name where it says no names."""
    line = " ".join(line.split())
    if not line:
        return ()
    parsed = parse_byline(line) or parse_byline(f"By {line}")
    names = parsed.names if parsed and parsed.names else [line]
    return tuple(Author(name, name) for name in names)
