#!/usr/bin/env python3
"""What appears and what vanishes between two programs: the items of their records of the same documents.

usage: changes.py OLD NEW DOCUMENTS.jsonl [--lists LIST,LIST] [--verdicts FOLDER]... [--show N]

DOCUMENTS has a line {"uri": …, "text": …} for each document. With --verdicts (eval/judged, eval/unseen …) an item of a document whose uri is a
story's name is shown with its verdict. Printed are the counts by list and verdict, and N items of each side in an order that is mixed but the
same each time, with the sentence that they stand in. Read fifty before a rule lands.
"""
import argparse, json, random, subprocess, sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "shared" / "eval"))
import judge
from faults import begin_of


def items(record, lists):
    return {key: (kind, item) for kind, key, item in judge.keyed(record) if kind in lists}


def sentence(text, record, item):
    begin = begin_of(item)
    found = next((s for s in record["sentences"] if s["begin"] <= begin < s["end"]), None)
    return " ".join(text[found["begin"]:found["end"]].split()) if found else ""


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("old")
    ap.add_argument("new")
    ap.add_argument("documents", type=Path)
    ap.add_argument("--lists", default=",".join(judge.LISTS))
    ap.add_argument("--verdicts", action="append", default=[])
    ap.add_argument("--show", type=int, default=60)
    a = ap.parse_args()
    lists = a.lists.split(",")
    documents = [json.loads(line) for line in a.documents.read_text(encoding="utf-8").splitlines() if line]
    sides = []
    for program in (a.old, a.new):
        done = subprocess.run([program, "read", "--input-format", "jsonl", "--format", "jsonl", a.documents], capture_output=True)
        sides.append(done.stdout.splitlines())
        if len(sides[-1]) != len(documents):
            sys.exit(f"{program}: {len(documents)} documents, {len(sides[-1])} records: {done.stderr.decode(errors='replace')[-300:]}")
    counts, shown = Counter(), {"-": [], "+": []}
    for document, old, new in zip(documents, *sides):
        if old == new:
            continue
        before, after = json.loads(old), json.loads(new)
        known = {}
        for folder in a.verdicts:
            known |= judge.verdicts(Path(folder) / str(document.get("uri", "")), folder)
        was, now = items(before, lists), items(after, lists)
        for sign, these, others, record in (("-", was, now, before), ("+", now, was, after)):
            for key in these.keys() - others.keys():
                kind, item = these[key]
                verdict, why = known.get(key, ("?", ""))
                counts[sign, kind, verdict] += 1
                shown[sign].append(f"{sign} {verdict} {why} {document.get('uri')} {key}\n     {judge.show(record, kind, item)[:300]}\n"
                                   f"     {sentence(document['text'], record, item)[:400]}")
    for sign in "-+":
        print(sign, {f"{kind} {verdict}": n for (s, kind, verdict), n in sorted(counts.items()) if s == sign})
    for sign in "-+":
        shown[sign].sort()
        random.Random(5).shuffle(shown[sign])
        print("\n".join(shown[sign][:a.show]))


if __name__ == "__main__":
    main()
