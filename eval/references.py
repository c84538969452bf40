#!/usr/bin/env python3
"""Whom definite phrases stand for ("the minister", "the company", "the two"): precision and recall on phrases annotated by hand.

    references.py DRAGOMAN [--data ../shared/data] [--misses]

`references/NAME.tsv` holds, for a phrase of the story NAME (named as in unseen_stories.py), where its noun begins (in code points), the
noun, and whom the phrase stands for, written as in pronouns.py; "-" is nobody whom the story names, and "-|A" that or A. The phrases
were drawn evenly over their nouns, one a story, and annotated before the program's links were looked at. `references/fitted/` has more of
them, by one reader each, of other stories; fit_descriptions.py fits to these, and they are not counted here.

A link is a phrase that the record gives to somebody with a name. Precision is the share of the links that are right, recall the share
of the phrases that stand for somebody with a name and are linked rightly.
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

from pronouns import bears, plain
from unseen_stories import text_of

HERE = Path(__file__).resolve().parent


class BadLink(Exception):
    """A line of the annotation that cannot be read, with its file and number."""


def wanted(cell):
    """"A|B" is one entity of either name, "A|B + C" two, "-|A" nobody or A: a list of sets of names, and whether nobody will do."""
    sets = [{plain(name) for name in one.split("|")} for one in cell.split(" + ")]
    nobody = sets[0] == {"-"} or (len(sets) == 1 and "-" in sets[0])
    return [s - {"-"} for s in sets if s != {"-"}], nobody


def read_references(path):
    """(begin, noun, names of each entity, whether nobody will do) of each line."""
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 3 or not cells[0].isdigit() or not all(cells):
            raise BadLink(f"{path}:{n}: found {line!r}, expected an offset, a noun and names, parted by tabs")
        yield int(cells[0]), cells[1], *wanted(cells[2])


def linked(record, begin, noun):
    """The entities with a name that have a mention which ends in the noun. "town council" and "police" are no names."""
    end = begin + len(noun)
    return [e for e in record["entities"] if not e.get("anonymous") and not (noun.islower() and e["name"].endswith(noun))
            for m in e["mentions"] if m["begin"] <= begin and m["end"] == end]


def is_right(entities, names):
    """Whether there are as many entities as wanted, and each wanted name is borne by one of its own."""
    left = list(entities)
    for choice in names:
        hit = next((e for e in left if bears(e, choice)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left and bool(entities)


def read_story(program, text, day):
    dated = ["--published", day] if day else []
    run = subprocess.run([program, "read", *dated, "--format", "json", "--input-format", "text", "-"],
                         input=text.encode(), capture_output=True)
    if run.returncode:
        sys.exit(f"exit code {run.returncode}: {run.stderr.decode(errors='replace')[-300:]}")
    return json.loads(run.stdout)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", type=lambda p: Path(p).resolve())
    ap.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    ap.add_argument("--misses", action="store_true", help="print each phrase that is linked wrongly or not at all")
    args = ap.parse_args()
    right = links = named = clean = phrases = 0
    for path in sorted((HERE / "references").glob("*.tsv")):
        story = text_of(args.data, path.stem)
        if story is None:
            sys.exit(f"{args.data} has no text that is called {path.stem}")
        record = read_story(args.program, *story)
        for begin, noun, names, nobody in read_references(path):
            entities = linked(record, begin, noun)
            good = is_right(entities, names) if entities else False
            phrases += 1
            links += bool(entities)
            right += good
            named += not nobody
            clean += good or (nobody and not entities)
            if args.misses and not good and (entities or not nobody):
                have = " + ".join(e["name"] for e in entities) or "-"
                want = " + ".join("|".join(sorted(s)) for s in names) or "-"
                print(f"{path.stem} {begin} {noun}: found {have}, expected {want}")
    print(f"precision {right / max(1, links):.3f} ({right} of {links}), "
          f"found {sum_share(right, named)}, as annotated {clean / max(1, phrases):.3f} (of {phrases})")


def sum_share(right, named):
    return f"{right / max(1, named):.3f} (of {named})"


if __name__ == "__main__":
    main()
