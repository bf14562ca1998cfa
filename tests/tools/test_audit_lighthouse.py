"""The Lighthouse audit: which pages, when it has seen enough, and what fails it."""

import subprocess

import pytest

from tools import audit_lighthouse, audit_pages

SITE = "http://127.0.0.1:8000"


def report(speed, seo=100):
    """A report as Lighthouse writes it, in which everything else is perfect."""
    scores = {"performance": speed, "accessibility": 100, "best-practices": 100, "seo": seo}
    categories, audits = {}, {"free": {"id": "free", "title": "No matter.", "score": 0}}
    for name, points in scores.items():
        rule = f"{name}-audit"
        references = [{"id": rule, "weight": 1}, {"id": "free", "weight": 0}]
        categories[name] = {"score": points / 100, "auditRefs": references}
        audits[rule] = {"id": rule, "title": "A rule.", "score": points / 100}
    return {"categories": categories, "audits": audits}


def checked(monkeypatch, *reports):
    """What `check` says of a page that is measured as these reports."""
    waiting = iter(reports)
    monkeypatch.setattr(audit_lighthouse, "measure", lambda address, categories: next(waiting))
    return audit_lighthouse.check("front", f"{SITE}/", 3)


@pytest.mark.parametrize(
    ("found", "scores"),
    [
        ([100, 0, 0], [100]),
        ([99, 98, 0], [99, 98]),
        ([90, 98, 97], [90, 98, 97]),
        ([90, 91, 99], [90, 91, 99]),
        ([99, 90, 96], [99, 90, 96]),
    ],
)
def test_runs_end_when_the_median_is_clear(found, scores):
    rest = iter(found[1:])
    assert audit_lighthouse.speeds(found[0], lambda: next(rest), 3) == scores


def test_fast_and_perfect_page_passes(monkeypatch, capsys):
    assert checked(monkeypatch, report(99), report(97)) == []
    assert "performance 97 (runs: [99, 97]), accessibility 100, best-practices 100, seo 100" in capsys.readouterr().out


def test_page_below_what_is_wanted_is_named_but_passes(monkeypatch, capsys):
    assert checked(monkeypatch, report(85), report(96), report(90)) == []
    assert "below 95; load here is" in capsys.readouterr().out


def test_page_below_the_floor_fails(monkeypatch):
    [wrong] = checked(monkeypatch, report(70), report(99), report(75))
    assert wrong == "front: performance is 75, below 80 whatever the load"


def test_page_that_is_not_perfect_fails_with_the_rule_it_breaks(monkeypatch):
    [wrong] = checked(monkeypatch, report(99, seo=92), report(99))
    assert wrong == "front: seo is 92, not 100: seo-audit (A rule.)"


def test_one_page_of_each_kind_is_measured(monkeypatch):
    bodies = {
        f"{SITE}/": b"<a href='/world/'></a><a href='/2026/02/a-story/'></a><a href='/2026/02/another/'></a>",
        f"{SITE}/topics/": b"<a href='/topics/'></a><a href='/topics/war/'></a>",
        f"{SITE}/people/": b"<a href='/people/naffah/'></a>",
    }
    monkeypatch.setattr(audit_lighthouse, "fetch", lambda address: (200, "text/html", bodies[address]))
    assert audit_lighthouse.pages(SITE, audit_lighthouse.MOST_READ) == {
        "front": f"{SITE}/",
        "story": f"{SITE}/2026/02/a-story/",
        "topic": f"{SITE}/topics/war/",
        "person": f"{SITE}/people/naffah/",
    }


@pytest.mark.parametrize("failures", [0, 2, 3])
def test_page_whose_trace_is_lost_is_measured_again_up_to_three_times(monkeypatch, capfd, failures):
    answers = iter([(1, "", "NO_NAVSTART")] * failures + [(0, "{}", "")])
    monkeypatch.setattr(audit_lighthouse.shutil, "which", lambda name: name)
    monkeypatch.setattr(
        audit_lighthouse.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, *next(answers))
    )
    if failures < 3:
        assert audit_lighthouse.measure(f"{SITE}/", ["seo"]) == {}
    else:
        with pytest.raises(SystemExit, match="failed 3 times"):
            audit_lighthouse.measure(f"{SITE}/", ["seo"])
    assert capfd.readouterr().err.count("NO_NAVSTART") == failures


def test_eight_kinds_of_pages_can_be_measured():
    assert len({"front", *audit_lighthouse.FOUND_ON}) == 8
    assert set(audit_lighthouse.MOST_READ) < set(audit_lighthouse.FOUND_ON) < set(audit_pages.KINDS)
