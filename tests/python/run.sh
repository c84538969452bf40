#!/usr/bin/env bash
# usage: run.sh BUILD PROGRAM: the tests of the Python package as it was built, with the environment that they are pinned to.
. "$(dirname "$0")/../../scripts/common.sh"
python=$(scripts/python_env.sh tests/python/requirements.txt)
export DRAGOMAN_HOME=$PWD PYTHONPATH=$1/python
for test in tests/python/*_test.py; do
  "$python" "$test" "$2"
done
