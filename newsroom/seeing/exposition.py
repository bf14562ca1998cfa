"""Totals as Prometheus reads them (text exposition format 0.0.4)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsroom.seeing.ledger import Totals
from newsroom.seeing.tally import BUCKETS, Key

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metric(NamedTuple):
    """How a count is called outside: its name, its kind, its labels, and what it is."""

    name: str
    kind: str
    labels: tuple[str, ...]
    help: str


# By the name under which it is counted.
COUNTED = {
    "requests": Metric("requests_total", "counter", ("route", "status"), "Requests by name of address and status"),
    "errors": Metric("errors_total", "counter", ("logger",), "Errors in the log by part of the program"),
    "store_hits": Metric("store_hits_total", "counter", ("from",), "Answers that the page store had"),
    "store_misses": Metric("store_misses_total", "counter", ("reason",), "Answers that the page store lacked, and why"),
    "store_made": Metric("store_made_total", "counter", (), "Answers made for the page store"),
    "store_not_storable": Metric("store_not_storable_total", "counter", (), "Answers made that may not be stored"),
    "store_overtaken": Metric("store_overtaken_total", "counter", (), "Answers made of what changed meanwhile"),
    "store_waited": Metric("store_waited_total", "counter", (), "Requests that waited for another to make the page"),
    "queries": Metric("database_queries_total", "counter", (), "Queries to the database"),
    "query_seconds": Metric("database_seconds_total", "counter", (), "Seconds spent in queries"),
    "slow_queries": Metric("database_slow_queries_total", "counter", (), "Queries that took longer than SLOW_QUERY_MS"),
    "verbs": Metric("verbs_total", "counter", ("verb", "outcome"), "Verbs by name: done, refused or failed"),
    "verb_seconds": Metric("verb_seconds_total", "counter", ("verb",), "Seconds spent in verbs"),
    "deliveries": Metric("outbox_deliveries_total", "counter", ("outcome",), "Messages sent, put off or given up"),
}
NOW = {
    "store_entries": Metric("store_entries", "gauge", (), "Pages in the memory of workers"),
    "store_bytes": Metric("store_bytes", "gauge", (), "Bytes of pages in the memory of workers"),
    "workers": Metric("workers", "gauge", (), "Workers that run"),
    "outbox_due": Metric("outbox_due", "gauge", (), "Messages that wait to be sent"),
    "outbox_oldest_seconds": Metric("outbox_oldest_seconds", "gauge", (), "How long the oldest of them has waited"),
}
ALWAYS: tuple[Key, ...] = (
    *(("store_hits", kept) for kept in ("memory", "file")),
    *(("store_misses", why) for why in ("nothing kept", "over", "changed")),
    *((f"store_{what}",) for what in ("made", "not_storable", "overtaken", "waited")),
    *((name,) for name in ("queries", "query_seconds", "slow_queries")),
    *(("deliveries", outcome) for outcome in ("sent", "put off", "given up")),
)


def exposition(totals: Totals, now: Mapping[str, float]) -> str:
    """All totals, and what is so just now by its name in NOW. What counts nothing yet is there as 0."""
    counts = dict.fromkeys(ALWAYS, 0.0) | totals.counts
    lines = [line for name, metric in COUNTED.items() for line in _lines(name, metric, counts)]
    lines += _histogram(counts)
    gauges = totals.now | {("workers",): totals.workers} | {(name,): value for name, value in now.items()}
    lines += [line for name, metric in NOW.items() for line in _lines(name, metric, gauges)]
    return "\n".join([*lines, ""])


def _lines(name: str, metric: Metric, counts: Mapping[Key, float]) -> Iterator[str]:
    """The lines of one metric, none where nothing of it is known."""
    found = sorted((key[1:], value) for key, value in counts.items() if key[0] == name)
    if found:
        yield from _head(metric)
    for labels, value in found:
        yield _sample(metric.name, dict(zip(metric.labels, labels, strict=True)), value)


def _histogram(counts: Mapping[Key, float]) -> Iterator[str]:
    """How long pages took that Django made, by the name of their address; each bucket holds those below it."""
    routes = sorted(key[1] for key in counts if key[0] == "render_seconds_sum")
    if routes:
        yield from _head(Metric("render_seconds", "histogram", (), "Seconds in which Django made a page"))
    for route in routes:
        so_far = 0.0
        for bucket in (*(f"{limit:g}" for limit in BUCKETS), "+Inf"):
            so_far += counts.get(("render_seconds", route, bucket), 0)
            yield _sample("render_seconds_bucket", {"route": route, "le": bucket}, so_far)
        yield _sample("render_seconds_sum", {"route": route}, counts["render_seconds_sum", route])
        yield _sample("render_seconds_count", {"route": route}, so_far)


def _head(metric: Metric) -> Iterator[str]:
    yield f"# HELP newsroom_{metric.name} {metric.help}."
    yield f"# TYPE newsroom_{metric.name} {metric.kind}"


def _sample(name: str, labels: Mapping[str, str], value: float) -> str:
    said = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    number = f"{value:.0f}" if value == int(value) else f"{value:.6f}"
    return f"newsroom_{name}{{{said}}} {number}" if said else f"newsroom_{name} {number}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
