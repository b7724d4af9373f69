// Attacker: a keychain with limits: Windows takes 2,560 bytes, others end at a NUL or change letters. Way: an entry that it
// stores otherwise. Impact: a key comes back that nobody can read, and the computer has to be bound anew.
// docs/threat-model.md#entry-size, #entry-ascii
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openDeviceKeychain } from "../../src-main/keys/device-keychain.ts";
import { fakeKeytar, resetFakeKeytar } from "./fake-keytar.ts";

vi.mock("keytar", async () => (await import("./fake-keytar.ts")).keytarModule);
beforeEach(resetFakeKeytar);
const keychain = openDeviceKeychain("Cardbound");

describe("an entry", () => {
  it("of 2,560 bytes fits, as it does on Windows", async () => {
    await keychain.write("a-scope", "x".repeat(2560));
    expect(await keychain.read("a-scope")).toEqual({ state: "entry", text: "x".repeat(2560) });
  });

  it.each([
    ["one byte more", "x".repeat(2561)],
    ["far more", "x".repeat(1 << 20)],
    ["nothing", ""],
    ["a NUL, behind which Linux would cut", "ab\0cd"],
    ["a line's end", "ab\n"],
    ["a letter beyond ASCII", "Ä"],
    ["a letter beyond the BMP", "𝕏"],
  ])("with %s is refused before the keychain is asked", async (_name, text) => {
    await expect(keychain.write("a-scope", text)).rejects.toMatchObject({ code: "ERR_INTERNAL" });
    expect(fakeKeytar.calls).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ["cut", (text) => text.slice(0, -1)],
    ["changed", (text) => text.toUpperCase()],
    ["emptied", () => ""],
  ])("that the keychain has %s counts as not stored", async (_name, spoil) => {
    fakeKeytar.spoil = spoil;
    await expect(keychain.write("a-scope", "abc")).rejects.toMatchObject({ code: "ERR_KEYCHAIN_UNAVAILABLE" });
  });

  it("that the keychain has dropped counts as not stored", async () => {
    fakeKeytar.readsAsEmpty = true;
    await expect(keychain.write("a-scope", "abc")).rejects.toMatchObject({ code: "ERR_KEYCHAIN_UNAVAILABLE" });
  });
});
