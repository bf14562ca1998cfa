"""What every request leaves behind: a line in the log, a count, for staff an id and how long what took.

A line has no query, cookie, address of a reader or name of a browser; and of staff their number only where they change
something, since what anybody reads is never logged, nor who seals a story (docs/privacy.md, docs/security.md).
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter, time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from articles.client_address import is_trusted_proxy
from newsroom.seeing.current import IN_ENVIRON, Seen, begun, current, new_id, without_secrets
from newsroom.seeing.tally import FILES, LONGEST_PATH, route_of, tally

logger = logging.getLogger("newsroom.requests")
MOST_HELD = 100_000  # answers from memory whose lines are not written yet; of more the log says only how many
LOGGED: bool = settings.LOG_REQUESTS  # which to ask of the settings costs more than all else about a hit
ID, TIMING = "X-Request-ID", "Server-Timing"
held: deque[tuple[float, str, str, int, int, float, str]] = deque()
lost = 0

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def seen(application: Wsgi) -> Wsgi:
    """The WSGI application with an id for each request, which is counted and logged once its answer begins."""

    def answered(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        # Before Django, which writes the path that it has decoded into the environment.
        path = environ["PATH_INFO"].encode("latin-1").decode(errors="replace")
        request = begun(_given(environ))
        said: list[Any] = [500, ()]
        environ[IN_ENVIRON] = request

        def start(status: str, headers: list[tuple[str, str]], *exc_info: Any) -> Any:
            said[:] = int(status[:3]), headers
            return start_response(status, headers, *exc_info)

        token = current.set(request)
        answer: Any = ()
        try:
            answer = application(environ, start)
            return answer
        finally:
            current.reset(token)
            _note(request, environ["REQUEST_METHOD"], path, said[0], _length(environ, said[1], answer))

    return answered


def note_hit(scope: Any, answer: tuple[int, Any, bytes], began: float) -> None:
    """Note an answer from memory, in the thread that read the request: its line is written later, by `write_held`."""
    tally.hit(scope.path, answer[0])
    if LOGGED:
        if len(held) < MOST_HELD:
            given = scope.headers.get("x-request-id", "")
            given = given if given and is_trusted_proxy(scope.client.rpartition(":")[0].strip("[]")) else ""
            took = perf_counter() - began
            held.append((time(), scope.method, scope.path, answer[0], len(answer[2]), took, given))
        else:
            _lose()


def note_refused(scope: Any, status: int) -> None:
    """Note a request that was not read."""
    tally.request(route_of(scope.path), status, is_stored=False)
    _say(new_id(), scope.method, scope.path, status, 0, 0.0, "refused")


def write_held() -> None:
    """Write the lines of answers from memory."""
    global lost
    for _ in range(len(held)):
        at, method, path, status, length, took, given = held.popleft()
        _say(new_id(given), method, path, status, length, took, "store", at=at)
    if lost:
        logger.warning("%s more requests were answered from memory than the log could take.", lost)
        lost = 0


def _lose() -> None:
    global lost
    lost += 1


class SeeingMiddleware:
    """Notes which page Django makes and for whom; says to staff in the admin which request it was and what it took.

    What the page store makes is made of a request of its own, which has no id: nothing of this comes into its bytes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        began, asked = perf_counter(), current.get()
        if asked is not None:
            asked.is_made = True
        mine: Seen | None = request.META.get(IN_ENVIRON)
        request.request_id = mine.id if mine else ""  # type: ignore[attr-defined]  # for the page of our own failures
        response = self.get_response(request)
        took = perf_counter() - began
        found = request.resolver_match
        if found is not None:
            tally.page(found.view_name or "none", took)
        user = getattr(request, "_cached_user", None)  # asked for by whatever made the page, or by nobody
        if mine is not None and user is not None and user.is_authenticated:
            mine.user = user.pk
            if user.is_staff and request.path_info.startswith("/admin/"):
                response.headers[ID], response.headers[TIMING] = mine.id, timing(mine, took)
        return response


def timing(request: Seen, took: float) -> str:
    """What a page took, for the tools of a browser (W3C, Server Timing)."""
    asked = f'db;dur={request.database * 1000:.1f};desc="{request.queries} queries"'
    return f'app;dur={took * 1000:.1f}, {asked}, store;desc="not stored"'


def _given(environ: dict[str, Any]) -> str:
    """The id that a proxy gave, where its word counts."""
    given = environ.get("HTTP_X_REQUEST_ID", "")
    return given if given and is_trusted_proxy(environ.get("REMOTE_ADDR", "")) else ""


def _length(environ: dict[str, Any], headers: Any, answer: Any) -> int | None:
    """The bytes of an answer's body, None where it is sent piece by piece."""
    if environ["REQUEST_METHOD"] == "HEAD":
        return 0
    if isinstance(answer, list):  # of the page store
        return sum(map(len, answer))
    said = next((value for name, value in headers or () if name.lower() == "content-length"), "")
    return int(said) if said.isdecimal() else None


def _note(request: Seen, method: str, path: str, status: int, length: int | None) -> None:
    route = route_of(path)
    source = "file" if route == FILES else "made" if request.is_made or status >= 500 else "store"
    tally.request(route, status, is_stored=source == "store")
    tally.add("queries", by=request.queries)
    tally.add("query_seconds", by=request.database)
    user = None if method in ("GET", "HEAD") or path.endswith("/seal/") else request.user
    _say(request.id, method, path, status, length, perf_counter() - request.began, source, user=user)


def _say(
    given: str,
    method: str,
    path: str,
    status: int,
    length: int | None,
    took: float,
    source: str,
    *,
    user: int | None = None,
    at: float | None = None,
) -> None:
    """Write the line of a request; `at` is when it was answered, where that is not now."""
    if not logger.isEnabledFor(logging.INFO):
        return
    facts: dict[str, Any] = {
        "method": method,
        "path": without_secrets(path)[:LONGEST_PATH],
        "status": status,
        "bytes": length,
        "ms": round(took * 1000, 2),
        "from": source,
    }
    if user is not None:
        facts["user"] = user
    words = " ".join(f"{name}={value}" for name, value in facts.items() if name not in ("method", "path", "status"))
    more = {"facts": facts, "request_id": given} | ({"answered_at": at} if at is not None else {})
    logger.info("%s %s %s %s", method, facts["path"], status, words, extra=more)
