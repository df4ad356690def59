#!/bin/bash
# Shows that the Debian package installs in a bare Debian 12 and makes an observatory and its site there. Needs root and some
# 500 MB; leaves nothing behind but build/package.
#
#   tests/package.sh           builds the package and tries it
#   KEEP=1 tests/package.sh    leaves the machine's folder and says where it is
set -u
repository=$(cd "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
# shellcheck source=tests/bare_machine.sh
. "$repository/tests/bare_machine.sh"

build=$repository/build/package
log=$repository/build/package.log
make_package() {
  rm -f "$build"/*.deb
  cmake -S "$repository" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DARMILLARY_TESTS=OFF &&
    cmake --build "$build" -j "$(nproc)" && (cd "$build" && cpack -G DEB)
}
mkdir -p "$build"
expect 'the package is built' make_package >"$log" 2>&1
tail -n 1 "$log"
package=$(find "$build" -maxdepth 1 -name 'armillary_*.deb' | head -n 1)
[ -n "$package" ] || {
  tail -n 40 "$log"
  finish
}

make_machine package "$log"
cp "$package" "$machine/tmp/armillary.deb"
there=/root
inside "$there" 'apt-get -q update' >>"$log" 2>&1
expect 'the package installs with what it depends on' \
  inside "$there" 'DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends /tmp/armillary.deb' >>"$log" 2>&1
tail -n 1 "$log"
expect 'no compiler came with it' inside "$there" '! command -v g++ >/dev/null && ! command -v cmake >/dev/null'
expect 'the program says what it was built from' inside "$there" 'armillary --version'
expect 'it begins an observatory' inside "$there" 'armillary init bridges >/dev/null'
expect 'which is sound' inside "$there" 'armillary check --strict --root bridges'
expect 'it builds the site' inside "$there" 'armillary build --root bridges && test -s bridges/site/zh/bridges/iron-bridge/index.html'
expect 'it makes a record' inside "$there" 'armillary new bridge golden-gate --no-text --root bridges >/dev/null'
expect 'it speaks Chinese' inside "$there" 'armillary check --messages zh --root nowhere 2>&1 | grep -q 没有文件夹'
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
