"""Scores the reader of wires, mails and press releases: each field, the paragraphs, and what readers must not see."""

import json
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from articles.editorial.importing.parsed_story import fit_to_fields
from articles.text.wire import UnreadableStory, decode_story, parse_story, split_stories
from tests.accuracy.scores import CORPUS, compared, none_of, summed

ONE = ("headline", "dek", "place", "agency", "caption", "credit", "desk")
FIELDS = (*ONE, "bylines", "topics", "embargo")
RUN = 4  # so many words of a private line that stand together are no chance
SHORTEST_RUN = 6  # characters: fewer may stand anywhere
_SIGNS = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛ʼ`´′", "'") | dict.fromkeys("–—―−‑", "-"))


def score(corpus=CORPUS):
    """The Scores of `wires` in a corpus folder, by kind and language."""
    cases = sorted((corpus / "wires").glob("*.txt"))
    return summed(score for case in cases for score in _scores(case.stem, case.read_bytes(), labels_of(case)))


def labels_of(case):
    """The labels of a text file, which stand beside it."""
    return json.loads(case.with_suffix(".json").read_text("utf-8"))


def _scores(name, data, labels):
    language = labels["language"]
    given, paragraphs = _read(data, labels)
    if "stories" in labels:
        given_stories = [parse_story(text).headline for text in split_stories(decode_story(data))]
        yield compared("several stories", language, wanted=labels["stories"], given=given_stories, where=name)
        return
    for field in FIELDS:
        yield from _field(name, language, field, labels.get(field, ""), given[field])
    labelled, read = map(folded, labels["paragraphs"]), map(folded, paragraphs)
    yield compared("paragraphs", language, wanted=labelled, given=read, where=name)
    kept = [value for values in given.values() for value in values] + paragraphs
    wanted = [value for field in FIELDS for value in _listed(labels.get(field, ""))] + labels["paragraphs"]
    private = labels["private"]
    seen = [f"{name}: readers see: {line}" for line in private if is_public(line, kept, wanted)]
    seen += [f"{name}: readers see: {part}" for part in labels.get("fragments", []) if part in " ".join(kept)]
    yield none_of("instructions public", language, tried=len(private), faults=seen)


def _read(data, labels):
    """({field: its texts}, the body's paragraphs) of a file; nothing of one that is refused."""
    zone = ZoneInfo(labels["zone"])
    now = datetime.fromisoformat(labels["now"]).replace(tzinfo=zone)
    try:
        story, _notes = fit_to_fields(parse_story(decode_story(data), now=now, zone=zone))
    except UnreadableStory:
        return {field: [] for field in FIELDS}, []
    given = {field: [getattr(story, field)] for field in ONE}
    given["bylines"] = list(story.bylines)
    given["topics"] = list(dict.fromkeys([story.topic, *story.topics]))
    given["embargo"] = [_moment(story.embargo.until)] if story.embargo else []
    return given, [block.text for block in story.blocks]


def _moment(moment):
    """A moment as the labels have it, whatever its zone."""
    return moment.astimezone(UTC).isoformat() if moment else "unknown"


def _field(name, language, field, wanted, given):
    """The Scores of one field, as itself and among all; a label that is a list of texts takes any of them."""
    given = [folded(value) for value in given if value]
    if field in ("bylines", "topics"):
        wanted = [folded(value) for value in wanted]
    elif field == "embargo":
        wanted = [wanted if wanted == "unknown" else _moment(datetime.fromisoformat(wanted))] if wanted else []
        wanted = [folded(value) for value in wanted]
    else:
        may_be = [folded(value) for value in _listed(wanted)]
        wanted = [value for value in given if value in may_be] or [value for value in may_be[:1] if value]
    one = compared(field, language, wanted=wanted, given=given, where=name)
    yield replace(one, kind="fields", faults=())
    yield one


def _listed(value):
    return value if isinstance(value, list) else [value]


def is_public(line, public, wanted):
    """Whether readers see a private line: a text that is nothing else, or four words of it that are nowhere wanted."""
    public, wanted = ([folded(text) for text in texts] for texts in (public, wanted))
    if folded(line) in public:
        return folded(line) not in wanted
    there, right = " | ".join(public), " | ".join(wanted)
    words = folded(line).split()
    runs = [" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))]
    return any(run in there and run not in right for run in runs if len(run) >= SHORTEST_RUN)


def folded(text):
    """Text in which signs that typesetting changes are the same: quotation marks, dashes, spaces."""
    text = re.sub("(?<=[«„“‹])[ \u00a0\u202f]|[ \u00a0\u202f](?=[»“”›!?:;%])", "", unicodedata.normalize("NFC", text))
    text = text.replace("``", '"').replace("''", '"').replace(" _ ", " - ").replace("...", "…")
    return " ".join(re.sub(r" ?-+ ?", "-", text.translate(_SIGNS)).split())
