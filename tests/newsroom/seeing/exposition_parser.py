"""Reads Prometheus' text format (version 0.0.4), and refuses what a strict reader would."""

import re

HELP = re.compile(r"# HELP ([a-zA-Z_:][\w:]*) (.+)")
TYPE = re.compile(r"# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram)")
LABEL = re.compile(r'([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)')
SAMPLE = re.compile(r"([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (-?\d+(?:\.\d+)?|\+Inf|NaN)")


def parsed(text):
    """{name of a sample: {its labels as a frozenset of pairs: its value}}. Raises AssertionError."""
    assert text.endswith("\n") and "\n\n" not in text and "\r" not in text
    kinds, found, last = {}, {}, ""
    for line in text.splitlines():
        if line.startswith("# HELP"):
            last = HELP.fullmatch(line)[1]
            assert last not in kinds, f"{last} comes twice"
        elif line.startswith("#"):
            name, kind = TYPE.fullmatch(line).groups()
            assert name == last, "TYPE follows HELP"
            kinds[name] = kind
        else:
            name, labels, value = SAMPLE.fullmatch(line).groups()
            base = re.sub(r"_(?:bucket|sum|count)$", "", name) if kinds[last] == "histogram" else name
            assert base == last, f"{name} stands among the samples of {last}"
            assert (kinds[last] == "counter") == name.endswith("_total")
            pairs = LABEL.findall(labels or "")
            assert ",".join(f'{label}="{text}"' for label, text in pairs) == (labels or "")
            key = frozenset(pairs)
            assert key not in found.setdefault(name, {}), f"{line} comes twice"
            found[name][key] = float(value)
    for name in (name for name, kind in kinds.items() if kind == "histogram"):
        _require_cumulative(name, found)
    return found


def _require_cumulative(name, found):
    """Buckets only grow, and the last one is the count."""
    buckets = {}
    for key, value in found[f"{name}_bucket"].items():
        rest = frozenset(pair for pair in key if pair[0] != "le")
        buckets.setdefault(rest, []).append((float(dict(key)["le"].replace("+Inf", "inf")), value))
    for rest, values in buckets.items():
        values.sort()
        assert [value for _, value in values] == sorted(value for _, value in values)
        assert values[-1] == (float("inf"), found[f"{name}_count"][rest])
        assert rest in found[f"{name}_sum"]


def total(found, name, **labels):
    """The sum of a metric's samples that have these labels."""
    return sum(value for key, value in found.get(name, {}).items() if set(labels.items()) <= key)
