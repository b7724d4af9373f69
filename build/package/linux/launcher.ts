import type { PackageIdentity } from "../package-identity.ts";

/**
 * What /usr/bin/NAME leads to. A crash could otherwise write main's memory, with PIN and keys in it, to the disk
 * (docs/threat-model.md#core-dumps).
 *
 * The limit is one byte: with none, Linux still hands the memory to a program that collects dumps, as many systems have one
 * (core(5); do_coredump in fs/coredump.c refuses exactly 1).
 *
 * Libraries that a desktop's package loads into every program (Debian's gtk3-nocsd) have no place in this one, and would end
 * its start (docs/decisions/0015-start-refused.md).
 */
export const launcher = {
  nameOf: ({ name }: Pick<PackageIdentity, "name">) => `start-${name}`,
  textOf: ({ name }: Pick<PackageIdentity, "name">) =>
    `#!/bin/sh
# Starts the program beside this file. A crash writes no memory to the disk: PIN and keys are in it.
set -e
unset LD_PRELOAD LD_AUDIT # no library but the program's own and the system's
system=/usr/bin:/bin:$PATH # whatever else is called like these two
start=$(PATH=$system; readlink -f -- "$0")
(PATH=$system; prlimit --pid $$ --core=1:1) 2>/dev/null || ulimit -c 0 # 1 also stops programs that collect dumps
if [ "$(PATH=$system; id -u)" = 0 ]; then # Chromium would refuse, and name a switch that turns its sandbox off
  echo "${name} does not start as root, as that would take its protection away. Start it as the person who uses it." >&2
  exit 77 # EX_NOPERM of sysexits.h
fi
if [ -z "$DISPLAY$WAYLAND_DISPLAY" ]; then
  echo "${name} shows a window, and there is no desktop here. Start it in a terminal of the desktop, or from its menu." >&2
  exit 69 # EX_UNAVAILABLE of sysexits.h
fi
exec "\${start%/*}/${name}" "$@"
`,
};
