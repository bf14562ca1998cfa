"""What is read of a request's body before Django hears of it: no more than may be sent, and not for ever."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsroom.server import limits, request_body
from newsroom.server.limits import FORM, FROM_ANYBODY, UPLOAD, Head, RefusedRequest, is_too_slow
from newsroom.server.request_body import hear_out, read_body


def head(path="/admin/login/", length=None, content_type="", session=""):
    return Head(path, length, content_type, session)


async def first(chunks):
    return await anext(chunks)


async def pieces(*sizes, then=None):
    for size in sizes:
        yield b"x" * size
    if then:
        await then()


def run(work):
    """What a coroutine gives, run in a thread of its own: that of the tests may have a loop, the browser's."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def read(asked, chunks, sessions=("mine",)):
    """(the body, its length) as `read_body` gives them; those with a session in `sessions` are signed in."""

    async def is_signed_in(session):
        return session in sessions

    async def reading():
        body, length = await read_body(asked, chunks, is_signed_in)
        with body:
            return body.read(), length

    return run(reading())


def test_body_is_there_whole_and_at_its_start():
    assert read(head(length=7), pieces(3, 4)) == (b"xxxxxxx", 7)


def test_body_larger_than_memory_is_there_too():
    size = request_body.IN_MEMORY + 5
    body, length = read(head(content_type="multipart/form-data; boundary=x", session="mine"), pieces(size // 2, size))
    assert len(body) == length == size // 2 + size


@pytest.mark.parametrize(
    ("asked", "most"),
    [
        (head(), FROM_ANYBODY),
        (head(session="stale"), FROM_ANYBODY),
        (head(session="mine"), FORM),
        (head(content_type="multipart/form-data; boundary=x"), FROM_ANYBODY),
        (head(content_type="multipart/form-data; boundary=x", session="stale"), FROM_ANYBODY),
        (head(path="/search/", session="mine"), FROM_ANYBODY),
        (head(path="/read", session="mine"), 18),
    ],
)
def test_chunked_bodies_end_at_the_limit_of_who_sends_them(asked, most):
    assert read(asked, pieces(most))[1] == most
    with pytest.raises(RefusedRequest) as refused:
        read(asked, pieces(most, 1))
    assert refused.value.status == (400 if asked.path == "/read" else 413)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (head(length=FROM_ANYBODY + 1), 413),
        (head(length=FORM + 1, session="mine"), 413),
        (head(length=UPLOAD + 1, session="mine", content_type="multipart/form-data"), 413),
        (head(path="/read", length=19), 400),
    ],
)
def test_a_length_above_the_limit_is_refused_before_a_byte_is_read(asked, status):
    chunks = pieces(1)
    with pytest.raises(RefusedRequest) as refused:
        read(asked, chunks)
    assert refused.value.status == status
    assert run(first(chunks)) == b"x", "nothing was taken from it"


def test_a_body_that_stops_coming_is_given_up(monkeypatch):
    monkeypatch.setattr(request_body, "PATIENCE", 0.01)
    with pytest.raises(RefusedRequest) as refused:
        read(head(length=9), pieces(1, then=asyncio.Event().wait))
    assert refused.value.status == 408


def test_a_body_that_breaks_off_is_no_request():
    with pytest.raises(RefusedRequest) as refused:
        read(head(length=9), pieces(4))
    assert refused.value.status == 400


def test_a_body_that_trickles_is_given_up(monkeypatch):
    monkeypatch.setattr(limits, "GRACE", -1)
    with pytest.raises(RefusedRequest) as refused:
        read(head(), pieces(1))
    assert refused.value.status == 408


@pytest.mark.parametrize(
    ("received", "seconds", "slow"), [(1, 20, False), (1, 21, True), (8192, 21, False), (50_000, 30, True)]
)
def test_slowness_is_by_what_came_in_all(received, seconds, slow):
    assert is_too_slow(received, seconds) is slow


@pytest.mark.parametrize(("sizes", "left"), [([100_000] * 5, []), ([600_000] * 3, [b"x" * 600_000])])
def test_what_is_on_its_way_is_heard_out_within_a_limit(sizes, left):
    async def story():
        chunks = pieces(*sizes)
        await hear_out(chunks)
        return [chunk async for chunk in chunks]

    assert run(story()) == left


def test_nobody_is_heard_out_for_long(monkeypatch):
    monkeypatch.setattr(request_body, "HEARING", 0.01)
    run(hear_out(pieces(1, then=asyncio.Event().wait)))
