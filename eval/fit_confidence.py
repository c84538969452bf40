#!/usr/bin/env python3
"""Fits how much each clue of an item's reading counts for its being true (lexicon/confidence/weights.txt) to readers' verdicts.

usage: fit_confidence.py DRAGOMAN STORIES VERDICTS... [--unseen STORIES VERDICTS] [--write FILE] [--least LIST=CHANCE]...

STORIES is a folder of stories as judge.py takes it, VERDICTS folders of NAME/verdicts.tsv; where several judged an item the first
counts. The program reads each story with --explain --doubtful; an item with a verdict is one example, its clues the features, right (R or P)
or wrong (W) the answer. A logistic model with a ridge penalty is fitted for each list of the record. Rules are made beside the first
STORIES, so that more is right there than in what a user reads: stories that nobody looked at while rules were made (--unseen,
unseen_stories.py) are fitted with them, those of the first folder with a clue of their own which is not written. So the weights give the chance
for an unseen story. What is printed is of stories that were left out of the fit (ten parts, by story), seen and unseen ones apart: Brier
score, and how many are right among those that are given a chance of .3, .4, .5, .7, .9.
Clues that occur with fewer than MINIMUM judged items, and the governing words and entries, have no weight.
Needs numpy (eval/requirements.txt).
"""
import argparse, json, subprocess, sys
from collections import Counter
from pathlib import Path

import numpy as np
import yaml

LISTS = ("events", "statements", "positions", "meetings", "agenda")
MINIMUM = 8
RIDGE = 3.0
NOT_FITTED = ("entry: ", "governor: ")
SEEN = "(rules were made beside this story)"


def judge_module(stories):
    """The keys of items are judge.py's own, so that verdicts and items meet."""
    sys.path.insert(0, str(Path(stories).resolve().parent / "eval"))
    import judge
    return judge


def examples(program, stories, verdict_folders):
    """{list: [(story, clues, right)]}"""
    judge = judge_module(stories)
    out = {name: [] for name in LISTS}
    for story in judge.stories(stories):
        meta = yaml.safe_load((story / "story.yaml").read_text(encoding="utf-8")) or {}
        dated = ["--published", str(meta["published"])] if meta.get("published") else []
        run = subprocess.run([program, "read", *dated, "--format", "json", "--explain", "--doubtful", story / "article.txt"],
                             capture_output=True, check=True)
        known = {}
        for folder in reversed(verdict_folders):
            known.update(judge.verdicts(story, folder))
        for kind, key, item in judge.keyed(json.loads(run.stdout)):
            if kind in out and key in known:
                out[kind].append((story.name, item["why"], known[key][0] != "W"))
    return out


def fitted_clues(rows):
    counts = Counter(clue for _, why, _ in rows for clue in set(why) if not clue.startswith(NOT_FITTED))
    return sorted(clue for clue, n in counts.items() if n >= MINIMUM)


def design(rows, clues):
    place = {clue: i for i, clue in enumerate(clues)}
    x = np.zeros((len(rows), len(clues) + 1))
    x[:, -1] = 1
    for i, (_, why, _) in enumerate(rows):
        for clue in why:
            if clue in place:
                x[i, place[clue]] = 1
    return x, np.array([right for _, _, right in rows], dtype=float)


def fit(x, y, ridge=RIDGE, steps=50):
    """Newton's method on the penalised log likelihood; the base, the last column, is not penalised."""
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return w


def left_out(rows, parts=10):
    """The chance of each item by a model that saw no item of its story."""
    names = sorted({name for name, _, _ in rows})
    part = {name: i % parts for i, name in enumerate(names)}
    chance = np.zeros(len(rows))
    for k in range(parts):
        inside = [i for i, row in enumerate(rows) if part[row[0]] != k]
        outside = [i for i, row in enumerate(rows) if part[row[0]] == k]
        if not outside or not inside:
            continue
        seen = [rows[i] for i in inside]
        clues = fitted_clues(seen)
        w = fit(*design(seen, clues))
        x, _ = design([rows[i] for i in outside], clues)
        chance[outside] = 1 / (1 + np.exp(-x @ w))
    return chance


def report(name, chance, right):
    """One line: how many, how many right, Brier score, and by threshold precision and share of the right ones kept."""
    brier = float(np.mean((chance - right) ** 2))
    cells = [f"{name:18} {len(right):5} items, {right.mean():.3f} right, Brier {brier:.3f}"]
    for t in (.3, .4, .5, .7, .9):
        kept = chance >= t
        if kept.any():
            cells.append(f"from {t}: {right[kept].mean():.3f} right, {right[kept].sum() / max(1, right.sum()):.2f} kept")
    return "; ".join(cells)


def written(models):
    lines = ["# How much each clue of an item's reading counts for its being true: log odds. Written by eval/fit_confidence.py from readers'",
             "# verdicts on whole stories; `least` is the chance below which an item is not stated.", ""]
    for name, (clues, weights, least) in models.items():
        lines += [f"list: {name}", f"base: {weights[-1]:.2f}", f"least: {least}", ""]
        for clue, weight in zip(clues, weights):
            if abs(weight) >= .05 and clue != SEEN:
                lines += [f"clue: {clue}", f"of: {name}", f"weight: {weight:.2f}", ""]
    return "\n".join(lines)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("dragoman")
    ap.add_argument("stories")
    ap.add_argument("verdicts", nargs="+")
    ap.add_argument("--unseen", nargs=2, metavar=("STORIES", "VERDICTS"), help="stories that no rule was made beside")
    ap.add_argument("--write", help="the file of weights")
    ap.add_argument("--least", action="append", default=[], metavar="LIST=CHANCE")
    a = ap.parse_args()
    least = {name: 0.0 for name in LISTS} | {k: float(v) for k, v in (pair.split("=") for pair in a.least)}
    seen = examples(a.dragoman, a.stories, a.verdicts)
    unseen = examples(a.dragoman, a.unseen[0], [a.unseen[1]]) if a.unseen else {name: [] for name in LISTS}
    mark = [SEEN] if a.unseen else []
    models = {}
    everything = {"seen": ([], []), "unseen": ([], [])}
    for name in LISTS:
        rows = [(story, why + mark, right) for story, why, right in seen[name]] + unseen[name]
        if not rows:
            models[name] = ([], np.array([0.0]), least[name])
            continue
        chance, right = left_out(rows), np.array([r for _, _, r in rows], dtype=float)
        parts = {"seen": slice(0, len(seen[name])), "unseen": slice(len(seen[name]), None)}
        for which, part in parts.items():
            if not right[part].size:
                continue
            print(report(f"{name}, {which}", chance[part], right[part]))
            everything[which][0].extend(chance[part])
            everything[which][1].extend(right[part])
        clues = fitted_clues(rows)
        models[name] = (clues, fit(*design(rows, clues)), least[name])
    for which, (chance, right) in everything.items():
        if right:
            print(report(f"all, {which}", np.array(chance), np.array(right)))
    if a.write:
        Path(a.write).write_text(written(models), encoding="utf-8")


if __name__ == "__main__":
    main()
