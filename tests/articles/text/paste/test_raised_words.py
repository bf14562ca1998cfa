"""Raised and lowered words keep their meaning, and the numbers of footnotes go."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("10<sup>6</sup> m<sup>3</sup> at 5.10<sup>-3</sup>", "10⁶ m³ at 5.10⁻³"),
        ("10<span style='vertical-align:super'>6</span>, CO<span style='vertical-align:sub'>2</span>", "10⁶, CO₂"),
        ("10<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>6</span>", "10⁶"),
        ("10<span style='position:relative;top:-4px;font-size:58%'>6</span>", "10⁶"),
        ("10<font style='vertical-align:33%'>6</font>", "10⁶"),
        ("H<span style='mso-text-raise:-2.0pt'>2</span>O", "H₂O"),
        ("H<span style='vertical-align:-1px'>2</span>O <span style='position:relative;top:-4px'>3</span>", "H2O 3"),
        (
            "E = mc<sup>2</sup>, x<sup>2</sup>, 2<sup>n+1</sup>, a<sub>i</sub>, H<sub>2</sub>O",
            "E = mc², x², 2ⁿ⁺¹, aᵢ, H₂O",
        ),
        ("the <sup>14</sup>C method, U<sup>235</sup>, Ca<sup>2+</sup>", "the ¹⁴C method, U²³⁵, Ca²⁺"),
        (
            "30 km<sup>2</sup>, 30 км<sup>2</sup>, 30 metres<sup>2</sup>, log<sup>2</sup> x, (a+b)<sup>2</sup>",
            "30 km², 30 км², 30 metres², log² x, (a+b)²",
        ),
        (
            "2<sup>nd</sup>, 1<sup>er</sup>, XX<sup>e</sup>, 5<sup>й</sup>, 1.<sup>a</sup>, 1<sup>o</sup>",
            "2nd, 1er, XXe, 5й, 1.ª, 1º",
        ),
        ("M<sup>me</sup> Roy, n<sup>o</sup> 5, D<sup>r</sup> Roy", "Mme Roy, nº 5, Dr Roy"),
        ("Brand<sup>TM</sup>, Brand<sup>®</sup>", "Brand™, Brand®"),
        ("e<sup>ix</sup> and V<sub>max</sub> m<sup>2,5</sup>", "e<sup>ix</sup> and V<sub>max</sub> m<sup>2,5</sup>"),
        ("1,000<sup>1</sup>", "1,000¹"),
        ("45<sup>o</sup>C, 45<sup>0</sup> F, 45<sup>o</sup>", "45°C, 45° F, 45º"),
        ("30 m<sup>3 </sup>of", "30 m³ of"),
        ("<b>10<sup>6</sup></b> x<sup> </sup>y", "<strong>10⁶</strong> x y"),
        (
            "<math><msup><mi>x</mi><mn>2</mn></msup> <mfrac><mn>1</mn><mn>2</mn></mfrac><mfrac></mfrac></math> is",
            "x² 1/2 is",
        ),
    ],
)
def test_raised_and_lowered_words_mean_the_same(pasted, text):
    clipping = read_clipboard_html(f"<p>{pasted}</p>")
    assert clipping.html == f"<p>{text}</p>"
    assert not clipping.left_out.total()


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("a note<sup>1</sup>.", "a note."),
        ("a note<sup>1,2</sup> here", "a note here"),
        ("a note <sup>1</sup> here", "a note here"),
        ("he said.”<sup>3</sup>", "he said.”"),
        ("in 2019<sup>4</sup> (Reuters)<sup>5</sup>", "in 2019 (Reuters)"),
        ("слово<sup>2</sup>", "слово"),
        ("港口<sup>2</sup>", "港口"),
        ("a note<sup>[b]</sup>, E<sup>*</sup>", "a note, E"),
    ],
)
def test_numbers_of_footnotes_go(pasted, text):
    clipping = read_clipboard_html(f"<p>{pasted}</p>")
    assert clipping.html == f"<p>{text}</p>"
    assert clipping.left_out["footnotes"] == pasted.count("<sup>")


def test_comma_between_the_marks_of_two_notes_goes_with_them():
    assert read_clipboard_html(
        "<p>The ferry<sup><a href='#fn1'>1</a></sup><sup>,</sup><sup><a href='#fn2'>2</a></sup> sailed.</p>"
    ).html == ("<p>The ferry sailed.</p>")
