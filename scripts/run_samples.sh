#!/usr/bin/env bash
# Reads the sample articles and prints what was found, as a person would want to read it: each article alone, then all of
# them as one store, in the order of time.
. "$(dirname "$0")/common.sh"
build/dragoman read --format summary samples/*.txt
store=build/samples.db
rm -f "$store" "$store"-*
build/dragoman add samples --store "$store"
echo
build/dragoman timeline --store "$store"
echo
echo "To look at it in the browser: build/dragoman serve --samples --open"
