"""Every public function of `articles.text` that takes words, and how it is called with a text of any size.

A row is made from a function's own types. A function with a type that nothing here can make fails the tests until it
can be called, or stands in APART with those through which it is.
"""

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

import articles.text
from articles.text.body.body import Body
from articles.text.body.html_parser import nodes_of
from articles.text.body.nodes import Line, Node, Run
from articles.text.characters import escape_html
from articles.text.checks.house_words import HouseWord
from articles.text.compare.anchors import Anchor
from articles.text.compare.facts import StoryText
from articles.text.people.name_index import NameIndex
from articles.text.quotes.source import Source, Story
from articles.text.wire.paragraphs import Para, paragraphs

NOW = datetime(2026, 11, 30, tzinfo=UTC)
# Not called by itself: what it is a part of is, with whole texts; or it takes no words of a story.
APART = {
    "body.blocks.blocks_of": "Body",
    "body.blocks.more_of": "body.rendering.render_line",
    "body.body.caption_of_photo": "Body",
    "body.body.join": "Body",
    "body.quotes.quotes_of": "Body",
    "body.lines.ending": "body.html_parser.nodes_of",
    "body.lines.fitted": "body.html_parser.parse",
    "body.nodes.is_heading_cell": "body.nodes.write",
    "body.nodes.is_note": "body.nodes.without_notes",
    "body.nodes.nest": "body.nodes.write",
    "body.own_links.numbers_of": "numbers",
    "body.own_links.pointer_to": "a number",
    "body.own_links.written": "body.nodes.write",
    "body.nodes.start_of_mark": "body.nodes.write",
    "body.rendering.render": "body.rendering.render_line",
    "instructions.furniture.reader_words.finder": "instructions.furniture.reader_words.addresses",
    "wire.frame.evidence.weight": "wire.frame.frame.mark_frame",
    "wire.frame.head.touches": "wire.frame.frame.mark_frame",
    "wire.frame.sheet.mark_sheet": "wire.frame.frame.mark_frame",
    "checks.lengths.minutes_to_read": "a number",
    "wire.frame.ends.mark_tail": "wire.frame.frame.mark_frame",
    "wire.frame.ends.take_afterwords": "wire.frame.frame.mark_frame",
    "wire.frame.gaps.mark_gaps": "wire.frame.frame.mark_frame",
    "wire.frame.head.mark_head": "wire.frame.frame.mark_frame",
    "wire.frame.head.take_forewords": "wire.frame.frame.mark_frame",
    "checks.passage.apart": "checks.contacts.find_mail_addresses",
    "compare.matching.opcodes": "compare.alignment.align",
    "compare.reconcile.reconcile_values": "one value",
    "paste.clipboard_styles.raised_by": "paste.clipboard_html",
    "languages.speech_verbs.conjugated": "a table",
    "instructions.patterns.one_of": "a table",
    "languages.transliteration.letters": "a table",
    "quotes.words.doubt.word": "a table",
    "quotes.words.doubt.phrase": "a table",
    "quotes.words.bodies.is_a_paper": "quotes.running_quotes.find_quotes",
    "quotes.words.tables.words_in": "a table",
    "typography.typing_tables.typing_tables": "a table",
    "paste.left_out.sentences": "numbers",
    "people.name_in_context.first_in_context": "people.name_in_context.in_context",
    "people.name_index.may_join": "people.name_index.name_words",
    "quotes.credit.asks": "quotes.running_quotes.find_quotes",
    "quotes.credit.credited": "quotes.running_quotes.find_quotes",
    "quotes.credit.unless_disowned": "quotes.running_quotes.find_quotes",
    "quotes.naming.names.name_in": "quotes.naming.names.name_runs",
    "quotes.subjects.verbs_in": "quotes.subjects.subject_before",
    "wire.bylines.eased_note": "wire.bylines.mark_bylines",
    "wire.labelled.mark_labels": "wire.parsing.parse_story",
    "wire.headlines.is_subhead": "wire.parsing.parse_story",
    "wire.headlines.looks_unsure": "wire.parsing.parse_story",
    "wire.story.body_html": "paste.pasted_story.with_markup",
    "paste.pasted_story.with_markup": "wire.parsing.parse_story",
    "body.person_links.places_now": "body.person_links.repointed",
    **dict.fromkeys(
        (
            *("paste.foreign_parts.mark_suggestions", "paste.foreign_parts.take_out", "paste.formulas.formulas_in"),
            *(
                "paste.formulas.say_formula",
                "paste.note_links.kind_of_link",
                "paste.note_links.is_mark",
                "paste.note_links.is_heading_mark",
            ),
            *("paste.note_links.note_from", "paste.note_links.notes_of", "paste.page_furniture.furniture_of"),
            *("paste.plain_meanings.say_plainly", "paste.signs.say_emoji", "paste.signs.say_borrowed_signs"),
        ),
        "paste.clipboard_html.read_clipboard_html",
    ),
}


def functions():
    """{dotted name below articles.text: function}, of all that are public."""
    found = {}
    for module in pkgutil.walk_packages(articles.text.__path__, "articles.text."):
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            is_function = inspect.isfunction(value) or hasattr(value, "__wrapped__")
            if is_function and not name.startswith("_") and value.__module__ == module.name:
                found[f"{module.name}.{name}".removeprefix("articles.text.")] = value
    return found


def body(text):
    """A body of the text's lines."""
    return "".join(f"<p>{escape_html(line)}</p>" for line in text.split("\n"))


# What a parameter of a type gets. Those of a name first: a text that says something else than a story's words.
OF_NAMES: dict[str, Callable[[str], object]] = {
    "language": lambda text: "en",
    "guess": lambda text: "en",
    "default": lambda text: "en",
    "max_length": lambda text: 80,
    "html": body,
    "base": body,
    "mine": lambda text: body(text)[3:],
    "theirs": lambda text: body(text + "x"),
    "place": lambda text: 0,
    "start": lambda text: 0,
    "end": lambda text: 1,
    "old": lambda text: 1,
    "new": lambda text: 2,
    "length": lambda text: 1,
    "numbers": lambda text: {"1"},
    "taken": lambda text: [False] * (text.count("\n") + 1),
    "close": lambda text: [True] * (text.count("\n") + 1),
    "now": lambda text: NOW,
    "zone": lambda text: UTC,
    "local": lambda text: UTC,
    "named": lambda text: (),
    "verb": lambda text: "said",
    "after": lambda text: f" {text}",
    "is_announced": lambda text: True,
    "is_sure": lambda text: False,
}
OF_TYPES: dict[typing.Any, Callable[[str], object]] = {
    str: lambda text: text,
    object: lambda text: text,
    bytes: lambda text: text.encode(),
    bool: lambda text: False,
    Body: lambda text: Body(body(text)),
    Anchor: lambda text: Anchor(text[40:60], text[8:40], text[60:92]),
    StoryText: lambda text: StoryText(text[:80], text[:80], Body(body(text)), "en"),
    Sequence[str]: lambda text: text.split("\n"),
    Iterable[str]: lambda text: text.split("\n"),
    Collection[str]: lambda text: ["Ana Diaz"],
    Sequence[HouseWord]: lambda text: [HouseWord("judgement", "judgment"), HouseWord("a", "b")],
    Iterable[Node]: lambda text: nodes_of(body(text)),
    Sequence[Node]: lambda text: nodes_of(body(text)),
    Iterable[Run]: lambda text: [Run(word) for word in text.split(" ")],
    Line: lambda text: (Run(text),),
    Sequence[Para]: lambda text: paragraphs(text)[0],
    list[Para]: lambda text: paragraphs(text)[0],
    NameIndex: lambda text: NameIndex([(1, "Ana Diaz"), (2, "Ana"), (3, "A a a a"), (4, "a " * 20)]),
    Source | None: lambda text: None,
    Story: lambda text: Story(text, text, "en"),
    Mapping[int, typing.Any]: lambda text: {},
}


def call_of(name: str, function: typing.Any) -> Callable[[str], object] | None:
    """What calls a function with a text; None where a parameter is of a type that nothing here makes."""
    hints = typing.get_type_hints(inspect.unwrap(function))
    makers = {}
    for parameter in inspect.signature(function).parameters.values():
        own, kind = f"{name}({parameter.name})", hints.get(parameter.name)
        maker = OF_NAMES.get(parameter.name) if own not in OVERRIDES else OVERRIDES[own]
        maker = maker or OF_TYPES.get(kind)
        maker = maker or (
            OF_TYPES[Mapping[int, typing.Any]] if str(kind).startswith("collections.abc.Mapping[int") else None
        )
        if parameter.name == "after" and kind is not str:
            maker = OF_TYPES.get(kind)
        if maker is None and parameter.default is not inspect.Parameter.empty:
            continue
        if maker is None or parameter.kind is parameter.VAR_POSITIONAL:
            return None
        makers[parameter.name] = maker

    def call(text):
        made = function(**{name: make(text) for name, make in makers.items()})
        return list(made) if hasattr(made, "__next__") else made  # a generator does nothing before it is asked

    return call


OVERRIDES: dict[str, Callable[[str], object]] = {
    "wire.credits.split_credit(near_top)": lambda text: True,
    "paste.clipboard_html.read_clipboard_html(source)": body,
    "body.html_parser.parse(source)": body,
}

FAMILIES = {
    "quotes": "“a” ",
    "straight quotes": '"',
    "open quotes": "“",
    "close quotes": "”",
    "guillemets": "« a ",
    "nested": "‘“a",
    "apostrophes": "'a ",
    "names": "Ana Diaz ",
    "one name": "Ana ",
    "said": "said Ana, ",
    "digits": "1",
    "numbers": "12, ",
    "dates": "12 May 2026 ",
    "phones": "+1-555-",
    "spaces": " ",
    "wide spaces": "\u00a0",
    "lines": "a\n",
    "empty lines": "\n\n",
    "brackets": "(",
    "closed": ")",
    "squares": "[[",
    "braces": "{",
    "tags": "<b>",
    "entities": "&amp;",
    "stars": "**a ",
    "links": "http://a.b/ ",
    "mails": "a@b.",
    "dashes": "- a ",
    "em dashes": "—a",
    "hyphens": "a-",
    "points": ".",
    "dots": "a. ",
    "commas": "a, ",
    "colons": "a: ",
    "labels": "HEADLINE: a\n",
    "capitals": "A",
    "words": "word ",
    "one word": "a",
    "combining": "a\u0301",
    "marks alone": "\u0301",
    "right to left": "قال ",
    "hebrew": "אמר ",
    "chinese": "他说",
    "thai": "สวัสดี",
    "soft hyphens": "a\u00ad",
    "emoji": "🙂",
    "controls": "\u202e",
    "upper": "LONDON (Reuters) - ",
    "by": "By Ana Diaz and ",
    "bars": "| ",
    "hashes": "# ",
    "quoted lines": "> a\n",
    "underscores": "_a",
    "slashes": "a/",
    "percent": "5% ",
    "tabs": "\ta",
    "and": "and ",
    "of": "of the ",
    "caps and": "Ana and ",
    "not": "not said ",
    "question": "a? ",
    "half": "a “b, ",
    "zone": "EST ",
    "mr": "Mr. ",
    "initials": "J. ",
    "crlf": "\r\n",
    "backslash": "\\",
    "dollar": "$x$ ",
    "tilde": "~~a",
    "ticks": "`",
    "nbsp": "« ",
    "rules": "---\n",
}
