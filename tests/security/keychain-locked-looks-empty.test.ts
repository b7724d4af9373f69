// Attacker: nobody: a locked keychain, or a cardholder who says no. Way: it reads as empty, as if there had never been a key.
// Impact: a new key is written over one that Solaris knows, which is lost.
// docs/threat-model.md#keychain-absent-vs-locked, #keychain-denied
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { requestCode } from "../../src-main/keys/bind-this-computer.ts";
import { openDeviceKeychain } from "../../src-main/keys/device-keychain.ts";
import { readEnrolmentState } from "../../src-main/keys/enrolment-state.ts";
import { markerOf, noMarker, recordAt, scope } from "../unit/keys/fake-enrolment.ts";
import { fakeKeytar, resetFakeKeytar } from "./fake-keytar.ts";

vi.mock("keytar", async () => (await import("./fake-keytar.ts")).keytarModule);
beforeEach(resetFakeKeytar);
afterEach(() => {
  vi.unstubAllGlobals();
});

const keychain = openDeviceKeychain("Cardbound");
const noBus = new Error("Cannot autolaunch D-Bus without X11 $DISPLAY");
const locked = new Error("Cannot create an item in a locked collection");
const enrolmentWith = (marked: boolean) => ({
  keychain,
  scope,
  markers: {
    read: async () => (marked ? markerOf("a-device") : noMarker),
    write: async () => {},
    remove: async () => {},
  },
});
const lock = () => Object.assign(fakeKeytar, { readsAsEmpty: true, failWriting: locked });
const bound = () => fakeKeytar.entries.set(`Cardbound/${scope}`, JSON.stringify(recordAt("bound")));

describe("the states of the keychain", () => {
  it.each<[string, () => unknown, boolean, string]>([
    ["nothing there, no marker", () => {}, false, "absent"],
    ["nothing there, a marker", () => {}, true, "lost"],
    ["an entry", bound, true, "present"],
    ["locked", lock, false, "locked"],
    ["locked over an entry", () => [bound(), lock()], true, "locked"],
    ["no bus", () => Object.assign(fakeKeytar, { failReading: noBus, failWriting: noBus }), true, "unavailable"],
    ["something that is not ours", () => fakeKeytar.entries.set(`Cardbound/${scope}`, "?"), true, "unreadable"],
  ])("%s", async (_name, arrange, marked, state) => {
    arrange();
    expect((await readEnrolmentState(enrolmentWith(marked))).state).toBe(state);
  });

  it("are found out without leaving anything in the keychain", async () => {
    await keychain.read(scope);
    expect(fakeKeytar.entries.size).toBe(0);
  });

  it("a read that finds an entry changes nothing of it, and on Linux has tried to write first", async () => {
    bound();
    await keychain.read(scope);
    const tried = process.platform === "linux" ? ["set canary", "delete canary"] : [];
    expect(fakeKeytar.calls).toEqual([...tried, `get ${scope}`]);
  });
});

describe("no key is made", () => {
  it.each<[string, () => unknown, string]>([
    ["for a locked keychain", lock, "ERR_KEYCHAIN_LOCKED"],
    ["for a locked keychain that has one", () => [bound(), lock()], "ERR_KEYCHAIN_LOCKED"],
    [
      "where there is no keychain",
      () => Object.assign(fakeKeytar, { failReading: noBus, failWriting: noBus }),
      "ERR_KEYCHAIN_UNAVAILABLE",
    ],
  ])("%s", async (_name, arrange, code) => {
    arrange();
    const entries = new Map(fakeKeytar.entries);
    const backend = { createDevice: () => expect.fail("asked for a device") } as unknown as BackendClient;
    const binding = { enrolment: enrolmentWith(false), backend, language: () => "en" as const };
    await expect(requestCode(binding, "A computer")).rejects.toMatchObject({
      code,
    });
    expect(fakeKeytar.entries).toEqual(entries);
  });
});

describe("a change that fails says why", () => {
  it.each<[string, () => unknown, string]>([
    ["locked", lock, "ERR_KEYCHAIN_LOCKED"],
    ["gone", () => Object.assign(fakeKeytar, { failReading: noBus, failWriting: noBus }), "ERR_KEYCHAIN_UNAVAILABLE"],
  ])("%s", async (_name, arrange, code) => {
    arrange();
    await expect(keychain.write(scope, "abc")).rejects.toMatchObject({ code });
    await expect(keychain.remove(scope)).rejects.toMatchObject({ code });
  });

  it("on macOS, where the user may say no, that is a locked keychain; elsewhere it is none", async () => {
    fakeKeytar.failReading = new Error("User canceled the operation.");
    expect(await keychain.read(scope)).toEqual({ state: "unavailable" });
    vi.stubGlobal("process", { ...process, platform: "darwin" });
    expect(await keychain.read(scope)).toEqual({ state: "locked" });
  });
});
