"""A small store, filled by hand, and how it is asked: what tests of stores have in common."""
import gzip
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

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


class SmallStore(unittest.TestCase):
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

    def counts(self, *args):
        return [tuple(json.loads(line).values()) for line in self.table(*args, "--format", "jsonl").splitlines()]
