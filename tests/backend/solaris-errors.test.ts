import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerTable } from "../../src-backend/solaris/answer-table.ts";
import { readSolarisError } from "../../src-backend/solaris/error-shapes.ts";
import { errorTable, meaningOf } from "../../src-backend/solaris/error-table.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { errorCatalogue } from "../../src-contract/errors/error-catalogue.ts";
import { type ProblemCode, problemCodes } from "../../src-contract/errors/error-codes.ts";
import { httpAnswer } from "../../src-contract/errors/http-answers.ts";
import { jwe, path, pinChange, setUpAda } from "./backend.ts";
import { accountId, cardId, deviceId, type Said } from "./fake-solaris.ts";

const id = "84b61fb9bf2117b3653a91ba9fc18d8bex";
const update = `/v1/cards/${cardId}/pin_update_requests`;

/** The shapes of docs/solaris-api.md §11, and the nested array of the public mock. */
const shapes = {
  A: (status: number, error: object) => ({ errors: [{ id, status, code: "c", title: "T", ...error }] }),
  B: (status: number, error: object) => ({ id, status: String(status), code: "c", title: "T", ...error }),
  C: (status: number, error: object) => ({ title: "T", status, id, error_code: "static", ...error }),
  nested: (status: number, error: object) => ({ errors: [[{ id, status, code: "c", title: "T", ...error }]] }),
};

describe("an error of Solaris", () => {
  it.each(Object.entries(shapes))("is read in shape %s", (_name, shape) => {
    const source = { field: "pin", message: "must not contain sequential digits" };
    const json = shape(400, { code: "validation_error", detail: "pin must not", source });
    expect(readSolarisError({ status: 400, json, headers: {} })).toMatchObject({
      status: 400,
      entries: [{ id, code: "validation_error", detail: "pin must not", field: "pin" }],
    });
  });

  it.each([
    ["nothing", undefined],
    ["an empty object", {}],
    ["no errors", { errors: [] }],
    ["a list in a list in a list", { errors: [[[]]] }],
    ["text", "busy"],
    ["wrong types", { id: {}, code: {}, detail: [], source: "pin" }],
    ["an id with a line break in it", { id: "a\r\nb", code: "a" }],
    ["an id without end", { id: "a".repeat(129), code: "a" }],
    ["no id", { code: "forbidden", title: "Forbidden", status: 403 }],
    ["no code", { id, title: "Forbidden", status: 403 }],
    ["another one's words", { error: { code: "AccessDenied", message: "Access Denied" }, requestId: id }],
  ])("is none that says %s", (_name, json) => {
    expect(readSolarisError({ status: 400, json, headers: {} })).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ["with a colon", "1-5759e988:bd862", "1-5759e988:bd862"],
    ["a number", 84617, "84617"],
    ["longer than most", "e".repeat(128), "e".repeat(128)],
  ])("may have an id %s", (_name, odd, read) => {
    expect(readSolarisError({ status: 400, json: { id: odd, code: "c" }, headers: {} })?.entries[0]?.id).toBe(read);
  });

  it.each<[string, Record<string, string>, number | undefined]>([
    ["seconds", { "retry-after": "7" }, 7],
    ["a point in time", { date: "Thu, 26 Nov 2026 09:00:00 GMT", "retry-after": "Thu, 26 Nov 2026 09:02:00 GMT" }, 120],
    ["one that is over", { date: "Thu, 26 Nov 2026 09:00:00 GMT", "retry-after": "Thu, 26 Nov 2026 08:00:00 GMT" }, 0],
    ["one without a clock", { "retry-after": "Thu, 26 Nov 2026 09:02:00 GMT" }, undefined],
    ["more than a day", { "retry-after": "9000000000000000" }, 86_400],
    ["less than nothing", { "retry-after": "-1" }, undefined],
    ["words", { "retry-after": "soon" }, undefined],
  ])("says to wait until %s", (_name, headers, seconds) => {
    expect(readSolarisError({ status: 429, json: { id, code: "c" }, headers })?.retryAfterSeconds).toBe(seconds);
  });

  it("can be any JSON without harm", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 300, max: 599 }), (json, status) => {
        const error = readSolarisError({ status, json: { errors: [json, { id, code: "c" }] }, headers: {} });
        expect(problemCodes).toContain(error && meaningOf("pin_update", error).problem);
      }),
    );
  });

  it("can be every problem that the catalogue says can come with Solaris' id, and no other", () => {
    const fromSolaris = problemCodes.filter((code) => errorCatalogue[code].http.fromSolaris);
    // By counting the devices, and not by the table: bind-device.ts.
    const unclear = Object.values(answerTable).map((row) => row.unclear);
    expect(new Set([...errorTable.map(({ problem }) => problem), ...unclear, "ERR_DEVICE_LIMIT"])).toEqual(
      new Set(fromSolaris),
    );
  });

  it("is of one meaning: every row of the table can be reached and says where it is written", () => {
    for (const row of errorTable) {
      expect(row.source).not.toBe("");
      expect(problemCodes).toContain(row.problem);
    }
  });
});

describe("a refused PIN change", () => {
  const refusals: [string, number, object, string][] = [
    ["pin", 400, { source: { field: "pin", message: "must not contain sequential digits" } }, "ERR_PIN_REFUSED"],
    ["key_id", 400, { source: { field: "key_id", message: "is not current" } }, "ERR_PIN_KEY_OUTDATED"],
    ["encrypted_pin", 400, { source: { field: "encrypted_pin", message: "bad" } }, "ERR_ENCRYPTION_REFUSED"],
    ["device_id", 400, { source: { field: "device_id", message: "device-id invalid" } }, "ERR_DEVICE_REFUSED"],
    ["signature", 400, { source: { field: "signature", message: "too short" } }, "ERR_DEVICE_REFUSED"],
    ["status", 400, { source: { field: "status", message: "closed" } }, "ERR_CARD_NOT_ELIGIBLE"],
    ["pin in a 422", 422, { source: { field: "pin", message: "bad" } }, "ERR_PIN_REFUSED"],
    ["unauthorised", 403, { code: "unauthorized_action" }, "ERR_REFUSED"],
    ["unknown card", 404, { code: "model_not_found" }, "ERR_NOT_FOUND"],
    ["conflict", 409, { code: "conflict" }, "ERR_REFUSED"],
    ["undocumented", 418, { code: "teapot", source: { field: "teapot", message: "short" } }, "ERR_REFUSED"],
    ["too often", 429, { code: "rate_limited" }, "ERR_TOO_MANY_REQUESTS"],
  ];
  it.each(refusals)("because of %s", async (_name, status, error, code) => {
    const { ada, solaris } = await setUpAda();
    for (const [name, shape] of Object.entries(shapes)) {
      solaris.on("POST", update, { status, json: shape(status, error), headers: { "retry-after": "7" } });
      const { json, headers } = await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
      expect([name, json.code, json.solaris_error_id]).toEqual([name, code, id]);
      expect(json.status).toBe(httpAnswer(json.code as ProblemCode).status);
      expect(headers.get("content-type")).toContain("application/problem+json");
      expect([json.retry_after_seconds, headers.get("retry-after")]).toEqual(
        status === 429 ? [7, "7"] : [undefined, null],
      );
    }
  });

  it("passes on why the PIN was refused", async () => {
    const { ada, solaris } = await setUpAda();
    const detail = "pin must not contain three or more repeating digits";
    solaris.on("POST", update, { status: 400, json: shapes.A(400, { detail, source: { field: "pin" } }) });
    expect((await ada("POST", path.pinChanges(cardId), pinChange(deviceId))).json.detail).toBe(detail);
  });

  it.each([
    ["a PIN", "pin 1928 is too easy"],
    ["the JWE", `cannot decrypt ${jwe}`],
    ["the key's id", "key 0dce6f4d is unknown"],
    ["the card", `Couldn't find 'Solaris::CardAccount' for id '${cardId}'.`],
    ["something as long as a token", `token ${"Ab-_".repeat(8)} is bad`],
    ["a novel", "word ".repeat(100)],
  ])("never passes on words with %s in them", async (_name, detail) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, { status: 400, json: shapes.A(400, { detail, source: { field: "pin" } }) });
    const { json } = await ada("POST", path.pinChanges(cardId), pinChange(deviceId));
    expect([json.code, json.detail]).toEqual(["ERR_PIN_REFUSED", undefined]);
  });
});

describe("a list that Solaris does not give", () => {
  const html = { "content-type": "text/html" };
  const json = { "content-type": "application/json" };
  it.each<[string, Said, string]>([
    ["HTML", { text: "<h1>Busy</h1>", headers: html }, "ERR_SOLARIS_UNAVAILABLE"],
    ["nothing", {}, "ERR_SOLARIS_UNAVAILABLE"],
    ["half a body", { text: '[{"id":', headers: json }, "ERR_SOLARIS_UNAVAILABLE"],
    ["an object", { json: { cards: [] } }, "ERR_SOLARIS_UNAVAILABLE"],
    ["a page beyond 1 MiB", { text: `[${" ".repeat(1_100_000)}]`, headers: json }, "ERR_SOLARIS_UNAVAILABLE"],
    ["JSON that says it is HTML", { text: "[]", headers: html }, "ERR_SOLARIS_UNAVAILABLE"],
    ["a redirect", { status: 301, headers: { location: "/elsewhere" } }, "ERR_SOLARIS_UNAVAILABLE"],
    ["500 in HTML", { status: 500, text: "<h1>Oops</h1>", headers: html }, "ERR_SOLARIS_UNAVAILABLE"],
    ["503", { status: 503, json: {} }, "ERR_SOLARIS_UNAVAILABLE"],
    ["a firewall's 403", { status: 403, json: { message: "Forbidden" } }, "ERR_SOLARIS_UNAVAILABLE"],
    ["a gateway's 429", { status: 429 }, "ERR_SOLARIS_UNAVAILABLE"],
    ["429", { status: 429, json: shapes.A(429, {}) }, "ERR_TOO_MANY_REQUESTS"],
  ])("because of %s", async (_name, said, code) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", `/v1/accounts/${accountId}/cards`, said);
    const answer = await ada("GET", routes.cards);
    expect(answer.json.code).toBe(code);
    expect(answer.text).not.toMatch(/Busy|Oops|elsewhere/);
  });

  it("because the connection breaks within it", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", `/v1/accounts/${accountId}/cards`, (_asked, response) => {
      response.writeHead(200, { "content-length": "50", "content-type": "application/json" });
      response.write("[");
      response.socket?.end();
      return "silent";
    });
    expect((await ada("GET", routes.cards)).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it("because it does not end in time", async () => {
    const { ada, solaris } = await setUpAda({ solaris: { timeoutMs: 400 } });
    solaris.on("GET", `/v1/accounts/${accountId}/cards`, (_asked, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("[");
      return "silent";
    });
    expect((await ada("GET", routes.cards)).json.code).toBe("ERR_SOLARIS_UNAVAILABLE");
  });
});
