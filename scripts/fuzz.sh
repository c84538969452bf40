#!/usr/bin/env bash
# usage: fuzz.sh SECONDS SENTENCES: each fuzz target for so long, beginning with the inputs that the project ships for it; then so
# many sentences of damaged news with the whole model, and for every hundred of them a question to a store and a hostile request to
# its server.
. "$(dirname "$0")/common.sh"
scripts/setup.sh clang-14 libclang-rt-14-dev
scripts/build.sh release dragoman dragoman_tiny_model dragoman_mutate
scripts/build.sh fuzz
mkdir -p "$DRAGOMAN_CACHE/fuzz/fuzz_model"
build/dragoman_tiny_model "$DRAGOMAN_CACHE/fuzz/fuzz_model/tiny"
for target in build-fuzz/fuzz_*; do
  name=$(basename "$target")
  corpus="$DRAGOMAN_CACHE/fuzz/$name"; mkdir -p "$corpus"
  say "== $name for $1 seconds"
  "$target" -max_total_time="$1" -timeout=20 -rss_limit_mb=2048 -artifact_prefix="build-fuzz/$name-" -print_final_stats=0 "$corpus" tests/fuzz/seeds/"$name"
done
say "== $2 sentences of damaged news"
build/dragoman_mutate "$2" "$(date +%s)" build-fuzz/mutated.txt samples ../shared/data/polnear
python3 tests/tools/odd_questions.py build/dragoman . "$(($2 / 100))" "$(date +%s)"
python3 tests/dossier_test.py build/dragoman . "$(($2 / 100))"
