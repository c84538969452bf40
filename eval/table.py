"""Figures, the file that they are recorded in, and the table that holds them against the last recorded ones."""
import json
from dataclasses import dataclass
from typing import Optional

TOLERANCE = 0.002
ROUNDING = 1e-9  # .706 - .704 is a little more than .002 in binary


@dataclass(frozen=True)
class Figure:
    """A share between 0 and 1, or a count. `of` is what a share is a share of, where the scorer says it."""

    value: float
    of: Optional[int] = None
    better: str = "more"  # or "less", or "neither" for what is only told
    tolerance: float = TOLERANCE  # a change for the worse up to this is not marked


@dataclass(frozen=True)
class Row:
    name: str
    last: Optional[float]
    now: Optional[float]
    of: Optional[int]
    mark: str  # "fell", "rose" where less is better, "new", "gone" or ""

    @property
    def difference(self):
        return None if self.last is None or self.now is None else self.now - self.last

    @property
    def worse(self):
        return self.mark in ("fell", "rose", "gone")


def mark(last, figure):
    if last is None:
        return "new"
    worse = {"more": last - figure.value, "less": figure.value - last, "neither": 0}[figure.better]
    if worse <= figure.tolerance + ROUNDING:
        return ""
    return "fell" if figure.better == "more" else "rose"


def compare(last, now, scorers):
    """Rows for all figures of the scorers that ran, in the order in which they are given, then those that are gone.

    `last` maps names ("times/TimeBank value F1") to values, `now` to Figures. What a scorer that did not run has on
    record is left out.
    """
    rows = [Row(n, last.get(n), f.value, f.of, mark(last.get(n), f)) for n, f in now.items()]
    rows += [Row(n, v, None, None, "gone") for n, v in last.items() if n not in now and scorer_of(n) in scorers]
    return rows


def scorer_of(name):
    return name.split("/", 1)[0]


def number(value, signed=False):
    if value is None:
        return "–"
    if isinstance(value, int):
        return f"{value:+d}" if signed and value else str(value)
    text = f"{value:+.3f}" if signed else f"{value:.3f}"
    return "0" if signed and float(text) == 0 else text


def print_table(rows):
    width = max([len(r.name.split("/", 1)[1]) for r in rows], default=0) + 2
    head = None
    for r in rows:
        scorer, name = r.name.split("/", 1)
        if scorer != head:
            head = scorer
            print(f"{scorer:{width + 2}}{'of':>7}{'last':>9}{'now':>9}{'change':>9}")
        line = f"  {name:{width}}{number(r.of) if r.of is not None else '':>7}{number(r.last):>9}{number(r.now):>9}"
        print(f"{line}{number(r.difference, True):>9}{'  << ' + r.mark if r.worse else '  ' + r.mark if r.mark else ''}".rstrip())


def read_recorded(path):
    """Names to values; empty where nothing is recorded yet."""
    if not path.exists():
        return {}
    return {name: entry["value"] for name, entry in json.loads(path.read_text(encoding="utf-8")).items()}


def record(path, now, scorers):
    """Writes the figures of the scorers that ran; those of others stay as they are. One line a figure, so that a change shows."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept = {name: entry for name, entry in kept.items() if scorer_of(name) not in scorers}
    for name, figure in now.items():
        value = figure.value if isinstance(figure.value, int) else round(figure.value, 4)
        kept[name] = {"value": value} if figure.of is None else {"value": value, "of": figure.of}
    lines = [f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(kept[name])}" for name in sorted(kept, key=scorer_of)]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
