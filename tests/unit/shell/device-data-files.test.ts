import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answerDeviceData, listDeviceDataFiles } from "../../../src-main/shell/device-data-files.ts";
import { mayLoad } from "../../../src-main/shell/device-data-session.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-scripts-"));
  for (const name of ["collect.js", "z.js", "agent.umd.js", "LICENSE", "a b.js", '"><script>.js', ".hidden.js"])
    writeFileSync(path.join(folder, name), `// ${name}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const domains = ["vendor.example", "other.example"];
const ask = async (url: string, method = "GET") => {
  const { statusCode, headers, data } = await answerDeviceData(
    await listDeviceDataFiles(folder),
    domains,
  )({ method, url });
  return { statusCode, headers, text: data.toString() };
};

it("the page runs the folder's scripts by name, and collect.js last", async () => {
  const { statusCode, text } = await ask("app://device-data/index.html#a1dcon");
  expect(statusCode).toBe(200);
  expect([...text.matchAll(/src="(.*?)"/g)].map(([, name]) => name)).toEqual(["agent.umd.js", "z.js", "collect.js"]);
});

it("the page and its scripts have a policy without an origin, and with the domains alone to connect to", async () => {
  for (const file of ["index.html", "z.js"]) {
    const { headers } = await ask(`app://device-data/${file}`);
    expect(headers["content-security-policy"]).toMatch(/; sandbox allow-scripts$/);
    expect(headers["content-security-policy"]).toContain(
      "; connect-src https://vendor.example https://*.vendor.example https://other.example https://*.other.example;",
    );
  }
});

it.each([
  ["app://device-data/LICENSE", "GET", 404],
  ["app://device-data/../collect.js", "POST", 405],
  ["app://device-data/%2e%2e/z.js?a", "GET", 404],
  ["app://device-data/../../etc/passwd", "GET", 404],
  ["app://device-data/.hidden.js", "GET", 404],
  ["app://pin/index.html", "GET", 404],
  ["app://a@device-data/z.js", "GET", 404],
])("nothing else is answered: %s %s", async (url, method, status) => {
  expect(await ask(url, method)).toMatchObject({ statusCode: status, text: "" });
});

it.each([
  ["app://device-data/z.js", true],
  ["https://vendor.example/a?b", true],
  ["https://x.y.vendor.example/", true],
  ["https://vendor.example:444/", false],
  ["http://vendor.example/", false],
  ["wss://vendor.example/", false],
  ["https://a@vendor.example/", false],
  ["https://evilvendor.example/", false],
  ["https://vendor.example.evil.example/", false],
  ["https://evil.example/vendor.example", false],
  ["app://pin/index.html", false],
  ["file:///etc/passwd", false],
  ["data:text/html,a", false],
  ["blob:null/a", false],
  ["no address", false],
])("what the page may load: %s %j", (address, isAllowed) => {
  expect(mayLoad(address, domains)).toBe(isAllowed);
});
