import { expect, it } from "vitest";
import { routes } from "../../src-contract/api/routes.ts";
import { ask, device, path, setUp, setUpAda, signature } from "./backend.ts";
import { customerRoutes } from "./customer-routes.ts";
import { expectDescribed } from "./described-answers.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document whose form is what is tested.
type Json = any;
const methods: Record<keyof typeof routes, string[]> = {
  openapi: ["get"],
  health: ["get"],
  ready: ["get"],
  problems: ["get"],
  problem: ["get"],
  me: ["get"],
  cards: ["get"],
  pinKey: ["get"],
  pinChanges: ["post"],
  changeRequests: ["post"],
  pinChangeAuthorization: ["post"],
  pinChangeConfirmation: ["post"],
  pinChangeSettlement: ["post"],
  policy: ["get"],
  waits: ["get"],
  devices: ["get", "post"],
  removedDevices: ["get"],
  device: ["get", "delete"],
  deviceVerification: ["get", "post"],
  deviceKeys: ["post"],
  activationLetters: ["get", "post"],
  activationLetter: ["delete"],
  deviceConsents: ["get", "post"],
  deviceConsent: ["delete"],
};

async function readDocument(): Promise<Json> {
  const { url } = await setUp();
  const { status, headers, json } = await ask(url + routes.openapi, "GET");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("application/json");
  return json;
}

function collect(value: Json, key: string): Json[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...collect(inner, key)]);
}

it("the description is OpenAPI 3.1 and has every route with its methods, and no other, none of the demonstration's", async () => {
  const document = await readDocument();
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  const described = Object.entries<Json>(document.paths).map(([path, item]) => [path, Object.keys(item).sort()]);
  const own = Object.entries(routes).map(([name, path]) => [path, methods[name as keyof typeof routes]]);
  const expected = own.map(([path, all]) => [String(path).replace(/:(\w+)/g, "{$1}"), [...(all as string[])].sort()]);
  expect(described.sort()).toEqual(expected.sort());
});

it("every reference leads somewhere, all that can be referred to is, and each schema is there once", async () => {
  const document = await readDocument();
  const references = collect(document, "$ref");
  expect(references.length).toBeGreaterThan(10);
  for (const kind of ["schemas", "headers", "examples"]) {
    const place = `#/components/${kind}/`;
    const used = new Set(references.filter((one) => one.startsWith(place)).map((one) => one.slice(place.length)));
    expect([...used].sort()).toEqual(Object.keys(document.components[kind]).sort());
  }
  expect(Object.keys(document.components.schemas).filter((name) => name.endsWith("Input"))).toEqual([]);
});

/** What is asked for beside the path, by operation. */
const queried: Record<string, Json[]> = {
  get_waits: [["device_id", "query", false]],
  list_devices: [["details", "query", false]],
  get_code_time: [["challenge_id", "query", true]],
};

it("every operation has an id of its own, parameters for its path, a success and its problems", async () => {
  const document = await readDocument();
  const ids = collect(document.paths, "operationId");
  expect(new Set(ids).size).toBe(ids.length);
  for (const [route, item] of Object.entries<Json>(document.paths)) {
    for (const [method, operation] of Object.entries<Json>(item)) {
      const inPath = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = (operation.parameters ?? []).map((one: Json) => [one.name, one.in, one.required ?? false]);
      const inQuery = queried[operation.operationId] ?? [];
      expect(parameters.sort()).toEqual([...inPath.map((name) => [name, "path", true]), ...inQuery].sort());
      expect("requestBody" in operation).toBe(method === "post");
      // Of all bodies, one may be left out.
      if (method === "post") {
        expect(operation.requestBody.required ?? false).toBe(operation.operationId !== "settle_pin_change");
      }
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
      if (!route.startsWith("/v1/")) {
        expect(operation.security).toEqual([]);
        continue;
      }
      expect(operation.security).toEqual([{ customer: [] }]);
      expect(statuses).toEqual(expect.arrayContaining(["401", "429", "500", "503"]));
      for (const status of statuses.filter((one) => !one.startsWith("2"))) {
        const { description, content } = operation.responses[status];
        expect(description).toMatch(/^`\w+`: /);
        const [ref, ofStatus] = content["application/problem+json"].schema.allOf;
        expect(ref.$ref).toBe("#/components/schemas/Problem");
        const codes = [...description.matchAll(/`(ERR_\w+)`: /g)].map(([, code]) => code);
        expect(ofStatus.properties.code.enum).toEqual(codes);
        expect(ofStatus.properties.status.enum).toEqual([Number(status)]);
      }
    }
  }
});

it("a response without content is described as one, and has none", async () => {
  const document = await readDocument();
  const described = collect(document.paths, "204");
  expect(described).toHaveLength(4);
  for (const { description, content } of described) {
    expect([description, content]).toEqual([expect.stringContaining("Done: "), undefined]);
  }
  const { ada } = await setUpAda();
  await ada("POST", routes.devices, device());
  const verification = { challenge_id: "challenge1", signature };
  const { status, headers, text } = await ada("POST", path.verification("newdevice"), verification);
  expect([status, text, headers.get("content-type"), headers.get("content-length")]).toEqual([204, "", null, null]);
});

// Beyond what all the other tests make it answer, each of which is looked up in the description, too.
it.each(customerRoutes)("%s %s answers what is wrong in any way as it is described", async (method, to) => {
  const { url, token } = await setUpAda();
  const authorization = `Bearer ${token}`;
  const json = "application/json";
  const wrong: [string, string, string | undefined][] = [
    [to, json, "{"],
    [to, json, ""],
    [to, json, "null"],
    [to, json, '{"begun_seconds_ago":"MARKED"}'],
    [to, json, JSON.stringify("a".repeat(70_000))],
    [to, "text/plain", "a"],
    [to.replace(/[0-9a-f-]{32,}\w*/, "a%20b"), json, undefined],
    [`${to}?device_id=a%20b`, json, undefined],
  ];
  for (const [address, type, body] of wrong) {
    if (method === "GET" && body !== undefined) continue;
    const headers = { authorization, ...(body !== undefined && { "content-type": type }) };
    await expectDescribed(method, address, await ask(url + address, method, body, headers));
  }
});
