/** Something that is shipped. */
export interface Component {
  readonly type: "library" | "framework" | "file";
  readonly name: string;
  readonly version?: string;
  /** An SPDX expression. */
  readonly licence?: string;
  /** Its package URL, where it has one (github.com/package-url/purl-spec). */
  readonly purl?: string;
  readonly hash?: Hash;
}

export interface Hash {
  readonly alg: "SHA-256" | "SHA-512";
  /** In hexadecimal digits. */
  readonly content: string;
}

/** What the components are parts of. */
interface Whole {
  readonly name: string;
  readonly version: string;
  readonly supplier: string;
  /** Seconds since 1970. */
  readonly epoch: number;
}

/** A bill of materials (CycloneDX 1.6, JSON). It has no serial number, so that the same build writes the same one. */
export function cyclonedx({ name, version, supplier, epoch }: Whole, components: readonly Component[]): string {
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: new Date(epoch * 1000).toISOString().replace(".000", ""),
      component: {
        type: "application",
        "bom-ref": `${name}@${version}`,
        name,
        version,
        supplier: { name: supplier },
      },
    },
    components: components
      .map((component) => written(component))
      .sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1)),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function written({ type, name, version, licence, purl, hash }: Component) {
  return {
    type,
    "bom-ref": purl ?? (version === undefined ? name : `${name}@${version}`),
    name,
    ...(version !== undefined && { version }),
    ...(licence !== undefined && { licenses: [{ expression: licence }] }),
    ...(purl !== undefined && { purl }),
    ...(hash && { hashes: [hash] }),
  };
}
