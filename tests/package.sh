#!/bin/bash
# Shows that the Debian package installs in a bare Debian 12 and makes an observatory and its site there. Needs root and some
# 500 MB; leaves nothing behind but build/package.
#
#   tests/package.sh           builds the package and tries it
#   KEEP=1 tests/package.sh    leaves the machine's folder and says where it is
set -u
repository=$(cd "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
passed=0 failed=0

expect() { # expect TEXT COMMAND…: the command succeeds
  local text=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    printf '%s: yes\n' "$text"
  else
    failed=$((failed + 1))
    printf 'FAILED: %s (status %d)\n' "$text" $?
  fi
}

finish() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  exit $((failed > 0))
}

[ "$(id -u)" -eq 0 ] || {
  echo 'FAILED: a bare Debian is made by root'
  failed=1
  finish
}

build=$repository/build/package
log=$repository/build/package.log
make_package() {
  rm -f "$build"/*.deb
  cmake -S "$repository" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DARMILLARY_TESTS=OFF &&
    cmake --build "$build" -j "$(nproc)" && (cd "$build" && cpack -G DEB)
}
mkdir -p "$build"
expect 'the package is built' make_package >"$log" 2>&1
package=$(find "$build" -maxdepth 1 -name 'armillary_*.deb' | head -n 1)
[ -n "$package" ] || {
  tail -n 40 "$log"
  failed=$((failed + 1))
  finish
}

machine=$(mktemp -d "${TMPDIR:-/var/tmp}/armillary-package.XXXXXX")
clean_up() {
  umount "$machine/proc" 2>/dev/null
  if [ -n "${KEEP-}" ]; then
    echo "the machine is in $machine"
  elif ! grep -qF " $machine/" /proc/mounts; then # never through a mount that is still there
    rm -rf -- "$machine"
  fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# The mirror that this machine uses, so that the bare one needs no other.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
  grep -oE '(https?|file)://[^] ]*/debian/?( |$)' | head -n 1 | tr -d ' ')
expect 'there is a bare Debian 12' \
  debootstrap --variant=minbase bookworm "$machine" "${mirror:-http://deb.debian.org/debian}" >>"$log" 2>&1
[ -x "$machine/usr/bin/apt-get" ] || finish
mount -t proc proc "$machine/proc"
cp -L /etc/resolv.conf /etc/hosts "$machine/etc/" 2>/dev/null
cp /etc/apt/apt.conf.d/*proxy* "$machine/etc/apt/apt.conf.d/" 2>/dev/null
cp "$package" "$machine/tmp/armillary.deb"

inside() { # a command in the bare machine; the environment holds nothing of ours
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    chroot "$machine" /bin/sh -c "cd /root && $1" </dev/null
}

inside 'apt-get -q update' >>"$log" 2>&1
expect 'the package installs with what it depends on' \
  inside 'apt-get -q -y install --no-install-recommends /tmp/armillary.deb' >>"$log" 2>&1
expect 'no compiler came with it' inside '! command -v g++ >/dev/null && ! command -v cmake >/dev/null'
expect 'the program says what it was built from' inside 'armillary --version'
expect 'it begins an observatory' inside 'armillary init bridges >/dev/null'
expect 'which is sound' inside 'armillary check --strict --root bridges'
expect 'it builds the site' inside 'armillary build --root bridges && test -s bridges/site/zh/bridges/iron-bridge/index.html'
expect 'it makes a record' inside 'armillary new bridge golden-gate --no-text --root bridges >/dev/null'
# bookworm's minimal variant leaves manuals and documentation out when it installs: the package itself is looked at.
for name in usr/share/man/man1/armillary.1.gz usr/share/bash-completion/completions/armillary \
  usr/share/zsh/vendor-completions/_armillary usr/share/fish/vendor_completions.d/armillary.fish \
  usr/share/doc/armillary/copyright usr/share/doc/armillary/armillary.spdx; do
  expect "the package holds $name" test -n "$(dpkg-deb --contents "$package" | grep -F "./$name")"
done
# Every file of the package is in its list, with its digest.
contents=$(mktemp -d)
dpkg-deb --extract "$package" "$contents"
list=$contents/usr/share/doc/armillary/armillary.spdx
agrees() {
  local missing
  missing=$(cd "$contents" && find . -type f ! -name armillary.spdx | sort | while read -r file; do
    grep -qF "FileName: $file" "$list" && grep -qF "SHA256: $(sha256sum "$file" | cut -d ' ' -f 1)" "$list" || echo "$file"
  done)
  [ -z "$missing" ] || { echo "$missing"; return 1; }
}
expect 'the list of files agrees with the package' agrees
rm -rf -- "$contents"
finish
