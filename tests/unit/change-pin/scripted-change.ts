import type { PinChangeStage } from "../../../src-contract/bridge/views.ts";
import type { ProblemCode } from "../../../src-contract/errors/error-codes.ts";
import type { WeakPinRule } from "../../../src-contract/rules/entry-policy.ts";
import type { PinChangeRoute } from "../../../src-contract/rules/pin-change-route.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createPinChanges } from "../../../src-main/change-pin/change.ts";
import { createKeyAhead } from "../../../src-main/change-pin/key-ahead.ts";
import type { DeviceDataOfStep } from "../../../src-main/device-data/device-data-fields.ts";
import type { RestrictedSigner } from "../../../src-main/keys/restricted-signer.ts";
import { createUnlockedKey } from "../../../src-main/keys/unlocked-key.ts";
import { ascii, makeRsaKey } from "../by-hand.ts";
import { createFakeJournal } from "./fake-journal.ts";
import { scriptBackend } from "./scripted-backend.ts";

export const allRoutes: readonly PinChangeRoute[] = ["signed", "device_signing", "sms"];
export const solaris = makeRsaKey("a-key");

/** Problems and failures as the backend's client throws them, and what the ledger says. */
export const answered = (code: ProblemCode, details: ConstructorParameters<typeof BackendError>[2] = {}) =>
  new BackendError(code, "answered", details);
/** A refusal whose code this program does not know. */
export const answeredByLater = () => new BackendError("ERR_UNKNOWN_REFUSAL", "answered");
export const unclear = () => new BackendError("ERR_BACKEND_TIMEOUT", "unclear");
export const neverSent = () => new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent");
export const record = (state: string, more: object = {}) => ({ request_id: "any", state, ...more });

/** The steps over a scripted backend, with a signer that writes down what it signs. */
export function takeSteps(routes = allRoutes, weakPins: WeakPinRule = "warn") {
  const script = scriptBackend(solaris);
  const { journal, open } = createFakeJournal();
  const unlocked = createUnlockedKey();
  const signed: string[] = [];
  /** What the window was told of how far a change has come. */
  const stages: PinChangeStage[] = [];
  /** What Solaris says when it is asked whether this computer was removed. */
  const device = { isThisRemoved: async () => false };
  /** What requests say of this computer: each step that collects asks once more. */
  const collected: { next: () => DeviceDataOfStep } = { next: () => async () => ({}) };
  const signer: RestrictedSigner = {
    deviceId: "a-device",
    signEncryptedPin: ({ compact }) => `signature ${signed.push(compact)}`,
    signStringToSign: (text) => `signature ${signed.push(text)}`,
    end() {},
  };
  const forCustomer = () => ({ backend: script.backend, journal, scope: "a-scope" });
  const keyAhead = createKeyAhead(forCustomer);
  const steps = createPinChanges({
    forCustomer,
    unlocked,
    keyAhead,
    deviceData: () => collected.next(),
    weakPins,
    routes: () => routes,
    isThisRemoved: () => device.isThisRemoved(),
    tellStage: (stage) => stages.push(stage),
    now: () => Date.UTC(2027, 2, 8, 9, 30),
  });
  const change = (route: PinChangeRoute, pin = ascii("1928")) => {
    if (route !== "sms") unlocked.put(signer);
    return steps.change("a-card", pin, route);
  };
  return { ...script, steps, change, journal, open, signed, stages, unlocked, keyAhead, signer, device, collected };
}
