"""What every verb leaves behind: a line in the log with the id of its request, and a count by name and outcome."""

import logging
from typing import Any

from newsroom.seeing.tally import tally

logger = logging.getLogger("newsroom.verbs")


def note_verb(*, verb: str, article_id: int | None, by_id: int | None, seconds: float, outcome: str, **_: Any) -> None:
    """Note a verb that has ended (`verb_ended`)."""
    tally.add("verbs", verb, outcome)
    tally.add("verb_seconds", verb, by=seconds)
    facts = {"verb": verb, "story": article_id, "by": by_id, "outcome": outcome, "ms": round(seconds * 1000, 1)}
    logger.info("%(verb)s story=%(story)s by=%(by)s %(outcome)s ms=%(ms)s", facts, extra={"facts": facts})
