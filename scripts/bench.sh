#!/usr/bin/env bash
# usage: bench.sh [PASSES]: words per second beside spaCy's with the same weights, and where the time goes. spaCy lives in an
# environment of its own in the cache, made on demand; the raw figures go to bench/runs/.
. "$(dirname "$0")/common.sh"
scripts/setup.sh python3-venv
scripts/build.sh release dragoman dragoman_bench
home="$DRAGOMAN_CACHE/bench"; mkdir -p "$home"
venv="$home/$(sed -n 's/^spacy==/spacy-/p' bench/requirements.txt)"
if [ ! -f "$venv/ready" ]; then
  say "Making an environment with $(basename "$venv")"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r bench/requirements.txt
  touch "$venv/ready"
fi
model=en_core_web_md
[ -f "$models/$model.dragoman" ] || model=en_core_web_sm
if [ ! -d "$home/$model" ]; then
  python3 -m zipfile -e "$(scripts/fetch.py "models.$model")" "$home/$model.new"
  mv "$home/$model.new" "$home/$model"
fi
exec python3 bench/compare.py build/dragoman_bench "$venv/bin/python" "$(dirname "$(find "$home/$model" -name config.cfg | head -1)")" bench/runs "$@"
