import { describe, expect, it } from "vitest";
import { path, setUpAda } from "./backend.ts";
import { authorized, confirmations, stateOf, tan } from "./change-request-steps.ts";
import { changeRequestId, refusal, type Said } from "./fake-solaris.ts";
import { code, outdatedKey } from "./pin-change-steps.ts";

const confirm = "/v1/change_requests/*/confirm";

describe("the confirmation", () => {
  const completed = { id: changeRequestId, status: "COMPLETED" };
  it.each<[string, Said, number, string | undefined, string]>([
    ["COMPLETED", { json: completed }, 200, undefined, "changed"],
    ["COMPLETED, 201", { status: 201, json: { ...completed, response_code: 201 } }, 200, undefined, "changed"],
    ["COMPLETED, as text", { json: { ...completed, response_code: "202" } }, 200, undefined, "changed"],
    ["COMPLETED, null", { json: { ...completed, response_code: null } }, 200, undefined, "changed"],
    ["COMPLETED, 422", { json: { ...completed, response_code: 422 } }, 422, "ERR_REFUSED", "refused"],
    [
      "COMPLETED, 500",
      { json: { ...completed, response_code: 500 } },
      504,
      "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
      "unknown",
    ],
    ["FAILED", { json: { status: "FAILED" } }, 422, "ERR_REFUSED", "refused"],
    [
      "FAILED for its PIN",
      {
        json: {
          status: "FAILED",
          response_code: 400,
          response_body: { errors: [refusal({ source: { field: "pin" } })] },
        },
      },
      422,
      "ERR_PIN_REFUSED",
      "refused",
    ],
    [
      "FAILED for its key",
      { json: { status: "FAILED", response_code: 400, response_body: outdatedKey } },
      409,
      "ERR_PIN_KEY_OUTDATED",
      "refused",
    ],
    ["ACCEPTED", { json: { status: "ACCEPTED" } }, 504, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "unknown"],
    ["no status", { json: { response_code: 200 } }, 504, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "unknown"],
    ["nothing", { status: 204 }, 504, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "unknown"],
    [
      "HTML",
      { text: "<p>", headers: { "content-type": "text/html" } },
      504,
      "ERR_PIN_CHANGE_OUTCOME_UNKNOWN",
      "unknown",
    ],
    ["500", { status: 500 }, 504, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "unknown"],
    ["302", { status: 302 }, 504, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "unknown"],
    ["408", { status: 408 }, 504, "ERR_PIN_CHANGE_OUTCOME_UNKNOWN", "unknown"],
    ["404", { status: 404, json: refusal() }, 410, "ERR_CHANGE_REQUEST_ENDED", "refused"],
    [
      "422, ended",
      { status: 422, json: refusal({ code: "unprocessable_entity" }) },
      410,
      "ERR_CHANGE_REQUEST_ENDED",
      "refused",
    ],
    ["400", { status: 400, json: refusal() }, 422, "ERR_REFUSED", "refused"],
    [
      "a card that was lost",
      { status: 400, json: refusal({ source: { field: "status" } }) },
      409,
      "ERR_CARD_NOT_ELIGIBLE",
      "refused",
    ],
  ])("answered with %s is final", async (_name, said, status, problem, state) => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", confirm, said);
    const { id, confirmation } = await authorized(ada);
    for (const _repetition of [1, 2]) {
      const answer = await confirmation();
      expect([answer.status, answer.json.code]).toEqual([status, problem]);
    }
    expect(confirmations(solaris)).toHaveLength(1);
    expect(await stateOf(ada, id)).toBe(state);
  });

  it("whose connection is lost is unknown, and not sent again", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", confirm, (_asked, response) => {
      response.socket?.destroy();
      return "silent";
    });
    const { id, confirmation } = await authorized(ada);
    expect(code(await confirmation())).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(code(await confirmation())).toBe("ERR_PIN_CHANGE_OUTCOME_UNKNOWN");
    expect(confirmations(solaris)).toHaveLength(1);
    expect(await stateOf(ada, id)).toBe("unknown");
  });

  it("that could not be sent can be sent again", async () => {
    const { ada, solaris, advance } = await setUpAda();
    const { confirmation } = await authorized(ada);
    advance(3600);
    const again = solaris.all.length;
    solaris.on("POST", "/oauth2/token", { status: 503 });
    expect(code(await confirmation())).toBe("ERR_SOLARIS_UNAVAILABLE");
    expect(confirmations(solaris)).toEqual([]);
    expect(solaris.all.length).toBeGreaterThan(again);
    solaris.on("POST", "/oauth2/token", { json: { access_token: "t", token_type: "bearer", expires_in: 3599 } });
    expect((await confirmation()).status).toBe(200);
  });

  it.each([
    [
      403,
      {
        id: "anerrorid",
        code: "invalid_tan",
        title: "Invalid TAN",
        detail: `Invalid or expired TAN ${tan} for Solaris`,
      },
    ],
    [422, { errors: [{ id: "anerrorid", code: "invalid_tan", detail: `The TAN (${tan}) is invalid` }] }],
    [400, { errors: [{ id: "anerrorid", code: "validation_error", detail: "9 1 8 2 7 3", source: { field: "tan" } }] }],
  ])("with a wrong TAN can be tried again, and nobody repeats it: %d", async (status, json) => {
    const { ada, solaris, logged } = await setUpAda();
    solaris.on("POST", confirm, { status, json });
    const { confirmation } = await authorized(ada);
    const answer = await confirmation();
    expect([answer.status, answer.json.code, answer.json.detail]).toEqual([403, "ERR_TAN_REFUSED", undefined]);
    expect(answer.text + logged()).not.toContain(tan);
    solaris.on("POST", confirm, { status: 202, json: completed });
    expect((await confirmation({ tan: "000000" })).status).toBe(200);
  });

  it("that is refused in words with the TAN in them repeats none of them", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", confirm, { status: 418, json: refusal({ detail: "no 9 1 8 2 7 3 here" }) });
    const { confirmation } = await authorized(ada);
    const { json } = await confirmation();
    expect([json.code, json.detail]).toEqual(["ERR_REFUSED", undefined]);
  });

  it("with a wrong signature is refused for good", async () => {
    const { ada, solaris } = await setUpAda();
    solaris.on("POST", confirm, { status: 400, json: refusal({ source: { field: "signature" } }) });
    const { id, confirmation } = await authorized(ada, "device_signing");
    expect(code(await confirmation())).toBe("ERR_DEVICE_REFUSED");
    expect(code(await confirmation())).toBe("ERR_DEVICE_REFUSED");
    expect(confirmations(solaris)).toHaveLength(1);
    expect(await stateOf(ada, id)).toBe("refused");
  });

  it("is sent once at a time", async () => {
    const { ada, solaris } = await setUpAda();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    solaris.on("POST", confirm, async () => {
      await answered;
      return { status: 202, json: completed };
    });
    const { id, confirmation } = await authorized(ada);
    const all = Array.from({ length: 5 }, () => confirmation());
    const quick = await Promise.race(all);
    expect(code(quick)).toBe("ERR_PIN_CHANGE_IN_PROGRESS");
    expect(await stateOf(ada, id)).toBe("in_progress");
    expect(code(await ada("POST", path.authorization(id), { route: "sms" }))).toBe("ERR_PIN_CHANGE_IN_PROGRESS");
    // Whichever comes to Solaris waits there until the others have their answers.
    let answers = 0;
    for (const one of all) one.then(() => (answers += 1));
    await expect.poll(() => answers, { timeout: 20_000 }).toBe(4);
    answer();
    expect((await Promise.all(all)).map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(confirmations(solaris)).toHaveLength(1);
  });

  it.each([{ tan: "12345" }, { tan: "1234567" }, { tan: "12345a" }, { tan: undefined }])(
    "with what cannot be a TAN is not sent: %j",
    async (more) => {
      const { ada, solaris } = await setUpAda();
      const { confirmation } = await authorized(ada);
      expect(code(await confirmation(more))).toBe("ERR_INVALID_REQUEST");
      expect(confirmations(solaris)).toEqual([]);
    },
  );
});
