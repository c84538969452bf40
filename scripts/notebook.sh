#!/usr/bin/env bash
# Runs the notebooks of examples/ from the first cell to the last.
. "$(dirname "$0")/common.sh"
scripts/build.sh release dragoman_python_stub
python=$(scripts/python_env.sh tests/notebook/requirements.txt)
export DRAGOMAN_HOME=$PWD PYTHONPATH=$PWD/build/python
exec "$python" -m pytest -q -p no:cacheprovider --nbmake --nbmake-kernel=python3 examples/*.ipynb
