# shellcheck shell=bash
# What package.sh and fresh_machine.sh share, to be sourced: counted expectations, and a bare Debian 12 in a folder that is
# gone in the end (KEEP=1 leaves it).

passed=0 failed=0
machine=

expect() { # expect TEXT COMMAND…: the command succeeds
  local text=$1 started=$SECONDS status
  shift
  "$@"
  status=$?
  if [ "$status" -eq 0 ]; then
    passed=$((passed + 1))
    printf '%s: yes, %d s\n' "$text" $((SECONDS - started))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s (status %d)\n' "$text" "$status"
  fi
  return "$status"
}

finish() {
  printf '%d passed, %d failed\n' "$passed" "$failed"
  exit $((failed > 0))
}

remove_machine() {
  umount "$machine/dev/shm" "$machine/proc" 2>/dev/null
  if [ -n "${KEEP-}" ]; then
    echo "the machine is in $machine"
  elif ! grep -qF " $machine/" /proc/mounts; then # never through a mount that is still there
    rm -rf -- "$machine"
  fi
}

# The mirror that this machine uses, so that the bare one needs no other.
find_mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    grep -oE '(https?|file)://[^] ]*/debian/?( |$)' | head -n 1 | tr -d ' '
}

make_machine() { # make_machine NAME LOG: sets `machine`, or ends the run
  local mirror
  [ "$(id -u)" -eq 0 ] || {
    echo 'FAILED: a bare Debian is made by root'
    failed=$((failed + 1))
    finish
  }
  machine=$(mktemp -d "${TMPDIR:-/var/tmp}/armillary-$1.XXXXXX")
  trap remove_machine EXIT
  trap 'exit 130' INT TERM
  mirror=$(find_mirror)
  expect "there is a bare Debian 12 from ${mirror:=http://deb.debian.org/debian}" \
    debootstrap --variant=minbase bookworm "$machine" "$mirror" >>"$2" 2>&1
  tail -n 1 "$2"
  [ -x "$machine/usr/bin/apt-get" ] || finish
  # What a machine has besides its packages: processes, shared memory, the network's settings. The devices that matter
  # were made by debootstrap; the real /dev stays out, for the folder is removed in the end.
  mount -t proc proc "$machine/proc"
  mkdir -p "$machine/dev/shm" && mount -t tmpfs tmpfs "$machine/dev/shm"
  cp -L /etc/resolv.conf /etc/hosts "$machine/etc/" 2>/dev/null
  cp /etc/apt/apt.conf.d/*proxy* "$machine/etc/apt/apt.conf.d/" 2>/dev/null
}

inside() { # inside FOLDER COMMAND: as a user who has just logged in; the environment holds nothing of ours
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    chroot "$machine" /bin/sh -c "cd $1 && $2" </dev/null
}
