"""Formulas keep their meaning in words, and are there once."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html


def row(*names):
    return "<mrow>" + "".join(f"<mi>{name}</mi>" for name in names) + "</mrow>"


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<msqrt><mn>2</mn><mo>&#x2062;</mo><mi>h</mi></msqrt>", "√(2h)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "∛x"),
        ("<mroot><mi>x</mi><mn>5</mn></mroot>", "⁵√x"),
        ("<mroot><mi>x</mi></mroot>", "√x"),
        (f"<mfrac>{row('a', '+', 'b')}<mn>2</mn></mfrac>", "(a+b)/2"),
        (f"<mfrac>{row('(', 'a', ')')}{row(row('b'))}</mfrac>", "(a)/b"),
        ("<mfrac><msup><mi>x</mi><mn>2</mn></msup><mn>2</mn></mfrac>", "x²/2"),
        ("<mfrac></mfrac><mi>x</mi>", "x"),
        ("<mfenced><mi>x</mi></mfenced>", "(x)"),
        ("<mfenced open='['></mfenced>", "[)"),
        ("<mover><mi>x</mi><mo>¯</mo></mover>", "x\u0304"),
        ("<mover><mi>x</mi><mn>2</mn></mover>", "x²"),
        ("<munderover><mo>∑</mo><mn>1</mn><mn>9</mn></munderover><mi>i</mi>", "∑₁⁹i"),
        ("<mi>a</mi><mspace></mspace><mi>b</mi><mphantom><mi>c</mi></mphantom>", "a b"),
        ("<maction><mi>a</mi><mi>b</mi></maction>", "a"),
        (f"<mtable><mtr><mtd>{row('a')}</mtd><mtd>b</mtd></mtr><mtr><mtd>c</mtd></mtr></mtable>", "a b; c"),
    ],
)
def test_formula_is_said(formula, words):
    assert read_clipboard_html(f"<p>f <math>{formula}</math></p>").html == f"<p>f {words}</p>"


MATH = "<math><mi>x</mi></math>"
TEX = "{\\displaystyle x}"


@pytest.mark.parametrize(
    "formula",
    [
        f"<span><span class=katex-mathml>{MATH}</span><span class=katex-html aria-hidden=true>x</span></span>",
        f"<span><span style='display:none'>{MATH}</span><img aria-hidden=true alt='{TEX}' src=x></span>",
        f"<span><span style='display:none'>{MATH}</span><img alt='{TEX}' src=x></span>",
        f"<span><span><span><span><span>{MATH}</span></span></span></span></span>",
        f"<span><nobr aria-hidden=true>x</nobr><span>{MATH}</span></span>",
    ],
)
def test_formula_that_is_drawn_too_is_there_once(formula):
    clipping = read_clipboard_html(f"<p>f {formula} y</p>")
    assert clipping.html == "<p>f x y</p>" and not +clipping.left_out


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (f"<p><span>f {MATH}<span aria-hidden=true> y</span></span></p>", "<p>f x y</p>"),
        (f"<p><span>{MATH}<b>y</b><span aria-hidden=true>z</span></span></p>", "<p>x<strong>y</strong>z</p>"),
        (f"<p>f <span style='display:none'>{MATH}</span></p>", "<p>f</p>"),
        (f"<p>f <span>{MATH}<img alt='A pier' src=x></span></p>", "<p>f x</p>"),
    ],
)
def test_what_stands_beside_a_formula_is_no_drawing_of_it(pasted, text):
    assert read_clipboard_html(pasted).html == text
