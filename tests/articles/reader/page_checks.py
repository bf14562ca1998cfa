"""Reading a page as a reader's browser gets it: its cards, its headings, and the queries it cost."""

import re
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

STORY_PATH = re.compile(r"^/\d{4}/\d{2}/[^/]+/(#.*)?$")


def find(element, selector):
    """The elements inside that a CSS selector finds: tags, .classes, [attributes], descendants, `>` and commas."""
    return element.xpath(" | ".join(f".//{_path(each.split())}" for each in selector.split(",")))


def _path(steps):
    """XPath of the steps of one selector."""
    path, axis = "", ""
    for step in steps:
        if step == ">":
            axis = "/"
            continue
        tag, marks = re.fullmatch(r"([\w-]*)((?:\.[\w-]+|\[[^\]]+\])*)", step).groups()
        path += f"{axis}{tag or '*'}" + "".join(_condition(mark) for mark in re.findall(r"\.[\w-]+|\[[^\]]+\]", marks))
        axis = "//"
    return path


def _condition(mark):
    """XPath of a .class, an [attribute] or an [attribute=value]."""
    if mark.startswith("."):
        return f"[contains(concat(' ', @class, ' '), ' {mark[1:]} ')]"
    name, equals, value = mark[1:-1].partition("=")
    return f"[@{name}='{value}']" if equals else f"[@{name}]"


def tree(response):
    """The parsed page of a response that is one."""
    assert response.status_code == 200, response.content[:500]
    return html.fromstring(response.content.decode())


def card_ids(response):
    """The ids of the stories on a page, in its order."""
    return [int(card.get("data-story-card")) for card in find(tree(response), "[data-story-card]")]


def links_to_stories(element):
    """The addresses of stories that an element links to."""
    return [link.get("href") for link in find(element, "a[href]") if STORY_PATH.match(link.get("href"))]


def text_of(response, selector):
    """The text of each element that a CSS selector finds, its blanks folded."""
    return [" ".join(element.text_content().split()) for element in find(tree(response), selector)]


@contextmanager
def queries():
    """The SQL run inside, as a list filled at the end."""
    statements = []
    with CaptureQueriesContext(connection) as captured:
        yield statements
    statements += [query["sql"] for query in captured.captured_queries]
