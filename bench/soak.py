#!/usr/bin/env python3
"""Adds, asks, recodes, replaces and kills at once on one store, for as long as is asked for, and proves what is left.

usage: soak.py DRAGOMAN [--minutes N] [--folder DIR] [--seed N]

Two programs add reports at once, of which every third is killed at a moment of chance and begun again; one replaces reports by others
of the same name; one recodes, and is killed too; two ask. At the end `check` finds nothing, every report is there with the text that was added
last, and a store into which the same reports are added in one piece has the same facts, and the same ones are one.

Printed are how often each was done and killed, the 95th percentile of the time of an answer, and the memory of `add` at its most in
the first and in the last quarter of the time. The exit code is 1 when anything is lost, damaged or refused.
"""
import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

PEOPLE = ["Anne Leclair", "Joseph Mwangi", "Luisa Rojas", "Pedro Quispe", "Tomas Rebane", "Aisha Karim", "Linh Tran", "Sok Chea"]
COUNTRIES = ["Canada", "Kenya", "Peru", "Chile", "Estonia", "Yemen", "Vietnam", "Cambodia", "Norway", "Ghana", "Nepal", "Oman"]
DEEDS = ["accused {b} of sending patrol boats to {c}", "agreed with {b} to open talks on {c}", "recalled its ambassador to {b} over {c}",
         "urged {b} to release the sailors held at {c}", "signed a treaty with {b} on {c}"]
THINGS = [f"{a} {b}" for a in ("the northern", "the old", "the upper", "the eastern", "the long") for b in ("river dam", "railway", "gas field", "border post", "fishing grounds")]
QUESTIONS = [["timeline", "--limit", "20"], ["events", "--by", "type"], ["events", "--country", "Kenya"], ["who", "Mwangi"], ["search", "sailors"],
             ["statements", "--actor", "Rojas"], ["events", "--between", "Norway/Ghana"], ["meetings"], ["stats"]]


def report(name, chance):
    sentences = []
    for _ in range(chance.randint(6, 12)):
        a, b = chance.sample(COUNTRIES, 2)
        thing, who, number = chance.choice(THINGS), chance.choice(PEOPLE), chance.randint(3, 900)
        sentences.append(chance.choice([
            f"{a} " + chance.choice(DEEDS).format(b=b, c=thing) + f" on {chance.choice(['Monday', 'Friday', 'Sunday'])}, {who} said.",
            f"\"We have waited {number} days for {thing},\" Foreign Minister {who} told reporters in {a}.",
            f"The ministers of {a} and {b} met {number} engineers on Tuesday to speak about {thing}.",
            f"{who} told the council that {a} wants {number} guards at {thing} and {b} does not."]))
    day = f"20{chance.randint(17, 19)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {"uri": name, "published": day, "text": " ".join(sentences)}


class Soak:
    def __init__(self, program, folder, minutes, seed):
        self.program, self.folder, self.store = program, folder, folder / "soak.db"
        self.begin, self.end, self.seed = time.time(), time.time() + 60 * minutes, seed
        self.lock = threading.Lock()
        self.kept = {}                     # what the store must hold: by name
        self.done, self.killed = {}, {}
        self.answers, self.memory, self.wrong = [], [], []

    def run(self, what, args, kill_after=None):
        """True when it ended by itself and well."""
        with tempfile.TemporaryFile() as err:
            process = subprocess.Popen([self.program, *map(str, args), "--store", str(self.store)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err)
            killer = None
            if kill_after is not None:
                killer = threading.Timer(kill_after, os.kill, (process.pid, signal.SIGKILL))
                killer.start()
            _, status, used = os.wait4(process.pid, 0)
            if killer is not None:
                killer.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
            err.seek(0)
            message = err.read().decode(errors="replace")
        with self.lock:
            counts = self.killed if process.returncode == -signal.SIGKILL else self.done
            counts[what] = counts.get(what, 0) + 1
            if what == "add" and process.returncode == 0:
                self.memory.append((time.time(), used.ru_maxrss / 1024))
            if process.returncode not in (0, -signal.SIGKILL) and "nobody in the store is called" not in message:  # as yet
                self.wrong.append(f"{what} ended with {process.returncode}: {message.strip()[-300:]}")
        return process.returncode == 0

    def going(self):
        return time.time() < self.end and not self.wrong

    def add(self, worker):
        chance, number = random.Random(f"{self.seed} add {worker}"), 0
        while self.going():
            stories = [report(f"report-{worker}-{number + i}", chance) for i in range(chance.randint(5, 40))]
            number += len(stories)
            self.add_all(f"add-{worker}", "add", stories, chance)

    def replace(self):
        chance = random.Random(f"{self.seed} replace")
        while self.going():
            time.sleep(chance.uniform(1, 4))
            with self.lock:
                names = sorted(self.kept)
            if names:
                self.add_all("replace", "replace", [report(name, chance) for name in chance.sample(names, min(5, len(names)))], chance)

    def add_all(self, file, what, stories, chance):
        path = self.folder / f"{file}.jsonl"
        path.write_text("".join(json.dumps(story) + "\n" for story in stories))
        while chance.random() < 1 / 3 and self.going():
            if self.run(what, ["add", path], kill_after=chance.uniform(.05, 2)):
                break
        if self.run(what, ["add", path]):
            with self.lock:
                self.kept.update({story["uri"]: story for story in stories})

    def recode(self):
        chance = random.Random(f"{self.seed} recode")
        while self.going():
            time.sleep(chance.uniform(2, 15))
            self.run("recode", ["recode", *chance.choice([[], ["--tables"]])], kill_after=chance.choice([None, chance.uniform(.1, 5)]))

    def ask(self, worker):
        chance = random.Random(f"{self.seed} ask {worker}")
        while self.going():
            if not self.store.exists():
                time.sleep(.2)
                continue
            begin = time.time()
            self.run("ask", chance.choice(QUESTIONS))
            with self.lock:
                self.answers.append(time.time() - begin)

    def facts(self, store):
        with sqlite3.connect(store) as db:
            return {table: sorted(db.execute(f"SELECT d.uri, f.number, f.begin, f.end, {more} FROM {table} f JOIN documents d ON d.id = f.document"))
                    for table, more in (("events", "f.happening"), ("meetings", "f.happening"), ("statements", "f.happening"), ("positions", "f.stance"), ("agenda", "f.what"))}

    def prove(self):
        if not self.run("check", ["check"]):
            self.wrong.append("check finds something")
        with sqlite3.connect(self.store) as db:
            texts = dict(db.execute("SELECT uri, text FROM documents"))
            copies = db.execute("SELECT count(*) FROM documents WHERE copy_of IS NOT NULL").fetchone()[0]
        lost = [name for name, story in self.kept.items() if texts.get(name) != story["text"]]
        if lost:
            self.wrong.append(f"{len(lost)} reports are lost or of another text: {lost[:5]}")
        if copies == 0 and texts.keys() == self.kept.keys():
            given, again = self.folder / "all.jsonl", self.folder / "again.db"
            given.write_text("".join(json.dumps(story) + "\n" for story in self.kept.values()))
            subprocess.run([self.program, "add", "--store", again, given], check=True, capture_output=True, stdin=subprocess.DEVNULL)
            if self.facts(again) != self.facts(self.store):
                self.wrong.append("a store made in one piece has other facts")
        else:
            self.wrong.append(f"{copies} reports are near copies, {len(texts.keys() - self.kept.keys())} were never said to be added")

    def most(self, part):
        """The most memory in the first (0) or last (1) quarter, in MB."""
        quarter = (self.end - self.begin) / 4
        return max((used for at, used in self.memory if (at < self.begin + quarter if part == 0 else at > self.end - quarter)), default=0)

    def work(self):
        jobs = [(self.add, 1), (self.add, 2), (self.replace,), (self.recode,), (self.ask, 1), (self.ask, 2)]
        threads = [threading.Thread(target=job, args=args) for job, *args in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.prove()
        counts = ", ".join(f"{what} {self.done.get(what, 0)} (killed {self.killed.get(what, 0)})" for what in ("add", "replace", "recode", "ask"))
        answers = sorted(self.answers)
        print(f"{(time.time() - self.begin) / 60:.0f} minutes, {len(self.kept)} reports; {counts}; answers in {answers[len(answers) * 95 // 100]:.2f} s (95th percentile); "
              f"add took {self.most(0):.0f} MB at first, {self.most(1):.0f} MB at last")
        for wrong in self.wrong:
            print(wrong)
        return 1 if self.wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", default="1")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        sys.exit(Soak(args.program.resolve(), Path(folder), args.minutes, args.seed).work())


if __name__ == "__main__":
    main()
