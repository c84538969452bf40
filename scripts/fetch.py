#!/usr/bin/env python3
"""Print the path of a pinned package's wheel, fetching it into the cache where it is not there yet.

usage: fetch.py SECTION.NAME        as models/manifest.toml has it, for instance models.en_core_web_md

A wheel is put into the cache only when its sha256 is the manifest's; one that is there was checked then.
"""
import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path


def main() -> int:
    section, name = sys.argv[1].split(".")
    manifest = tomllib.loads((Path(__file__).parent.parent / "models/manifest.toml").read_text(encoding="utf-8"))
    pin = manifest[section][name]
    folder = Path(os.environ["DRAGOMAN_CACHE"]) / "wheels"
    wheel = folder / f"{pin['package']}-{pin['version']}.whl"
    if not wheel.exists():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"Fetching {pin['package']} {pin['version']} ({pin['licence']})", file=sys.stderr)
        with tempfile.TemporaryDirectory(dir=folder) as into:
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
                       "--disable-pip-version-check", "--dest", into, f"{pin['package']}=={pin['version']}"]
            if "python" in pin:
                command += ["--python-version", pin["python"]]
            if subprocess.run(command, stdout=sys.stderr).returncode != 0:
                print(f"{pin['package']} {pin['version']} could not be fetched", file=sys.stderr)
                return 1
            (got,) = Path(into).iterdir()
            digest = hashlib.sha256(got.read_bytes()).hexdigest()
            if digest != pin["sha256"]:
                print(f"{pin['package']} {pin['version']}: sha256 {digest}, but the manifest says {pin['sha256']}", file=sys.stderr)
                return 1
            got.rename(wheel)
    print(wheel)
    return 0


sys.exit(main())
