#!/usr/bin/env bash
# usage: test.sh PRESET: builds the preset and runs every test in it.
. "$(dirname "$0")/common.sh"
folder=build; [ "$1" = release ] || folder=build-$1
[ "$1" != asan ] || scripts/setup.sh clang-14 libclang-rt-14-dev
scripts/build.sh "$1"
scripts/python_env.sh tests/python/requirements.txt >/dev/null
exec ctest --test-dir "$folder" -j "$(nproc)" --output-on-failure
