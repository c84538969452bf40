#!/usr/bin/env python3
"""Fits lexicon/who/antecedents.txt, how much each clue counts for whom a pronoun stands for, to the annotated pronouns.

usage: fit_antecedents.py [--write] [--tool build/dragoman_antecedents] [--stories ../shared/judged] [--data ../shared/data]
                          [--least FORM=CHANCE]...

The tool prints what competes for each pronoun: entities, nouns that the record lists nobody for, and nobody at all, each with its clues.
A candidate's chance is its share of exp(weighted clues) over all that compete. The weights make the annotated ones as likely as may be
(conditional logit with a ridge penalty, for he and she, they, it each); where several would do, their sum. A pronoun whose antecedent no
record lists is to go to the noun that the annotation has, else to a noun or nobody, whichever.
What is printed is precision and recall, for several bounds, of stories left out of the fit (ten parts, by story), judged and unseen ones
apart. A clue's weights are those of all stories. Clues that occur less than MINIMUM times keep the weight that was
written by hand. Needs numpy.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np

from pronouns import CLASSES, HERE, annotated, class_of, is_right, plain

PROJECT = HERE.parent
WEIGHTS = PROJECT / "lexicon/who/antecedents.txt"
FORMS = dict(zip(("person", "several", "thing"), CLASSES))
RIDGE = 4.0
MINIMUM = 15
PARTS = 10
BOUNDS = (.2, .25, .3, .35, .4, .45, .5, .55, .6, .7)


class Case:
    """One annotated pronoun: what competes for it, and which of that is right."""

    def __init__(self, story, kind, form, choices, candidates):
        self.story, self.kind, self.form, self.choices, self.candidates = story, kind, form, choices, candidates
        self.listed = [bool(c.get("entities")) for c in candidates]
        self.fits = [self.stands(c) for c in candidates]
        self.wanted = self.fits if any(self.fits) else self.nouns()

    def stands(self, candidate):
        entities = [{"name": names[0], "mentions": [{"kind": "name", "text": n} for n in names]} for names in candidate.get("entities", ())]
        return bool(entities) and bool(self.choices) and is_right(entities, self.choices)

    def nouns(self):
        heads = {name.split()[-1] for choice in self.choices for names in choice for name in names if name}
        named = [bool(c.get("noun")) and plain(c["noun"]) in heads for c in self.candidates]
        return named if any(named) else [not listed for listed in self.listed]


def run_tool(tool, stories):
    """What the tool prints of each (name, (text, day or None)), by name."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, (text, day) in stories:
            file.write(json.dumps({"uri": name, "text": text} | ({"published": day} if day else {})) + "\n")
        file.flush()
        run = subprocess.run([tool, file.name], capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        sys.exit(f"{tool}: exit code {run.returncode}: {run.stderr.strip()}")
    return {line["uri"]: line for line in map(json.loads, run.stdout.splitlines())}


def read_cases(tool, stories, kind):
    lines = run_tool(tool, [story[:2] for story in stories])
    for name, _, links in stories:
        found = {p["begin"]: p for p in lines[name]["pronouns"]}
        for begin, pronoun, choices in links:
            at = found.get(begin)
            form = next(f for f, of in FORMS.items() if of == class_of(pronoun))
            yield Case(name, kind, form, choices, at["candidates"] if at and at["form"] == form else [])


def clues_of(cases):
    counts = Counter(clue for case in cases for c in case.candidates for clue in c["clues"])
    return [clue for clue, n in counts.items() if n >= MINIMUM]


def tables(cases, clues):
    place = {clue: i for i, clue in enumerate(clues)}
    for case in cases:
        x = np.zeros((len(case.candidates), len(clues)))
        for row, candidate in enumerate(case.candidates):
            for clue, amount in candidate["clues"].items():
                if clue in place:
                    x[row, place[clue]] = amount
        yield x, np.array(case.wanted, dtype=float)


def shares(points):
    p = np.exp(points - points.max())
    return p / p.sum()


def fit(cases, clues, ridge=RIDGE, steps=60):
    """Newton's method on the penalised log likelihood, with the curvature of what competes alone, which is never negative."""
    w = np.zeros(len(clues))
    rows = [(x, y) for x, y in tables(cases, clues) if len(x) > 1 and 0 < y.sum() < len(y)]
    for _ in range(steps):
        gradient, curvature = -ridge * w, ridge * np.eye(len(clues))
        for x, y in rows:
            p = shares(x @ w)
            q = p * y / (p * y).sum()
            mean = p @ x
            gradient += q @ x - mean
            curvature += (x * p[:, None]).T @ x - np.outer(mean, mean)
        step = np.linalg.solve(curvature, gradient)
        w += step
        if np.abs(step).max() < 1e-5:
            break
    return w


def chosen(case, clues, w):
    """(chance, whether it is right, whether it has no name) of the likeliest entities; None where there are none."""
    if not any(case.listed):
        return None
    (x, _), = tables([case], clues)
    p = shares(x @ w)
    best = max((i for i, listed in enumerate(case.listed) if listed), key=lambda i: p[i])
    return p[best], case.fits[best], "without name" in case.candidates[best]["clues"]


def fitted(cases):
    """(clues, their weights)"""
    clues = clues_of(cases)
    return clues, fit(cases, clues)


def left_out(cases, fit_to=fitted, choose=chosen):
    """What is chosen for each case with weights that were fitted to other stories."""
    part = {name: i % PARTS for i, name in enumerate(sorted({case.story for case in cases}))}
    out = [None] * len(cases)
    for k in range(PARTS):
        clues, w = fit_to([case for case in cases if part[case.story] != k])
        for i, case in enumerate(cases):
            if part[case.story] == k:
                out[i] = choose(case, clues, w)
    return out


def print_bounds(choices, of, bounds=BOUNDS):
    """Precision and recall by the least chance, of what was chosen; `of` stand for somebody."""
    for bound in bounds:
        given = [c for c in choices if c[0] >= bound]
        right = sum(fits for _, fits, _ in given)
        print(f"  from {bound:.2f}: precision {right / max(1, len(given)):.3f} ({right} of {len(given)}), recall {right / max(1, of):.3f}")


def print_expected(cases, choices, bounds):
    """As print_bounds, where "nothing" may be what a reader says: recall is of the cases for which something is expected."""
    of = sum(case.expects for case in cases)
    for bound in bounds:
        given = [(case, c) for case, c in zip(cases, choices) if c and c[0] >= bound]
        right = sum(c[1] for _, c in given)
        found = sum(c[1] for case, c in given if case.expects)
        print(f"  from {bound:.2f}: precision {right / max(1, len(given)):.3f} ({right} of {len(given)}), recall {found / max(1, of):.3f}")


def report(form, cases, choices):
    for kind in ("judged", "unseen"):
        of = sum(bool(case.choices) for case in cases if case.kind == kind)
        reachable = sum(any(case.fits) for case in cases if case.kind == kind)
        print(f"{FORMS[form]}, {kind}: {of} stand for somebody, {reachable} of them have the right one among what competes")
        print_bounds([c for case, c in zip(cases, choices) if case.kind == kind and c], of)


def written(text, least, models):
    """The file of weights with other numbers; all else stays as it was."""
    out, clue = [], None
    for line in text.splitlines():
        key, _, value = line.partition(": ")
        if key in ("clue", "pronoun", "phrase", "entity", "bound", "item"):
            clue = value
        elif key == "least" and clue in least:
            line = f"least: {least[clue]}"
        elif key in models and clue in models[key]:
            line = f"{key}: {models[key][clue] + 0.0:.2f}".replace(" -0.00", " 0.00")
        out.append(line)
    return "\n".join(out) + "\n"


def arguments(description, weights, tool="build/dragoman_antecedents", more=()):
    ap = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--write", action="store_true", help=f"put weights fitted to all stories into {weights.relative_to(PROJECT)}")
    ap.add_argument("--tool", type=lambda p: Path(p).resolve(), default=PROJECT / tool)
    ap.add_argument("--stories", type=Path, default=PROJECT.parent / "shared/judged")
    ap.add_argument("--data", type=Path, default=PROJECT.parent / "shared/data")
    ap.add_argument("--least", action="append", default=[], metavar="FORM=CHANCE")
    for flag, how in dict(more).items():
        ap.add_argument(flag, **how)
    return ap.parse_args()


def fit_forms(a, cases, forms, say, weights):
    """Fits each form, says how good that is on stories left out, and writes the weights where that is asked for."""
    models = {}
    for form in forms:
        own = [case for case in cases if case.form == form]
        say(form, own, left_out(own))
        models[form] = dict(zip(*fitted(own)))
    if a.write:
        least = {form: float(chance) for form, chance in (pair.split("=") for pair in a.least)}
        weights.write_text(written(weights.read_text(encoding="utf-8"), least, models), encoding="utf-8")
        print(f"weights written to {weights}")


def main():
    a = arguments(__doc__, WEIGHTS)
    cases = [case for kind, stories in annotated(a.stories, a.data).items() for case in read_cases(a.tool, stories, kind)]
    fit_forms(a, cases, FORMS, report, WEIGHTS)


if __name__ == "__main__":
    main()
