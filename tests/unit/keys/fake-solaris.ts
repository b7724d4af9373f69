import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { verifyByHand } from "../by-hand.ts";

const created_at = "2030-01-01T00:00:00Z";

interface Device {
  readonly id: string;
  readonly key: string;
  readonly challenge: { readonly id: string; readonly code: string; readonly isOfLetter?: boolean };
  state: "pending" | "verified" | "replaced";
  restricted: string | null;
}

interface Letter {
  readonly letter_id: string;
  readonly requested_at: string;
  readonly expires_at: string;
  readonly code: string;
  wrongAnswers: number;
}

type LetterCall = "listLetters" | "requestLetter" | "cancelLetter";
type BindingCall =
  | LetterCall
  | "listDevices"
  | "createDevice"
  | "verifyDevice"
  | "addKey"
  | "getDevice"
  | "removeDevice";

/** What becomes of one call: `ok`, or it fails before or after it was carried out, or the service is down. */
export type Fate = "ok" | "never-sent" | "lost-before" | "lost-after" | "down";

/** Solaris behind the backend, as far as binding goes: it verifies what Solaris verifies, and loses what a test says. */
export interface FakeSolaris {
  readonly backend: BackendClient;
  readonly devices: readonly Device[];
  readonly calls: readonly BindingCall[];
  /** Decides on each call, in order. */
  fate: (call: BindingCall) => Fate;
  /** Whether a waiting key may be asked for again. */
  reuse: "replace" | "conflict";
  /** Whether a text message can be sent. */
  hasNumber: boolean;
  /** The customer's letters whose code counts, the newest first. */
  readonly letters: Letter[];
  /** Of the list of letters. */
  letterWaitSeconds: number;
  lettersLeftOut: number;
  /** How many devices there may be. */
  limit: number;
  /** A verified device with its keys, as it came about elsewhere. */
  add(id: string, key: string, restricted: string | null): void;
  /** The code of the newest message. */
  newestCode(): Uint8Array;
  /** Removes a device, as its owner can in another app. */
  remove(id: string): void;
}

export function createFakeSolaris(): FakeSolaris {
  const devices: Device[] = [];
  const letters: Letter[] = [];
  let lettersSent = 0;
  const calls: BindingCall[] = [];
  const answered = (
    code:
      | "ERR_DEVICE_KEY_CONFLICT"
      | "ERR_CODE_REFUSED"
      | "ERR_CODE_EXPIRED"
      | "ERR_NOT_FOUND"
      | "ERR_DEVICE_REFUSED"
      | "ERR_ACTIVATION_CODE_EXISTS"
      | "ERR_NO_MOBILE_NUMBER"
      | "ERR_RESTRICTED_KEY_EXISTS",
  ) => new BackendError(code, "answered");
  const verified = (id: string) => devices.find((device) => device.id === id && device.state === "verified");

  const withFate = async <T>(call: BindingCall, carryOut: () => T): Promise<T> => {
    calls.push(call);
    const fate = solaris.fate(call);
    if (fate === "never-sent") throw new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent");
    if (fate === "down") throw new BackendError("ERR_SOLARIS_UNAVAILABLE", "answered");
    if (fate === "lost-before") throw new BackendError("ERR_BACKEND_TIMEOUT", "unclear");
    const answer = carryOut();
    if (fate === "lost-after") throw new BackendError("ERR_BACKEND_TIMEOUT", "unclear");
    return answer;
  };

  const backend: Pick<BackendClient, BindingCall> = {
    listDevices: () =>
      withFate("listDevices", () => {
        const listed = devices.filter(({ state }) => state === "verified").map(({ id }) => id);
        const named = listed.map((id) => ({ id, name: "A computer", created_at }));
        return { devices: named, limit: solaris.limit, left_out: 0 };
      }),
    createDevice: ({ key, challenge_type: type }) =>
      withFate("createDevice", () => {
        const isOfLetter = type === "activation_code";
        const [letter] = letters;
        if (isOfLetter && letter === undefined) throw answered("ERR_CODE_EXPIRED");
        if (!isOfLetter && !solaris.hasNumber) throw answered("ERR_NO_MOBILE_NUMBER");
        const same = devices.filter((device) => device.key === key && device.state !== "replaced");
        if (same.some((device) => device.state === "verified" || solaris.reuse === "conflict")) {
          throw answered("ERR_DEVICE_KEY_CONFLICT");
        }
        for (const device of same) device.state = "replaced";
        const number = devices.length + 1;
        const code = isOfLetter ? (letter?.code ?? "") : String(200_000 + number);
        const challenge = { id: `challenge-${number}`, code, isOfLetter };
        devices.push({ id: `device-${number}`, key, challenge, state: "pending", restricted: null });
        return { device_id: `device-${number}`, challenge: { id: challenge.id, expires_at: "2031-01-01T00:00:00Z" } };
      }),
    verifyDevice: (deviceId, { challenge_id, signature }) =>
      withFate("verifyDevice", () => {
        const device = devices.find(({ id, challenge }) => id === deviceId && challenge.id === challenge_id);
        if (device?.state !== "pending") throw answered("ERR_CODE_EXPIRED");
        const { code, isOfLetter } = device.challenge;
        const letter = letters.find((one) => one.code === code);
        if (isOfLetter && letter === undefined) throw answered("ERR_CODE_EXPIRED");
        if (!verifyByHand(device.key, code, signature)) {
          if (letter !== undefined && ++letter.wrongAnswers === 3) letters.length = 0;
          throw answered("ERR_CODE_REFUSED");
        }
        device.state = "verified";
        if (isOfLetter) letters.length = 0;
      }),
    listLetters: () =>
      withFate("listLetters", () => ({
        letters: letters.map(({ letter_id, requested_at, expires_at }) => ({ letter_id, requested_at, expires_at })),
        left_out: solaris.lettersLeftOut,
        wait_seconds: solaris.letterWaitSeconds,
      })),
    requestLetter: ({ invalidate_existing_code: invalidates = false }) =>
      withFate("requestLetter", () => {
        if (solaris.letterWaitSeconds > 0)
          throw new BackendError("ERR_TOO_MANY_REQUESTS", "answered", { retryAfterMs: 1 });
        if (letters.length > 0 && !invalidates) throw answered("ERR_ACTIVATION_CODE_EXISTS");
        const number = ++lettersSent;
        const letter = {
          letter_id: `letter-${number}`,
          requested_at: `2030-01-0${number}T00:00:00Z`,
          expires_at: `2030-02-0${number}T00:00:00Z`,
          code: `codeOfLetter${number}`,
          wrongAnswers: 0,
        };
        letters.splice(0, letters.length, letter);
        return { requested_at: letter.requested_at, expires_at: letter.expires_at };
      }),
    cancelLetter: (letterId) =>
      withFate("cancelLetter", () => {
        if (letters[0]?.letter_id !== letterId) throw answered("ERR_NOT_FOUND");
        letters.length = 0;
      }),
    addKey: (deviceId, { key, signature }) =>
      withFate("addKey", () => {
        const device = verified(deviceId);
        if (device === undefined) throw answered("ERR_NOT_FOUND");
        if (device.restricted !== null) throw answered("ERR_RESTRICTED_KEY_EXISTS");
        if (!verifyByHand(device.key, key, signature)) throw answered("ERR_DEVICE_REFUSED");
        device.restricted = key;
      }),
    removeDevice: (deviceId) =>
      withFate("removeDevice", () => {
        if (verified(deviceId) === undefined) throw answered("ERR_NOT_FOUND");
        solaris.remove(deviceId);
      }),
    getDevice: (deviceId) =>
      withFate("getDevice", () => {
        const device = verified(deviceId);
        if (device === undefined) throw answered("ERR_NOT_FOUND");
        const key_purposes = device.restricted === null ? ["unrestricted"] : ["unrestricted", "restricted"];
        return { id: device.id, name: "A computer", created_at, key_purposes };
      }),
  };
  const solaris: FakeSolaris = {
    backend: backend as BackendClient,
    devices,
    calls,
    fate: () => "ok",
    reuse: "replace",
    hasNumber: true,
    letters,
    letterWaitSeconds: 0,
    lettersLeftOut: 0,
    limit: 5,
    add(id, key, restricted) {
      devices.push({ id, key, challenge: { id: "over", code: "000000" }, state: "verified", restricted });
    },
    newestCode: () => new Uint8Array(Buffer.from(devices.at(-1)?.challenge.code ?? "000000", "ascii")),
    remove(id) {
      devices.splice(0, devices.length, ...devices.filter((device) => device.id !== id));
    },
  };
  return solaris;
}
