// Attacker: our own mistakes. Way: developer tools, the demonstration, an address from the command line, source maps get
// into a release. Impact: whoever starts the app leads it to a backend of their own, or looks into it.
// docs/threat-model.md#release-without-development, #no-security-switches, #no-new-windows
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { demoRoutes } from "../../src-contract/api/routes.ts";
import { readConfig } from "../../src-main/start-options.ts";
import { factsOfRelease, type Part, readRelease } from "./bundle.ts";
import type { Facts } from "./bundle-facts.ts";

const partner = JSON.parse(readFileSync(new URL("../../build/partner.json", import.meta.url), "utf8"));
const parts = ["main", "preload", "renderer"] as const;
const factsOf = (...of: readonly Part[]) => of.flatMap((part) => [...factsOfRelease(part).values()]);
const textsOf = (...of: readonly Part[]) => factsOf(...of).flatMap(({ texts }) => texts);
const membersOf = (...of: readonly Part[]) => new Set(factsOf(...of).flatMap(({ members }) => members));
/** The program: what is read before the window is there, the rest, and what a sign-in needs. */
const main = () => together(["index.js", "run-core.js", "provider-client.js"].map((file) => fileOfMain(file)));
const fileOfMain = (file: string) => factsOfRelease("main").get(file) ?? expect.fail(`no ${file}`);

/** What several files take and say, but for what they take of each other. */
function together(files: readonly Facts[]): Pick<Facts, "imports" | "members" | "names" | "uses"> {
  const imports = new Map<string, ReadonlySet<string>>();
  for (const [name, taken] of files.flatMap((file) => [...file.imports]))
    if (!name.startsWith("./")) imports.set(name, new Set([...(imports.get(name) ?? []), ...taken]));
  return {
    imports,
    members: files.flatMap(({ members }) => members),
    names: new Set(files.flatMap(({ names }) => [...names])),
    uses: files.flatMap(({ uses }) => uses),
  };
}

/** What a development build looks for on its command line: each beginning that it asks for. */
function optionsOfDevelopment(): string[] {
  const asked: string[] = [];
  const argument = {
    startsWith(beginning: string) {
      asked.push(beginning);
      return beginning === "--backend=";
    },
    slice: () => "https://a.example",
  };
  readConfig([argument as unknown as string]);
  return asked;
}

describe("a release", () => {
  it("knows none of the options that development takes, or their names", () => {
    const options = optionsOfDevelopment().map((beginning) => beginning.replace(/=$/, ""));
    expect(options).toContain("--backend");
    expect(options.length).toBeGreaterThan(6);
    for (const option of options) expect(textsOf(...parts).filter((text) => text.includes(option))).toEqual([]);
  });

  it("knows no address of demonstration sign-in", () => {
    const addresses = Object.values(demoRoutes);
    expect(addresses.length).toBeGreaterThan(0);
    expect(textsOf(...parts).filter((text) => addresses.some((address) => text.includes(address)))).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ["the development server", /127\.0\.0\.1:5173|\/\/localhost|localhost:/],
    ["a relaxed policy", /unsafe-inline|unsafe-eval|ws:\/\//],
    ["the sandbox", /cardbound-demo|212212/],
    ["weakened TLS", /ignore-certificate-errors/],
  ])("has no text of %s", (_name, pattern) => {
    expect(textsOf(...parts).filter((text) => pattern.test(text))).toEqual([]);
  });

  it("names in main the partner's own origins", () => {
    const origins = textsOf("main").flatMap((text) => text.match(/https?:\/\/[a-z0-9][\w.:-]*/gi) ?? []);
    // zod names the drafts of JSON Schema; nothing is fetched from there.
    const others = origins.filter((origin) => !/^https?:\/\/json-schema\.org$/.test(origin));
    // The library for OpenID Connect knows an exception for this provider; the last is the listener's own.
    const known = [
      partner.backend_origin,
      partner.sign_in.issuer,
      new URL(partner.support.website).origin, // to be copied
      "https://login.microsoftonline.com",
      "http://127.0.0.1:",
    ];
    expect([...new Set(others)].sort()).toEqual(known.sort());
  });

  it("has no source maps, and is these files", () => {
    for (const part of parts)
      for (const text of readRelease(part).values()) expect(text).not.toContain("sourceMappingURL");
    expect([...readRelease("main").keys()].sort()).toEqual([
      ...["icon.png", "index.js", "passcode-worker.js", "provider-client.js", "run-core.js"],
    ]);
    expect([...readRelease("preload").keys()]).toEqual(["index.cjs"]);
  });

  it("has each compile-time constant put in", () => {
    const left = factsOf(...parts).flatMap(({ names }) => [...names].filter((name) => /^__[A-Z_]+__$/.test(name)));
    expect(left).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["developer tools", ["openDevTools", "toggleDevTools"]],
    ["showing files", ["showItemInFolder"]],
    ["a link scheme of its own", ["setAsDefaultProtocolClient"]],
    ["script for the page", ["executeJavaScript", "insertCSS"]],
    ["weakened TLS", ["rejectUnauthorized"]],
    ["more switches for Chromium", ["appendArgument"]],
  ])("asks Electron in main for nothing of %s", (_name, denied) => {
    expect(denied.filter((name) => membersOf("main").has(name))).toEqual([]);
  });

  it.each([
    ["preferences to a window", "webPreferences"],
    ["Chromium a switch", "appendSwitch"],
    ["the browser a page", "openExternal"],
    ["the system a file", "openPath"],
    ["the page something to run", "executeJavaScriptInIsolatedWorld"],
  ])("gives %s in one place, so that what is seen of it at a start is all", (_what, member) => {
    expect(main().members.filter((name) => name === member)).toHaveLength(1);
  });

  it("takes of Electron in main what is needed: no door for every window, no crash reports", () => {
    expect([...(main().imports.get("electron") ?? [])].sort()).toEqual([
      ...[
        "BrowserWindow",
        "Menu",
        "Notification",
        "app",
        "clipboard",
        "dialog",
        "nativeTheme",
        "net",
        "powerMonitor",
        "protocol",
      ],
      ...["screen", "session", "shell"],
    ]);
  });

  it("loads at run time electron, the keychain and Node's own, and of a network's the one listener", () => {
    const loaded = [...main().imports.keys()];
    expect(loaded.filter((name) => !name.startsWith("node:")).sort()).toEqual(["electron", "keytar"]);
    const network = /^(?:node:)?(?:http|https|http2|net|tls|dgram)$/;
    expect([...loaded, ...textsOf("main")].filter((text) => network.test(text))).toEqual(["node:http"]);
    expect([...(main().imports.get("node:http") ?? [])]).toEqual(["createServer"]);
    expect(main().names).not.toContain("require");
  });

  it("reads the environment in one place", () => {
    expect(main().uses.filter((use) => use === "process.env")).toHaveLength(1);
    expect(main().uses).not.toContain("process.undefined"); // in brackets, by a name that is put together
    expect(main().imports.has("node:process")).toBe(false);
  });

  it("derives the passcode's key in a worker that has nothing else", () => {
    const worker = fileOfMain("passcode-worker.js");
    expect(Object.fromEntries([...worker.imports].map(([from, names]) => [from, [...names].sort()]))).toEqual({
      "node:crypto": ["pbkdf2Sync", "scryptSync"],
      "node:worker_threads": ["parentPort", "workerData"],
    });
  });
});
