#!/usr/bin/env python3
"""Whether the exports of a store load with the right types: runs the code of docs/python.md and docs/r.md on the samples.

usage: exports.py DRAGOMAN [STORE]          STORE: one of the samples; made of them where none is named

Each library that is installed (pandas, polars, duckdb; R with jsonlite, readr, RSQLite) is tried, those that are not are named.
`pip install pandas polars duckdb`, `apt-get install r-base-core r-cran-jsonlite r-cran-readr r-cran-rsqlite`. Exit codes: 0 all that
were tried are right, 1 one is not, 77 none is installed.
"""
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAGOMAN = Path(sys.argv[1]).resolve()

# What must hold after the code has run, in its own language.
CHECKS = {
    "pandas": "assert str(events.cameo.dtype) == 'string' and '042' in set(events.cameo.dropna())\n"
              "assert str(events.id.dtype) == 'Int64' and str(events.confidence.dtype) == 'float64' and str(events.happening.dtype) == 'string'\n"
              "assert str(events.first_day.dtype).startswith('datetime64') and events.first_day.notna().any()\n",
    "polars": "assert events.schema['cameo'] == pl.String and '042' in events['cameo'].to_list()\n"
              "assert events.schema['id'] == pl.Int64 and events.schema['first_day'] == pl.Date and events.schema['happening'] == pl.String\n",
    "duckdb": "types = dict(zip(events.columns, map(str, events.types)))\n"
              "assert (types['cameo'], types['id'], types['confidence'], types['first_day']) == ('VARCHAR', 'BIGINT', 'DOUBLE', 'DATE'), types\n"
              "assert duckdb.sql(\"SELECT count(*) FROM events WHERE cameo = '042'\").fetchall()[0][0] > 0\n",
    "json": "",
    "jsonlite": "stopifnot(is.character(events$cameo), '042' %in% events$cameo, is.numeric(events$id), inherits(events$first_day, 'Date'))\n"
                "stopifnot(is.numeric(events$confidence), is.character(events$happening), max(documents$id) < 2^53)\n",
    "readr": "stopifnot('042' %in% events$cameo, inherits(events$first_day, 'Date'), is.numeric(events$confidence))\n",
    "base": "stopifnot(nrow(events) > 10, inherits(events$`Event Date`, 'Date'), !anyNA(events$`Event Date`))\n",
    "read_tsv": "stopifnot('042' %in% events$`CAMEO Code`, inherits(events$`Event Date`, 'Date'), is.numeric(events$Intensity))\n",
    "DBI": "stopifnot('042' %in% codes$cameo, nrow(by_type) > 1)\n",
}


def blocks(page, language):
    """The code of a page, by the library that it is about."""
    for code in re.findall(rf"```{language}\n(.*?)```", (ROOT / "docs" / page).read_text(), re.S):
        names = re.findall(r"^(?:import|library\()\s*(\w+)", code, re.M)
        yield (names or ["base"])[-1], code


def installed_in_r(name):
    return shutil.which("Rscript") and subprocess.run(["Rscript", "-e", f"library({name})"], capture_output=True).returncode == 0


def main():
    tried, wrong = 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "build/samples.db"
        store.parent.mkdir()
        if len(sys.argv) > 2:
            shutil.copyfile(sys.argv[2], store)
        else:
            subprocess.run([DRAGOMAN, "add", "samples", "--store", store], cwd=ROOT, check=True, capture_output=True)
        for kind, target in (("csv", "tables"), ("jsonl", "lines")):
            subprocess.run([DRAGOMAN, "export", folder / target, "--format", kind, "--store", store], check=True)
        for layout in ("polecat", "icews"):
            with open(folder / f"tables/{layout}.tsv", "wb") as table:
                subprocess.run([DRAGOMAN, "events", "--store", store, "--limit", "1000", "--format", layout], stdout=table,
                               stderr=subprocess.DEVNULL, check=True)
        numbers = [value for path in (folder / "lines").glob("*.jsonl") for line in open(path)
                   for value in json.loads(line).values() if isinstance(value, int)]
        assert max(map(abs, numbers)) < 2 ** 53
        for page, language, run in (("python.md", "python", [sys.executable, "-c"]), ("r.md", "r", ["Rscript", "-e"])):
            for library, code in blocks(page, language):
                # "library(jsonlite)" is looked for in R, "import pandas" here; DBI is read through RSQLite.
                there = importlib.util.find_spec(library) if language == "python" else installed_in_r({"DBI": "RSQLite"}.get(library, library))
                if not there:
                    print(f"{library}: not installed")
                    continue
                check = CHECKS["read_tsv" if "read_tsv" in code else library]
                done = subprocess.run([*run, code + "\n" + check], cwd=folder, capture_output=True, text=True)
                tried += 1
                wrong += done.returncode != 0
                print(f"{library}: {'right' if done.returncode == 0 else 'wrong: ' + done.stderr.strip()[-600:]}")
    return 1 if wrong else 0 if tried else 77


if __name__ == "__main__":
    sys.exit(main())
