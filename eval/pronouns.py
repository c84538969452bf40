#!/usr/bin/env python3
"""Whom pronouns stand for: precision and recall of a program's links on pronouns annotated by hand.

    pronouns.py DRAGOMAN [--stories ../shared/judged] [--data ../shared/data] [--misses]

`pronouns/NAME.tsv` holds, for each third-person pronoun of the judged story NAME, and `pronouns/unseen/NAME.tsv` for up to eleven of
a story that no rule was made beside (its text is where unseen_stories.py finds it), where it begins (in code points), the pronoun, and whom
it stands for: names of the entity, or the noun of who has no name, parted by "|" where any of them will do; "+" parts those who
are meant together; "-" is what no record lists (a law, a vote, nothing). They were annotated from the stories, before the
program's links were looked at, and hold none of the stories' sentences. In seven of the unseen stories
names that the story also uses (*Westinghouse*) or a misspelt one were set right after the misses of a program had been read.

A link is right when the record's entities there are as many as are wanted and each bears one of the wanted names: its own name, or
the words of one of its mentions, less articles and what stands before. Precision is the share of the links that are right, recall the
share of the pronouns that stand for somebody and are linked rightly.
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

from unseen_stories import text_of

HERE = Path(__file__).resolve().parent
CLASSES = {
    "he/she": ("he", "him", "his", "himself", "she", "her", "hers", "herself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
    "it": ("it", "its", "itself"),
}


class BadLink(Exception):
    """A line of the annotation that cannot be read, with its file and number."""


def read_links(path):
    """(begin, pronoun, what it stands for) of each line; the last is a list of sets of entities, each a list of sets of names."""
    links = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != 3 or not cells[0].isdigit() or class_of(cells[1]) is None:
            raise BadLink(f"{path}:{n}: found {line!r}, expected an offset, a pronoun and names, parted by tabs")
        links.append((int(cells[0]), cells[1], wanted(cells[2])))
    return links


def class_of(pronoun):
    return next((name for name, words in CLASSES.items() if pronoun in words), None)


def wanted(cell):
    """"A|B" is one entity of either name, "A + B" two entities, "A + B|C" either the two or C; "-" nothing."""
    if cell == "-":
        return []
    if "+" not in cell:
        return [[set(map(plain, cell.split("|")))]]
    return [[{plain(name)} for name in choice.split("+")] for choice in cell.split("|")]


def plain(name):
    return re.sub(r"^(the|a|an) ", "", " ".join(name.lower().split()))


def names_of(entity):
    named = {plain(entity["name"])}
    for mention in entity["mentions"]:
        if mention["kind"] not in ("pronoun", "possessive"):
            named.add(plain(mention["text"]))
    return named


def bears(entity, names):
    return any(have == name or have.endswith(" " + name) for have in names_of(entity) for name in names)


def is_right(entities, choices):
    """Whether these entities are the ones of some choice, each of them once."""
    for choice in choices:
        left = list(entities)
        for names in choice:
            hit = next((e for e in left if bears(e, names)), None)
            if hit is None:
                break
            left.remove(hit)
        else:
            if not left:
                return True
    return False


def linked(record):
    """The entities of each pronoun that the record links, by where it begins."""
    at = {}
    for entity in record["entities"]:
        for mention in entity["mentions"]:
            if mention["kind"] in ("pronoun", "possessive"):
                at.setdefault(mention["begin"], []).append(entity)
    return at


def score(record, links):
    """(class, pronoun, begin, linked entities, choices, right) of each annotated pronoun."""
    at = linked(record)
    for begin, pronoun, choices in links:
        entities = at.get(begin, [])
        yield class_of(pronoun), pronoun, begin, entities, choices, bool(entities) and is_right(entities, choices)


def count(rows):
    """By class: links that are right, links, pronouns that stand for somebody."""
    counts = {name: [0, 0, 0] for name in CLASSES}
    for name, _, _, entities, choices, right in rows:
        counts[name][0] += right
        counts[name][1] += bool(entities)
        counts[name][2] += bool(choices)
    return counts


def judged_story(folder):
    """(text, day or None)"""
    day = re.search(r"^published: *['\"]?(\d{4}-\d\d-\d\d)", (folder / "story.yaml").read_text(encoding="utf-8"), re.M)
    return (folder / "article.txt").read_text(encoding="utf-8"), day and day.group(1)


def unseen_story(data, name):
    found = text_of(data, name)
    if not found:
        sys.exit(f"{name}: no text of that name under {data}")
    return found


def annotated(stories, data):
    """{"judged" or "unseen": [(name, (text, day), links)]}"""
    return {
        "judged": [(f.stem, judged_story(stories / f.stem), read_links(f)) for f in sorted((HERE / "pronouns").glob("*.tsv"))],
        "unseen": [(f.stem, unseen_story(data, f.stem), read_links(f)) for f in sorted((HERE / "pronouns/unseen").glob("*.tsv"))],
    }


def read_records(program, stories):
    """{name: record}"""
    lines = [json.dumps({"uri": name, "text": text} | ({"published": day} if day else {})) for name, (text, day), _ in stories]
    run = subprocess.run([program, "read", "--input-format", "jsonl", "--format", "jsonl", "-"], input="\n".join(lines), capture_output=True,
                         encoding="utf-8")
    if run.returncode:
        sys.exit(f"exit code {run.returncode}: {run.stderr[-300:]}")
    return {record["document"]["uri"]: record for record in map(json.loads, run.stdout.splitlines())}


def print_miss(story, begin, pronoun, entities, choices):
    have = " + ".join(e["name"] for e in entities) or "-"
    want = " or ".join(" + ".join("|".join(sorted(n)) for n in c) for c in choices) or "-"
    print(f"{story} {begin} {pronoun}: found {have}, expected {want}")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", type=lambda p: Path(p).resolve())
    ap.add_argument("--stories", type=Path, default=HERE.parent.parent / "shared" / "judged")
    ap.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    ap.add_argument("--misses", action="store_true", help="print each link that is wrong or missing")
    args = ap.parse_args()
    for which, stories in annotated(args.stories, args.data).items():
        records = read_records(args.program, stories)
        rows = []
        for name, _, links in stories:
            story = list(score(records[name], links))
            rows += story
            for _, pronoun, begin, entities, choices, right in story if args.misses else ():
                if not right and (entities or choices):
                    print_miss(name, begin, pronoun, entities, choices)
        for name, (right, given, of) in count(rows).items():
            print(f"{which} {name:7} precision {right / max(1, given):.3f} ({right} of {given}), recall {right / max(1, of):.3f} (of {of})")


if __name__ == "__main__":
    main()
