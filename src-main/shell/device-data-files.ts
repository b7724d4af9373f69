import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { ProtocolRequest } from "electron";
import { isScriptName } from "../device-data/device-data-profile.ts";

/** The page of the partner's script: an origin of its own. Behind `#` stands the consent. */
export const deviceDataUrl = "app://device-data/index.html";

/** The script that hands over: the page runs it last, after all others of its folder. */
const last = "collect.js";

function pageOf(names: readonly string[]): string {
  const scripts = names.map((name) => `<script src="${name}"></script>`).join("");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Device data</title><body>${scripts}</body></html>`;
}

/**
 * What the page may do (docs/threat-model.md#device-data-page): run the folder's scripts, and reach the partner's domains. Its
 * sandbox has no origin, so it has no storage either.
 */
function deviceDataPolicy(domains: readonly string[]): string {
  const reachable = domains.flatMap((domain) => [`https://${domain}`, `https://*.${domain}`]).join(" ") || "'none'";
  return [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src ${reachable}`,
    `img-src data: ${reachable}`,
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "sandbox allow-scripts",
  ].join("; ");
}

/** The folder's scripts by name, in the order in which they run. */
export type DeviceDataFiles = ReadonlyMap<string, string>;

/** Lists the scripts of a folder. @returns rejects with the system's error if it cannot be read */
export async function listDeviceDataFiles(folder: string): Promise<DeviceDataFiles> {
  const names = (await readdir(folder)).filter((name) => isScriptName(name) && name !== last).sort();
  return new Map([...names, last].map((name) => [name, path.join(folder, name)]));
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/** Answers `app://device-data/…`: GET, the page and the scripts of the list, by name, and nothing else. */
export function answerDeviceData(files: DeviceDataFiles, domains: readonly string[]) {
  const headers = {
    "content-security-policy": deviceDataPolicy(domains),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  const refuse = (statusCode: 404 | 405): Answer => ({ statusCode, headers, data: Buffer.alloc(0) });
  return async ({ method, url: address }: Pick<ProtocolRequest, "method" | "url">): Promise<Answer> => {
    if (method !== "GET") return refuse(405);
    const url = new URL(address);
    if (url.host !== "device-data" || url.search !== "" || url.username !== "") return refuse(404);
    if (url.pathname === new URL(deviceDataUrl).pathname) {
      const type = { "content-type": "text/html; charset=utf-8" };
      return { statusCode: 200, headers: { ...headers, ...type }, data: Buffer.from(pageOf([...files.keys()])) };
    }
    const file = files.get(url.pathname.slice(1));
    if (file === undefined) return refuse(404);
    const type = { "content-type": "text/javascript; charset=utf-8" };
    return { statusCode: 200, headers: { ...headers, ...type }, data: await readFile(file) };
  };
}
