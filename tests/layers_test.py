#!/usr/bin/env python3
"""usage: layers_test.py BUILD SOURCE: proves that the layers of CMakeLists.txt hold.

For each pair of layers, a file of the one that includes a header of the other is preprocessed as the build compiles that
layer: it must work when the table says that the one sees the other, and fail when it does not. Folders must not include
each other in a circle, no two headers may define a type of the same qualified name, and the library must have nothing of the
command line.
"""

import json
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BUILD, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
TYPE = re.compile(r'^(?:class|struct|enum class|enum) ([A-Z]\w*)[^;]*\{', re.M)  # one at the level of its namespace
NAMESPACE = re.compile(r'^namespace ([\w:]+) \{', re.M)
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
COMMAND_LINE = re.compile(r'CLI/CLI\.hpp|csignal|signal\.h|\bisatty\b|std::(?:cout|cerr|cin)\b|\bstd::exit\b|\b(?:stdout|stderr)\b')
faults = []


def table():
    """The folders of each layer, and all that it sees: what the table names and what those see."""
    folders, sees = {}, {}
    for line in (BUILD / "layers/table.txt").read_text().splitlines():
        name, own, seen = (part.strip() for part in line.split(":"))
        folders[name] = own.split(";")
        sees[name] = {name}.union(*(sees[s] for s in seen.split(";") if s))  # those below stand above it in the file
    return folders, sees


def where(folder):
    return SOURCE / folder if folder == "program" else SOURCE / "src" / folder


def commands(folders):
    """How the build compiles a file of each layer, without the file itself and what comes of it."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        at = words.index("-o")
        target = re.search(r"CMakeFiles/(\w+)_layer\.dir/", words[at + 1])
        if target and target.group(1) in folders and target.group(1) not in found:
            words = words[:at] + words[at + 2:]
            found[target.group(1)] = [w for w in words if w not in ("-c", entry["file"]) and not w.endswith("ccache")]
    return found


def compiles(command, header):
    run = subprocess.run([*command, "-E", "-x", "c++", "-"], input=f'#include "{header}"\n', capture_output=True, text=True,
                         cwd=BUILD)
    missing = f"{header}: No such file" in run.stderr or f"'{header}' file not found" in run.stderr
    if run.returncode != 0 and not missing:
        faults.append(f"{header} fails for another reason than that it is not seen: {run.stderr[:300]}")
    return run.returncode == 0


def check_pairs(folders, sees):
    headers = {layer: sorted(f"{folder}/{h.name}" for folder in own for h in where(folder).glob("*.h"))[0]
               for layer, own in folders.items()}
    how = commands(folders)
    pairs = [(one, other) for one in folders for other in folders]
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda pair: compiles(how[pair[0]], headers[pair[1]]), pairs))
    for (one, other), seen in zip(pairs, results):
        if seen != (other in sees[one]):
            faults.append(f"{one} {'includes' if seen else 'cannot include'} {headers[other]} of {other}")
    return len(pairs), sum(not seen for seen in results)


def check_includes(folders):
    """No circle between folders, and no include that goes past the include path."""
    includes = {}
    for own in folders.values():
        for folder in own:
            seen = includes.setdefault(folder, set())
            for file in sorted([*where(folder).glob("*.h"), *where(folder).glob("*.cc")]):
                for header in INCLUDE.findall(file.read_text()):
                    first = header.split("/")[0]
                    if first not in ("dragoman", folder):
                        seen.add(first)
                    if first in ("..", ".") or "/" not in header:
                        faults.append(f"{file}: \"{header}\", expected FOLDER/FILE")
    done = set()
    while True:
        free = {folder for folder, seen in includes.items() if folder not in done and seen <= done}
        if not free:
            break
        done |= free
    if rest := sorted(set(includes) - done):
        faults.append(f"folders that include each other in a circle, or a folder of no layer: {', '.join(rest)}")


def check_types(folders):
    """No two headers define a type of one name in one namespace: the linker would take the members of either for both."""
    homes = {}
    for own in folders.values():
        for folder in own:
            for header in sorted(where(folder).glob("*.h")):
                text = header.read_text()
                spaces = [(n.start(), n[1]) for n in NAMESPACE.finditer(text)]
                for found in TYPE.finditer(text):
                    space = next((name for start, name in reversed(spaces) if start < found.start()), "")
                    homes.setdefault(f"{space}::{found[1]}", set()).add(str(header.relative_to(SOURCE)))
    for name, headers in homes.items():
        if len(headers) > 1:
            faults.append(f"{name} is defined in {' and in '.join(sorted(headers))}: give one another name or a namespace of its own")
    return len(homes)


def check_silence(folders):
    for layer, own in folders.items():
        for folder in own:
            for file in sorted(where(folder).iterdir()):
                found = COMMAND_LINE.search(file.read_text()) if file.suffix in (".h", ".cc") and layer != "program" else None
                if found:
                    faults.append(f"{file}: {found.group()}, which is for the program")
    used = {part.name for part in (SOURCE / "src").iterdir()}
    if lost := sorted(used - {folder for own in folders.values() for folder in own}):
        faults.append(f"folders of src/ that are in no layer: {', '.join(lost)}")


folders, sees = table()
number, refused = check_pairs(folders, sees)
check_includes(folders)
types = check_types(folders)
check_silence(folders)
for fault in faults:
    print(fault)
print(f"{number} pairs of layers, of which {refused} cannot include; {types} types, each of one header; {len(faults)} faults")
sys.exit(1 if faults or refused == 0 or types == 0 else 0)
