import type { Licence } from "../../src-contract/bridge/licence.ts";
import type { Component } from "../package/sbom/cyclonedx.ts";
import { hashOfPackage, purlOf } from "../package/sbom/lock-file.ts";

/**
 * What the partner backend is made of: the packages of which something is in its file. package.json names the app's beside them, and what the
 * bundle has left out.
 */
export function backendComponents(bundled: readonly Licence[]): Component[] {
  return bundled.map(({ name, version, licence }) => {
    const known = { purl: purlOf(name, version), hash: hashOfPackage(name, version) };
    return { type: "library", name, version, licence, ...known };
  });
}
