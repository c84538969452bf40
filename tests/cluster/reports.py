"""What the tests of Spark and Ray share: the reports, and what one machine makes of them."""
import re
import tempfile
from pathlib import Path

import pyarrow

import dragoman
from dragoman import cluster
from dragoman._dragoman import TableBuilder

ROOT = Path(__file__).resolve().parent.parent.parent


def reports():
    """The articles of ../shared where they are, by the day in their name, else the samples many times; and a report without words."""
    folder = ROOT.parent / "shared/data/polnear/train/text"
    files = sorted(folder.rglob("*.txt")) if folder.is_dir() else sorted((ROOT / "samples").glob("*.txt")) * 20
    days = [re.search(r"\d{4}-\d\d-\d\d", file.name) for file in files]
    return [{"url": f"{number:05}-{file.name}", "body": file.read_text(encoding="utf-8"), "day": day[0] if day else "2019-02-12"}
            for number, (file, day) in enumerate(zip(files, days))] + [{"url": "zz-empty", "body": "", "day": None}]


def documents(rows):
    return [{"uri": row["url"], "text": row["body"], "published": row["day"]} for row in rows]


class OneMachine:
    """What a reader and stores on this machine make of the reports."""

    def __init__(self, rows):
        self.records = list(dragoman.load().pipe(documents([row for row in rows if row["body"]]), jobs=2))

    def table(self, name):
        """A table of all items."""
        builder = TableBuilder()
        for record in self.records:
            builder.add(record)
        return pyarrow.table(builder.take()[name]).to_pylist()

    def merged(self, facts, period=None):
        """The facts of stores of the reports, one a period."""
        out = []
        groups = {}
        for record in self.records:
            groups.setdefault(cluster.period_of(record.document.published.value, period), []).append(record)
        for records in groups.values():
            with tempfile.TemporaryDirectory() as folder, dragoman.Store(Path(folder) / "corpus.db", mode="create") as store:
                store.add_records(records)
                out += pyarrow.table(getattr(store, facts)()).to_pylist()
        return in_order(out)


def in_order(rows):
    """Rows without what their order would change."""
    return sorted(rows, key=lambda row: (row["uri"], row["id"], row["evidence"]["begin"]))


def by_item(rows):
    return sorted(rows, key=lambda row: (row["uri"], row["id"]))
