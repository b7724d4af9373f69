import path from "node:path";
import type { Profile } from "../partner-profile/read-profile.ts";
import { Refusal } from "../say.mjs";
import type { Release } from "./changelog.ts";

/** What every package of one build is called and says of itself. */
export interface PackageIdentity {
  /** The package, the command, and the folder below /opt. */
  readonly name: string;
  /** The program's id: desktop entry, AppStream, bundle identifier, AppUserModelID. */
  readonly id: string;
  readonly productName: string;
  readonly version: string;
  /** As `Name <address>`. */
  readonly maintainer: string;
  readonly website: string | undefined;
  /** The folder of its icons. */
  readonly icons: string;
  /** The newest first. */
  readonly releases: readonly Release[];
  /** When this version was made, in seconds since 1970: the only time that is in a package. */
  readonly epoch: number;
}

/**
 * @throws Refusal if the profile does not say how a package is called
 */
export function packageIdentity(
  profile: Pick<Profile, "identity" | "package">,
  built: Pick<PackageIdentity, "version" | "releases" | "epoch">,
): PackageIdentity {
  if (profile.package === null) {
    throw new Refusal(
      "The partner's profile does not say how its package is called.",
      'Add to it: "package": { "name": "fjord-card-desk", "id": "example.fjord.carddesk", "maintainer": "Fjord <cards@fjord.example>" }',
    );
  }
  const { name, id, maintainer } = profile.package;
  const { productName, support } = profile.identity;
  return { name, id, maintainer, productName, website: support.website, icons: iconsOf(profile), ...built };
}

/** The folder of a profile's icons; without any the project's own. */
export function iconsOf(profile: Pick<Profile, "package">): string {
  return profile.package?.icons ?? path.resolve("build/icons");
}

/**
 * The profile of a package that is only for tests (docs/releasing.md): its names say so, and so it shares neither files nor keychain entries with the
 * partner's program, which may be installed beside it.
 */
export function profileForTests(profile: Profile): Profile {
  const { identity, package: named } = profile;
  return {
    ...profile,
    identity: { ...identity, productName: `${identity.productName} (for tests)` },
    package: named && { ...named, name: `${named.name}-for-tests`, id: `${named.id}.fortests` },
  };
}
