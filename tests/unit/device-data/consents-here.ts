import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { DeviceDataMode } from "../../../src-contract/rules/device-data-mode.ts";
import { AppError } from "../../../src-main/app-error.ts";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { createDeviceConsents } from "../../../src-main/device-data/consent-answers.ts";
import { openConsentRecords } from "../../../src-main/device-data/consent-record.ts";

/** The bank's time. */
export const at = "2027-03-08T09:30:00.000Z";
export const given_at = "2027-03-08T09:30:01Z";
export const silence = () => new BackendError("ERR_BACKEND_UNREACHABLE", "never-sent");

/** What a cardholder, Ada at first, says of device data, in a folder of each test's own; and a bank that only notes what it is asked. */
export function useConsents() {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "cardbound-consents-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function open({ mode = "optional" as DeviceDataMode, at: records = openConsentRecords(folder) } = {}) {
    const did: string[] = [];
    const bank = {
      fails: null as Error | null,
      whileAsked: (): void | Promise<void> => undefined,
      gives: "a1dcon",
      lists: [] as Awaited<ReturnType<BackendClient["listDeviceConsents"]>>,
    };
    const asked = async (what: string) => {
      did.push(what);
      await bank.whileAsked();
      if (bank.fails !== null) throw bank.fails;
    };
    let who: string | null = "ada";
    const backend = {
      giveDeviceConsent: async () => {
        await asked("give");
        return { consent_id: bank.gives, counts: true, given_at } as const;
      },
      listDeviceConsents: async () => bank.lists,
      withdrawDeviceConsent: (id: string) => asked(`withdraw ${id}`),
    };
    const scope = () => {
      if (who === null) throw new AppError("ERR_NOT_SIGNED_IN");
      return who;
    };
    const consents = createDeviceConsents({
      backend,
      records,
      scope,
      mode: () => mode,
      stop: () => void did.push(`stop, ${records.read("ada") ?? "nothing"} on disk`),
      now: () => Date.parse(at),
    });
    /** @param name null for nobody */
    const become = (name: string | null) => {
      who = name;
    };
    return { backend, scope, consents, records, bank, did, become };
  }
  return { open, folder: () => folder };
}
