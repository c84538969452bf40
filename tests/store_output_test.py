#!/usr/bin/env python3
"""What answers of a small store look like: tables, formats, terminals, export.

usage: store_output_test.py DRAGOMAN SOURCE
"""
import csv
import fcntl
import io
import json
import os
import pty
import sqlite3
import struct
import subprocess
import sys
import termios
import unittest

from small_store import DRAGOMAN, INJECTION, REPORTS, SmallStore


class Showing(SmallStore):
    def test_what_was_not_said_is_shown_so(self):
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE statements SET status = 'denied', act = 'promise'")
        self.assertIn("did not promise  We want the lake,", self.table("statements"))
        self.assertIn("did not promise", self.table("who", "Karl Tamm"))
        self.assertIn("direct · did not promise", self.table("show", "q1"))
        self.assertIn("did not promise: We want the lake,", self.table("search", "lake"))
        row = json.loads(self.table("statements", "--status", "denied", "--format", "jsonl"))
        self.assertEqual((row["status"], row["act"]), ("denied", "promise"))
        self.assertEqual(self.ids("statements", "--status", "happened"), [])
        for status, act, words in (("planned", "state", "is to say"), ("conditional", None, "may say"), ("happened", "deny", "deny  ")):
            with sqlite3.connect(self.store) as db:
                db.execute("UPDATE statements SET status = ?, act = ?", (status, act))
            self.assertIn(words, self.table("statements"))

    def test_formats(self):
        self.assertEqual(len(json.loads(self.table("events", "--format", "json"))), 4)
        rows = list(csv.DictReader(io.StringIO(self.table("events", "--format", "csv"))))
        self.assertEqual((rows[0]["actors"], rows[0]["document"]), ("Éva Ødegård; Karl Tamm", "a.txt"))
        self.assertTrue(self.table("statements", "--actor", "Latvia", "--format", "csv").startswith("id,"))
        for command, word in (("agenda", "SUMMARY:talks on the lake"), ("meetings", "SUMMARY:Meeting: Éva Ødegård\\, Karl Tamm")):
            calendar = self.table(command, "--format", "ics").replace("\r\n", "\n")
            self.assertTrue(calendar.startswith("BEGIN:VCALENDAR\n") and word in calendar.replace("\n ", ""), calendar)
        self.refuses(2, "--format", "events", "--format", "ics")

    def test_evidence_quotes_the_text(self):
        for event in json.loads(self.table("events", "--format", "json")):
            text = next(text for uri, _, _, text, _ in REPORTS if uri == event["document"])
            self.assertIn(event["evidence"], text)
        self.assertIn("“accused”", self.table("events", "--type", "ACCUSE", "--evidence"))

    def test_tables_are_safe_and_fit(self):
        for args in (["events", "--evidence"], ["timeline"], ["show", "d4"], ["search", "struck"], ["who", "Estonia"], ["statements"]):
            out = self.table(*args)
            self.assertFalse([c for c in out if ord(c) < 32 and c != "\n"], out)
            for line in out.splitlines():
                self.assertLessEqual(len(line), 100, line)

    def in_terminal(self, *args, columns=60, env=None):
        """What a terminal of so many columns gets."""
        mine, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        marks = ("VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "TERM_PROGRAM", "NO_COLOR", "COLUMNS")
        clean = {k: v for k, v in os.environ.items() if k not in marks}
        child = subprocess.Popen([DRAGOMAN, *args, "--store", self.store], stdout=theirs, env={**clean, "TERM": "xterm", **(env or {})})
        os.close(theirs)
        out = b""
        while True:
            try:
                part = os.read(mine, 65536)
            except OSError:
                break
            if not part:
                break
            out += part
        os.close(mine)
        self.assertEqual(child.wait(timeout=60), 0)
        return out.decode().replace("\r\n", "\n")

    def test_tables_have_the_terminals_width(self):
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE actors SET name = 'Karl Tamm of the Upper Lakes and the Lower Rivers Fishing Board' WHERE id = 4")
        for env, width in ((None, 100), ({"COLUMNS": "80"}, 80), ({"COLUMNS": "wide"}, 100), ({"COLUMNS": "160"}, 160)):
            code, out, _ = self.run_it("events", env=env)
            self.assertEqual(code, 0)
            self.assertLessEqual(max(map(len, out.splitlines())), width, out)
        code, out, _ = self.run_it("events", env={"COLUMNS": "80"})
        for word in "Éva Ødegård, Karl Tamm of the Upper Lakes and the Lower Rivers Fishing Board".split():
            self.assertIn(word, out)  # nobody is cut
        self.assertIn(INJECTION.split()[-2], out)
        self.assertEqual(self.in_terminal("events", columns=80, env={"NO_COLOR": "1"}), out)
        self.assertLessEqual(max(map(len, self.in_terminal("events", columns=200, env={"NO_COLOR": "1"}).splitlines())), 200)

    def test_terminals_that_can_get_links(self):
        link = "\x1b]8;;https://example.org/a.txt\x1b\\v1\x1b]8;;\x1b\\"
        self.assertIn(link, self.in_terminal("events", env={"VTE_VERSION": "6800"}))
        self.assertIn(link, self.in_terminal("events", env={"TERM_PROGRAM": "WezTerm", "NO_COLOR": "1"}))
        self.assertNotIn("\x1b]8", self.in_terminal("events"))
        self.assertIn("\x1b[1mID", self.in_terminal("events"))
        self.assertNotIn("\x1b", self.in_terminal("events", env={"NO_COLOR": "1"}))
        self.assertNotIn("\x1b", self.table("events"))
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE documents SET link = 'https://example.org/' || char(27) || '[31m' WHERE id = 1")
        self.assertNotIn("\x1b]8;;https://example.org/\x1b", self.in_terminal("events", env={"VTE_VERSION": "6800"}))

    def test_export(self):
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE events SET contexts = 'military legal', also = '[[4, 9]]' WHERE id = 3")
            db.execute("UPDATE events SET happening = -2 WHERE id = 5")
            db.execute("UPDATE entities SET mentions = x'0030' WHERE id = 1")
        for kind in ("csv", "jsonl"):
            folder = self.folder / kind
            self.assertEqual(self.table("export", folder, "--format", kind), "")
            tables = {path.stem: path for path in folder.glob(f"*.{kind}")}
            package = json.loads((folder / "datapackage.json").read_text())
            self.assertEqual(sorted(r["path"] for r in package["resources"]), sorted(path.name for path in tables.values()))
            for resource in package["resources"]:
                names = [field["name"] for field in resource["schema"]["fields"]]
                with open(tables[resource["name"]], newline="") as file:
                    if kind == "csv":
                        self.assertEqual(next(csv.reader(file)), names)
                    elif line := file.readline():
                        self.assertEqual(list(json.loads(line)), names)
        types = {field["name"]: field["type"] for r in package["resources"] if r["name"] == "events" for field in r["schema"]["fields"]}
        self.assertEqual([types[name] for name in ("id", "cameo", "goldstein", "first_day", "happening", "contexts", "confidence")],
                         ["integer", "string", "number", "date", "string", "array", "number"])
        with open(self.folder / "csv/events.csv", newline="") as file:
            self.assertEqual([row["cameo"] for row in csv.DictReader(file)][:2], ["042", "040"])
        self.assertEqual((self.folder / "csv/event_contexts.csv").read_text(), "event,number,context\n3,1,military\n3,2,legal\n")
        self.assertEqual((self.folder / "csv/event_also.csv").read_text(), "event,number,begin,end\n3,1,4,9\n")
        self.assertEqual((self.folder / "csv/entity_mentions.csv").read_text(), "entity,number,begin,end,kind\n1,1,0,6,name\n")
        mentions = [json.loads(line)["mentions"] for line in (self.folder / "jsonl/entities.jsonl").read_text().splitlines()]
        self.assertEqual(mentions[:2], [[{"begin": 0, "end": 6, "kind": "name"}], []])
        with open(self.folder / "csv/documents.csv", newline="") as file:
            self.assertEqual([row["text"] for row in csv.DictReader(file)], [report[3] for report in REPORTS])
        lines = [json.loads(line) for line in (self.folder / "jsonl/events.jsonl").read_text().splitlines()]
        self.assertEqual([(e["id"], e["goldstein"], e["place"]) for e in lines][:3], [(1, 1.9, 1), (2, 1.0, 2), (3, -2.0, None)])
        self.assertEqual([(e["happening"], e["contexts"], e["also"]) for e in lines][2:],
                         [("0000000000000047", ["military", "legal"], [{"begin": 4, "end": 9}]), ("0000000000000048", [], []), ("fffffffffffffffe", [], [])])
        rows = list(csv.DictReader(io.StringIO(self.table("export", "--dyads", "month"))))
        self.assertEqual([(r["country_a"], r["country_b"], r["month"], r["events"], r["material_conflict"], r["mean_goldstein"]) for r in rows],
                         [("EST", "LVA", "2019-05", "1", "0", "-2"), ("EST", "LVA", "2019-06", "1", "1", "-10"),
                          ("EST", "NOR", "2019-05", "1", "0", "1.9"), ("NOR", "EST", "2019-05", "1", "0", "1.9")])
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE events SET status = 'reported' WHERE id = 3")  # hearsay is not what took place
        self.assertNotIn("EST,LVA,2019-05", self.table("export", "--dyads", "month"))
        self.refuses(2, "name a folder", "export")
        for layout in ("polecat", "icews"):
            self.refuses(2, "it goes with no folder", "export", self.folder / "x", "--format", layout)
        self.refuses(2, "--all-statuses is about", "export", self.folder / "x", "--all-statuses")
        (self.folder / "file").write_text("")
        self.refuses(2, "cannot be made", "export", self.folder / "file" / "x")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
