#!/usr/bin/env bash
# usage: fresh_debian.sh WHEEL: shows that the wheel installs and reads on a bare Debian 12 without a network. Needs root.
#
# Makes a Debian with nothing but Python in a folder of its own (debootstrap, from the network, kept packed in the cache), installs the wheel
# there with pip, and runs package and program with no network device at all.
. "$(dirname "$0")/common.sh"
wheel=$1
[ -f "$wheel" ] || { say "found no $wheel; \`make wheel\` makes one"; exit 2; }
[ "$(id -u)" = 0 ] || { say "A Debian in a folder can be made by root alone."; exit 2; }
base="$DRAGOMAN_CACHE/debian-12-python.tar"
folder=$(mktemp -d)
trap 'umount -q "$folder/proc" 2>/dev/null; rm -rf --one-file-system "$folder"' EXIT
if [ ! -f "$base" ]; then
  need_packages debootstrap
  say "Making a bare Debian 12"
  debootstrap --variant=minbase --include=python3,python3-pip,python3-venv bookworm "$folder" >/dev/null
  tar -C "$folder" --exclude=./dev --exclude=./proc --exclude=./sys -cf "$base.new" . && mv "$base.new" "$base"
else
  tar -C "$folder" -xf "$base"
fi
mkdir -p "$folder"/{proc,dev,work}
mount -t proc proc "$folder/proc"
[ -e "$folder/dev/null" ] || mknod -m 666 "$folder/dev/null" c 1 3
[ -e "$folder/dev/urandom" ] || mknod -m 666 "$folder/dev/urandom" c 1 9
cp "$wheel" samples/nile-tributary-talks.txt docs/pictures/dossier-report.png "$folder/work"
cat >"$folder/work/try.sh" <<'INSIDE'
set -eu
cd /work
python3 -m venv env
env/bin/pip install --quiet --no-index --no-deps dragoman-*.whl
env/bin/python -c '
import dragoman
record = dragoman.load().read("Kenya and Ghana signed a fisheries agreement on Sunday.", published="2010-01-11")
assert [actor.name for actor in record.events[0].actors] == ["Kenya", "Ghana"], record
assert len(dragoman.load().tables([record.text])["events"]) == 1
'
env/bin/dragoman read --format summary nile-tributary-talks.txt | grep -q 'Alemu Tesfaye'
env/bin/dragoman add nile-tributary-talks.txt --store corpus.db 2>&1 | grep -q '1 added'
env/bin/dragoman who 'Alemu Tesfaye' --store corpus.db | grep -q 'water minister'
env/bin/dragoman articles dossier-report.png 2>&1 | grep -q 'is a PNG image'
INSIDE
unshare --net chroot "$folder" /bin/sh /work/try.sh
say "$(basename "$wheel") installs and reads on a bare Debian 12 without a network"
