"""The fifty lines of continuous reading: each has a test of its own, tried where docs/fifty-lines.md says."""

import re

from tests.conventions.source import ROOT
from tests.journeys.lines import devices

ROW = re.compile(r"^\| (\d+) \| [^|]+ \| ([^|]+) \| `([^`:]+)::(\w+)` \|$", re.MULTILINE)
TEST = re.compile(r"((?:^@.+\n)*)def (test_\d\d_\w+)", re.MULTILINE)
ON = re.compile(r"@on\((.+)\)")
NAMES = {"DESKTOP": "desktop", "PHONE": "phone", "FIREFOX": "Firefox", "KEEPING": "desktop"}
SETS = {"*CHROMIUM": ("DESKTOP", "PHONE"), "*EVERYWHERE": ("DESKTOP", "PHONE", "FIREFOX")}


def tried(marks):
    """The devices that a test's marks name, in words of the page."""
    on = ON.search(marks)
    named = on[1].split(", ") if on else ()
    return ", ".join(NAMES[name] for each in named for name in SETS.get(each, (each,))) or "–"


def test_each_line_names_its_own_test_and_where_it_is_tried():
    rows = ROW.findall((ROOT / "docs/fifty-lines.md").read_text())
    assert [int(number) for number, *_ in rows] == list(range(1, 51))
    written = {
        (path.name, name): tried(marks)
        for path in (ROOT / "tests/journeys/lines").glob("test_*.py")
        for marks, name in TEST.findall(path.read_text())
    }
    assert {(path, name): where for _, where, path, name in rows} == written
    assert all(name.startswith(f"test_{int(number):02}_") for number, _, _, name in rows)
    assert {name: tuple(getattr(devices, one) for one in SETS[f"*{name}"]) for name in ("CHROMIUM", "EVERYWHERE")} == {
        "CHROMIUM": devices.CHROMIUM,
        "EVERYWHERE": devices.EVERYWHERE,
    }


def test_twenty_lines_and_more_are_tried_in_firefox():
    rows = ROW.findall((ROOT / "docs/fifty-lines.md").read_text())
    assert sum("Firefox" in where for _, where, _, _ in rows) >= 20
