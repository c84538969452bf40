#!/usr/bin/env python3
"""Fits how much each clue of an item's reading counts for its being true (lexicon/confidence/weights.txt) to readers' verdicts.

usage: fit_confidence.py DRAGOMAN STORIES VERDICTS... [--unseen STORIES VERDICTS] [--sampled STORIES VERDICTS] [--write FILE]
                         [--least LIST=CHANCE]...

STORIES is a folder of stories as judge.py takes it, VERDICTS folders of NAME/verdicts.tsv; where several judged an item the first
counts. The program reads each story with --explain --doubtful; an item with a verdict is one example, its clues the features, right (R or P)
or wrong (W) the answer; of a person, whether the name is a person's at all. A logistic model with a ridge penalty is fitted for each list of the record. Rules are made beside the first
STORIES, so that more is right there than in what a user reads: stories that nobody looked at while rules were made (--unseen,
unseen_stories.py) are fitted with them, those of the first folder with a clue of their own which is not written. So the weights give the chance
for an unseen story. Of --sampled stories readers judged some items each, events evenly over their triggers (at most nine of a trigger): an event
there counts as often as the records have its trigger for each that was judged, up to MOST times the mean of all.
What is printed is of stories that were left out of the fit (ten parts, by story), seen, unseen and sampled ones apart: Brier
score, and how many are right among those that are given a chance of .3, .4, .5, .7, .9.
Clues that occur with fewer than MINIMUM judged items, and the governing words and entries, have no weight.
Needs numpy (eval/requirements.txt).
"""
import argparse, json, subprocess, sys
from collections import Counter
from pathlib import Path

import numpy as np
import yaml

LISTS = ("events", "statements", "positions", "meetings", "agenda", "persons")
MINIMUM = 25
RIDGE = 3.0
MOST = 5.0
NOT_FITTED = ("entry: ", "governor: ")
SEEN = "(rules were made beside this story)"


def judge_module(stories):
    """The keys of items are judge.py's own, so that verdicts and items meet."""
    sys.path.insert(0, str(Path(stories).resolve().parent / "eval"))
    import judge
    return judge


def document(story):
    """A story as a line of the program's input."""
    published = (yaml.safe_load((story / "story.yaml").read_text(encoding="utf-8")) or {}).get("published")
    return {"uri": story.name, "text": (story / "article.txt").read_text(encoding="utf-8")} | ({"published": str(published)} if published else {})


def is_right(kind, verdict, fault):
    """Whether an item's core is true; of a person, whether the name is a person's at all, whatever is wrong with the offices."""
    return verdict != "W" or (kind == "persons" and not fault.strip().startswith("not-a-person"))


def weighed(rows, triggers, judged):
    """Each example with the number of its trigger's items for one that was judged, the mean of all being 1."""
    if not rows:
        return rows
    shares = np.array([triggers[trigger] / judged[trigger] for *_, trigger in rows])
    shares = np.minimum(shares / shares.mean(), MOST)
    return [(story, why, right, share / shares.mean()) for (story, why, right, _), share in zip(rows, shares)]


def examples(program, stories, verdict_folders, sampled=False):
    """{list: [(story, clues, right, how often it counts)]}"""
    judge = judge_module(stories)
    out = {name: [] for name in LISTS}
    triggers, judged = Counter(), Counter()
    documents = [document(story) for story in judge.stories(stories)]
    run = subprocess.run([program, "read", "--input-format", "jsonl", "--format", "jsonl", "--explain", "--doubtful", "-"],
                         input="\n".join(map(json.dumps, documents)), capture_output=True, check=True, text=True)
    for line in run.stdout.splitlines():
        record = json.loads(line)
        story = Path(record["document"]["uri"])
        known = {}
        for folder in reversed(verdict_folders):
            known.update(judge.verdicts(story, folder))
        for kind, key, item in judge.keyed(record):
            if kind not in out:
                continue
            trigger = (kind, item["trigger"]["text"].lower() if sampled and "trigger" in item else "")
            triggers[trigger] += 1
            if key in known:
                judged[trigger] += 1
                out[kind].append((story.name, item["why"], is_right(kind, *known[key]), trigger))
    if sampled:
        return {name: weighed(rows, triggers, judged) for name, rows in out.items()}
    return {name: [(*row[:3], 1.0) for row in rows] for name, rows in out.items()}


def fitted_clues(rows):
    counts = Counter(clue for _, why, *_ in rows for clue in set(why) if not clue.startswith(NOT_FITTED))
    return sorted(clue for clue, n in counts.items() if n >= MINIMUM)


def design(rows, clues):
    place = {clue: i for i, clue in enumerate(clues)}
    x = np.zeros((len(rows), len(clues) + 1))
    x[:, -1] = 1
    for i, (_, why, *_) in enumerate(rows):
        for clue in why:
            if clue in place:
                x[i, place[clue]] = 1
    return x, np.array([right for _, _, right, _ in rows], dtype=float), np.array([count for *_, count in rows])


def fit(x, y, counts, ridge=RIDGE, steps=50):
    """Newton's method on the penalised log likelihood; the base, the last column, is not penalised."""
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (counts * (y - p)) - penalty * w
        hessian = (x * (counts * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    return w


def left_out(rows, parts=10):
    """The chance of each item by a model that saw no item of its story."""
    names = sorted({name for name, *_ in rows})
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
        x, *_ = design([rows[i] for i in outside], clues)
        chance[outside] = 1 / (1 + np.exp(-x @ w))
    return chance


def report(name, chance, right, counts):
    """One line: how many, how many right, Brier score, and by threshold precision and share of the right ones kept."""
    def share(kept):
        return (right * counts)[kept].sum() / counts[kept].sum()
    everything = np.full(len(right), True)
    brier = float(np.average((chance - right) ** 2, weights=counts))
    cells = [f"{name:18} {len(right):5} items, {share(everything):.3f} right, Brier {brier:.3f}"]
    for t in (.3, .4, .5, .7, .9):
        kept = chance >= t
        if kept.any():
            cells.append(f"from {t}: {share(kept):.3f} right, {(right * counts)[kept].sum() / max(1, (right * counts).sum()):.2f} kept")
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
    ap.add_argument("--sampled", nargs=2, metavar=("STORIES", "VERDICTS"), help="stories of which some items were judged, events evenly over triggers")
    ap.add_argument("--write", help="the file of weights")
    ap.add_argument("--least", action="append", default=[], metavar="LIST=CHANCE")
    a = ap.parse_args()
    least = {name: 0.0 for name in LISTS} | {k: float(v) for k, v in (pair.split("=") for pair in a.least)}
    seen = examples(a.dragoman, a.stories, a.verdicts)
    parts = {"seen": {name: [(story, why + ([SEEN] if a.unseen else []), *rest) for story, why, *rest in rows] for name, rows in seen.items()}}
    if a.unseen:
        parts["unseen"] = examples(a.dragoman, a.unseen[0], [a.unseen[1]])
    if a.sampled:
        parts["sampled"] = examples(a.dragoman, a.sampled[0], [a.sampled[1]], sampled=True)
    models = {}
    everything = {which: [] for which in parts}
    for name in LISTS:
        rows = [row for part in parts.values() for row in part[name]]
        if not rows:
            models[name] = ([], np.array([0.0]), least[name])
            continue
        table = np.column_stack([left_out(rows), [right for _, _, right, _ in rows], [count for *_, count in rows]])
        begin = 0
        for which, part in parts.items():
            lines = table[begin:begin + len(part[name])]
            begin += len(part[name])
            if len(lines):
                print(report(f"{name}, {which}", *lines.T))
                everything[which].append(lines)
        clues = fitted_clues(rows)
        models[name] = (clues, fit(*design(rows, clues)), least[name])
    for which, lines in everything.items():
        if lines:
            print(report(f"all, {which}", *np.concatenate(lines).T))
    if a.write:
        Path(a.write).write_text(written(models), encoding="utf-8")


if __name__ == "__main__":
    main()
