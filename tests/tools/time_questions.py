#!/usr/bin/env python3
"""How long questions to a store take, the start of the program included: milliseconds at the median and the 95th percentile, and
of the processor's time at the 95th, which others on the machine do not lengthen.

usage: time_questions.py DRAGOMAN STORE [ROUNDS]

Each question is asked about different people, countries, places and words of the store, common and rare ones.
"""
import os
import random
import sqlite3
import subprocess
import sys
import time


def sample(db, sql, chance, n=40):
    rows = [row[0] for row in db.execute(sql) if not row[0].startswith("-")]
    chance.shuffle(rows)
    return rows[:n]


def main():
    dragoman, store = sys.argv[1], sys.argv[2]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    chance = random.Random(7)
    db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    common = sample(db, "SELECT name FROM (SELECT a.name, count(*) AS n FROM (SELECT actor FROM parts LIMIT 300000) p JOIN actors a ON a.id = p.actor "
                        "WHERE a.type = 'person' GROUP BY 1 ORDER BY n DESC LIMIT 20)", chance)
    rare = sample(db, "SELECT DISTINCT a.name FROM (SELECT actor FROM parts WHERE fact % 97 = 5 LIMIT 2000) p JOIN actors a ON a.id = p.actor "
                      "WHERE a.type = 'person'", chance)
    people = common + rare
    countries = sample(db, "SELECT name FROM actors WHERE type = 'country' AND country IS NOT NULL LIMIT 60", chance)
    places = sample(db, "SELECT DISTINCT name FROM (SELECT name FROM places LIMIT 20000)", chance) + ["Washington", "China"]
    issues = sample(db, "SELECT folded FROM issue_labels ORDER BY documents DESC LIMIT 60", chance)
    words = ["sanctions", "nuclear deal", "minister", "president", "said", "islands", "trade talks", "\"Supreme Court\"", "ceasefire syria", "election"]
    pick = chance.choice
    questions = {
        "timeline": lambda: ["timeline"],
        "timeline --actor": lambda: ["timeline", "--actor", pick(people)],
        "timeline --between": lambda: ["timeline", "--between", pick(["United States", pick(countries)]), pick(countries)],
        "events --country": lambda: ["events", "--country", pick(countries)],
        "events --country USA --type": lambda: ["events", "--country", "USA", "--type", pick(["CONSULT", "ASSAULT", "ACCUSE", "AID", "19", "artillery"])],
        "events --issue": lambda: ["events", "--issue", pick(issues)],
        "events --place": lambda: ["events", "--place", pick(places), "--since", "2016"],
        "events --actor --since --until": lambda: ["events", "--actor", pick(people), "--since", "2016-03", "--until", "2016-09", "--evidence"],
        "events --status --agency": lambda: ["events", "--status", pick(["denied", "planned"]), "--agency", "Agency 7"],
        "events --min-reports": lambda: ["events", "--min-reports", pick(["2", "5"])],
        "events --min-confidence": lambda: ["events", "--min-confidence", pick(["0.5", "0.8"]), "--country", pick(countries)],
        "events --sort": lambda: ["events", "--sort", pick(["reports", "confidence", "intensity"])],
        "timeline --sort --offset": lambda: ["timeline", "--sort", pick(["reports", "confidence"]), "--offset", "200"],
        "events --country --sort": lambda: ["events", "--sort", pick(["reports", "confidence", "intensity"]), "--country", pick(countries)],
        "statements --sort": lambda: ["statements", "--sort", "confidence", "--actor", pick(people)],
        "events --by": lambda: ["events", "--by", pick(["month", "year", "type", "place", "issue", "agency"])],
        "events --by actor": lambda: ["events", "--by", "actor"],
        "events --by pair": lambda: ["events", "--by", "pair"],
        "statements --by issue": lambda: ["statements", "--by", "issue"],
        "events --by --country": lambda: ["events", "--by", pick(["month", "actor", "pair"]), "--country", pick(countries)],
        "events --by --compare": lambda: ["events", "--by", pick(["type", "actor"]), "--compare", "2016", "2017"],
        "meetings": lambda: ["meetings"],
        "meetings --country": lambda: ["meetings", "--country", pick(countries)],
        "statements --actor": lambda: ["statements", "--actor", pick(people)],
        "statements --issue": lambda: ["statements", "--issue", pick(issues)],
        "statements --actor --issue": lambda: ["statements", "--actor", pick(common), "--issue", pick(issues)],
        "positions --issue": lambda: ["positions", "--issue", pick(issues)],
        "positions --actor": lambda: ["positions", "--actor", pick(people)],
        "agenda": lambda: ["agenda", "--since", "2016-10"],
        "who": lambda: ["who", pick(people)],
        "who (country)": lambda: ["who", pick(countries)],
        "issues": lambda: ["issues"],
        "issues --actor": lambda: ["issues", "--actor", pick(people)],
        "search": lambda: ["search", pick(words)],
        "show": lambda: ["show", f"v{chance.randint(1, 5000)}"],
    }
    print(f"{'':34}  p50 ms  p95 ms     cpu  worst")
    everything = []
    for name, make in questions.items():
        took = []
        for _ in range(rounds):
            words_of = make()
            begin = time.perf_counter()
            child = subprocess.Popen([dragoman, *words_of, "--store", store], stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            took.append((1000 * (time.perf_counter() - begin), " ".join(words_of), 1000 * (usage.ru_utime + usage.ru_stime)))
            if child.returncode != 0:
                sys.exit(f"{' '.join(words_of)} ended with {child.returncode}")
        everything += [t[0] for t in took]
        took.sort()
        high = int(len(took) * 0.95 - 0.01)
        print(f"{name:34}  {took[len(took) // 2][0]:6.0f}  {took[high][0]:6.0f}  {sorted(t[2] for t in took)[high]:6.0f}  {took[-1][1]}", flush=True)
    everything.sort()
    print(f"{'all':34}  {everything[len(everything) // 2]:6.0f}  {everything[int(len(everything) * 0.95)]:6.0f}")


if __name__ == "__main__":
    main()
