#!/usr/bin/env python3
"""Spark: two workers read and merge the articles as one machine does, also when one of them is killed in the middle.

Run by scripts/test_cluster.sh. A local cluster: master and workers are processes of their own, and so are the executors.
"""
import os
import signal
import sys
import threading
import time
import unittest
from pathlib import Path

import pyarrow
from pyspark.sql import SparkSession

sys.path.insert(0, str(Path(__file__).resolve().parent))
import reports  # noqa: E402

import dragoman  # noqa: E402
import dragoman.spark  # noqa: E402

ROWS = reports.reports()
KEPT = {name: os.environ[name] for name in ("PYTHONPATH", "DRAGOMAN_HOME", "DRAGOMAN_CACHE") if name in os.environ}


def session():
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("dragoman")
    settings = {
        "spark.driver.memory": "1g", "spark.executor.memory": "1g", "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "6",
        "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.pyspark.python": sys.executable,
        "spark.sql.execution.arrow.maxRecordsPerBatch": "32", "spark.task.maxFailures": "8",
        **{f"spark.executorEnv.{name}": value for name, value in KEPT.items()},
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def executors():
    """The processes that are executors of this driver's cluster."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"org.apache.spark.executor.CoarseGrainedExecutorBackend" in words and str(SPARK.sparkContext.applicationId).encode() in words:
            found.append(int(folder.name))
    return found


SPARK = session()
SPARK.sparkContext.setLogLevel("ERROR")


def read():
    frame = SPARK.createDataFrame(pyarrow.Table.from_pylist(ROWS)).repartition(12)
    return dragoman.spark.read(frame, text="body", published="day", uri="url")


def collected(frame):
    return frame.toArrow().to_pylist()


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = read().persist()
        cls.one = reports.OneMachine(ROWS)

    def test_two_executors_work(self):
        self.records.count()
        self.assertEqual(len(executors()), 2)

    def test_tables_are_those_of_one_machine(self):
        for name in ("events", "statements", "entities", "documents"):
            key = (lambda row: row["uri"]) if name == "documents" else (lambda row: (row["uri"], row["id"]))
            expected = sorted(self.one.table(name), key=key)
            found = sorted(collected(dragoman.spark.table(self.records, name)), key=key)
            self.assertEqual(len(found), len(expected), name)
            for one, other in zip(found, expected):
                self.assertEqual(one, other, name)

    def test_merges_as_a_store_does(self):
        for facts in ("events", "meetings"):
            self.assertEqual(reports.in_order(collected(dragoman.spark.merge(self.records, facts))), self.one.merged(facts))
        found = reports.in_order(collected(dragoman.spark.merge(self.records, "events", period="year")))
        self.assertEqual(found, self.one.merged("events", "year"))
        self.assertTrue(any(row["reports"] > 1 or row["copies"] > 0 for row in found))

    def test_says_what_could_not_be_read(self):
        aside = [row.asDict() for row in self.records.filter("record IS NULL").select("uri", "aside", "message").collect()]
        self.assertEqual([(row["uri"], row["aside"]) for row in aside], [("zz-empty", "unreadable")])
        self.assertIn("is empty", aside[0]["message"])
        with self.assertRaisesRegex(dragoman.UsageError, "there is no such column; there are"):
            dragoman.spark.read(self.records, text="nothing")
        with self.assertRaisesRegex(dragoman.UsageError, "there is no table"):
            dragoman.spark.table(self.records, "nothing")
        with self.assertRaisesRegex(dragoman.UsageError, "expected \"year\""):
            dragoman.spark.merge(self.records, "events", period="day")

    def test_z_a_killed_worker_changes_nothing(self):
        expected = reports.by_item(collected(dragoman.spark.table(self.records, "events")))
        before, killed = executors(), []

        def kill():
            time.sleep(3)
            killed.append(before[0])
            os.kill(before[0], signal.SIGKILL)

        thread = threading.Thread(target=kill)
        thread.start()
        found = reports.by_item(collected(dragoman.spark.table(read(), "events")))
        thread.join()
        self.assertEqual(found, expected)
        self.assertEqual(len(killed), 1)
        self.assertNotIn(killed[0], executors())


if __name__ == "__main__":
    try:
        right = unittest.main(argv=sys.argv[:1], exit=False).result.wasSuccessful()
    finally:
        SPARK.stop()
    sys.exit(0 if right else 1)
