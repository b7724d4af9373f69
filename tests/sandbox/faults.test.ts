import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerWithFault } from "../../src-sandbox/faults/apply-fault.ts";
import { faultPlanSchema } from "../../src-sandbox/faults/faults.ts";
import { createWorld } from "../../src-sandbox/world.ts";
import { type Bound, createPartner, type Partner, pinKey } from "./partner.ts";

let partner: Partner;
let card: string;
let bound: Bound;
beforeEach(async () => {
  partner = await createPartner();
  card = await partner.firstCard("Ada");
  bound = await partner.bind("Ada");
  await partner.send("DELETE", "/sandbox/requests");
});
afterEach(() => partner.sandbox.close());

const list = async () => (await partner.send("GET", "/sandbox/faults")).json.faults;

describe("a named fault", () => {
  it("delay: the answer comes, but late", async () => {
    const id = await partner.fault({ operation: "pin_update", kind: "delay", delay_ms: 60 });
    const begun = performance.now();
    expect((await partner.changePin(card, bound, "1928")).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
    expect((await partner.reached(id)).json).toEqual({ hits: 1 });
  });

  it("drop_before: it arrived, and nothing was done", async () => {
    await partner.fault({ operation: "pin_update", kind: "drop_before" });
    await expect(partner.changePin(card, bound, "1928")).rejects.toThrow();
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: false, changes: 0 });
    const arrivals = await partner.arrivals();
    expect(arrivals.at(-1)).toEqual({
      n: 2,
      method: "POST",
      path: `/v1/cards/${card}/pin_update_requests`,
      operation: "pin_update",
      status: null,
      fault: "drop_before",
    });
  });

  it("drop_after: it was done, and nobody was told", async () => {
    await partner.fault({ operation: "pin_update", kind: "drop_after" });
    await expect(partner.changePin(card, bound, "1928")).rejects.toThrow();
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: true, changes: 1 });
    expect((await partner.arrivals()).at(-1)).toMatchObject({ status: null, fault: "drop_after" });
  });

  it("hold: nothing is done until it is released", async () => {
    const id = await partner.fault({ operation: "pin_update", kind: "hold" });
    const change = partner.changePin(card, bound, "1928");
    expect((await partner.reached(id)).status).toBe(200);
    expect(await list()).toEqual([{ id, operation: "pin_update", kind: "hold", waiting: 1, hits: 1 }]);
    expect((await partner.checkPin(card, "1928")).changes).toBe(0);
    expect((await partner.arrivals()).at(-1)).toMatchObject({ status: null, fault: "hold" });
    await partner.send("POST", `/sandbox/faults/${id}/release`);
    expect((await change).status).toBe(200);
    expect((await list())[0].waiting).toBe(0);
    expect((await partner.arrivals()).at(-1)).toMatchObject({ status: 200 });
  });

  it("hold_after: it is done, and the answer waits", async () => {
    const id = await partner.fault({ operation: "pin_update", kind: "hold_after" });
    const change = partner.changePin(card, bound, "1928");
    await partner.reached(id);
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: true, changes: 1 });
    await partner.send("POST", `/sandbox/faults/${id}/release`);
    expect((await change).status).toBe(200);
  });

  it("hold_after: what the caller no longer waits for stays done", async () => {
    const id = await partner.fault({ operation: "delete_device", kind: "hold_after" });
    const leaving = new AbortController();
    const call = fetch(`${partner.sandbox.url}/v1/mfa/devices/${bound.deviceId}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${partner.token}` },
      signal: leaving.signal,
    });
    await partner.reached(id);
    leaving.abort();
    await expect(call).rejects.toThrow();
    expect((await partner.send("POST", `/sandbox/faults/${id}/release`)).status).toBe(200);
    expect((await partner.call("GET", `/v1/mfa/devices/${bound.deviceId}`)).status).toBe(404);
  });

  it("rotate_key: the key that was delivered is outdated, and the next one works", async () => {
    await partner.fault({ operation: "pin_key", kind: "rotate_key" });
    const outdated = await partner.changePin(card, bound, "1928");
    expect([outdated.status, outdated.json.errors[0].source.field]).toEqual([400, "key_id"]);
    expect((await partner.changePin(card, bound, "1928")).status).toBe(200);
  });

  it.each([
    ["A", { errors: [{ status: 503, code: "down" }] }],
    ["B", { status: "503", code: "down" }],
    ["C", { status: 503, code: "down", error_code: "error" }],
    ["nested", { errors: [[{ status: 503, code: "down" }]] }],
  ])("status: 503 in shape %s, and nothing was done", async (shape, body) => {
    await partner.fault({ operation: "pin_update", kind: "status", status: 503, shape, code: "down" });
    expect(await partner.changePin(card, bound, "1928")).toMatchObject({ status: 503, json: body });
    expect((await partner.checkPin(card, "1928")).changes).toBe(0);
  });

  it("status: with a page of HTML, with nothing, and in the endpoint's own shape", async () => {
    await partner.fault({ operation: "pin_update", kind: "status", status: 502, shape: "html" });
    await partner.fault({ operation: "pin_update", kind: "status", status: 500, shape: "empty" });
    await partner.fault({ operation: "pin_update", kind: "status", status: 403 });
    const html = await partner.changePin(card, bound, "1928");
    expect([html.status, html.headers.get("content-type")]).toEqual([502, "text/html; charset=utf-8"]);
    expect(html.text).toContain("<h1>502</h1>");
    expect(await partner.changePin(card, bound, "1928")).toMatchObject({ status: 500, text: "" });
    const own = await partner.changePin(card, bound, "1928");
    expect(own.json).toMatchObject({ status: "403", code: "unauthorized_action" });
  });

  it("status: on the token as well, so that a partner sees its sign-in fail", async () => {
    await partner.fault({ operation: "token", kind: "status", status: 500 });
    expect((await partner.signIn()).status).toBe(500);
    expect((await partner.signIn()).status).toBe(200);
  });

  it("hits as often as it is told, and then no more", async () => {
    const id = await partner.fault({ operation: "card", kind: "status", status: 500, times: 2 });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await partner.call("GET", `/v1/cards/${card}`)).status);
    expect(statuses).toEqual([500, 500, 200]);
    expect((await partner.reached(id, "?hits=2")).json).toEqual({ hits: 2 });
  });

  it("can be waited for before it is hit, times out, and is unknown once cleared", async () => {
    const id = await partner.fault({ operation: "card", kind: "status", status: 500 });
    expect((await partner.reached(id, "?wait_ms=1")).status).toBe(408);
    const waiting = partner.reached(id);
    await partner.call("GET", `/v1/cards/${card}`);
    expect((await waiting).status).toBe(200);
    const second = partner.reached(id, "?hits=2");
    await partner.send("DELETE", "/sandbox/faults");
    expect((await second).status).toBe(404);
    expect((await partner.send("POST", `/sandbox/faults/${id}/release`)).status).toBe(404);
    expect(await list()).toEqual([]);
  });

  it("lets go of what it holds when all are cleared", async () => {
    const id = await partner.fault({ operation: "pin_update", kind: "hold" });
    const change = partner.changePin(card, bound, "1928");
    await partner.reached(id);
    await partner.send("DELETE", "/sandbox/faults");
    expect((await change).status).toBe(200);
  });

  it.each([
    { operation: "nothing", kind: "hold" },
    { operation: "card", kind: "nothing" },
    { operation: "card", kind: "delay" },
    { operation: "card", kind: "status" },
    { operation: "card", kind: "rotate_key" },
    { operation: "card", kind: "hold", times: 0 },
  ])("is not taken when it makes no sense: %j", async (plan) => {
    expect(await partner.send("POST", "/sandbox/faults", plan)).toMatchObject({
      status: 400,
      json: { error: expect.any(String) },
    });
  });
});

describe("a named fault on a change request", () => {
  const begin = async (): Promise<string> => (await partner.requestChange(card, "1928")).json.id;
  const confirm = (id: string) => partner.confirm(id, { person_id: partner.person("Ada").person_id, tan: "212212" });

  it("drop_before: nothing was begun, sent or changed", async () => {
    await partner.fault({ operation: "sca_pin_update", kind: "drop_before" });
    await expect(begin()).rejects.toThrow();
    const id = await begin();
    const sent = (await partner.inbox()).length;
    await partner.fault({ operation: "authorize_change_request", kind: "drop_before" });
    await expect(partner.authorizeBySms(id, "Ada")).rejects.toThrow();
    expect(await partner.inbox()).toHaveLength(sent);
    await partner.authorizeBySms(id, "Ada");
    await partner.fault({ operation: "confirm_change_request", kind: "drop_before" });
    await expect(confirm(id)).rejects.toThrow();
    expect((await partner.checkPin(card, "1928")).changes).toBe(0);
    expect((await confirm(id)).status).toBe(200);
  });

  it("drop_after: the TAN was sent, the PIN was changed, and nobody was told", async () => {
    await partner.fault({ operation: "sca_pin_update", kind: "drop_after" });
    await expect(begin()).rejects.toThrow();
    const id = await begin();
    await partner.fault({ operation: "authorize_change_request", kind: "drop_after" });
    await expect(partner.authorizeBySms(id, "Ada")).rejects.toThrow();
    expect((await partner.inbox())[0]).toMatchObject({ purpose: "pin_change", change_request_id: id });
    await partner.fault({ operation: "confirm_change_request", kind: "drop_after" });
    await expect(confirm(id)).rejects.toThrow();
    expect(await partner.checkPin(card, "1928")).toEqual({ matches: true, changes: 1 });
    expect((await confirm(id)).status).toBe(422);
  });

  it("hold_after: the PIN is changed while the answer waits", async () => {
    const id = await begin();
    await partner.authorizeBySms(id, "Ada");
    const fault = await partner.fault({ operation: "confirm_change_request", kind: "hold_after" });
    const confirming = confirm(id);
    await partner.reached(fault);
    expect((await partner.checkPin(card, "1928")).changes).toBe(1);
    await partner.send("POST", `/sandbox/faults/${fault}/release`);
    expect((await confirming).status).toBe(200);
  });

  it("rotate_key: a change cannot be requested with the outdated key", async () => {
    await partner.fault({ operation: "pin_key", kind: "rotate_key" });
    const outdated = await partner.requestChange(card, "1928");
    expect([outdated.status, outdated.json.errors[0].source.field]).toEqual([400, "key_id"]);
    expect((await partner.requestChange(card, "1928")).status).toBe(200);
  });

  it.each([
    ["sca_pin_update", 403, { status: "403", code: "unauthorized_action" }],
    ["sca_pin_update", 422, { status: "422", code: "unprocessable_entity" }],
    ["authorize_change_request", 404, { errors: [{ status: 404, code: "model_not_found" }] }],
    ["confirm_change_request", 422, { errors: [{ status: 422, code: "unprocessable_entity" }] }],
    ["confirm_change_request", 429, { errors: [{ status: 429, code: "generic_error" }] }],
  ] as const)("status: %s answers %i in its own shape", async (operation, status, body) => {
    await partner.fault({ operation, kind: "status", status });
    const reply =
      operation === "sca_pin_update"
        ? await partner.requestChange(card, "1928")
        : await partner.call("POST", `/v1/change_requests/x/${operation.split("_")[0]}`, {});
    expect(reply).toMatchObject({ status, json: body });
  });
});

describe("closing the sandbox", () => {
  it.each(["hold", "delay"] as const)("leaves undone what a %s keeps waiting", async (kind) => {
    const world = createWorld({ client: { id: "a", secret: "b" }, challengeSeconds: 300, pinKey: await pinKey });
    world.faults.add(faultPlanSchema.parse({ operation: "card", kind, delay_ms: 600_000 }));
    const perform = vi.fn(() => ({ status: 200 }));
    const answer = answerWithFault(world, "card", world.faults.claim("card"), perform);
    world.faults.abandon();
    expect(await answer).toBe("dropped");
    expect(perform).not.toHaveBeenCalled();
  });

  it("ends at once, and does nothing of what is still held", async () => {
    const held = await partner.fault({ operation: "pin_update", kind: "hold" });
    const late = await partner.fault({ operation: "card", kind: "delay", delay_ms: 600_000 });
    const change = expect(partner.changePin(card, bound, "1928")).rejects.toThrow();
    const look = expect(partner.call("GET", `/v1/cards/${card}`)).rejects.toThrow();
    await Promise.all([partner.reached(held), partner.reached(late)]);
    const begun = performance.now();
    await Promise.all([partner.sandbox.close(), partner.sandbox.close()]);
    await Promise.all([change, look]);
    expect(performance.now() - begun).toBeLessThan(60_000); // what is late would come after ten minutes
    await expect(fetch(partner.sandbox.url)).rejects.toThrow();
  });
});
