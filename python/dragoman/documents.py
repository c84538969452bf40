"""What can be read: texts, documents, mappings."""
from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TypedDict

from .errors import UsageError


@dataclass(frozen=True)
class Document:
    """A report as it is given to a reader. `published` is the day of publication, from which "on Sunday" is reckoned; a
    datetime.datetime, or "2016-12-03T14:30", tells the time of day as well."""

    text: str
    uri: str = ""
    title: str | None = None
    agency: str | None = None
    published: datetime.date | str | None = None
    language: str | None = None
    byline: str | None = None
    link: str | None = None


#: What can be read: a text, a Document, or a mapping with a Document's names; other keys are left alone.
Readable = str | Document | Mapping[str, object]
NAMES = tuple(field.name for field in fields(Document))


class Given(TypedDict):
    """A document as the library takes it: what is not known is empty."""

    text: str
    uri: str
    title: str
    agency: str
    language: str
    link: str
    published: str
    byline: str


def document_of(readable: Readable, named: Mapping[str, object] | None = None) -> Document:
    """The document that is meant; what is `named` counts before what it has itself. UsageError: it is none."""
    if isinstance(readable, Document):
        document = readable
    elif isinstance(readable, str):
        document = Document(readable)
    elif not isinstance(readable, Mapping):
        raise UsageError(f"a document is {type(readable).__name__}; expected a str, a dragoman.Document or a mapping with text")
    elif not isinstance(readable.get("text"), str):
        raise UsageError(f"a document's text is {type(readable.get('text')).__name__}; expected a str under the key text")
    else:
        document = Document(**{name: readable[name] for name in NAMES if readable.get(name) is not None})  # type: ignore[arg-type]
    known = {name: value for name, value in (named or {}).items() if value is not None}
    return replace(document, **known) if known else document  # type: ignore[arg-type]


def given(document: Document) -> Given:
    """The document's parts. UsageError: its day of publication is none."""
    return Given(
        text=document.text,
        uri=document.uri,
        title=document.title or "",
        agency=document.agency or "",
        language=document.language or "",
        link=document.link or "",
        published=moment_of(document.published),
        byline=document.byline or "",
    )


def moment_of(published: object) -> str:
    """A day as YYYY-MM-DD, with its time where it has one, or nothing. UsageError: it is none."""
    if published is None or published == "":
        return ""
    if isinstance(published, datetime.datetime):
        return published.isoformat()
    if isinstance(published, datetime.date):
        return published.isoformat()
    if isinstance(published, str):
        try:
            return datetime.date.fromisoformat(published[:10]).isoformat() + (published[10:] if published[10:11] in ("T", " ") else "")
        except ValueError:
            pass
    raise UsageError(f"published is {published!r}; expected a day such as \"2016-12-03\", a datetime.date, or None")
