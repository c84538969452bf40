#!/usr/bin/env python3
"""Asks a store odd questions: any string in any flag and argument of each question that `dragoman --help` names.

usage: odd_questions.py DRAGOMAN SOURCE COUNT SEED

A store is made of the samples. Each question must end within 20 seconds with exit code 0, 1 or 2, with a message where it is 2,
and leave the store's bytes as they are. The same COUNT and SEED ask the same. Exit codes: 0 all did, 1 one did not (its command
line is printed), 77 there is no model.
"""
import hashlib
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

DRAGOMAN, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
COUNT, SEED = int(sys.argv[3]), int(sys.argv[4])
QUESTIONS = ["timeline", "events", "meetings", "statements", "positions", "agenda", "who", "issues", "search", "show"]
PARTS = ["Kenya", "Éva", "Ödegård", "'", '"', ";", "--", "%", "_", "*", "(", ")", "NEAR", "OR", "AND", "NOT", "\\", "\x1b[31m", "\u202e", "\U0001f600",
         "2016", "-13", "-40", "/", "..", "..-..", "e1", "v1", "0", "-1", "9" * 30, "NaN", "a" * 300, " ", "\n", "", "DROP TABLE documents", "\ufffd", "ASSAULT", "csv"]


def run(*args):
    done = subprocess.run([str(DRAGOMAN), *args], capture_output=True, timeout=20, stdin=subprocess.DEVNULL)
    return done.returncode, done.stderr.decode(errors="replace")


def main():
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.dragoman"
        code, message = run("add", "--store", str(store), str(SOURCE / "samples"))
        if "no language model" in message:
            print("skipped: " + message)
            return 77
        if code != 0:
            print("the store could not be made: " + message)
            return 1
        flags = {}
        for question in QUESTIONS:
            page = subprocess.run([str(DRAGOMAN), question, "--help"], capture_output=True, text=True).stdout
            flags[question] = sorted({f for f in re.findall(r"(--[a-z][a-z-]*)", page)} - {"--help", "--store", "--output"})
            if not flags[question]:
                print(f"`dragoman {question} --help` names no flag")
                return 1
        before = hashlib.sha256(store.read_bytes()).hexdigest()
        for number in range(COUNT):
            question = chance.choice(QUESTIONS)
            odd = lambda: "".join(chance.choice(PARTS) for _ in range(chance.randint(0, 4))).replace("\0", "")
            command = [question, "--store", str(store)]
            for _ in range(chance.randint(0, 4)):
                command.append(chance.choice(flags[question]))
                if chance.random() < 0.8:
                    command.append(odd())
            for _ in range(chance.randint(0, 2)):
                command.append(odd())
            try:
                code, message = run(*command)
            except subprocess.TimeoutExpired:
                code, message = "no end", ""
            if code not in (0, 1, 2) or (code == 2 and not message.strip()):
                print(f"question {number} ended with {code}: {command}\n{message}")
                return 1
        if hashlib.sha256(store.read_bytes()).hexdigest() != before:
            print("the questions changed the store")
            return 1
    print(f"{COUNT} questions, 0 faults")
    return 0


if __name__ == "__main__":
    sys.exit(main())
