// Attacker: our own mistakes. Way: developer tools, the demonstration, an address from the command line, source maps get
// into a release. Impact: whoever starts the app leads it to a backend of their own, or looks into it.
// docs/threat-model.md#release-without-development, #no-security-switches
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "../../src-main/shell/content-security-policy.ts";
import { builds, readBuilt, textOf } from "./bundle.ts";

const [release, development] = builds;
const partner = JSON.parse(readFileSync(new URL("../../build/partner.json", import.meta.url), "utf8"));
const main = () => textOf(release, "main");
const everything = () => (["main", "preload", "renderer"] as const).map((part) => textOf(release, part)).join("\n");

describe("a release", () => {
  it.each<[string, RegExp]>([
    ["an address from the command line", /--backend|--call-timeout-ms|--lock-|--passcode-cost|--language/],
    ["demonstration sign-in", /\/demo\//],
    ["the development server", /127\.0\.0\.1:5173|\/\/localhost|localhost:/],
    ["a relaxed policy", /unsafe-inline|unsafe-eval|ws:\/\//],
    ["source maps", /sourceMappingURL/],
    [
      "compile-time constants that were not put in",
      /__RELEASE__|__BACKEND_ORIGIN__|__PRODUCT_NAME__|__PARTNER__|__POLICY__|__DEVELOPMENT_SERVER__/,
    ],
  ])("does not hold %s", (_name, pattern) => {
    expect(everything()).not.toMatch(pattern);
  });

  it.each<[string, RegExp]>([
    ["developer tools", /openDevTools|toggleDevTools|devTools:\s*(?:!0|true)/],
    ["crash reports", /crashReporter/],
    ["opening things outside", /openExternal|openPath|showItemInFolder/],
    ["a link scheme of its own", /setAsDefaultProtocolClient/],
    ["the door for every window", /ipcMain/],
    ["script for the page", /executeJavaScript|insertCSS/],
    [
      "weakened pages",
      /webSecurity:\s*(?:!1|false)|allowRunningInsecureContent:\s*(?:!0|true)|contextIsolation:\s*(?:!1|false)|sandbox:\s*(?:!1|false)|nodeIntegration\w*:\s*(?:!0|true)/,
    ],
    ["weakened TLS", /rejectUnauthorized|ignore-certificate-errors|setCertificateVerifyProc\(\s*null/],
    ["switches for Chromium", /appendSwitch|appendArgument/],
    // But for `"http" in …`, by which error-codes.ts finds what the backend can answer.
    ["Node's own network", /["'`](?:node:)?(?:http|https|http2|net|tls|dgram)["'`](?!\s*in\b)/],
    ["the sandbox", /cardbound-demo|212212/],
  ])("does not hold %s in main", (_name, pattern) => {
    // Two exceptions, once each: the question whether somebody acts (user-activity.ts), and pasting and names
    // looked up ahead denied (hardening.ts).
    const rest = main()
      .replace(/executeJavaScriptInIsolatedWorld\(\w+,\[\{code:[`"']navigator\.userActivation\.isActive[`"']\}\]\)/, "")
      .replace(
        /appendSwitch\(["'`]blink-settings["'`],["'`]DOMPasteAllowed=false,dnsPrefetchingEnabled=false["'`]\)/,
        "",
      );
    expect(rest).not.toMatch(pattern);
  });

  it("reads the environment in one place: the line that cleans it", () => {
    expect(main().match(/process\.env/g)).toHaveLength(1);
    expect(main()).toMatch(/\w+\(process\.env\)/);
    expect(main()).not.toMatch(/process\s*\[|from\s*["'`]node:process/);
  });

  it("knows one backend, which is https", () => {
    expect(partner.backend_origin).toMatch(/^https:\/\/[a-z0-9.-]+$/);
    expect(main()).toContain(partner.backend_origin);
    const origins = new Set(main().match(/https?:\/\/[a-z0-9][\w.:-]*/gi) ?? []);
    // zod names the drafts of JSON Schema; nothing is fetched from there.
    expect([...origins].filter((origin) => !/^https?:\/\/json-schema\.org$/.test(origin))).toEqual([
      partner.backend_origin,
    ]);
  });

  it("states that its window has no developer tools", () => {
    expect(main()).toMatch(/devTools:\s*(?:!1|false)/);
  });

  it("has the window's strict policy in it", () => {
    for (const directive of contentSecurityPolicy.split("; ")) {
      expect(main()).toContain(directive.replace(/^\S+ /, ""));
    }
  });

  it("loads at run time electron, the keychain and Node's own, and nothing else", () => {
    const loaded = [...main().matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["'`]([^"'`]+)["'`]/g)].map(
      ([, name]) => name ?? "",
    );
    expect([...new Set(loaded)].filter((name) => !name.startsWith("node:")).sort()).toEqual(["electron", "keytar"]);
  });

  it("is one file of main, its passcode's worker and its icon, and one of preload", () => {
    expect([...readBuilt(release, "main").keys()].sort()).toEqual(["icon.png", "index.js", "passcode-worker.js"]);
    expect([...readBuilt(release, "preload").keys()]).toEqual(["index.cjs"]);
  });
});

it("a development build has those branches, or their absence in a release would prove nothing", () => {
  expect(textOf(development, "main")).toMatch(/--backend=/);
  expect(textOf(development, "main")).toMatch(/\/demo\/sign-in/);
});
