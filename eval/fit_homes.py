#!/usr/bin/env python3
"""Fits lexicon/who/homes.txt, how much each clue counts for the country of somebody whose country no words say, to annotated ones.

usage: fit_homes.py [--write] [--tool build/dragoman_antecedents] [--stories ../shared/judged] [--data ../shared/data]
                    [--least FORM=CHANCE]...

`homes/NAME.tsv` holds, for people, bodies and groups of the story NAME (named as in unseen_stories.py), where the first mention begins (in
code points), its words, and the country that a reader of the story gives it: an ISO 3166-1 code, "-" for none, several parted by "|"
where each will do. The tool prints what competes for each whose country is weighed: the countries of the story, and none of them, each with its
clues; the fit is that of fit_antecedents.py, for officials, others with an office, people without one, bodies and groups each.
What is printed is precision of the countries given and recall of those that a reader gives, for several bounds, of stories left out of the
fit (ten parts, by story). Needs numpy.
"""
from fit_antecedents import PROJECT, arguments, fit_forms, print_expected, run_tool
from fit_descriptions import story_of
from pronouns import HERE

WEIGHTS = PROJECT / "lexicon/who/homes.txt"
BOUNDS = (.3, .4, .5, .6, .65, .7, .75, .8, .85, .9)
FORMS = ("official", "employed", "person", "body", "group")


class BadHome(Exception):
    """A line of the annotation that cannot be read, with its file and number."""


def read_homes(path):
    """(begin, words, countries that will do) of each line; "-" is none."""
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        countries = cells[-1].split("|")
        if len(cells) != 3 or not cells[0].isdigit() or any(c != "-" and len(c) != 3 for c in countries):
            raise BadHome(f"{path}:{n}: found {line!r}, expected an offset, words and country codes, parted by tabs")
        yield int(cells[0]), cells[1], countries


class Case:
    """One whose country is weighed: what competes for it, and which of that is right."""

    def __init__(self, story, form, countries, candidates):
        self.story, self.form, self.countries, self.candidates = story, form, countries, candidates
        self.listed = [bool(c["country"]) for c in candidates]
        self.fits = [(c["country"] or "-") in countries for c in candidates]
        self.wanted = self.fits if any(self.fits) else [not listed for listed in self.listed]
        self.expects = "-" not in countries


def read_cases(tool, stories, data):
    files = sorted((HERE / "homes").glob("*.tsv"))
    lines = run_tool(tool, [(f.stem, story_of(stories, data, f.stem)) for f in files])
    for file in files:
        found = {h["begin"]: h for h in lines[file.stem]["homes"]}
        for begin, _, countries in read_homes(file):
            if at := found.get(begin):
                yield Case(file.stem, at["form"], countries, at["candidates"])


def report(form, cases, choices):
    of = sum(case.expects for case in cases)
    reachable = sum(case.expects and any(case.fits) for case in cases)
    print(f"{form}: of {len(cases)} a reader gives {of} a country, for {reachable} of them it is among what competes")
    print_expected(cases, choices, BOUNDS)


def main():
    a = arguments(__doc__, WEIGHTS)
    fit_forms(a, list(read_cases(a.tool, a.stories, a.data)), FORMS, report, WEIGHTS)


if __name__ == "__main__":
    main()
