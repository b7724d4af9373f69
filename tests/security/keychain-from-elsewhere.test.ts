// Attacker: whoever copies, restores or roams a keychain. Way: it brings the key of another computer.
// Impact: two computers act as one device, or a key that could still be used is deleted.
// docs/threat-model.md#key-from-elsewhere
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDeviceKeychain } from "../../src-main/keys/device-keychain.ts";
import { openEnrolmentMarkers } from "../../src-main/keys/enrolment-marker.ts";
import { readEnrolmentState } from "../../src-main/keys/enrolment-state.ts";
import { createPresence } from "../../src-main/keys/presence.ts";
import { adoptDevice, continueRemoval, removeThisComputer } from "../../src-main/keys/remove-this-computer.ts";
import { unlockRestrictedKey } from "../../src-main/keys/restricted-key.ts";
import { startAnew } from "../../src-main/keys/start-anew.ts";
import { derive, passcode, recordAt, scope, smallCost } from "../unit/keys/fake-enrolment.ts";
import { createFakeSolaris } from "../unit/keys/fake-solaris.ts";
import { fakeKeytar, resetFakeKeytar } from "./fake-keytar.ts";

vi.mock("keytar", async () => (await import("./fake-keytar.ts")).keytarModule);

let folder: string;
beforeEach(() => {
  resetFakeKeytar();
  folder = mkdtempSync(path.join(tmpdir(), "cardbound-elsewhere-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entryName = `Cardbound/${scope}`;
const bound = JSON.stringify(recordAt("bound"));

/** @param entry what came with the keychain */
function setUp(entry: string) {
  const markers = openEnrolmentMarkers(folder);
  const enrolment = { keychain: openDeviceKeychain("Cardbound"), markers, scope };
  fakeKeytar.entries.set(entryName, entry);
  const solaris = createFakeSolaris();
  solaris.add("a-device", recordAt("bound").unrestricted.public_key, recordAt("bound").restricted.public_key);
  return { enrolment, markers, solaris, binding: { enrolment, backend: solaris.backend } };
}

describe.each([
  ["no-marker", null],
  ["other-device", "this-device"],
] as const)("a key from elsewhere: %s", (why, marked) => {
  const arrive = async () => {
    const set = setUp(bound);
    if (marked !== null) await set.markers.write(scope, marked);
    return set;
  };

  it("is recognised, and not used, removed or changed", async () => {
    const { enrolment, binding, solaris } = await arrive();
    expect(await readEnrolmentState(enrolment)).toMatchObject({ state: "unconfirmed", why });
    const refused = { code: "ERR_DEVICE_UNCONFIRMED" };
    await expect(unlockRestrictedKey(enrolment, derive, passcode(), smallCost)).rejects.toMatchObject(refused);
    await expect(removeThisComputer(binding)).rejects.toMatchObject(refused);
    expect(await continueRemoval(binding)).toBe(false);
    expect(fakeKeytar.entries.get(entryName)).toBe(bound);
    expect(solaris.calls).toEqual([]);
  });

  it("is taken into use only after Solaris was asked", async () => {
    const { enrolment, binding, solaris } = await arrive();
    await adoptDevice(binding);
    expect(solaris.calls).toEqual(["getDevice"]);
    expect((await unlockRestrictedKey(enrolment, derive, passcode(), smallCost)).deviceId).toBe("a-device");
  });

  it("is kept under another name when this computer is to be bound anew, and its device is left alone", async () => {
    const { enrolment, binding, solaris } = await arrive();
    await startAnew(binding, createPresence());
    expect(await readEnrolmentState(enrolment)).toEqual({ state: "absent" });
    const kept = [...fakeKeytar.entries].map(([name, text]) => [name.replace(/-\d+$/, "-TIME"), text]);
    expect(kept).toEqual([[`${entryName}-TIME`, bound]]);
    expect(solaris.calls).toEqual([]);
  });
});

describe("setting an entry aside", () => {
  it.each([
    ["of ours", bound],
    ["that we could not have written", "Ä\n".repeat(4000)],
  ])("keeps it as it is: %s", async (_name, text) => {
    const { binding } = setUp(text);
    await startAnew(binding, createPresence());
    expect([...fakeKeytar.entries.values()]).toEqual([text]);
    expect(fakeKeytar.entries.has(entryName)).toBe(false);
  });

  it("has nothing to keep of an empty one", async () => {
    const { binding } = setUp("");
    await startAnew(binding, createPresence());
    expect(fakeKeytar.entries.size).toBe(0);
  });

  it.each<[string, () => unknown, string]>([
    [
      "cut by the keychain",
      () => Object.assign(fakeKeytar, { spoil: (text: string) => text.slice(1) }),
      "ERR_KEYCHAIN_UNAVAILABLE",
    ],
    ["not stored", () => Object.assign(fakeKeytar, { failWriting: new Error("locked") }), "ERR_KEYCHAIN_LOCKED"],
  ])("leaves it where it was when the copy is %s", async (_name, arrange, code) => {
    const { enrolment } = setUp(bound);
    arrange();
    await expect(enrolment.keychain.setAside(scope, "aside")).rejects.toMatchObject({ code });
    expect(fakeKeytar.entries.get(entryName)).toBe(bound);
  });
});
