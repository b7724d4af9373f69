import { readFile } from "node:fs/promises";
import path from "node:path";
import { packageArchitectures, packagePlatforms, type Release } from "../../src-main/updates/metadata-schemas.ts";
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

/** The public halves of keys, from files with commas between their names. */
export async function publicKeys(names: string): Promise<PublicKey[]> {
  return Promise.all(names.split(",").map(async (name) => JSON.parse(await readFile(name, "utf8"))));
}

/** Packages as the command names them: `win32-x64=FILE`. They keep the file's name. */
export async function describePackages(words: readonly string[]): Promise<Release["targets"]> {
  const described = await Promise.all(
    words.map(async (word) => {
      const [, system, machine, file = ""] = /^([a-z0-9]+)-([a-z0-9]+)=(.+)$/.exec(word) ?? [];
      const platform = packagePlatforms.find((name) => name === system);
      const arch = packageArchitectures.find((name) => name === machine);
      if (platform === undefined || arch === undefined) {
        throw new Refusal(
          `--package ${word} names no system.`,
          `Take SYSTEM-MACHINE=FILE: ${packagePlatforms.join(" or ")}, ${packageArchitectures.join(" or ")}.`,
        );
      }
      return [path.basename(file), await describePackage(file, { platform, arch })] as const;
    }),
  );
  return Object.fromEntries(described);
}
