#!/usr/bin/env python3
"""Flips bytes of stores: what `dragoman check` calls whole must answer every question as before.

usage: store_damage_test.py DRAGOMAN SOURCE [COPIES]       COPIES: how many damaged stores are tried, 40 unless told
"""
import json
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

DRAGOMAN = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
COPIES = int(sys.argv[3]) if len(sys.argv) > 3 else 40
sys.argv = sys.argv[:3]
from store_add_test import reports  # noqa: E402

QUESTIONS = [[view, "--limit", "10000", "--format", "json"] for view in ("events", "meetings", "statements", "positions", "agenda", "timeline")] + [
    ["issues", "--limit", "10000", "--format", "json"], ["search", "lake", "--limit", "1000", "--format", "json"], ["search", "boats sailors"],
    ["events", "--country", "Peru", "--format", "json"], ["statements", "--actor", "Mwangi", "--format", "json"], ["who", "Rojas"], ["who", "Kenya"],
    ["events", "--issue", "boats", "--format", "json"], ["stats"], ["documents", "--limit", "1000"], ["events", "--by", "pair"], ["show", "d7", "v9", "q11"], ["export", "--dyads", "month"], ["export", "--records"]]


def run(*args):
    done = subprocess.run([DRAGOMAN, *map(str, args)], capture_output=True, timeout=300)
    return done.returncode, done.stdout


def answers(store):
    return [run(*question, "--store", store) for question in QUESTIONS]


def damaged(folder, whole, before, number):
    """What is wrong with one store of which bytes were flipped: nothing, or a sentence."""
    chance = random.Random(number)
    data = bytearray(whole)
    places = [chance.randrange(len(data)) for _ in range(chance.choice([1, 1, 1, 2, 8]))]
    for place in places:
        data[place] ^= 1 << chance.randrange(8)
    store = folder / f"{number}.db"
    store.write_bytes(data)
    status, out = run("check", "--store", store)
    wrong = None
    if status < 0 or status > 2:
        wrong = f"store {number}: check ended with {status}"
    elif status == 0:
        after = answers(store)
        if after != before:
            changed = [" ".join(q) for q, a, b in zip(QUESTIONS, before, after) if a != b]
            wrong = f"store {number}: bytes {places} were changed, check found nothing, and other answers came from: {changed}"
    for path in folder.glob(f"{number}.db*"):
        path.unlink()
    return status, wrong


def main():
    if "found no language model" in subprocess.run([DRAGOMAN, "read", SOURCE / "README.md"], capture_output=True, text=True).stderr:
        print("no language model to read with")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.jsonl").write_text("".join(json.dumps(r) + "\n" for r in reports(60)))
        store = folder / "whole.db"
        assert run("add", "--store", store, folder / "in.jsonl")[0] == 0
        assert run("check", "--store", store)[0] == 0
        before = answers(store)
        assert all(status == 0 and out for status, out in before), [q for q, (s, o) in zip(QUESTIONS, before) if s or not o]
        with ThreadPoolExecutor(2) as workers:
            results = list(workers.map(lambda n: damaged(folder, store.read_bytes(), before, n), range(COPIES)))
    found = sum(status != 0 for status, _ in results)
    print(f"{COPIES} damaged stores: check found {found}, the others answer as before but for {sum(w is not None for _, w in results)}")
    for _, wrong in results:
        if wrong:
            print(wrong)
    return 1 if any(wrong for _, wrong in results) or found < COPIES / 2 else 0


if __name__ == "__main__":
    sys.exit(main())
