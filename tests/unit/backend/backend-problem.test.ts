import { describe, expect, it } from "vitest";
import { problemCodes } from "../../../src-contract/errors/error-codes.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { json } from "./one-server.ts";
import { post, serve } from "./post-a-thing.ts";

const problem = (code: string, more: object = {}) => ({
  type: `/problems/${code}`,
  title: "t",
  status: 400,
  code,
  ...more,
});

describe("a problem of the backend's", () => {
  it.each(problemCodes.map((code) => [code]))("%s keeps its code", async (code) => {
    const thing = await serve(json(problem(code), 400, "application/problem+json"));
    const error = await post(thing).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BackendError);
    const unclear = ["ERR_BACKEND_INTERNAL", "ERR_PIN_CHANGE_OUTCOME_UNKNOWN"].includes(code);
    expect(error).toMatchObject({ code, arrival: unclear ? "unclear" : "answered" });
  });

  it("keeps its code in the form of earlier backends too", async () => {
    const type = "urn:cardbound:error:ERR_PIN_REFUSED";
    const thing = await serve(json({ type, title: "t", status: 422 }, 422, "application/problem+json"));
    await expect(post(thing)).rejects.toMatchObject({ code: "ERR_PIN_REFUSED", arrival: "answered" });
  });

  it("gives Solaris' id on where it has the form of one, and nothing else of the answer", async () => {
    const thing = await serve(
      json(problem("ERR_REFUSED", { solaris_error_id: "84b61fb9bf21ex", detail: "a text" }), 422),
    );
    const error: unknown = await post(thing).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ details: { supportId: "84b61fb9bf21ex" } });
    expect(JSON.stringify({ ...(error as object), message: (error as Error).message })).not.toContain("a text");
  });

  it.each(["<b>click here</b>", "call +49 171", "a\nb", ""])("does not give on %j as Solaris' id", async (id) => {
    const thing = await serve(json(problem("ERR_REFUSED", { solaris_error_id: id }), 422));
    const error: unknown = await post(thing).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "ERR_REFUSED", details: {} });
    expect((error as BackendError).details).not.toHaveProperty("supportId");
  });

  it("gives on all of Solaris' ids, as far as each has the form of one", async () => {
    const ids = "84b61fb9:1, 77.x-y_z";
    const thing = await serve(json(problem("ERR_REFUSED", { solaris_error_id: ids }), 422));
    await expect(post(thing)).rejects.toMatchObject({ details: { supportId: ids } });
  });

  it.each<[string, object]>([
    ["is absent", { title: undefined, status: undefined, code: undefined }],
    ["is odd", { title: 7, status: "422", code: null, detail: ["x"], solaris_error_id: { a: 1 } }],
  ])("keeps its meaning where what decorates it %s", async (_name, odd) => {
    const thing = await serve(json({ ...problem("ERR_PIN_REFUSED"), ...odd }, 422, "application/problem+json"));
    await expect(post(thing)).rejects.toMatchObject({ code: "ERR_PIN_REFUSED", details: {} });
  });

  it.each([
    [400, "ERR_UNKNOWN_REFUSAL", "answered"],
    [422, "ERR_UNKNOWN_REFUSAL", "answered"],
    [500, "ERR_BACKEND_ANSWER", "unclear"],
    [503, "ERR_BACKEND_ANSWER", "unclear"],
  ])("of a later backend is what its status %i says", async (status, code, arrival) => {
    const thing = await serve(json(problem("ERR_SOMETHING_NEW", { solaris_error_id: "84b6" }), status));
    const error: unknown = await post(thing).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code, arrival, details: { supportId: "84b6" } });
  });

  it.each([
    [9e15, 86_400],
    [1e308, 86_400],
    [-5, 0],
    [0.2, 1],
  ])("tells of a wait of %d seconds as one of %d", async (said, told) => {
    const thing = await serve(json(problem("ERR_TOO_MANY_REQUESTS", { retry_after_seconds: said }), 429));
    await expect(post(thing)).rejects.toMatchObject({
      code: "ERR_TOO_MANY_REQUESTS",
      details: { retryAfterMs: told * 1000 },
    });
  });

  it.each([["soon"], [null], [{}]])("tells of no wait where %j is said", async (said) => {
    const thing = await serve(json(problem("ERR_TOO_MANY_REQUESTS", { retry_after_seconds: said }), 429));
    await expect(post(thing)).rejects.toMatchObject({ code: "ERR_TOO_MANY_REQUESTS", details: {} });
  });

  it("says how long to wait, and no time, so that no clock counts", async () => {
    const thing = await serve(json(problem("ERR_TOO_MANY_REQUESTS", { retry_after_seconds: 90 }), 429));
    await expect(post(thing)).rejects.toMatchObject({ details: { retryAfterMs: 90_000 } });
  });
});
