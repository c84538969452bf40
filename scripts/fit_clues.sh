#!/usr/bin/env bash
# usage: fit_clues.sh [--write]: fits the weights by which names are told apart, as eval/fit_clues.py has it. What it computes with lives
# in an environment of its own in the cache, made on demand.
. "$(dirname "$0")/common.sh"
scripts/setup.sh python3-venv
scripts/build.sh release dragoman_clues
venv="$DRAGOMAN_CACHE/eval/$(sed -n 's/^numpy==/numpy-/p' eval/requirements.txt)"
if [ ! -f "$venv/ready" ]; then
  say "Making an environment with $(basename "$venv")"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r eval/requirements.txt
  touch "$venv/ready"
fi
exec "$venv/bin/python" eval/fit_clues.py "$@"
