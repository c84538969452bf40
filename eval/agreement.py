#!/usr/bin/env python3
"""How far two readers of the same records agree: agreement.py A B

A and B are folders of verdicts (NAME/verdicts.tsv, see eval/judged/README.md) that two readers gave without seeing each other's.
Only items that both judged are compared. Printed by list of the record and for all, once for the three verdicts (R, P, W) and
once for right (R or P) against wrong (W):

  raw     the share of the items with the same verdict
  kappa   Cohen's: raw agreement beyond what two readers with these habits reach by chance, 1 being perfect and 0 chance
  alpha   Krippendorff's for nominal data: the same idea, with one distribution of verdicts for both readers

Where all verdicts are the same there is nothing to agree on beyond chance; kappa and alpha are "–" then.
"""
import argparse
import sys
from collections import Counter
from pathlib import Path

LISTS = ("events", "statements", "positions", "meetings", "agenda", "persons")


class BadVerdicts(Exception):
    """A line that is no verdict, with its file and number."""


def read_verdicts(folder):
    """(story, key) to R, P or W."""
    out = {}
    for path in sorted(Path(folder).glob("*/verdicts.tsv")):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if len(cells) < 2 or cells[1] not in ("R", "P", "W"):
                raise BadVerdicts(f"{path}:{n}: found {line!r}, expected KEY, R, P or W, and a class, parted by tabs")
            out[path.parent.name, cells[0]] = cells[1]
    return out


def list_of(key):
    """The list that an item belongs to: "events" of "events:s3:AGREE|…"."""
    return key.split(":", 1)[0]


def raw_agreement(pairs):
    return sum(a == b for a, b in pairs) / len(pairs)


def kappa(pairs):
    """Cohen's kappa; None where both readers gave one and the same verdict throughout."""
    n = len(pairs)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(first[v] * second[v] for v in first) / n**2
    return None if by_chance == 1 else (raw_agreement(pairs) - by_chance) / (1 - by_chance)


def alpha(pairs):
    """Krippendorff's alpha for nominal data, two readers, no item left out; None where there is one verdict only."""
    values = Counter(v for pair in pairs for v in pair)
    n = 2 * len(pairs)
    expected = sum(count * (n - count) for count in values.values()) / (n * (n - 1))
    return None if expected == 0 else 1 - (1 - raw_agreement(pairs)) / expected


def right_or_wrong(pairs):
    return [tuple("W" if v == "W" else "right" for v in pair) for pair in pairs]


def figures(pairs):
    return raw_agreement(pairs), kappa(pairs), alpha(pairs)


def by_list(first, second):
    """Pairs of verdicts by list, "all" being the last; lists without pairs are left out."""
    out = {name: [] for name in LISTS}
    for at in sorted(first.keys() & second.keys()):
        out.setdefault(list_of(at[1]), []).append((first[at], second[at]))
    return {name: pairs for name, pairs in {**out, "all": [p for pairs in out.values() for p in pairs]}.items() if pairs}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("a", metavar="A")
    ap.add_argument("b", metavar="B")
    a = ap.parse_args()
    for folder in (a.a, a.b):
        if not Path(folder).is_dir():
            ap.error(f"found no folder {folder}")
    try:
        first, second = read_verdicts(a.a), read_verdicts(a.b)
    except BadVerdicts as fault:
        sys.exit(str(fault))
    lists = by_list(first, second)
    if not lists:
        sys.exit(f"no item has a verdict in both folders ({len(first)} in {a.a}, {len(second)} in {a.b})")

    def cells(values):
        return "".join(f"{'–' if v is None else f'{v:.3f}':>7}" for v in values)

    print(f"{'':13}{'':>6}   {'R / P / W':^21}   {'right / wrong':^21}")
    print(f"{'list':13}{'items':>6}   {'raw':>7}{'kappa':>7}{'alpha':>7}   {'raw':>7}{'kappa':>7}{'alpha':>7}")
    for name, pairs in lists.items():
        print(f"{name:13}{len(pairs):6}   {cells(figures(pairs))}   {cells(figures(right_or_wrong(pairs)))}")
    print(f"\nverdicts of A in rows, of B in columns\n   {'R':>6}{'P':>6}{'W':>6}")
    count = Counter(lists["all"])
    for v in "RPW":
        print(f"{v:3}" + "".join(f"{count[v, w]:6}" for w in "RPW"))
    print(f"\njudged by A alone {len(first.keys() - second.keys())}, by B alone {len(second.keys() - first.keys())}")


if __name__ == "__main__":
    main()
