#!/usr/bin/env python3
"""All figures of dragoman in one table, beside the last recorded ones. `make score` runs this with a fresh build.

usage: score.py [SCORER]... [--speed] [--record] [--program PATH] [--shared DIR]

Without names all scorers run but speed, which is measured alone and takes longer; `score.py judged plover` runs these two.
A figure that is worse than the recorded one by more than its tolerance (.002) is marked, as is one that is gone.

Exit codes: 0 no figure is worse, or the scorers and their data are not there, or --record; 1 some are worse; 2 a scorer failed.
"""
import argparse
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scorers import ALONE, LONGEST_FIRST, SCORERS, Bench, ScorerFailed
from table import compare, print_table, read_recorded, record

PROJECT = Path(__file__).resolve().parent.parent
AT_ONCE = 2


def run_jobs(names, bench):
    """The figures by scorer, and what went wrong by scorer."""
    jobs = [(name, job) for name in names for job in SCORERS[name]]
    rank = {job: i for i, job in enumerate(LONGEST_FIRST)}
    figures, faults = {}, {}

    def finish(name, job, given):
        try:
            figures[job] = given()
        except ScorerFailed as fault:
            faults[name] = str(fault)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        together = sorted((j for j in jobs if j[0] not in ALONE), key=lambda j: rank.get(j[1], len(rank)))
        for name, job, future in [(name, job, pool.submit(job, bench)) for name, job in together]:
            finish(name, job, future.result)
    for name, job in jobs:
        if name in ALONE:
            finish(name, job, lambda job=job: job(bench))
    whole = [n for n in names if n not in faults]
    return {k: v for n in whole for job in SCORERS[n] for k, v in figures[job].items()}, faults


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("scorers", nargs="*", metavar="SCORER", help=", ".join(SCORERS))
    ap.add_argument("--speed", action="store_true", help="measure speed too")
    ap.add_argument("--record", action="store_true", help="write the figures to eval/figures.json")
    ap.add_argument("--program", type=Path, default=PROJECT / "build/dragoman")
    ap.add_argument("--shared", type=Path, default=PROJECT.parent / "shared", help="folder with eval/, data/, acceptance/ and judged/")
    a = ap.parse_args()
    unknown = [name for name in a.scorers if name not in SCORERS]
    if unknown:
        ap.error(f"found {unknown[0]!r}, expected one of {', '.join(SCORERS)}")
    if not (a.shared / "eval").is_dir():
        print(f"Nothing was scored: the scorers and their data are not at {a.shared}.")
        return 0
    if not a.program.is_file():
        ap.error(f"{a.program} is not there; `make build` makes build/dragoman, --program names another")
    names = [n for n in SCORERS if (n in a.scorers if a.scorers else n not in ALONE) or (a.speed and n == "speed")]
    file = PROJECT / "eval/figures.json"
    with tempfile.TemporaryDirectory() as work:
        now, faults = run_jobs(names, Bench(a.program.resolve(), a.shared, PROJECT / "eval/judged", Path(work)))
    whole = [n for n in names if n not in faults]
    rows = compare(read_recorded(file), now, whole)
    print_table(rows)
    for name, fault in faults.items():
        print(f"{name} failed: {fault}", file=sys.stderr)
    worse = [r.name for r in rows if r.worse]
    if a.record:
        record(file, now, whole)
        print(f"{len(now)} figures recorded in eval/figures.json")
    elif worse:
        print(f"{len(worse)} of {len(rows)} figures are worse than recorded: {', '.join(worse)}")
    else:
        print(f"none of {len(rows)} figures is worse than recorded")
    return 2 if faults else 1 if worse and not a.record else 0


if __name__ == "__main__":
    sys.exit(main())
