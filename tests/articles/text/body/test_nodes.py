"""Runs under marks are written as well-nested HTML."""

from articles.text.body.html_parser import nodes_of
from articles.text.body.nodes import Node, Run, nest, write, write_line
from articles.text.body.vocabulary import ELEMENTS

LINK, STRONG, EM = ("a", "/x"), ("strong", ""), ("em", "")


def test_nest_keeps_open_what_neighbours_share():
    pieces = [("ab", "1"), ("a", "2"), ("ac", "3"), ("c", "4")]
    assert nest(pieces, lambda mark: f"<{mark}>", lambda mark: f"</{mark}>") == "<a><b>1</b>2<c>3</c></a><c>4</c>"


def test_write_line_spells_breaks_spaces_and_marks():
    line = (Run("a\n", (LINK,)), Run("b\xa0<", (LINK, STRONG)), Run("c", (STRONG, EM)))
    assert write_line(line) == '<a href="/x">a<br><strong>b&nbsp;&lt;</strong></a><strong><em>c</em></strong>'


def test_write_and_read_are_each_other_undone():
    nodes = [
        Node(ELEMENTS["h2"], (((Run("a"),),),)),
        Node(ELEMENTS["ol"], (((Run("b"),), (Run("c", (EM,)),)), ((Run("d"),),))),
        Node(ELEMENTS["figure"], (((),),), (("data-photo", "1"), ("data-credit", 'A "P"'))),
    ]
    assert nodes_of(write(nodes)) == tuple(nodes)
