// Attacker: somebody who reads the disk later, or the network. Way: caches, downloads, dictionaries of the spell checker.
// Impact: they read what a session left behind, or see that the app is in use.
// docs/threat-model.md#no-dialogs-or-downloads, #nothing-kept-by-window, #no-spell-check
import { describe, expect, it } from "vitest";
import { hardenSession } from "../../src-main/shell/hardening.ts";
import { openMainSessions, openWindowSession } from "../../src-main/shell/sessions.ts";
import { asSession, FakeSession, fakeSessions } from "./fake-electron.ts";

function openAll() {
  const { made, sessions } = fakeSessions();
  openWindowSession(sessions);
  Object.values(openMainSessions(sessions, { backendOrigin: "https://cards.partner.example", backendPins: [] })); // reading opens
  return made;
}

describe("each session of ours", () => {
  it.each([0, 1, 2, 3, 4])("lives in memory only, without a cache (%i)", (i) => {
    const one = openAll()[i] ?? expect.fail("no session");
    expect(one.partition).not.toBe("");
    expect(one.partition).not.toMatch(/^persist:/);
    expect(one.options).toEqual({ cache: false });
  });
});

describe("every session", () => {
  const hardened = () => {
    const one = new FakeSession();
    hardenSession(asSession(one));
    return one;
  };

  it("refuses every download", () => {
    let prevented = 0;
    hardened().emit("will-download", { preventDefault: () => prevented++ }, {});
    expect(prevented).toBe(1);
  });

  it("checks no spelling in any language, for which dictionaries would be fetched", () => {
    expect(hardened()).toMatchObject({ spellChecker: false, spelledLanguages: [] });
  });
});
