#!/usr/bin/env bash
# usage: fuzz.sh SECONDS: each fuzz target for so long, beginning with the inputs that the project ships for it.
. "$(dirname "$0")/common.sh"
scripts/setup.sh clang-14
scripts/build.sh release dragoman_tiny_model
scripts/build.sh fuzz
mkdir -p "$DRAGOMAN_CACHE/fuzz/fuzz_model"
build/dragoman_tiny_model "$DRAGOMAN_CACHE/fuzz/fuzz_model/tiny"
for target in build-fuzz/fuzz_*; do
  name=$(basename "$target")
  corpus="$DRAGOMAN_CACHE/fuzz/$name"; mkdir -p "$corpus"
  say "== $name for $1 seconds"
  "$target" -max_total_time="$1" -timeout=20 -rss_limit_mb=2048 -artifact_prefix="build-fuzz/$name-" -print_final_stats=0 "$corpus" tests/fuzz/seeds/"$name"
done
