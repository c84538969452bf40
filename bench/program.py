"""What the program costs beside reading alone: its start, its memory, adding to a store, and instructions a word."""
import os
import re
import resource
import shutil
import statistics
import subprocess
import time
from pathlib import Path


def run(command, **more):
    return subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, check=True, **more)


def processor_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def start(program, one, times):
    """Seconds of the processor until a report of one sentence is read and written: the least of so many runs."""
    return min(processor_seconds([program, "read", "--format", "jsonl", one]) for _ in range(times))


def memory(program, documents):
    """The most megabytes that a process with one thread holds while it reads all documents; and how many of them are its own and not pages of
    mapped files, which all processes share."""
    process = subprocess.Popen([str(program), "read", "--format", "jsonl", "--jobs", "1", str(documents)], stdout=subprocess.DEVNULL)
    most, own = 0, 0
    while process.poll() is None:
        status = dict(re.findall(r"^(VmHWM|RssAnon):\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text(), re.M))
        most, own = max(most, int(status.get("VmHWM", 0))), max(own, int(status.get("RssAnon", 0)))
        time.sleep(0.05)
    if process.returncode != 0:
        raise SystemExit(f"{program} read ended with {process.returncode}")
    return most / 1024, own / 1024


def adding(program, documents, store, rounds):
    """Seconds by the clock to read all documents, and to add them to a new store, on two threads each; medians of rounds in turn."""
    read, added = [], []
    for _ in range(rounds):
        for seconds, command in ((read, ["read", "--format", "jsonl"]), (added, ["add", "--store", store])):
            store.unlink(missing_ok=True)
            begin = time.perf_counter()
            run([program, *command, "--jobs", "2", documents], stderr=subprocess.DEVNULL)
            seconds.append(time.perf_counter() - begin)
    return statistics.median(read), statistics.median(added)


def counted(program, documents):
    """Instructions of a run, by the processor's counter or by callgrind; None where there is neither. Callgrind knows no AVX-512."""
    command = [str(program), "read", "--format", "jsonl", "--jobs", "1", str(documents)]
    for tool, pattern in ((["perf", "stat", "-x,", "-e", "instructions:u"], r"^(\d+),"),
                          (["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"], r"Collected : (\d+)")):
        if shutil.which(tool[0]) is None:
            continue
        done = subprocess.run(tool + command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=os.environ | {"DRAGOMAN_KERNEL": "avx2"})
        found = re.search(pattern, done.stderr, re.M)
        if done.returncode == 0 and found:
            return tool[0], int(found[1])
    return None


def instructions(program, one, few, words):
    """Instructions a word with the kernels of AVX2, start left out: (what counted them, how many); None where nothing counts."""
    alone, whole = counted(program, one), counted(program, few)
    return (whole[0], (whole[1] - alone[1]) / words) if alone and whole else None
