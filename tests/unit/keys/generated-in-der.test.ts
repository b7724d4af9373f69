import { promisify } from "node:util";
import { beforeEach, expect, it, vi } from "vitest";
import { makeKeyPair } from "../../../src-main/keys/device-key.ts";
import { makeP256KeyPair } from "../../../src-main/keys/p256-key-pair.ts";
import { createClock } from "../../../src-sandbox/clock.ts";
import { createDemoDevices } from "../../../src-sandbox/devices/demo-devices.ts";
import { createDemoPeople } from "../../../src-sandbox/people/demo-customers.ts";
import { createPinKey } from "../../../src-sandbox/pin/encryption-key.ts";

/** What Node's generators gave out. */
const generated = vi.hoisted(() => [] as unknown[]);
vi.mock("node:crypto", async (importActual) => {
  const actual = await importActual<typeof import("node:crypto")>();
  type Made = { publicKey: unknown; privateKey: unknown };
  const keep = <T extends Made>(made: T): T => {
    generated.push(made.publicKey, made.privateKey);
    return made;
  };
  const later = promisify(actual.generateKeyPair) as unknown as (...args: unknown[]) => Promise<Made>;
  return {
    ...actual,
    generateKeyPairSync: (...args: Parameters<typeof actual.generateKeyPairSync>) =>
      keep(actual.generateKeyPairSync(...args)),
    generateKeyPair: Object.assign(() => expect.fail("not promisified"), {
      [promisify.custom]: async (...args: unknown[]) => keep(await later(...args)),
    }),
  };
});
beforeEach(() => {
  generated.length = 0;
});

it.each<[string, () => unknown]>([
  ["the restricted pair", makeP256KeyPair],
  ["the unrestricted pair", makeKeyPair],
  ["the sandbox's PIN key", createPinKey],
  ["the sandbox's devices", () => createDemoDevices(createDemoPeople(), createClock())],
])("%s is generated as bytes: Node 20 can lock up where a generated key object is exported", async (_name, make) => {
  await make();
  expect(generated.length).toBeGreaterThanOrEqual(2);
  for (const one of generated) expect(one).toBeInstanceOf(Uint8Array);
});
