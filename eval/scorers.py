"""The scorers of ../shared/eval: how each is run, and the figures that it prints, as `Figure`s by name.

A scorer is a class of figures ("times"). It consists of jobs, functions from a `Bench` to figures, that can run side by side.
"""
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from table import Figure

HERE = Path(__file__).resolve().parent
SPEED_TOLERANCE = 0.02  # what passes of the same program differ by on a machine that does other things too
PASSES = 15


class ScorerFailed(Exception):
    """What was run and what it said."""


@dataclass(frozen=True)
class Bench:
    """What the scorers need: a program, the folder with data and scorers, the verdicts, a folder to write to."""

    program: Path
    shared: Path
    verdicts: Path
    work: Path

    def data(self, name):
        return self.shared / "data" / name

    def score(self, script, *args, stdout=None):
        return run(sys.executable, self.shared / "eval" / script, *args, stdout=stdout)

    def records(self, name, script, *args):
        """The file with the records of a scorer's documents."""
        documents, records = self.work / f"{name}.in.jsonl", self.work / f"{name}.out.jsonl"
        self.score(script, "prepare", *args, stdout=documents)
        run(self.program, "read", "--input-format", "jsonl", "--format", "jsonl", documents, stdout=records)
        return records


def run(*command, stdout=None):
    """What the command prints; with `stdout`, that goes into the file of this name."""
    command = [str(part) for part in command]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()[-500:]
        raise ScorerFailed(f"{' '.join(command)}: exit code {done.returncode}: {said}")
    if stdout is None:
        return done.stdout.decode()
    stdout.write_bytes(done.stdout)
    return None


def last_line(output):
    """The figures of "recognised F1 0.872, end-to-end F1 0.716", by what stands before each number."""
    parts = [part.rpartition(" ") for part in output.strip().splitlines()[-1].split(", ")]
    return {name: float(value) for name, _, value in parts}


def counted(output):
    """F1 by row of "person  P 0.862  R 0.917  F1 0.888   (5236 of 6076 given, 5713 wanted)", from the counts."""
    rows = re.findall(r"^(\S.*?) +P .*\((\d+) of (\d+) given, (\d+) wanted\)$", output, re.M)
    return {name: Figure(2 * int(hit) / max(1, int(given) + int(wanted)), int(wanted)) for name, hit, given, wanted in rows}


def shares(line):
    """(found, wanted) by name of "events 65/70, statements 44/45"."""
    return {name: (int(found), int(wanted)) for name, found, wanted in re.findall(r"([\w.-]+) (\d+)/(\d+)", line)}


def share(found, wanted, **more):
    return Figure(found / wanted, wanted, **more)


def acceptance(bench):
    """Whole articles with every fact annotated: what is found of them, and what the record has beside them."""
    *_, core, slots, extra, total = bench.score("score_cases.py", bench.program, "--work", bench.work / "acceptance").splitlines()
    out = {"acceptance/facts": share(*shares(total)["facts"])}
    out |= {f"acceptance/{name}": share(*of) for name, of in (shares(core) | shares(slots)).items() if of[1]}
    out |= {f"acceptance/{name}": share(*of, better="less") for name, of in shares(extra).items() if of[1]}
    return out


def judged_recall(bench):
    """The salient facts of the judged stories that are found. What else a record has is no mistake there."""
    output = bench.score("score_cases.py", bench.program, "--cases", bench.shared / "judged", "--work", bench.work / "recall")
    *_, core, _, _, total = output.splitlines()
    out = {f"judged/{name} recall": share(*of) for name, of in shares(core).items() if name != "well-formed" and of[1]}
    return {"judged/all recall": share(*shares(total)["facts"])} | out


def judged_precision(bench):
    """What readers said of each item that the records have; an item without a verdict counts as unjudged alone."""
    return judged_items(bench, "judged", bench.shared / "judged", bench.verdicts)


def unseen(bench):
    """The same of stories that nobody looked at while rules were made."""
    stories = bench.work / "unseen-stories"
    run(sys.executable, HERE / "unseen_stories.py", stories, "--data", bench.shared / "data")
    return judged_items(bench, "unseen", stories, HERE / "unseen")


def judged_items(bench, scorer, stories, verdicts):
    """What the verdicts say of the items that the program reads in the stories."""
    work = bench.work / scorer
    bench.score("judge.py", "read", bench.program, stories, "--work", work)
    output = bench.score("judge.py", "score", stories, "--work", work, "--verdicts", verdicts, "--json")
    return precision(json.loads(output)["lists"], scorer)


def precision(lists, scorer="judged"):
    """Figures of `judge.py score --json`: right (R and P) and strict (R alone) of the judged items, by list and of all."""
    total = {key: sum(counts.get(key, 0) for counts in lists.values()) for key in ("R", "P", "W", "unjudged")}
    out = {}
    for name, counts in {"all": total, **lists}.items():
        strict, partly = counts.get("R", 0), counts.get("P", 0)
        judged = strict + partly + counts.get("W", 0)
        if judged:
            out[f"{scorer}/{name} right"] = share(strict + partly, judged)
            out[f"{scorer}/{name} strict"] = share(strict, judged)
        out[f"{scorer}/{name} unjudged"] = Figure(counts["unjudged"], better="neither")
    return out


def attribution(bench):
    folder = bench.data("polnear/dev")
    rows = counted(bench.score("score_attribution.py", "score", folder, bench.records("attribution", "score_attribution.py", folder)))
    return {f"attribution/{name} F1": figure for name, figure in rows.items()}


def entities(bench):
    folder = bench.data("world")
    rows = counted(bench.score("score_entities.py", "score", folder, bench.records("entities", "score_entities.py", folder)))
    return {f"entities/{name} F1": figure for name, figure in rows.items()}


def times_of(corpus):
    def times(bench):
        folder = bench.data("timeml") / corpus
        rows = counted(bench.score("score_times.py", "score", folder, bench.records(f"times-{corpus}", "score_times.py", folder)))
        return {f"times/{corpus} {name} F1": figure for name, figure in rows.items()}

    return times


def places(bench):
    corpus = bench.data("places/lgl.xml")
    output = bench.score("score_places.py", "score", corpus, bench.records("places", "score_places.py", corpus))
    found, located = map(int, re.search(r"resolved within 161 km +(\d+) of (\d+)", output).groups())
    return {
        "places/recognised F1": counted(output)["recognised"],
        "places/resolved within 161 km": share(found, located),
        "places/end-to-end F1": Figure(last_line(output)["end-to-end F1"]),
    }


def plover(bench):
    corpus = bench.data("plover/PLV_train.tsv")
    found = last_line(bench.score("score_plover.py", "score", corpus, bench.records("plover", "score_plover.py", corpus)))
    told = {"events per row": "neither"}
    return {f"plover/{name}": Figure(value, better=told.get(name, "more")) for name, value in found.items()}


def articles(bench):
    folder, pages, given = bench.data("articles"), bench.work / "pages", bench.work / "articles.jsonl"
    bench.score("score_articles.py", "unpack", folder, pages)
    run(bench.program, "articles", "--format", "jsonl", *sorted(pages.glob("*.html")), stdout=given)
    found = last_line(bench.score("score_articles.py", "score", folder, given))
    return {f"articles/{name}": Figure(value) for name, value in found.items()}


def lexicon(bench):
    output = run(bench.program, "lexicon", "check")
    entries = re.search(r"^(\d+) entries in all$", output, re.M)
    read = re.search(r"^(\d+) examples with (\d+) expectations read, (\d+) faults$", output, re.M)
    if not entries or not read:
        raise ScorerFailed(f"`lexicon check` ended with {output[-200:]!r}, expected its counts of entries and examples")
    counts = {"entries": entries[1], "examples": read[1], "expectations": read[2]}
    out = {f"lexicon/{name}": Figure(int(value), better="neither") for name, value in counts.items()}
    return out | {"lexicon/faults": Figure(int(read[3]), better="less", tolerance=0)}


def speed(bench):
    """Words per second with whole records, as a share of those of the language layer alone in the same process.

    The two take turns, and the fastest pass of each counts: what else the machine does can only make a pass slower.
    """
    tool = bench.program.parent / "dragoman_bench"
    if not tool.exists():
        raise ScorerFailed(f"{tool} is not there; `scripts/build.sh release dragoman_bench` makes it")
    documents = bench.work / "speed.jsonl"
    bench.score("score_attribution.py", "prepare", bench.data("polnear/dev"), stdout=documents)
    asked = "raw\nrecord\n" * PASSES
    done = subprocess.run([tool, documents], input=asked.encode(), capture_output=True)
    if done.returncode:
        raise ScorerFailed(f"{tool}: exit code {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    passes = [json.loads(line) for line in done.stdout.splitlines()[1:]]
    raw, whole = (max(p["tokens"] / p["seconds"] for p in passes[i::2]) for i in (0, 1))
    return {"speed/whole records to parse alone": Figure(whole / raw, tolerance=SPEED_TOLERANCE)}


# In the order of the table. The jobs that take longest are begun first, whatever stands here.
SCORERS = {
    "acceptance": [acceptance],
    "judged": [judged_recall, judged_precision],
    "unseen": [unseen],
    "attribution": [attribution],
    "entities": [entities],
    "times": [times_of("TimeBank"), times_of("AQUAINT")],
    "places": [places],
    "plover": [plover],
    "articles": [articles],
    "lexicon": [lexicon],
    "speed": [speed],
}
LONGEST_FIRST = [judged_recall, judged_precision, unseen, entities, places]
ALONE = ["speed"]  # measured while nothing else runs
