"""Reading with Ray Data; docs/cluster.md shows it.

    records = dragoman.ray.read(reports, text="text", published="day", uri="url").materialize()
    events = dragoman.ray.table(records, "events")
    merged = dragoman.ray.merge(records, "events", period="year")

The package is installed on every machine. All is lazy, as Ray's data sets are, and a function of its blocks alone: a task that is run
again gives the same rows.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import cluster
from .cluster import Facts, Period

if TYPE_CHECKING:
    from ray.data import Dataset  # type: ignore[import-not-found, unused-ignore]

#: Documents that are read at a time, and rows that are taken at a time.
BATCH = 64


def read(
    dataset: Dataset,
    *,
    text: str = "text",
    published: str | None = None,
    uri: str | None = None,
    title: str | None = None,
    agency: str | None = None,
    language: str | None = None,
    byline: str | None = None,
    link: str | None = None,
    **options: object,
) -> Dataset:
    """A row a document: what it was, its record as JSON (`record`), or why there is none (`aside`, `message`).

    The arguments name the columns; a document without `uri` gets the digest of its text. `options` are those of `dragoman.load`, as they are
    valid on the workers. `materialize` it when several tables are made of it: else each reads anew.
    """
    columns = cluster.check_columns(
        {"text": text, "published": published, "uri": uri, "title": title, "agency": agency, "language": language, "byline": byline, "link": link},
        dataset.columns(),
    )
    return dataset.map_batches(cluster.read, batch_format="pyarrow", batch_size=BATCH, fn_kwargs={"columns": columns, "options": options})


def table(records: Dataset, name: str) -> Dataset:
    """The items of the records as `Reader.tables` gives them, closed sets as texts: "events", "statements", "entities" …"""
    cluster.check_table(name)
    return records.map_batches(cluster.items, batch_format="pyarrow", batch_size=BATCH, fn_kwargs={"table": name})


def merge(records: Dataset, facts: Facts = "events", *, period: Period | None = None) -> Dataset:
    """The facts as a store gives them that the records were added to in the order of their uri: one row for what several reports tell.

    Each `period` of publication ("year", "month") is merged by itself, by one task that holds its records; without it all records are. `id`
    and `document` are numbers within the period; `happening` is equal where it is the same.
    """
    cluster.check_merging(facts, period)
    dated = records.map_batches(_with_period, batch_format="pyarrow", fn_kwargs={"period": period})
    return dated.groupby("period").map_groups(_merge, batch_format="pyarrow", fn_kwargs={"facts": facts, "period": period})


def _with_period(batch: Any, period: Period | None) -> Any:
    return batch.append_column("period", [[cluster.period_of(day, period) for day in batch.column("day").to_pylist()]])


def _merge(group: Any, facts: Facts, period: Period | None) -> Any:
    merged = list(cluster.merge([group.sort_by("uri")], facts, period))
    return merged[0] if merged else cluster.schema_of_facts(facts).empty_table()
