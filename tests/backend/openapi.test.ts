import { expect, it } from "vitest";
import { demoRoutes, routes } from "../../src-backend/api/routes.ts";
import { ask, setUp } from "./backend.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document whose form is what is tested.
type Json = any;
const methods: Record<keyof typeof routes, string[]> = {
  openapi: ["get"],
  health: ["get"],
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
  device: ["get", "delete"],
  deviceVerification: ["post"],
  deviceKeys: ["post"],
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

it("the description is OpenAPI 3.1 and has every route with its methods, and no other", async () => {
  const document = await readDocument();
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  const described = Object.entries<Json>(document.paths).map(([path, item]) => [path, Object.keys(item).sort()]);
  const own = Object.entries(routes).map(([name, path]) => [path, methods[name as keyof typeof routes]]);
  const expected = [...own, [demoRoutes.customers, ["get"]], [demoRoutes.signIn, ["post"]]].map(([path, all]) => [
    String(path).replace(/:(\w+)/g, "{$1}"),
    [...(all as string[])].sort(),
  ]);
  expect(described.sort()).toEqual(expected.sort());
});

it("every reference leads to a schema, every schema is used, and each is there once", async () => {
  const document = await readDocument();
  const references = collect(document, "$ref");
  expect(references.length).toBeGreaterThan(10);
  const used = new Set(references.map((one: string) => one.replace("#/components/schemas/", "")));
  expect([...used].sort()).toEqual(Object.keys(document.components.schemas).sort());
  expect([...used].filter((name) => name.endsWith("Input"))).toEqual([]);
});

it("every operation has an id of its own, parameters for its path, a success and its problems", async () => {
  const document = await readDocument();
  const ids = collect(document.paths, "operationId");
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, item] of Object.entries<Json>(document.paths)) {
    for (const [method, operation] of Object.entries<Json>(item)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = (operation.parameters ?? []).map((one: Json) => [one.name, one.in, one.required ?? false]);
      const inQuery = path === routes.waits ? [["device_id", "query", false]] : [];
      expect(parameters).toEqual([...inPath.map((name) => [name, "path", true]), ...inQuery]);
      expect("requestBody" in operation).toBe(method === "post");
      // Of all bodies, one may be left out.
      if (method === "post") {
        expect(operation.requestBody.required ?? false).toBe(operation.operationId !== "settle_pin_change");
      }
      const statuses = Object.keys(operation.responses);
      expect(statuses.some((status) => status.startsWith("2"))).toBe(true);
      if (!path.startsWith("/v1/")) continue;
      expect(operation.security).toEqual([{ customer: [] }]);
      expect(statuses).toContain("401");
      for (const status of statuses.filter((one) => !one.startsWith("2"))) {
        const { description, content } = operation.responses[status];
        expect(description).toMatch(/^`\w+`: /);
        expect(content["application/problem+json"].schema.$ref).toBe("#/components/schemas/Problem");
      }
    }
  }
});
