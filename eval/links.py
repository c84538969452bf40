#!/usr/bin/env python3
"""What a store takes for one: precision and recall over pairs of tellings and of names that were judged from the texts.

    links.py DRAGOMAN [--shared ../shared] [--store FILE] [--misses] [events|names ...]

`links/events.tsv` holds pairs of tellings of events, `links/names.tsv` pairs of names of people and bodies: the verdict (same, apart),
for names the kind (person, body), and for each of the two the document with the offsets of the word or name, in code points. They
hold no text; links/README.md says how the pairs were chosen and judged.

The documents are read into a new store, or into FILE, where they stay for the next run. A pair counts as linked when the event at
the first place and one at the second have the same `happening`, or the names' actors are in one group. An event is at a place where its
trigger stands there, or, without any there, where the document tells it again (`also`). Precision is the share of
the linked pairs that are the same, recall the share of the pairs that are the same and linked; what the record does not list at all is
not linked, and counted as `unread`.
"""
import argparse
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


class BadPair(Exception):
    """A line that cannot be read, with its file and number."""


def read_pairs(path, kinds):
    """(verdict, kind, place, place) of each line; a place is (document, begin, end). Without `kinds` a line has no kind."""
    pairs = []
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        kind = cells.pop(1) if kinds and len(cells) == 8 else ""
        numbers = [cells[i] for i in (2, 3, 5, 6)] if len(cells) == 7 else [""]
        if cells[0] not in ("same", "apart") or not all(x.isdigit() for x in numbers) or (kinds and kind not in kinds):
            raise BadPair(f"{path}:{n}: found {line!r}, expected same or apart, and twice a document with two offsets")
        pairs.append((cells[0], kind, (cells[1], int(cells[2]), int(cells[3])), (cells[4], int(cells[5]), int(cells[6]))))
    return pairs


def documents(shared):
    """The documents from which the pairs were taken, as the program reads them."""
    for path in sorted((shared / "data/polnear/train/text").glob("*.txt")):
        agency, day = re.match(r"(.+?)_(\d{4}-\d\d-\d\d)_", path.name).groups()
        yield {"uri": f"polnear/{path.stem}", "text": path.read_text(encoding="utf-8"), "published": day, "agency": agency}
    for corpus in ("TimeBank", "AQUAINT"):
        script = shared / "eval/score_times.py"
        lines = subprocess.run([sys.executable, script, "prepare", shared / "data/timeml" / corpus], check=True,
                               capture_output=True, text=True).stdout.splitlines()
        for line in lines:
            document = json.loads(line)
            yield {**document, "uri": f"{corpus}/{document['uri']}"}


def fill(program, shared, store, work):
    given = work / "documents.jsonl"
    given.write_text("".join(json.dumps(d) + "\n" for d in documents(shared)))
    subprocess.run([program, "add", "--store", store, given], check=True, stdin=subprocess.DEVNULL, capture_output=True)


def records(program, store):
    """The JSON of the record of each document, by its name."""
    kept = {}
    with subprocess.Popen([program, "export", "--records", "--store", store], stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        for line in process.stdout:
            kept[json.loads(line)["document"]["uri"]] = line
    return kept


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


class Links:
    """What the store says of places in its documents."""

    def __init__(self, program, store):
        self.db = db = sqlite3.connect(store)
        self.kept = records(program, store)
        columns = {row[1] for row in db.execute("PRAGMA table_info(actors)")}
        self.group = "coalesce(a.one, a.id)" if "one" in columns else "a.id"
        self.documents = dict(db.execute("SELECT uri, coalesce(copy_of, id) FROM documents"))
        self.uris = dict(db.execute("SELECT id, uri FROM documents"))
        self.triggers = {}

    def events(self, place):
        """The happenings of the events that are told there."""
        return {happening for _, happening in self.rows(place)}

    def rows(self, place):
        """(id, happening) of the events whose trigger stands there; without any, of those that the document tells again there."""
        uri, *span = place
        document = self.documents.get(uri)
        if document is None:
            return []
        if document not in self.triggers:
            rows = self.db.execute("SELECT id, happening FROM events WHERE document = ? ORDER BY number", (document,)).fetchall()
            told = [[(s["begin"], s["end"]) for s in (e["trigger"], *e.get("also", []))] for e in self.record(document)["events"]]
            self.triggers[document] = list(zip(told, rows, strict=True))
        events = self.triggers[document]
        return ([row for (trigger, *_), row in events if overlap(trigger, span)]
                or [row for (_, *again), row in events if any(overlap(s, span) for s in again)])

    def record(self, document):
        return json.loads(self.kept.get(self.uris.get(document), '{"events": [], "entities": []}'))

    def names(self, place):
        """The groups of the actors that are named there."""
        uri, *span = place
        document = self.documents.get(uri)
        groups = self.db.execute(f"SELECT {self.group} FROM entities e JOIN actors a ON a.id = e.actor WHERE e.document = ? ORDER BY e.number", (document,))
        return {group for (group,), entity in zip(groups, self.record(document)["entities"], strict=True)
                if any(overlap((m["begin"], m["end"]), span) for m in entity["mentions"])}


def score(pairs, look):
    """Counts of `right` and `wrong` links, of pairs that are the `same`, of `unread` ones; and the pairs that are wrong."""
    counts, wrong = {"right": 0, "wrong": 0, "same": 0, "unread": 0}, []
    for pair in pairs:
        verdict, _, a, b = pair
        one, other = look(a), look(b)
        linked = bool(one & other)
        counts["same"] += verdict == "same"
        counts["unread"] += not one or not other
        counts["right"] += linked and verdict == "same"
        counts["wrong"] += linked and verdict == "apart"
        if linked != (verdict == "same"):
            wrong.append(pair)
    return counts, wrong


def shares(counts):
    linked = counts["right"] + counts["wrong"]
    return counts["right"] / linked if linked else 0.0, counts["right"] / counts["same"] if counts["same"] else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("what", nargs="*", metavar="events|names", default=["events", "names"])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--store", type=Path)
    parser.add_argument("--misses", action="store_true", help="print the pairs that are linked wrongly or not at all")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        store = args.store or Path(work) / "links.db"
        if not store.exists():
            fill(args.program, args.shared, store, Path(work))
        links = Links(args.program, store)
        classes = []
        if "events" in args.what:
            classes.append(("events", read_pairs(HERE / "links/events.tsv", ()), links.events))
        if "names" in args.what:
            names = read_pairs(HERE / "links/names.tsv", ("person", "body"))
            classes += [(label, [p for p in names if p[1] == kind], links.names) for label, kind in (("people", "person"), ("bodies", "body"))]
        for label, pairs, look in classes:
            counts, wrong = score(pairs, look)
            precision, recall = shares(counts)
            print(f"{label}: precision {precision:.3f}, recall {recall:.3f} ({counts['right']} right and {counts['wrong']} wrong links, "
                  f"{counts['same']} of {len(pairs)} pairs are the same, {counts['unread']} unread)")
            for verdict, _, a, b in wrong if args.misses else []:
                print(f"  {'not linked' if verdict == 'same' else 'linked'}: {a[0]} {a[1]} – {b[0]} {b[1]}")


if __name__ == "__main__":
    main()
