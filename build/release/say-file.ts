import {
  type Release,
  type RoleName,
  type Root,
  releaseSchema,
  rootSchema,
} from "../../src-main/updates/metadata-schemas.ts";
import { keyIdOf } from "../../src-main/updates/signed-metadata.ts";
import { Refusal } from "../say.mjs";

type Print = (line: string) => void;

/** What a root or a release says, and which keys it names as its signers; believed by nobody yet. @throws Refusal for another file */
export function signedIn(file: string, text: string): (Root | Release) & { readonly signers: ReadonlySet<string> } {
  try {
    const { signed, signatures } = JSON.parse(text);
    const said = signed._type === "root" ? rootSchema.parse(signed) : releaseSchema.parse(signed);
    return { ...said, signers: new Set(signatures.map(({ keyid }: { keyid: string }) => keyid)) };
  } catch {
    throw new Refusal(`${file} is neither a root nor a release.`, "Take a file that `root` or `release` has made.");
  }
}

/** Says what is in a file of these commands, in words that two people can compare over the telephone. @throws Refusal for another file */
export function sayFile(file: string, text: string, print: Print): void {
  const key = keyIn(text);
  if (key !== null) print(`${file}: key ${keyIdOf(key)}`);
  else saySigned(signedIn(file, text), print);
}

function saySigned(said: ReturnType<typeof signedIn>, print: Print): void {
  if (said._type === "root") {
    sayRoot(said, said.signers, print);
    return;
  }
  const { version, minimum_version: minimum, rollout_percent: percent, root_version: root } = said.release;
  print(`release ${said.version}, for root ${root}, until ${said.expires}`);
  print(`version ${version} for ${percent} % of the computers; below ${minimum} no PIN change begins`);
  sayPackages(said.targets, print);
  for (const id of said.signers) print(`signed by ${id}`);
}

/** How far a root is from counting; nothing for a release, which does not say whose signatures count. */
export function saySignaturesOfRoot(text: string, print: Print): void {
  const said = signedIn("", text);
  if (said._type !== "root") return;
  const { keyids, threshold } = said.roles.root;
  print(`signed by ${keyids.filter((id) => said.signers.has(id)).length} of its own root keys; ${threshold} must`);
}

/** What apps on Windows and macOS can fetch. */
export function sayPackages(packages: Release["targets"], print: Print): void {
  const all = Object.entries(packages);
  if (all.length === 0) print("no packages: apps on Windows and macOS will say to ask the bank for it");
  for (const [name, { custom, length, hashes }] of all) {
    print(`${name}: ${custom.platform} ${custom.arch}, ${length} bytes`);
    print(`  sha512 ${hashes.sha512}`);
  }
}

function sayRoot(root: Root, signers: ReadonlySet<string>, print: Print): void {
  print(`root ${root.version}, until ${root.expires}`);
  const says: Record<RoleName, string> = { root: "roots", targets: "releases" };
  for (const role of ["root", "targets"] as const) {
    const { keyids, threshold } = root.roles[role];
    print(`${threshold} of these must sign ${says[role]}:`);
    for (const id of keyids) print(`  ${id}${role === "root" && signers.has(id) ? "  (has signed)" : ""}`);
  }
  for (const id of signers)
    if (!root.roles.root.keyids.includes(id)) print(`signed by ${id}, which is none of its own root keys`);
}

function keyIn(text: string): Root["keys"][string] | null {
  try {
    return rootSchema.shape.keys.valueType.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
