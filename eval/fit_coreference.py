#!/usr/bin/env python3
"""Fits lexicon/who/coreference.txt, how much each clue counts for two bodies or groups of a story being one, to annotated ones.

usage: fit_coreference.py [--write] [--tool build/dragoman_antecedents] [--stories ../shared/judged] [--data ../shared/data]
                          [--least FORM=CHANCE]...

`coreference/NAME.tsv` holds, for the bodies and groups that the program had found in the story NAME (named as in unseen_stories.py), where
the first mention begins (in code points), its words, and a number: those that a reader takes for the very same have the same. "mixed"
behind it says that the program had taken several for one; such lines take no part. The tool prints what competes for each that may be one
with an earlier one: those, and somebody new, each with its clues; the fit is that of fit_antecedents.py.
What is printed is precision and recall of links to an earlier one, for several bounds, of stories left out of the fit (ten parts, by
story). Needs numpy.
"""
from fit_antecedents import PROJECT, arguments, fit_forms, print_bounds, run_tool
from fit_descriptions import story_of
from pronouns import HERE

WEIGHTS = PROJECT / "lexicon/who/coreference.txt"
BOUNDS = (.3, .4, .5, .55, .6, .65, .7, .75, .8, .85, .9)
FORMS = ("weight",)


class BadCoreference(Exception):
    """A line of the annotation that cannot be read, with its file and number."""


def read_coreference(path):
    """(begin, words, number, whether it is mixed) of each line."""
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if not 3 <= len(cells) <= 4 or not cells[0].isdigit() or not cells[2].isdigit() or cells[3:] not in ([], ["mixed"]):
            raise BadCoreference(f'{path}:{n}: found {line!r}, expected an offset, words, a number and perhaps "mixed", parted by tabs')
        yield int(cells[0]), cells[1], int(cells[2]), len(cells) == 4


class Case:
    """A body or group: which earlier ones it may be, and which of them it is."""

    form = FORMS[0]

    def __init__(self, story, number, numbers, candidates):
        """`numbers` has the number of each by where its first mention begins; without one it does not compete."""
        self.story = story
        self.candidates = [c for c in candidates if c.get("begin") is None or c["begin"] in numbers]
        self.listed = [c.get("begin") is not None for c in self.candidates]
        self.fits = [listed and numbers[c["begin"]] == number for c, listed in zip(self.candidates, self.listed)]
        self.wanted = self.fits if any(self.fits) else [not listed for listed in self.listed]


def read_cases(tool, stories, data):
    files = sorted((HERE / "coreference").glob("*.tsv"))
    lines = run_tool(tool, [(f.stem, story_of(stories, data, f.stem)) for f in files])
    for file in files:
        numbers = {begin: number for begin, _, number, mixed in read_coreference(file) if not mixed}
        for case in lines[file.stem]["coreference"]:
            if case["begin"] in numbers:
                yield Case(file.stem, numbers[case["begin"]], numbers, case["candidates"])


def report(form, cases, choices):
    of = sum(any(case.fits) for case in cases)
    print(f"{len(cases)} bodies and groups that may be one with an earlier one, {of} of them are")
    print_bounds([c for c in choices if c], of, BOUNDS)


def main():
    a = arguments(__doc__, WEIGHTS)
    fit_forms(a, list(read_cases(a.tool, a.stories, a.data)), FORMS, report, WEIGHTS)


if __name__ == "__main__":
    main()
