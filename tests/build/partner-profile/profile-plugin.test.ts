import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build, createServer, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partnerColoursAndLogo } from "../../../build/partner-profile/profile-plugin.ts";
import { readProfile } from "../../../build/partner-profile/read-profile.ts";
import { en } from "../../../src-renderer/words/en.ts";
import { enPanels } from "../../../src-renderer/words/en-panels.ts";

const example = path.resolve(import.meta.dirname, "../../../build/partner-profile/examples/fjord/partner.json");
const fjord = readProfile(example, { ...en, ...enPanels });
const noLogo = { ...fjord, logo: undefined };

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "cardbound-window-"));
  const link = (href: string) => `<link rel="stylesheet" href="${href}">`;
  writeFileSync(path.join(root, "own.css"), "body { color: var(--text); }");
  writeFileSync(path.join(root, "index.html"), `<head>${link("./partner-tokens.css")}${link("./own.css")}</head>`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const options = (profile: typeof fjord | typeof noLogo) => ({
  configFile: false as const,
  root,
  logLevel: "error" as const,
  cacheDir: path.join(root, ".cache"),
  plugins: [partnerColoursAndLogo(profile)],
});

async function filesOf(profile: typeof fjord | typeof noLogo) {
  const built = (await build({
    ...options(profile),
    build: { write: false, minify: false },
  })) as Rolldown.RolldownOutput;
  return built.output.flatMap((file) =>
    file.type === "asset" ? [{ name: file.fileName, text: String(file.source) }] : [],
  );
}

describe("in what is built", () => {
  it("the colours are in the style sheet, before the styles that use them, and the logo lies beside the page", async () => {
    const files = await filesOf(fjord);
    const css = files.filter(({ name }) => name.endsWith(".css"));
    expect(css).toHaveLength(1);
    expect(css[0]?.text).toMatch(/^:root \{\s+--ground: #f3f5f7;[\s\S]*--accent: #7fd1c7;[\s\S]*body \{/);
    expect(files.find(({ name }) => name === "logo.svg")?.text).toBe(fjord.logo);
    expect(files.find(({ name }) => name === "index.html")?.text).not.toMatch(/<style|partner-tokens/);
  });

  it("there is no logo where the profile has none", async () => {
    expect((await filesOf(noLogo)).map(({ name }) => name)).not.toContain("logo.svg");
  });
});

it("the development server has both too", async () => {
  const server = await createServer({ ...options(fjord), server: { host: "127.0.0.1", port: 0, ws: false } });
  try {
    await server.listen();
    const get = (file: string) =>
      fetch(new URL(file, server.resolvedUrls?.local[0]), { headers: { accept: "text/css,*/*" } });
    const tokens = await get("partner-tokens.css");
    expect(tokens.headers.get("content-type")).toContain("text/css");
    expect(await tokens.text()).toMatch(/--accent: #0b6a62;/);
    const logo = await get("logo.svg");
    expect(logo.headers.get("content-type")).toBe("image/svg+xml");
    expect(await logo.text()).toBe(fjord.logo);
  } finally {
    await server.close();
  }
});
