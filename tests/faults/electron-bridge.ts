import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "playwright/test";
import { bridgeMethods } from "../../src-contract/bridge/bridge-methods.ts";
import type { DesktopBridge } from "../../src-contract/bridge/desktop-bridge.ts";
import { privateKeysIn } from "./private-keys.ts";

type Argument = string | { readonly bytes: number[] };

/** The real app's bridge, called from its window's page as the window itself does. */
export function bridgeOf(page: Page): DesktopBridge {
  const callOnce = (method: string, args: readonly unknown[]) =>
    page.evaluate(
      ([name, plain]) => {
        const { bridge } = globalThis as unknown as { bridge: Record<string, (...all: unknown[]) => Promise<unknown>> };
        const all = plain.map((one) => (typeof one === "string" ? one : Uint8Array.from(one.bytes)));
        return bridge[name]?.(...all);
      },
      [method, args.map(toPlain)] as const,
    );
  // The window itself calls too, and main takes one step at a time: what asks again does so more slowly than main's limit.
  const call = async (method: string, args: readonly unknown[]) => {
    let result: unknown;
    const ask = async () => {
      result = await callOnce(method, args);
      return isBusy(result);
    };
    await expect.poll(ask, { intervals: [100, 250, 600] }).toBe(false);
    return result;
  };
  const methods = bridgeMethods.map((method) => [method, (...args: unknown[]) => call(method, args)]);
  const bridge = Object.fromEntries(methods) as DesktopBridge;
  return {
    ...bridge,
    // Its answer can go down with the page, which is loaded anew.
    endPinChange: async () => {
      const anew = page.waitForEvent("load");
      await call("endPinChange", []).catch(() => undefined);
      await anew;
      await hasAsked(page);
      return { ok: true, value: null };
    },
  };
}

/**
 * Resolves once the page has asked how things stand, and shows it. Until then it would take a change that is begun now for one
 * that it found open, and settle it.
 */
export const hasAsked = (page: Page) => page.locator("[data-state]:not([data-state=loading])").first().waitFor();

function isBusy(result: unknown): boolean {
  return typeof result === "object" && result !== null && "code" in result && result.code === "ERR_BUSY";
}

function toPlain(argument: unknown): Argument {
  return argument instanceof Uint8Array ? { bytes: [...argument] } : String(argument);
}

/** The private keys of every entry in a real keyring, which no app writes at the moment. @param env the keyring's */
export async function privateKeysInKeyring(env: Record<string, string>): Promise<(string | Buffer)[]> {
  // An app that ends while it tries whether the keychain takes an entry leaves that one; the next reading removes it.
  const script = `require("keytar").findCredentials("Cardbound (development)").then((all) =>
    console.log(JSON.stringify(all.filter(({ account }) => account !== "canary").map(({ password }) => password))))`;
  const options = { env: { ...process.env, ...env, NODE_OPTIONS: "" } };
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], options);
  const entries = JSON.parse(stdout) as string[];
  return (await Promise.all(entries.map(privateKeysIn))).flat();
}
