import type { PackageIdentity } from "../package-identity.ts";
import { apparmorProfileFile } from "./apparmor-profile.ts";

/**
 * Before the files are there: dpkg leaves a folder that exists to its owner, and what lies in it besides is loaded by the program.
 */
function clear(name: string): string {
  return `program=/opt/${name}
if [ -e "$program" ] && [ -n "$(find "$program/" ! -type l \\( ! -user root -o -perm /022 \\) -print -quit)" ]; then
  echo "${name}: others than root can change $program, which is there already. Move it away, then install again." >&2
  exit 1
fi`;
}

/**
 * After the files are there: the AppArmor profile where this system's parser takes it, and the setuid bit for Chromium's own helper only
 * where an ordinary user cannot have the namespaces that make it unnecessary.
 */
function settle(name: string): string {
  return `program=/opt/${name}
profile=/etc/apparmor.d/${name}

# An older parser does not know the rule, and would complain at each start of the system.
if command -v apparmor_parser >/dev/null && apparmor_parser -QTK "$program/${apparmorProfileFile}" >/dev/null 2>&1; then
  install -D -T -m 0644 "$program/${apparmorProfileFile}" "$profile" || echo "${name}: $profile was not written" >&2
  # Not while an image of another system is made.
  if ! { command -v ischroot >/dev/null && ischroot; } && [ -d /sys/kernel/security/apparmor ]; then
    apparmor_parser -rTK "$profile" || echo "${name}: its AppArmor profile was not loaded; it will be at the next start of the system" >&2
  fi
fi

# Tried as an ordinary user: root may do more.
has_namespaces() {
  setpriv --reuid=65534 --regid=65534 --clear-groups unshare --user true 2>/dev/null || return 1
  [ "$(cat /proc/sys/kernel/apparmor_restrict_unprivileged_userns 2>/dev/null)" != 1 ] || [ -f "$profile" ]
}
sandbox="$program/chrome-sandbox"
if command -v dpkg-statoverride >/dev/null && dpkg-statoverride --list "$sandbox" >/dev/null; then
  : # the administrator has decided
elif has_namespaces; then
  chmod 0755 "$sandbox"
else
  chmod 4755 "$sandbox"
fi`;
}

/** Once the program is really gone. What people have in their home folders stays. */
function leave(name: string): string {
  return `profile=/etc/apparmor.d/${name}
if [ -f "$profile" ]; then
  if command -v apparmor_parser >/dev/null && [ -d /sys/kernel/security/apparmor ]; then
    apparmor_parser -R "$profile" >/dev/null 2>&1 || true # it may not have been loaded
  fi
  rm -f "$profile"
fi`;
}

/** Debian's, which are told what happens (Debian Policy 6.5). */
export function debianScripts({ name }: PackageIdentity): Readonly<Record<"preinst" | "postinst" | "postrm", string>> {
  return {
    preinst: `#!/bin/sh
set -e
[ "$1" = install ] || exit 0 # an upgrade finds what the installation has made

${clear(name)}
`,
    postinst: `#!/bin/sh
set -e
[ "$1" = configure ] || [ "$1" = abort-upgrade ] || exit 0

${settle(name)}
`,
    postrm: `#!/bin/sh
set -e
[ "$1" = remove ] || [ "$1" = purge ] || exit 0 # an upgrade goes on with what is there

${leave(name)}
`,
  };
}

/** rpm's, which are told how many versions remain. At an upgrade the old version's script runs last. */
export function rpmScripts({ name }: PackageIdentity): Readonly<Record<"pre" | "post" | "postun", string>> {
  return {
    pre: `[ "$1" -eq 1 ] || exit 0\n\n${clear(name)}`,
    post: settle(name),
    postun: `[ "$1" -eq 0 ] || exit 0\n\n${leave(name)}`,
  };
}
