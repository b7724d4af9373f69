import { expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { problemCodes } from "../../src-contract/errors/error-codes.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import { ask, setUp } from "../backend/backend.ts";

it("a problem's type, resolved as a client does (RFC 9457 §3.1.1), opens a page about it, without a sign-in", async () => {
  const { url } = await setUp();
  const asked = url + routes.me;
  const { json } = await ask(asked, "GET");
  const page = await ask(new URL(json.type, asked).href, "GET");
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page.text).toContain("<h1>ERR_NOT_SIGNED_IN</h1>");
  expect(page.text).toContain(json.title);
});

it("every code has its page, which the list of all leads to", async () => {
  const { url } = await setUp();
  const list = await ask(url + routes.problems, "GET");
  const links = [...list.text.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? "");
  expect(links).toHaveLength(problemCodes.length);
  for (const [index, code] of problemCodes.entries()) {
    const { status, text } = await ask(new URL(links[index] ?? "", url).href, "GET");
    expect([status, text.includes(`<h1>${code}</h1>`), text.includes(httpAnswer(code).title)]).toEqual([
      200,
      true,
      true,
    ]);
  }
});
