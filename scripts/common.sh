# Read by the other scripts: where the tree and the cache are. The cache outlives `make clean`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DRAGOMAN_CACHE="${DRAGOMAN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/dragoman}"
models="$DRAGOMAN_CACHE/models"

say() { printf '%s\n' "$*" >&2; }

# Installs what is missing of the packages named; without root prints the one line to ask an administrator for.
need_packages() {
  command -v dpkg-query >/dev/null || { say "No Debian packages here; the build needs the counterparts of: $*"; return 0; }
  local there missing
  there=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)
  missing=$(printf '%s\n' "$@" | grep -vxF -e "$there" || true)
  [ -n "$missing" ] || return 0
  missing=$(echo $missing)
  local as=()
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      as=(sudo)
    else
      say "Some system packages are missing. Please ask an administrator for:"
      say "  apt-get install -y --no-install-recommends $missing"
      return 1
    fi
  fi
  say "Installing system packages: $missing"
  "${as[@]}" apt-get update -qq
  "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
