import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CompactEncrypt } from "jose";
import { describe, expect, it, vi } from "vitest";
import { AppError } from "../../../src-main/app-error.ts";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createKeyAhead } from "../../../src-main/change-pin/key-ahead.ts";
import type { DeriveKey } from "../../../src-main/keys/key-wrapping.ts";
import { catchOutput } from "../../security/quiet-stderr.ts";
import { ascii, makeRsaKey } from "../by-hand.ts";
import { createFakeComputer } from "../fake-computer.ts";
import { derive, passcode, recordAt, scope, wrongPasscode } from "../keys/fake-enrolment.ts";
import { startCore } from "../start-core.ts";
import { createFakeJournal } from "./fake-journal.ts";
import { takeSteps } from "./scripted-change.ts";

catchOutput();
const solaris = makeRsaKey("a-key");
const newer = makeRsaKey("a-newer-key");
const pin = () => ascii("1928");

/** Ada at her linked computer, signed in; what is asked of the backend, and how the derivation stands then. */
async function signIn(record = recordAt("bound")) {
  const computer = createFakeComputer(record);
  const story: string[] = [];
  /** What the next requests for a key are answered; nothing left: Solaris' key. */
  const keys: (() => Promise<unknown>)[] = [];
  const changes: (() => Promise<void>)[] = [];
  const sent: { key_id: string }[] = [];
  const attempts = () => (JSON.parse(computer.entry() ?? "{}") as { wrong_passcodes?: number }).wrong_passcodes;
  let whileDeriving = async () => {};
  const deriveKey: DeriveKey = async (...given) => {
    story.push(`derives with ${attempts()} on record`);
    await whileDeriving();
    const derived = await derive(...given);
    story.push("has derived");
    return derived;
  };
  const core = startCore({
    computer,
    deriveKey,
    backend: {
      getPinKey: async (cardId) => {
        story.push(`key for ${cardId}`);
        return (keys.shift() ?? (async () => solaris.jwk))();
      },
      changePin: async (_card, request) => {
        sent.push(request);
        await changes.shift()?.();
      },
      listDevices: async () => ({ devices: [], limit: 5, left_out: 0 }),
      getPolicy: async () => ({ pin_change_routes: ["signed"], accepted_protection_levels: ["keychain_passcode"] }),
      getWaits: async () => ({ pin_change: 0, binding: 0, code: 0 }),
      settleChange: async (request_id) => ({ request_id, state: "refused" }),
    },
  });
  await core.handlers.signIn("Ada Single");
  await core.handlers.beginPinEntry();
  story.length = 0;
  return {
    ...core,
    computer,
    story,
    keys,
    changes,
    sent,
    attempts,
    during: (run: () => Promise<void>) => {
      whileDeriving = run;
    },
  };
}

const isAsked = (story: readonly string[]) => expect.poll(() => story).toContain("key for a-card");

describe("Solaris' key", () => {
  it("is asked for while the passcode's key is derived, with the attempt on record, and once for the change", async () => {
    const { handlers, story, sent, during } = await signIn();
    during(() => isAsked(story));
    await handlers.enterPasscode(passcode(), "a-card");
    expect(await handlers.changePin("a-card", pin(), "signed")).toMatchObject({ outcome: "changed" });
    expect(story).toEqual(["derives with 1 on record", "key for a-card", "has derived"]);
    expect(sent).toMatchObject([{ key_id: "a-key" }]);
  });

  it("is all that a wrong passcode asks for; it counts, and the key is thrown away", async () => {
    const { handlers, story, sent, attempts, keys } = await signIn();
    const wrong = handlers.enterPasscode(wrongPasscode(), "a-card");
    await expect(wrong).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG", details: { attemptsLeft: 4 } });
    expect([story.filter((line) => line.startsWith("key")), attempts(), sent]).toEqual([["key for a-card"], 1, []]);
    keys.push(async () => newer.jwk);
    await handlers.enterPasscode(passcode(), "a-card");
    await handlers.changePin("a-card", pin(), "signed");
    expect(sent).toMatchObject([{ key_id: "a-newer-key" }]);
  });

  it("that cannot be had hides no wrong passcode, which counts", async () => {
    const { handlers, keys, attempts } = await signIn();
    keys.push(() => Promise.reject(new BackendError("ERR_SOLARIS_UNAVAILABLE", "answered")));
    const wrong = handlers.enterPasscode(wrongPasscode(), "a-card");
    await expect(wrong).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG" });
    expect(attempts()).toBe(1);
  });

  it("that cannot be had fails the change, which asks for no other; the next change does", async () => {
    const { handlers, keys, story, sent, during, computer } = await signIn();
    keys.push(() => Promise.reject(new BackendError("ERR_SOLARIS_UNAVAILABLE", "answered")));
    during(() => isAsked(story));
    await handlers.enterPasscode(passcode(), "a-card");
    const change = handlers.changePin("a-card", pin(), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_SOLARIS_UNAVAILABLE" });
    expect([sent, computer.openChanges()]).toEqual([[], []]);
    await handlers.enterPasscode(passcode(), "a-card");
    expect(await handlers.changePin("a-card", pin(), "signed")).toMatchObject({ outcome: "changed" });
    expect(story.filter((line) => line.startsWith("key"))).toHaveLength(2);
  });

  it("encrypts zeros, and has the change's note on disk but for its name, while the passcode's key is derived", async () => {
    const encrypted = vi.spyOn(CompactEncrypt.prototype, "encrypt");
    const { handlers, computer, during } = await signIn();
    const folder = path.join(computer.folder, "changes", scope);
    during(() => expect.poll(() => encrypted.mock.calls.length === 1 && existsSync(folder)).toBe(true));
    await handlers.enterPasscode(passcode(), "a-card");
    expect(readdirSync(folder)).toEqual(["next"]);
    encrypted.mockRestore();
  });

  it("and a disk that never answers hold up no passcode", async () => {
    vi.useFakeTimers();
    try {
      const backend = { getPinKey: async () => solaris.jwk } as unknown as BackendClient;
      const journal = { ...createFakeJournal().journal, prepare: () => new Promise<never>(() => {}) };
      const ahead = createKeyAhead(() => ({ backend, journal, scope: "a-scope" }));
      const wrong = ahead.during("a-card", async (begin) => {
        begin();
        throw new AppError("ERR_PASSCODE_WRONG");
      });
      wrong.catch(() => undefined); // looked at below
      await vi.advanceTimersByTimeAsync(1000);
      await expect(wrong).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG" });
    } finally {
      vi.useRealTimers();
    }
  });

  it("and a disk that cannot be written to before the change fail no passcode", async () => {
    const { handlers, computer, sent } = await signIn();
    const changes = path.join(computer.folder, "changes");
    rmSync(changes, { recursive: true, force: true });
    writeFileSync(changes, "");
    await handlers.enterPasscode(passcode(), "a-card");
    const change = handlers.changePin("a-card", pin(), "signed");
    await expect(change).rejects.toMatchObject({ code: "ERR_JOURNAL" });
    expect(sent).toEqual([]);
  });

  it("that comes later than the passcode's is waited for", async () => {
    const { handlers, keys, story } = await signIn();
    let answer = (_jwk: unknown) => {};
    keys.push(() => new Promise((resolve) => (answer = resolve)));
    await handlers.enterPasscode(passcode(), "a-card");
    const change = handlers.changePin("a-card", pin(), "signed");
    await isAsked(story);
    answer(solaris.jwk);
    expect(await change).toMatchObject({ outcome: "changed" });
    expect(story.filter((line) => line.startsWith("key"))).toHaveLength(1);
  });

  it("is fetched anew where Solaris has a newer one", async () => {
    const { handlers, keys, changes, sent } = await signIn();
    keys.push(
      async () => solaris.jwk,
      async () => newer.jwk,
    );
    changes.push(() => Promise.reject(new BackendError("ERR_PIN_KEY_OUTDATED", "answered")));
    await handlers.enterPasscode(passcode(), "a-card");
    expect(await handlers.changePin("a-card", pin(), "signed")).toMatchObject({ outcome: "changed" });
    expect(sent.map(({ key_id }) => key_id)).toEqual(["a-key", "a-newer-key"]);
  });

  it("is not used for another card", async () => {
    const { handlers, story } = await signIn();
    await handlers.enterPasscode(passcode(), "a-card");
    await handlers.changePin("b-card", pin(), "signed");
    expect(story.filter((line) => line.startsWith("key"))).toEqual(["key for a-card", "key for b-card"]);
  });

  it.each<[string, (steps: ReturnType<typeof takeSteps>) => Promise<void>]>([
    ["the passcode is wrong", async () => Promise.reject(new Error("wrong"))],
    ["the change is left", ({ steps }) => steps.leave()],
    ["somebody else signs in", async ({ steps }) => steps.forgetAllBut("b-scope")],
  ])("is there for no change once %s", async (_what, happens) => {
    const taken = takeSteps();
    const { keyAhead, argsOf, change } = taken;
    await keyAhead
      .during("a-card", async (begin) => {
        begin();
        await happens(taken);
      })
      .catch(() => undefined);
    await change("sms"); // the one route that needs no passcode
    expect(argsOf("getPinKey")).toHaveLength(2);
  });

  it("is not asked for where no passcode is tried: the key is erased", async () => {
    const { handlers, story } = await signIn({ ...recordAt("bound"), wrong_passcodes: 5 });
    await expect(handlers.enterPasscode(passcode(), "a-card")).rejects.toMatchObject({ code: "ERR_KEY_ERASED" });
    expect(story).toEqual([]);
  });

  it("is not asked for where the attempt cannot be put on record", async () => {
    const { handlers, story, computer } = await signIn();
    computer.lockKeychain();
    await expect(handlers.enterPasscode(passcode(), "a-card")).rejects.toMatchObject({ code: "ERR_KEYCHAIN_LOCKED" });
    expect(story).toEqual([]);
  });

  it("is not asked for where the session ends before the passcode is tried, which counts as no attempt", async () => {
    const { handlers, story, attempts, computer } = await signIn({ ...recordAt("bound"), wrong_passcodes: 4 });
    const write = computer.keytar.setPassword;
    vi.spyOn(computer.keytar, "setPassword").mockImplementationOnce(async (...entry) => {
      await handlers.signOut(); // while the keychain is slow
      await write(...entry);
    });
    await expect(handlers.enterPasscode(passcode(), "a-card")).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    expect([story, attempts()]).toEqual([[], 4]); // a fifth would have erased the key
  });

  it("is not asked for with a paused change, which is encrypted", async () => {
    const { handlers, story } = await signIn();
    await handlers.enterPasscode(passcode(), null);
    expect(story.filter((line) => line.startsWith("key"))).toEqual([]);
  });

  it("that is refused for want of a sign-in says that the PIN was not kept, as the change would", async () => {
    const { handlers, keys, during, customer } = await signIn();
    keys.push(() => Promise.reject(new BackendError("ERR_NOT_SIGNED_IN", "answered")));
    during(() => expect.poll(customer).toBeNull());
    await expect(handlers.enterPasscode(passcode(), "a-card")).rejects.toMatchObject({ code: "ERR_PIN_NOT_KEPT" });
  });
});
