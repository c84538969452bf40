#!/usr/bin/env bash
# usage: fresh_debian.sh WHEEL|DEB|ARCHIVE...: shows that what `make wheel`, `make deb` and `make dist` make installs and reads on a bare Debian
# 12 without a network. Needs root.
#
# Makes a Debian with nothing but Python in a folder of its own (debootstrap, from the network, kept packed in the cache), installs the wheel
# there with pip, the Debian package with apt, unpacks the archive, and runs each with no network device at all.
. "$(dirname "$0")/common.sh"
if [ $# -gt 1 ]; then
  for one in "$@"; do "$0" "$(realpath "$one")"; done
  exit
fi
what=$1
[ -f "$what" ] || { say "found no $what; \`make wheel\`, \`make deb\` or \`make dist\` makes one"; exit 2; }
case $what in *.whl) kind=wheel ;; *.deb) kind=deb ;; *.tar.gz) kind=archive ;; *) say "$what is no wheel, Debian package or archive"; exit 2 ;; esac
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
cp "$what" samples/nile-tributary-talks.txt docs/pictures/dossier-report.png "$folder/work"
cat >"$folder/work/try.sh" <<'INSIDE'
set -eu
cd /work
case $1 in
wheel)
  python3 -m venv env
  env/bin/pip install --quiet --no-index --no-deps dragoman-*.whl
  env/bin/python -c '
import dragoman
record = dragoman.load().read("Kenya and Ghana signed a fisheries agreement on Sunday.", published="2010-01-11")
assert [actor.name for actor in record.events[0].actors] == ["Kenya", "Ghana"], record
assert len(dragoman.load().tables([record.text])["events"]) == 1
with dragoman.Store("python.db", mode="create") as store:
    store.add([{"uri": "one", "text": record.text}])
    assert len(store.events(actor="Ghana")) == 1
'
  program=env/bin/dragoman ;;
deb)
  apt-get install --quiet --yes -o Dpkg::Use-Pty=0 /work/dragoman_*.deb >apt.log 2>&1 || { cat apt.log; exit 1; }
  test -f /usr/share/man/man1/dragoman.1.gz -a -f /usr/share/bash-completion/completions/dragoman
  program=dragoman ;;
archive)
  tar xzf dragoman-*.tar.gz
  program=$(echo dragoman-*/bin/dragoman) ;;
esac
$program read --format summary nile-tributary-talks.txt | grep -q 'Alemu Tesfaye'
$program add nile-tributary-talks.txt --store corpus.db 2>&1 | grep -q '1 added'
$program who 'Alemu Tesfaye' --store corpus.db | grep -q 'water minister'
$program articles dossier-report.png 2>&1 | grep -q 'is a PNG image'
# What needs a library that is opened when it is needed: archives, mail, PDF.
python3 -m zipfile -c reports.zip nile-tributary-talks.txt
$program read --format summary reports.zip | grep -q 'Alemu Tesfaye'
printf 'From: desk@example.org\nSubject: Talks\nContent-Type: text/plain\n\nKenya and Ghana signed a fisheries agreement on Sunday.\n' >one.eml
$program read --format summary one.eml | grep -q 'Ghana'
printf '%%PDF-1.4\n' >broken.pdf
$program articles broken.pdf 2>&1 | grep -q 'is a damaged PDF'
if [ $1 = deb ]; then
  apt-get remove --quiet --yes -o Dpkg::Use-Pty=0 dragoman >apt.log 2>&1 || { cat apt.log; exit 1; }
  ! command -v dragoman
fi
INSIDE
unshare --net chroot "$folder" /bin/sh /work/try.sh "$kind"
say "$(basename "$what") installs and reads on a bare Debian 12 without a network"
