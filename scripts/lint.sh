#!/usr/bin/env bash
# clang-format and clang-tidy, both of version 14; prints what is not as it should be, and fails then.
. "$(dirname "$0")/common.sh"
scripts/setup.sh clang-format-14 clang-tidy-14
cmake --preset release -B build-lint -DDRAGOMAN_BATCH=1 >/dev/null  # how each file is compiled by itself; nothing is built there
git ls-files '*.h' '*.cc' | xargs clang-format-14 --dry-run --Werror
git ls-files 'src/*.cc' 'program/*.cc' 'tests/*.cc' | grep -v '^tests/fuzz/' | xargs -P "$(nproc)" -n 4 clang-tidy-14 --quiet -p build-lint 2>/dev/null
