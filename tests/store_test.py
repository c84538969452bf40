#!/usr/bin/env python3
"""Asks a small store, filled by hand, what a user would ask, and what a hostile name or file would have answered.

usage: store_test.py DRAGOMAN SOURCE
"""
import csv
import fcntl
import hashlib
import io
import gzip
import json
import os
import pty
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata
import unittest
import zlib
from pathlib import Path

import telling_keys

DRAGOMAN = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
INJECTION = "Robert'); DROP TABLE events; --"

# uri, published, agency, text, copy of
REPORTS = [
    ("a.txt", "2019-05-04", "Fjord Wire", "Norway's Éva Ødegård met Karl Tamm of Estonia in Tallinn on Friday. Estonia accused Latvia of piracy.", None),
    ("b.txt", "2019-05-04", "Baltic Post", "Eva Odegard met Karl Tamm in Tartu. \"We want the lake,\" Tamm said.", None),
    ("c.txt", "2019-05-05", "Baltic Post", "Eva Odegard met Karl Tamm in Tartu. \"We want the lake,\" Tamm said!", 2),
    ("d.txt", "2019-06-01", None, f"\x1b[31mEstonia\x07 struck Latvia. {INJECTION} spoke.", None),
]
# key, name, type, country, names
ACTORS = [
    ("country EST", "Estonia", "country", "EST", ["estonia", "est"]),
    ("country LVA", "Latvia", "country", "LVA", ["latvia", "lva"]),
    ("person eva odegard", "Éva Ødegård", "person", "NOR", ["eva odegard", "odegard"]),
    ("person karl tamm", "Karl Tamm", "person", "EST", ["karl tamm", "tamm"]),
    ("person liis tamm", "Liis Tamm", "person", "EST", ["liis tamm", "tamm"]),
    ("person robert", INJECTION, "person", None, ["robert drop table events"]),
]
# document, actor: entity numbers follow the order
ENTITIES = [(1, 3), (1, 4), (1, 1), (1, 2), (2, 3), (2, 4), (4, 1), (4, 2), (4, 6), (2, 5)]
PLACES = [(1, "Tallinn"), (2, "Tartu")]
ISSUES = [(2, "lake", None), (2, "fishing on the lake", "resources"), (2, "resources", None)]
# document, type, mode, cameo, quad, goldstein, first_day, status, words, happening, place, [(role, entity)]
EVENTS = [
    (1, "CONSULT", "visit", "042", 1, 1.9, "2019-05-03", "happened", "met", 70, 1, [("actor", 1), ("actor", 2)]),
    (2, "CONSULT", None, "040", 1, 1.0, "2019-05-03", "happened", "met", 70, 2, [("actor", 5), ("actor", 6)]),
    (1, "ACCUSE", None, "112", 3, -2.0, "2019-05-04", "happened", "accused", 71, None, [("actor", 3), ("recipient", 4)]),
    (4, "ASSAULT", "artillery", "194", 4, -10.0, "2019-06-01", "happened", "struck", 72, None, [("actor", 7), ("recipient", 8)]),
    (4, "THREATEN", None, "130", 3, -4.4, "2019-06-01", "denied", "spoke", 73, None, [("actor", 9)]),
]


def bytes_of_version(version):
    """The sample store that a program of this version of the schema left behind."""
    return gzip.decompress((SOURCE / f"tests/data/store-version-{version}.db.gz").read_bytes())


def make_store(path):
    """A store as version 1 of the schema had it."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.executescript((SOURCE / "tests/data/store-version-1.sql").read_text())
    db.execute(f"PRAGMA application_id = {0x44524147}")
    db.execute("PRAGMA user_version = 1")
    texts = {}
    for number, (uri, day, agency, text, copy) in enumerate(REPORTS, 1):
        texts[number] = text
        db.execute("INSERT INTO documents(uri, sha, text, agency, language, link, published, basis, copy_of, generator) VALUES (?, ?, ?, ?, 'en', ?, ?, "
                   "'given', ?, 'test')", (uri, "sha256:" + hashlib.sha256(text.encode()).hexdigest(), text, agency, f"https://example.org/{uri}", day, copy))
    for number, (key, name, kind, country, names) in enumerate(ACTORS, 1):
        db.execute("INSERT INTO actors(key, name, type, country) VALUES (?, ?, ?, ?)", (key, name, kind, country))
        db.executemany("INSERT INTO actor_names VALUES (?, ?)", [(n, number) for n in names])
    for number, (document, actor) in enumerate(ENTITIES, 1):
        _, name, kind, country, _ = ACTORS[actor - 1]
        db.execute("INSERT INTO entities(document, number, actor, name, type, country, anonymous, mentions) VALUES (?, ?, ?, ?, ?, ?, 0, '[]')",
                   (document, number, actor, name, kind, country))
    db.execute("INSERT INTO roles VALUES (1, 3, 'foreign minister', 'NOR', 'GOV', 0, 6)")
    for number, (document, name) in enumerate(PLACES, 1):
        db.execute("INSERT INTO places(document, number, name, folded, country) VALUES (?, ?, ?, ?, 'EST')", (document, number, name, name.lower()))
    for number, (document, label, parent) in enumerate(ISSUES, 1):
        db.execute("INSERT INTO issues(document, number, label, folded, parent) VALUES (?, ?, ?, ?, ?)", (document, number, label, label, parent))

    def parts(table, fact, document, roles):
        seen = {}
        for role, entity in roles:
            seen[role] = seen.get(role, 0) + 1
            db.execute("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?, ?)", (table, fact, role, seen[role], entity, ENTITIES[entity - 1][1], document))

    for number, (document, kind, mode, cameo, quad, goldstein, day, status, word, happening, place, roles) in enumerate(EVENTS, 1):
        begin = texts[document].index(word)
        db.execute("INSERT INTO events(document, number, type, mode, cameo, quad, goldstein, score, date, date_basis, first_day, last_day, place, status, "
                   "lemma, begin, end, happening) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, 'text', ?, ?, ?, ?, ?, ?, ?, ?)",
                   (document, number, kind, mode, cameo, quad, goldstein, day, day, day, place, status, word, begin, begin + len(word), happening))
        parts("events", number, document, roles)
    begin = texts[1].index("met")
    db.execute("INSERT INTO meetings VALUES (1, 1, 1, '2019-05-03', 'text', '2019-05-03', '2019-05-03', 1, 'held', 'ministerial', NULL, ?, ?, 80)",
               (begin, begin + 3))
    parts("meetings", 1, 1, [("participant", 1), ("participant", 2)])
    begin = texts[2].index("We want")
    db.execute("INSERT INTO statements(document, number, kind, cue, date_basis, first_day, last_day, content, begin, end) VALUES (2, 1, 'direct', 'said', "
               "'published', '2019-05-04', '2019-05-04', 'We want the lake,', ?, ?)", (begin, begin + 17))
    parts("statements", 1, 2, [("speaker", 6)])
    db.execute("INSERT INTO statement_issues VALUES (1, 1)")
    db.execute("INSERT INTO positions(document, number, issue, stance, statement, first_day, last_day, begin, end) VALUES (2, 1, 2, 'seeks', 1, "
               "'2019-05-04', '2019-05-04', ?, ?)", (begin, begin + 17))
    parts("positions", 1, 2, [("actor", 6), ("by", 6)])
    db.execute("INSERT INTO agenda(document, number, what, date, date_basis, first_day, last_day, begin, end, happening) VALUES (2, 1, 'talks on the lake', "
               "'2019-07', 'text', '2019-07-01', '2019-07-31', ?, ?, 90)", (begin, begin + 17))
    db.commit()
    db.close()


class Asking(unittest.TestCase):
    """All is asked of a store of version 1 that the program has brought to the present one."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.upgraded = Path(folder.name) / "upgraded.db"
        make_store(cls.upgraded)
        done = subprocess.run([DRAGOMAN, "events", "--store", cls.upgraded], capture_output=True, text=True, timeout=60)
        assert done.returncode == 0 and "was a store of version 1" in done.stderr and "dragoman recode" in done.stderr, done.stderr

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.store = self.folder / "s.db"
        shutil.copyfile(self.upgraded, self.store)

    def run_it(self, *args, store=True, env=None):
        flags = ["--store", str(self.store)] if store else []
        done = subprocess.run([DRAGOMAN, *(a if isinstance(a, bytes) else str(a) for a in args), *flags], capture_output=True, timeout=60,
                              env={**{k: v for k, v in os.environ.items() if k != "DRAGOMAN_STORE"}, **(env or {})})
        return done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace")

    def table(self, *args):
        code, out, err = self.run_it(*args)
        self.assertEqual((code, err), (0, ""))
        return out

    def ids(self, *args):
        return [json.loads(line)["id"] for line in self.table(*args, "--format", "jsonl").splitlines()]

    def refuses(self, code, message, *args, **more):
        status, out, err = self.run_it(*args, **more)
        self.assertEqual((status, out), (code, ""), err)
        self.assertIn(message, err)
        self.assertEqual(err.count("\n"), 2 if "See dragoman" in err else 1, err)

    def test_the_store_is_whole(self):
        self.assertIn("4 documents, 0 defects", self.table("check"))

    def test_an_old_store_keeps_all_rows(self):
        old = self.folder / "old.db"
        make_store(old)
        with sqlite3.connect(old) as db, sqlite3.connect(self.store) as new:
            for table in ("documents", "actors", "actor_names", "entities", "roles", "places", "issues", "issue_labels", "events", "meetings",
                          "statements", "statement_issues", "positions", "agenda", "parts"):
                names = ", ".join(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] not in ("sketch", "mentions", "content", "document" if table == "parts" else ""))
                of = "(SELECT i.*, l.folded FROM issues i JOIN issue_labels l ON l.id = i.of_label)" if table == "issues" else table
                self.assertCountEqual(new.execute(f"SELECT {names} FROM {of}").fetchall(), db.execute(f"SELECT {names} FROM {table}").fetchall(), table)
            db.execute("PRAGMA journal_mode = DELETE")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_an_old_store_that_may_not_be_written(self):
        self.store = self.folder / "old.db"
        make_store(self.store)
        self.store.chmod(0o444)
        self.refuses(2, "could not be brought to version 15", "events")

    def test_a_store_of_version_2_takes_the_status_of_offices_from_its_records(self):
        self.store = self.folder / "version-2.db"
        self.store.write_bytes(bytes_of_version(2))
        code, out, err = self.run_it("who", "former foreign minister of Norway")
        self.assertEqual(code, 0)
        self.assertIn("was a store of version 2 and is one of version 15 now\n", err)
        self.assertIn("Karl Tamm (person, NOR)", out)
        self.assertIn("  former foreign minister, NOR, 2019-05-03 · 1 report\n", out)
        self.assertIn("Liv Berge (person, NOR)", self.table("who", "foreign minister of Norway"))
        self.assertIn("\"prime minister-elect, NOR\"", self.table("who", "Ivo Sande", "--format", "json"))
        self.assertRegex(self.table("show", "d1"), "Karl Tamm +former foreign minister, NOR\nLiv Berge +foreign minister, NOR\n")
        self.assertIn("1 documents, 0 defects", self.table("check"))
        with sqlite3.connect(self.store) as db:
            self.assertEqual(db.execute("SELECT status FROM roles ORDER BY rowid").fetchall(), [("former",), ("current",), ("elect",)])

    def test_a_store_of_version_3_takes_the_confidence_of_facts_from_its_records(self):
        self.store = self.folder / "version-3.db"
        self.store.write_bytes(bytes_of_version(3))
        code, out, err = self.run_it("events", "--format", "jsonl")
        self.assertEqual(code, 0)
        self.assertIn("was a store of version 3 and is one of version 15 now\n", err)
        self.assertEqual([json.loads(line)["confidence"] for line in out.splitlines()], [0.69, 0.83, 0.73])
        self.assertIn("1 documents, 0 defects", self.table("check"))
        with sqlite3.connect(self.store) as db:
            for table, sure in (("statements", [0.76, 0.92, 0.43]), ("positions", [0.59, 0.41, 0.64]), ("meetings", [0.65])):
                self.assertEqual([row[0] for row in db.execute(f"SELECT confidence FROM {table} ORDER BY id")], sure)
        self.assertEqual(self.ids("events", "--min-confidence", "0.73"), ["v2", "v3"])
        self.assertEqual(self.ids("events", "--sort", "confidence"), ["v2", "v3", "v1"])
        self.assertEqual(self.ids("events", "--sort", "intensity"), ["v2", "v1", "v3"])
        self.assertEqual(self.ids("timeline", "--sort", "confidence", "--limit", "2"), ["v2", "v3"])
        self.assertEqual(self.ids("timeline", "--sort", "intensity", "--type", "CONSULT"), ["v1"])
        self.assertEqual(self.ids("statements", "--sort", "confidence", "--offset", "1"), ["q1", "q3"])
        self.assertEqual(self.ids("positions", "--min-confidence", ".5", "--sort", "confidence"), ["k3", "k1"])

    def test_a_store_of_version_4_links_what_two_reports_tell(self):
        self.store = self.folder / "version-4.db"
        self.store.write_bytes(bytes_of_version(4))
        code, out, err = self.run_it("events", "--format", "jsonl")
        self.assertEqual(code, 0)
        self.assertIn("was a store of version 4 and is one of version 15 now\n", err)
        self.assertEqual([(row["type"], row["reports"]) for row in map(json.loads, out.splitlines())], [("ACCUSE", 2)])
        self.assertEqual(len(self.ids("events", "--separate")), 2)
        self.assertRegex(self.table("show", "v1"), r"v2 and v1: \d\.\d\d = .*same actors \d")
        self.assertIn("2 documents, 0 defects", self.table("check"))

    def test_a_store_of_version_5_keeps_its_rows_in_fewer_bytes(self):
        old = self.folder / "old.db"
        old.write_bytes(bytes_of_version(5))
        self.store = self.folder / "version-5.db"
        shutil.copyfile(old, self.store)
        code, out, err = self.run_it("events", "--format", "jsonl")
        self.assertEqual(code, 0)
        self.assertIn("was a store of version 5 and is one of version 15 now\n", err)
        self.assertEqual([(row["type"], row["reports"]) for row in map(json.loads, out.splitlines())], [("ACCUSE", 2)])
        self.assertIn("2 documents, 0 defects", self.table("check"))
        with sqlite3.connect(old) as db:
            said = [row[0] for row in db.execute("SELECT content FROM statements ORDER BY id")]
            named = [json.loads(row[0]) for row in db.execute("SELECT mentions FROM entities ORDER BY id")]
            kept = [zlib.decompress(row[0]).decode() for row in db.execute("SELECT json FROM records ORDER BY document")]
            countries = db.execute("SELECT p.list, p.fact, p.role, p.number, e.country FROM parts p JOIN entities e ON e.id = p.entity").fetchall()
        self.assertEqual([row["content"] for row in map(json.loads, self.table("statements", "--format", "jsonl").splitlines())], said)
        self.assertEqual(self.table("export", "--records").splitlines(), kept)
        self.table("export", self.folder / "tables", "--format", "jsonl")
        rows = [json.loads(line)["mentions"] for line in (self.folder / "tables/entities.jsonl").read_text().splitlines()]
        self.assertEqual([[list(m.values()) for m in row] for row in rows], named)
        with sqlite3.connect(self.store) as db:
            self.assertCountEqual(db.execute("SELECT list, fact, role, number, country FROM parts").fetchall(), countries)
        tables = ("entities", "statements", "parts", "actors")
        with sqlite3.connect(self.store) as db:
            rows = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
            entries = telling_keys.entries(db)
        self.assertTrue(entries)
        self.assertIn("2 made anew from their records", self.run_it("recode", "--tables")[2])
        with sqlite3.connect(self.store) as db:
            for table in tables:
                self.assertCountEqual(db.execute(f"SELECT * FROM {table}").fetchall(), rows[table], table)
            self.assertEqual(telling_keys.entries(db), entries)
        self.assertIn("2 documents, 0 defects", self.table("check"))

    def test_tellings_of_a_store_of_version_8_are_linked_anew(self):
        self.store = self.folder / "linked.db"
        self.store.write_bytes(bytes_of_version(9))
        linked = self.run_it("events", "--format", "jsonl")[1]
        self.store = self.folder / "version-8.db"
        self.store.write_bytes(bytes_of_version(9))
        with sqlite3.connect(self.store) as db:  # as other weights had linked them
            db.execute("UPDATE tellings SET one = own WHERE list = 'events'")
            db.execute("UPDATE events SET happening = (SELECT own FROM tellings t WHERE t.list = 'events' AND t.fact = events.id)")
            db.execute("PRAGMA user_version = 8")
        code, out, err = self.run_it("events", "--format", "jsonl")
        self.assertEqual(code, 0)
        self.assertIn("was a store of version 8 and is one of version 15 now\n", err)
        self.assertEqual(out, linked)
        self.assertIn("2 documents, 0 defects", self.table("check"))

    def test_a_store_of_version_7_keeps_its_index_of_tellings_in_runs(self):
        self.store = self.folder / "version-7.db"
        self.store.write_bytes(bytes_of_version(7))
        with sqlite3.connect(self.store) as db:
            before = sorted((rank, fact) for rank, fact in db.execute("SELECT rank, fact FROM telling_keys"))
            labels = db.execute("SELECT folded, documents FROM issue_labels ORDER BY id").fetchall()
        code, out, err = self.run_it("events", "--format", "jsonl")
        self.assertEqual(code, 0)
        self.assertIn("was a store of version 7 and is one of version 15 now\n", err)
        self.assertEqual([(row["type"], row["reports"]) for row in map(json.loads, out.splitlines())], [("ACCUSE", 2), ("REQUEST", 1)])
        self.assertIn("2 documents, 0 defects", self.table("check"))
        with sqlite3.connect(self.store) as db:
            entries = telling_keys.entries(db)
        self.assertTrue(before)
        self.assertCountEqual([(rank >> 5, fact) for *_, rank, fact in entries], [(rank >> 5, fact) for rank, fact in before])
        self.assertIn("2 made anew from their records", self.run_it("recode", "--tables")[2])
        with sqlite3.connect(self.store) as db:
            self.assertEqual(telling_keys.entries(db), entries)
            self.assertCountEqual(db.execute("SELECT folded, documents FROM issue_labels").fetchall(), labels)
        self.assertIn("2 documents, 0 defects", self.table("check"))

    def test_a_store_of_version_9_has_its_rows_in_other_indexes(self):
        old = self.folder / "old.db"
        old.write_bytes(bytes_of_version(9))
        self.store = self.folder / "version-9.db"
        shutil.copyfile(old, self.store)
        code, out, err = self.run_it("events", "--issue", "ferry", "--format", "jsonl")
        self.assertEqual((code, [row["issues"] for row in map(json.loads, out.splitlines())]), (0, [["ferry"]]))
        self.assertIn("was a store of version 9 and is one of version 15 now\n", err)
        self.assertIn("2 documents, 0 defects", self.table("check"))
        def bands(db):
            if db.execute("PRAGMA user_version").fetchone()[0] > 10:
                return sorted((fact, key) for _, _, key, _, fact in telling_keys.entries(db, "band"))
            return sorted((document, key >> 32 & 0xFFFFFFFF) for document, key in db.execute("SELECT document, key FROM bands"))

        rows = {}
        for store, issues in ((old, "issues"), (self.store, "issues i JOIN issue_labels l ON l.id = i.of_label")):
            with sqlite3.connect(store) as db:
                # What stands beside a document to prove it covers the columns of version 11 since.
                columns = ", ".join(name for _, name, *_ in db.execute("PRAGMA table_info(documents)") if name != "digest")
                found = {"documents": db.execute(f"SELECT {columns} FROM documents ORDER BY id").fetchall()}
                found |= {table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
                         for table in ("records", "sketches", "actors", "entities", "events", "statements", "tellings", "sums", "issue_labels")}
                found["issues"] = db.execute(f"SELECT number, document, label, folded, parent FROM {issues} ORDER BY 1, 2").fetchall()
                found["actor_names"] = sorted(db.execute("SELECT name, actor FROM actor_names"))
                found["bands"] = bands(db)
                rows[store] = found
        self.assertTrue(all(rows[old].values()))
        for table, before in rows[old].items():
            self.assertEqual(rows[self.store][table], before, table)
        self.assertIn("2 made anew from their records", self.run_it("recode", "--tables")[2])
        self.assertIn("2 documents, 0 defects", self.table("check"))

    def test_positions_of_a_store_of_version_10_have_no_tense_until_they_are_read_again(self):
        self.store = self.folder / "version-10.db"
        self.store.write_bytes(bytes_of_version(10))
        code, out, err = self.run_it("positions", "--format", "jsonl")
        self.assertIn("was a store of version 10 and is one of version 15 now\n", err)
        rows = [json.loads(line) for line in out.splitlines()]
        self.assertEqual((code, [(row["actor"], row["stance"], row["tense"]) for row in rows]),
                         (0, [("Norway", "opposes", None), ("Estonia", "supports", None)]))
        self.assertIn("1 documents, 0 defects", self.table("check"))
        self.assertIn("1 made anew from their records", self.run_it("recode", "--tables")[2])
        self.assertIn("1 documents, 0 defects", self.table("check"))

    def test_a_store_of_version_11_has_its_rows_in_other_indexes(self):
        old = self.folder / "old.db"
        old.write_bytes(bytes_of_version(11))
        self.store = self.folder / "version-11.db"
        shutil.copyfile(old, self.store)
        code, out, err = self.run_it("events", "--sort", "confidence", "--format", "jsonl")
        self.assertEqual((code, [row["type"] for row in map(json.loads, out.splitlines())]), (0, ["ACCUSE", "REQUEST"]))
        self.assertIn("was a store of version 11 and is one of version 15 now\n", err)
        self.assertIn("2 documents, 0 defects", self.table("check"))
        rows = {}
        for store in (old, self.store):
            with sqlite3.connect(store) as db:
                names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name "
                                                      "NOT IN ('countable', 'shared_happenings', 'document_counts') AND name NOT LIKE '%\\_text\\_%' ESCAPE '\\' AND name NOT GLOB 'band*' AND name NOT GLOB 'telling_*'")]
                found = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in names}
                found["telling_keys"] = sorted((of_list, rank, fact) for of_list, _, _, rank, fact in telling_keys.entries(db))
                found["bands"] = (sorted((fact, key) for _, _, key, _, fact in telling_keys.entries(db, "band")) if store == self.store else
                                  sorted((document, key & 0xFFFFFFFF) for document, key in db.execute("SELECT document, key FROM bands")))
                rows[store] = found
        self.assertTrue(rows[old]["bands"] and rows[old]["telling_keys"] and rows[old]["sums"])
        self.assertEqual(rows[self.store], rows[old])
        self.assertIn("2 made anew from their records", self.run_it("recode", "--tables")[2])
        self.assertIn("2 documents, 0 defects", self.table("check"))

    def test_stores_of_versions_12_to_14_have_what_is_counted_made_of_their_rows(self):
        for version in (12, 13, 14):
            with self.subTest(version=version):
                self.brings_along(version)

    def brings_along(self, version):
        old = self.folder / "old.db"
        old.write_bytes(bytes_of_version(version))
        self.store = self.folder / f"version-{version}.db"
        shutil.copyfile(old, self.store)
        code, out, err = self.run_it("events", "--sort", "reports", "--format", "jsonl")
        self.assertEqual((code, [(row["type"], row["reports"]) for row in map(json.loads, out.splitlines())]), (0, [("ACCUSE", 2), ("REQUEST", 1)]))
        self.assertIn(f"was a store of version {version} and is one of version 15 now\n", err)
        self.assertIn("2 documents, 0 defects", self.table("check"))
        rows = {}
        for store in (old, self.store):
            with sqlite3.connect(store) as db:
                names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name "
                                                      "NOT IN ('countable', 'shared_happenings', 'document_counts')")]
                rows[store] = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        self.assertEqual(rows[self.store], rows[old])
        self.assertEqual(self.counts("events", "--by", "type", "--country", "Norway"), [("ACCUSE", 1), ("REQUEST", 1)])
        with sqlite3.connect(self.store) as db:
            self.assertEqual(sorted(row for row in db.execute("SELECT * FROM document_counts") if row[0] != "generator"),
                             [("basis", "metadata", 2), ("characters", "131", 1), ("characters", "137", 1), ("language", "en", 2), ("month", "2019-05", 2)])
            self.assertEqual([list(row) for row in db.execute("SELECT list, reports FROM shared_happenings")], [["events", 2]])
        self.assertIn("2 made anew from their records", self.run_it("recode", "--tables")[2])
        self.assertIn("2 documents, 0 defects", self.table("check"))

    def test_a_damaged_document_of_version_9_stays_one(self):
        self.store = self.folder / "version-9.db"
        self.store.write_bytes(bytes_of_version(9))
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE issues SET folded = 'nothing' WHERE id = (SELECT min(id) FROM issues WHERE document = 2)")
        code, out, _ = self.run_it("check")
        self.assertEqual(code, 1)
        self.assertIn("what is stored of a document has changed: d2", out)
        self.assertNotIn("d1 ", out)
        self.assertEqual(self.run_it("recode")[0], 0)
        self.assertIn("2 documents, 0 defects", self.table("check"))

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

    def test_a_damaged_document_of_version_2_stays_one(self):
        self.store = self.folder / "version-2.db"
        self.store.write_bytes(bytes_of_version(2))
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE events SET type = 'AID' WHERE id = 1")
        code, out, _ = self.run_it("check")
        self.assertEqual(code, 1)
        self.assertIn("what is stored of a document has changed: d1", out)

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

    def counts(self, *args):
        return [tuple(json.loads(line).values()) for line in self.table(*args, "--format", "jsonl").splitlines()]

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
