"""Reading on a Spark cluster; docs/cluster.md shows it.

    records = dragoman.spark.read(reports, text="text", published="day", uri="url").persist()
    events = dragoman.spark.table(records, "events")
    merged = dragoman.spark.merge(records, "events", period="year")

The package is installed on every machine. All is lazy, as Spark's frames are, and a function of the frame alone: a task that is run again
gives the same rows.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from . import cluster
from .cluster import Facts, Period

if TYPE_CHECKING:
    from pyspark.sql import DataFrame  # type: ignore[import-not-found, unused-ignore]


def _frame_type(schema: Any) -> Any:
    return cluster.needed("pyspark.sql.pandas.types", "pyspark").from_arrow_schema(schema)


def read(
    frame: DataFrame,
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
) -> DataFrame:
    """A row a document: what it was, its record as JSON (`record`), or why there is none (`aside`, `message`).

    The arguments name the frame's columns; a document without `uri` gets the digest of its text. `options` are those of `dragoman.load`,
    as they are valid on the workers. Keep the frame (`persist`, or in Parquet) when several tables are made of it: else each reads anew.
    """
    columns = cluster.check_columns(
        {"text": text, "published": published, "uri": uri, "title": title, "agency": agency, "language": language, "byline": byline, "link": link},
        frame.columns,
    )

    def work(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from cluster.read(batch, columns, options).to_batches()

    return frame.select(*sorted(set(columns.values()))).mapInArrow(work, _frame_type(cluster.RECORDS))


def table(records: DataFrame, name: str) -> DataFrame:
    """The items of the records as `Reader.tables` gives them, closed sets as texts: "events", "statements", "entities" …"""
    cluster.check_table(name)

    def work(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            yield from cluster.items(batch, name).to_batches()

    return records.mapInArrow(work, _frame_type(cluster.schema_of_items(name)))


def merge(records: DataFrame, facts: Facts = "events", *, period: Period | None = None) -> DataFrame:
    """The facts as a store gives them that the records were added to in the order of their uri: one row for what several reports tell.

    Each `period` of publication ("year", "month") is merged by itself, by one task; without it all records are, in one. `id` and
    `document` are numbers within the period; `happening` is equal where it is the same.
    """
    cluster.check_merging(facts, period)
    functions = cluster.needed("pyspark.sql.functions", "pyspark")
    key = functions.substring(functions.coalesce("day", functions.lit("")), 1, cluster.PERIODS[period]) if period else functions.lit("")
    dated = records.filter("record IS NOT NULL").withColumn("period", key)
    placed = dated.repartition("period") if period else dated.coalesce(1)

    def work(batches: Iterable[Any]) -> Iterator[Any]:
        for facts_of_period in cluster.merge(batches, facts, period):
            yield from facts_of_period.to_batches()

    return placed.sortWithinPartitions("period", "uri").mapInArrow(work, _frame_type(cluster.schema_of_facts(facts)))
