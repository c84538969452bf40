#!/usr/bin/env bash
# usage: score.sh [SCORER]... [--speed] [--record]: all figures beside the last recorded ones, as eval/score.py has it.
. "$(dirname "$0")/common.sh"
python3 -c 'import yaml' 2>/dev/null || scripts/setup.sh python3-yaml
exec python3 eval/score.py "$@"
