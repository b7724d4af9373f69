import type { PackageIdentity } from "../package-identity.ts";

/** Below the application, from where a package's script copies it if this system's parser takes it (maintainer-scripts.ts). */
export const apparmorProfileFile = "resources/apparmor-profile";

/**
 * Lets this one program make the user namespaces of Chromium's sandbox where Ubuntu, from 23.10 on, keeps ordinary programs from it
 * (docs/threat-model.md#os-sandbox). It restricts nothing.
 */
export function apparmorProfile({ name, productName }: PackageIdentity): string {
  return `# ${productName}: user namespaces, for the sandbox of its window.
# Written anew at each upgrade: what is to stay belongs into local/${name}.
abi <abi/4.0>,
include <tunables/global>

profile ${name} /opt/${name}/${name} flags=(unconfined) {
  userns,

  include if exists <local/${name}>
}
`;
}
