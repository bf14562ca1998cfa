"""What is said of an audit of the locked packages."""

import json

import pytest

from tools.audit_packages import verdict

CLEAN = {"name": "django", "version": "5.2.19", "vulns": []}
HOLED = {"name": "old", "version": "1.0", "vulns": [{"id": "PYSEC-1"}]}
UNKNOWN = {"name": "new", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "said", "code"),
    [
        ([CLEAN], ["pip-audit: 1 packages, 0 known holes"], 0),
        ([CLEAN, HOLED], ["old 1.0: PYSEC-1", "pip-audit: 2 packages, 1 known holes"], 1),
        ([UNKNOWN], ["not run: pip-audit, its service knows none of the packages here"], 0),
    ],
)
def test_verdict_on_packages(packages, said, code):
    assert verdict(json.dumps({"dependencies": packages})) == (said, code)


def test_packages_that_were_not_asked_about_are_said():
    said, code = verdict(json.dumps({"dependencies": [CLEAN, UNKNOWN]}))
    assert said[0].startswith("not run: pip-audit for 1 of 2 packages") and code == 0


def test_service_that_does_not_answer_is_said():
    assert verdict("") == (["not run: pip-audit, its service cannot be reached"], 0)
