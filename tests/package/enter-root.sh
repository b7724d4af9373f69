#!/bin/sh
# Enters a throw-away root as its root user (0:0), or as an ordinary one: this system, with everything that is written to /usr, /etc, /var
# and /opt kept below BASE/upper instead. Nothing of the system itself changes, and no privilege is needed but user namespaces.
# Usage: unshare --user --map-root-user --mount sh enter-root.sh BASE UID:GID COMMAND…
set -e
base=$1
ids=$2
shift 2
mount -t tmpfs tmpfs "$base/root"
cd "$base/root"
for place in /*; do
  name=${place#/}
  if [ -L "$place" ]; then
    cp -P "$place" "$name"
  elif [ -d "$place" ]; then
    mkdir "$name"
    case $name in
      usr | etc | var | opt)
        layers="lowerdir=/$name,upperdir=$base/upper/$name,workdir=$base/work/$name"
        mount -t overlay overlay -o "$layers,userxattr" "$name"
        ;;
      *) mount --rbind "$place" "$name" ;;
    esac
  fi
done
mkdir before
pivot_root . before # not chroot: in one, Chromium's sandbox gets no namespaces
cd /
umount -l /before
rmdir /before
if [ "$ids" = 0:0 ]; then exec "$@"; fi
exec unshare --user --map-user="${ids%:*}" --map-group="${ids#*:}" "$@"
