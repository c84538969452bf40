#!/usr/bin/env bash
# usage: libraries.sh FOLDER FILE...: puts into FOLDER the libraries that the programs and libraries FILE are linked with, and those that these
# are linked with, but for the C and C++ libraries, which every Debian has.
. "$(dirname "$0")/common.sh"
folder=$1; shift
ldd "$@" | awk '$3 ~ "^/(usr/)?lib/" {print $3}' | sort -u |
  { grep -vE '/(libc|libm|libdl|librt|libpthread|libstdc\+\+|libgcc_s|libresolv)\.so' || true; } | xargs -r cp -Lt "$folder"
