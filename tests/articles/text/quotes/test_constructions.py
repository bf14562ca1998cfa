"""One sentence or two of each construction in which news tells of speech, or takes it back, by language.

A line of `constructions/<language>.txt` is a story, its paragraphs parted by ¶, and who speaks in it behind ||: a name,
one for each quotation behind semicolons, nothing where nobody is named, "-" where the words are nobody's, and "0" where
nothing in marks is a quotation.
"""

from pathlib import Path

import pytest

from articles.text.quotes.running_quotes import find_quotes

FOLDER = Path(__file__).parent / "constructions"
LINES = [line for file in sorted(FOLDER.glob("*.txt")) for line in file.read_text().splitlines()]


@pytest.mark.parametrize("line", LINES)
def test_who_speaks(line):
    story, expected = (part.strip() for part in line.rsplit("||", 1))
    found = find_quotes([paragraph.strip() for paragraph in story.split("¶")])
    speakers = [quote.speaker for quote in found]
    if expected == "0":
        assert found == []
    elif expected == "-":
        assert [quote.attribution for quote in found if quote.attribution] == []
    else:
        wanted = [name.strip() for name in expected.split(";")]
        assert speakers == (wanted if len(wanted) > 1 else wanted * len(found)) and found
