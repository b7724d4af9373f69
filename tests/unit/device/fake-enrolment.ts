import { makeKeyPair } from "../../../src-main/device/device-key.ts";
import type { DeviceKeychain, KeychainReading } from "../../../src-main/device/device-keychain.ts";
import type { DeviceRecord, RecordAt } from "../../../src-main/device/device-record.ts";
import type { Enrolment } from "../../../src-main/device/device-state.ts";
import { enrolmentScope } from "../../../src-main/device/enrolment-scope.ts";
import { AppError } from "../../../src-main/errors.ts";

export const scope = enrolmentScope("https://cards.partner.example", "a-customer");

/** A keychain and markers in memory, of which a test may set every part. */
export interface FakeEnrolment extends Enrolment {
  entry: string | null;
  condition: "usable" | "locked" | "unavailable";
  marked: boolean;
  /** Every change, in order. */
  readonly changes: string[];
}

/** @param record what the keychain has for this customer */
export function createFakeEnrolment(record: DeviceRecord | null = null): FakeEnrolment {
  const changes: string[] = [];
  const fake = { entry: record && JSON.stringify(record), condition: "usable", marked: false } as Pick<
    FakeEnrolment,
    "entry" | "condition" | "marked"
  >;
  const changing = (what: string) => {
    if (fake.condition === "locked") throw new AppError("ERR_KEYCHAIN_LOCKED");
    if (fake.condition === "unavailable") throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
    changes.push(what);
  };
  const keychain: DeviceKeychain = {
    async read(): Promise<KeychainReading> {
      if (fake.condition !== "usable") return { state: fake.condition };
      return fake.entry === null ? { state: "empty" } : { state: "entry", text: fake.entry };
    },
    async write(_account, text) {
      changing(`write ${JSON.parse(text).stage}`);
      fake.entry = text;
    },
    async remove() {
      changing("remove");
      fake.entry = null;
    },
  };
  const markers = {
    exists: async () => fake.marked,
    async write() {
      changes.push("mark");
      fake.marked = true;
    },
    async remove() {
      changes.push("unmark");
      fake.marked = false;
    },
  };
  return Object.assign(fake, { keychain, markers, scope, changes });
}

const common = {
  version: 1 as const,
  scope,
  computer_name: "A computer",
  unrestricted: makeKeyPair(),
  restricted: makeKeyPair(),
};
const records: { [Stage in DeviceRecord["stage"]]: RecordAt<Stage> } = {
  requested: { ...common, stage: "requested" },
  challenged: {
    ...common,
    stage: "challenged",
    device_id: "a-device",
    challenge_id: "a-challenge",
    expires_at: "2031-01-01T00:00:00Z",
  },
  verified: { ...common, stage: "verified", device_id: "a-device" },
  bound: { ...common, stage: "bound", device_id: "a-device" },
};

/** A record of this customer at a stage, always with the same keys. */
export function recordAt<Stage extends DeviceRecord["stage"]>(stage: Stage): RecordAt<Stage> {
  return records[stage];
}
