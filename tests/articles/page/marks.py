"""Finding elements of a page by the marks of the contract: a few simple CSS selectors, as XPath."""

import re

STEP = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<marks>(?:\.[\w-]+|\[[\w-]+(?:=[^\]]+)?\])*)")
MARK = re.compile(r"\.(?P<name>[\w-]+)|\[(?P<attribute>[\w-]+)(?:=(?P<value>[^\]]+))?\]")


def select(element, selector):
    """Elements under `element` that match a selector of tags, classes and attributes, with descendants and commas."""
    paths = ["descendant::" + "//".join(map(_step, single.split())) for single in selector.split(", ")]
    return element.xpath(" | ".join(paths))


def texts(element, selector):
    """The words of each element that matches, single-spaced."""
    return [" ".join(found.text_content().split()) for found in select(element, selector)]


def _step(step):
    match = STEP.fullmatch(step)
    return (match["tag"] or "*") + "".join(_condition(mark) for mark in MARK.finditer(match["marks"]))


def _condition(mark):
    if mark["name"]:
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {mark['name']} ')]"
    return f"[@{mark['attribute']}='{mark['value']}']" if mark["value"] else f"[@{mark['attribute']}]"
