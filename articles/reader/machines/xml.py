"""Writing XML for machines: feeds and sitemaps are made of elements, so that no word of a story can break them."""

from lxml import etree

from articles.text.characters import valid_characters, without_soft_hyphens


def legal(text):
    """The text without what may not stand in XML 1.0 (2.2, Char), and without soft hyphens."""
    return without_soft_hyphens(valid_characters(str(text))).replace("\x0c", " ")


def add(parent, tag, text=None, **attributes):
    """A new last child of `parent`, with its text and attributes; a value of None leaves the attribute out."""
    child = etree.SubElement(parent, tag)
    if text is not None:
        child.text = legal(text)
    for name, value in attributes.items():
        if value is not None:
            child.set(name, legal(value))
    return child


def written(root):
    """The document as bytes, with its declaration, in UTF-8."""
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")
