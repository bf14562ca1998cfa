"""The fifty lines of continuous reading: each is there once, and names a test that exists or says that it has none."""

import re

from tests.conventions.source import ROOT

ROW = re.compile(r"^\| (\d+) \| [^|]+ \| (?:`([^`:]+)::(\w+)`|(not tested: [^|]+)) \|$", re.MULTILINE)


def test_each_line_names_its_test():
    rows = ROW.findall((ROOT / "docs/fifty-lines.md").read_text())
    assert [int(number) for number, *_ in rows] == list(range(1, 51))
    missing = [
        (number, test)
        for number, path, test, none in rows
        if not none and f"def {test}(" not in (ROOT / path).read_text()
    ]
    assert not missing
