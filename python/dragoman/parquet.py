"""Tables in Parquet files, for corpora that memory does not hold."""
from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ._dragoman import Record, TableBuilder
from .documents import Readable
from .errors import Error, OutputError, SetupError, UsageError
from .files import PACKAGE
from .reader import FilePath, Reader, load

#: So many documents are held before those of a month are written: 10,000 take some 100 MB.
HELD = 10_000


def write_parquet(
    documents: Iterable[Readable] | Iterable[Record],
    folder: FilePath,
    *,
    reader: Reader | None = None,
    jobs: int = 1,
    on_error: Callable[[Readable, Error], None] | None = None,
    held: int = HELD,
) -> int:
    """Reads documents, or takes records, and writes the tables of `Reader.tables` as FOLDER/TABLE/month=2016-05/part-00000.parquet.

    The month is that of publication, "unknown" where it is not known. No more than `held` documents are in memory at a time; of a month
    there are several files where they did not come together. The folder must be empty or not there yet. Gives the number of documents
    written. Needs pyarrow. Raises OutputError where a file cannot be written; the rest is as `Reader.pipe` has it.
    """
    if held < 1:
        raise UsageError(f"held is {held}; expected a number of documents, 1 or more")
    path = Path(os.fspath(folder))
    if path.is_dir() and any(path.iterdir()):
        raise UsageError(f"{path} is not empty; expected a folder that is, or a new one")
    parts = _Parts(path)
    for record in _records(documents, reader, jobs, on_error):
        parts.add(record)
        if parts.held >= held:
            parts.write_fullest()
    parts.write_all()
    return parts.written


def views() -> str:
    """SQL for DuckDB that shows a folder of `write_parquet` as tables and answers questions to them; dragoman/sql/views.sql says how.

    The folder is named before: connection.execute("SET VARIABLE corpus = 'corpus'"); connection.execute(dragoman.views()).
    """
    return (PACKAGE / "sql" / "views.sql").read_text(encoding="utf-8")


def _records(
    documents: Iterable[Any], reader: Reader | None, jobs: int, on_error: Callable[[Readable, Error], None] | None
) -> Iterable[Record]:
    """Those that are records as they are, the others read."""
    iterator = iter(documents)
    for first in iterator:
        if isinstance(first, Record):
            yield first
            yield from iterator
        else:
            yield from (reader or load()).pipe(_before(first, iterator), jobs=jobs, on_error=on_error)


def _before(first: Any, rest: Iterable[Any]) -> Iterable[Any]:
    yield first
    yield from rest


class _Parts:
    """What is held of each month, and what was written."""

    def __init__(self, folder: Path) -> None:
        try:
            self._arrow: Any = importlib.import_module("pyarrow")
            self._parquet: Any = importlib.import_module("pyarrow.parquet")
        except ImportError as error:
            raise SetupError("found no pyarrow, which writes Parquet files; `pip install pyarrow`") from error
        self._folder = folder
        self._months: dict[str, tuple[TableBuilder, int]] = {}
        self._files: dict[str, int] = {}
        self.held = self.written = 0

    def add(self, record: Record) -> None:
        month = (record.document.published.value or "")[:7] or "unknown"
        builder, documents = self._months.get(month) or (TableBuilder(), 0)
        builder.add(record)
        self._months[month] = (builder, documents + 1)
        self.held += 1

    def write_fullest(self) -> None:
        self._write(max(self._months, key=lambda month: self._months[month][1]))

    def write_all(self) -> None:
        for month in sorted(self._months):
            self._write(month)

    def _write(self, month: str) -> None:
        builder, documents = self._months.pop(month)
        number = self._files.get(month, 0)
        try:
            for name, table in builder.take().items():
                folder = self._folder / name / f"month={month}"
                folder.mkdir(parents=True, exist_ok=True)
                new = folder / f".part-{number:05}.new"
                self._parquet.write_table(self._arrow.table(table), new)
                new.rename(folder / f"part-{number:05}.parquet")
        except OSError as error:
            raise OutputError(f"cannot be written: {error.strerror or error}", str(self._folder)) from error
        self._files[month] = number + 1
        self.held -= documents
        self.written += documents
