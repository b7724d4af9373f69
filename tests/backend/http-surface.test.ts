import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { problem } from "../../src-contract/api/problem-schema.ts";
import { demoRoutes, routes } from "../../src-contract/api/routes.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import { ask, setUp, setUpAda } from "./backend.ts";

describe("every answer", () => {
  it.each([
    ["health", "GET", routes.health, 200],
    ["the description", "GET", routes.openapi, 200],
    ["no sign-in", "GET", routes.me, 401],
    ["no such route", "GET", "/nope", 404],
    ["no such method", "PATCH", routes.devices, 405],
    ["an address that cannot be read", "GET", "/%zz", 404],
  ])("is kept by nobody on the way: %s", async (_name, method, to, status) => {
    const { url } = await setUp();
    const answer = await ask(url + to, method);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    if (status < 400) return;
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const body = problem.parse(answer.json);
    expect(body).toMatchObject({ type: `/problems/${body.code}`, ...httpAnswer(body.code) });
  });

  // A proxy that rewrites an address would otherwise have the app take its computer for a removed one.
  it.each([
    ["GET", "/nope"],
    ["GET", `/v2/devices/${"d".repeat(32)}`],
    ["GET", `/base${routes.devices}/${"d".repeat(32)}`],
    ["GET", "/%zz"],
    ["GET", "/problems/ERR_OF_NOBODY"],
    ["GET", "/problems/__proto__"],
  ])("to what is no operation says nothing of a device or a card: %s %s", async (method, to) => {
    const { ada } = await setUpAda();
    const { json, status } = await ada(method, to);
    expect([status, json.code]).toEqual([404, "ERR_OPERATION_UNKNOWN"]);
  });

  // RFC 9110 §15.5.6
  it.each([
    ["PATCH", routes.devices, "GET, POST"],
    ["PUT", `${routes.devices}/${"d".repeat(32)}?a=b`, "DELETE, GET"],
    ["POST", routes.health, "GET"],
    ["GET", "/v1/pin-changes/6f9619ff/settlement", "POST"],
  ])("to another method than an address has says which it has: %s %s", async (method, to, allowed) => {
    const { ada } = await setUpAda();
    const { json, status, headers } = await ada(method, to);
    expect([status, json.code, headers.get("allow")]).toEqual([405, "ERR_METHOD_NOT_ALLOWED", allowed]);
  });

  it("to what is not HTTP is a problem too", async () => {
    const { url } = await setUp();
    const text = await new Promise<string>((resolve) => {
      let said = "";
      const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write("MARKED nonsense\r\n\r\n"));
      socket.on("data", (chunk) => {
        said += chunk;
      });
      socket.on("close", () => resolve(said));
    });
    expect(text).toContain("cache-control: no-store");
    expect(text).toContain('"code":"ERR_INVALID_REQUEST"');
    expect(text).not.toContain("MARKED");
  });
});

describe("a wrong request", () => {
  it.each<[string, unknown, string | undefined]>([
    ["a value", { name: "PC", key: "04MARKED", protection_level: "keychain" }, "Wrong or missing: key"],
    ["two values", { name: " MARKED", key: "MARKED", protection_level: "keychain" }, "Wrong or missing: name, key"],
    ["a list", [], "Wrong or missing: the body"],
    ["nothing at all", undefined, "Wrong or missing: the body"],
    ["no JSON", '{"MARKED', undefined],
    ["far too much", { name: "MARKED".repeat(20_000) }, undefined],
    ["a polluted prototype", '{"__proto__":{"MARKED":1}}', undefined],
  ])("is told which field is wrong, and never what was in it: %s", async (_name, body, detail) => {
    const { ada, solaris, logged } = await setUpAda();
    const answer = await ada("POST", routes.devices, body);
    expect([answer.status, answer.json.code, answer.json.detail]).toEqual([400, "ERR_INVALID_REQUEST", detail]);
    expect(answer.text + logged()).not.toContain("MARKED");
    expect(solaris.all).toEqual([]);
  });

  it("of another media type is not read, so that no form of another site is taken", async () => {
    const { url } = await setUp();
    const answer = await ask(url + demoRoutes.signIn, "POST", '{"name":"Ada"}', { "content-type": "text/plain" });
    expect([answer.status, answer.json.code]).toEqual([400, "ERR_INVALID_REQUEST"]);
  });
});

describe("a mistake of ours", () => {
  it("says nothing of itself, neither to the caller nor in the log", async () => {
    // A name beyond the published schema: our own answer fails its check.
    const name = "MARKED".repeat(50);
    const { url, logged } = await setUp({ config: { demoCustomers: [{ name, person_id: "p", accounts: [] }] } });
    const answer = await ask(url + demoRoutes.customers, "GET");
    expect(answer.json).toEqual({
      type: "/problems/ERR_BACKEND_INTERNAL",
      code: "ERR_BACKEND_INTERNAL",
      instance: `urn:uuid:${answer.headers.get("x-request-id")}`,
      ...httpAnswer("ERR_BACKEND_INTERNAL"),
    });
    expect(logged()).toContain('"event":"unexpected_error"');
    expect(answer.text + logged()).not.toContain("MARKED");
  });
});
