import { readFile } from "node:fs/promises";
import path from "node:path";
import {
  packageArchitectures,
  packagePlatforms,
  type Release,
  releaseSchema,
  rootSchema,
} from "../../src-main/updates/metadata-schemas.ts";
import { versionForm } from "../../src-main/updates/version-number.ts";
import { Refusal } from "../say.mjs";
import { describePackage } from "./published-folder.ts";
import type { PublicKey } from "./release-key.ts";

/** A command that was called with the wrong words. */
export function misuse(usage: string): Refusal {
  return new Refusal("These words are not understood.", `npm run release-manifest -- ${usage}`);
}

export function required(value: string | undefined, usage: string): string {
  if (value === undefined) throw misuse(usage);
  return value;
}

/** The one word that a command takes besides its options. */
export function only(words: readonly string[], usage: string): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) throw misuse(usage);
  return word;
}

export function whole(value: string, name: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Refusal(`${name} ${value} is not possible.`, `Take a whole number from ${least} to ${most}.`);
}

export function version(value: string, name: string): string {
  if (versionForm.test(value)) return value;
  throw new Refusal(`${name} ${value} is no version.`, "Take three numbers, such as 1.2.0.");
}

/** The public halves of keys, from files with commas between their names. @throws Refusal unless there are `threshold` different ones */
export async function publicKeys(names: string, threshold: number): Promise<PublicKey[]> {
  const keys = await Promise.all(names.split(",").map(readPublicKey));
  const different = new Set(keys.map((key) => key.keyval.public)).size;
  if (different < keys.length) throw new Refusal(`${names} names a key twice.`, "Name each once.");
  if (different < threshold) {
    throw new Refusal(
      `${names}: ${threshold} keys must sign, and there are fewer.`,
      "Name one more, for one may be lost.",
    );
  }
  return keys;
}

async function readPublicKey(file: string): Promise<PublicKey> {
  const key = rootSchema.shape.keys.valueType.safeParse(asJson(await readFile(file, "utf8")));
  if (key.success) return key.data;
  throw new Refusal(`${file} is no public key.`, "Name the files .pub.json that `key` has made.");
}

/** @returns undefined for what is no JSON */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Packages as the command names them: `win32-x64=FILE`. They keep the file's name. */
export async function describePackages(words: readonly string[]): Promise<Release["targets"]> {
  const described: Release["targets"] = {};
  const systems = new Set<string>();
  for (const word of words) {
    const [, system, machine, file = ""] = /^([a-z0-9]+)-([a-z0-9]+)=(.+)$/.exec(word) ?? [];
    const platform = packagePlatforms.find((name) => name === system);
    const arch = packageArchitectures.find((name) => name === machine);
    if (platform === undefined || arch === undefined) {
      throw new Refusal(
        `--package ${word} names no system.`,
        `Take SYSTEM-MACHINE=FILE: ${packagePlatforms.join(" or ")}, ${packageArchitectures.join(" or ")}.`,
      );
    }
    const name = path.basename(file);
    if (name in described || systems.has(`${platform}-${arch}`)) {
      throw new Refusal(`--package ${word} is the second of that name or system.`, "Name one for each.");
    }
    systems.add(`${platform}-${arch}`);
    described[name] = await describePackage(file, { platform, arch });
  }
  const checked = releaseSchema.shape.targets.safeParse(described);
  if (checked.success) return described;
  const names = new Set(checked.error.issues.map(({ path: [name] }) => String(name)));
  throw new Refusal(
    `An app would not take ${[...names].join(", ")}.`,
    "A name has letters, digits, hyphens and full stops, such as app-1.2.0-win-x64.exe; a package up to 1 GiB.",
  );
}
