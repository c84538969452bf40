#!/usr/bin/env python3
"""Adds, asks, recodes, replaces and kills at once on one store, for as long as is asked for, and proves what is left.

usage: soak.py DRAGOMAN [--minutes N] [--start FILE.jsonl] [--most N] [--folder DIR] [--seed N]

Two programs add reports at once, of which every second is killed at a moment of chance and begun again; one replaces reports by others
of the same name; one recodes, and is killed too; two ask; one checks, at times; and one, `serve`, stands all the while and is asked for
pages. The reports are made up; --start names real ones that are in the store before. --most says how many may be added in all: the pauses
between are so long that they last. What is made stays in --folder, which must be empty.

At the end `check` finds nothing, every report is there with the text that was added last, and a store into which the same reports are
added in one piece has the same facts and actors, and the same ones are one.

Printed are how often each was done and killed, the 95th percentile and the most of the time of an answer, and the most memory of each
in the first and in the last quarter of the time. The exit code is 1 when anything is lost, damaged or refused.
"""
import argparse
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

PEOPLE = ["Anne Leclair", "Joseph Mwangi", "Luisa Rojas", "Pedro Quispe", "Tomas Rebane", "Aisha Karim", "Linh Tran", "Sok Chea"]
COUNTRIES = ["Canada", "Kenya", "Peru", "Chile", "Estonia", "Yemen", "Vietnam", "Cambodia", "Norway", "Ghana", "Nepal", "Oman"]
DEEDS = ["accused {b} of sending patrol boats to {c}", "agreed with {b} to open talks on {c}", "recalled its ambassador to {b} over {c}",
         "urged {b} to release the sailors held at {c}", "signed a treaty with {b} on {c}"]
THINGS = [f"{a} {b}" for a in ("the northern", "the old", "the upper", "the eastern", "the long") for b in ("river dam", "railway", "gas field", "border post", "fishing grounds")]
QUESTIONS = [["timeline", "--limit", "20"], ["events", "--by", "type"], ["events", "--country", "Kenya"], ["who", "Mwangi"], ["search", "sailors"],
             ["statements", "--actor", "Rojas"], ["events", "--between", "Norway/Ghana"], ["meetings"], ["stats"]]
PAGES = ["/", "/timeline", "/events", "/events?country=KEN", "/statements", "/between/NOR/GHA", "/search?q=sailors", "/who", "/issues", "/documents"]


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
    def __init__(self, program, folder, minutes, start, most, seed):
        self.program, self.folder, self.store = program, folder, folder / "soak.db"
        self.begin, self.end, self.start, self.seed = time.time(), time.time() + 60 * minutes, start, seed
        self.pause = 60 * minutes / most * 2 * 22.5  # two add 22.5 reports each time
        self.lock = threading.Lock()
        self.first, self.kept = {}, {}  # texts that the store must hold, by name: of --start, and stories
        self.done, self.killed = {}, {}
        self.answers, self.memory, self.wrong = [], {}, []

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
            if process.returncode == 0:
                self.memory.setdefault(what, []).append((time.time(), used.ru_maxrss / 1024))
            if process.returncode not in (0, -signal.SIGKILL) and "nobody in the store is called" not in message:  # as yet
                self.wrong.append(f"{what} ended with {process.returncode}: {message.strip()[-300:]}")
        return process.returncode == 0

    def going(self):
        return time.time() < self.end and not self.wrong

    def rest(self, seconds):
        until = min(time.time() + seconds, self.end)
        while time.time() < until and self.going():
            time.sleep(.2)

    def add(self, worker):
        chance, number = random.Random(f"{self.seed} add {worker}"), 0
        while self.going():
            stories = [report(f"report-{worker}-{number + i}", chance) for i in range(chance.randint(5, 40))]
            number += len(stories)
            self.add_all(f"add-{worker}", "add", stories, chance)
            self.rest(chance.uniform(.5, 1.5) * self.pause)

    def replace(self):
        chance = random.Random(f"{self.seed} replace")
        while self.going():
            self.rest(chance.uniform(1, 4))
            with self.lock:
                names = sorted(self.kept)
            if names:
                self.add_all("replace", "replace", [report(name, chance) for name in chance.sample(names, min(5, len(names)))], chance)

    def add_all(self, file, what, stories, chance):
        path = self.folder / f"{file}.jsonl"
        path.write_text("".join(json.dumps(story) + "\n" for story in stories))
        while chance.random() < 1 / 2 and self.going():
            if self.run(what, ["add", path], kill_after=chance.uniform(.05, chance.choice([.4, 2]))):
                break
        if self.run(what, ["add", path]):
            with self.lock:
                self.kept.update({story["uri"]: story for story in stories})

    def recode(self):
        chance = random.Random(f"{self.seed} recode")
        while self.going():
            self.rest(chance.uniform(2, 15))
            self.run("recode", ["recode", *chance.choice([[], ["--tables"]])], kill_after=chance.choice([None, chance.uniform(.1, 5)]))

    def ask(self, worker):
        chance = random.Random(f"{self.seed} ask {worker}")
        while self.going():
            begin = time.time()
            self.run("ask", chance.choice(QUESTIONS))
            with self.lock:
                self.answers.append(time.time() - begin)
            self.rest(.2)

    def check(self):
        while self.going():
            self.rest(600)
            if self.going():
                self.run("check", ["check"])

    def serve(self):
        server = subprocess.Popen([self.program, "serve", "--store", str(self.store), "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = re.search(r"http://\S+?:\d+", server.stdout.readline()).group()
        chance = random.Random(f"{self.seed} serve")
        while self.going():
            try:
                with urllib.request.urlopen(address + chance.choice(PAGES), timeout=60) as answer:
                    answer.read()
                own = int(re.search(r"RssAnon:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text()).group(1)) / 1024
            except (OSError, AttributeError) as error:
                with self.lock:
                    self.wrong.append(f"serve: {error}")
                break
            with self.lock:
                self.memory.setdefault("serve (its own)", []).append((time.time(), own))
                self.done["page"] = self.done.get("page", 0) + 1
            self.rest(.2)
        server.terminate()
        server.wait()

    def facts(self, store):
        with sqlite3.connect(store) as db:
            facts = {table: sorted(db.execute(f"SELECT d.uri, f.number, f.begin, f.end, {more} FROM {table} f JOIN documents d ON d.id = f.document"))
                    for table, more in (("events", "f.happening"), ("meetings", "f.happening"), ("statements", "f.happening"), ("positions", "f.stance"), ("agenda", "f.what"))}
            facts["actors"] = sorted(db.execute("SELECT a.key, ifnull(b.key, ''), ifnull(a.joined, '') FROM actors a LEFT JOIN actors b ON b.id = a.one"))
            facts["copies"] = sorted(db.execute("SELECT d.uri, o.uri FROM documents d JOIN documents o ON o.id = d.copy_of"))
            return facts

    def texts(self):
        with sqlite3.connect(self.store) as db:
            return dict(db.execute("SELECT uri, text FROM documents"))

    def prove(self):
        if not self.run("check", ["check"]):
            self.wrong.append("check finds something")
        texts, must = self.texts(), {**self.first, **{name: story["text"] for name, story in self.kept.items()}}
        lost = [name for name, text in must.items() if texts.get(name) != text]
        if lost:
            self.wrong.append(f"{len(lost)} reports are lost or of another text: {lost[:5]}")
        if texts.keys() - must.keys():
            self.wrong.append(f"{len(texts.keys() - must.keys())} reports were never said to be added")
        given, again = self.folder / "all.jsonl", self.folder / "again.db"
        given.write_text((self.start.read_text() if self.start else "") + "".join(json.dumps(story) + "\n" for story in self.kept.values()))
        subprocess.run([self.program, "add", "--store", again, given], check=True, capture_output=True, stdin=subprocess.DEVNULL)
        here, there = self.facts(self.store), self.facts(again)
        for what, rows in here.items():
            print(f"{len(rows)} {what}")
            if rows != there[what]:
                some = list(set(rows) ^ set(there[what]))
                self.wrong.append(f"a store made in one piece has other {what}: {len(some)}, as {some[:4]}")

    def most(self, what, part):
        """The most memory in the first (0) or last (1) quarter, in MB."""
        quarter = (self.end - self.begin) / 4
        return max((used for at, used in self.memory[what] if (at < self.begin + quarter if part == 0 else at > self.end - quarter)), default=0)

    def work(self):
        if self.start:
            subprocess.run([self.program, "add", "--store", self.store, self.start], check=True, capture_output=True, stdin=subprocess.DEVNULL)
            self.first = self.texts()
        else:
            self.add_all("begin", "add", [report("report", random.Random(self.seed))], random.Random(self.seed))
        jobs = [(self.add, 1), (self.add, 2), (self.replace,), (self.recode,), (self.ask, 1), (self.ask, 2), (self.check,), (self.serve,)]
        threads = [threading.Thread(target=job, args=args) for job, *args in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.end = min(self.end, time.time())
        print(f"{(self.end - self.begin) / 60:.0f} minutes, {len(self.first)} reports at first, {len(self.first) + len(self.kept)} at last, "
              f"{self.store.stat().st_size / 1e6:.0f} MB", flush=True)
        print(", ".join(f"{what} {self.done.get(what, 0)} (killed {self.killed.get(what, 0)})" for what in ("add", "replace", "recode", "check", "ask", "page")))
        answers = sorted(self.answers)
        print(f"answers in {answers[len(answers) * 95 // 100]:.2f} s (95th percentile), {answers[-1]:.2f} s (most)")
        for what in sorted(self.memory):
            print(f"{what} took {self.most(what, 0):.0f} MB at first, {self.most(what, 1):.0f} MB at last", flush=True)
        self.prove()
        print("\n".join(self.wrong) if self.wrong else "nothing lost, nothing damaged")
        return 1 if self.wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--most", type=int, default=10000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--seed", default="1")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(Soak(args.program.resolve(), args.folder or Path(folder), args.minutes, args.start, args.most, args.seed).work())


if __name__ == "__main__":
    main()
