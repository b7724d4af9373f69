import type { Policy, Waits } from "../../src-contract/api/policy-schemas.ts";
import type { Overview } from "../../src-contract/bridge/views.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { BackendClient } from "../backend/backend-client.ts";

/** What the bank allows the signed-in customer: the ways to change a PIN, and what has to wait because of its limits. */
export interface BankRules {
  /** Asks the backend; at sign-in, so that a wait that began before a restart is known again. */
  read(deviceId: string | null): Promise<void>;
  /** Asks for the waits again, after something was refused as too often. */
  readWaits(deviceId: string | null): Promise<void>;
  routes(): readonly PinChangeRoute[];
  waits(): Overview["waits"];
}

const nothingWaits: Waits = { pin_change: 0, binding: 0, code: 0 };

/** @param now milliseconds of a clock that nobody sets, such as performance.now() */
export function createBankRules(backend: BackendClient, now: () => number): BankRules {
  let policy: Policy | null = null;
  let waits = nothingWaits;
  let askedAt = 0;
  /** Counts the questions: an answer that a later question has overtaken may be of who was signed in before. */
  let asked = 0;

  const readWaits = async (deviceId: string | null) => {
    const question = ++asked;
    const answer = await backend.getWaits(deviceId);
    if (question !== asked) return;
    waits = answer;
    askedAt = now();
  };
  const left = (seconds: number) => {
    const ms = askedAt + seconds * 1000 - now();
    return ms > 0 ? ms : null;
  };

  return {
    async read(deviceId) {
      [policy] = await Promise.all([backend.getPolicy(), readWaits(deviceId)]);
    },
    readWaits,
    routes: () => policy?.pin_change_routes ?? [],
    waits: () => ({
      pin_change: left(waits.pin_change),
      binding: left(waits.binding),
      code: left(waits.code),
    }),
  };
}
