#!/usr/bin/env bash
# Reads the sample articles and prints what was found, as a person would want to read it.
. "$(dirname "$0")/common.sh"
exec build/dragoman read --format summary samples/*.txt
