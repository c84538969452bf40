#!/usr/bin/env bash
# Writes the tables at the end of lexicon/README.md anew, as the built program prints them.
. "$(dirname "$0")/common.sh"
page=lexicon/README.md
head=$(sed '/^Every entry may have:$/,$d' "$page")
{ printf '%s\n\n' "$head"; build/dragoman lexicon schema; } > "$page.new"
mv "$page.new" "$page"
