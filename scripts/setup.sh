#!/usr/bin/env bash
# The system packages of packages.txt, and those given as arguments besides.
. "$(dirname "$0")/common.sh"
need_packages $(sed '/^#/d' scripts/packages.txt) "$@"
