import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AppError } from "../../../src-main/app-error.ts";
import { type Enrolment, readEnrolmentState } from "../../../src-main/keys/enrolment-state.ts";
import { currentCost, type DeriveKey } from "../../../src-main/keys/key-wrapping.ts";
import { passcodeAttemptsLeft } from "../../../src-main/keys/passcode-attempts.ts";
import { changePasscode, makeWrappedKey, unlockRestrictedKey } from "../../../src-main/keys/restricted-key.ts";
import { runs } from "../../long-form.ts";
import { ascii, verifyByHand } from "../by-hand.ts";
import {
  createFakeEnrolment,
  derive,
  type FakeEnrolment,
  markerOf,
  noMarker,
  passcode,
  recordAt,
  recordOf,
  smallCost,
  type WrappedAt,
  wrongPasscode,
} from "./fake-enrolment.ts";

const bound = recordAt("bound");
const withWrong = (wrong_passcodes: number) => ({ ...bound, wrong_passcodes });
const wrongOf = (enrolment: FakeEnrolment) => {
  const record = recordOf(enrolment);
  return record?.stage === "bound" ? record.wrong_passcodes : record?.stage;
};
const unlock = (enrolment: Enrolment, entered = passcode(), by: DeriveKey = derive, cost = smallCost) =>
  unlockRestrictedKey(enrolment, by, entered, cost);
const next = () => ascii("zebra lamp");

describe("the right passcode", () => {
  it("unlocks the key of this record, with the attempt on record before and off it afterwards", async () => {
    const enrolment = createFakeEnrolment(bound);
    const signer = await unlock(enrolment);
    expect(signer.deviceId).toBe("a-device");
    expect(verifyByHand(bound.restricted.public_key, "abc", signer.signStringToSign("abc"))).toBe(true);
    expect(enrolment.changes).toEqual(["write bound 1", "write bound"]);
    expect(recordOf(enrolment)).toEqual(bound);
  });

  it("takes back the wrong ones before it", async () => {
    const enrolment = createFakeEnrolment(withWrong(4));
    await unlock(enrolment);
    expect(enrolment.changes).toEqual(["write bound 5", "write bound"]);
    expect(recordOf(enrolment)).toEqual(bound);
  });

  it("is the caller's to wipe", async () => {
    const entered = passcode();
    await unlock(createFakeEnrolment(bound), entered);
    expect(entered).toEqual(passcode());
  });
});

describe("a wrong passcode", () => {
  it("is counted, told with the attempts left, and the fifth erases the key", async () => {
    const enrolment = createFakeEnrolment(bound);
    for (const attemptsLeft of [4, 3, 2, 1]) {
      await expect(unlock(enrolment, wrongPasscode())).rejects.toMatchObject({
        code: "ERR_PASSCODE_WRONG",
        details: { attemptsLeft },
      });
      expect(wrongOf(enrolment)).toBe(5 - attemptsLeft);
      expect(passcodeAttemptsLeft(recordOf(enrolment) as WrappedAt<"bound">)).toBe(attemptsLeft);
    }
    await expect(unlock(enrolment, wrongPasscode())).rejects.toMatchObject({ code: "ERR_KEY_ERASED", details: {} });
    expect(recordOf(enrolment)).toEqual(recordAt("erased"));
    expect(enrolment.entry).not.toContain(bound.restricted.wrapped.ciphertext);
    await expect(unlock(enrolment)).rejects.toMatchObject({ code: "ERR_KEY_ERASED" });
  });

  it("counts the same when the passcode was to be changed", async () => {
    const enrolment = createFakeEnrolment(withWrong(3));
    const change = () => changePasscode(enrolment, derive, wrongPasscode(), next(), smallCost);
    await expect(change()).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG", details: { attemptsLeft: 1 } });
    await expect(change()).rejects.toMatchObject({ code: "ERR_KEY_ERASED" });
    expect(recordOf(enrolment)).toEqual(recordAt("erased"));
  });

  it.each(["", "x", "Ä".repeat(3), "blue-Kettle 7 ", "BLUE-KETTLE 7"])("is anything else: %j", async (text) => {
    const entered = new Uint8Array(Buffer.from(text, "utf8"));
    await expect(unlock(createFakeEnrolment(bound), entered)).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG" });
  });
});

describe("a key that counts as erased", () => {
  it.each([passcode, wrongPasscode])("is erased at its next use, and opened by no passcode", async (entered) => {
    const enrolment = createFakeEnrolment(withWrong(5));
    expect(await readEnrolmentState(enrolment)).toEqual({ state: "present", record: recordAt("erased") });
    expect(enrolment.changes).toEqual([]);
    await expect(unlock(enrolment, entered())).rejects.toMatchObject({ code: "ERR_KEY_ERASED" });
    expect(recordOf(enrolment)).toEqual(recordAt("erased"));
  });

  it("is not derived for", async () => {
    const never = () => expect.fail("derived");
    await expect(unlock(createFakeEnrolment(withWrong(5)), passcode(), never)).rejects.toMatchObject({
      code: "ERR_KEY_ERASED",
    });
  });
});

describe("where a passcode is not checked", () => {
  it.each<[string, FakeEnrolment, string]>([
    ["there is no key", createFakeEnrolment(), "ERR_NOT_BOUND"],
    ["the key is lost", Object.assign(createFakeEnrolment(), { marker: markerOf("a-device") }), "ERR_KEYCHAIN_LOST"],
    ["the binding is not completed", createFakeEnrolment(recordAt("keyed")), "ERR_NOT_BOUND"],
    [
      "the key may be another computer's",
      Object.assign(createFakeEnrolment(bound), { marker: noMarker }),
      "ERR_DEVICE_UNCONFIRMED",
    ],
    [
      "a removal was begun",
      Object.assign(createFakeEnrolment(bound), { marker: markerOf("a-device", "for-good") }),
      "ERR_NOT_BOUND",
    ],
    [
      "the keychain is locked",
      Object.assign(createFakeEnrolment(bound), { condition: "locked" }),
      "ERR_KEYCHAIN_LOCKED",
    ],
  ])("%s: nothing is derived or written", async (_name, enrolment, code) => {
    const never = () => expect.fail("derived");
    await expect(unlock(enrolment, passcode(), never)).rejects.toMatchObject({ code });
    await expect(changePasscode(enrolment, never, passcode(), next())).rejects.toMatchObject({ code });
    expect(enrolment.changes).toEqual([]);
  });

  it("because the attempt could not be put on record: nothing is derived", async () => {
    const enrolment = createFakeEnrolment(bound);
    const keychain = { ...enrolment.keychain, write: () => Promise.reject(new AppError("ERR_KEYCHAIN_LOCKED")) };
    const never = () => expect.fail("derived");
    const unlocking = unlock({ ...enrolment, keychain, scope: enrolment.scope }, passcode(), never);
    await expect(unlocking).rejects.toMatchObject({ code: "ERR_KEYCHAIN_LOCKED" });
  });

  it("because the derivation failed: the attempt is taken back, so that no key is erased for it", async () => {
    const enrolment = createFakeEnrolment(withWrong(4));
    const dying = () => Promise.reject(new Error("the worker died"));
    const notEvenBegun = () => {
      throw new Error("the worker died");
    };
    for (const derived of [dying, dying, dying, notEvenBegun, notEvenBegun, notEvenBegun]) {
      await expect(unlock(enrolment, wrongPasscode(), derived)).rejects.toThrow("the worker died");
    }
    expect(wrongOf(enrolment)).toBe(4);
  });

  it("because the new passcode cannot be taken: that is said first, and counts as no attempt", async () => {
    const enrolment = createFakeEnrolment(bound);
    const change = changePasscode(enrolment, derive, wrongPasscode(), ascii("123456"), smallCost);
    await expect(change).rejects.toMatchObject({ code: "ERR_PASSCODE_SEQUENCE" });
    expect(enrolment.changes).toEqual([]);
  });
});

describe("changing the passcode", () => {
  it("wraps the same key anew: the new one opens it, the old one does not", async () => {
    const enrolment = createFakeEnrolment(withWrong(2));
    await changePasscode(enrolment, derive, passcode(), next(), smallCost);
    const { restricted } = recordOf(enrolment) as WrappedAt<"bound">;
    expect(restricted.public_key).toBe(bound.restricted.public_key);
    for (const part of ["salt", "iv", "ciphertext", "tag"] as const) {
      expect(restricted.wrapped[part]).not.toBe(bound.restricted.wrapped[part]);
    }
    expect(wrongOf(enrolment)).toBe(0);
    await expect(unlock(enrolment, passcode())).rejects.toMatchObject({ code: "ERR_PASSCODE_WRONG" });
    const signer = await unlock(enrolment, next());
    expect(verifyByHand(bound.restricted.public_key, "abc", signer.signStringToSign("abc"))).toBe(true);
  });

  it("that fails on the way leaves the old one", async () => {
    const enrolment = createFakeEnrolment(bound);
    let derived = 0;
    const dyingSecond: DeriveKey = (...args) =>
      ++derived === 2 ? Promise.reject(new Error("the worker died")) : derive(...args);
    await expect(changePasscode(enrolment, dyingSecond, passcode(), next(), smallCost)).rejects.toThrow();
    expect(recordOf(enrolment)).toEqual(bound);
  });
});

describe("parameters that have risen", () => {
  const more = { N: 4, r: 2, p: 1 };

  it("are taken at the next use: wrapped anew, once", async () => {
    const enrolment = createFakeEnrolment(bound);
    const signer = await unlock(enrolment, passcode(), derive, more);
    expect(verifyByHand(bound.restricted.public_key, "abc", signer.signStringToSign("abc"))).toBe(true);
    expect(enrolment.changes).toEqual(["write bound 1", "write bound", "write bound"]);
    const raised = recordOf(enrolment) as WrappedAt<"bound">;
    expect(raised.restricted.wrapped.scrypt).toEqual(more);
    expect(raised.restricted.wrapped.salt).not.toBe(bound.restricted.wrapped.salt);
    await unlock(enrolment, passcode(), derive, more);
    expect(recordOf(enrolment)).toEqual(raised);
  });

  it("are not taken with a wrong passcode, and never lowered", async () => {
    const enrolment = createFakeEnrolment(bound);
    await expect(unlock(enrolment, wrongPasscode(), derive, more)).rejects.toThrow();
    expect((recordOf(enrolment) as WrappedAt<"bound">).restricted).toEqual(bound.restricted);
    const restricted = await makeWrappedKey(derive, passcode(), "a-device", more);
    const stronger = createFakeEnrolment({ ...bound, restricted });
    await unlock(stronger);
    expect((recordOf(stronger) as WrappedAt<"bound">).restricted).toEqual(restricted);
  });
});

describe("the real parameters", () => {
  afterEach(() => vi.restoreAllMocks());

  it("are N = 2^17, r = 8, p = 1, and are what is used where none are named", async () => {
    expect(currentCost).toEqual({ N: 131_072, r: 8, p: 1 });
    const enrolment = createFakeEnrolment(bound);
    const signer = await unlockRestrictedKey(enrolment, derive, passcode());
    expect((recordOf(enrolment) as WrappedAt<"bound">).restricted.wrapped.scrypt).toEqual(currentCost);
    expect(verifyByHand(bound.restricted.public_key, "abc", signer.signStringToSign("abc"))).toBe(true);
    await expect(unlockRestrictedKey(enrolment, derive, wrongPasscode())).rejects.toMatchObject({
      code: "ERR_PASSCODE_WRONG",
    });
  });
});

type Kill = "no" | "before counting" | "while counting" | "while deriving" | "before recording" | "while recording";
const kills: readonly Kill[] = [
  "before counting",
  "while counting",
  "while deriving",
  "before recording",
  "while recording",
];

/** One use in a process that may be ended at some point. What comes after that point never happens, error handling included. */
async function useInProcess(enrolment: FakeEnrolment, entered: Uint8Array, kill: Kill): Promise<"unlocked" | "not"> {
  const never = new Promise<never>(() => undefined);
  let killed: (end: "killed") => void = () => undefined;
  const end = new Promise<"killed">((resolve) => {
    killed = resolve;
  });
  const die = () => {
    killed("killed");
    return never;
  };
  let writes = 0;
  const keychain = {
    ...enrolment.keychain,
    async write(account: string, text: string) {
      const at = ++writes === 1 ? "counting" : "recording";
      if (kill === `before ${at}`) return die();
      await enrolment.keychain.write(account, text);
      if (kill === `while ${at}`) return die();
    },
  };
  const dyingDerive: DeriveKey = (...args) => (kill === "while deriving" ? die() : derive(...args));
  const process: Enrolment = { keychain, markers: enrolment.markers, scope: enrolment.scope };
  const use = unlock(process, entered, dyingDerive).then(
    () => "unlocked" as const,
    () => "not" as const,
  );
  const result = await Promise.race([use, end]);
  return result === "unlocked" ? "unlocked" : "not";
}

describe("a process that is ended while it checks a passcode", () => {
  it("gains no attempt, wherever it is ended: after five the key is gone", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.constantFrom<Kill>("no", ...kills)), { maxLength: 14 }),
        async (uses) => {
          const enrolment = createFakeEnrolment(bound);
          let checked = 0; // checks in a row that somebody may have seen the outcome of without the right passcode
          for (const [isRight, kill] of uses) {
            const wasErased =
              (await readEnrolmentState(enrolment)).state === "present" && wrongOf(enrolment) === "erased";
            const result = await useInProcess(enrolment, isRight ? passcode() : wrongPasscode(), kill);
            if (wasErased) expect(result).toBe("not");
            if (!isRight) expect(result).toBe("not");
            if (result === "unlocked" || (isRight && kill === "while recording")) checked = 0;
            else if (kill !== "before counting") checked++;
            const device = await readEnrolmentState(enrolment);
            const stage = device.state === "present" ? device.record.stage : device.state;
            expect(stage).toBe(checked >= 5 ? "erased" : "bound");
            if (stage === "erased") return;
            expect(wrongOf(enrolment)).toBe(checked);
          }
        },
      ),
      { numRuns: runs(300, 3000) },
    );
  });

  it.each(kills)("%s, at the last attempt: erased at the next start, unless nothing was counted", async (kill) => {
    const enrolment = createFakeEnrolment(withWrong(4));
    expect(await useInProcess(enrolment, wrongPasscode(), kill)).toBe("not");
    const device = await readEnrolmentState(enrolment);
    const expected = kill === "before counting" ? withWrong(4) : recordAt("erased");
    expect(device).toEqual({ state: "present", record: expected });
  });
});
