"""Words that a line's end parted, and letters that only print has."""

import pytest

from articles.text.paste.clipboard_html import read_clipboard_html
from articles.text.paste.line_ends import without_breaks
from tests.linear import assert_linear

LONG = "The northern port was opened again on"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (f"{LONG} Tues-<br>day", f"{LONG} Tuesday"),
        (f"{LONG} Anglo-<br>American", f"{LONG} Anglo-American"),
        (f"{LONG} twenty-<br>one", f"{LONG} twenty-one"),
        (f"{LONG} mother-in-<br>law", f"{LONG} mother-in-law"),
        ("Nous avons dit cela, peut-<br>être", "Nous avons dit cela, peut-être"),
        ("Der Hafen öffnet für Nord-<br>und Südfähren", "Der Hafen öffnet für Nord- und Südfähren"),
        ("Short-<br>line", "Short- line"),
        (f"{LONG} -<br>day", f"{LONG} - day"),
        ("Diens&shy;<br>tag und Mitt&shy;\nwoch, Donau&shy;dampf&shy;", "Dienstag und Mittwoch, Donaudampf"),
        ("of&#xFB01;ce \u2fa6 \ufe8e", "office 金 ا"),
        ("渡轮于星期二\n恢复航行", "渡轮于星期二恢复航行"),
        ("渡轮于星期二恢复航行共有四十名乘客在船上<br>休息", "渡轮于星期二恢复航行共有四十名乘客在船上休息"),
        ("渡轮<br>船", "渡轮 船"),
        ("\u3000\u3000渡轮", "渡轮"),
        ("Ferry\nboat", "Ferry boat"),
    ],
)
def test_lines_are_put_together(pasted, text):
    assert read_clipboard_html(f"<p>{pasted}</p>").html == f"<p>{text}</p>"


@pytest.mark.growth
def test_lines_are_put_together_in_linear_time():
    assert_linear(lambda size: without_breaks("word- " * size + "par-\nted " * size), 200_000)
