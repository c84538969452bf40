#!/usr/bin/env python3
"""Adds reports to stores as a user does, and as accidents do: killed, interrupted, twice at once, without room or permission.

usage: store_add_test.py DRAGOMAN SOURCE [KILLS]       KILLS: how often the work is killed, 6 unless told
"""
import json
import os
import random
import re
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import telling_keys

DRAGOMAN = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 6

PEOPLE = ["Anne Leclair", "Joseph Mwangi", "Luisa Rojas", "Pedro Quispe", "Tomas Rebane", "Aisha Karim", "Linh Tran", "Sok Chea"]
COUNTRIES = ["Canada", "Kenya", "Peru", "Chile", "Estonia", "Yemen", "Vietnam", "Cambodia", "Norway", "Ghana", "Nepal", "Oman"]
DEEDS = ["accused {b} of sending patrol boats across the border", "agreed with {b} to open talks on fisheries", "recalled its ambassador to {b}",
         "urged {b} to release the sailors", "promised {b} food for the drowned villages", "rejected the offer of {b}", "signed a treaty with {b}"]
TOPICS = ["the lake", "the river dam", "the railway", "the border post", "the fishing grounds", "the gas field", "the prisoners"]


def reports(n, seed=1):
    """So many reports that are no copies of each other."""
    chance = random.Random(seed)
    for number in range(n):
        sentences = []
        for _ in range(chance.randint(4, 9)):
            a, b = chance.sample(COUNTRIES, 2)
            sentences.append(chance.choice([
                f"{a} " + chance.choice(DEEDS).format(b=b) + f" on {chance.choice(['Monday', 'Friday', 'Sunday'])}, {chance.choice(PEOPLE)} said.",
                f"\"We have waited {chance.randint(2, 90)} days for {chance.choice(TOPICS)},\" Foreign Minister {chance.choice(PEOPLE)} told reporters in {a}.",
                f"The ministers of {a} and {b} will meet in {chance.choice(['May', 'June', 'July'])} to speak about {chance.choice(TOPICS)}.",
                f"{chance.choice(PEOPLE)} told the council that {a} wants no more of {chance.choice(TOPICS)} than {b} does."]))
        yield {"uri": f"report-{number}", "published": f"2019-05-{number % 28 + 1:02}", "text": " ".join(sentences)}


def run(*args, **more):
    done = subprocess.run([DRAGOMAN, *map(str, args)], capture_output=True, text=True, timeout=600, **more)
    return done.returncode, done.stdout, done.stderr


def content(store):
    """All rows of all tables, but for the inner tables of the text indexes, and with the indexes in runs as their entries."""
    with sqlite3.connect(store) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_text\\_%' ESCAPE '\\' "
                                              "AND name NOT GLOB '*_keys' AND name NOT GLOB '*_runs' ORDER BY name")]
        return {index: telling_keys.entries(db, index) for index in ("telling", "band")} | {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def stable(store):
    """The same without what depends on the order of the work: the numbers of labels, and the order of rows without one."""
    tables = content(store)
    del tables["countable"]  # packed, with the numbers of labels in it; `check` proves that it is what the rows say
    labels = {number: folded for number, folded, _ in tables["issue_labels"]}
    tables["issue_labels"] = [row[1:] for row in tables["issue_labels"]]
    tables["issues"] = [(*row[:4], labels[row[4]], row[5]) for row in tables["issues"]]
    tables["sums"] = [(kind, labels[value] if kind % 16 == 6 else value, facts) for kind, value, facts in tables["sums"]]
    return {name: sorted(rows, key=repr) for name, rows in tables.items()}


@unittest.skipIf("found no language model" in run("read", SOURCE / "README.md")[2], "no language model to read with")
class Adding(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_bylines_places_and_words_are_asked_for(self):
        texts = [{"text": "Foreign ministers Anne Leclair and Joseph Mwangi met in Kiev on Monday to sign a treaty on fish.", "byline": "Ann Lee"},
                 {"text": "Kenya's ministers and those of Peru met in Lima on Tuesday and spoke of the border post for hours."}]
        path, store = self.folder / "in.jsonl", self.folder / "s.db"
        path.write_text("".join(json.dumps({"uri": f"r{i}", "published": "2019-05-10", **t}) + "\n" for i, t in enumerate(texts)))
        self.assertEqual(run("add", path, "--store", store)[0], 0)
        ask = lambda *args: run(*args, "--store", store)[1]
        self.assertIn("byline: Ann Lee", ask("show", "d1"))
        self.assertNotIn("byline", ask("show", "d2"))
        self.assertEqual(json.loads(ask("export", "--records").splitlines()[0])["document"]["byline"], "Ann Lee")
        for place in ("Kiev", "Kyiv", "kiyev"):
            self.assertIn("Kyiv", ask("meetings", "--place", place), place)
        found = lambda *words: [json.loads(line)["id"] for line in ask("search", *words, "--format", "jsonl").splitlines()]
        self.assertEqual(found("met", "-treaty"), ["d2"])
        self.assertEqual(found("-treaty", "met"), ["d2"])
        self.assertEqual(found("Kenya's"), ["d2"])
        self.assertEqual(run("search", "-treaty", "--store", store)[0], 2)
        # Read again, the byline is still there.
        self.assertEqual(run("recode", "--store", store)[0], 0)
        self.assertIn("byline: Ann Lee", ask("show", "d1"))
        self.assertEqual(run("check", "--store", store)[0], 0)

    def corpus(self, n, seed=1, name="in.jsonl"):
        path = self.folder / name
        path.write_text("".join(json.dumps(r) + "\n" for r in reports(n, seed)))
        return path

    def add(self, store, *paths, code=0, message="", flags=(), **more):
        status, _, err = run("add", "--store", store, *flags, *paths, **more)
        self.assertEqual(status, code, err)
        self.assertIn(message, err)

    def sound(self, store, documents):
        self.assertEqual(run("check", "--store", store)[:2], (0, f"{documents} documents, 0 defects\n"))

    def people_of(self, texts, order):
        """(name, who stands for it, why) of the people in a store of these texts, added in that order."""
        path, store = self.folder / "in.jsonl", self.folder / "people.db"
        store.unlink(missing_ok=True)
        path.write_text("".join(json.dumps({"uri": f"r{i}", "published": "2019-05-10", "text": texts[i]}) + "\n" for i in order))
        self.assertEqual(run("add", path, "--store", store)[0], 0)
        self.assertIn("0 defects", run("check", "--store", store)[1])
        with sqlite3.connect(store) as db:
            return sorted(db.execute("SELECT a.name, o.name, a.joined FROM actors a LEFT JOIN actors o ON o.id = a.one "
                                     "WHERE a.type = 'person' AND a.family IS NOT NULL"), key=repr)

    def test_a_common_surname_is_told_by_its_company(self):
        texts = ["The engineer Joshua Walker and the lawyer Ines Calloway built the old bridge over the river in two years.",
                 "The lawyer Ines Calloway praised Mr. Walker on Monday, and the mayor said that the town owed him much.",
                 "The painter Peter Walker and the singer Otto Lindqvist opened a school for children in the north in May."]
        texts += [f"{before}, said the lawyer Ines Calloway, {behind}." for before, behind in (
            ("Wells ran dry in the hills", "and the farmers want help before May"), ("Two barns burned down at night", "but no horse was hurt in the fire"),
            ("The road to the harbour is closed", "because a truck lost all its timber there"), ("Taxes on wool are too high", "so that shepherds sell their flocks abroad"),
            ("A new school opens on Friday", "where forty children learn to sail"), ("Bees died in every garden", "which nobody in the council can explain"),
            ("Herring came late this year", "and boats stayed in port for weeks"), ("The museum has lost a painting", "that a count gave to the town long ago"),
            ("Nobody pays for the ferry", "although it sails six times a day"), ("Snow blocked the northern pass", "until soldiers dug a way through on Sunday"),
            ("The old mill will be sold", "if its owner finds somebody who buys it"))]
        few = [self.people_of(texts, order) for order in ([0, 1, 2], [2, 1, 0])]
        self.assertIn(("Walker", "Joshua Walker", "company"), few[0])
        self.assertEqual(few[1], few[0])
        # One who stands in many reports is no sign of what a report is about.
        numbers = list(range(len(texts)))
        many = [self.people_of(texts, order) for order in (numbers, numbers[::-1], numbers[7:] + numbers[:7])]
        self.assertIn(("Walker", None, None), many[0])
        self.assertEqual(many[1:], [many[0]] * 2)

    def test_a_surname_is_told_by_its_office_and_a_junior_by_his_father(self):
        texts = ["President Anton Varga of Hungary opened the dam on Monday, and villagers along the river thanked him.",
                 "The singer Ilona Varga of Hungary left the town on Friday, and nobody asked her why she did so.",
                 "President Varga spoke of the dam for an hour, and the farmers of the valley were content with it.",
                 "The Canadian banker Owen Tandler Jr. gave a horse to the museum in May, the director said on Sunday.",
                 "The Canadian banker Owen M. Tandler has many horses, wrote the paper, and not one of them can run."]
        apart = ["The Canadian banker Owen M. Tandler left on Monday in a hat. Owen Tandler Jr. stayed at home and read his letters."]
        found = [self.people_of(texts, order) for order in ([0, 1, 2, 3, 4], [4, 2, 3, 1, 0])]
        self.assertIn("office", {why for name, other, why in found[0] if other == "Anton Varga"})
        self.assertEqual({why for name, other, why in found[0] if "Tandler" in name} - {None}, {"suffix"})
        self.assertEqual(found[1], found[0])
        both = self.people_of(texts + apart, range(len(texts) + 1))
        self.assertEqual({other for name, other, why in both if "Tandler" in name}, {None})

    def test_who_is_one_in_any_order(self):
        texts = ["Foreign Minister William Lindqvist of Norway left the talks on fisheries early on Monday.",
                 "Bill Lindqvist, the Norwegian foreign minister, spoke of herring for an hour and then of cod.",
                 "The minister William E. Lindqvist of Norway wants another harbour, the paper wrote in May.",
                 "Farmers asked William A. Halvard for water, and he said on Tuesday that the dam was old.",
                 "The engineer William B. Halvard said on Friday that the bridge would hold for ten years.",
                 "Villagers thanked William Halvard for the road, and the mayor gave him a horse on Sunday."]
        found = []
        for order in ([0, 1, 2, 3, 4, 5], [5, 3, 1, 4, 2, 0], [2, 4, 0, 5, 1, 3]):
            path, store = self.folder / "in.jsonl", self.folder / f"{order[0]}.db"
            path.write_text("".join(json.dumps({"uri": f"r{i}", "published": "2019-05-10", "text": texts[i]}) + "\n" for i in order))
            self.assertEqual(run("add", path, "--store", store)[0], 0)
            with sqlite3.connect(store) as db:
                found.append(sorted(db.execute("SELECT a.name, o.name, a.joined FROM actors a LEFT JOIN actors o ON o.id = a.one "
                                               "WHERE a.type = 'person' AND a.family IS NOT NULL")))
            self.assertIn("0 defects", run("check", "--store", store)[1])
        one = {name: (other, why) for name, other, why in found[0]}
        first = one["William Lindqvist"][0]
        self.assertEqual({name for name, (other, _) in one.items() if other == first}, {"William Lindqvist", "Bill Lindqvist", "William E. Lindqvist"})
        self.assertEqual({one[name][0] for name in one if "Halvard" in name}, {None})
        self.assertEqual(found[1:], [found[0]] * 2)
        page = run("who", "Bill Lindqvist", "--store", store)[1]
        self.assertIn("Also called\n", page)
        self.assertIn("3 documents", page)
        # With one of the two who contradict each other gone, who is left may be the one without a middle initial.
        path.write_text(json.dumps({"uri": "r4", "published": "2019-05-10", "text": "The bridge would hold for ten years, engineers said on Friday."}) + "\n")
        self.assertEqual(run("add", path, "--store", store)[0], 0)
        with sqlite3.connect(store) as db:
            self.assertEqual(db.execute("SELECT count(DISTINCT one), count(*) FROM actors WHERE name LIKE '%Halvard' AND one IS NOT NULL").fetchone(), (1, 2))
        self.assertIn("0 defects", run("check", "--store", store)[1])
        # The same when a document is taken out.
        with sqlite3.connect(store) as db:
            number, = db.execute("SELECT id FROM documents WHERE uri = 'r3'").fetchone()
        self.assertEqual(run("documents", f"d{number}", "--remove", "--store", store)[0], 0)
        with sqlite3.connect(store) as db:
            self.assertEqual(db.execute("SELECT count(*) FROM actors WHERE name LIKE '%Halvard' AND one IS NOT NULL").fetchone(), (0,))
        self.assertIn("0 defects", run("check", "--store", store)[1])

    def test_what_was_said_of_who_is_one_holds_in_any_order(self):
        texts = ["Geologist William Lindqvist opened the bridge on Monday and said that the work had taken nine years.",
                 "The geologist Bill Lindqvist told reporters on Friday that the bridge was safe for trucks.",
                 "Astrid Nyberg warned in Oslo on Monday that the bridge would close in winter.",
                 "The council thanked Astrid Lindqvist for the plans of the bridge on Tuesday."]
        said = "apart\tperson bill lindqvist\tperson william lindqvist\nsame\tperson astrid lindqvist\tperson astrid nyberg\n"
        given = self.folder / "said.tsv"
        given.write_text(said)
        found = []
        for number, order in enumerate(([0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2])):
            path, store = self.folder / "in.jsonl", self.folder / f"{number}.db"
            for step, part in enumerate((order[:1], order[1:2], order[2:])):
                path.write_text("".join(json.dumps({"uri": f"r{i}", "published": "2019-05-10", "text": texts[i]}) + "\n" for i in part))
                self.assertEqual(run("add", path, "--store", store)[0], 0)
                if step == number:  # said before the others come, or after all
                    self.assertEqual(run("rulings", "--read", given, "--store", store)[1], "2 rulings read\n")
            self.assertEqual(run("recode", "--tables", "--store", store)[0], 0)
            with sqlite3.connect(store) as db:
                found.append(sorted(db.execute("SELECT a.name, o.name, a.joined FROM actors a LEFT JOIN actors o ON o.id = a.one "
                                               "WHERE a.type = 'person' AND a.family IS NOT NULL")))
            self.assertIn("0 defects", run("check", "--store", store)[1])
        one = {name: (other, why) for name, other, why in found[0]}
        self.assertEqual((one["Bill Lindqvist"], one["William Lindqvist"]), ((None, None), (None, None)))
        self.assertEqual((one["Astrid Nyberg"][0], {one[name][1] for name in ("Astrid Nyberg", "Astrid Lindqvist")}), (one["Astrid Lindqvist"][0], {None, "ruling"}))
        self.assertEqual(found[1:], [found[0]] * 2)
        # Who is gone and comes back is one with the other again.
        for change in (["documents", "--name", "r3", "--remove"], ["add", path]):
            path.write_text(json.dumps({"uri": "r3", "published": "2019-05-10", "text": texts[3]}) + "\n")
            self.assertEqual(run(*change, "--store", store)[0], 0)
            self.assertIn("0 defects", run("check", "--store", store)[1])
        self.assertIn("somebody said so", run("who", "Astrid Nyberg", "--store", store)[1])

    def test_what_is_added_is_there_once(self):
        store, path = self.folder / "a.db", self.corpus(30)
        self.add(store, path, message="30 added, 0 near copies, 0 known already")
        self.sound(store, 30)
        first = content(store)
        self.assertTrue(first["events"] and first["statements"] and first["entities"])
        self.add(store, path, message="0 added, 0 near copies, 30 known already")
        self.assertEqual(content(store), first)
        other = self.folder / "b.db"
        self.add(other, path, flags=("--jobs", "1"))
        self.assertEqual(content(other), first, "the number of threads must not matter")

    def test_a_changed_document_replaces_its_own_facts_alone(self):
        store = self.folder / "a.db"
        one, two = self.folder / "one.txt", self.folder / "two.txt"
        one.write_text("Canada accused Peru of sending boats on Friday.")
        two.write_text("Foreign Minister Anne Leclair of Canada met Joseph Mwangi of Kenya in Nairobi on Monday.")
        self.add(store, one, two)
        one.write_text("Ghana signed a treaty with Norway on fisheries in the north, and nobody else was there to see it.")
        self.add(store, one, two, message="1 added, 0 near copies, 1 known already")
        self.sound(store, 2)
        with sqlite3.connect(store) as db:
            names = {row[0] for row in db.execute("SELECT name FROM actors")}
        self.assertIn("Ghana", names)
        self.assertIn("Canada", names)
        self.assertNotIn("Peru", names)

    def test_recode_reads_again_what_another_lexicon_read(self):
        store, path = self.folder / "a.db", self.corpus(5)
        self.add(store, path)
        first = content(store)
        self.add(store, path, flags=("--recode",), message="0 added, 0 near copies, 5 known already")
        with sqlite3.connect(store) as db:
            db.execute("UPDATE documents SET generator = 'older'")
            db.execute("DELETE FROM parts WHERE list = 'events'")
        self.add(store, path, message="5 known already")
        self.add(store, path, flags=("--recode",), message="5 added")
        self.sound(store, 5)
        with sqlite3.connect(store) as db:
            again = db.execute("SELECT document, number, type, theme, happening FROM events ORDER BY document, number").fetchall()
            self.assertEqual(db.execute("SELECT count(*) FROM parts").fetchone(), (len(first["parts"]),))
        self.assertEqual(len(again), len(first["events"]))

    def test_what_is_one_does_not_depend_on_the_order_of_adding(self):
        stories = list(reports(60, seed=4))
        orders = [stories, stories[::-1], random.Random(8).sample(stories, len(stories))]
        found = []
        for number, order in enumerate(orders):
            store, path = self.folder / f"{number}.db", self.folder / f"{number}.jsonl"
            path.write_text("".join(json.dumps(story) + "\n" for story in order))
            self.add(store, path)
            with sqlite3.connect(store) as db:
                found.append([set(db.execute(f"SELECT d.uri, f.number, f.happening FROM {table} f JOIN documents d ON d.id = f.document"))
                              for table in ("events", "meetings", "statements")])
            self.assertEqual(run("check", "--store", store)[0], 0)
        self.assertLess(len({happening for *_, happening in found[0][0]}), 0.92 * len(found[0][0]))
        self.assertEqual(found[0], found[1])
        self.assertEqual(found[0], found[2])

    def test_a_report_that_changes_is_linked_anew(self):
        texts = ["Norway accused Estonia on Friday of cutting the cable to the wind farm off Gotska.",
                 "Norway has accused Estonia of cutting the cable to the Gotska wind farm.", "Norway and Estonia have opened a new ferry line to Gotska."]
        store, path = self.folder / "s.db", self.folder / "in.jsonl"
        def rows(a, b):
            path.write_text("".join(json.dumps({"uri": u, "published": "2019-05-04", "text": t}) + "\n" for u, t in (("a", a), ("b", b))))
            self.assertEqual(run("add", path, "--store", store)[0], 0)
            with sqlite3.connect(store) as db:
                self.assertEqual(run("check", "--store", store)[0], 0)
                return db.execute("SELECT count(*), count(DISTINCT happening) FROM events WHERE type = 'ACCUSE'").fetchone()
        self.assertEqual(rows(texts[0], texts[1]), (2, 1))
        self.assertEqual(rows(texts[0], texts[2]), (1, 1))
        self.assertEqual(rows(texts[0], texts[1]), (2, 1))
        with sqlite3.connect(store) as db:
            db.execute("UPDATE events SET happening = 5 WHERE id = 1")
            db.execute("DELETE FROM telling_keys WHERE id = (SELECT min(id) FROM telling_keys)")
        self.assertIn("not linked as it should be", run("check", "--store", store)[1])
        self.assertEqual(run("recode", "--tables", "--store", store)[0], 0)
        self.assertEqual(rows(texts[0], texts[1]), (2, 1))

    def test_near_copies_and_other_languages_have_no_facts(self):
        story = " ".join(r["text"] for r in reports(3))
        for name, text in (("a.txt", story), ("b.txt", "LIMA (Lake News) " + story + " More follows."), ("c.txt", "Les ministres se sont réunis vendredi à Nairobi pour parler de la pêche dans le lac.")):
            (self.folder / name).write_text(text)
        store = self.folder / "a.db"
        self.add(store, *(self.folder / n for n in ("a.txt", "b.txt", "c.txt")), message="1 added, 1 near copies, 0 known already, 1 not in English")
        with sqlite3.connect(store) as db:
            aside = db.execute("SELECT uri, why, message FROM set_aside").fetchall()
        self.assertEqual([(Path(uri).name, why) for uri, why, _ in aside], [("c.txt", "foreign")])
        self.assertIn("FRENCH", aside[0][2])
        with sqlite3.connect(store) as db:
            db.execute("UPDATE set_aside SET message = 'x'")
        self.assertIn("a line of what was set aside has changed: row 1", run("check", "--store", store)[1])
        run("recode", "--tables", "--store", store)
        self.assertIn("0 defects", run("check", "--store", store)[1])
        self.sound(store, 2)
        with sqlite3.connect(store) as db:
            self.assertEqual(db.execute("SELECT c.uri, o.uri FROM documents c JOIN documents o ON o.id = c.copy_of").fetchall(),
                             [(str(self.folder / "b.txt"), str(self.folder / "a.txt"))])
            self.assertEqual(db.execute("SELECT count(DISTINCT document) FROM entities").fetchone(), (1,))

    def test_killed_and_run_again_ends_the_same(self):
        path = self.corpus(700)
        calm, store = self.folder / "calm.db", self.folder / "killed.db"
        begin = time.monotonic()
        self.add(calm, path)
        took = time.monotonic() - begin
        chance = random.Random(7)
        killed = 0
        for _ in range(KILLS):
            work = subprocess.Popen([DRAGOMAN, "add", "--store", store, path], stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, took))
            work.kill()
            killed += work.wait() == -signal.SIGKILL
        self.add(store, path)
        self.sound(store, 700)
        self.assertEqual(content(store), content(calm))
        self.assertGreater(killed, 0)

    def test_an_interrupt_keeps_what_was_done(self):
        store, path = self.folder / "a.db", self.corpus(2000)
        work = subprocess.Popen([DRAGOMAN, "add", "--store", store, path], stderr=subprocess.PIPE, text=True)
        for _ in range(600):
            time.sleep(0.05)
            if store.exists():
                break
        time.sleep(0.4)
        work.send_signal(signal.SIGINT)
        err = work.communicate(timeout=120)[1]
        self.assertEqual(work.returncode, 1, err)
        self.assertIn("interrupted", err)
        self.add(store, path, message="0 that cannot be read")
        self.sound(store, 2000)

    def test_two_at_once(self):
        store = self.folder / "a.db"
        paths = [self.corpus(300, seed=1, name="one.jsonl"), self.folder / "two.jsonl"]
        paths[1].write_text("".join(json.dumps({**r, "uri": "other-" + r["uri"]}) + "\n" for r in reports(300, seed=2)))
        both = [subprocess.Popen([DRAGOMAN, "add", "--store", store, p], stderr=subprocess.PIPE, text=True) for p in paths]
        for work in both:
            err = work.communicate(timeout=300)[1]
            self.assertEqual(work.returncode, 0, err)
        self.sound(store, 600)

    def test_what_is_no_store_is_refused(self):
        path = self.corpus(1)
        text = self.folder / "text.db"
        text.write_text("This is no database. " * 100)
        self.add(text, path, code=2, message="it is no store")
        self.assertIn("This is no database", text.read_text())
        foreign = self.folder / "foreign.db"
        with sqlite3.connect(foreign) as db:
            db.execute("CREATE TABLE mine (x)")
        self.add(foreign, path, code=2, message="no store of dragoman")
        older = self.folder / "older.db"
        self.add(older, path)
        with sqlite3.connect(older) as db:
            db.execute("PRAGMA user_version = 99")
        self.add(older, path, code=2, message="store of version 99")
        self.assertIn("does not exist", run("check", "--store", self.folder / "none.db")[2])
        self.add(self.folder / "no" / "a.db", path, code=2, message="there is no folder")
        self.add(self.folder, path, code=2, message="is a folder; name a file")

    def test_defects_are_found(self):
        store, path = self.folder / "a.db", self.corpus(5)
        self.add(store, path)
        for sql, message in (("UPDATE events SET end = 99999 WHERE id = 1", "evidence outside its text"),
                             ("UPDATE statements SET content = x'00FFFF7F'", "content that its document does not hold"),
                             ("DELETE FROM entities WHERE id = 1", "a reference leads nowhere")):
            with sqlite3.connect(store) as db:
                db.execute(sql)
            status, out, _ = run("check", "--store", store)
            self.assertEqual(status, 1)
            self.assertIn(message, out)

    def test_changed_rows_are_found_and_mended(self):
        store, path = self.folder / "a.db", self.corpus(8)
        self.add(store, path)
        before = stable(store)
        for sql, message in (("UPDATE events SET lemma = 'x' WHERE id = 2", "what is stored of a document has changed"),
                             ("UPDATE statements SET act = 'x', status = 'denied' WHERE id = 1", "what is stored of a document has changed"),
                             ("UPDATE documents SET title = 'x' WHERE id = 1", "what is stored of a document has changed: d1"),
                             ("DELETE FROM parts WHERE list = 'events' AND fact IN (SELECT id FROM events WHERE document = 3)", "what is stored of a document has changed: d3"),
                             ("UPDATE actors SET name = 'Nobody' WHERE id = 1", "an actor has changed"),
                             ("DELETE FROM actor_names WHERE actor = 2", "an actor has changed"),
                             ("UPDATE issue_labels SET documents = 9 WHERE id = 1", "the number of documents of an issue is wrong"),
                             ("UPDATE sums SET facts = facts + 1 WHERE kind = 2", "what is counted of facts is wrong: list events"),
                             ("DELETE FROM sums WHERE kind = 4", "what is counted of facts is wrong: list events"),
                             ("UPDATE countable SET facts = x'00' WHERE document = 3", "what the facts of a document are counted by is wrong: d3"),
                             ("DELETE FROM countable WHERE document = 4 AND list = 0", "what the facts of a document are counted by is wrong: d4"),
                             ("INSERT INTO shared_happenings VALUES ('events', 77, 2, x'0204')", "what is counted of facts is wrong: list events, more than there are"),
                             ("UPDATE document_counts SET documents = documents + 1 WHERE what = 'characters'", "what is counted of documents is wrong: what characters"),
                             ("DELETE FROM document_counts WHERE what = 'month'", "what is counted of documents is wrong: what month, value 2019-05, documents 8"),
                             ("UPDATE issue_labels SET folded = 'nothing' WHERE id = 1", "what is stored of a document has changed"),
                             ("UPDATE issues SET of_label = 999999 WHERE id = 1", "what is stored of a document has changed"),
                             ("UPDATE issues SET of_label = of_label + 1 WHERE id = 1", "the number of documents of an issue is wrong"),
                             ("UPDATE band_keys SET entries = zeroblob(length(entries)) WHERE id = (SELECT min(id) FROM band_keys)", "the index of near copies is damaged"),
                             ("DELETE FROM band_keys WHERE id = (SELECT max(id) FROM band_keys)", "the index of near copies is damaged"),
                             ("INSERT INTO documents_text(documents_text, rowid, title, text) SELECT 'delete', id, title, text FROM documents WHERE id = 4",
                              "the index documents_text is not that of its texts")):
            with sqlite3.connect(store) as db:
                db.execute(sql)
            status, out, err = run("check", "--store", store)
            self.assertEqual(status, 1, sql)
            self.assertIn(message, out)
            self.assertIn("dragoman recode", err)
            self.assertEqual(run("recode", "--store", store)[0], 0, sql)
            self.sound(store, 8)
            self.assertEqual(stable(store), before, sql)
        with sqlite3.connect(store) as db:
            db.execute("UPDATE records SET json = zeroblob(9) WHERE document = 1")
        self.assertIn("1 read again", run("recode", "--store", store)[2])
        self.sound(store, 8)
        with sqlite3.connect(store) as db:
            db.execute("UPDATE documents SET text = text || 'x' WHERE id = 1")
        status, _, err = run("recode", "--store", store)
        self.assertEqual((status, "report-0: its text is damaged; add it again" in err), (1, True), err)
        self.add(store, path, message="7 known already")
        self.sound(store, 8)

    def test_record_to_store_to_record(self):
        store = self.folder / "a.db"
        paths = [SOURCE / "samples", self.corpus(40)]
        self.add(store, *paths)
        read = run("read", "--format", "jsonl", *paths)[1]
        self.assertEqual(sorted(run("export", "--records", "--store", store)[1].splitlines()), sorted(read.splitlines()))
        before = stable(store)
        self.assertIn("made anew from their records, 0 left", run("recode", "--tables", "--store", store)[2])
        self.sound(store, 40 + len(list((SOURCE / "samples").glob("*.txt"))))
        self.assertEqual(stable(store), before)

    def test_a_store_exports_the_rows_that_reading_gives(self):
        store = self.folder / "layouts.db"
        path = self.corpus(4)
        self.add(store, path)
        for layout in ("polecat", "icews"):
            read = run("read", "--format", layout, "--all-statuses", path)[1]
            self.assertGreater(len(read.splitlines()), 10)
            self.assertEqual(run("export", "--store", store, "--format", layout, "--all-statuses"), (0, read, ""))

    def test_a_question_prints_the_rows_of_its_events(self):
        store = self.folder / "layouts.db"
        self.add(store, SOURCE / "samples")
        for layout in ("polecat", "icews"):
            every = run("export", "--store", store, "--format", layout, "--all-statuses")[1].splitlines()
            asked = ["events", "--store", store, "--limit", "1000"]
            status, out, err = run(*asked, "--format", layout, "--all-statuses")
            self.assertEqual((status, err), (0, ""))
            lines = out.splitlines()
            self.assertEqual(lines[0], every[0])
            self.assertLessEqual(set(lines), set(every))
            happenings = len(run(*asked, "--format", "jsonl")[1].splitlines())
            events = {line.split("\t")[0].rsplit("-", 1)[0] for line in lines[1:]}
            if layout == "polecat":
                self.assertEqual(len(events), happenings)  # each event has its rows
            some = run(*asked, "--format", layout, "--all-statuses", "--type", "AGREE")[1].splitlines()
            self.assertLess(len(some), len(lines))
            status, out, err = run(*asked, "--format", layout, "--status", "denied", "--status", "conditional")
            self.assertEqual((status, len(out.splitlines())), (0, 1))
            self.assertIn("left out; --all-statuses keeps them", err)
            self.assertIn("goes with no --by", run(*asked, "--format", layout, "--by", "month")[2])
        self.assertIn("--all-statuses is about", run(*asked, "--all-statuses")[2])

    def test_recode_killed_and_run_again(self):
        store, path = self.folder / "a.db", self.corpus(700)
        self.add(store, path)
        before = content(store)
        with sqlite3.connect(store) as db:  # as an earlier version left it
            db.execute("UPDATE documents SET generator = 'older'")
            db.execute("DELETE FROM records")
            db.execute("UPDATE statements SET status = NULL, act = NULL")
        chance = random.Random(5)
        for _ in range(3):
            work = subprocess.Popen([DRAGOMAN, "recode", "--store", store], stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 4))
            work.kill()
            work.wait()
        self.assertEqual(run("recode", "--store", store)[0], 0)
        self.sound(store, 700)
        after = content(store)
        self.assertEqual(after["records"], before["records"])
        self.assertEqual(len(after["events"]), len(before["events"]))
        self.assertIn("700 left as they were", run("recode", "--store", store)[2])

    def test_recode_leaves_what_another_changes_meanwhile(self):
        store = self.folder / "a.db"
        self.add(store, self.corpus(5))
        with sqlite3.connect(store, isolation_level=None) as db:
            db.execute("BEGIN IMMEDIATE")
            work = subprocess.Popen([DRAGOMAN, "recode", "--tables", "--store", store], stderr=subprocess.PIPE, text=True)
            process = Path(f"/proc/{work.pid}")
            asleep = 0
            while asleep < 10:  # until it waits for the store: it has it open and sleeps each time that it is looked at
                time.sleep(.2)
                waits = process.joinpath("stat").read_text().rsplit(")", 1)[1].split()[0] == "S"
                has_it = any(os.path.realpath(fd) == os.path.realpath(store) for fd in process.joinpath("fd").iterdir())
                asleep = asleep + 1 if waits and has_it else 0
            db.execute("UPDATE documents SET uri = 'another' WHERE id = (SELECT min(id) FROM documents)")  # which it holds
            db.execute("COMMIT")
            self.assertIn("4 made anew from their records, 1 left as they were", work.communicate()[1])
            self.assertEqual(db.execute("SELECT count(*) FROM documents WHERE uri = 'another'").fetchone(), (1,))

    def test_a_file_that_may_not_grow(self):
        store, path = self.folder / "a.db", self.corpus(900)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
        self.add(store, path, code=2, message="the file may not grow further (ulimit -f)", preexec_fn=limit)
        self.add(store, path)
        self.sound(store, 900)

    def test_answers_are_the_same_in_a_store_of_many_blocks(self):
        """Indexes are cut into blocks of 4096 documents and of 16384 actors. Rows that stand far apart make many blocks of few reports."""
        reports_of = lambda seed: [dict(r, uri=f"{seed}-{r['uri']}") for r in reports(6, seed)]
        paths = []
        for seed in (5, 6):
            paths.append(self.folder / f"{seed}.jsonl")
            paths[-1].write_text("".join(json.dumps(r) + "\n" for r in reports_of(seed)))
        near, far = self.folder / "near/a.db", self.folder / "far/a.db"
        for store in (near, far):
            store.parent.mkdir()
            self.add(store, paths[0])
            if store == far:
                with sqlite3.connect(far) as db:
                    db.execute("INSERT INTO documents(id, uri, sha, basis, generator, text) VALUES (3 * 4096 - 1, 'gap', '', 'unknown', '', '')")
                    db.execute("INSERT INTO actors(id, key, name, type) VALUES (2 * 16384 - 1, 'gap', 'gap', 'person')")
            self.add(store, paths[1])
            if store == far:
                with sqlite3.connect(far) as db:
                    db.execute("DELETE FROM documents WHERE uri = 'gap'")
                    db.execute("DELETE FROM actors WHERE key = 'gap'")
                    self.assertEqual(db.execute("SELECT DISTINCT id >> 12 FROM documents ORDER BY 1").fetchall(), [(0,), (3,)])
                    self.assertEqual(db.execute("SELECT DISTINCT id >> 14 FROM actors ORDER BY 1").fetchall(), [(0,), (2,)])
            self.sound(store, 12)

        def pages(store):
            with subprocess.Popen([DRAGOMAN, "serve", "--store", store, "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
                address = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline()).group()
                page = lambda path: urllib.request.urlopen(address + path, timeout=30).read().decode().replace(address, "")
                try:
                    issues = [issue["page"] for issue in json.loads(page("/issues.json"))["issues"][:4]]
                    return {path: page(path) for path in ("/issues", "/who?q=mwangi", "/who?q=the", *issues)}
                finally:
                    server.terminate()

        def answers(store):
            asked = [("events", "--issue", "lake"), ("statements", "--issue", "gas field", "--sort", "confidence"), ("events", "--sort", "intensity"),
                     ("positions", "--issue", "prisoners"), ("statements", "--by", "issue"), ("statements", "--by", "issue", "--since", "2019-05-02"),
                     ("statements", "--by", "actor", "--since", "2019-05-02"), ("issues",), ("issues", "dam"), ("statements", "--actor", "Leclair"),
                     ("events", "--actor", "Pedro Quispe"), ("who", "Joseph Mwangi"), ("who", "Mwangi")]
            out = {question: run(*question, "--limit", "1000", "--store", store)[:2] if question[0] != "who" else run(*question, "--store", store)[:2] for question in asked}
            out["near names"] = run("who", "Joseph Mwangu", "--store", store)
            out |= pages(store)
            return {question: re.sub(r"\b[a-z]\d+(_e\d+)?\b", "N", str(answer)) for question, answer in out.items()}

        def are_the_same():
            wanted, found = answers(near), answers(far)
            self.assertEqual(wanted.keys(), found.keys())
            for question, answer in wanted.items():
                self.assertEqual(found[question], answer, question)

        are_the_same()
        # Users say of two by their names that they are one; a report of the first block has another text.
        changed = dict(reports_of(5)[2], text=reports_of(6)[3]["text"].split(".")[0] + ". " + reports_of(5)[2]["text"])
        paths[0].write_text(json.dumps(changed) + "\n")
        for store in (near, far):
            self.assertEqual(run("same", "Anne Leclair", "Luisa Rojas", "--store", store)[0], 0)
            self.add(store, paths[0], message="1 added")
            self.sound(store, 12)
        are_the_same()
        self.assertIn("12 made anew", run("recode", "--tables", "--store", far)[2])
        self.sound(far, 12)
        are_the_same()

    def test_names_with_quotes_and_sql_in_them(self):
        path = self.folder / "in.jsonl"
        uri = "'; DROP TABLE documents; --"
        path.write_text(json.dumps({"uri": uri, "title": "\"x\" OR 1=1", "text": "Prime Minister Robert'); DROP TABLE events;-- O’Brien met Anne \"Nan\" Leclair in Lima on Friday."}) + "\n")
        store = self.folder / "a'b\"c.db"
        self.add(store, path, message="1 added")
        self.sound(store, 1)
        self.assertEqual(content(store)["documents"][0][1], uri)

    @unittest.skipIf(os.geteuid() != 0, "only root may mount a small disk")
    def test_a_full_disk_loses_nothing(self):
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True).returncode != 0:
            self.skipTest("no small disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", disk], capture_output=True)
        path, store = self.corpus(1500), disk / "a.db"
        self.add(store, path, code=2, message="make room and run the same again")
        self.assertEqual(subprocess.run(["mount", "-o", "remount,size=300m", disk]).returncode, 0)
        self.add(store, path)
        self.sound(store, 1500)

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_store_that_may_not_be_written(self):
        store, path = self.folder / "a.db", self.corpus(2)
        self.add(store, path)
        store.chmod(0o400)
        path.write_text(json.dumps({"uri": "new", "text": "Canada met Peru."}) + "\n")
        self.add(store, path, code=2, message="give write permission")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
