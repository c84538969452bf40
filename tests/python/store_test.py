#!/usr/bin/env python3
"""The store in Python and the Parquet files: they hold what the program's store holds, and answer the same.

Run by ctest as package_test.py is. The reports are the project's samples, two of them twice with a change, and what cannot be read.
"""
import contextlib
import datetime
import json
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

import duckdb
import pyarrow
import pyarrow.parquet

import dragoman

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(sys.argv[1]) if len(sys.argv) > 1 else None
READER = dragoman.load()
FRENCH = "Le gouvernement a annoncé lundi que la réforme des retraites serait examinée par le parlement avant la fin du mois de juin."


def reports():
    texts = [(file.name, file.read_text(encoding="utf-8")) for file in sorted((ROOT / "samples").glob("*.txt"))]
    near = [("copy-of-" + name, text + "\nThe desk added a line.") for name, text in texts[:2]]
    return [{"uri": name, "text": text, "agency": "Example Wire", "published": "2019-02-12"} for name, text in texts + near]


REPORTS = reports()


def rows(table):
    return pyarrow.table(table).to_pylist()


def content(path):
    """All that a store holds but the indexes that SQLite keeps for itself."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
                  if not name.startswith(("documents_text", "issues_text", "sqlite_"))]
        return {table: sorted(database.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in tables}


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.path = self.folder / "corpus.db"

    def made(self, documents=None):
        store = dragoman.Store(self.path, mode="create")
        store.add(REPORTS if documents is None else documents, reader=READER)
        return store


class Adding(InFolder):
    def test_gives_the_program_s_store(self):
        with self.made() as store:
            store.add([{"uri": "french", "text": FRENCH}], reader=READER, on_error=lambda document, error: None)
        lines = self.folder / "reports.jsonl"
        undated = [{key: value for key, value in report.items() if key != "published"} for report in REPORTS]  # else it is "metadata"
        lines.write_text("".join(json.dumps(report) + "\n" for report in [*undated, {"uri": "french", "text": FRENCH}]))
        subprocess.run([PROGRAM, "add", lines, "--published", "2019-02-12", "--store", self.folder / "program.db"], capture_output=True, check=True)
        ours, theirs = content(self.path), content(self.folder / "program.db")
        self.assertEqual(ours.keys(), theirs.keys())
        for table, held in theirs.items():
            self.assertEqual(ours[table], held, table)
        checked = subprocess.run([PROGRAM, "check", "--store", self.path], capture_output=True, text=True, check=True)
        self.assertIn(" 0 defects", checked.stdout)

    def test_counts_what_became_of_each(self):
        with self.made([]) as store:
            failed = []
            documents = [*REPORTS, {"uri": "empty", "text": ""}, {"uri": "french", "text": FRENCH}]
            for jobs, expected in ((2, (len(REPORTS) - 2, 2, 0, 2)), (1, (0, 0, len(REPORTS), 2))):
                added = store.add(documents, reader=READER, jobs=jobs, on_error=lambda document, error: failed.append(document["uri"]))
                self.assertEqual((added.added, added.copies, added.known, added.aside), expected)
            self.assertEqual(sorted(failed), ["empty", "empty", "french", "french"])
            self.assertEqual(len(store), len(REPORTS))

    def test_takes_what_was_read_before(self):
        with self.made():
            pass
        with dragoman.Store(self.folder / "records.db", mode="create") as store:
            added = store.add_records(READER.pipe(REPORTS))
            self.assertEqual((added.added, added.copies), (len(REPORTS) - 2, 2))
        self.assertEqual(content(self.folder / "records.db"), content(self.path))

    def test_keeps_what_was_whole_when_the_documents_end_with_an_error(self):
        def documents():
            yield from REPORTS[:2]
            raise KeyError("gone")

        with self.made([]) as store:
            with self.assertRaises(KeyError):
                store.add(documents(), reader=READER)
            self.assertEqual(len(store), 2)
            self.assertEqual(store.add(REPORTS, reader=READER).known, 2)


class Questions(InFolder):
    def test_answer_as_the_program_does(self):
        with self.made() as store:
            for command, ask in (("events", store.events), ("meetings", store.meetings), ("statements", store.statements),
                                 ("positions", store.positions), ("agenda", store.agenda), ("timeline", store.timeline)):
                out = subprocess.run([PROGRAM, command, "--store", self.path, "--limit", "100000", "--format", "jsonl"], capture_output=True,
                                     text=True, check=True).stdout
                said = [json.loads(line) for line in out.splitlines()]
                found = rows(ask())
                self.assertTrue(found, command)
                self.assertEqual([row["id"] for row in found], [row["id"] for row in said])
                for row, line in zip(found, said):
                    self.assertEqual(row["evidence"]["text"], line["evidence"])
                    self.assertEqual(row["date"] or "", line["date"] or "")
                    self.assertEqual(row["reports"], line.get("reports", 1))
                    for role in ("actors", "recipients", "speakers", "participants"):
                        if role in row and command != "timeline":
                            self.assertEqual([one["name"] for one in row[role]], line[role])

    def test_take_conditions(self):
        with self.made() as store:
            every = rows(store.events())
            for where, fits in (
                ({"type": "AGREE"}, lambda row: row["type"] == "AGREE"),
                ({"type": ["AGREE", "CONSULT"]}, lambda row: row["type"] in ("AGREE", "CONSULT")),
                ({"min_confidence": 0.6}, lambda row: row["confidence"] >= 0.6),
                ({"status": "planned"}, lambda row: row["status"] == "planned"),
                ({"since": 2019}, lambda row: row["first_day"] >= datetime.date(2019, 1, 1)),
                ({"until": datetime.date(2018, 12, 31)}, lambda row: row["first_day"] <= datetime.date(2018, 12, 31)),
                ({"since": "2019-02", "until": "2019-02"}, lambda row: row["first_day"].strftime("%Y-%m") == "2019-02"),
            ):
                found = {row["id"] for row in rows(store.events(**where))}
                self.assertEqual(found, {row["id"] for row in every if fits(row)}, where)
                self.assertTrue(found, where)
            both = rows(store.events(between=("Ethiopia", "Sudan")))
            self.assertTrue(both)
            self.assertTrue(all({"ETH", "SDN"} <= {one["country"] for one in row["actors"] + row["recipients"]} for row in both))
            self.assertEqual(len(store.events(limit=3)), 3)
            self.assertEqual([row["id"] for row in rows(store.events(limit=1, offset=1, sort="confidence"))],
                             [rows(store.events(sort="confidence"))[1]["id"]])

    def test_give_tables_that_load(self):
        with self.made() as store:
            for table in (store.events(), store.timeline(), store.documents(), store.stats(), store.events(type="ASSAULT", since=2030)):
                loaded = pyarrow.table(table)
                loaded.validate(full=True)
                self.assertEqual(loaded.num_rows, len(table))
            events = store.events()
            self.assertEqual(duckdb.sql("SELECT count(*) FROM events").fetchall(), [(len(events),)])
            documents = rows(store.documents(copies=True))
            self.assertEqual({row["uri"] for row in documents}, {row["uri"] for row in REPORTS[-2:]})
            self.assertEqual(len(rows(store.documents(agency="example"))), len(REPORTS))

    def test_records_come_out_as_they_went_in(self):
        with self.made() as store:
            originals = REPORTS[:-2]
            self.assertEqual([record.to_json() for record in store.records()], [record.to_json() for record in READER.pipe(originals)])
            tables, read = store.tables(), READER.tables(originals)
            for name, table in read.items():
                self.assertEqual(rows(tables[name]), rows(table), name)

    def test_errors_help(self):
        with self.made() as store:
            for error, words, call in (
                (dragoman.InputError, "Zebulon", lambda: store.events(actor="Zebulon Quist")),
                (dragoman.UsageError, "since", lambda: store.events(since="someday")),
                (dragoman.UsageError, "no condition actors; there are actor, between", lambda: store.events(actors="Japan")),
                (dragoman.UsageError, "expected two names", lambda: store.events(between="Japan/Russia")),
                (dragoman.UsageError, "0 to 1", lambda: store.events(min_confidence=70)),
                (dragoman.UsageError, "0 or more", lambda: store.events(limit=-1)),
                (dragoman.UsageError, "expected a str or several", lambda: store.events(type=7)),
                (dragoman.UsageError, "has no uri", lambda: store.add(["A text."], reader=READER)),
            ):
                with self.assertRaisesRegex(error, words):
                    call()
        with self.assertRaisesRegex(dragoman.UsageError, "closed"):
            store.events()
        with self.assertRaisesRegex(dragoman.SetupError, "nowhere"):
            dragoman.Store("/nowhere/corpus.db")
        with self.assertRaisesRegex(dragoman.UsageError, "opened to read"), dragoman.Store(self.path) as store:
            store.add(REPORTS)


class Parquet(InFolder):
    def test_holds_the_tables_by_month(self):
        documents = [{**report, "published": day} for report, day in zip(REPORTS, ["2019-02-12", "2019-03-01", "2019-03-31"] * len(REPORTS))]
        documents.append({"uri": "undated", "text": "Kenya and Ghana signed a fisheries agreement."})
        for held in (2, 10_000):
            folder = self.folder / f"parts{held}"
            written = dragoman.write_parquet(documents, folder, reader=READER, held=held)
            self.assertEqual(written, len(documents))
            for name, table in READER.tables(documents).items():
                self.assertEqual(sorted(path.name for path in (folder / name).iterdir()), ["month=2019-02", "month=2019-03", "month=unknown"])
                back = pyarrow.parquet.read_table(folder / name, partitioning=None).to_pylist()
                self.assertEqual(sorted(back, key=repr), sorted(rows(table), key=repr), name)
            months = duckdb.sql(f"SELECT month, count(*) FROM read_parquet('{folder}/documents/*/*.parquet', hive_partitioning = true) "
                                "GROUP BY ALL ORDER BY ALL").fetchall()
            self.assertEqual(months[0], ("2019-02", sum(document.get("published") == "2019-02-12" for document in documents)))

    def test_answers_in_duckdb(self):
        """The views say what the records say, made anew in Python."""
        records = list(READER.pipe(REPORTS))
        dragoman.write_parquet(records, self.folder / "parts")
        with duckdb.connect() as corpus:
            corpus.execute(f"SET VARIABLE corpus = '{self.folder / 'parts'}'")
            corpus.execute(dragoman.views())
            found = lambda sql: sorted(corpus.sql(sql).fetchall(), key=repr)
            for name, table in READER.tables(REPORTS).items():
                self.assertEqual(found(f"SELECT count(*) FROM {name}"), [(len(table),)], name)
            is_one = lambda actors, who: any(actor.name.lower() == who.lower() or actor.country == who for actor in actors)
            events = [(record, event) for record in records for event in record.events]
            both = lambda e, one, other: is_one(e.actors, one) and is_one(e.recipients, other)
            between = sorted((r.document.uri, e.id) for r, e in events
                             if both(e, "ETH", "SDN") or both(e, "SDN", "ETH") or (not e.recipients and is_one(e.actors, "ETH") and is_one(e.actors, "SDN")))
            self.assertTrue(between)
            self.assertEqual(found("SELECT uri, id FROM events_between('ETH', 'SDN')"), between)
            with self.made() as store:  # what is merged there is told here
                told = {evidence for (evidence,) in found("SELECT evidence.text FROM events_between('ETH', 'SDN')")}
                self.assertLessEqual({row["evidence"]["text"] for row in rows(store.events(between=("Ethiopia", "Sudan")))}, told)
            pairs = sorted(((r.document.uri, e.id, a.name, b and b.name) for r, e in events for a in e.actors for b in e.recipients or [None]), key=repr)
            self.assertEqual(found("SELECT uri, id, actor, recipient FROM doings"), pairs)
            days = {(r.document.uri, e.id): e for r, e in events if e.date and len(e.date.value) == 10 and e.status in ("happened", "ongoing")}
            counts = {}
            for (uri, _), e in days.items():
                for key in {(e.date.value[:7], a.country, b.country, e.type) for a in e.actors for b in e.recipients if a.country and b.country and a.country != b.country}:
                    counts[key] = counts.get(key, 0) + 1
            dyads = {row[:4]: row[4] for row in found("SELECT month, actor_country, recipient_country, type, events FROM dyads")}
            self.assertTrue(counts)
            for key, count in counts.items():
                self.assertGreaterEqual(dyads[key], count, key)  # a date may be a week within the month
            self.assertEqual(found("SELECT uri, id, speaker FROM sayings"), sorted((r.document.uri, s.id, one.name) for r in records for s in r.statements for one in s.speakers))
            said = [(list_, r.document.uri, item.id) for r in records for list_ in ("events", "meetings", "agenda") for item in getattr(r, list_)
                    if is_one(item.actors + item.recipients if list_ == "events" else item.participants, "Egypt")]
            self.assertEqual(found("SELECT list, uri, id FROM timeline WHERE takes_part(participants, 'egypt')"), sorted(said))
            held = sorted({(e.name, role.title, role.status) for r in records for e in r.entities for role in e.roles if e.type == "person" and not e.anonymous})
            self.assertEqual(sorted(set(found("SELECT name, title, status FROM offices"))), held)

    def test_takes_records_and_refuses_what_is_there(self):
        with self.made() as store:
            self.assertEqual(dragoman.write_parquet(store.records(), self.folder / "parts"), len(REPORTS) - 2)
        with self.assertRaisesRegex(dragoman.UsageError, "not empty"):
            dragoman.write_parquet(REPORTS, self.folder / "parts", reader=READER)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.assertEqual(dragoman.write_parquet([""], self.folder / "nothing", reader=READER), 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
