#!/usr/bin/env python3
"""Stores that programs of earlier versions left behind are brought to the present one.

usage: store_versions_test.py DRAGOMAN SOURCE
"""
import json
import os
import shutil
import sqlite3
import sys
import unittest
import zlib

import telling_keys
from small_store import bytes_of_version, make_store, SmallStore


class Upgrading(SmallStore):
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

    def test_a_damaged_document_of_version_2_stays_one(self):
        self.store = self.folder / "version-2.db"
        self.store.write_bytes(bytes_of_version(2))
        with sqlite3.connect(self.store) as db:
            db.execute("UPDATE events SET type = 'AID' WHERE id = 1")
        code, out, _ = self.run_it("check")
        self.assertEqual(code, 1)
        self.assertIn("what is stored of a document has changed: d1", out)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
