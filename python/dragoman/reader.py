"""Reading: documents become records."""
from __future__ import annotations

import datetime
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor

from . import files
from ._dragoman import Generator, Record, SharedReader, Table, TableBuilder
from .documents import Readable, document_of, given
from .errors import Error, UsageError

FilePath = str | os.PathLike[str]


class Reader:
    """Turns reports into records. Made by `load`; one reader serves any number of threads, which read side by side."""

    def __init__(self, shared: SharedReader) -> None:
        self._shared = shared

    @property
    def generator(self) -> Generator:
        """What reads: the versions of program and model, the digest of the lexicon."""
        return self._shared.generator

    def read(
        self,
        document: Readable,
        *,
        published: datetime.date | str | None = None,
        uri: str | None = None,
        title: str | None = None,
        agency: str | None = None,
        language: str | None = None,
        byline: str | None = None,
        link: str | None = None,
    ) -> Record:
        """The record of one report. What is named beside the document counts before what the document has itself.

        Raises InputError where the text cannot be read, LanguageError where it is not in English, UsageError where an argument
        cannot be understood.
        """
        named = {"uri": uri, "title": title, "agency": agency, "language": language, "byline": byline, "link": link, "published": published}
        return self._shared.read(**given(document_of(document, named)))

    def pipe(
        self,
        documents: Iterable[Readable],
        *,
        jobs: int = 1,
        on_error: Callable[[Readable, Error], None] | None = None,
    ) -> Iterator[Record]:
        """The records of many reports, in their order, one at a time; no more than a few documents a job are held.

        A document that cannot be read is left out, and `on_error(document, error)` is called; by default it is a warning. Documents
        without a uri get their number, "0", "1" …, by which a record is told: record.document.uri. `jobs` threads read; 0 stands for
        one a core.
        """
        if jobs < 0:
            raise UsageError(f"jobs is {jobs}; expected a number of threads, or 0 for one a core")
        return self._pipe(documents, jobs or os.cpu_count() or 1, on_error or warn)

    def batches(
        self,
        documents: Iterable[Readable],
        *,
        jobs: int = 1,
        size: int = 256,
        on_error: Callable[[Readable, Error], None] | None = None,
    ) -> Iterator[dict[str, Table]]:
        """The tables of each `size` documents, for more documents than memory holds; see `tables` and `pipe`."""
        if size < 1:
            raise UsageError(f"size is {size}; expected a number of documents, 1 or more")
        return self._batches(self.pipe(documents, jobs=jobs, on_error=on_error), size)

    def _batches(self, records: Iterable[Record], size: int) -> Iterator[dict[str, Table]]:
        builder, held = TableBuilder(), 0
        for record in records:
            builder.add(record)
            held += 1
            if held == size:
                yield builder.take()
                held = 0
        if held:
            yield builder.take()

    def tables(
        self,
        documents: Iterable[Readable],
        *,
        jobs: int = 1,
        on_error: Callable[[Readable, Error], None] | None = None,
    ) -> dict[str, Table]:
        """The items of many reports as tables in Arrow's layout, by name, one row an item.

        The names: documents, entities, mentions, places, events, statements, meetings, positions, agenda. Columns are those of the
        record, with `document` (digest), `uri` and `published` in front; actors, evidence and places are nested. Documents that
        cannot be read are treated as `pipe` treats them.
        """
        out = TableBuilder().take()
        for batch in self.batches(documents, jobs=jobs, on_error=on_error):
            out = {name: table + batch[name] if len(table) else batch[name] for name, table in out.items()}
        return out

    def _numbered(self, number: int, readable: Readable) -> Record:
        document = document_of(readable)
        return self.read(document, uri=document.uri or str(number))

    def _pipe(
        self, documents: Iterable[Readable], jobs: int, on_error: Callable[[Readable, Error], None]
    ) -> Iterator[Record]:
        if jobs == 1:
            for number, document in enumerate(documents):
                try:
                    record = self._numbered(number, document)
                except Error as error:
                    on_error(document, error)
                else:
                    yield record
            return
        with ThreadPoolExecutor(jobs) as pool:
            ahead: deque[tuple[Readable, Future[Record]]] = deque()

            def first() -> Iterator[Record]:
                document, future = ahead.popleft()
                try:
                    record = future.result()
                except Error as error:
                    on_error(document, error)
                else:
                    yield record

            try:
                for number, document in enumerate(documents):
                    ahead.append((document, pool.submit(self._numbered, number, document)))
                    if len(ahead) >= 4 * jobs:
                        yield from first()
                while ahead:
                    yield from first()
            finally:
                for _, future in ahead:
                    future.cancel()


def warn(document: Readable, error: Error) -> None:
    """What is done about a document that cannot be read, unless something else is asked for."""
    warnings.warn(str(error), stacklevel=3)


def load(
    *,
    model: FilePath | None = None,
    lexicon: FilePath | None = None,
    gazetteer: FilePath | None = None,
    actors: FilePath | None = None,
    agents: FilePath | None = None,
    verbs: FilePath | None = None,
    keep_doubtful: bool = False,
    explain: bool = False,
) -> Reader:
    """A reader with the package's own model, lexicon and gazetteer, or those that are named.

    `actors`, `agents` and `verbs` are a user's own dictionaries in PETRARCH's notation. `keep_doubtful` keeps items that are too
    doubtful to state (event.confidence); `explain` says how each item was found (event.why).

    Raises SetupError where a file is missing or broken.
    """

    def path(given: FilePath | None) -> str:
        return os.fspath(given) if given is not None else ""

    places = files.gazetteer() if gazetteer is None else gazetteer
    return Reader(
        SharedReader(
            model=os.fspath(model if model is not None else files.model()),
            lexicon=os.fspath(lexicon if lexicon is not None else files.lexicon()),
            gazetteer=path(places),
            actors=path(actors),
            agents=path(agents),
            verbs=path(verbs),
            keep_doubtful=keep_doubtful,
            explain=explain,
        )
    )
