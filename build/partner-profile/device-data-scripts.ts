import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";
import { isScriptName } from "../../src-main/device-data/device-data-profile.ts";

/** A script of the vendor's folder. */
export interface Script {
  readonly name: string;
  readonly source: string;
}

/** The vendor's scripts beside main, from where the page is served that runs them (src-main/shell/device-data-page.ts). */
export function deviceDataScripts({ deviceData }: { deviceData: { scripts: readonly Script[] } | null }): Plugin {
  return {
    name: "cardbound:device-data",
    generateBundle() {
      for (const { name, source } of deviceData?.scripts ?? []) {
        this.emitFile({ type: "asset", fileName: `device-data/${name}`, source });
      }
    },
  };
}

/** More than any vendor's script has: a folder with this much is another one. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Reads the scripts of a folder. Anything else in it stays where it is. */
export function readScripts(folder: string): { readonly scripts: readonly Script[]; readonly faults: string[] } {
  let names: string[];
  try {
    names = readdirSync(folder).filter(isScriptName).sort();
  } catch {
    return { scripts: [], faults: ["is not there; expected that folder beside the profile"] };
  }
  const scripts = names.map((name) => ({ name, source: readFileSync(path.join(folder, name), "utf8") }));
  const bytes = scripts.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  const faults = [
    ...(names.includes("collect.js") ? [] : ["has no collect.js; expected one, see docs/device-data.md"]),
    ...(bytes > MOST_BYTES ? ["has more than 8 MiB of scripts; expected the vendor's alone"] : []),
  ];
  return { scripts, faults };
}
