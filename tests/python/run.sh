#!/usr/bin/env bash
# usage: run.sh BUILD PROGRAM: the tests of the Python package as it was built, with the environment that they are pinned to.
. "$(dirname "$0")/../../scripts/common.sh"
python=$(scripts/python_env.sh tests/python/requirements.txt)
DRAGOMAN_HOME=$PWD PYTHONPATH=$1/python exec "$python" tests/python/package_test.py "$2"
