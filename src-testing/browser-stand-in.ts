import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "playwright/test";
import { shellWord } from "./shell-word.ts";

/** A browser without a window, for one program: it keeps cookies, follows redirects and fills in forms. */
export interface BrowserStandIn {
  /** For the app: its `xdg-open` notes the address in place of opening it. */
  readonly env: Record<string, string>;
  /** The next address that the app has opened. Each is given once. */
  readonly opened: () => Promise<string>;
  /** Loads a page. @returns where the redirects have ended, and the page */
  readonly load: (address: string) => Promise<LoadedPage>;
  /** Sends a form of a page, whose action is the page itself. */
  readonly submit: (page: LoadedPage, fields: Record<string, string>) => Promise<LoadedPage>;
  /** Forgets its cookies. */
  readonly forget: () => void;
}

export interface LoadedPage {
  readonly address: string;
  readonly status: number;
  readonly html: string;
}

const MOST_REDIRECTS = 10;

/** @param folder for the program that stands in for `xdg-open` (freedesktop.org, xdg-utils) */
export async function openBrowserStandIn(folder: string): Promise<BrowserStandIn> {
  const programs = path.join(folder, "programs");
  const noted = path.join(folder, "opened");
  await mkdir(programs, { recursive: true });
  const note = `#!/bin/sh\nprintf '%s\\n' "$1" >> ${shellWord(noted)}\n`;
  await writeFile(path.join(programs, "xdg-open"), note, { mode: 0o755 });
  await writeFile(noted, "", { mode: 0o666 });
  let given = 0;
  const cookies = new Map<string, string>();

  const request = async (address: string, form?: Record<string, string>): Promise<LoadedPage> => {
    let [url, body] = [address, form && new URLSearchParams(form)];
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
      const { host } = new URL(url);
      const sent = [...cookies].flatMap(([name, value]) => (name.startsWith(`${host} `) ? value : []));
      const answer = await fetch(url, {
        method: body ? "POST" : "GET",
        redirect: "manual",
        headers: { cookie: sent.join("; "), connection: "close" },
        ...(body && { body }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        cookies.set(`${host} ${pair.split("=")[0]}`, pair);
      }
      const next = answer.headers.get("location");
      if (next === null) return { address: url, status: answer.status, html: await answer.text() };
      await answer.body?.cancel();
      [url, body] = [new URL(next, url).href, undefined];
    }
    throw new Error("the pages lead round in a circle");
  };
  return {
    env: { PATH: `${programs}:${process.env.PATH}` },
    opened: async () => {
      const addresses = () => (existsSync(noted) ? readFileSync(noted, "utf8").split("\n").filter(Boolean) : []);
      await expect
        .poll(() => addresses().length, { intervals: [25], message: "a page that the app opens" })
        .toBeGreaterThan(given);
      return addresses()[given++] ?? "";
    },
    load: (address) => request(address),
    submit: ({ address }, fields) => request(address, fields),
    forget: () => cookies.clear(),
  };
}
