import type { PackageFile } from "./metadata-schemas.ts";

// Where an update server has what, below the profile's address: as TUF names its files with consistent snapshots (TUF 1.0.31
// §6.2), and the release under a name that stays, because no snapshot names it.

export const releaseAddress = "targets.json";

export function rootAddress(version: number): string {
  return `${version}.root.json`;
}

/** A package never changes under its address, so a half-copied server has the old or the new release, and no mixture. */
export function packageAddress(name: string, { hashes }: Pick<PackageFile, "hashes">): string {
  return `targets/${hashes.sha512}.${name}`;
}
