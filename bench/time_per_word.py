#!/usr/bin/env python3
"""Time and memory for one document by its length: time_per_word.py [DRAGOMAN] [LARGEST]

Reads one story repeated, and ordinary news put together to one document, from 10 KB to LARGEST (default 15 MB), one thread, and
prints microseconds a word (start of the program left out) and the memory at its height. Time a word must not grow with the document.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ARTICLES = HERE.parent / "shared/data/polnear/dev/text"
SIZES = (10_000, 100_000, 1_000_000, 4_000_000, 15_000_000)


def repeated(texts, size):
    out, length = [], 0
    while length + len(texts[len(out) % len(texts)].encode()) < size or not out:
        out.append(texts[len(out) % len(texts)])
        length += len(out[-1].encode()) + 2
    return "\n\n".join(out)


def read(program, path):
    """Seconds of processor time and megabytes."""
    child = subprocess.Popen([program, "read", "--jobs", "1", "--published", "2016-12-03", str(path)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{program} ended with {child.returncode} at {path}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(HERE / "build/dragoman")
    largest = int(sys.argv[2]) if len(sys.argv) > 2 else SIZES[-1]
    news = sorted((HERE / "samples").glob("*.txt"))
    story = news[0].read_text(encoding="utf-8")
    if ARTICLES.is_dir():
        news = sorted(ARTICLES.iterdir())
    news = [p.read_text(encoding="utf-8") for p in news]
    print(f"{'bytes':>10}  {'one story repeated':>28}  {'ordinary news':>28}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.txt"
        path.write_text("The ministers met.\n")
        start, _ = read(program, path)
        for size in (s for s in SIZES if s <= largest):
            cells = []
            for texts in ([story], news):
                text = repeated(texts, size)
                path.write_text(text, encoding="utf-8")
                seconds, memory = read(program, path)
                cells.append(f"{max(seconds - start, 0) / len(text.split()) * 1e6:8.1f} us/word {memory:8.0f} MB")
            print(f"{size:>10}  " + "  ".join(f"{c:>28}" for c in cells), flush=True)


if __name__ == "__main__":
    main()
