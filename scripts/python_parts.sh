#!/usr/bin/env bash
# Prints the flags with which CMake builds the Python package, after fetching what it is built with; fails where that cannot be had.
. "$(dirname "$0")/common.sh"
nanobind=$(scripts/fetch.py python.nanobind)
nanoarrow=$(scripts/fetch.py python.nanoarrow)
parts="$DRAGOMAN_CACHE/python/$(basename "$nanobind" .whl)-$(basename "$nanoarrow" .tar.gz)"
if [ ! -d "$parts" ]; then
  mkdir -p "$DRAGOMAN_CACHE/python"
  new=$(mktemp -d "$DRAGOMAN_CACHE/python/new.XXXXXX")
  python3 -m zipfile -e "$nanobind" "$new"
  tar xzf "$nanoarrow" -C "$new" --strip-components=4 --wildcards '*/arrow-nanoarrow/src/nanoarrow/'
  mv "$new" "$parts"
fi
printf '%s\n' -DDRAGOMAN_PYTHON=ON "-Dnanobind_DIR=$parts/nanobind/cmake" "-DDRAGOMAN_NANOARROW=$parts"
