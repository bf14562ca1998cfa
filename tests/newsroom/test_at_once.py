"""What a worker has in memory is answered before the event loop hears of the request, and nothing is ever lost."""

from types import SimpleNamespace

import pytest
from granian import _futures
from granian.rsgi import ProtocolClosed

from newsroom.server.at_once import SCHEDULES, answer_at_once, first

ANSWER = (200, [("content-type", "text/html")], b"Bridge")


class Request:
    """What granian hands over: the scope, and how to answer."""

    def __init__(self, *, has_gone=False):
        self.scope, self.proto, self.is_done, self.answered, self.has_gone = "/", self, False, [], has_gone

    def response_bytes(self, *answer):
        if self.has_gone:
            raise ProtocolClosed
        self.answered.append(answer)

    def done(self):
        self.is_done = True


def test_what_is_in_memory_is_answered_and_the_loop_hears_nothing():
    request, later = Request(), []
    first(lambda scope: ANSWER, later.append)(request)
    assert request.answered == [ANSWER]
    assert request.is_done
    assert not later


def test_everything_else_is_for_the_loop():
    request, later = Request(), []
    first(lambda scope: None, later.append)(request)
    assert later == [request]
    assert not request.answered
    assert not request.is_done


def test_a_store_that_fails_loses_no_request(caplog):
    def fail(scope):
        raise RuntimeError("no table")

    request, later = Request(), []
    first(fail, later.append)(request)
    assert later == [request]
    assert "could not be looked up" in caplog.text


def test_who_has_gone_meanwhile_is_told_nothing():
    request, later = Request(has_gone=True), []
    first(lambda scope: ANSWER, later.append)(request)
    assert request.is_done
    assert not later


@pytest.mark.parametrize("name", SCHEDULES)
def test_granian_asks_it_first(name, monkeypatch):
    for each in SCHEDULES:  # put back afterwards
        monkeypatch.setattr(_futures, each, getattr(_futures, each))
    seen = []
    answer_at_once(lambda scope: seen.append(scope) or ANSWER)
    loop, request = SimpleNamespace(), Request()
    rest = (None,) * (3 if name == "_cbsched_schedule" else 2)
    getattr(_futures, name)(loop, *rest)(request)
    assert seen == ["/"]
    assert request.answered == [ANSWER]
