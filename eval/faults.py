#!/usr/bin/env python3
"""Lists what is wrong in a program's records of judged stories, a file for each list and kind of fault.

usage: faults.py DRAGOMAN OUT STORIES=VERDICTS...

STORIES is a folder of stories as ../shared/eval/judge.py takes it (unseen_stories.py lays out those of eval/unseen/ and eval/sampled/),
VERDICTS the folder of NAME/verdicts.tsv. Every item that the program states and that a reader did not call right goes into
OUT/LIST.CLASS.txt with its verdict, its confidence, its evidence and the sentence with the one before it. Printed are the commonest kinds, and
for each STORIES the shares that are right, by list.
"""
import argparse, json, subprocess, sys
from collections import Counter, defaultdict
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "shared" / "eval"))
import judge


def records(program, stories):
    """(story, record) for each story, in one run of the program."""
    folders = judge.stories(stories)
    lines = []
    for story in folders:
        meta = story / "story.yaml"
        published = ((yaml.safe_load(meta.read_text(encoding="utf-8")) if meta.exists() else None) or {}).get("published")
        document = {"uri": story.name, "text": (story / "article.txt").read_text(encoding="utf-8", errors="replace")}
        lines.append(json.dumps(document | ({"published": str(published)} if published else {})))
    done = subprocess.run([program, "read", "--input-format", "jsonl", "--format", "jsonl", "-"],
                          input="\n".join(lines).encode(), capture_output=True)
    read = done.stdout.decode().splitlines()
    if len(read) != len(folders):
        sys.exit(f"{stories}: {len(folders)} stories, {len(read)} records: {done.stderr.decode(errors='replace')[-300:]}")
    return zip(folders, map(json.loads, read))


def begin_of(item):
    """Where an item stands: at its trigger, its evidence or its first mention."""
    return (item.get("trigger") or item.get("evidence") or (item.get("mentions") or [{"begin": 0}])[0])["begin"]


def sentences(story, record, item):
    """The sentence of the item and the one before it."""
    begin = begin_of(item)
    spans = record["sentences"]
    at = next((i for i, s in enumerate(spans) if s["begin"] <= begin < s["end"]), 0)
    text = (story / "article.txt").read_text(encoding="utf-8", errors="replace")
    return " ".join(" ".join(text[s["begin"]:s["end"]] for s in spans[max(0, at - 1):at + 1]).split())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("dragoman")
    ap.add_argument("out", type=Path)
    ap.add_argument("sets", nargs="+", metavar="STORIES=VERDICTS")
    a = ap.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    kinds, lists, counts = Counter(), defaultdict(list), Counter()
    for number, pair in enumerate(a.sets):
        stories, home = pair.split("=", 1)
        for story, record in records(a.dragoman, stories):
            known = judge.verdicts(story, home)
            for kind, key, item in judge.keyed(record):
                verdict, why = known.get(key, ("?", ""))
                counts[number, kind, verdict] += 1
                if verdict not in "PW":
                    continue
                why = why.split(" ")[0].replace("/", "_") or "none"
                kinds[verdict, kind, why] += 1
                lists[kind, why].append(f"{verdict} {story.name} {key} conf {item.get('confidence')}\n"
                                        f"    {judge.show(record, kind, item)}\n    {sentences(story, record, item)}\n")
    for (kind, why), items in lists.items():
        (a.out / f"{kind}.{why}.txt").write_text("\n".join(items), encoding="utf-8")
    for (verdict, kind, why), n in kinds.most_common(40):
        print(f"{n:5} {verdict} {kind} {why}")
    for number, pair in enumerate(a.sets):
        for kind in judge.LISTS:
            right, partly, wrong, open_ = (counts[number, kind, v] for v in "RPW?")
            if judged := right + partly + wrong:
                print(f"{pair.split('=')[0]} {kind}: right {(right + partly) / judged:.3f} strict {right / judged:.3f} of {judged}, unjudged {open_}")


if __name__ == "__main__":
    main()
