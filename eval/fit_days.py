#!/usr/bin/env python3
"""Fits lexicon/occasions/days.txt and day_pairs.txt, how much each clue and pair of clues counts for the day of a fact whose own clause
names none, to annotated facts.

usage: fit_days.py [--write] [--pairs COUNT] [--tool build/dragoman_days] [--stories ../shared/judged] [--data ../shared/data]
                   [--least FORM=CHANCE]...

`days/NAME.tsv` holds, for events and statements of the story NAME (named as in unseen_stories.py) without a day of their own, where the trigger
or cue begins (in code points), "event" or "statement", the word, and where the words begin that name the day on which a reader of the
story puts the fact: with "?" behind where that is only likely; "published" for the day of the report; "-" where the story does not tell.
The tool prints what competes for each: the days that the story names, and none of them, each with its clues; the fit is that of
fit_antecedents.py, for events and statements each. Where a reader finds a day only likely, both that day and none are right.
Pairs are those clues that count for most together beyond what each does, by the score test, five at a time with a fit between: as many for each
form as --pairs says, chosen anew from the stories that are fitted to. Without it there are those of the file.
What is printed is precision of the days given and recall of those that a reader gives as plain, for several bounds, of stories left out of the
fit (ten parts, by story). Needs numpy.
"""
import itertools
from collections import Counter
from functools import cached_property

from fit_antecedents import PROJECT, arguments, chosen, clues_of, fit, left_out, print_expected, run_tool, shares, tables, written
from fit_descriptions import story_of
from pronouns import HERE

FOLDER = PROJECT / "lexicon/occasions"
WEIGHTS, PAIRS = FOLDER / "days.txt", FOLDER / "day_pairs.txt"
BOUNDS = (.3, .4, .5, .6, .65, .7, .75, .8, .85, .9)
FORMS = ("event", "statement")
BETWEEN = " + "
COUNTED = ("none days", "others between")  # clues that say how many, and so stand in no pair
AT_ONCE, RARE = 5, 8.0


class BadDay(Exception):
    """A line of the annotation that cannot be read, with its file and number."""


def read_days(path):
    """(begin, form, where the words for the day begin, whether that is plain) of each line; -1 is none, -2 the day of the report."""
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        day = cells[-1].removesuffix("?")
        if len(cells) != 4 or not cells[0].isdigit() or cells[1] not in FORMS or not (day.isdigit() or day in ("-", "published")):
            raise BadDay(f"{path}:{n}: found {line!r}, expected an offset, a form, a word and a day, parted by tabs")
        yield int(cells[0]), cells[1], {"-": -1, "published": -2}.get(day) or int(day), not cells[-1].endswith("?")


class Case:
    """One fact: what competes for its day, and which of that is right."""

    def __init__(self, story, form, day, plain, candidates):
        self.story, self.form, self.candidates = story, form, candidates
        self.listed = [bool(c["day"]) for c in candidates]
        told = [day in c["times"] or (day == -2 and "published" in c["clues"]) for c in candidates]
        none = [not listed for listed in self.listed]
        self.fits = [fits or (day == -1 and not listed) for fits, listed in zip(told, self.listed)]
        self.wanted = [a or b for a, b in zip(told, none)] if not plain else told if any(told) else none
        self.expects, self.reached = day != -1 and plain, any(told)

    @cached_property
    def pairs(self):
        """{pair: the candidates that have it}; the second of a pair may be a clue of the fact."""
        of_fact = [c for c in self.candidates[-1]["clues"] if c not in COUNTED]
        found = {}
        for i, candidate in enumerate(self.candidates[:-1]):
            own = sorted(c for c in candidate["clues"] if c not in COUNTED)
            for first, second in itertools.chain(itertools.combinations(own, 2), itertools.product(own, of_fact)):
                found.setdefault(first + BETWEEN + second, []).append(i)
        return found

    def set_pairs(self, wanted):
        """Leaves the candidates the clues of these pairs beside those of their own."""
        have = self.pairs
        for candidate in self.candidates:
            for clue in [c for c in candidate["clues"] if BETWEEN in c]:
                del candidate["clues"][clue]
        for pair in wanted & have.keys():
            for i in have[pair]:
                self.candidates[i]["clues"][pair] = 1.0


def read_cases(tool, stories, data):
    files = sorted((HERE / "days").glob("*.tsv"))
    lines = run_tool(tool, [(f.stem, story_of(stories, data, f.stem)) for f in files])
    for file in files:
        found = {(f["begin"], f["form"]): f for f in lines[file.stem]["facts"]}
        for begin, form, day, plain in read_days(file):
            if at := found.get((begin, form)):
                yield Case(file.stem, form, day, plain, at["candidates"])


def best_pairs(cases, clues, w, count):
    """The pairs with the largest score statistic: how far the weights of now are from giving them what a reader does."""
    gain, spread = Counter(), Counter()
    for case, (x, y) in zip(cases, tables(cases, clues)):
        if not 0 < y.sum() < len(y):
            continue
        p = shares(x @ w)
        q = p * y / (p * y).sum()
        for pair, have in case.pairs.items():
            share = p[have].sum()
            gain[pair] += q[have].sum() - share
            spread[pair] += share * (1 - share)
    open_ones = [pair for pair in gain if pair not in clues and spread[pair] > RARE]
    return sorted(open_ones, key=lambda pair: -gain[pair] ** 2 / (spread[pair] + RARE))[:count]


def fitted(cases, count, known):
    """(clues, weights) of cases of one form; with `count` pairs chosen from them, else with those known."""
    pairs = [] if count is not None else known
    while True:
        for case in cases:
            case.set_pairs(set(pairs))
        clues = clues_of(cases)
        w = fit(cases, clues)
        if count is None or len(pairs) >= count:
            return clues, w
        more = best_pairs(cases, clues, w, min(AT_ONCE, count - len(pairs)))
        if not more:
            return clues, w
        pairs = pairs + more


def chosen_by_pairs(case, clues, w):
    case.set_pairs({clue for clue in clues if BETWEEN in clue})
    return chosen(case, clues, w)


def report(form, cases, choices):
    of = sum(case.expects for case in cases)
    reachable = sum(case.expects and case.reached for case in cases)
    print(f"{form}: of {len(cases)} a reader gives {of} a day as plain, for {reachable} of them it is among what competes")
    print_expected(cases, choices, BOUNDS)


def known_pairs():
    return [line.removeprefix("pair: ") for line in PAIRS.read_text(encoding="utf-8").splitlines() if line.startswith("pair: ")]


def main():
    a = arguments(__doc__, WEIGHTS, "build/dragoman_days", {"--pairs": {"type": int, "metavar": "COUNT"}})
    cases = list(read_cases(a.tool, a.stories, a.data))
    models = {}
    for form in FORMS:
        own = [case for case in cases if case.form == form]
        report(form, own, left_out(own, lambda rest: fitted(rest, a.pairs, known_pairs()), chosen_by_pairs))
        models[form] = dict(zip(*fitted(own, a.pairs, known_pairs())))
    if a.write:
        least = {form: float(chance) for form, chance in (pair.split("=") for pair in a.least)}
        WEIGHTS.write_text(written(WEIGHTS.read_text(encoding="utf-8"), least, models), encoding="utf-8")
        head = [line for line in PAIRS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        for pair in sorted({clue for model in models.values() for clue in model if BETWEEN in clue}):
            head += ["", f"pair: {pair}"] + [f"{form}: {models[form].get(pair, 0) + 0.0:.2f}".replace(" -0.00", " 0.00") for form in FORMS]
        PAIRS.write_text("\n".join(head) + "\n", encoding="utf-8")
        print(f"weights written to {WEIGHTS} and {PAIRS}")


if __name__ == "__main__":
    main()
