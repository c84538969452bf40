#!/usr/bin/env python3
"""What reading through the Python package costs beside the program, and whether its memory stays flat.

usage: python_tables.py PROGRAM FOLDER [--times N] [--rounds N]; PYTHONPATH at the package. Reads the .txt files below FOLDER (840 of PolNeAR's
train, say) with `dragoman read --format jsonl` and with reader.tables, alternately, five times each (or as --times says), and takes the best of the
processor's time, since a machine that is shared makes the clock useless; then with one and two threads by the clock; then N rounds
(10), after each of which the memory is told.
"""
import argparse
import gc
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import dragoman


def processor_time(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def resident() -> float:
    """Megabytes of this process that are in memory and not files."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon"):
            return int(line.split()[1]) / 1024
    raise SystemExit("found no RssAnon in /proc/self/status")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--times", type=int, default=5)
    arguments.add_argument("--rounds", type=int, default=10)
    given = arguments.parse_args()
    documents = [dragoman.Document(path.read_text(encoding="utf-8"), uri=str(path)) for path in sorted(given.folder.rglob("*.txt"))]
    if not documents:
        sys.exit(f"found no .txt below {given.folder}")
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words} words")

    program, tables = [], []
    for _ in range(given.times):
        before = processor_time(resource.RUSAGE_CHILDREN)
        subprocess.run([given.program, "read", "--format", "jsonl", "--jobs", "1", str(given.folder)], stdout=subprocess.DEVNULL, check=True)
        program.append(processor_time(resource.RUSAGE_CHILDREN) - before)
        before = processor_time(resource.RUSAGE_SELF)
        dragoman.load().tables(documents)
        tables.append(processor_time(resource.RUSAGE_SELF) - before)
    print(f"program {min(program):.2f} s, reader.tables {min(tables):.2f} s of the processor: {min(tables) / min(program):.3f} times")

    reader, best = dragoman.load(), {1: float("inf"), 2: float("inf")}
    for _ in range(given.times):
        for jobs in best:
            begin = time.perf_counter()
            reader.tables(documents, jobs=jobs)
            best[jobs] = min(best[jobs], time.perf_counter() - begin)
    print(f"one job {best[1]:.2f} s, two {best[2]:.2f} s by the clock: {best[1] / best[2]:.2f} times as fast; load {os.getloadavg()[0]:.1f}")

    told = []
    for number in range(given.rounds):
        for batch in reader.batches(documents, jobs=2):
            del batch
        gc.collect()
        told.append(resident())
        print(f"round {number + 1}: {told[-1]:.1f} MB")
    print(f"memory from the second to the last round: {told[-1] - told[1]:+.1f} MB" if len(told) > 2 else "")


if __name__ == "__main__":
    main()
