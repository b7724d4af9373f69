import type { Config } from "../../src-backend/config.ts";

/** What a configuration has when nobody says anything else; the limits are out of the way. */
export const usual = {
  database: { kind: "sqlite", file: ":memory:" },
  migratesAtStart: true,
  openSecrets: [],
  retention: { pinChangesMs: 90 * 86_400_000, auditMs: 1827 * 86_400_000 },
  policy: {
    pinChangeRoutes: ["signed", "device_signing", "sms"],
    acceptedProtectionLevels: ["keychain_passcode", "hardware_passcode"],
    activationLetters: false,
    deviceData: "off",
  },
  limits: {
    pinChanges: { count: 100_000, seconds: 3600 },
    bindings: { count: 100_000, seconds: 3600 },
    codes: { count: 100_000, seconds: 3600 },
    codeChecks: { count: 100_000, seconds: 3600 },
    letters: { count: 100_000, seconds: 3600 },
    consents: { count: 100_000, seconds: 3600 },
    settlements: { count: 100_000, seconds: 3600 },
    requests: { count: 100_000, seconds: 60 },
  },
  changeRequestSeconds: 300,
  drainSeconds: 0,
} as const satisfies Partial<Config>;
