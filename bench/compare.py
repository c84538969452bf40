#!/usr/bin/env python3
"""Words per second of dragoman beside spaCy's, with the same weights: compare.py BENCH SPACY_PYTHON SPACY_MODEL RUNS [PASSES]

BENCH is build/dragoman_bench, beside which the program lies, SPACY_PYTHON a Python that has spaCy, SPACY_MODEL the folder of the pipeline. Both read the same
documents, one thread each on the same core, model load left out; their passes take turns, so that what else the machine does
falls on both. Medians count. Prints a table and writes the raw figures to a file in the folder RUNS.
"""
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import program

HERE = Path(__file__).resolve().parent.parent
KERNELS = ["avx2", "avx512", "vnni", "amx"]  # from the least to the most
ARTICLES = HERE.parent / "shared/data/polnear/dev/text"


def texts():
    """The articles that the bar is set on, where they are at hand; else the samples, so often that a pass takes a while."""
    if ARTICLES.is_dir():
        return "polnear/dev", [p.read_text(encoding="utf-8") for p in sorted(ARTICLES.iterdir())]
    return "samples", [p.read_text(encoding="utf-8") for p in sorted((HERE / "samples").glob("*.txt"))] * 15


def processor():
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    flags = next((line.split(":", 1)[1].split() for line in lines if line.startswith("flags")), [])
    return name, [f for f in ("avx2", "avx512f", "avx512_vnni", "amx_bf16") if f in flags]


class Passes:
    """A process that makes one pass over the documents at each request."""

    def __init__(self, command, core, **variables):
        alone = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS")}
        alone |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"} | variables
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=alone,
                                        preexec_fn=lambda: os.sched_setaffinity(0, {core}))
        self.about = self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.process.args[0]} ended without an answer")
        return json.loads(line)

    def run(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return self.answer()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def by_kernels(command, core, best, rounds):
    """Seconds of whole records with each class of numeric kernels up to the best of this machine, taking turns."""
    readers = {k: Passes(command, core, DRAGOMAN_KERNEL=k) for k in KERNELS[:KERNELS.index(best) + 1]} if best in KERNELS else {}
    seconds = {k: [] for k in readers}
    for round_ in range(rounds + 1):
        for kernels, reader in readers.items():
            answer = reader.run("record")
            if round_ > 0:
                seconds[kernels].append(answer["seconds"])
    for reader in readers.values():
        reader.end()
    return seconds


def of_program(path, folder, documents, rounds):
    """What program.py measures, as named figures."""
    documents = list(dict.fromkeys(documents))  # a copy is not read anew
    lines = [json.dumps({"uri": str(i), "text": t}) + "\n" for i, t in enumerate(documents)]
    files = {name: Path(folder) / f"{name}.jsonl" for name in ("one", "few", "all")}
    few = 10
    files["one"].write_text(json.dumps({"uri": "one", "text": "Kenya and Ghana signed a pact."}) + "\n", encoding="utf-8")
    files["few"].write_text("".join(lines[:few]), encoding="utf-8")
    files["all"].write_text("".join(lines), encoding="utf-8")
    most, own = program.memory(path, files["all"])
    read, added = program.adding(path, files["all"], Path(folder) / "store.db", rounds)
    count = program.instructions(path, files["one"], files["few"], sum(len(t.split()) for t in documents[:few]))
    return {"start": round(program.start(path, files["one"], 20) * 1e3, 1), "memory": round(most), "own_memory": round(own),
            "reading": round(read, 2), "adding": round(added, 2), "adding_over_reading": round(read / added, 3),
            "instructions_a_word": round(count[1]) if count else None, "counted_by": count[0] if count else None}


def shares(passes):
    """Seconds by stage, the median of the passes."""
    return {stage: statistics.median(p["stages"][stage] for p in passes) for stage in passes[0]["stages"]}


def main():
    bench, python, model, runs = sys.argv[1:5]
    count = int(sys.argv[5]) if len(sys.argv) > 5 else 7
    source, documents = texts()
    words = sum(len(t.split()) for t in documents)
    core = max(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs.jsonl"
        docs.write_text("".join(json.dumps({"uri": str(i), "text": t}) + "\n" for i, t in enumerate(documents)), encoding="utf-8")
        ours = Passes([bench, str(docs)], core)
        theirs = Passes([python, str(HERE / "bench/spacy_passes.py"), model, str(docs)], core)
        if ours.about["model"] != theirs.about["model"]:
            sys.exit(f"dragoman reads with {ours.about['model']}, spaCy with {theirs.about['model']}; they must be the same")
        theirs.run("warm up"), ours.run("raw")
        raw, record, spacy = [], [], []
        for _ in range(count):
            spacy.append(theirs.run("pass"))
            for _ in range(3):
                raw.append(ours.run("raw"))
                record.append(ours.run("record"))
        ours.end(), theirs.end()
        kernels = by_kernels([bench, str(docs)], core, ours.about["kernels"], count)
        whole = of_program(Path(bench).with_name("dragoman"), folder, documents, count)

    speed = {name: words / statistics.median(p["seconds"] for p in passes)
             for name, passes in (("spacy", spacy), ("dragoman --raw", raw), ("dragoman", record))}
    ratio = speed["dragoman --raw"] / speed["spacy"]
    cost = speed["dragoman --raw"] / speed["dragoman"] - 1
    print(f"{len(documents)} documents of {source}, {words} words, {ours.about['model']}, one thread on one core, medians of {count} rounds\n")
    print(f"  {'spaCy ' + theirs.about['spacy']:<36}{speed['spacy']:>10.0f} words/s")
    print(f"  {'dragoman, the language layer (--raw)':<36}{speed['dragoman --raw']:>10.0f} words/s")
    print(f"  {'dragoman, whole records':<36}{speed['dragoman']:>10.0f} words/s\n\nWhere the time of whole records goes")
    stages = shares(record)
    for stage, seconds in stages.items():
        print(f"  {stage:<36}{seconds * 1e3:>8.1f} ms {seconds / sum(stages.values()):>6.1%}")
    print("\nWhole records with each class of kernels")
    for name, seconds in kernels.items():
        print(f"  {name:<36}{words / statistics.median(seconds):>10.0f} words/s")
    print("\nThe program")
    print(f"  {'start, to the record of one sentence':<36}{whole['start']:>10.1f} ms of the processor")
    print(f"  {'memory of reading with one thread':<36}{whole['memory']:>10} MB, {whole['own_memory']} MB of them not of mapped files")
    print(f"  {'adding on two threads':<36}{whole['adding_over_reading']:>10.2f} of the speed of reading on two")
    if whole["counted_by"]:
        print(f"  {'instructions a word, AVX2':<36}{whole['instructions_a_word']:>10} by {whole['counted_by']}")
    else:
        print("  instructions are not counted: this machine has no counter for perf, and no valgrind")
    name, flags = processor()
    result = {"date": date.today().isoformat(), "processor": name, "vectors": flags, "documents": source, "words": words,
              "model": ours.about["model"], "spacy": theirs.about["spacy"], "ratio": round(ratio, 2),
              "cost_of_records": round(cost, 3), "words_per_second": {k: round(v) for k, v in speed.items()},
              "seconds": {n: [round(p["seconds"], 4) for p in ps] for n, ps in (("spacy", spacy), ("raw", raw), ("record", record))},
              "kernels": {k: [round(s, 4) for s in seconds] for k, seconds in kernels.items()},
              "stages": {k: round(v, 5) for k, v in stages.items()}, "program": whole}
    path = Path(runs) / f"{result['date']}-{ours.about['model'].split()[0]}-{source.replace('/', '-')}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(f"\nRaw figures: {path}")
    print(f"dragoman/spaCy {ratio:.1f}, whole records cost {cost:+.0%} over --raw")


if __name__ == "__main__":
    main()
