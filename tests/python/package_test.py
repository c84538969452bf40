#!/usr/bin/env python3
"""The Python package: objects and tables say what the record's JSON says, in all that load them; bad input gets errors that help.

Run by ctest with PYTHONPATH at the built package and DRAGOMAN_HOME at the sources. The reports are the project's samples, and those of
../shared/data/polnear/dev where they are; REPORTS=FOLDER reads the .txt files of another folder in place of these.
"""
import contextlib
import datetime
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import threading
import unittest
import warnings
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow

import dragoman

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = "Kenya and Ghana signed a fisheries agreement on Sunday. \"We will not wait,\" Foreign Minister Amina Odhiambo told reporters in Accra."


def reports():
    folders = [ROOT / "samples", Path(os.environ.get("REPORTS") or ROOT.parent / "shared/data/polnear/dev/text")]
    files = [file for folder in folders if folder.is_dir() for file in sorted(folder.rglob("*.txt"))]
    return [dragoman.Document(file.read_text(encoding="utf-8"), uri=file.name, published="2016-03-04") for file in files]


READER = dragoman.load()
RECORDS = list(READER.pipe(reports()))
TABLES = READER.tables(reports())


def plain(value):
    """What an object of the package is in the record's JSON where something refers to it."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if hasattr(value, "id"):
        return value.id
    if isinstance(value, dragoman.Date):
        return {"value": value.value, "basis": value.basis}
    if isinstance(value, dragoman.Published):
        return {name: getattr(value, name) for name in ("value", "time", "basis", "earliest", "latest")}
    if isinstance(value, dragoman.Role):
        return {name: plain(getattr(value, name)) for name in ("title", "status", "of", "country", "sector", "evidence")}
    if isinstance(value, dragoman.Span):
        out = {"begin": value.begin, "end": value.end, "text": value.text}
        if isinstance(value, dragoman.Evidence):
            out["sentence"] = value.sentence_id
        for name in ("lemma", "kind", "why"):
            if hasattr(value, name):
                out[name] = getattr(value, name)
        return out
    return value


class Objects(unittest.TestCase):
    def test_say_what_the_json_says(self):
        lists = ("entities", "places", "times", "issues", "events", "statements", "meetings", "positions", "agenda")
        compared = 0
        for record in RECORDS:
            data = record.to_dict()
            self.assertEqual(data["generator"]["model"], record.generator.model)
            self.assertEqual([(s["begin"], s["end"]) for s in data["sentences"]], [(s.begin, s.end) for s in record.sentences])
            self.assertEqual(data["document"], {name: plain(getattr(record.document, name)) for name in data["document"]})
            for name in lists:
                items = getattr(record, name)
                self.assertEqual(len(data[name]), len(items))
                for item, said in zip(items, data[name]):
                    for key, value in said.items():
                        found = item.id if key == "id" else plain(getattr(item, key))
                        self.assertEqual(found, value, f"{record.document.uri} {said.get('id')} {key}")
                        compared += 1
        self.assertGreater(compared, 1000)

    def test_words_are_those_of_the_text(self):
        record = READER.read("“Ça suffit”, Côte d’Ivoire’s president said. " + REPORT)
        for event in record.events:
            self.assertEqual(record.text[event.evidence.begin:event.evidence.end], event.evidence.text)
        self.assertTrue(record.events)

    def test_are_values(self):
        record = READER.read(REPORT, published=datetime.date(2010, 1, 11))
        self.assertEqual(record.document.published.value, "2010-01-11")
        self.assertIsNone(record.document.published.time)
        for moment in (datetime.datetime(2010, 1, 11, 16, 45), "2010-01-11T16:45", "2010-01-11 16:45:10+01:00"):
            published = READER.read(REPORT, published=moment).document.published
            self.assertEqual((published.value, published.time), ("2010-01-11", "16:45"))
        self.assertEqual(READER.read(REPORT, published="2010-01-11T").document.published.time, None)
        self.assertEqual(record.events[0], record.events[0])
        self.assertEqual(len({record.entities[0], record.events[0].actors[0], record.entities[0]}), 1)
        self.assertNotEqual(record.entities[0], record.entities[1])
        self.assertNotEqual(record.entities[0], "e1")
        with self.assertRaises(AttributeError):
            record.events[0].type = "AID"
        actor = record.events[0].actors[0]
        del record
        self.assertEqual(actor.name, "Kenya")

    def test_json_is_the_program_s(self):
        program = Path(sys.argv[1]) if len(sys.argv) > 1 else None
        if program is None:
            self.skipTest("no program was named")
        out = subprocess.run([program, "read", "--format", "json", "--published", "2010-01-11", "-"], input=REPORT, text=True,
                             capture_output=True, check=True).stdout
        self.assertEqual(json.loads(out), READER.read(REPORT, uri="-", published="2010-01-11").to_dict())

    def test_show_themselves_in_a_notebook(self):
        html = READER.read(REPORT.replace("Ghana", "<b>Ghana</b>"))._repr_html_()
        self.assertIn("<mark", html)
        self.assertNotIn("<b>", html)


class Errors(unittest.TestCase):
    def test_name_what_is_wrong(self):
        french = "Le gouvernement a annoncé lundi que la réforme des retraites serait examinée par le parlement avant la fin du mois de juin."
        for error, words, call in (
            (dragoman.InputError, "is empty", lambda: READER.read("")),
            (dragoman.LanguageError, "only English is read", lambda: READER.read(french)),
            (dragoman.UsageError, "expected a day", lambda: READER.read(REPORT, published="yesterday")),
            (dragoman.UsageError, "expected a str", lambda: READER.read({"title": "none"})),
            (dragoman.UsageError, "expected a number of threads", lambda: READER.pipe([REPORT], jobs=-1)),
            (dragoman.UsageError, "expected a number of documents", lambda: READER.batches([REPORT], size=0)),
            (dragoman.SetupError, "nowhere", lambda: dragoman.load(model="/nowhere")),
        ):
            with self.assertRaisesRegex(error, words):
                call()
        self.assertTrue(issubclass(dragoman.InputError, ValueError))

    def test_of_one_document_leave_the_others(self):
        texts = [REPORT, "", {"text": REPORT, "uri": "third"}, 7]
        for jobs in (1, 2):
            failed = []
            records = list(READER.pipe(texts, jobs=jobs, on_error=lambda document, error: failed.append((document, str(error)))))
            self.assertEqual([record.document.uri for record in records], ["0", "third"])
            self.assertEqual([document for document, _ in failed], ["", 7])
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            self.assertEqual(len(list(READER.pipe(["", REPORT]))), 1)
        self.assertIn("0: is empty", str(said[0].message))

    def test_of_who_asks_end_the_reading(self):
        def documents():
            yield REPORT
            raise KeyError("gone")

        for jobs in (1, 3):
            with self.assertRaises(KeyError):
                list(READER.pipe(documents(), jobs=jobs))


class Pipe(unittest.TestCase):
    def test_keeps_the_order_and_the_records(self):
        again = list(READER.pipe(reports(), jobs=3))
        self.assertEqual([record.to_json() for record in again], [record.to_json() for record in RECORDS])

    def test_streams(self):
        taken = []

        def documents():
            for number in range(1000):
                taken.append(number)
                yield REPORT

        for jobs in (1, 2):
            taken.clear()
            next(READER.pipe(documents(), jobs=jobs))
            self.assertLessEqual(len(taken), 8)

    def test_lets_other_threads_run(self):
        ran = threading.Event()
        thread = threading.Thread(target=ran.set)
        long = " ".join([REPORT] * 200)
        reading = threading.Thread(target=READER.read, args=(long,))
        reading.start()
        thread.start()
        self.assertTrue(ran.wait(10))
        reading.join()


def day(text):
    return text and datetime.date.fromisoformat(text)


def rows_of_json(data, table):
    """The rows of a table that a record's JSON gives, but for the first and last day of a date."""
    about, entities = data["document"], {entity["id"]: entity for entity in data["entities"]}
    places, labels = {place["id"]: place for place in data["places"]}, {issue["id"]: issue["label"] for issue in data["issues"]}
    beginning = {"document": about["id"], "uri": about["uri"], "published": day(about["published"]["value"])}

    def office(role):
        ways = {"current": "{title}", "elect": "{title}-elect", "designate": "{title}-designate"}
        return ways.get(role["status"], "{status} {title}").format(**role)

    def actor(one):
        entity = entities.get(one)
        return entity and {**{key: entity[key] for key in ("id", "name", "type", "country", "code")}, "role": office(entity["roles"][0]) if entity["roles"] else None}

    def evidence(words):
        return {**words, "sentence": int(words["sentence"][1:])}

    def place(one):
        return one and {key: places[one][key] for key in ("id", "name", "country", "lat", "lon", "geonames_id")}

    changes = {"actors": lambda list_: [actor(one) for one in list_], "actor": actor, "by": actor, "evidence": evidence, "place": place,
               "also": lambda list_: [evidence(one) for one in list_], "issue": labels.get, "issues": lambda list_: [labels[one] for one in list_],
               "roles": lambda list_: [{**role, "evidence": evidence(role["evidence"])} for role in list_]}
    changes |= dict.fromkeys(("recipients", "sources", "speakers", "addressees", "chain", "participants"), changes["actors"])
    if table == "documents":
        published = about["published"]
        given = {key: about[key] for key in ("uri", "title", "agency", "byline", "language", "length")}
        return [{"document": about["id"], **given, "published": day(published["value"]), "published_time": published["time"], "published_basis": published["basis"],
                 "earliest": day(published["earliest"]), "latest": day(published["latest"])}]
    if table == "mentions":
        return [{**beginning, "id": entity["id"], **mention} for entity in data["entities"] for mention in entity["mentions"]]
    rows = []
    for item in data[table]:
        row = {key: changes.get(key, lambda value: value)(value) for key, value in item.items() if key not in ("mentions", "date")}
        if table == "entities":
            row.setdefault("confidence", None)  # of persons with a name alone
            row.setdefault("country_confidence", None)  # of countries that no words tell
        if table == "places":
            row["mentions"] = item["mentions"]
        if "date" in item:
            row |= {"date": item["date"] and item["date"]["value"], "date_basis": item["date"] and item["date"]["basis"]}
        rows.append(beginning | row)
    return rows


class Tables(unittest.TestCase):
    def rows(self, name):
        return pyarrow.table(TABLES[name]).to_pylist()

    def test_are_valid(self):
        for name, table in TABLES.items():
            loaded = pyarrow.table(table)
            loaded.validate(full=True)
            self.assertEqual(loaded.num_rows, len(table))
            self.assertEqual(tuple(loaded.column_names), table.columns, name)

    def test_hold_the_items_of_the_records(self):
        """Every column of every row, made anew from the JSON."""
        compared = 0
        for name in TABLES:
            expected = [row for record in RECORDS for row in rows_of_json(record.to_dict(), name)]
            rows = self.rows(name)
            self.assertEqual(len(rows), len(expected), name)
            for row, said in zip(rows, expected):
                where = f"{name} {said['uri']} {said.get('id')}"
                if "date" in said:
                    first, last = row.pop("first_day"), row.pop("last_day")
                    self.assertEqual(first is None, last is None, where)
                    self.assertTrue(said["date"] is None or first is None or first <= last, where)
                    if said["date"] and re.fullmatch(r"\d{4}-\d\d-\d\d", said["date"]):
                        self.assertEqual((str(first), str(last)), (said["date"], said["date"]), where)
                self.assertEqual(row, said, where)
                compared += len(row)
        self.assertGreater(compared, 10_000)

    def test_days_are_days(self):
        table = pyarrow.table(READER.tables([dragoman.Document(REPORT, published="2010-01-11")])["events"])
        self.assertEqual(table["published"][0].as_py(), datetime.date(2010, 1, 11))
        self.assertEqual(table["first_day"][0].as_py(), datetime.date(2010, 1, 10))

    def test_are_taken_as_they_are(self):
        events = TABLES["events"]
        counted = len([1 for record in RECORDS for _ in record.events])
        self.assertEqual(duckdb.sql("SELECT count(*) FROM events").fetchall(), [(counted,)])
        self.assertEqual(len(polars.DataFrame(events)), counted)
        self.assertEqual(polars.DataFrame(events).schema["published"], polars.Date)
        self.assertEqual(len(pandas.DataFrame.from_arrow(events)), counted)
        back = pyarrow.table(polars.DataFrame(events)["type"].to_frame())
        self.assertEqual(back["type"].to_pylist(), [row["type"] for row in self.rows("events")])

    def test_come_in_batches(self):
        sizes = [len(batch["documents"]) for batch in READER.batches([REPORT] * 5, size=2)]
        self.assertEqual(sizes, [2, 2, 1])
        self.assertEqual(len(READER.tables([])["events"]), 0)
        self.assertEqual(pyarrow.table(READER.tables([])["events"]).num_rows, 0)


class Guide(unittest.TestCase):
    def test_s_examples_run_one_after_the_other(self):
        """docs/python.md, in the folder of the sources; of what one block prints, the block behind it is held to it. Exports are eval/exports.py's."""
        guide = (ROOT / "docs/python.md").read_text(encoding="utf-8").split("## One report")[1].split("## Exports of a store")[0]
        blocks = [textwrap.dedent(block).strip() for block in re.findall(r"(?:^(?: {4}.*)?\n)+", guide, re.M) if block.strip()]
        self.assertGreater(len(blocks), 6)
        names = {}
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            (Path(folder) / "samples").symlink_to(ROOT / "samples")
            printed = ""
            for block in blocks:
                if printed and block == printed:
                    printed = ""
                    continue
                out = io.StringIO()
                with contextlib.redirect_stdout(out), self.subTest(block=block):
                    exec(block, names)
                printed = printed or out.getvalue().strip()
            self.assertEqual(len(names["documents"]), len(list((ROOT / "samples").glob("*.txt"))))
            self.assertEqual((len(names["events"]) > 0, (Path(folder) / "corpus").is_dir()), (True, True))


class Types(unittest.TestCase):
    def test_pass_mypy_strict(self):
        package = Path(dragoman.__file__).parent
        found = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(package)], capture_output=True, text=True,
                               check=False)
        self.assertEqual(found.returncode, 0, found.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
