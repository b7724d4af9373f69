import path from "node:path";
import { expect, it } from "vitest";
import { backendComponents } from "../../build/package/sbom/backend-components.ts";
import { cyclonedx } from "../../build/package/sbom/cyclonedx.ts";
import { out } from "../../build/paths.mjs";

const components = backendComponents(path.join(out, "backend/index.js"));
const names = components.map(({ name }) => name);

it("the backend's bill of materials has what its program imports, and what that brings", () => {
  for (const name of ["fastify", "kysely", "pino", "zod", "jose", "@fastify/swagger"]) expect(names).toContain(name);
  for (const name of ["avvio", "find-my-way", "thread-stream"]) expect(names).toContain(name); // Fastify's, pino's
});

it("it has nothing of the app or the tools, though package.json names them beside the backend's", () => {
  for (const name of ["@github/keytar", "openid-client", "preact", "electron", "vite", "typescript"])
    expect(names).not.toContain(name);
});

it("each is named once, with version, licence and the hash that npm compares", () => {
  expect(new Set(components.map(({ purl }) => purl)).size).toBe(components.length);
  for (const { name, licence, hash } of components) {
    expect([name, licence]).toEqual([name, expect.any(String)]);
    expect(hash).toEqual({ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) });
  }
});

it("the same components make the same bill, in whatever order they were found", () => {
  const whole = { name: "a-backend", version: "1.2.3", supplier: "A <a@partner.example>", epoch: 1_798_761_600 };
  const bill = cyclonedx(whole, components);
  expect(cyclonedx(whole, [...components].reverse())).toBe(bill);
  expect(JSON.parse(bill).metadata.timestamp).toBe("2027-01-01T00:00:00Z");
});
