import { readFile, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { ElectronApplication } from "playwright";
import { startRelay } from "../../../src-testing/relay.ts";
import { test as base } from "../../e2e/fixtures.ts";

export interface Known {
  /** The only address that the app is told. */
  readonly backend: string;
  /** By which Playwright drives the app. */
  readonly debuggers: readonly string[];
}

/** The app in a namespace in which nothing but a relay to the backend listens; Solaris and all else are outside. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  servers: async ({}, use) => {
    const outside = { path: process.env.WATCHED_BACKEND ?? "" };
    const relay = await startRelay({ host: "127.0.0.1", port: 0 }, outside);
    await use({ backendUrl: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`, sandboxUrl: "" });
    relay.close();
  },
});

/** Tells who watches which places are known. @param profile the app's profile folder */
export async function noteKnown(app: ElectronApplication, backendUrl: string, profile: string): Promise<void> {
  const inspector = await app.evaluate(() => process.getBuiltinModule("node:inspector").url() ?? "");
  const [devTools = ""] = (await readFile(path.join(profile, "DevToolsActivePort"), "utf8")).split("\n");
  const known: Known = {
    backend: `tcp ${new URL(backendUrl).host}`,
    debuggers: [`tcp ${new URL(inspector).host}`, `tcp 127.0.0.1:${devTools}`],
  };
  await writeFile(process.env.WATCHED_KNOWN ?? "", JSON.stringify(known));
}
