"""A corpus in one file: what it can be asked, as tables, and how documents come to it."""
from __future__ import annotations

import datetime
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, TypedDict, Unpack

from . import files
from ._dragoman import NO_LIMIT, Conditions, Generator, Record, Sort, StoreFile, Table, TableBuilder, Ticket
from .documents import Readable, document_of, given
from .errors import Error, LanguageError, UsageError
from .reader import FilePath, Reader, load, warn

#: One name or word, or several.
Words = str | Iterable[str]
#: A day, a month or a year: 2016, "2016-05", "2016-05-31", a datetime.date.
Time = int | str | datetime.date


class Where(TypedDict, total=False):
    """Conditions of a question; all that are given must hold. docs/questions.md says what each of them matches."""

    actor: Words  # each takes part
    between: tuple[str, str]  # each on a side of its own
    country: Words  # somebody takes part for each
    type: Words  # any: a PLOVER type, a mode, digits of a CAMEO code; a level, a kind, a stance
    issue: Words  # any
    place: Words  # any
    status: Words  # any
    source: Words  # any of them says so
    agency: Words  # any
    since: Time  # of a fact's first day
    until: Time
    min_confidence: float
    min_reports: int
    sort: Literal["day", "reports", "confidence", "intensity"]
    limit: int | None  # None, the default, for all
    offset: int


@dataclass(frozen=True)
class Added:
    """What became of the documents that were added."""

    added: int  # read and stored
    copies: int  # near copies of others, stored without facts of their own
    known: int  # stored before with the same text
    aside: int  # could not be read


class Store:
    """A store, one SQLite file, as `dragoman add` makes it: `Store("corpus.db").events(between=("Japan", "Russia"), since=2016)`.

    `mode` is "read", "write" for a file that is there, or "create". Questions answer with tables, one row a fact: what several reports
    tell is one row, with the number of them under `reports`. Rows stand in order of time unless `sort` says otherwise. It may be used
    by several threads, which take turns; closing it, or `with`, lets go of the file.

    Raises SetupError where there is no store or it cannot be opened; questions raise UsageError for a condition that cannot be
    understood and InputError for a name that nobody in the store bears.
    """

    def __init__(self, path: FilePath, *, mode: Literal["read", "write", "create"] = "read", lexicon: FilePath | None = None) -> None:
        if mode not in ("read", "write", "create"):
            raise UsageError(f"mode is {mode!r}; expected \"read\", \"write\" or \"create\"")
        self._mode = mode
        words = lexicon if lexicon is not None else files.lexicon()
        self._opened: StoreFile | None = StoreFile(os.fspath(path), mode, os.fspath(words))

    def close(self) -> None:
        """Lets go of the file; nothing can be asked afterwards."""
        self._opened = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of documents, near copies included."""
        return self.opened.count()

    @property
    def opened(self) -> StoreFile:
        """The library's own object, for other parts of this package."""
        if self._opened is None:
            raise UsageError("the store is closed")
        return self._opened

    # ---- asking

    def events(self, **where: Unpack[Where]) -> Table:
        """Who did what to whom."""
        return self.opened.facts("events", _conditions(where))

    def meetings(self, **where: Unpack[Where]) -> Table:
        """Who met or meets whom."""
        return self.opened.facts("meetings", _conditions(where))

    def statements(self, **where: Unpack[Where]) -> Table:
        """Who said what."""
        return self.opened.facts("statements", _conditions(where))

    def positions(self, **where: Unpack[Where]) -> Table:
        """Who stands where on what."""
        return self.opened.facts("positions", _conditions(where))

    def agenda(self, **where: Unpack[Where]) -> Table:
        """What was to come when it was reported."""
        return self.opened.facts("agenda", _conditions(where))

    def timeline(self, **where: Unpack[Where]) -> Table:
        """Events, meetings and agenda side by side, each once: a meeting in place of the event that it is too."""
        return self.opened.facts("timeline", _conditions(where))

    def documents(
        self,
        *,
        agency: Words = (),
        since: Time | None = None,
        until: Time | None = None,
        name: str = "",
        undated: bool = False,
        copies: bool = False,
        limit: int | None = None,
    ) -> Table:
        """The reports without their texts, the newest first. `since` and `until` are days of publication, `name` letters of uri or title;
        `undated` and `copies` leave those alone whose day is not known, or that are near copies."""
        where: Where = {"agency": agency, "limit": limit}
        if since is not None:
            where["since"] = since
        if until is not None:
            where["until"] = until
        return self.opened.documents(undated, copies, name, _conditions(where))

    def stats(self) -> Table:
        """Counts of documents by day, month, agency, language and size, of facts, and of what was set aside."""
        return self.opened.statistics()

    def records(self) -> Iterator[Record]:
        """The record of each report as it was read, near copies aside, in the order in which they came."""
        found = self.opened.record_after(0)
        while found is not None:
            number, record = found
            yield record
            found = self.opened.record_after(number)

    def tables(self) -> dict[str, Table]:
        """The items of all records as `Reader.tables` gives them: each report's own rows, nothing merged."""
        builder = TableBuilder()
        for record in self.records():
            builder.add(record)
        return builder.take()

    # ---- adding

    def add(
        self,
        documents: Iterable[Readable],
        *,
        reader: Reader | None = None,
        jobs: int = 1,
        on_error: Callable[[Readable, Error], None] | None = None,
    ) -> Added:
        """Reads documents into the store, as `dragoman add` does; each needs a `uri`, by which the store knows it.

        What is stored with the same text is passed over, a text that has changed replaces its own, near copies count no second time.
        Documents are committed 256 at a time: what was interrupted goes on with the same call. What cannot be read is noted in the store and
        given to `on_error(document, error)`, by default a warning.
        """
        return _Adding(self._to_write(), on_error or warn).read(documents, reader or load(), jobs)

    def add_records(self, records: Iterable[Record]) -> Added:
        """The same with what has been read already, by `Reader.pipe` or on a cluster."""
        return _Adding(self._to_write(), warn).take(records)

    def _to_write(self) -> StoreFile:
        if self._mode == "read":
            raise UsageError("the store was opened to read; expected mode=\"write\" or mode=\"create\"")
        return self.opened


class _Adding:
    """One call of add."""

    def __init__(self, file: StoreFile, on_error: Callable[[Readable, Error], None]) -> None:
        self._file, self._on_error = file, on_error
        self._generator: Generator | None = None  # of what reads
        self._counts = dict.fromkeys(("added", "copies", "known", "aside"), 0)
        self._waiting: deque[tuple[Ticket, Readable]] = deque()

    def read(self, documents: Iterable[Readable], reader: Reader, jobs: int) -> Added:
        """Reads side by side, stores in order."""
        self._generator = reader.generator
        with self:
            for record in reader.pipe(self._to_read(documents), jobs=jobs, on_error=self._failed):
                self._put(self._next_to_read()[0], record)
            self._put_copies()
        return Added(**self._counts)

    def take(self, records: Iterable[Record]) -> Added:
        """Stores what is read."""
        with self:
            for record in records:
                self._generator = record.generator
                ticket = self._file.decide_on(record)
                if ticket.kind == "known":
                    self._counts["known"] += 1
                else:
                    self._put(ticket, record if ticket.kind == "read" else None)
        return Added(**self._counts)

    def __enter__(self) -> None:
        self._file.begin_adding()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, Error):
            self._file.roll_back()
        else:  # also what interrupts: the documents that are stored are whole
            self._file.end_adding()

    def _to_read(self, documents: Iterable[Readable]) -> Iterator[Readable]:
        for readable in documents:
            try:
                document = document_of(readable)
                if not document.uri:
                    raise UsageError("a document has no uri; a store knows documents by it")
                ticket = self._file.decide(**given(document))
            except LanguageError as error:
                self._set_aside(None, readable, error)
                continue
            if ticket.kind == "known":
                self._counts["known"] += 1
                continue
            self._waiting.append((ticket, readable))
            if ticket.kind == "read":
                yield document

    def _next_to_read(self) -> tuple[Ticket, Readable]:
        """The first that waits to be read; the copies before it are stored."""
        self._put_copies()
        return self._waiting.popleft()

    def _put_copies(self) -> None:
        while self._waiting and self._waiting[0][0].kind == "copy":
            self._put(self._waiting.popleft()[0], None)

    def _put(self, ticket: Ticket, record: Record | None) -> None:
        assert self._generator is not None
        stored = self._file.put(ticket, record, self._generator)
        self._counts["aside" if not stored else "added" if record else "copies"] += 1

    def _failed(self, document: Readable, error: Error) -> None:
        ticket, readable = self._next_to_read()
        self._set_aside(ticket, readable, error)

    def _set_aside(self, ticket: Ticket | None, readable: Readable, error: Error) -> None:
        why = "foreign" if isinstance(error, LanguageError) else "unreadable"
        self._file.set_aside(ticket, document_of(readable).uri, why, str(error))
        self._counts["aside"] += 1
        self._on_error(readable, error)


_LISTS: Mapping[str, str] = {
    "actor": "actors",
    "country": "countries",
    "type": "types",
    "issue": "issues",
    "place": "places",
    "status": "statuses",
    "source": "sources",
    "agency": "agencies",
}


def _conditions(where: Where) -> Conditions:
    out, rest = Conditions(), dict(where)
    for name, attribute in _LISTS.items():
        setattr(out, attribute, _words(name, rest.pop(name, ())))
    for name in ("since", "until"):
        setattr(out, name, _time(name, rest.pop(name, "")))
    if (between := rest.pop("between", None)) is not None:
        if not isinstance(between, tuple | list) or [type(side) for side in between] != [str, str]:
            raise UsageError(f"between is {between!r}; expected two names, such as (\"Japan\", \"Russia\")")
        out.between = (between[0], between[1])
    sort = rest.pop("sort", "day")
    if sort not in ("day", "reports", "confidence", "intensity"):
        raise UsageError(f"sort is {sort!r}; expected \"day\", \"reports\", \"confidence\" or \"intensity\"")
    out.sort = Sort[sort]
    limit = rest.pop("limit", None)
    out.limit = NO_LIMIT if limit is None else _number("limit", limit)
    out.offset = _number("offset", rest.pop("offset", 0))
    out.min_reports = _number("min_reports", rest.pop("min_reports", 1))
    sure = rest.pop("min_confidence", 0)
    if not isinstance(sure, int | float) or not 0 <= sure <= 1:
        raise UsageError(f"min_confidence is {sure!r}; expected a number from 0 to 1")
    out.min_confidence = sure
    if rest:
        raise UsageError(f"there is no condition {', '.join(rest)}; there are {', '.join(Where.__annotations__)}")
    return out


def _words(name: str, value: object) -> list[str]:
    words = [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else [value]
    strings = [word for word in words if isinstance(word, str)]
    if len(strings) == len(words):
        return strings
    raise UsageError(f"{name} is {value!r}; expected a str or several")


def _time(name: str, value: object) -> str:
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:04d}"
    if isinstance(value, str):
        return value
    raise UsageError(f"{name} is {value!r}; expected a year, or a day or month such as \"2016-05\", or a datetime.date")


def _number(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise UsageError(f"{name} is {value!r}; expected a whole number, 0 or more")
    return value
