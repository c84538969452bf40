#!/usr/bin/env bash
# usage: python_env.sh REQUIREMENTS: prints the interpreter of an environment in the cache that has what the file names, each held to its
# sha256; makes it where it is not there yet.
. "$(dirname "$0")/common.sh"
name=$(basename "$(dirname "$1")")-$(sha256sum "$1" | cut -c1-12)
env="$DRAGOMAN_CACHE/python/env-$name"
if [ ! -x "$env/bin/python" ]; then
  say "Making a Python environment for $1"
  mkdir -p "$DRAGOMAN_CACHE/python"
  rm -rf "$env.new"
  python3 -m venv "$env.new" >&2
  "$env.new/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1" >&2
  mv "$env.new" "$env"
fi
printf '%s\n' "$env/bin/python"
