#!/usr/bin/env bash
# usage: install_test.sh SOURCE BUILD [FLAGS]: installs below a new prefix, builds the example against the static and the
# shared library with CMake and with pkg-config, and reads from another directory with what is installed and nothing else.
set -euo pipefail
source=$1 build=$2 flags=${3:-}  # what the library was compiled with, such as sanitizers; CXX, where set, is the compiler
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$build" --prefix "$prefix" >/dev/null

cmake -S "$source/examples" -B "$prefix/examples" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_FLAGS="$flags" >/dev/null
cmake --build "$prefix/examples" >/dev/null
export PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name dragoman.pc)")
libraries=$(dirname "$PKG_CONFIG_PATH")
${CXX:-c++} -std=c++20 $flags "$source/examples/read_report.cc" -o "$prefix/by_pkg_config" $(pkg-config --cflags --libs dragoman) \
  -Wl,-rpath,"$libraries"

cd "$prefix"
man -l -Tascii share/man/man1/dragoman.1 2>/dev/null | grep -q -- --published || grep -q published share/man/man1/dragoman.1
bash -n share/bash-completion/completions/dragoman
model=${DRAGOMAN_MODEL:-$(ls "${DRAGOMAN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/dragoman}"/models/*.dragoman 2>/dev/null | head -1)}
[ -n "$model" ] || { echo "skipped reading: there is no model (make model)"; exit 0; }
mkdir share/dragoman/models
ln -s "$model" share/dragoman/models/en_core_web_md.dragoman
echo "The ministers met on Friday. They left." > report.txt
for program in examples/read_report examples/read_report_shared ./by_pkg_config; do
  "$program" "$model" share/dragoman/lexicon report.txt 2016-12-03 | grep -q '^2 sentences'
done
echo "Peru and Kenya signed a treaty on fish on Friday in Lima." > treaty.txt
for program in examples/ask_store examples/ask_store_shared; do
  "$program" "$model" share/dragoman/lexicon "$(basename "$program").db" Peru report.txt treaty.txt > answer.txt
  grep -q '^2 documents, [1-9]' answer.txt && grep -q '^with Kenya' answer.txt
done
cd /
env -i "$prefix/bin/dragoman" read "$prefix/report.txt" | grep -q '"id":"s2"'
echo ok
