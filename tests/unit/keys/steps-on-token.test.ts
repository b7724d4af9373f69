import { describe, expect, it } from "vitest";
import { AppError } from "../../../src-main/app-error.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import {
  abandonBinding,
  confirmCode,
  continueBinding,
  requestCode,
  setPasscode,
} from "../../../src-main/keys/bind-this-computer.ts";
import type { RecordAt } from "../../../src-main/keys/enrolment-record.ts";
import { keychainForStep } from "../../../src-main/keys/keychain-for-step.ts";
import { createLeftKeys } from "../../../src-main/keys/remove-this-computer.ts";
import { stepsWith } from "../../../src-main/keys/steps-on-token.ts";
import { setUp } from "./begun-binding.ts";
import { derive, passcode, recordAt, recordOf, smallCost } from "./fake-enrolment.ts";
import { createFakeTokens, pin, place } from "./fake-tokens.ts";

/** Links up to the accepted code, with the key to be on the token. */
async function setUpVerified(during?: () => void) {
  const set = setUp();
  await requestCode(set.binding, "A computer", place);
  await confirmCode(set.binding, set.solaris.newestCode());
  const token = createFakeTokens(during);
  return { ...set, ...token, steps: stepsWith(token.tokens) };
}
const verifiedOf = (enrolment: Parameters<typeof recordOf>[0]) => recordOf(enrolment) as RecordAt<"verified">;

describe("a key that a token makes", () => {
  it("has its id in the keychain before the token hears of it", async () => {
    let before: unknown;
    const set = await setUpVerified(() => {
      before = verifiedOf(set.enrolment).token_key_id;
    });
    await set.steps.makeKey(set.binding, pin());
    expect(recordOf(set.enrolment)).toMatchObject({ stage: "bound", restricted: { token: place, key_id: before } });
    expect([...set.keys]).toEqual([before]);
  });

  it("is made again in its own place, where this program ended before it noted that it is there", async () => {
    let isFirst = true;
    const set = await setUpVerified(() => {
      if (isFirst) set.enrolment.condition = "locked"; // as if it had ended: nothing can be written any more
      isFirst = false;
    });
    set.tokens.removeKey = () => Promise.reject(new AppError("ERR_TOKEN_MISSING"));
    await expect(set.steps.makeKey(set.binding, pin())).rejects.toMatchObject({ code: "ERR_KEYCHAIN_LOCKED" });
    set.enrolment.condition = "usable";
    expect(recordOf(set.enrolment)).toMatchObject({ stage: "verified", token: place });
    expect(set.keys.size).toBe(1); // which nobody claims yet
    await stepsWith(set.tokens).makeKey(set.binding, pin());
    const { restricted } = recordOf(set.enrolment) as RecordAt<"bound">;
    expect([...set.keys]).toEqual(["key_id" in restricted && restricted.key_id]);
  });

  it("is made again in its own place, where no answer came", async () => {
    let isFirst = true;
    const set = await setUpVerified(() => {
      if (!isFirst) return;
      isFirst = false;
      throw new AppError("ERR_TOKEN_SILENT");
    });
    await expect(set.steps.makeKey(set.binding, pin())).rejects.toMatchObject({ code: "ERR_TOKEN_SILENT" });
    expect(set.solaris.calls).not.toContain("addKey");
    const { token_key_id: asked } = verifiedOf(set.enrolment);
    await set.steps.makeKey(set.binding, pin());
    expect([...set.keys]).toEqual([asked]);
  });

  /** The keychain refuses the entry that names the key. @param isStored whether it has stored it all the same */
  async function setUpRefused(isStored: boolean, code: "ERR_KEYCHAIN_LOCKED" | "ERR_KEYCHAIN_UNAVAILABLE") {
    const set = await setUpVerified();
    const { keychain } = set.enrolment;
    const enrolment = {
      ...set.enrolment,
      keychain: keychainForStep({
        ...keychain,
        async write(...entry) {
          const isOfKey = (JSON.parse(entry[1]) as { stage: string }).stage === "keyed";
          if (!isOfKey || isStored) await keychain.write(...entry);
          if (isOfKey) throw new AppError(code);
        },
      }),
    };
    await expect(set.steps.makeKey({ ...set.binding, enrolment }, pin())).rejects.toMatchObject({ code });
    return set;
  }

  it("is removed again, where the keychain does not take it", async () => {
    const set = await setUpRefused(false, "ERR_KEYCHAIN_UNAVAILABLE");
    expect(set.asked).toEqual(["makeKey", "removeKey"]);
    expect(set.keys.size).toBe(0);
  });

  it.each(["ERR_KEYCHAIN_LOCKED", "ERR_KEYCHAIN_UNAVAILABLE"] as const)(
    "stays where the keychain has taken it all the same, as where it lets nobody read that: %s",
    async (code) => {
      const set = await setUpRefused(true, code);
      expect(await continueBinding(set.binding)).toBe(true);
      const { restricted } = recordOf(set.enrolment) as RecordAt<"bound">;
      expect([...set.keys]).toEqual(["key_id" in restricted && restricted.key_id]);
    },
  );

  it("is the bank's only once it has signed what this program has just made up", async () => {
    const set = await setUpVerified();
    const making = set.tokens.makeKey;
    set.tokens.makeKey = async (key, entered) => making(key, entered, new Uint8Array(32)); // signs another thing
    await expect(set.steps.makeKey(set.binding, pin())).rejects.toMatchObject({ code: "ERR_TOKEN_UNUSABLE" });
    expect(recordOf(set.enrolment)).toMatchObject({ stage: "verified" });
    expect(set.solaris.calls).not.toContain("addKey");
    expect(set.keys.size).toBe(0);
  });

  it("is not asked for once whoever wanted it has gone", async () => {
    const set = await setUpVerified();
    const getDevice: typeof set.binding.backend.getDevice = (...asked) => {
      set.steps.leave();
      return set.binding.backend.getDevice(...asked);
    };
    const backend = { ...set.binding.backend, getDevice };
    await expect(set.steps.makeKey({ ...set.binding, backend }, pin())).rejects.toMatchObject({
      code: "ERR_NOT_SIGNED_IN",
    });
    expect(set.asked).toEqual(["leave"]);
  });

  it("waits where the bank takes no new key without device data, and is not made twice", async () => {
    const set = await setUpVerified();
    const addKey = () => Promise.reject(new AppError("ERR_DEVICE_DATA_REQUIRED"));
    const backend = { ...set.binding.backend, addKey };
    const made = set.steps.makeKey({ ...set.binding, backend }, pin());
    await expect(made).rejects.toMatchObject({ code: "ERR_DEVICE_DATA_REQUIRED" });
    expect(recordOf(set.enrolment)).toMatchObject({ stage: "keyed", restricted: { token: place } });
    await continueBinding(set.binding); // with it
    expect(recordOf(set.enrolment)).toMatchObject({ stage: "bound", restricted: { token: place } });
    expect(set.asked).toEqual(["makeKey"]);
  });

  it("is told to be left on its token where the link is given up", async () => {
    const set = await setUpVerified();
    const backend = { ...set.binding.backend, addKey: () => Promise.reject(new AppError("ERR_DEVICE_DATA_REQUIRED")) };
    await expect(set.steps.makeKey({ ...set.binding, backend }, pin())).rejects.toThrow();
    const leftKeys = createLeftKeys();
    await abandonBinding({ ...set.binding, leftKeys });
    expect(leftKeys.of(set.enrolment.scope)).toEqual(place);
  });

  it("is not made for a computer whose key the keychain will have, and no passcode makes one that a token will have", async () => {
    const other = setUp(recordAt("verified"));
    const { tokens, asked, binding } = await setUpVerified();
    await expect(stepsWith(tokens).makeKey(other.binding, pin())).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
    expect(asked).toEqual([]);
    const wrapped = setPasscode(binding, derive, passcode(), smallCost);
    await expect(wrapped).rejects.toMatchObject({ code: "ERR_BAD_ARGUMENT" });
  });

  it("is nobody's where the link is given up: the next one has another id", async () => {
    const set = await setUpVerified(() => {
      throw new AppError("ERR_TOKEN_SILENT");
    });
    await expect(set.steps.makeKey(set.binding, pin())).rejects.toThrow();
    const { token_key_id: first } = verifiedOf(set.enrolment);
    await abandonBinding(set.binding);
    await requestCode(set.binding, "A computer", place);
    await confirmCode(set.binding, set.solaris.newestCode());
    await expect(set.steps.makeKey(set.binding, pin())).rejects.toThrow();
    expect(verifiedOf(set.enrolment).token_key_id).not.toBe(first);
  });
});

it("a level that the bank does not take leaves the choice open: the entry forgets the token", async () => {
  const set = setUp();
  const refused = () => Promise.reject(new BackendError("ERR_PROTECTION_REFUSED", "answered"));
  const backend = { ...set.binding.backend, createDevice: refused };
  const asked = requestCode({ ...set.binding, backend }, "A computer", place);
  await expect(asked).rejects.toMatchObject({ code: "ERR_PROTECTION_REFUSED" });
  expect(recordOf(set.enrolment)).toMatchObject({ stage: "requested" });
  expect(recordOf(set.enrolment)).not.toHaveProperty("token");
  await requestCode(set.binding, "A computer");
  expect(recordOf(set.enrolment)).not.toHaveProperty("token");
});
