#!/usr/bin/env python3
"""Whether programs made for POLECAT and ICEWS load dragoman's tables in their layouts, and count what is in them.

usage: event_data.py DRAGOMAN [PATH...]      PATHs: reports; the samples where none are named

Tried are the loaders of the Temporal Graph Benchmark (py-tgb from PyPI, pinned in models/manifest.toml, as they stand there), R's read.delim and
readr, and pandas, each where it is there, on what `read` and `export` print. What a loader counts is held against the lines of the table,
taken apart at each tab. Exit codes: 0 all that were tried agree, 1 one does not.
"""
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOADERS = {"polecat": "tgb/datasets/tkgl_polecat/tkgl_polecat.py", "icews": "tgb/datasets/tkgl_icews/tkgl_icews.py"}
COLUMNS = {"polecat": 40, "icews": 20}
EDGE = {"polecat": (1, 7, 15, 2), "icews": (1, 2, 8, 6)}  # day, who, whom, what
IN_R = {
    "read.delim": 'd <- read.delim(f, quote = "", na.strings = n, colClasses = "character", check.names = FALSE, encoding = "UTF-8")',
    "readr": 'd <- as.data.frame(readr::read_tsv(f, quote = "", na = n, col_types = readr::cols(.default = "c")))',
}


def module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def rows_of(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def by_tgb(layout, path, loaders):
    """How many edges the benchmark's loader finds on how many days, and how many of what we find."""
    edges, lines = loaders[layout].load_csv_raw(path)
    found = Counter(sum(of_day.values()) for of_day in edges.values())
    day, who, whom, what = EDGE[layout]
    ours = [row for row in rows_of(path)[1:] if row[day] and not any("None" in row[at] for at in (day, who, whom, what))]
    days = Counter(Counter(row[day] for row in ours).values())
    # The loaders take the bytes of UTF-8 for Latin-1.
    names = {name.encode("latin-1").decode("utf-8") for of_day in edges.values() for head, tail, _ in of_day for name in (head, tail)}
    wanted = {row[at] for row in ours for at in (who, whom)}
    return (lines, found, names), (len(ours), days, wanted)


def by_r(layout, path, read):
    code = (f'f <- "{path}"; n <- "{"None" if layout == "polecat" else ""}"; {read}; '
            'cat(nrow(d), ncol(d), sum(!is.na(d[["Event Date"]])), length(unique(d[["Event Date"]])))')
    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=False)
    rows = rows_of(path)[1:]
    return done.stdout.strip() or done.stderr.strip()[-300:], f"{len(rows)} {COLUMNS[layout]} {len(rows)} {len({row[1] for row in rows})}"


def by_pandas(layout, path):
    pandas = importlib.import_module("pandas")
    table = pandas.read_csv(path, sep="\t", quoting=3, na_values=["None"], keep_default_na=False, dtype=str)
    rows = rows_of(path)[1:]
    return (table.shape, list(table["Event ID"])), ((len(rows), COLUMNS[layout]), [row[0] for row in rows])


def main():
    dragoman, paths = Path(sys.argv[1]).resolve(), sys.argv[2:] or [ROOT / "samples"]
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fetched = subprocess.run(["bash", "-c", ". scripts/common.sh; scripts/fetch.py python.tgb"], cwd=ROOT, capture_output=True, text=True, check=False)
        loaders = {}
        if fetched.returncode == 0:
            with zipfile.ZipFile(fetched.stdout.strip()) as package:
                loaders = {layout: module(Path(package.extract(path, folder))) for layout, path in LOADERS.items()}
        subprocess.run([dragoman, "add", "--published", "2016-05-04", "--store", folder / "corpus.db", *paths], check=True, capture_output=True)
        for layout in COLUMNS:
            for command in (["read", "--published", "2016-05-04", *paths], ["export", "--store", folder / "corpus.db"],
                            ["events", "--store", folder / "corpus.db", "--limit", "1000000"]):
                path = folder / f"{command[0]}.{layout}"
                with open(path, "wb") as out:
                    subprocess.run([dragoman, *command, "--format", layout], stdout=out, stderr=subprocess.DEVNULL, check=True)
                assert {len(row) for row in rows_of(path)} == {COLUMNS[layout]}, path
                tries = {"tgb": lambda: by_tgb(layout, path, loaders)} if loaders else {}
                if importlib.util.find_spec("pandas"):
                    tries["pandas"] = lambda: by_pandas(layout, path)
                for reader, code in IN_R.items() if shutil.which("Rscript") else ():
                    tries[reader] = lambda code=code: by_r(layout, path, code)
                for reader, attempt in tries.items():
                    found, wanted = attempt()
                    wrong += found != wanted
                    print(f"{command[0]} --format {layout}, {len(rows_of(path)) - 1} rows, {reader}: "
                          + ("agrees" if found == wanted else f"found {str(found)[:200]}, wanted {str(wanted)[:200]}"))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
