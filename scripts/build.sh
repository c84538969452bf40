#!/usr/bin/env bash
# usage: build.sh PRESET [TARGET...]: configures where that was not done yet, and builds.
. "$(dirname "$0")/common.sh"
preset=$1; shift
folder=build; [ "$preset" = release ] || folder=build-$preset
[ -f "$folder/build.ninja" ] || cmake --preset "$preset" >/dev/null
cmake --build "$folder" ${1:+--target "$@"}
