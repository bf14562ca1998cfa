"""What browsers refused, counted by day."""

from datetime import date

import pytest

from articles.models import csp_report
from articles.models.csp_report import KEPT_WHOLE, SAMPLE, CspReport, count_report

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)


def count(blocked="data", *, is_sampled=False):
    count_report(DAY, "img-src", blocked, "/", is_sampled=is_sampled)


def test_each_report_is_counted_and_of_many_a_sample():
    for _ in range(KEPT_WHOLE + 5):
        count()
    assert CspReport.objects.get().times == KEPT_WHOLE
    count(is_sampled=True)
    assert CspReport.objects.get().times == KEPT_WHOLE + SAMPLE
    assert str(CspReport.objects.get()) == "img-src: data"


def test_kinds_of_a_day_are_bounded(monkeypatch):
    monkeypatch.setattr(csp_report, "MOST_A_DAY", 2)
    for blocked in ("data", "blob", "inline"):
        count(blocked)
    assert {report.blocked for report in CspReport.objects.all()} == {"data", "blob"}
