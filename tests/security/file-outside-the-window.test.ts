// Attacker: a script in the window. Way: an address of app:// with `..`, an escape, a symbolic link or another host.
// Impact: it reads any file of the cardholder's.
// docs/threat-model.md#own-scheme
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerFrom, listWindowFiles, type WindowFiles } from "../../src-main/shell/app-protocol.ts";

let base: string;
let files: WindowFiles;
beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), "cardbound-window-"));
  const folder = path.join(base, "renderer");
  mkdirSync(path.join(folder, "assets"), { recursive: true });
  writeFileSync(path.join(folder, "index.html"), "<!doctype html>");
  writeFileSync(path.join(folder, "assets", "index-abc.js"), "1");
  writeFileSync(path.join(folder, "assets", "index-abc.css"), "a{}");
  writeFileSync(path.join(folder, "assets", "index-abc.js.map"), "{}");
  writeFileSync(path.join(folder, ".env"), "SECRET=1");
  writeFileSync(path.join(base, "secret.html"), "SECRET");
  symlinkSync(path.join(base, "secret.html"), path.join(folder, "link.html"));
  files = await listWindowFiles(folder);
});
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const ask = (url: string, method = "GET") => answerFrom(files, "en")(new Request(url, { method }));

describe("what is there", () => {
  it.each([
    ["app://pin/index.html", "text/html; charset=utf-8", "<!doctype html>"],
    ["app://pin/assets/index-abc.js", "text/javascript; charset=utf-8", "1"],
    ["app://pin/assets/index-abc.css", "text/css; charset=utf-8", "a{}"],
    ["app://pin/index.html#fragment", "text/html; charset=utf-8", "<!doctype html>"],
  ])("%s", async (url, type, text) => {
    const { statusCode, headers, data } = await ask(url);
    expect([statusCode, headers["content-type"]]).toEqual([200, type]);
    expect(data.toString()).toBe(text);
  });

  it("is files of the window's types only, and no link that leads out", () => {
    expect([...files.keys()].sort()).toEqual(["/assets/index-abc.css", "/assets/index-abc.js", "/index.html"]);
  });
});

describe("what is refused", () => {
  it.each([
    "app://pin/",
    "app://pin",
    "app://pin/assets",
    "app://pin/assets/",
    "app://pin/unknown.js",
    "app://pin/INDEX.HTML",
    "app://pin/../secret.html",
    "app://pin/%2e%2e/secret.html",
    "app://pin/%2e%2e%2fsecret.html",
    "app://pin/assets/..%2f..%2fsecret.html",
    "app://pin/..\\secret.html",
    "app://pin/assets\\index-abc.js",
    "app://pin/%5c..%5csecret.html",
    "app://pin/index.html%00",
    "app://pin/index.html%00.js",
    "app://pin//index.html",
    "app://pin/index.html/",
    "app://pin/%69ndex.html",
    "app://pin/link.html",
    "app://pin/.env",
    "app://pin/assets/index-abc.js.map",
    "app://pin/etc/passwd",
    "app://pin//etc/passwd",
    "app://pin/index.html?",
    "app://pin/index.html?v=1",
    "app://pin.evil/index.html",
    "app://PIN/index.html",
    "app://pin:1/index.html",
    "app://evil/index.html",
    "app:///index.html",
    "app://pin/constructor",
    "app://pin/__proto__",
  ])("%s: 404, without content", async (url) => {
    // A lone "?" is no query (URL standard), so that one is the page itself.
    const { statusCode, data } = await ask(url);
    const expected = url.endsWith("?") ? 200 : 404;
    expect(statusCode).toBe(expected);
    if (expected === 404) expect(data.toString()).toBe("");
  });

  it.each(["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "QUERY"])("%s: 405", async (method) => {
    expect((await ask("app://pin/index.html", method)).statusCode).toBe(405);
  });
});
