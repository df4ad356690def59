#!/bin/bash
# Shows that a bare Debian 12 needs nothing but a copy of the repository: makes one with debootstrap, copies the last
# commit in, and runs ./armillary and tests/run there. Needs root and some 3 GB; leaves nothing behind.
#
#   tests/fresh_machine.sh           the last commit
#   KEEP=1 tests/fresh_machine.sh    leaves the machine's folder and says where it is
set -u
repository=$(cd "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
# shellcheck source=tests/bare_machine.sh
. "$repository/tests/bare_machine.sh"

log=$(mktemp)
make_machine fresh-machine "$log"
rm -f -- "$log"
git clone -q "$repository" "$machine/srv/armillary" || finish
there=/srv/armillary

expect 'nothing is installed there beforehand' inside "$there" '! command -v g++ cmake python3'
expect './armillary build sets itself up and builds' inside "$there" './armillary build'
expect 'the site is there' test -s "$machine$there/site/en/index.html"
# shellcheck disable=SC2016  # expanded inside
expect 'a second run takes less than a quarter of a second' inside "$there" '
  started=$(date +%s%N); ./armillary --version && [ $((($(date +%s%N) - started) / 1000000)) -lt 250 ]'
expect 'tests/run quick sets itself up and passes' inside "$there" 'tests/run quick'
finish
