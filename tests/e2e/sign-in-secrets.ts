import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ElectronApplication } from "playwright";
import { expect } from "playwright/test";
import type { RunningApp } from "../../src-testing/start-app.ts";
import { countInMemory, formsOf } from "../memory/scan-memory.ts";

type Noted = typeof globalThis & { notedTokens?: Set<string> };

/** Notes every access token that main sends to the backend from now on; in main's memory, where they are anyway. */
export async function noteTokens(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => {
    const noted = new Set<string>();
    (globalThis as Noted).notedTokens = noted;
    for (const name of ["backend", "backend-once"]) {
      session.fromPartition(name, { cache: false }).webRequest.onSendHeaders(({ requestHeaders }) => {
        const fields = Object.entries(requestHeaders).filter(([name]) => name.toLowerCase() === "authorization");
        for (const [, value] of fields) noted.add(value.replace(/^\w+ /, ""));
      });
    }
  });
}

export const notedTokens = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => [...((globalThis as Noted).notedTokens ?? [])]);

/**
 * Looks for secrets wherever others could read them: the app's files and output, the list of processes, what the backend
 * logs, and the memory of the window's process.
 */
export async function expectNowhere(
  secrets: readonly string[],
  { app, output }: RunningApp,
  { profile, logged }: { readonly profile: string; readonly logged: string },
): Promise<void> {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const places = {
    output: output(),
    logged,
    processes: commandLines().join("\n"),
    ...Object.fromEntries(
      files.map(({ parentPath, name }) => [name, readFileSync(path.join(parentPath, name), "latin1")]),
    ),
  };
  for (const secret of secrets) {
    const found = Object.entries(places).filter(([, text]) => text.includes(secret));
    expect(found.map(([name]) => name)).toEqual([]);
  }
  const windows = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getOSProcessId()),
  );
  const { own } = await countInMemory(windows, secrets.flatMap(formsOf));
  expect([...own.values()]).toEqual(windows.map(() => 0));
}

function commandLines(): string[] {
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.map((id) => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, "latin1");
    } catch {
      return ""; // it has ended
    }
  });
}
