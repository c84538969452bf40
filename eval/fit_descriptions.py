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
from fit_antecedents import PROJECT, arguments, fit_forms, print_bounds, run_tool
from pronouns import HERE, judged_story, plain, unseen_story
from references import is_right, read_references

WEIGHTS = PROJECT / "lexicon/who/descriptions.txt"
FORMS = ("person", "body")


def is_one_of(entities, choices):
    """As references.is_right, or where a wanted name has the entity's own in it: "King Edvard" of Edvard, "Blue PAC" of Blue."""
    own = [set(plain(name["text"]).split()) for e in entities for name in e["mentions"]]
    within = len(choices) == 1 and len(entities) == 1 and any(have <= set(name.split()) for have in own for name in choices[0])
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
    files = sorted((HERE / "references/fitted").glob("*.tsv"))
    lines = run_tool(tool, [(f.stem, story_of(stories, data, f.stem)) for f in files])
    for file in files:
        found = {p["begin"]: p for p in lines[file.stem]["phrases"]}
        for begin, _, names, _ in read_references(file):
            if at := found.get(begin):
                yield Case(file.stem, at["form"], names, at["candidates"])


def report(form, cases, choices):
    of = sum(bool(case.choices) for case in cases)
    reachable = sum(any(case.fits) for case in cases)
    print(f"{form}: of {len(cases)} phrases {of} stand for somebody with a name, {reachable} of them have the right one among what competes")
    print_bounds([c for c in choices if c and not c[2]], of)


def main():
    a = arguments(__doc__, WEIGHTS)
    fit_forms(a, list(read_cases(a.tool, a.stories, a.data)), FORMS, report, WEIGHTS)


if __name__ == "__main__":
    main()
