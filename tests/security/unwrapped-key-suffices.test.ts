// Attacker: somebody with the unrestricted key, which is not wrapped. Way: it vouches for a restricted key of their own.
// Impact: they change PINs without the passcode.
// docs/threat-model.md#one-restricted-key
import { describe, expect, it } from "vitest";
import { continueBinding, setPasscode } from "../../src-main/keys/bind-this-computer.ts";
import { makeKeyPair, signNewKey } from "../../src-main/keys/device-key.ts";
import { createFakeEnrolment, derive, passcode, recordAt, smallCost } from "../unit/keys/fake-enrolment.ts";
import { createFakeSolaris } from "../unit/keys/fake-solaris.ts";

function setUp(restricted: string | null) {
  const enrolment = createFakeEnrolment(recordAt("verified"));
  const solaris = createFakeSolaris();
  solaris.add("a-device", recordAt("verified").unrestricted.public_key, restricted);
  return { enrolment, solaris, binding: { enrolment, backend: solaris.backend } };
}

it("a second restricted key for a device that has one is refused, properly signed as it is", async () => {
  const { solaris } = setUp(recordAt("bound").restricted.public_key);
  const key = makeKeyPair().public_key;
  const signature = signNewKey(recordAt("bound").unrestricted, key);
  await expect(solaris.backend.addKey("a-device", { key, signature })).rejects.toMatchObject({
    code: "ERR_RESTRICTED_KEY_EXISTS",
  });
});

describe("a device that got somebody else's restricted key before this computer's was made", () => {
  it("is not bound with it", async () => {
    const { binding, enrolment, solaris } = setUp(makeKeyPair().public_key);
    const refused = { code: "ERR_DEVICE_REFUSED" };
    await expect(setPasscode(binding, derive, passcode(), smallCost)).rejects.toMatchObject(refused);
    await expect(continueBinding(binding)).rejects.toMatchObject(refused);
    expect(enrolment.changes).toEqual([]);
    expect(solaris.calls).not.toContain("addKey");
  });
});
