#!/bin/bash
# Shows that a bare Debian 12 needs nothing but a copy of the repository: makes one with debootstrap, copies the last
# commit in, and runs ./armillary and tests/run there. Needs root and some 3 GB; leaves nothing behind.
#
#   tests/fresh_machine.sh           the last commit
#   KEEP=1 tests/fresh_machine.sh    leaves the machine's folder and says where it is
set -u
repository=$(cd "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
passed=0 failed=0

expect() { # expect TEXT COMMAND…: the command succeeds
  local text=$1 started=$SECONDS
  shift
  if "$@"; then
    passed=$((passed + 1))
    printf '%s: yes, %d s\n' "$text" $((SECONDS - started))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s (status %d)\n' "$text" $?
  fi
}

finish() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  exit $((failed > 0))
}

# The mirror that this machine uses, so that the fresh one needs no other.
find_mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    grep -oE '(https?|file)://[^] ]*/debian/?( |$)' | head -n 1 | tr -d ' '
}

[ "$(id -u)" -eq 0 ] || {
  echo 'FAILED: a fresh machine is made by root'
  failed=1
  finish
}

machine=$(mktemp -d "${TMPDIR:-/var/tmp}/armillary-fresh-machine.XXXXXX")
clean_up() {
  umount "$machine/dev/shm" "$machine/proc" 2>/dev/null
  if [ -n "${KEEP-}" ]; then
    echo "the machine is in $machine"
  elif ! grep -qF " $machine/" /proc/mounts; then # never through a mount that is still there
    rm -rf -- "$machine"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

mirror=$(find_mirror)
log=$machine.log
expect "a bare Debian 12 from ${mirror:=http://deb.debian.org/debian}" \
  debootstrap --variant=minbase bookworm "$machine" "$mirror" >"$log" 2>&1
tail -n 1 "$log"
rm -f -- "$log"
[ -x "$machine/usr/bin/apt-get" ] || finish

# What a machine has besides its packages: processes, shared memory, the network's settings. The devices that matter
# were made by debootstrap; the real /dev stays out, for the folder is removed in the end.
mount -t proc proc "$machine/proc"
mkdir -p "$machine/dev/shm" && mount -t tmpfs tmpfs "$machine/dev/shm"
cp -L /etc/resolv.conf /etc/hosts "$machine/etc/" 2>/dev/null
cp /etc/apt/apt.conf.d/*proxy* "$machine/etc/apt/apt.conf.d/" 2>/dev/null
git clone -q "$repository" "$machine/srv/armillary" || finish

inside() { # a command in the fresh machine, as a user who has just logged in; the environment holds nothing of ours
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    chroot "$machine" /bin/sh -c "cd /srv/armillary && $1" </dev/null
}

expect 'nothing is installed there beforehand' inside '! command -v g++ cmake python3'
expect './armillary build sets itself up and builds' inside './armillary build'
expect 'the site is there' test -s "$machine/srv/armillary/site/en/index.html"
# shellcheck disable=SC2016  # expanded inside
expect 'a second run takes less than a quarter of a second' inside '
  started=$(date +%s%N); ./armillary --version && [ $((($(date +%s%N) - started) / 1000000)) -lt 250 ]'
expect 'tests/run quick sets itself up and passes' inside 'tests/run quick'
finish
