// Attacker: whoever gets text into the page. Way: an inline script, `eval`, a foreign file, a form, a frame around the page.
// Impact: the page is taken over, or leaks what it knows.
// docs/threat-model.md#content-security-policy
import { describe, expect, it } from "vitest";
import { answerFrom, answerFromDevelopmentServer } from "../../src-main/shell/app-protocol.ts";
import {
  contentSecurityPolicy,
  developmentContentSecurityPolicy,
  metaContentSecurityPolicy,
} from "../../src-main/shell/content-security-policy.ts";

const golden =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const goldenHeaders = {
  "content-security-policy": `${golden}; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin allow-forms`,
  "permissions-policy": "picture-in-picture=()",
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

describe("the window's policy", () => {
  it("is this and no other", () => {
    expect(contentSecurityPolicy).toBe(goldenHeaders["content-security-policy"]);
  });

  it("stands in the page too, without what counts in a header only", () => {
    expect(metaContentSecurityPolicy).toBe(golden);
  });

  it("is relaxed for development by a table that opens nothing but hot reload", () => {
    const relaxed = developmentContentSecurityPolicy();
    expect(relaxed).toContain("default-src 'none'");
    expect(relaxed).toContain("frame-ancestors 'none'");
    expect(relaxed).not.toMatch(/\*|unsafe-eval|https?:|data:/);
  });
});

describe("every answer has it", () => {
  const files = new Map([["/index.html", { type: "text/html; charset=utf-8", file: import.meta.filename }]]);
  it.each([
    ["a file", "app://pin/index.html", "GET", 200],
    ["a file that is not there", "app://pin/none", "GET", 404],
    ["another host", "app://evil/index.html", "GET", 404],
    ["another method", "app://pin/index.html", "POST", 405],
  ])("%s", async (_name, url, method, status) => {
    const { statusCode, headers } = await answerFrom(files, "en")(new Request(url, { method }));
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject(goldenHeaders);
  });

  it("those of the development server, whatever it says itself", async () => {
    const lax = async () =>
      new Response("", { headers: { "content-type": "text/html", "content-security-policy": "default-src *" } });
    const response = await answerFromDevelopmentServer(lax)(new Request("app://pin/index.html"));
    expect(Object.fromEntries(response.headers)).toMatchObject(goldenHeaders);
  });
});
