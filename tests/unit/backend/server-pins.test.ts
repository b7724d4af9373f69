import { describe, expect, it } from "vitest";
import { hasPinnedKey, pinForm, pinOf } from "../../../src-main/backend/server-pins.ts";
import { certifyLoopback, createAuthority } from "../../../src-testing/certificate.ts";
import { knownCertificates } from "./known-certificates.ts";

const authority = createAuthority("ours");
const server = certifyLoopback(authority);
const other = createAuthority("another");
const chain = [server.cert, authority.cert];

describe("a chain", () => {
  it.each([
    ["the server's key", [pinOf(server.cert), pinOf(other.cert)], true],
    ["the authority's key", [pinOf(other.cert), pinOf(authority.cert)], true],
    ["no key that is pinned", [pinOf(other.cert), `sha256/${"A".repeat(43)}=`], false],
  ])("with %s", (_name, pins, isGood) => {
    expect(hasPinnedKey(chain, pins)).toBe(isGood);
  });

  it("that cannot be read has no key", () => {
    expect(hasPinnedKey(["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"], [pinOf(server.cert)])).toBe(
      false,
    );
    expect(hasPinnedKey([], [pinOf(server.cert)])).toBe(false);
  });

  it("keeps its pin when a certificate is renewed for the same key, and only then", () => {
    expect(pinOf(certifyLoopback(authority).cert)).not.toBe(pinOf(server.cert));
    expect(hasPinnedKey([certifyLoopback(authority).cert, authority.cert], [pinOf(authority.cert)])).toBe(true);
  });
});

it.each(knownCertificates)("a pin is what openssl says of a key: $key", ({ pem, pin }) => {
  expect(pinOf(pem)).toBe(pin);
  expect(pin).toMatch(pinForm);
});
