#!/usr/bin/env python3
"""usage: scripts_test.py SOURCE: every Python and shell file of the project can be read by its interpreter.

Most of them run only now and then (a benchmark, a large store, a package), so a slip of the pen in one would be found late.
"""
import subprocess
import sys
from pathlib import Path

SOURCE = Path(sys.argv[1]).resolve()
IN = ("bench", "cmake", "eval", "python", "scripts", "tests")


def fault(path):
    """What is wrong with a file, or nothing."""
    if path.suffix == ".sh":
        done = subprocess.run(["bash", "-n", path], capture_output=True, text=True)
        return done.stderr.strip() if done.returncode else None
    try:
        compile(path.read_bytes(), str(path), "exec")
    except (SyntaxError, ValueError) as error:
        return f"{path}:{getattr(error, 'lineno', '?')}: {error}"
    return None


def main():
    files = sorted(p for folder in IN for end in ("*.py", "*.sh") for p in (SOURCE / folder).rglob(end) if "node_modules" not in p.parts)
    faults = [f for f in map(fault, files) if f]
    print(f"{len(files)} scripts, {len(faults)} that cannot be read", *faults, sep="\n")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
