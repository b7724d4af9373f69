import { expect, it } from "vitest";
import { newRequestId } from "../../src-backend/tracing/request-id.ts";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, path, pinChange, setUp, setUpAda } from "./backend.ts";
import { cardId, deviceId } from "./fake-solaris.ts";
import { update } from "./pin-change-steps.ts";
import { callRaw } from "./raw-caller.ts";
import { setUpSignIn } from "./signed-in-backend.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const parentId = "00f067aa0ba902b7";

const linesOf = (log: string) =>
  log
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

it("each request has an id of its own, which its answer and every line of its log name", async () => {
  const { ada, logged } = await setUpAda();
  const bodies = [pinChange(deviceId), pinChange(deviceId)];
  // At once: what one waits for must not be written down as the other's.
  const answers = await Promise.all(bodies.map((body) => ada("POST", path.pinChanges(cardId), body)));
  const ids = answers.map(({ headers }) => headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) {
    expect(id).toMatch(uuid);
    const own = linesOf(logged()).filter((line) => line.x_request_id === id);
    const named = own.map(({ event, operation }) => `${event} ${operation}`);
    expect(named).toContain("solaris_call list_cards");
    expect(named.at(-1)).toBe("request_done change_pin");
    expect(named.filter((one) => one === "solaris_call pin_update")).toHaveLength(1);
  }
  for (const { request_id } of bodies) expect(logged()).not.toContain(request_id);
});

it("what is done after a body that came late belongs to its request too", async () => {
  const { url, token, logged } = await setUpAda();
  const { socket, said } = await callRaw(url);
  const body = JSON.stringify(pinChange(deviceId));
  const head = `POST ${path.pinChanges(cardId)} HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${token}\r\n`;
  socket.write(`${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n{`);
  // Whoever asks after it has an answer: the head was read by then.
  expect((await ask(url + routes.health, "GET")).status).toBe(200);
  socket.write(body.slice(1));
  await expect.poll(said).toContain('"outcome":"changed"');
  const id = /\r\nx-request-id: (.*)\r\n/.exec(said())?.[1];
  await expect.poll(() => linesOf(logged()).at(-1)?.event).toBe("request_done");
  const update = linesOf(logged()).find((line) => line.event === "solaris_call" && line.operation === "pin_update");
  expect(update.x_request_id).toBe(id);
});

it.each<[string, string, string, unknown, Record<string, string>]>([
  ["nobody's", "GET", routes.me, undefined, {}],
  ["of no route", "GET", "/nope", undefined, {}],
  ["of an address that cannot be read", "GET", "/%zz", undefined, {}],
  ["of a body that is no JSON", "POST", "/demo/sign-in", "{", {}],
  ["that names itself", "GET", routes.me, undefined, { "x-request-id": "11111111-2222-4333-8444-555555555555" }],
])("a problem names its request: %s", async (_name, method, to, body, headers) => {
  const { url, logged } = await setUp();
  const answer = await ask(url + to, method, body, headers);
  const id = answer.headers.get("x-request-id") ?? "";
  expect(id).toMatch(uuid);
  expect(Object.values(headers)).not.toContain(id);
  expect(answer.json.instance).toBe(`urn:uuid:${id}`);
  if (to === "/%zz") return; // no hook runs for it, and so no line is written
  expect(linesOf(logged()).at(-1)).toMatchObject({ event: "request_done", x_request_id: id });
});

it("what is no HTTP has an id too", async () => {
  const { url, logged } = await setUp();
  const { socket, said, closed } = await callRaw(url);
  socket.write("nonsense\r\n\r\n");
  await closed;
  const id = /\r\nx-request-id: (.*)\r\n/.exec(said())?.[1];
  expect(said()).toContain(`"instance":"urn:uuid:${id}"`);
  expect(linesOf(logged()).at(-1)).toMatchObject({ event: "request_unreadable", x_request_id: id });
});

it("an id has nothing in it that looks like a PIN, a code or a card's number", () => {
  for (let count = 0; count < 2000; count += 1) expect(newRequestId()).not.toMatch(/\d{4}/);
});

it.each([
  ["as it is", `00-${traceId}-${parentId}-01`, "01"],
  ["without flags that nobody knows", `00-${traceId}-${parentId}-fe`, "02"],
  ["of a later version, which may say more", `cc-${traceId}-${parentId}-00-and-more`, "00"],
])("a trace goes on at Solaris, and its id is in the log: %s", async (_name, traceparent, flags) => {
  const { url, token, solaris, logged } = await setUpAda();
  const headers = { authorization: `Bearer ${token}`, traceparent, tracestate: "marked=state" };
  const answer = await ask(url + path.pinChanges(cardId), "POST", pinChange(deviceId), headers);
  expect(answer.status).toBe(200);
  const spans = solaris.all.map((asked) => asked.headers.traceparent);
  expect(spans.length).toBeGreaterThan(2);
  for (const span of spans) expect(span).toMatch(new RegExp(`^00-${traceId}-(?!0{16})[0-9a-f]{16}-${flags}$`));
  expect(new Set([...spans, `00-${traceId}-${parentId}-${flags}`]).size).toBe(spans.length + 1);
  expect(solaris.all.map((asked) => asked.headers.tracestate)).toEqual(solaris.all.map(() => undefined));
  const own = linesOf(logged()).filter((line) => line.x_request_id === answer.headers.get("x-request-id"));
  expect(new Set(own.map((line) => line.trace_id))).toEqual(new Set([traceId]));
});

it("a trace goes on at the identity provider", async () => {
  const { provider, rightClaims, call } = await setUpSignIn({ tokens: "introspection" });
  provider.introspects(() => ({ active: true, token_type: "Bearer", ...rightClaims() }));
  await call({ authorization: "Bearer opaque", traceparent: `00-${traceId}-${parentId}-01` });
  const [asked] = provider.asked.filter((one) => one.path === "/introspect");
  expect(asked?.headers.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
});

it.each([
  ["none", {}],
  ["an invalid version", { traceparent: `ff-${traceId}-${parentId}-01` }],
  ["more than this version has", { traceparent: `00-${traceId}-${parentId}-01-more` }],
  ["capital letters", { traceparent: `00-${traceId.toUpperCase()}-${parentId}-01` }],
  ["no trace", { traceparent: `00-${"0".repeat(32)}-${parentId}-01` }],
  ["no parent", { traceparent: `00-${traceId}-${"0".repeat(16)}-01` }],
  ["words", { traceparent: "marked" }],
])("no trace is made of %s", async (_name, more) => {
  const { url, token, solaris, logged } = await setUpAda();
  const headers = { authorization: `Bearer ${token}`, ...more };
  expect((await ask(url + path.pinChanges(cardId), "POST", pinChange(deviceId), headers)).status).toBe(200);
  expect(solaris.asked("POST", update).map((asked) => asked.headers.traceparent)).toEqual([undefined]);
  expect(logged()).not.toContain("trace_id");
  expect(logged()).not.toContain("marked");
});
