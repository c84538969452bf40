#!/usr/bin/env python3
"""Compares the language layer with what spaCy itself said of the same texts with the same weights.

usage: parity_test.py DRAGOMAN SOURCE

tests/parity/record.py recorded the expectations with en_core_web_md 3.8.0; with another model, or none, the test is skipped.
"""
import difflib
import json
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
MODEL = "en_core_web_md 3.8.0"


def main():
    dragoman, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]) / "tests/parity"
    trial = subprocess.run([dragoman, "read", "--format", "jsonl"], input=b"The ministers met.", capture_output=True)
    if trial.returncode != 0:
        print(f"skipped: {trial.stderr.decode().strip()}")
        return SKIPPED
    model = json.loads(trial.stdout)["generator"]["model"]
    if model != MODEL:
        print(f"skipped: the expectations were recorded with {MODEL}, the model here is {model}")
        return SKIPPED
    texts = sorted(folder.glob("*.txt"))
    differ = 0
    for path in texts:
        expected = path.with_suffix(".conllu").read_text(encoding="utf-8").splitlines()
        found = subprocess.run([dragoman, "read", "--raw", path.name], cwd=folder, capture_output=True, check=True).stdout.decode().splitlines()
        for line in difflib.unified_diff(expected, found, f"{path.stem}.conllu, as spaCy has it", "dragoman", lineterm="", n=0):
            print(line)
            differ += 1
    print(f"{len(texts)} texts, {'not the same' if differ else 'the same to the last column'}")
    return 1 if differ or not texts else 0


sys.exit(main())
