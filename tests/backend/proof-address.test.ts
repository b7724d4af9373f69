// Attacker: somebody with a proof for another address. Way: a request target that, put behind our origin, makes another one.
// Impact: the proof counts here.
// docs/threat-model.md#proof-of-possession
import { expect, it } from "vitest";
import { isAddressOf } from "../../src-backend/sign-in/proof-address.ts";

const origin = "https://cards.partner.example";

it.each([
  [`${origin}.evil.example/v1/me`, ".evil.example/v1/me"],
  [`${origin}:8443/v1/me`, ":8443/v1/me"],
  ["https://evil.example/v1/me", "@evil.example/v1/me"],
  ["https://evil.example/v1/me", "https://evil.example/v1/me"],
  ["https://evil.example/v1/me", "//evil.example/v1/me"],
  ["https://evil.example/v1/me", "/\\evil.example/v1/me"],
  [`${origin}/`, ""],
  [`${origin}/*`, "*"],
])("%s is not the address of a request for %j", (htu, path) => {
  expect(isAddressOf(htu, origin, path)).toBe(false);
});

it.each([
  [`${origin}/v1/me`, "/v1/me"],
  [`${origin}/v1/me`, "/v1/me?a=https://evil.example/"],
  [`${origin}//evil.example/v1/me`, "//evil.example/v1/me"],
  [`${origin}/v1/%C3%BC`, "/v1/%c3%bc"],
  [`${origin}/v1/%7Ea`, "/v1/~a"],
])("%s is the address of a request for %j", (htu, path) => {
  expect(isAddressOf(htu, origin, path)).toBe(true);
});
