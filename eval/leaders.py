#!/usr/bin/env python3
"""Whether leaders whom a report names by surname alone get country and office by its day: leaders.py DRAGOMAN [--misses]

A hundred sentences are made from the register of office holders (lexicon/who/holders_*.txt): heads of state and government of as many
countries, one term of each, on a day in the middle of the term. The surname is all that the sentence says of the leader. Counted are the
sentences whose leader has country and office, and those in which somebody has an office or a country that is not the leader's.
"""
import argparse
import datetime
import json
import re
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OFFICES = ("president", "prime minister", "chancellor")
SENTENCES = (
    "{name} said on Friday that {country} would send more ships.",
    "{name} flew home to {country} on Sunday.",
    "After a long night {name} told reporters that the talks about {country} had gone well.",
    "The parliament of {country} waited while {name} spoke with the miners.",
)
SURNAME_FIRST = ("CHN", "KOR", "PRK", "TWN", "VNM", "SGP", "KHM", "LAO", "MMR", "ETH", "ISL", "BTN", "MNG")  # or none at all
WANTED = 100


def day(text, last=False):
    """"2007", "2007-05" or "2007-05-17" as a day: the first, or with `last` the last that it may be."""
    parts = [int(part) for part in text.split("-")]
    while len(parts) < 3:
        parts.append((12 if len(parts) == 1 else 28) if last else 1)
    return datetime.date(*parts)


def terms(text):
    """(office, country, name, from, to) of each line of a file of the register; `to` is the next holder's first day where none is given."""
    for stanza in text.split("\n\n"):
        office, country = re.search(r"^office: (.+)", stanza, re.M), re.search(r"^country: (.+)", stanza, re.M)
        lines = re.findall(r"^holder: (\S+) (.+)", stanza, re.M)
        if not office or not country:
            continue
        for i, (days, name) in enumerate(lines):
            begin, _, end = days.partition("..")
            if not end and i + 1 == len(lines):
                continue
            yield office.group(1).split(" | ")[0], country.group(1), name.split(" | ")[0], day(begin, last=True), day(end or lines[i + 1][0].partition("..")[0])


def countries(text):
    """Names of countries by code."""
    names = re.findall(r"^country: (.+)\n(?:.+\n)*?code: ([A-Z]{3})$", text, re.M)
    return {code: name for name, code in names}


def cases(lexicon):
    """(sentence, day, surname, country, office): of each country the longest term since 1992, the countries in the order of their codes."""
    by_code = countries((lexicon / "countries.txt").read_text(encoding="utf-8"))
    longest = {}
    for path in sorted(lexicon.glob("holders_*.txt")):
        for office, country, name, begin, end in terms(path.read_text(encoding="utf-8")):
            long = (end - begin).days
            if office not in OFFICES or country not in by_code or country in SURNAME_FIRST or begin.year < 1992 or long < 365 or len(name.split()) < 2:
                continue
            if country not in longest or long > longest[country][0]:
                longest[country] = (long, begin + (end - begin) / 2, name.split()[-1].lstrip("'"), office)
    chosen = sorted(longest.items())
    step = max(1.0, len(chosen) / WANTED)
    for i in range(min(WANTED, len(chosen))):
        country, (_, when, surname, office) = chosen[int(i * step)]
        yield SENTENCES[i % len(SENTENCES)].format(name=surname, country=by_code[country]), when.isoformat(), surname, country, office


def verdict(record, surname, country, office):
    """Whether the leader has country and office, and whether somebody has an office that is not the leader's."""
    found = wrong = False
    for entity in record["entities"]:
        leader = any(mention["kind"] == "name" and surname in mention["text"] for mention in entity["mentions"])
        for role in entity["roles"]:
            right = leader and entity["country"] == country and role["country"] == country
            found = found or (right and role["title"] == office)
            wrong = wrong or not right
    return found, wrong


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program", type=lambda p: Path(p).resolve())
    ap.add_argument("--misses", action="store_true", help="print the sentences that are not right")
    args = ap.parse_args()
    asked = list(cases(ROOT / "lexicon" / "who"))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as documents:
        for i, (sentence, when, *_) in enumerate(asked):
            print(json.dumps({"id": str(i), "text": sentence, "published": when}), file=documents)
        documents.flush()
        run = subprocess.run([args.program, "read", "--input-format", "jsonl", "--format", "jsonl", documents.name], capture_output=True, check=True)
    found = wrong = 0
    for line, (sentence, when, surname, country, office) in zip(run.stdout.decode().splitlines(), asked):
        has, mistaken = verdict(json.loads(line), surname, country, office)
        found, wrong = found + has, wrong + mistaken
        if args.misses and (mistaken or not has):
            print(f"{when} {country} {office}{' WRONG' if mistaken else ''}: {sentence}")
    print(f"country and office {found} of {len(asked)}, wrong {wrong}")


if __name__ == "__main__":
    main()
