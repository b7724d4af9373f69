// The answers of the table: every status, and the bodies that servers, gateways and the documents have been seen to give.
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { AskedFor } from "./answer-oracle.ts";
import { created, deviceOfPerson, good, listed, type Said } from "./strict-solaris.ts";

/** Successes, redirections, refusals, failures, and what no standard knows. */
export const statuses = [
  [200, 201, 202, 203, 204, 205, 206, 207, 299],
  [300, 301, 302, 303, 304, 307, 308],
  [400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 418, 421, 422, 423, 425, 429, 431, 451, 499],
  [500, 501, 502, 503, 504, 511, 520, 599, 999],
].flat();

type Part = Omit<Said, "status">;
const html = "<!doctype html><title>Maintenance</title><p>We will be back soon.</p>";
const text = (body: Buffer | string, type = "application/json", more: Record<string, string> = {}): Part => ({
  headers: { "content-type": type, ...more },
  body,
});
const json = (value: unknown, type?: string): Part => text(JSON.stringify(value), type);
const packed = (body: Buffer, encoding: string): Part =>
  text(body, "application/json", { "content-encoding": encoding });

/** The body with which Solaris says yes to this. */
export const goodBody: Record<AskedFor, unknown> = {
  pin_update: {},
  create_change_request: good.changeRequest,
  authorize_by_tan: good.authorization,
  authorize_by_signature: good.authorization,
  confirm_with_tan: good.confirmation,
  confirm_with_signature: good.confirmation,
  list_cards: [good.card],
  pin_key: good.key,
  list_devices: [listed(deviceOfPerson)],
  create_device: created("device-of-table"),
  get_challenge: good.challenge,
  verify_challenge: {},
  list_keys: good.keys,
  add_key: good.addedKey,
  delete_device: {},
  create_activation: good.activation,
  create_consent: good.consent,
  change_consent: { ...good.consent, id: undefined, event_type: "REJECTED" },
};

const id = "84b61fb9bf2117b3653a91ba9fc18d8bex";
const code = "validation_error";
const error = { id, code, title: "Validation Error", detail: "pin must not contain sequential digits" };

/** Errors in each shape (§11) with the answer's own status in them, and what only looks like one. */
function errorsOf(status: number): Record<string, Part> {
  const inner = status >= 400 && status <= 599 ? status : 422;
  const one = { ...error, status: inner };
  return {
    "shape A": json({ errors: [{ ...one, source: { field: "pin", message: "bad" } }] }),
    "shape B": json({ ...error, status: String(inner) }),
    "shape C": json({ ...one, error_code: "static_code" }),
    "a nested error": json({ errors: [[one]] }),
    "two errors": json({ errors: [one, { ...one, id: "second-id", source: { field: "pin", message: "bad" } }] }),
    "an error as problem+json": json({ errors: [one] }, "application/problem+json"),
    "an error as text/plain": json(one, "text/plain"),
    "an error that says it is HTML": json({ errors: [one] }, "text/html"),
    "an error without a status": json(error),
    "errors without a status": json({ errors: [error] }),
    "an error without an id": json({ errors: [{ ...one, id: undefined }] }),
    "an error whose id is null": json({ ...one, id: null }),
    "an error without a code": json({ errors: [{ ...one, code: undefined }] }),
    "an error_code alone": json({ id, status: inner, error_code: "not_found" }),
    "an id with colons": json({ ...one, id: "urn:solaris:2027:01" }),
    "an id that is a number": json({ ...one, id: 4815162342 }),
    "an id without end": json({ ...one, id: "x".repeat(129) }),
    "an id with a line break": json({ ...one, id: "a\r\nb" }),
    "an error of class 5xx inside": json({ ...error, status: "500" }),
    "errors of two classes": json({ errors: [one, { ...error, status: 503 }] }),
    "the mock's message": json({ message: "Missing signature" }),
    "a cut error": text(JSON.stringify({ errors: [one] }).slice(0, -2)),
    "a packed error": packed(gzipSync(JSON.stringify({ errors: [one] })), "gzip"),
  };
}

/** What contradicts a yes, whatever else is there, one word at a time; and what does not. */
const contradictions: Record<string, object> = Object.fromEntries(
  [
    ...["FAILED", "ACCEPTED", "AUTHORIZATION_REQUIRED", "CONFIRMATION_REQUIRED", "COMPLETED", "PENDING", "ok", ""].map(
      (status) => ({ status }),
    ),
    ...["ACTIVE", "BLOCKED", "CLOSED", "active", 200, "204", 302, 500, "299x", false, {}, [], null].map((status) => ({
      status,
    })),
    ...[true, false, "true", 1, null].map((success) => ({ success })),
    ...["ok", "OK", "success", "SUCCESS", "Ok", "error", 200, 1, {}, true, null].map((result) => ({ result })),
    ...["ok", "202", 422, 0, "busy", null].map((value) => ({ code: value })),
    ...[false, "", true, "busy", {}, [], 0, null].map((value) => ({ error: value })),
    ...[[], [null], [{}], ["busy"], {}, "", false, null].map((errors) => ({ errors })),
    ...["", "busy", 0, 200, null].map((error_code) => ({ error_code })),
    { data: { attributes: [{ status: "FAILED" }] } },
    { data: [[{ error: "busy" }]] },
    { data: { errors: [{ ...error, status: 400 }] } },
    { message: "FAILED", state: "FAILED", Status: "FAILED", statuses: ["FAILED"] },
    ...[422, 500, "302", 0, 100, 600, "", "202x", [], false].map((response_code) => ({ response_code })),
    { response_body: { id: "x", status: "FAILED" } },
    { response_body: { ...error, status: 400 }, status: "FAILED", response_code: 400 },
  ].map((one) => [JSON.stringify(one).slice(0, 80), one]),
);

function contradictionsFor(more: (words: object) => object): Record<string, Part> {
  const all: Record<string, Part> = {};
  for (const [name, one] of Object.entries(contradictions)) {
    const said = more(one);
    all[`a yes with ${name}`] = json(said);
    // Where a yes is nothing but an object, that is the same.
    if (Object.keys(said).length > Object.keys(one).length) all[`nothing but ${name}`] = json(one);
  }
  return all;
}

const bomb = gzipSync(`{${" ".repeat(8_000_000)}}`);
const deep = (inside: string, depth = 9000) => `{"a":${`{"a":`.repeat(depth)}${inside}${"}".repeat(depth)}}`;

/** Every body of the table, by its name. */
export function bodiesFor(asked: AskedFor, status: number): Record<string, Part> {
  const yes = goodBody[asked];
  const whole = Buffer.from(JSON.stringify(yes));
  const no = Buffer.from(JSON.stringify({ status: "FAILED" }));
  const bom = Buffer.from([0xef, 0xbb, 0xbf]);
  const more = (words: object) => (Array.isArray(yes) ? [{ ...yes[0], ...words }] : { ...(yes as object), ...words });
  return {
    ...coreBodiesFor(asked, status),
    ...errorsOf(status),
    ...(status < 300 ? contradictionsFor(more) : {}),
    "the card": json(good.card),
    "unknown fields": json(more({ brand_new: 1, nested: { also: [true, null, "x"] } })),
    "nested deeper than a stack": text(deep("{}")),
    "a contradiction deeper than a stack": text(deep('{"status":"FAILED"}')),
    "a yes and a no by one name": text(`${JSON.stringify(more({ status: "FAILED" })).slice(0, -1)},"status":null}`),
    "a cut yes": text(whole.subarray(0, -1)),
    "two in one": text(`${whole}${whole}`),
    "an empty body that says it is HTML": text("", "text/html"),
    "a yes that says it is HTML": text(whole, "text/html; charset=utf-8"),
    "a yes that says it is XHTML": text(whole, "application/xhtml+xml"),
    "a yes that says it is XML": text(whole, "application/xml"),
    "a yes that says it is a picture": text(whole, "image/png"),
    "a yes of a vendor's type": text(whole, "application/vnd.solaris.v1+json"),
    "a yes in capitals": text(whole, "Application/JSON; charset=UTF-8"),
    "a yes as text": text(whole, "text/plain"),
    "a yes as bytes": text(whole, "application/octet-stream"),
    "a yes of no type": { body: whole },
    "a no of no type": { body: no },
    "HTML of no type": { body: html },
    "HTML that says it is JSON": text(html),
    "HTML as text": text(html, "text/plain"),
    "a yes behind a mark of its order": text(Buffer.concat([bom, whole])),
    "a no behind a mark of its order": text(Buffer.concat([bom, no])),
    "a mark alone": text(bom),
    "a packed yes": packed(gzipSync(whole), "gzip"),
    "a deflated yes": packed(deflateSync(whole), "deflate"),
    "a yes by brotli": packed(brotliCompressSync(whole), "br"),
    "a packed no": packed(gzipSync(no), "gzip"),
    "a no by brotli": packed(brotliCompressSync(no), "br"),
    "a broken package": packed(gzipSync(whole).subarray(0, -9), "gzip"),
    "a yes that says it is packed": packed(whole, "gzip"),
    "a yes of an unknown encoding": packed(whole, "zstd-of-2040"),
    "a yes of no encoding": packed(whole, "identity"),
    "a packed bomb": packed(bomb, "gzip"),
    "far too much": text(`{"a":"${"x".repeat(1_100_000)}"}`),
    "what is not UTF-8": text(Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])),
    "no list": json([]),
    "a list of one": json([{}]),
    "a list with an error": json([{ ...error, status: 400 }]),
    text: json("COMPLETED"),
    "a number": json(200),
    true: json(true),
    null: json(null),
    blanks: text(" \r\n"),
    "a yes in two chunks": { ...text(whole), manner: "chunked" },
    "a no in two chunks": { ...text(no), manner: "chunked" },
    "a yes after a hint": { ...text(whole), manner: "hinted" },
    "a yes that ends too soon": { ...text(whole), manner: "cut" },
    "a yes that is reset": { ...text(whole), manner: "reset" },
    "another protocol": { manner: "not_http" },
    "no answer but a reset": { manner: "dropped" },
  };
}

/** Whether a body of this name is a yes that has a status in it. */
export const saysStatus = (name: string): boolean => name.startsWith('a yes with {"status":');

/** Those that are tried with every status. */
export function coreBodiesFor(asked: AskedFor, status: number): Record<string, Part> {
  const { "shape A": a = {}, "shape B": b = {}, "shape C": c = {}, "a nested error": nested = {} } = errorsOf(status);
  return {
    nothing: {},
    "{}": json({}),
    "a yes": json(goodBody[asked]),
    HTML: text(html, "text/html"),
    "cut JSON": text('{"status":"COMP'),
    "a failure": json({ status: "FAILED" }),
    "shape A": a,
    "shape B": b,
    "shape C": c,
    "a nested error": nested,
  };
}

/** What never ends; the time limit does. */
export const endless: readonly (readonly [name: string, said: Said])[] = [
  ["half of a head", { status: 200, manner: "slow_headers" }],
  ["half of a yes", { status: 200, ...text("{}        "), manner: "slow_body" }],
  ["half of an error", { status: 400, ...json({ ...error, status: "400" }), manner: "slow_body" }],
  ["silence", { status: 200, manner: "silent" }],
];
