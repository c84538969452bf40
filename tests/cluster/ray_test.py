#!/usr/bin/env python3
"""Ray: two nodes read and merge the articles as one machine does, also when a worker is killed in the middle.

Run by scripts/test_cluster.sh. The nodes are processes of this machine, with a processor and a little memory each.
"""
import os
import signal
import sys
import threading
import time
import unittest
from pathlib import Path

import pyarrow
import ray
import ray.data
from ray.cluster_utils import Cluster

sys.path.insert(0, str(Path(__file__).resolve().parent))
import reports  # noqa: E402

import dragoman  # noqa: E402
import dragoman.ray  # noqa: E402

ROWS = reports.reports()
MEGABYTE = 1 << 20


def cluster():
    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 200 * MEGABYTE, "include_dashboard": False})
    nodes.add_node(num_cpus=1, object_store_memory=200 * MEGABYTE)
    kept = {name: os.environ[name] for name in ("PYTHONPATH", "DRAGOMAN_HOME", "DRAGOMAN_CACHE") if name in os.environ}
    ray.init(address=nodes.address, runtime_env={"env_vars": kept}, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    return nodes


def workers():
    """The processes that run a task of Ray Data; their title begins with ray:: and the task's name."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            title = (folder / "cmdline").read_bytes().split(b"\0")[0]
        except OSError:
            continue
        if title.startswith(b"ray::") and b"Map" in title and descends_from_us(int(folder.name)):
            found.append(int(folder.name))
    return found


def descends_from_us(process):
    while process > 1:
        if process == os.getpid():
            return True
        try:
            process = int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            return False
    return False


NODES = cluster()


def read():
    data = ray.data.from_arrow(pyarrow.Table.from_pylist(ROWS)).repartition(12)
    return dragoman.ray.read(data, text="body", published="day", uri="url")


def collected(dataset):
    return pyarrow.concat_tables(ray.get(dataset.to_arrow_refs())).to_pylist()


class Ray(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = read().materialize()
        cls.one = reports.OneMachine(ROWS)

    def test_tables_are_those_of_one_machine(self):
        for name in ("events", "statements", "entities", "documents"):
            key = (lambda row: row["uri"]) if name == "documents" else (lambda row: (row["uri"], row["id"]))
            self.assertEqual(sorted(collected(dragoman.ray.table(self.records, name)), key=key), sorted(self.one.table(name), key=key), name)

    def test_merges_as_a_store_does(self):
        self.assertEqual(reports.in_order(collected(dragoman.ray.merge(self.records, "events"))), self.one.merged("events"))
        found = reports.in_order(collected(dragoman.ray.merge(self.records, "events", period="year")))
        self.assertEqual(found, self.one.merged("events", "year"))
        self.assertTrue(any(row["reports"] > 1 or row["copies"] > 0 for row in found))

    def test_says_what_could_not_be_read(self):
        aside = [row for row in collected(self.records) if row["record"] is None]
        self.assertEqual([(row["uri"], row["aside"]) for row in aside], [("zz-empty", "unreadable")])
        with self.assertRaisesRegex(dragoman.UsageError, "there is no such column; there are"):
            dragoman.ray.read(self.records, text="nothing")

    def test_z_a_killed_worker_changes_nothing(self):
        expected = reports.by_item(collected(dragoman.ray.table(self.records, "events")))
        killed = []

        def kill():
            end = time.monotonic() + 60
            while time.monotonic() < end and not killed:
                time.sleep(0.5)
                for process in workers()[:1]:
                    killed.append(process)
                    os.kill(process, signal.SIGKILL)

        thread = threading.Thread(target=kill)
        thread.start()
        found = reports.by_item(collected(dragoman.ray.table(read(), "events")))
        thread.join()
        self.assertEqual(len(killed), 1)
        self.assertEqual(found, expected)


if __name__ == "__main__":
    try:
        right = unittest.main(argv=sys.argv[:1], exit=False).result.wasSuccessful()
    finally:
        ray.shutdown()
        NODES.shutdown()
    sys.exit(0 if right else 1)
