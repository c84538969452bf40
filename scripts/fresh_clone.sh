#!/usr/bin/env bash
# usage: fresh_clone.sh [--cache] [TARGET...]: shows that the last commit builds and tests without anything that lies about here.
#
# Clones the last commit into a new folder and makes each TARGET there (`test` where none is named) with a cache of its own, so that
# model and gazetteer are fetched and imported anew; --cache takes those of this machine's cache, and needs no network. The clone lies
# below TMPDIR and is gone afterwards. Fails when a target does, or when making it leaves in the tree what git does not ignore.
. "$(dirname "$0")/common.sh"
own_cache=yes
if [ "${1:-}" = --cache ]; then own_cache=; shift; fi
[ $# -gt 0 ] || set -- test
[ -z "$(git status --porcelain)" ] || say "Not committed, and so not tried: $(git status --porcelain | wc -l) files"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone --quiet --no-hardlinks . "$folder/dragoman"
[ -z "$own_cache" ] || DRAGOMAN_CACHE="$folder/cache"
unset DRAGOMAN_HOME DRAGOMAN_MODEL MAKEFLAGS
for target in "$@"; do
  make -C "$folder/dragoman" --no-print-directory "$target" ||
    { say "make $target failed in a fresh clone of $(git rev-parse --short HEAD)"; exit 1; }
done
left=$(git -C "$folder/dragoman" status --porcelain)
[ -z "$left" ] || { say "make $* leaves in the tree:"; say "$left"; exit 1; }
say "make $* is good in a fresh clone of $(git rev-parse --short HEAD)"
