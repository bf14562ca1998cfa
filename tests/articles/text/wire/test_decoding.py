"""From bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.wire import UnreadableStory, decode_story


@pytest.mark.parametrize(
    "data",
    [
        "Fähre\nЛінія\n".encode(),
        "\ufeffFähre\nЛінія\n".encode(),
        "Fähre\r\nЛінія\r".encode(),
    ],
)
def test_read_story_reads_utf_8_and_any_line_end(data):
    assert decode_story(data) == "Fähre\nЛінія\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t\n", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0....", "a picture (JPEG)"),
        (b"One\nTwo \x00 three", "control character U+0000 in line 2"),
        (b"One\x07", "control character U+0007"),
        ("Fähre".encode("latin-1"), "not written in UTF-8 (line 1"),
        (b"One\nF\xe4hre", "not written in UTF-8 (line 2"),
        ("Fähre".encode("utf-16"), "written in UTF-16, not UTF-8"),
        (b"\xfe\xff" + "Fähre".encode("utf-16-be"), "written in UTF-16, not UTF-8"),
    ],
)
def test_read_story_says_why_a_file_is_no_story(data, said):
    with pytest.raises(UnreadableStory, match=r"\.$") as caught:
        decode_story(data)
    assert said in str(caught.value)
    assert isinstance(caught.value, ValueError)


@given(st.binary(max_size=200))
def test_read_story_gives_text_or_a_sentence(data):
    try:
        text = decode_story(data)
    except UnreadableStory as error:
        assert str(error).endswith(".")
    else:
        assert text.strip()
        assert "\r" not in text
        assert "\x00" not in text
