"""What Spark and Ray have in common: batches of documents become batches of records, of items, of merged facts.

Everything here is a function of its batches alone, so that a batch that is worked on again, because a machine was lost, gives the same.
Batches are pyarrow's. Reader and lexicon are opened once in each process; the model is mapped, so that processes of one machine share it.
"""
from __future__ import annotations

import functools
import hashlib
import importlib
import itertools
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args

import pyarrow  # type: ignore[import-untyped]

from ._dragoman import NO_LIMIT, Conditions, Record, TableBuilder, record_from_json
from .documents import NAMES, Given, document_of, given
from .errors import Error, LanguageError, SetupError, UsageError
from .reader import Reader, load
from .store import Store

#: A document as it was given, and what was read from it: its record as JSON, or why there is none ("foreign", "unreadable") and the message.
#: `day` is the day of publication as the record has it.
RECORDS = pyarrow.schema([(name, pyarrow.string()) for name in (*Given.__annotations__, "day", "record", "aside", "message")])

#: The tables of records, and the lists of facts that a store merges.
TABLES = ("documents", "entities", "mentions", "places", "events", "statements", "meetings", "positions", "agenda")
Facts = Literal["events", "meetings", "statements", "positions", "agenda", "timeline"]
FACTS = get_args(Facts)
Period = Literal["year", "month"]
PERIODS = {"year": 4, "month": 7}


def check_columns(columns: Mapping[str, str | None], there: Iterable[str]) -> dict[str, str]:
    """The columns that are named, each by what a document calls it. UsageError: one is not there."""
    names = list(there)
    out = {name: column for name, column in columns.items() if column is not None}
    for name, column in out.items():
        if column not in names:
            raise UsageError(f"{name} is {column!r}, and there is no such column; there are {', '.join(names)}")
    return out


def check_table(name: str) -> None:
    """UsageError: there is no such table."""
    if name not in TABLES:
        raise UsageError(f"there is no table {name!r}; there are {', '.join(TABLES)}")


def check_merging(facts: str, period: str | None) -> None:
    """UsageError: nothing of that name can be merged, or by such periods."""
    if facts not in FACTS:
        raise UsageError(f"there are no facts {facts!r}; there are {', '.join(FACTS)}")
    if period is not None and period not in PERIODS:
        raise UsageError(f"period is {period!r}; expected \"year\", \"month\" or None")


@functools.lru_cache(maxsize=4)
def _reader(options: str) -> Reader:
    return load(**json.loads(options))


# ---- documents become records


def read(batch: pyarrow.RecordBatch | pyarrow.Table, columns: Mapping[str, str], options: Mapping[str, object]) -> pyarrow.Table:
    """The records of a batch of documents, in their order; `columns` says which column has a document's text, uri …"""
    reader = _reader(json.dumps(dict(options), sort_keys=True))
    parts = {name: batch.column(column).to_pylist() for name, column in columns.items()}
    rows = [_read(reader, dict(zip(parts, values))) for values in zip(*parts.values())]
    return pyarrow.Table.from_pylist(rows, schema=RECORDS)


def _read(reader: Reader, row: Mapping[str, object]) -> dict[str, str | None]:
    out: dict[str, str | None] = dict.fromkeys(RECORDS.names)
    try:
        document = given(document_of(row))
        if not document["uri"]:
            document["uri"] = "sha256:" + hashlib.sha256(document["text"].encode()).hexdigest()
        out.update({name: str(value) for name, value in document.items()})
        record = reader.read({name: value for name, value in document.items() if value or name == "text"})
        out["record"] = record.to_json()
        out["day"] = record.document.published.value or None
    except Error as error:
        out["uri"] = out["uri"] or str(row.get("uri") or "")
        out["aside"] = "foreign" if isinstance(error, LanguageError) else "unreadable"
        out["message"] = str(error)
    return out


def _record(row: Mapping[str, Any]) -> Record:
    return record_from_json(json=row["record"], **{name: row[name] or "" for name in NAMES})


def records_of(batch: pyarrow.RecordBatch | pyarrow.Table) -> Iterator[Record]:
    """The records that are in a batch of RECORDS, as they were read."""
    return (_record(row) for row in batch.to_pylist() if row["record"] is not None)


# ---- records become items


def items(batch: pyarrow.RecordBatch | pyarrow.Table, table: str) -> pyarrow.Table:
    """One of the tables of a batch of records; closed sets are texts."""
    builder = TableBuilder(plain=True)
    for record in records_of(batch):
        builder.add(record)
    return pyarrow.table(builder.take()[table])


def schema_of_items(table: str) -> pyarrow.Schema:
    """The columns of a table."""
    return pyarrow.schema(TableBuilder(plain=True).take()[table])


# ---- records become merged facts


def period_of(day: str | None, period: Period | None) -> str:
    """The year or the month that a report is merged with: "2016", "2016-05"; empty for one whose day is not known."""
    return (day or "")[: PERIODS[period]] if period else ""


def merge(batches: Iterable[pyarrow.RecordBatch | pyarrow.Table], facts: Facts, period: Period | None) -> Iterator[pyarrow.Table]:
    """The facts of each period, merged as a store merges them, for it is one that does it: a store of the period's records alone,
    in a folder of its own that is gone afterwards. The records of a period come one after the other, in the order of their uri."""
    rows = (row for batch in batches for row in batch.to_pylist() if row["record"] is not None)
    for _, group in itertools.groupby(rows, key=lambda row: period_of(row["day"], period)):
        with tempfile.TemporaryDirectory(prefix="dragoman-merge-") as folder, Store(Path(folder) / "part.db", mode="create") as store:
            store.add_records(_record(row) for row in group)
            yield _facts_of(store, facts)


def _facts_of(store: Store, facts: Facts) -> pyarrow.Table:
    every = Conditions()
    every.limit = NO_LIMIT
    return pyarrow.table(store.opened.facts(facts, every, plain=True))


def schema_of_facts(facts: Facts) -> pyarrow.Schema:
    """The columns of merged facts."""
    with tempfile.TemporaryDirectory(prefix="dragoman-merge-") as folder, Store(Path(folder) / "none.db", mode="create") as store:
        return _facts_of(store, facts).schema


def needed(module: str, package: str) -> Any:
    """The module of another package. SetupError: it is not there."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise SetupError(f"found no {package}; `pip install {package}`") from error
