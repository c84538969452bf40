#!/usr/bin/env python3
"""How long questions to a store take, the start of the program included: of each kind milliseconds at the median, the 95th percentile and
the most, and of the processor's time at its most, which others on the machine lengthen less.

usage: time_questions.py DRAGOMAN STORE [--rounds N] [--tries N] [--kind WORDS]...

Each kind is asked about different people, countries, places and words of the store, common and rare ones. Every question is asked
--tries times, of which the quickest counts. Kinds over their bar (100 ms for the 95th percentile of all, 250 ms for the worst of a kind,
500 for counts by --by) are marked.
"""
import argparse
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections import Counter


def sample(db, sql, chance, n=40):
    rows = [row[0] for row in db.execute(sql) if not row[0].startswith("-")]
    chance.shuffle(rows)
    return rows[:n]


LISTS = {"events": ["month", "year", "actor", "pair", "type", "place", "issue", "agency"], "meetings": ["month", "year", "actor", "pair", "type", "place", "agency"],
         "statements": ["month", "year", "actor", "pair", "type", "place", "issue", "agency"], "positions": ["month", "year", "actor", "type", "issue", "agency"],
         "agenda": ["month", "year", "actor", "pair", "place", "agency"]}


def all_questions(store):
    chance = random.Random(7)
    db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    common = sample(db, "SELECT name FROM (SELECT a.name, count(*) AS n FROM (SELECT actor FROM parts LIMIT 300000) p JOIN actors a ON a.id = p.actor "
                        "WHERE a.type = 'person' GROUP BY 1 ORDER BY n DESC LIMIT 20)", chance)
    rare = sample(db, "SELECT DISTINCT a.name FROM (SELECT actor FROM parts WHERE fact % 97 = 5 LIMIT 2000) p JOIN actors a ON a.id = p.actor "
                      "WHERE a.type = 'person'", chance)
    bodies = sample(db, "SELECT name FROM (SELECT a.name, count(*) AS n FROM (SELECT actor FROM parts LIMIT 300000) p JOIN actors a ON a.id = p.actor "
                        "WHERE a.type = 'organisation' GROUP BY 1 ORDER BY n DESC LIMIT 20)", chance)
    people = common + rare + bodies
    surnames = sorted({name.split()[-1] for name in common})
    large = sample(db, "SELECT name FROM (SELECT a.name, count(*) AS n FROM (SELECT actor FROM parts LIMIT 300000) p JOIN actors a ON a.id = p.actor "
                       "WHERE a.type = 'country' GROUP BY 1 ORDER BY n DESC LIMIT 3)", chance)
    countries = sample(db, "SELECT name FROM actors WHERE type = 'country' AND country IS NOT NULL LIMIT 60", chance)
    places = sample(db, "SELECT DISTINCT name FROM (SELECT name FROM places LIMIT 20000)", chance) + large
    issues = sample(db, "SELECT folded FROM issue_labels ORDER BY documents DESC LIMIT 60", chance)
    agencies = sample(db, "SELECT DISTINCT agency FROM documents WHERE agency IS NOT NULL", chance)
    words = ["sanctions", "nuclear deal", "minister", "president", "said", "islands", "trade talks", "\"Supreme Court\"", "ceasefire syria", "election",
             "\"prime minister\"", "government -russia", "sanct*", "said president government"]
    last = {letter: db.execute(f"SELECT max(id) FROM {table}").fetchone()[0] for letter, table in
            (("v", "events"), ("m", "meetings"), ("q", "statements"), ("k", "positions"), ("a", "agenda"), ("d", "documents"))}
    letters = sorted(last)
    pick = chance.choice
    everybody = large + common[:3]
    # Parts of the documents' names: a word that many have, one of few, and one of none.
    names = Counter(word for (uri,) in db.execute("SELECT uri FROM documents LIMIT 20000") for word in set(re.findall(r"[a-z0-9-]{3,}", uri.lower())))
    by_use = [word for word, _ in names.most_common()]
    in_names = [*by_use[:2], by_use[len(by_use) // 2], "nobody at all"]
    questions = {
        "timeline": lambda: ["timeline"],
        "timeline --actor": lambda: ["timeline", "--actor", pick(people)],
        "timeline --between": lambda: ["timeline", "--between", pick(["United States", pick(countries)]), pick(countries)],
        "timeline --country --since": lambda: ["timeline", "--country", pick(countries + large[:1]), "--since", "2016-05"],
        "timeline --place": lambda: ["timeline", "--place", pick(places)],
        "timeline --sort --offset": lambda: ["timeline", "--sort", pick(["reports", "confidence"]), "--offset", "200"],
        "timeline --status --agency": lambda: ["timeline", "--status", pick(["denied", "planned", "held"]), "--agency", pick(agencies)],
        "events --country": lambda: ["events", "--country", pick(countries)],
        "events --country USA --type": lambda: ["events", "--country", "USA", "--type", pick(["CONSULT", "ASSAULT", "ACCUSE", "AID", "19", "artillery"])],
        "events --issue": lambda: ["events", "--issue", pick(issues)],
        "events --issue --type": lambda: ["events", "--issue", pick(issues), "--type", pick(["CONSULT", "ASSAULT", "ACCUSE", "AID", "artillery"])],
        "events --place": lambda: ["events", "--place", pick(places), "--since", "2016"],
        "events --actor --since --until": lambda: ["events", "--actor", pick(people), "--since", "2016-03", "--until", "2016-09", "--evidence"],
        "events --actor --actor": lambda: ["events", "--actor", pick(people + everybody), "--actor", pick(everybody)],
        "events --source": lambda: ["events", "--source", pick(people + everybody)],
        "events --source --country": lambda: ["events", "--source", pick(people + everybody), "--country", pick(countries)],
        "events --agency": lambda: ["events", "--agency", pick(agencies)],
        "events --agency --issue": lambda: ["events", "--agency", pick(agencies), "--issue", pick(issues)],
        "events --status --agency": lambda: ["events", "--status", pick(["denied", "planned"]), "--agency", pick(agencies)],
        "events --min-reports": lambda: ["events", "--min-reports", pick(["2", "5"])],
        "events --min-reports --actor": lambda: ["events", "--min-reports", pick(["2", "5"]), "--actor", pick(people + everybody)],
        "events --min-confidence": lambda: ["events", "--min-confidence", pick(["0.5", "0.8"]), "--country", pick(countries)],
        "events --min-confidence (high)": lambda: ["events", "--min-confidence", pick(["0.95", "0.99"])],
        "events --separate": lambda: ["events", "--separate", "--country", pick(countries)],
        "events --offset": lambda: ["events", "--offset", pick(["1000", "10000"])],
        "events --sort": lambda: ["events", "--sort", pick(["reports", "confidence", "intensity"])],
        "events --country --sort": lambda: ["events", "--sort", pick(["reports", "confidence", "intensity"]), "--country", pick(countries)],
        "events USA --sort": lambda: ["events", "--sort", pick(["reports", "confidence", "intensity"]), "--country", "United States"],
        "events --place --sort": lambda: ["events", "--sort", pick(["reports", "confidence", "intensity"]), "--place", pick(places)],
        "events --format polecat": lambda: ["events", "--country", pick(countries), "--format", "polecat"],
        "meetings": lambda: ["meetings"],
        "meetings --country": lambda: ["meetings", "--country", pick(countries)],
        "meetings --type --place": lambda: ["meetings", "--type", "summit", "--place", pick(places)],
        "meetings --sort reports": lambda: ["meetings", "--sort", "reports"],
        "statements": lambda: ["statements"],
        "statements --actor": lambda: ["statements", "--actor", pick(people)],
        "statements --issue": lambda: ["statements", "--issue", pick(issues)],
        "statements --country --issue": lambda: ["statements", "--country", pick(countries), "--issue", pick(issues)],
        "statements --actor --issue": lambda: ["statements", "--actor", pick(common), "--issue", pick(issues)],
        "statements --between": lambda: ["statements", "--between", pick(["United States", pick(countries)]), pick(countries)],
        "statements --sort": lambda: ["statements", "--sort", "confidence", "--actor", pick(people)],
        "statements --source": lambda: ["statements", "--source", pick(people)],
        "statements --status --type": lambda: ["statements", "--status", pick(["denied", "planned", "conditional"]), "--type", pick(["direct", "mixed"])],
        "positions": lambda: ["positions"],
        "positions --issue": lambda: ["positions", "--issue", pick(issues)],
        "positions --actor": lambda: ["positions", "--actor", pick(people)],
        "positions --country --type": lambda: ["positions", "--country", pick(countries), "--type", pick(["supports", "opposes"])],
        "agenda": lambda: ["agenda", "--since", "2016-10"],
        "agenda --country": lambda: ["agenda", "--country", pick(countries)],
        "who": lambda: ["who", pick(people)],
        "who (surname)": lambda: ["who", pick(surnames)],
        "who (country)": lambda: ["who", pick(countries)],
        "issues": lambda: ["issues"],
        "issues WORDS": lambda: ["issues", pick(issues)],
        "issues --actor": lambda: ["issues", "--actor", pick(people)],
        "issues --country --since": lambda: ["issues", "--country", pick(countries), "--since", "2016"],
        "issues --agency": lambda: ["issues", "--agency", pick(agencies)],
        "search": lambda: ["search", pick(words)],
        "search --since": lambda: ["search", pick(words), "--since", "2016-09"],
        "search --agency": lambda: ["search", pick(words), "--agency", pick(agencies)],
        "show": lambda: ["show", (letter := pick(letters)) + str(chance.randint(1, last[letter]))],
        "documents": lambda: ["documents", *pick([[], ["--copies"], ["--undated"], ["--offset", "5000"]])],
        "documents --agency --since": lambda: ["documents", "--agency", pick(agencies), "--since", "2016-05"],
        "documents --name": lambda: ["documents", "--name", pick(in_names)],
        "stats": lambda: ["stats"],
        "rulings": lambda: ["rulings"],
        "events --by --country": lambda: ["events", "--by", pick(LISTS["events"]), "--country", pick(countries)],
        "events --by --country USA": lambda: ["events", "--by", pick(LISTS["events"]), "--country", "United States"],
        "events --by --actor": lambda: ["events", "--by", pick(LISTS["events"]), "--actor", pick(people)],
        "events --by --type": lambda: ["events", "--by", pick(LISTS["events"]), "--type", pick(["CONSULT", "ASSAULT", "ACCUSE"])],
        "events --by --since": lambda: ["events", "--by", pick(LISTS["events"]), "--since", pick(["2016", "2016-10"])],
        "events --by --issue": lambda: ["events", "--by", pick(LISTS["events"]), "--issue", pick(issues)],
        "events --by --min-confidence": lambda: ["events", "--by", pick(LISTS["events"]), "--min-confidence", pick(["0.5", "0.8"])],
        "events --by --separate": lambda: ["events", "--by", pick(LISTS["events"]), "--separate"],
        "events --by --compare": lambda: ["events", "--by", pick(LISTS["events"]), "--compare", "2016", "2017"],
        "statements --by --country": lambda: ["statements", "--by", pick(LISTS["statements"]), "--country", pick(countries)],
        "statements --by --since": lambda: ["statements", "--by", pick(LISTS["statements"]), "--since", pick(["2016", "2016-10"])],
        "statements --by --compare": lambda: ["statements", "--by", pick(LISTS["statements"]), "--compare", "2016", "2017"],
    }
    for name, ways in LISTS.items():
        for way in ways:
            questions[f"{name} --by {way}"] = lambda name=name, way=way: [name, "--by", way]
    return questions


def milliseconds(dragoman, store, words):
    """Of the clock and of the processor."""
    begin = time.perf_counter()
    child = subprocess.Popen([dragoman, *words, "--store", store], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1) or (child.returncode == 1 and words[0] not in ("show", "documents")):
        sys.exit(f"{' '.join(words)} ended with {child.returncode}")
    return 1000 * (time.perf_counter() - begin), 1000 * (usage.ru_utime + usage.ru_stime)


def at(values, part):
    return sorted(values)[int(len(values) * part - 0.01)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dragoman")
    parser.add_argument("store")
    parser.add_argument("--rounds", type=int, default=20, help="questions of each kind")
    parser.add_argument("--tries", type=int, default=3)
    parser.add_argument("--kind", action="append", default=[], help="only kinds that hold these words")
    args = parser.parse_args()
    print(f"{'load ' + ' '.join(f'{load:.1f}' for load in os.getloadavg()):34}  p50 ms  p95 ms    most     cpu  slowest")
    everything = []
    for name, make in all_questions(args.store).items():
        asked = {" ".join(words): words for words in (make() for _ in range(args.rounds))}
        if args.kind and not any(kind in name for kind in args.kind):
            continue
        took = [(*(min(times) for times in zip(*(milliseconds(args.dragoman, args.store, words) for _ in range(args.tries)))), shown)
                for shown, words in asked.items()]
        clock = [t[0] for t in took]
        everything += clock
        slowest = max(took)
        mark = "  << over" if slowest[0] > (500 if "--by" in name else 250) else ""
        print(f"{name:34}  {at(clock, .5):6.0f}  {at(clock, .95):6.0f}  {slowest[0]:6.0f}  {max(t[1] for t in took):6.0f}  {slowest[2]}{mark}", flush=True)
    print(f"{'all':34}  {at(everything, .5):6.0f}  {at(everything, .95):6.0f}  {max(everything):6.0f}{'  << over' if at(everything, .95) > 100 else ''}")


if __name__ == "__main__":
    main()
