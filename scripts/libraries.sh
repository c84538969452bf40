#!/usr/bin/env bash
# usage: libraries.sh FOLDER FILE...: puts into FOLDER the libraries that the programs and libraries FILE are linked with, those that they open
# when they need them (src/text/lazy_library.h), and those that these are linked with, but for the C and C++ libraries, which every Debian has.
. "$(dirname "$0")/common.sh"
folder=$1; shift
mapfile -t lazy < <(pkg-config --libs-only-l libzip libarchive gmime-3.0 poppler-cpp libmicrohttpd | tr ' ' '\n' | sed -n 's/^-l//p' |
  while read -r name; do c++ -print-file-name="lib$name.so"; done)
for library in "${lazy[@]}"; do  # by the name under which they are opened
  cp -Lt "$folder" "$(dirname "$library")/$(readelf -d "$library" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')"
done
ldd "$@" "${lazy[@]}" | awk '$3 ~ "^/(usr/)?lib/" {print $3}' | sort -u |
  { grep -vE '/(libc|libm|libdl|librt|libpthread|libstdc\+\+|libgcc_s|libresolv)\.so' || true; } | xargs -r cp -Lt "$folder"
