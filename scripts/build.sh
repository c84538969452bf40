#!/usr/bin/env bash
# usage: build.sh PRESET [TARGET...]: configures where that was not done yet, and builds.
. "$(dirname "$0")/common.sh"
preset=$1; shift
folder=build; [ "$preset" = release ] || folder=build-$preset
if [ ! -f "$folder/build.ninja" ]; then
  python=()
  if [ "$preset" = release ]; then  # a sanitized library cannot be loaded by Python
    if parts=$(scripts/python_parts.sh); then mapfile -t python <<<"$parts"; else say "Building without the Python package."; fi
  fi
  cmake --preset "$preset" "${python[@]}" >/dev/null
fi
cmake --build "$folder" ${1:+--target "$@"}
