import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openApiDocumentFile } from "../../build/documents/openapi-document.ts";
import { moveOf, neededMove } from "./api-versions.ts";
import { breakingChanges } from "./breaking-changes.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document that the tests change anywhere.
type Json = any;
const read = (file: string): Json => JSON.parse(readFileSync(path.join(import.meta.dirname, "../..", file), "utf8"));
const current = read(openApiDocumentFile);
const released = read("docs/openapi-released.json");

it("what the last release's clients rely on is still there, or the version's first number says otherwise", () => {
  if (moveOf(released, current) === "major") return;
  expect(breakingChanges(released, current)).toEqual([]);
});

it("the version has moved as far as the description has", () => {
  const order = ["none", "patch", "minor", "major"];
  expect(order).toContain(moveOf(released, current));
  expect(order.indexOf(moveOf(released, current))).toBeGreaterThanOrEqual(order.indexOf(neededMove(released, current)));
});

const change = "/v1/cards/{card_id}/pin-changes";
const schemaOf = (document: Json, name: string): Json => document.components.schemas[name];
const changed = (alter: (document: Json) => void): Json => {
  const copy = structuredClone(current);
  alter(copy);
  return copy;
};

describe("a client breaks", () => {
  it.each<[string, (document: Json) => void, string]>([
    ["a path that is gone", (d) => delete d.paths["/v1/me"], "GET /v1/me: is gone"],
    ["a method that is gone", (d) => delete d.paths["/v1/devices"].post, "POST /v1/devices: is gone"],
    [
      "another operationId",
      (d) => Object.assign(d.paths["/v1/me"].get, { operationId: "me" }),
      "GET /v1/me: has another operationId",
    ],
    [
      "a sign-in where there was none",
      (d) => Object.assign(d.paths["/health"].get, { security: [{ customer: [] }] }),
      "GET /health: needs a sign-in",
    ],
    [
      "a parameter that is gone",
      (d) => d.paths["/v1/waits"].get.parameters.pop(),
      "GET /v1/waits: parameter device_id is gone",
    ],
    [
      "a parameter that becomes necessary",
      (d) => Object.assign(d.paths["/v1/waits"].get.parameters[0], { required: true }),
      "GET /v1/waits: parameter device_id is demanded",
    ],
    [
      "a new parameter that is necessary",
      (d) =>
        Object.assign(d.paths["/v1/me"].get, { parameters: [{ name: "a", in: "query", required: true, schema: {} }] }),
      "GET /v1/me: parameter a is demanded",
    ],
    [
      "a body that becomes necessary",
      (d) => Object.assign(d.paths["/v1/pin-changes/{request_id}/settlement"].post.requestBody, { required: true }),
      "POST /v1/pin-changes/{request_id}/settlement: a body is demanded",
    ],
    [
      "a field that is demanded",
      (d) => schemaOf(d, "PinChangeRequest").required.push("device_data"),
      `POST ${change}: body: .device_data is demanded`,
    ],
    [
      "a new field that is demanded",
      (d) => {
        schemaOf(d, "PinChangeRequest").properties.new_one = { type: "string" };
        schemaOf(d, "PinChangeRequest").required.push("new_one");
      },
      `POST ${change}: body: .new_one is demanded`,
    ],
    [
      "a field that is taken no longer",
      (d) => delete schemaOf(d, "PinChangeRequest").properties.device_data,
      `POST ${change}: body: .device_data is gone`,
    ],
    [
      "a value that is taken no longer",
      (d) => schemaOf(d, "CreateDeviceRequest").properties.language.enum.pop(),
      "POST /v1/devices: body: .language does not take fr",
    ],
    [
      "a value among a few, where any was taken",
      (d) => Object.assign(schemaOf(d, "PinChangeRequest").properties.key_id, { enum: ["one"] }),
      `POST ${change}: body: .key_id takes certain values only`,
    ],
    [
      "a variant that is taken no longer",
      (d) => schemaOf(d, "ConfirmationRequest").oneOf.pop(),
      "POST /v1/pin-changes/{request_id}/confirmation: body: has other variants",
    ],
    [
      "a lower limit",
      (d) => Object.assign(schemaOf(d, "PinChangeRequest").properties.encrypted_pin, { maxLength: 4096 }),
      `POST ${change}: body: .encrypted_pin maxLength is lower`,
    ],
    [
      "a higher minimum",
      (d) => Object.assign(schemaOf(d, "PinChangeRequest").properties.key_id, { minLength: 2 }),
      `POST ${change}: body: .key_id minLength is higher`,
    ],
    [
      "another pattern",
      (d) => Object.assign(schemaOf(d, "PinChangeRequest").properties.device_id, { pattern: "^a$" }),
      `POST ${change}: body: .device_id has another pattern`,
    ],
    [
      "another type of a request's field",
      (d) => Object.assign(schemaOf(d, "PinChangeRequest").properties.key_id, { type: "integer" }),
      `POST ${change}: body: .key_id has another type`,
    ],
    [
      "another success",
      (d) => {
        d.paths[change].post.responses[202] = d.paths[change].post.responses[200];
        delete d.paths[change].post.responses[200];
      },
      `POST ${change}: 202 is new`,
    ],
    ["a success that is gone", (d) => delete d.paths["/v1/me"].get.responses[200], "GET /v1/me: 200 is gone"],
    [
      "another content",
      (d) => Object.assign(d.paths["/v1/me"].get.responses[200], { content: { "text/plain": {} } }),
      "GET /v1/me: 200 application/json is gone",
    ],
    [
      "an answer's field that is gone",
      (d) => delete schemaOf(d, "Card").properties.expires,
      "GET /v1/cards: 200: .cards[].expires is gone",
    ],
    [
      "an answer's field that can be missing",
      (d) => schemaOf(d, "Card").required.pop(),
      "GET /v1/cards: 200: .cards[].expires can be missing",
    ],
    [
      "an answer's field of another type",
      (d) => Object.assign(schemaOf(d, "Devices").properties.limit, { type: "string" }),
      "GET /v1/devices: 200: .limit has another type",
    ],
    [
      "an answer's field that can be null",
      (d) => Object.assign(schemaOf(d, "Me").properties.name, { type: ["string", "null"] }),
      "GET /v1/me: 200: .name has another type",
    ],
    [
      "an answer's field of another form",
      (d) => delete schemaOf(d, "Device").properties.created_at.anyOf[0].format,
      "GET /v1/devices: 200: .devices[].created_at has other variants",
    ],
    [
      "a problem's field that is gone",
      (d) => delete schemaOf(d, "Problem").properties.title,
      "GET /v1/me: 401: .title is gone",
    ],
  ])("at %s", (_name, alter, expected) => {
    expect(breakingChanges(current, changed(alter))).toContain(expected);
  });
});

describe("a client copes", () => {
  it.each<[string, (document: Json) => void, string]>([
    ["with nothing new", () => {}, "none"],
    ["with other words", (d) => Object.assign(d.paths["/v1/me"].get, { summary: "Other words" }), "patch"],
    ["with other examples", (d) => Object.assign(d.components, { examples: {} }), "patch"],
    ["with a new path", (d) => Object.assign(d.paths, { "/v1/new": d.paths["/v1/me"] }), "minor"],
    [
      "with a new field of an answer",
      (d) => Object.assign(schemaOf(d, "Me").properties, { title: { type: "string" } }),
      "minor",
    ],
    [
      "with a field that can be sent",
      (d) => Object.assign(schemaOf(d, "PinChangeRequest").properties, { a: {} }),
      "minor",
    ],
    ["with a new state", (d) => schemaOf(d, "PinChangeRecord").properties.state.enum.push("new"), "minor"],
    [
      "with a new value that is taken",
      (d) => schemaOf(d, "CreateDeviceRequest").properties.language.enum.push("it"),
      "minor",
    ],
    ["with a new code", (d) => schemaOf(d, "Problem").properties.code.enum.push("ERR_NEW"), "minor"],
    ["with a refusal that does not happen any more", (d) => delete d.paths[change].post.responses[422], "minor"],
    [
      "with a higher limit",
      (d) => Object.assign(schemaOf(d, "PinChangeRequest").properties.key_id, { maxLength: 999 }),
      "minor",
    ],
    [
      "with a schema of another name",
      (d) => {
        d.components.schemas.Health2 = d.components.schemas.Health;
        d.paths["/health"].get.responses[200].content["application/json"].schema.$ref = "#/components/schemas/Health2";
      },
      "minor",
    ],
  ])("%s", (_name, alter, move) => {
    expect(breakingChanges(current, changed(alter))).toEqual([]);
    expect(neededMove(current, changed(alter))).toBe(move);
  });

  it.each([
    ["1.1.0", "1.1.0", "none"],
    ["1.1.0", "1.1.1", "patch"],
    ["1.1.9", "1.2.0", "minor"],
    ["1.9.0", "2.0.0", "major"],
    ["1.10.0", "1.9.0", "back"],
  ])("from version %s to %s: %s", (was, is, move) => {
    expect(moveOf({ info: { version: was } }, { info: { version: is } })).toBe(move);
  });
});
