"""News reports of diplomacy as a sourced record: who met whom, who did what to whom, who said what.

    import dragoman
    reader = dragoman.load()
    record = reader.read("Kenya and Ghana signed a fisheries agreement on Sunday.", published="2010-01-11")
    for event in record.events:
        print(event.type, [actor.name for actor in event.actors], event.evidence.text)

What the items of a record mean is told in docs/reading.md; offsets count code points of `record.text`, the end exclusive.
"""
from ._dragoman import (
    AgendaItem,
    Boilerplate,
    Date,
    DocumentInfo,
    Entity,
    Event,
    Evidence,
    Generator,
    Issue,
    Meeting,
    Mention,
    Place,
    Position,
    Published,
    Record,
    Role,
    Span,
    Statement,
    Table,
    Time,
    Trigger,
    version,
)
from .documents import Document
from .errors import Error, InputError, LanguageError, OutputError, SetupError, UsageError
from .parquet import views, write_parquet
from .reader import Reader, load
from .store import Added, Store

#: The version of dragoman.
__version__: str = version

__all__ = [
    "Added", "AgendaItem", "Boilerplate", "Date", "Document", "DocumentInfo", "Entity", "Error", "Event", "Evidence", "Generator", "InputError",
    "Issue", "LanguageError", "Meeting", "Mention", "OutputError", "Place", "Position", "Published", "Reader", "Record", "Role",
    "SetupError", "Span", "Statement", "Store", "Table", "Time", "Trigger", "UsageError", "__version__", "load", "views",
    "write_parquet",
]
