#!/usr/bin/env python3
"""Fits lexicon/who/descriptions.txt, how much each clue counts for whom a definite phrase stands for, to annotated phrases.

usage: fit_descriptions.py [--write] [--tool build/dragoman_antecedents] [--stories ../shared/judged] [--data ../shared/data]
                           [--least FORM=CHANCE]...

The phrases are those of `references/fitted/`, written as references.py says. The tool prints what competes for each: entities, and somebody
new, each with its clues; the fit is that of fit_antecedents.py, for phrases for people and for bodies each. A phrase that stands for nobody
with a name is to go to somebody new or to one without a name, whichever.
What is printed is precision and recall of links to somebody with a name, for several bounds, of stories left out of the fit (ten parts, by
story). The phrases of `references/` itself take no part. Needs numpy.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from fit_antecedents import BOUNDS, PROJECT, clues_of, fit, left_out, written
from pronouns import HERE, judged_story, plain, unseen_story
from references import is_right, read_references

WEIGHTS = PROJECT / "lexicon/who/descriptions.txt"
FORMS = ("person", "body")


def is_one_of(entities, choices):
    """As references.is_right, or where a wanted name has the entity's own in it: "King Edvard" of Edvard, "Blue PAC" of Blue."""
    words = [{word for name in e["mentions"] for word in [tuple(plain(name["text"]).split())]} for e in entities]
    within = len(choices) == 1 and len(entities) == 1 and any(set(have) <= set(name.split()) for have in words[0] for name in choices[0])
    return within or is_right(entities, choices)


class Case:
    """One annotated phrase: what competes for it, and which of that is right."""

    def __init__(self, story, form, names, candidates):
        self.story, self.form, self.choices, self.candidates = story, form, names, candidates
        self.listed = [bool(c.get("entities")) for c in candidates]
        self.fits = [self.stands(c) for c in candidates]
        nameless = ["without name" in c["clues"] or not listed for c, listed in zip(candidates, self.listed)]
        self.wanted = self.fits if any(self.fits) else nameless

    def stands(self, candidate):
        entities = [{"name": names[0], "mentions": [{"kind": "name", "text": n} for n in names]} for names in candidate.get("entities", ())]
        return bool(entities) and bool(self.choices) and "without name" not in candidate["clues"] and is_one_of(entities, self.choices)


def story_of(stories, data, name):
    return judged_story(stories / name) if (stories / name).is_dir() else unseen_story(data, name)


def read_cases(tool, stories, data):
    annotated = {f.stem: (story_of(stories, data, f.stem), list(read_references(f))) for f in sorted((HERE / "references/fitted").glob("*.tsv"))}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for name, ((text, day), _) in annotated.items():
            file.write(json.dumps({"uri": name, "text": text} | ({"published": day} if day else {})) + "\n")
        file.flush()
        run = subprocess.run([tool, file.name], capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        sys.exit(f"{tool}: exit code {run.returncode}: {run.stderr.strip()}")
    for line in map(json.loads, run.stdout.splitlines()):
        found = {p["begin"]: p for p in line["phrases"]}
        for begin, _, names, _ in annotated[line["uri"]][1]:
            at = found.get(begin)
            if at:
                yield Case(line["uri"], at["form"], names, at["candidates"])


def report(form, cases, choices):
    of = sum(bool(case.choices) for case in cases)
    reachable = sum(any(case.fits) for case in cases)
    print(f"{form}: of {len(cases)} phrases {of} stand for somebody with a name, {reachable} of them have the right one among what competes")
    for bound in BOUNDS:
        given = [c for case, c in zip(cases, choices) if c and c[0] >= bound and not c[2]]
        right = sum(fits for _, fits, _ in given)
        print(f"  from {bound:.2f}: precision {right / max(1, len(given)):.3f} ({right} of {len(given)}), recall {right / max(1, of):.3f}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--write", action="store_true", help="put weights fitted to all stories into lexicon/who/descriptions.txt")
    ap.add_argument("--tool", type=lambda p: Path(p).resolve(), default=PROJECT / "build/dragoman_antecedents")
    ap.add_argument("--stories", type=Path, default=PROJECT.parent / "shared/judged")
    ap.add_argument("--data", type=Path, default=PROJECT.parent / "shared/data")
    ap.add_argument("--least", action="append", default=[], metavar="FORM=CHANCE")
    a = ap.parse_args()
    cases = list(read_cases(a.tool, a.stories, a.data))
    models = {}
    for form in FORMS:
        own = [case for case in cases if case.form == form]
        report(form, own, left_out(own))
        clues = clues_of(own)
        models[form] = dict(zip(clues, fit(own, clues)))
    if a.write:
        least = {form: float(chance) for form, chance in (pair.split("=") for pair in a.least)}
        WEIGHTS.write_text(written(WEIGHTS.read_text(encoding="utf-8"), least, models), encoding="utf-8")
        print(f"weights written to {WEIGHTS}")


if __name__ == "__main__":
    main()
