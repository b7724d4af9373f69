// What an attacker found to be taken for more than it bears: each a whole kind, by its smallest input.
import { describe, expect, it } from "vitest";
import { changeRequest, path, pinChange, setUpAda } from "./backend.ts";
import { cardId, changeRequestId, device, deviceId, list, personId, refusal, type Said } from "./fake-solaris.ts";
import { changesOf, code, update } from "./pin-change-steps.ts";

describe("a 200 to a PIN change is not taken for a yes", () => {
  it.each([
    { statusCode: 500, message: "Internal Server Error" },
    { status_code: 500 },
    { fault: { faultstring: "Gateway Timeout" } },
    { errorCode: "x", errorMessage: "failed" },
    { error_description: "x" },
    { state: "FAILED" },
    { ok: false },
    { succeeded: false },
    { outcome: "rejected" },
    { type: "about:blank", title: "Bad Gateway" },
    { response_code: 504 },
    { reason: "UPSTREAM_TIMEOUT" },
    { "error ": "x" },
    { id: "othercard", status: "ACTIVE" },
  ])("that says %j", async (json) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, { json });
    expect(code(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toBe(
      "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
    );
  });

  it.each<[string, string]>([
    ["ends with its connection, whatever coding it names", "Transfer-Encoding: identity\r\n\r\n"],
    ["names a coding after chunked", "Transfer-Encoding: chunked, identity\r\n\r\n"],
    ["is a part of one", "Content-Type: application/json\r\nContent-Range: bytes 0-1/9\r\nContent-Length: 2\r\n\r\n{}"],
    ["is of two types", "Content-Type: application/json\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\n{}"],
  ])("that %s", async (name, rest) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", update, (_asked, response) => {
      response.socket?.end(`HTTP/1.1 ${name.startsWith("is a part") ? 206 : 200} OK\r\n${rest}`);
      return "silent";
    });
    expect(code(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toBe(
      "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
    );
  });
});

describe("a confirmation bears neither a yes nor a no", () => {
  const completed = { id: changeRequestId, status: "COMPLETED" };
  it.each([
    { ...completed, id: "someothercsc", response_code: 202 },
    { ...completed, response_body: '{"errors":[{"id":"e","status":422,"code":"c"}]}' },
    { ...completed, response_code: 200, response_body: '{"status":"FAILED"}' },
    { ...completed, response_body: '{"status":' },
    { ...completed, response_code: 408 },
    { ...completed, response_code: 202, errors: [{ ...refusal(), status: 404 }] },
    { id: changeRequestId, status: "FAILED", response_code: 504 },
    { id: changeRequestId, status: "FAILED", response_code: 202, response_body: "Accepted" },
    { id: changeRequestId, status: "FAILED", response_body: { errors: [{ ...refusal(), status: 503 }] } },
    { id: changeRequestId, status: "PENDING", response_code: 404 },
  ])("that says %j", async (json) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", "/v1/change_requests/*/confirm", { json });
    const begin = changeRequest("sms");
    await ada("POST", path.changeRequests(cardId), begin);
    await ada("POST", path.authorization(begin.request_id), { route: "sms" });
    const answer = await ada("POST", path.confirmation(begin.request_id), { route: "sms", tan: "123456" });
    expect(code(answer)).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
  });
});

describe("that a device is gone is not said", () => {
  it("because its removal is refused with a 404, while it is listed", async () => {
    const { ada, solaris } = await setUpAda();
    const json = refusal({ code: "model_not_found", status: 404 });
    solaris.on("DELETE", `/v1/mfa/devices/${deviceId}`, { status: 404, json });
    expect(code(await ada("DELETE", path.device(deviceId)))).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  const foreign = Array.from({ length: 100 }, (_, index) => device(`d${index}`, "another"));
  const own = device(deviceId, personId);
  it.each<[string, Said]>([
    ["the same full page comes for every number", { json: foreign }],
    ["the same page comes that its header calls full", { json: foreign.slice(0, 10), headers: { per_page: "10" } }],
    [
      "a page follows, by a link with a comma in it",
      { ...list([]), headers: { link: '</>; title="a, b"; rel="next"' } },
    ],
    ["a page follows, by a link with a bracket in it", { ...list([]), headers: { link: '</>; foo="<"; rel=next' } }],
    ["it was removed before there were any", list([{ ...own, deleted_at: "0001-01-01T00:00:00Z" }])],
    ["it is to be removed one day", list([{ ...own, deleted_at: "2099-01-01T00:00:00Z" }])],
    ["the list is only promised", { status: 202, json: [] }],
    ["the list is somebody else's version", { status: 203, text: "[]", headers: { "content-type": "text/plain" } }],
  ])("while %s", async (_name, said) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/mfa/devices", said);
    expect(code(await ada("GET", path.device(deviceId)))).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(code(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toBe("ERR_SOLARIS_UNAVAILABLE");
  });

  it("because its owner is an empty text", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("GET", "/v1/mfa/devices", list([device(deviceId, "")]));
    expect((await ada("GET", path.device(deviceId))).status).toBe(200);
  });
});

it.each([
  { id: "e", status: "503", code: "upstream_timeout" },
  {
    errors: [
      { id: "e", status: 401, code: "invalid_token" },
      { id: "f", status: 504, code: "timeout" },
    ],
  },
])("a PIN change whose 401 is not about the token alone is sent once: %j", async (json) => {
  const { ada, solaris } = await setUpAda();
  solaris.on("POST", update, ({ headers }) =>
    headers.authorization === "Bearer token-1" ? { status: 401, json } : { json: {} },
  );
  expect(code(await ada("POST", path.pinChanges(cardId), pinChange(deviceId)))).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
  expect(changesOf(solaris)).toBe(1);
});
