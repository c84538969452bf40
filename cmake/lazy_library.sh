#!/usr/bin/env bash
# usage: lazy_library.sh NAME OUT.cc LIBRARY[:LIBRARY...] OBJECT...: writes the LazyLibrary kNAMELibrary (src/text/lazy_library.h), which opens
# the first LIBRARY when it is loaded, with a jump for each function of the LIBRARYs that the OBJECTs call.
set -euo pipefail
name=$1 out=$2; IFS=: read -ra libraries <<<"$3"; shift 3
file=$(readelf -d "${libraries[0]}" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')
called=$(join <(nm -u "$@" | awk 'NF == 2 {print $2}' | sort -u) <(nm -D --defined-only "${libraries[@]}" | awk 'NF == 3 {sub("@.*", "", $3); print $3, $2}' | sort -u))
[ -n "$called" ] || { echo "lazy_library.sh: nothing calls $file" >&2; exit 1; }
if data=$(grep -v ' [TWi]$' <<<"$called"); then
  echo "lazy_library.sh: data of $file cannot be used before it is loaded: $data" >&2; exit 1
fi
mapfile -t functions < <(cut -d' ' -f1 <<<"$called")
{
  printf '// Made by cmake/lazy_library.sh.\n#include "text/lazy_library.h"\n\n'
  printf 'extern "C" {\nextern void* dragoman_lazy_%s[];\n' "$name"
  printf '[[gnu::visibility("hidden"), gnu::used]] void* dragoman_lazy_%s[%d] = {};\n}\n\n' "$name" ${#functions[@]}
  printf '#if defined(__x86_64__)\n#define DRAGOMAN_JUMP(place) "endbr64\\n jmp *" place "(%%rip)\\n"\n'
  printf '#elif defined(__aarch64__)\n#define DRAGOMAN_JUMP(place) "adrp x16, " place "\\n add x16, x16, :lo12:" place "\\n ldr x16, [x16]\\n br x16\\n"\n'
  printf '#else\n#error "the jump for this processor is to be written in cmake/lazy_library.sh"\n#endif\n\n'
  printf 'asm(".text\\n");\n'
  for i in "${!functions[@]}"; do
    f=${functions[i]}
    printf 'asm(".p2align 4\\n.globl %s\\n.hidden %s\\n.type %s, %%function\\n%s:\\n" DRAGOMAN_JUMP("dragoman_lazy_%s+%d") ".size %s, .-%s\\n");\n' \
      "$f" "$f" "$f" "$f" "$name" $((8 * i)) "$f" "$f"
  done
  printf '\nnamespace dragoman {\n\nconstexpr const char* kNames[] = {\n'
  printf '    "%s",\n' "${functions[@]}"
  printf '};\nextern const LazyLibrary k%sLibrary;\nconst LazyLibrary k%sLibrary{"%s", kNames, {dragoman_lazy_%s, %d}};\n\n}  // namespace dragoman\n' \
    "$name" "$name" "$file" "$name" ${#functions[@]}
} >"$out.new"
if cmp -s "$out.new" "$out"; then rm "$out.new"; else mv "$out.new" "$out"; fi
