#!/usr/bin/env bash
# usage: browser.sh [PICTURES]: the dossier of the samples in a real browser, as tests/browser/dossier_test.mjs has it; pictures of all
# pages are put where one says. browser.sh --docs makes the pictures of docs/dossier.md anew. What drives the browser lives in the cache,
# made on demand of tests/browser/package.json.
. "$(dirname "$0")/common.sh"
scripts/setup.sh chromium fonts-dejavu-core
command -v npm >/dev/null || need_packages npm nodejs
scripts/build.sh release dragoman
home="$DRAGOMAN_CACHE/browser"; mkdir -p "$home"
if ! cmp -s tests/browser/package.json "$home/package.json"; then
  say "Making a folder with what drives the browser"
  cp tests/browser/package.json "$home/package.json.new"
  (cd "$home" && cp package.json.new package.json && npm install --silent --ignore-scripts --no-audit --no-fund) || { rm -f "$home/package.json"; exit 1; }
fi
store=$(mktemp -d)/samples.db
trap 'rm -rf "$(dirname "$store")"' EXIT
build/dragoman add samples --store "$store" >/dev/null
if [ "${1:-}" = --docs ]; then
  mkdir -p docs/pictures
  exec_with=(tests/browser/pictures.mjs build/dragoman "$store" "$home/node_modules" docs/pictures)
else
  exec_with=(tests/browser/dossier_test.mjs build/dragoman "$store" "$home/node_modules" "$@")
fi
node "${exec_with[@]}"
