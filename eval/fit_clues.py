#!/usr/bin/env python3
"""Fits the weights of lexicon/who/clues.txt, by which names of people, bodies, places and things are told apart.

usage: fit_clues.py [--write] [--ridge N] [--tool PATH] [--shared DIR]      scripts/fit_clues.sh sets up and runs it

Reads the news of ../shared/data/world, whose names people annotated, and asks build/dragoman_clues for every name that dragoman
judges and its clues. The weights are those of a multinomial logistic regression with a ridge penalty. A name whose span is not
exactly an annotated one counts half: what it should be read as is less certain. Names that a rule decides are not fitted to.

Printed is the share of names that are read rightly with weights fitted to the articles of the other four fifths (`fitted`), and with
those of clues.txt as it is (`as it is`; these have seen the articles). --write puts weights fitted to all articles into clues.txt.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from names import FOLDS, READINGS, fold, join, read_clues, write_clues

PROJECT = Path(__file__).resolve().parent.parent
HALF = 0.5  # what a name counts whose span is not an annotated one
RIDGE = 1.0
STEPS = 2000
ENOUGH = 1e-8  # a step that gains less than this share of the loss is the last one


def probabilities(x, weights):
    points = x @ weights
    points = np.exp(points - points.max(axis=1, keepdims=True))
    return points / points.sum(axis=1, keepdims=True)


def fit(x, y, importance, ridge=RIDGE, classes=len(READINGS)):
    """Weights (clue by class) that minimise -sum(importance * log p(class)) + ridge/2 * sum(weights²).

    The curvature of the loss is nowhere greater than x'x/2 (Böhning 1992), so steps by the inverse of that need no line search; with
    Nesterov's momentum, begun anew when a step does not gain, some hundred are enough.
    """
    rows = np.arange(len(y))
    scaled = x * importance[:, None]
    inverse = np.linalg.inv(x.T @ scaled / 2 + ridge * np.eye(x.shape[1]))
    target = np.zeros((len(y), classes))
    target[rows, y] = 1
    weights = ahead = np.zeros((x.shape[1], classes))
    momentum, last = 1.0, np.inf
    for _ in range(STEPS):
        p = probabilities(x, ahead)
        stepped = ahead - inverse @ (scaled.T @ (p - target) + ridge * ahead)
        loss = -importance @ np.log(np.maximum(p[rows, y], 1e-300)) + ridge / 2 * (ahead**2).sum()
        if loss > last:
            ahead, momentum, last = weights, 1.0, np.inf
            continue
        if last - loss < ENOUGH * loss:
            return stepped
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = stepped + (momentum - 1) / following * (stepped - weights)
        weights, momentum, last = stepped, following, loss
    return weights


def matrix(names, clues):
    column = {clue: i for i, clue in enumerate(clues)}
    x = np.zeros((len(names), len(clues)))
    for row, name in enumerate(names):
        for clue, amount in name.clues.items():
            x[row, column[clue]] = amount
    return x


def judged_names(tool, shared):
    sys.path.insert(0, str(shared / "eval"))
    from score_entities import documents, trim

    articles = list(documents(shared / "data/world"))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for uri, text, _, _ in articles:
            file.write(json.dumps({"uri": uri, "text": text}) + "\n")
        file.flush()
        run = subprocess.run([tool, file.name], capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        sys.exit(f"{tool}: exit code {run.returncode}: {run.stderr.strip()}")
    return list(join(articles, map(json.loads, run.stdout.splitlines()), trim))


def print_accuracy(names, given):
    """`given` maps a heading to the readings of all names."""
    named = [i for i, n in enumerate(names) if n.annotated and n.reading != "thing"]
    rows = [
        ("people, bodies and places", named),
        ("… where the weights decide", [i for i in named if not names[i].by_rule]),
        *((f"… {reading}", [i for i in named if names[i].reading == reading]) for reading in READINGS[:3]),
        ("all names that are annotated", [i for i, n in enumerate(names) if n.annotated]),
        ("all that dragoman takes for names", range(len(names))),
    ]
    print(f"{'':36}{'names':>7}" + "".join(f"{heading:>10}" for heading in given))
    for label, of in rows:
        shares = [sum(readings[i] == names[i].reading for i in of) / max(1, len(of)) for readings in given.values()]
        print(f"{label:36}{len(of):7}" + "".join(f"{share:10.3f}" for share in shares))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--write", action="store_true", help="write the weights fitted to all articles to lexicon/who/clues.txt")
    ap.add_argument("--ridge", type=float, default=RIDGE, help="how much large weights cost")
    ap.add_argument("--tool", type=Path, default=PROJECT / "build/dragoman_clues")
    ap.add_argument("--shared", type=Path, default=PROJECT.parent / "shared")
    a = ap.parse_args()
    if not (a.shared / "data/world").is_dir():
        sys.exit(f"found no annotated news at {a.shared / 'data/world'}")
    if not a.tool.is_file():
        sys.exit(f"{a.tool} is not there; `scripts/build.sh release dragoman_clues` makes it")
    file = PROJECT / "lexicon/who/clues.txt"
    text = file.read_text(encoding="utf-8")
    clues, names = read_clues(text), judged_names(a.tool.resolve(), a.shared.resolve())
    x = matrix(names, clues)
    y = np.array([READINGS.index(n.reading) for n in names])
    importance = np.array([0.0 if n.by_rule else 1.0 if n.annotated else HALF for n in names])
    folds = np.array([fold(n) for n in names])
    as_it_is = [n.verdict if n.verdict in READINGS else "thing" for n in names]
    fitted = list(as_it_is)
    for k in range(FOLDS):
        rest = (folds != k) & (importance > 0)
        weights = fit(x[rest], y[rest], importance[rest], a.ridge)
        for i in np.flatnonzero(folds == k):
            if not names[i].by_rule:
                fitted[i] = READINGS[int(np.argmax(x[i] @ weights))]
    print_accuracy(names, {"fitted": fitted, "as it is": as_it_is})
    if a.write:
        asked = importance > 0
        weights = fit(x[asked], y[asked], importance[asked], a.ridge)
        file.write_text(write_clues(text, dict(zip(clues, weights.tolist(), strict=True))), encoding="utf-8")
        print(f"weights of {len(clues)} clues written to lexicon/who/clues.txt")


if __name__ == "__main__":
    main()
