import { Metadata, type MetadataKind, Root, TargetFile, Targets } from "@tufjs/models";
import type { Release } from "../../src-main/updates/metadata-schemas.ts";
import { keyIdOf } from "../../src-main/updates/signed-metadata.ts";
import type { PublicKey, ReleaseKey } from "./release-key.ts";

const specVersion = "1.0.31";

interface RootContent {
  readonly version: number;
  readonly expires: Date;
  readonly rootKeys: readonly PublicKey[];
  readonly releaseKeys: readonly PublicKey[];
  /** How many of each must sign. */
  readonly threshold: number;
}

/** A root without signatures. Nobody may sign TUF's two other roles, which this program does without. */
export function makeRoot({ version, expires, rootKeys, releaseKeys, threshold }: RootContent): string {
  const roleOf = (keys: readonly PublicKey[]) => ({ keyids: keys.map(keyIdOf), threshold });
  const nobody = { keyids: [], threshold: 1 };
  const root = Root.fromJSON({
    _type: "root",
    spec_version: specVersion,
    version,
    expires: asTime(expires),
    consistent_snapshot: true,
    keys: Object.fromEntries([...rootKeys, ...releaseKeys].map((key) => [keyIdOf(key), { ...key }])),
    roles: { root: roleOf(rootKeys), targets: roleOf(releaseKeys), snapshot: nobody, timestamp: nobody },
  });
  return asText(new Metadata(root));
}

interface ReleaseContent {
  readonly sequence: number;
  readonly expires: Date;
  readonly release: Release["release"];
  readonly packages: Release["targets"];
}

/** A release without signatures. */
export function makeRelease({ sequence, expires, release, packages }: ReleaseContent): string {
  const targets = new Targets({
    version: sequence,
    specVersion,
    expires: asTime(expires),
    unrecognizedFields: { release },
  });
  for (const [name, { length, hashes, custom }] of Object.entries(packages)) {
    targets.addTarget(new TargetFile({ path: name, length, hashes, unrecognizedFields: { custom } }));
  }
  return asText(new Metadata(targets));
}

/** A root or a release with one more signature, or with this key's anew. @throws Error for anything else */
export function signWith(text: string, key: ReleaseKey): string {
  const written = JSON.parse(text);
  const kind: MetadataKind = written?.signed?._type;
  const metadata =
    kind === "root"
      ? Metadata.fromJSON(kind as MetadataKind.Root, written)
      : Metadata.fromJSON("targets" as MetadataKind.Targets, written);
  metadata.sign(key.sign);
  return asText(metadata);
}

function asText(metadata: Metadata<Root | Targets>): string {
  return `${JSON.stringify(metadata.toJSON(), null, 2)}\n`;
}

/** TUF's times have no fractions of a second. */
function asTime(date: Date): string {
  return `${date.toISOString().slice(0, "YYYY-MM-DDThh:mm:ss".length)}Z`;
}
