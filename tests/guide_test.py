#!/usr/bin/env python3
"""Runs the commands of docs/guide.md on the files that the project ships: they print what stands there.

usage: guide_test.py DRAGOMAN SOURCE [--write]         skipped (77) without a model to read with
--write puts what the program prints now into the guide.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DRAGOMAN, SOURCE = (Path(a).resolve() for a in sys.argv[1:3])
PROMPT, INDENT = "    $ ", "    "
MARK = "~~~ end of a command ~~~"


def commands_of(lines):
    """Each command with the numbers of its first line and of the line behind what it prints."""
    for number, line in enumerate(lines):
        if not line.startswith(PROMPT):
            continue
        end = number + 1
        # What is printed may hold blank lines: it goes on while what follows them is indented and no command.
        while end < len(lines) and not lines[end].startswith(PROMPT):
            rest = [l for l in lines[end:] if l.strip()][:1]
            if not rest or not rest[0].startswith(INDENT) or rest[0].startswith(PROMPT):
                break
            end += 1
        yield line[len(PROMPT):], number, end


def run(commands):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(SOURCE / "docs/guide", Path(folder) / "docs/guide")
        (Path(folder) / "bin").mkdir()
        (Path(folder) / "bin/dragoman").symlink_to(DRAGOMAN)
        env = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "DRAGOMAN_HOME": str(SOURCE), "COLUMNS": "100"}
        script = "".join(f"{c} 2>&1; echo '{MARK}'\n" if ">" not in c and not c.startswith("export ") else f"{c}; echo '{MARK}'\n" for c in commands)
        done = subprocess.run(["bash", "-c", script], cwd=folder, env=env, capture_output=True, text=True, timeout=300)
        return done.stdout.split(MARK + "\n")[:-1], done.stderr


def main():
    guide = SOURCE / "docs/guide.md"
    lines = guide.read_text().splitlines()
    found = list(commands_of(lines))
    printed, err = run([c for c, _, _ in found])
    if any("found no language model" in p for p in printed):
        return 77
    if len(printed) != len(found) or err:
        print(f"{len(printed)} of {len(found)} commands ran\n{err}")
        return 1
    wrong, new, at = 0, [], 0
    for (command, begin, end), output in zip(found, printed):
        output = re.sub("sha256:[0-9a-f]{64}", "sha256:…", output)  # which change with every word of the lexicon
        now = [(INDENT + l).rstrip() for l in output.rstrip("\n").splitlines()]
        new += lines[at:begin + 1] + now
        at = end
        if lines[begin + 1:end] != now:
            wrong += 1
            print(f"docs/guide.md:{begin + 1}: {command} prints\n" + "\n".join(now) + "\nwhere the guide has\n" + "\n".join(lines[begin + 1:end]))
    if "--write" in sys.argv:
        guide.write_text("\n".join(new + lines[at:]) + "\n")
        return 0
    if wrong:
        print(f"{wrong} commands print something else; look whether it is right, then run tests/guide_test.py build/dragoman . --write")
    return 1 if wrong else 0


sys.exit(main())
