#!/usr/bin/env python3
"""Fits how much each thing that two tellings agree or differ in counts for their being one (lexicon/links/weights.txt).

usage: fit_links.py DRAGOMAN TOOL STORE [--write FILE] [--threshold LOGODDS] [--least WEIGHT]

TOOL is dragoman_links, which the build makes beside the tests; STORE is one that `links.py DRAGOMAN --store STORE` has filled. The
pairs are those of links/events.tsv and links/merged.tsv. A logistic model with a ridge penalty is fitted; what is printed is of pairs that were left out
of the fit (ten parts, five times): precision and recall of the links from a threshold on, of each of the two files. What the record
does not list at all is not linked. --write replaces the weights of events in FILE and leaves those of statements.
"""
import argparse
import json
import subprocess
from pathlib import Path

import numpy as np

from fit_confidence import fit
from links import Links, read_pairs

HERE = Path(__file__).resolve().parent
RIDGE = 2.0
GIVEN = {"same day and parties": 2.0}  # too rare in the pairs to be fitted; those with it are left out
THRESHOLDS = (-.5, 0, .3, .6, .9, 1.2, 1.5, 2)


class Tellings(Links):
    def tellings(self, place):
        """Those of the events whose trigger stands there."""
        return [self.telling(event) for event, _ in self.rows(place)]

    def telling(self, event):
        """The event of the same document and happening that stands for it among the tellings."""
        return self.db.execute("SELECT t.fact FROM events e JOIN tellings t ON t.list = 'events' AND t.document = e.document JOIN events o ON o.id = t.fact "
                               "AND o.happening = e.happening WHERE e.id = ?", (event,)).fetchone()[0]


def clues_of(program, tool, store, pairs):
    """For each pair the clues of its events that are most alike, or None."""
    links = Tellings(program, store)
    asked = [(n, x, y) for n, (_, _, a, b) in enumerate(pairs) for x in links.tellings(a) for y in links.tellings(b)]
    lines = "".join(f"events {x} {y}\n" for _, x, y in asked)
    answer = subprocess.run([tool, store], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [None] * len(pairs)
    for (n, _, _), line in zip(asked, answer, strict=True):
        clues = json.loads(line)
        if clues and (found[n] is None or clues.get("words shared", 0) > found[n].get("words shared", 0)):
            found[n] = clues
    return found


def design(clues, names):
    x = np.array([[c.get(name, 0.0) for name in names] for c in clues])
    return np.hstack([x, np.ones((len(clues), 1))])


def left_out(clues, same, names):
    """The log odds of each pair by models that did not see it."""
    scores = np.zeros(len(clues))
    for turn in range(5):
        order = np.random.default_rng(turn).permutation(len(clues))
        for part in range(10):
            out = order[part::10]
            seen = np.setdiff1d(order, out)
            w = fit(design([clues[i] for i in seen], names), same[seen], RIDGE)
            scores[out] += design([clues[i] for i in out], names) @ w / 5
    return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("tool")
    parser.add_argument("store")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--threshold", type=float, default=1.5)
    parser.add_argument("--least", type=float, default=.5)
    args = parser.parse_args()
    files = ("events.tsv", "merged.tsv")
    pairs, of = [], []
    for file in files:
        read = read_pairs(HERE / "links" / file, ())
        pairs += read
        of += [file] * len(read)
    found = clues_of(args.program, args.tool, args.store, pairs)
    known = [i for i, clues in enumerate(found) if clues is not None and not GIVEN.keys() & clues.keys()]
    clues, same = [found[i] for i in known], np.array([pairs[i][0] == "same" for i in known], dtype=float)
    names = sorted({name for c in clues for name in c} - {"always"})
    scores = left_out(clues, same, names)
    for file in files:
        here = np.array([of[i] == file for i in known])
        all_same = sum(pair[0] == "same" for pair, place in zip(pairs, of, strict=True) if place == file)
        print(f"{file}: {of.count(file)} pairs, {all_same} the same; {here.sum()} can be one, {int(same[here].sum())} of them the same")
        for threshold in THRESHOLDS:
            linked = here & (scores >= threshold)
            print(f"from {threshold}: precision {same[linked].mean() if linked.any() else 0:.3f}, recall {same[linked].sum() / all_same:.3f}")
    if args.write:
        weights = fit(design(clues, names), same, RIDGE)
        lines = ["# How much each thing that two tellings agree or differ in counts for their being one: log odds. Written by eval/fit_links.py",
                 "# from pairs that were judged from the texts. From `threshold` on two are linked; `least` is how much weight of words",
                 "# they must share beside the names of those who take part.", "", "list: events", f"threshold: {args.threshold}",
                 f"least: {args.least}", ""]
        for name, weight in [("always", weights[-1]), *zip(names, weights[:-1], strict=True), *GIVEN.items()]:
            lines += [f"clue: {name}", "of: events", f"weight: {weight:.2f}", ""]
        before = args.write.read_text(encoding="utf-8") if args.write.exists() else ""
        others = before[before.index("list: statements"):] if "list: statements" in before else ""  # not fitted
        args.write.write_text("\n".join(lines) + ("\n" + others if others else ""), encoding="utf-8")


if __name__ == "__main__":
    main()
