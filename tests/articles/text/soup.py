"""Strategies for properties: any HTML at all, and bodies as they come out of the cleaner."""

from hypothesis import strategies as st

from articles.text.body.cleaning import clean

_WORDS = st.sampled_from(
    [
        "Ana",
        "the sea",
        " ",
        "  two\n spaces ",
        "&nbsp;",
        "\xa0",
        "&amp;",
        "&lt;p&gt;",
        "“Yes,”",
        "’s",
        "é",
        "é",
        "\u200b",
    ]
    + [
        "&#0;",
        "&#1;",
        "\x00",
        "\x0b",
        "\x85",
        "\u2028",
        "\ud800",
        "\ufeff",
        "\uffff",
        "&",
        "<",
        ">",
        '"',
        "مرحبا",
        "海",
        "🛰️",
    ]
)
_TAG_NAMES = (
    "p h1 h2 h3 ul ol li strong b em i sup sub small a span blockquote figure figcaption div section table tr td pre q "
    "cite caption thead th "
    "font svg math title textarea select option button nobr form u dd o:p custom-tag"
)
_TAGS = st.sampled_from(_TAG_NAMES.split())
_VALUES = st.sampled_from(
    ["1", "7", "0", "-3", "x", "", "  5 ", "٣", "99999999999999999999", "https://a.example/b?c=d&e=f", "//evil.example"]
    + [
        "/world/",
        "javascript:alert(1)",
        "java\tscript:x",
        "mailto:a@b.example",
        "https://youtu.be/a1b2c3d4",
        "#top",
        "/\\evil.example",
        'A "P" <b>',
        "/a b",
    ]
)
_NAMES = st.sampled_from(
    ["href", "data-story", "data-topic", "data-person", "data-photo", "data-attribution", "data-credit", "data-note"]
    + ["data-embed", "class", "onclick", "style"]
)
_ATTRIBUTES = st.dictionaries(_NAMES, _VALUES, max_size=3)


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attributes, inside, closed: (
            f"<{tag}{''.join(f' {name}={value!r}' for name, value in attributes.items())}>{''.join(inside)}"
            + (f"</{tag}>" if closed else "")
        ),
        _TAGS,
        _ATTRIBUTES,
        st.lists(children, max_size=4),
        st.sampled_from([True, True, True, False]),
    )


_ODDITIES = st.sampled_from(
    ["<br>", "<hr>", "<img src=x alt=y>", "</p>", "</a>", "<!-- c -->", "<![CDATA[x]]>", "<p", "</"]
)

_rows = st.lists(
    st.lists(st.tuples(st.sampled_from(["td", "th"]), st.lists(_WORDS, max_size=2)), min_size=1, max_size=3),
    min_size=1,
    max_size=3,
)


def _cell(cell: tuple[str, list[str]]) -> str:
    tag, words = cell
    return f"<{tag}>{''.join(words)}</{tag}>"


_tables = st.builds(
    lambda caption, rows: (
        f"<table><caption>{caption}</caption>"
        + "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
        + "</table>"
    ),
    _WORDS,
    _rows,
)
_notes = st.builds("<p>{}<small data-note>{}</small>{}</p>".format, _WORDS, _WORDS, _WORDS)

nested = st.recursive(_WORDS | _tables | _notes | _ODDITIES, _element, max_leaves=12)
html = st.lists(nested, max_size=5).map("".join) | st.text(max_size=60)
bodies = html.map(clean)
