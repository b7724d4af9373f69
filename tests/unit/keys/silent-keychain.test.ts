import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PASSCODE_ATTEMPTS } from "../../../src-contract/rules/passcode.ts";
import { openDeviceKeychain } from "../../../src-main/keys/device-keychain.ts";
import { createKeychainQueue } from "../../../src-main/keys/keychain-queue.ts";
import { changePasscode, unlockRestrictedKey } from "../../../src-main/keys/restricted-key.ts";
import { fakeKeytar, keytarModule, resetFakeKeytar } from "../../security/fake-keytar.ts";
import { ascii } from "../by-hand.ts";
import { derive, markerOf, passcode, recordAt, scope, smallCost } from "./fake-enrolment.ts";

/** While it is set, the system asks for a password at every call, and nobody has answered yet. */
let question: Promise<void> | null = null;
let asked = 0;
let answerQuestion = () => {};

vi.mock("keytar", () => {
  const { default: keytar } = keytarModule;
  const asking =
    <Args extends unknown[], T>(call: (...args: Args) => Promise<T>) =>
    async (...args: Args) => {
      if (question !== null) asked++;
      await question;
      return call(...args);
    };
  return {
    default: {
      getPassword: asking(keytar.getPassword),
      setPassword: asking(keytar.setPassword),
      deletePassword: asking(keytar.deletePassword),
    },
  };
});

beforeEach(() => {
  resetFakeKeytar();
  asked = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

const LIMIT_MS = 90_000;
const open = () => openDeviceKeychain("Cardbound", createKeychainQueue());
const entry = () => fakeKeytar.entries.get(`Cardbound/${scope}`) ?? null;
const markers = { read: async () => markerOf("a-device"), write: async () => {}, remove: async () => {} };

function ask(): void {
  question = new Promise((resolve) => {
    answerQuestion = () => {
      question = null;
      resolve();
    };
  });
}

/** Runs a step while the system asks and nobody answers. @returns how it ended, once the limit is over */
async function inSilence<T>(step: () => Promise<T>): Promise<unknown> {
  ask();
  const end = step().catch((error: { code?: string }) => error.code);
  await vi.advanceTimersByTimeAsync(LIMIT_MS);
  return end;
}

/** The cardholder finds the question, after all, and answers it. */
async function answerLate(): Promise<void> {
  answerQuestion();
  await vi.advanceTimersByTimeAsync(0);
}

describe("a keychain that does not answer", () => {
  it.each([
    ["read", () => open().read(scope), { state: "silent" }],
    ["write", () => open().write(scope, "abc"), "ERR_KEYCHAIN_SILENT"],
    ["remove", () => open().remove(scope), "ERR_KEYCHAIN_SILENT"],
    ["set aside", () => open().setAside(scope, "aside"), "ERR_KEYCHAIN_SILENT"],
  ] as const)("ends %s after the limit, with one question and a word of its own", async (_name, step, end) => {
    expect(await inSilence<unknown>(step)).toEqual(end);
    expect(asked).toBe(1);
    await answerLate();
  });

  it("is asked nothing more while its question stands, and then the next read finds what was written late", async () => {
    const keychain = open();
    expect(await inSilence(() => keychain.write(scope, "challenged"))).toBe("ERR_KEYCHAIN_SILENT");
    const again = [keychain.read(scope), keychain.read(scope)];
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(1);
    await answerLate();
    const found = { state: "entry", text: "challenged" };
    expect(await Promise.all(again)).toEqual([found, found]);
  });

  it("leaves nothing of a read behind that is answered late", async () => {
    await inSilence(() => open().read(scope));
    await answerLate();
    expect(fakeKeytar.entries.size).toBe(0);
  });

  it("does not begin later what nobody waits for any more", async () => {
    const keychain = open();
    const ends = await inSilence(() =>
      Promise.allSettled([keychain.read("another"), keychain.write(scope, "not begun")]),
    );
    expect(ends).toMatchObject([{ value: { state: "silent" } }, { reason: { code: "ERR_KEYCHAIN_SILENT" } }]);
    await answerLate();
    expect(entry()).toBeNull();
  });

  it("counts no passcode that was never tried, however often its answer comes too late", async () => {
    const keychain = open();
    const enrolment = { keychain, markers, scope };
    await keychain.write(scope, JSON.stringify(recordAt("bound")));
    const neverDerived = () => expect.fail("tried");
    for (let time = 0; time <= PASSCODE_ATTEMPTS; time++) {
      // It reads, and then the keychain is closed again before it counts.
      const closing = {
        ...keychain,
        read: async (account: string) => {
          const reading = await keychain.read(account);
          ask();
          return reading;
        },
      };
      const end = unlockRestrictedKey({ ...enrolment, keychain: closing }, neverDerived, passcode(), smallCost).catch(
        (error: { code?: string }) => error.code,
      );
      await vi.advanceTimersByTimeAsync(LIMIT_MS);
      expect(await end).toBe("ERR_KEYCHAIN_SILENT");
      await answerLate();
      expect(JSON.parse(entry() ?? "")).toMatchObject({ stage: "bound", wrong_passcodes: 0 });
    }
  });

  it("keeps the passcode that was, where changing it was said to have failed", async () => {
    const keychain = open();
    await keychain.write(scope, JSON.stringify(recordAt("bound")));
    let writes = 0;
    const closing = {
      ...keychain,
      write: (account: string, text: string, ifLate?: string) => {
        if (++writes === 3) ask(); // counted, taken back, and now the new one
        return keychain.write(account, text, ifLate);
      },
    };
    const next = ascii("another-1-good");
    const end = changePasscode({ keychain: closing, markers, scope }, derive, passcode(), next, smallCost).catch(
      (error: { code?: string }) => error.code,
    );
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await end).toBe("ERR_KEYCHAIN_SILENT");
    await answerLate();
    const enrolment = { keychain, markers, scope };
    expect(await unlockRestrictedKey(enrolment, derive, passcode(), smallCost)).toMatchObject({ deviceId: "a-device" });
  });

  it.runIf(process.platform === "linux")(
    "is silent, not missing, where D-Bus says so itself after its own limit",
    async () => {
      fakeKeytar.failWriting = new Error("Das Zeitlimit wurde erreicht");
      ask();
      const reading = open().read(scope);
      await vi.advanceTimersByTimeAsync(25_000);
      await answerLate();
      expect(await reading).toEqual({ state: "silent" });
    },
  );
});
