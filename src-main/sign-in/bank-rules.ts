import type { Policy, Waits } from "../../src-contract/api/policy-schemas.ts";
import type { Overview } from "../../src-contract/bridge/views.ts";
import type { DeviceDataMode } from "../../src-contract/rules/device-data-mode.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { ProtectionLevel } from "../../src-contract/rules/protection-levels.ts";
import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";

const nothingWaits: Waits = { pin_change: 0, binding: 0, code: 0 };

export type BankRules = ReturnType<typeof createBankRules>;

/**
 * What the bank allows the signed-in customer: the routes for a PIN change, and the waits because of its limits.
 * @param now milliseconds of a monotonic clock, such as performance.now()
 */
export function createBankRules(backend: Pick<BackendClient, "getPolicy" | "getWaits">, now: () => number) {
  let policy: Policy | null = null;
  let waits = nothingWaits;
  let askedAt = 0;
  /** This computer's device id as last seen, so asking for waits needs no keychain. */
  let deviceId: string | null = null;
  /** Counts the requests: an answer after a later request may concern the previous customer. */
  let asked = 0;

  const readWaits = async () => {
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
  const noteDevice = (own: string | null) => {
    deviceId = own;
  };
  /** Asks for the waits again. Without an answer the known ones stand: this fails no step. */
  const refreshWaits = async (): Promise<void> => {
    try {
      await readWaits();
    } catch (error) {
      if (!(error instanceof AppError)) throw error; // the bank is unreachable, or the session was locked meanwhile
    }
  };

  return {
    /** Asks the backend for everything; at sign-in, to learn of a wait that began before a restart. */
    async read(own: string | null): Promise<void> {
      noteDevice(own);
      [policy] = await Promise.all([backend.getPolicy(), readWaits()]);
    },
    noteDevice,
    refreshWaits,
    /** Runs a step that the bank limits, then asks for the new waits. */
    async afterLimited(step: () => Promise<void>): Promise<void> {
      try {
        await step();
      } catch (error) {
        if (error instanceof AppError && error.code === "ERR_TOO_MANY_REQUESTS") await refreshWaits();
        throw error;
      }
      await refreshWaits();
    },
    routes: (): readonly PinChangeRoute[] => policy?.pin_change_routes ?? [],
    /** Whether a computer may be bound by the code of a letter. Earlier backends do not say it, and know none. */
    offersLetters: (): boolean => policy?.activation_letters === true,
    /** What the bank wants of device data; earlier backends want none. */
    deviceData: (): DeviceDataMode => policy?.device_data ?? "off",
    /** Whether it takes a device that keeps its key so. */
    accepts: (level: ProtectionLevel) => policy?.accepted_protection_levels.includes(level) ?? false,
    waits: (): Overview["waits"] => ({
      pin_change: left(waits.pin_change),
      binding: left(waits.binding),
      code: left(waits.code),
    }),
  };
}
