#!/usr/bin/env bash
# usage: test_cluster.sh [spark|ray]...: the package on Spark (a local cluster of two workers) and on Ray (a cluster of two nodes on this
# machine), against what one machine makes of the same reports. Spark takes a Java 17, which is installed where there is none.
. "$(dirname "$0")/common.sh"
command -v java >/dev/null || need_packages openjdk-17-jre-headless
scripts/build.sh release dragoman dragoman_python_stub
python=$(scripts/python_env.sh tests/cluster/requirements.txt)
export RAY_worker_niceness=0  # else whatever else the machine does goes before
export DRAGOMAN_HOME=$PWD PYTHONPATH=$PWD/build/python PYSPARK_PYTHON=$python PYSPARK_DRIVER_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1
[ $# -gt 0 ] || set -- spark ray
for name in "$@"; do
  "$python" "tests/cluster/${name}_test.py"
done
