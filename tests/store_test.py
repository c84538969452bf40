#!/usr/bin/env python3
"""Asks a small store, filled by hand, what a user would ask, and what a hostile name or file would have answered.

usage: store_test.py DRAGOMAN SOURCE
"""
import json
import shutil
import sqlite3
import sys
import unicodedata
import unittest
from pathlib import Path

from small_store import INJECTION, REPORTS, SmallStore


class Asking(SmallStore):
    def test_the_store_is_whole(self):
        self.assertIn("4 documents, 0 defects", self.table("check"))

    def test_what_a_user_says_of_who_is_one(self):
        self.assertIn('"person karl tamm" and "person liis tamm"\n', self.table("same", "Karl Tamm", "liis TAMM"))
        self.assertEqual(self.table("who", "Karl Tamm", "--format", "json"), self.table("who", "Liis Tamm", "--format", "json"))
        self.assertIn("somebody said so: `dragoman same`", self.table("who", "Liis Tamm"))
        self.assertEqual(self.ids("events", "--actor", "Liis Tamm"), ["v1"])
        self.assertIn("4 documents, 0 defects", self.table("check"))
        counts = [json.loads(line) for line in self.table("events", "--by", "actor", "--format", "jsonl").splitlines()]
        self.assertEqual(counts, [json.loads(line) for line in self.table("events", "--by", "actor", "--until", "2999", "--format", "jsonl").splitlines()])
        self.table("same", "Liis Tamm", "Eva Odegard")
        self.refuses(2, "would be one and apart", "apart", "Eva Odegard", "Karl Tamm")
        self.assertEqual(self.table("rulings"), "same\tperson eva odegard\tperson liis tamm\nsame\tperson karl tamm\tperson liis tamm\n")
        self.assertIn("taken back", self.table("same", "Éva Ødegård", "Liis Tamm", "--undo"))
        self.refuses(1, "nobody said that", "same", "Eva Odegard", "Liis Tamm", "--undo")
        self.table("apart", "Eva Odegard", "Karl Tamm")
        self.refuses(2, "would be one and apart", "same", "Eva Odegard", "Liis Tamm")
        self.refuses(1, "nobody in the store has the name", "same", "Karl", "Karl Tamm")
        self.refuses(1, "is a country", "same", "Estonia", "Karl Tamm")
        self.refuses(2, "is named twice", "apart", "Karl Tamm", "KARL TAMM")
        self.refuses(2, "takes two names, found 1", "same", "Karl Tamm")
        printed = self.table("rulings")
        self.table("same", "Karl Tamm", "Liis Tamm", "--undo")
        self.assertNotIn("Also called", self.table("who", "Liis Tamm"))
        self.assertIn("4 documents, 0 defects", self.table("check"))
        # Another store reads what this one has printed; a file with a fault changes nothing.
        shutil.copyfile(self.upgraded, self.store)
        path = self.folder / "rulings.tsv"
        path.write_text(printed + "same\tKarl Tamm\n")
        self.refuses(2, "rulings.tsv:3: found \"same", "rulings", "--read", path)
        path.write_text(printed + "same\tperson eva odegard\tperson liis tamm\n")
        self.refuses(2, "rulings.tsv:3: ", "rulings", "--read", path)
        self.assertEqual(self.table("rulings"), "")
        path.write_text(printed + "same\tperson karl tamm\tperson eva odegard\n")  # what stands last of the same two counts
        self.table("rulings", "--read", path)
        self.assertEqual(self.table("rulings"), printed.replace("apart", "same"))
        path.write_text(printed)
        self.assertEqual(self.table("rulings", "--read", path), "2 rulings read\n")
        self.assertEqual(self.table("rulings"), printed)
        self.assertIn("somebody said so", self.table("who", "Liis Tamm"))
        self.assertIn("4 documents, 0 defects", self.table("check"))

    def test_what_is_not_known_to_be_sure_is_not(self):
        self.assertEqual(self.ids("events", "--min-confidence", "0"), ["v1", "v3", "v4", "v5"])
        self.assertEqual(self.ids("events", "--min-confidence", "0.01"), [])  # version 1 kept no confidence
        for wrong in ("1.5", "-1", "much", "nan", "0.5x"):
            self.refuses(2, f'--min-confidence is "{wrong}", expected a number from 0 to 1', "events", f"--min-confidence={wrong}")

    def test_how_many_reports(self):
        self.assertEqual(self.ids("events", "--min-reports", "2"), ["v1"])
        self.assertEqual(self.ids("events", "--min-reports", "2", "--type", "ASSAULT"), [])
        self.assertEqual(self.ids("events", "--min-reports", "3"), [])  # a near copy is no report
        self.assertEqual(self.ids("events", "--sort", "reports"), ["v1", "v4", "v5", "v3"])
        self.assertEqual(self.ids("events", "--sort", "reports", "--offset", "1", "--limit", "2"), ["v4", "v5"])
        self.assertEqual(self.ids("events", "--sort", "reports", "--min-reports", "2"), ["v1"])
        self.refuses(2, "--min-reports is 0", "events", "--min-reports", "0")

    def test_long_questions_are_bounded(self):
        self.assertEqual(self.ids("search", " ".join(["lake"] * 400)), self.ids("search", "lake"))
        self.refuses(2, "holds 65 different words or phrases, expected at most 64", "search", " ".join(f"w{n}" for n in range(65)))
        self.refuses(2, "is 20000 bytes long, expected at most 10000", "search", "x" * 20000)

    def test_many_reports_are_one_event(self):
        events = [json.loads(line) for line in self.table("events", "--format", "jsonl").splitlines()]
        self.assertEqual([e["id"] for e in events], ["v1", "v3", "v4", "v5"])
        self.assertEqual((events[0]["reports"], events[0]["copies"]), (2, 1))
        self.assertEqual(events[0]["disagreements"], ["place: Tallinn | Tartu", "cameo: 040 | 042"])
        self.assertIn("reports disagree on place: Tallinn | Tartu", self.table("events"))
        shown = self.table("show", "v2")
        for words in ("2 reports, 1 near copy", "v1 a.txt", "v2 b.txt", "near copy: d3 c.txt", "taken for one because", "https://example.org/a.txt", "“met”"):
            self.assertIn(words, shown)

    def test_names_as_people_type_them(self):
        for name in ("Éva Ødegård", "eva odegard", "ODEGARD", "foreign minister of Norway", "Norwegian foreign minister", "Norway's foreign minister"):
            self.assertEqual(self.ids("events", "--actor", name), ["v1"], name)
        self.assertEqual(self.ids("events", "--actor", unicodedata.normalize("NFD", "Éva Odegård")), ["v1"])
        for name in ("Estonia", "EST", "estonian"):
            self.assertEqual(self.ids("events", "--actor", name), ["v1", "v3", "v4"], name)
        self.assertEqual(self.ids("events", "--country", "Norway", "--country", "EST"), ["v1"])
        self.assertIn("2 are called so", self.table("who", "Tamm"))

    def test_between(self):
        self.assertEqual(self.ids("events", "--between", "Estonia", "Latvia"), ["v3", "v4"])
        self.assertEqual(self.ids("events", "--between", "latvia/ESTONIA"), ["v3", "v4"])
        self.assertEqual(self.ids("events", "--between", "Norway/Estonia"), ["v1"])
        self.assertEqual(self.ids("meetings", "--between", "Odegard", "Karl Tamm"), ["m1"])
        self.refuses(2, "--between takes two names", "events", "--between", "Estonia")

    def test_conditions_combine(self):
        self.assertEqual(self.ids("events", "--type", "ASSAULT", "--type", "ACCUSE"), ["v3", "v4"])
        self.assertEqual(self.ids("events", "--type", "19"), ["v4"])
        self.assertEqual(self.ids("events", "--type", "artillery", "--since", "2019-06"), ["v4"])
        self.assertEqual(self.ids("events", "--until", "2019-05-03"), ["v1"])
        self.assertEqual(self.ids("events", "--since", "2019-05-04", "--until", "2019-05"), ["v3"])
        self.assertEqual(self.ids("events", "--status", "denied"), ["v5"])
        self.assertEqual(self.ids("events", "--place", "Tartu"), ["v2"])
        self.assertEqual(self.ids("events", "--place", "Estonia"), ["v1"])
        self.assertEqual(self.ids("events", "--agency", "fjord"), ["v1", "v3"])
        self.assertEqual(self.ids("events", "--actor", "Estonia", "--status", "denied"), [])
        self.assertEqual(self.ids("statements", "--issue", "LAKE", "--actor", "karl tamm"), ["q1"])
        self.assertEqual(self.ids("positions", "--issue", "resources"), ["k1"])
        self.assertEqual(self.ids("positions", "--issue", "river"), [])
        self.assertEqual(self.ids("agenda"), ["a1"])
        self.assertIn("nothing in the store", self.table("events", "--actor", "Estonia", "--status", "denied"))

    def test_timeline_tells_a_meeting_once(self):
        self.assertEqual(self.ids("timeline"), ["m1", "v3", "v4", "v5", "a1"])

    def test_limit(self):
        self.assertEqual(self.ids("events", "--limit", "2"), ["v4", "v5"])  # the latest
        self.assertEqual(self.ids("events", "--since", "2019", "--limit", "2"), ["v1", "v3"])  # the first from then on
        self.assertIn("the latest 2; there are earlier ones", self.table("events", "--limit", "2"))
        self.refuses(2, "--limit is 0", "events", "--limit", "0")

    def test_documents(self):
        rows = [json.loads(line) for line in self.table("documents", "--format", "jsonl").splitlines()]
        self.assertEqual([(r["id"], r["published"], r["copy_of"]) for r in rows],
                         [("d4", "2019-06-01", None), ("d3", "2019-05-05", "d2"), ("d1", "2019-05-04", None), ("d2", "2019-05-04", None)])
        self.assertEqual(self.ids("documents", "--agency", "baltic", "--until", "2019-05-04"), ["d2"])
        self.assertEqual(self.ids("documents", "--copies"), ["d3"])
        self.assertEqual(self.ids("documents", "--name", "a.t"), ["d1"])
        self.assertEqual(self.ids("documents", "d1", "d4"), ["d4", "d1"])
        self.assertEqual(self.ids("documents", "--undated"), [])
        self.assertEqual(self.ids("documents", "--limit", "1", "--offset", "1"), ["d3"])
        self.assertIn("4 in all; there are more: --limit N, or --offset 2", self.table("documents", "--limit", "2"))
        self.refuses(2, "is no number of a document, expected d12", "documents", "v1")
        self.refuses(1, "there is no d9 among them", "documents", "d9")

    def test_documents_are_removed(self):
        self.refuses(2, "say which", "documents", "--remove")
        self.refuses(1, "there is no d9", "documents", "d9", "--remove")
        self.assertEqual(self.table("documents", "d2", "--remove"), "removed b.txt\nremoved c.txt\n2 documents removed\n")
        self.assertEqual(self.ids("documents"), ["d4", "d1"])
        self.assertIn("2 documents, 0 defects", self.table("check"))
        self.assertEqual(self.ids("statements"), [])
        self.assertEqual(self.ids("events", "--min-reports", "2"), [])
        self.refuses(1, 'nobody in the store is called "Liis Tamm"', "who", "Liis Tamm")
        self.assertEqual(self.ids("search", "lake"), [])
        self.assertIn("1 documents removed", self.table("documents", "--since", "2019-06", "--remove"))
        self.assertIn("1 documents, 0 defects", self.table("check"))

    def test_stats(self):
        with sqlite3.connect(self.store) as db:
            db.execute("INSERT INTO set_aside(uri, why, message) VALUES ('e.txt', 'foreign', 'in French')")
        numbers = {(r["what"], r["value"]): r["number"] for r in map(json.loads, self.table("stats", "--format", "jsonl").splitlines())}
        for key, number in {("documents", "all"): 4, ("documents", "near copies"): 1, ("documents", "dated"): 4, ("documents", "undated"): 0,
                            ("month", "2019-05"): 3, ("month", "2019-06"): 1, ("agency", "Baltic Post"): 2, ("agency", "not known"): 1,
                            ("language", "en"): 4, ("size", "below 1,000 characters"): 4, ("facts", "events"): 5, ("date from", "given"): 4,
                            ("set aside", "in another language"): 1}.items():
            self.assertEqual(numbers[key], number, key)
        self.assertEqual(numbers["characters", "all"], sum(len(report[3]) for report in REPORTS))
        self.assertRegex(self.table("stats"), "agency +Baltic Post +2\n")
        self.assertTrue(self.table("stats", "--format", "csv").startswith("what,value,number\ndocuments,all,4\n"))

    def test_counts(self):
        self.assertEqual(self.counts("events", "--by", "month"), [("2019-05", 2), ("2019-06", 2)])  # two tellings are one event
        self.assertEqual(self.counts("events", "--by", "year"), [("2019", 4)])
        self.assertEqual(self.counts("events", "--by", "month", "--limit", "1"), [("2019-06", 2)])
        self.assertEqual(self.counts("events", "--by", "type", "--limit", "2", "--offset", "1"), [("ASSAULT", 1), ("CONSULT", 1)])
        self.assertEqual(self.counts("events", "--by", "actor", "--limit", "2"), [("Estonia", 2), ("Latvia", 2)])
        self.assertEqual(self.counts("events", "--by", "pair"), [("Estonia/Latvia", 2), ("Estonia/NOR", 1)])
        self.assertEqual(self.counts("events", "--by", "pair", "--country", "Norway"), [("Estonia/NOR", 1)])
        self.assertEqual(self.counts("events", "--by", "place"), [("Tallinn, EST", 1), ("Tartu, EST", 1)])
        self.assertEqual(self.counts("events", "--by", "agency"), [("Fjord Wire", 2), ("Baltic Post", 1)])
        self.assertEqual(self.counts("statements", "--by", "issue"), [("lake", 1)])
        self.assertEqual(self.counts("positions", "--by", "issue"), [("fishing on the lake", 1)])
        self.assertEqual(self.counts("positions", "--by", "type"), [("seeks", 1)])
        self.assertEqual(self.counts("meetings", "--by", "pair"), [("Estonia/NOR", 1)])
        self.assertEqual(self.counts("agenda", "--by", "month"), [("2019-07", 1)])
        self.assertEqual(self.counts("events", "--by", "type", "--status", "hoped"), [])
        table = self.table("events", "--by", "type")
        self.assertIn("TYPE      FACTS\n", table)
        self.assertIn("█", table)
        self.assertIn("4 in all\n", table)
        self.assertIn("there are more: --limit N, or --offset 1", self.table("events", "--by", "type", "--limit", "1"))
        self.assertEqual(self.table("events", "--by", "year", "--format", "csv"), "year,facts\n2019,4\n")
        self.assertEqual(self.table("events", "--by", "issue", "--format", "csv"), "issue,facts\n")
        self.refuses(2, '--by: is "place", expected one of', "positions", "--by", "place")
        self.refuses(2, "--sort goes with rows", "events", "--by", "type", "--sort", "reports")
        self.refuses(2, "a calendar holds no counts", "meetings", "--by", "month", "--format", "ics")

    def test_compare(self):
        self.assertEqual(self.counts("events", "--by", "type", "--compare", "2019-05", "2019-06", "--limit", "2"),
                         [("ACCUSE", 1, 0, -1), ("ASSAULT", 0, 1, 1)])
        self.assertEqual(self.counts("events", "--by", "actor", "--compare", "2019-05-01..2019-05-31", "2019-06..2019-12", "--country", "Estonia"),
                         [("Éva Ødegård", 1, 0, -1), ("Karl Tamm", 1, 0, -1), ("Estonia", 1, 1, 0), ("Latvia", 1, 1, 0)])
        table = self.table("events", "--by", "type", "--compare", "2019-05", "2019-06")
        self.assertRegex(table, r"TYPE +2019-05 +2019-06 +CHANGE\n")
        self.assertRegex(table, r"ASSAULT +0 +1 +\+1\n")
        self.assertIn("2 in all in 2019-05, 2 in 2019-06\n", table)
        self.refuses(2, "--compare goes with --by", "events", "--compare", "2018", "2019")
        self.refuses(2, "--compare takes two spans", "events", "--by", "type", "--compare", "2018")
        self.refuses(2, "--since and --until cannot", "events", "--by", "type", "--compare", "2018", "2019", "--since", "2018")
        self.refuses(2, "expected a date", "events", "--by", "type", "--compare", "2018", "later")
        self.refuses(2, 'the span is "2018..", expected', "events", "--by", "type", "--compare", "2018..", "2019")

    def test_offset(self):
        self.assertEqual(self.ids("events", "--limit", "2", "--offset", "2"), ["v1", "v3"])  # before the latest two
        for order in ("day", "reports", "confidence", "intensity"):
            pages = [self.ids("events", "--limit", "1", "--offset", n, "--sort", order) for n in range(5)]
            self.assertEqual(sorted(sum(pages, [])), ["v1", "v3", "v4", "v5"], order)
        self.assertEqual(self.ids("events", "--since", "2019", "--limit", "2", "--offset", "1"), ["v3", "v4"])
        self.assertEqual(self.ids("events", "--offset", "4"), [])
        self.assertEqual(self.ids("timeline", "--limit", "2", "--offset", "1"), ["v4", "v5"])
        self.assertEqual(self.ids("timeline", "--since", "2019", "--limit", "2", "--offset", "3"), ["v5", "a1"])
        self.assertEqual(self.ids("timeline", "--limit", "2147483647", "--offset", "2147483647"), [])
        self.assertIn("the latest 1; there are earlier ones: --limit N, --offset 3 or --until DATE", self.table("events", "--limit", "1", "--offset", "2"))
        self.refuses(2, "--offset is -1", "events", "--offset=-1")

    def test_saved_questions(self):
        self.assertIn("no question is kept", self.table("ask"))
        self.assertEqual(self.ids("events", "--between", "Estonia", "Latvia", "--type", "ACCUSE", "--type", "ASSAULT", "--limit", "7", "--save", "it's"), ["v3", "v4"])
        self.table("statements", "--issue", "lake", "--evidence", "--save", "lake")
        self.assertEqual(self.table("ask"), "it's: dragoman events --between Estonia Latvia --type=ACCUSE --type=ASSAULT --limit=7\n"
                                            "lake: dragoman statements --issue=lake --evidence\n")
        self.assertEqual(self.ids("ask", "it's"), ["v3", "v4"])
        self.assertIn("“We want the lake,”", self.table("ask", "lake"))
        self.table("events", "--by", "type", "--since=2019-06", "--save", "lake")  # in place of the other
        self.assertIn("ASSAULT", self.table("ask", "lake", "--format", "csv"))
        self.refuses(1, 'no question is kept under "sea"', "ask", "sea")
        self.refuses(1, "nobody in the store is called", "events", "--actor", "Zzyzx", "--save", "nobody")
        self.assertNotIn("nobody", self.table("ask"))
        self.table("ask", "lake", "--forget")
        self.assertNotIn("lake", self.table("ask"))
        Path(str(self.store) + ".questions.json").write_text("[1")
        self.refuses(2, "holds no questions", "ask")

    def test_issues_and_search(self):
        self.assertEqual([json.loads(l)["issue"] for l in self.table("issues", "--format", "jsonl").splitlines()],
                         ["fishing on the lake", "lake", "resources"])
        self.assertEqual([json.loads(l)["topic"] for l in self.table("issues", "fishing", "--format", "jsonl").splitlines()], ["resources"])
        self.assertEqual([json.loads(l)["issue"] for l in self.table("issues", "--actor", "Tamm", "--format", "jsonl").splitlines()],
                         ["fishing on the lake", "lake"])
        hits = [json.loads(l) for l in self.table("search", "LAKE", "--format", "jsonl").splitlines()]
        self.assertEqual([h["document"] for h in hits], ["b.txt"])  # and not its near copy
        self.assertIn("[lake]", hits[0]["snippet"])
        self.assertTrue(any("We want the lake" in f for f in hits[0]["facts"]))
        self.assertEqual(sorted(self.ids("search", '"met Karl"')), ["d1", "d2"])
        self.assertEqual(self.ids("search", '"Karl met"'), [])
        self.assertEqual(self.ids("search", "met", "--agency", "baltic", "--since", "2019-05"), ["d2"])

    def test_hostile_words(self):
        with sqlite3.connect(self.store) as db:
            before = "\n".join(db.iterdump())
        for words in (INJECTION, '"', "a\" OR \"b", "NEAR(a b)", "title:lake", "* ^ -x", "x' OR 1=1 --", "lake\" AND", "(((", "%", "é" * 5000):
            for args in (["search", words], ["events", "--actor", words], ["events", "--issue", words], ["events", "--place", words], ["who", words],
                         ["events", "--agency", words], ["issues", words], ["events", "--type", words], ["events", "--status", words], ["show", words]):
                code, out, err = self.run_it(*[args[0], *args[1:-1], "--", args[-1]] if args[0] in ("search", "who", "issues", "show") and args[1].startswith(("*", "-")) else args)
                self.assertIn(code, (0, 1, 2), (args, err))
                self.assertNotIn("syntax error", err)
                self.assertNotIn("SQL", err.replace(words, ""))
        self.assertEqual(self.ids("events", "--actor", INJECTION), ["v5"])
        with sqlite3.connect(self.store) as db:
            self.assertEqual("\n".join(db.iterdump()), before)

    def test_unknown_names(self):
        self.refuses(1, 'nobody in the store is called "Ødegart"; near names: odegard', "events", "--actor", "Ødegart")
        self.refuses(1, "`dragoman search` finds words in the texts", "events", "--actor", "Zzyzx")
        self.refuses(2, "is no name", "events", "--actor", b"\xf0")
        self.refuses(1, "nobody in the store is called", "events", "--actor", "&")
        self.refuses(2, "is no number of the store", "show", b"v\xf0")
        self.refuses(1, "odegard", "events", "--actor", "Odegart")
        self.refuses(1, "no country that is known", "events", "--country", "Atlantis")
        self.refuses(1, 'no document of the store is from "AFP"', "events", "--agency", "AFP")
        self.refuses(2, "expected a date", "events", "--since", "yesterday")
        self.refuses(1, "there is no v99", "show", "v99")
        for label in ("x1", "v", "v1x", "1", "v0", "v-1", "v99999999999999999999"):
            self.refuses(2, "is no number of the store", "show", label)

    def test_which_store(self):
        self.refuses(2, "name a store with --store FILE or DRAGOMAN_STORE", "events", store=False)
        code, out, _ = self.run_it("events", store=False, env={"DRAGOMAN_STORE": str(self.store)})
        self.assertEqual((code, "v1" in out), (0, True))

    def test_files_that_are_no_store(self):
        good = self.store
        self.store = self.folder / "missing.db"
        self.refuses(2, "does not exist", "events")
        self.assertFalse(self.store.exists())
        self.store = self.folder / "text.db"
        self.store.write_text("no database " * 500)
        self.refuses(2, "not a database", "events")
        self.store = self.folder / "other.db"
        with sqlite3.connect(self.store) as db:
            db.execute("CREATE TABLE events(x)")
        self.refuses(2, "no store of dragoman", "events")
        self.store = self.folder / "version.db"
        shutil.copyfile(good, self.store)
        with sqlite3.connect(self.store) as db:
            db.execute("PRAGMA user_version = 99")
        self.refuses(2, "is a store of version 99", "events")
        self.store = self.folder / "cut.db"
        self.store.write_bytes(good.read_bytes()[:8192])
        code, _, err = self.run_it("events")
        self.assertEqual((code, err.startswith("dragoman: ")), (2, True), err)
        self.store = self.folder
        self.refuses(2, "is a folder; name a file", "events")

    def test_a_store_that_cannot_be_written_is_read(self):
        folder = self.folder / "fixed"
        folder.mkdir()
        shutil.copyfile(self.store, folder / "s.db")
        self.store = folder / "s.db"
        self.store.chmod(0o444)
        folder.chmod(0o555)
        try:
            self.assertEqual(len(self.ids("events")), 4)
        finally:
            folder.chmod(0o755)

    def test_a_reader_does_not_wait_for_a_writer(self):
        db = sqlite3.connect(self.store, isolation_level=None)
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM events")
        self.assertEqual(len(self.ids("events")), 4)  # what was committed
        db.execute("ROLLBACK")
        db.close()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
