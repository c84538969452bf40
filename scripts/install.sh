#!/usr/bin/env bash
# usage: install.sh [--data] PREFIX: what was built; the model, the gazetteer and the charts' libraries beside the lexicon in
# PREFIX/share/dragoman. With --data the latter alone.
. "$(dirname "$0")/common.sh"
data=; [ "$1" != --data ] || { data=1; shift; }
[ -n "$data" ] || cmake --install build --prefix "$1" >/dev/null
install -d "$1/share/dragoman/models"
install -m 644 "$models"/*.dragoman "$1/share/dragoman/models"
[ ! -f "$DRAGOMAN_CACHE/gazetteer.dragoman" ] || install -m 644 "$DRAGOMAN_CACHE/gazetteer.dragoman" "$1/share/dragoman"
if [ -d "$DRAGOMAN_CACHE/assets" ]; then
  install -d "$1/share/dragoman/assets"
  install -m 644 "$DRAGOMAN_CACHE"/assets/* "$1/share/dragoman/assets"
fi
[ -n "$data" ] || say "Installed $1/bin/dragoman"
