import { scryptSync } from "node:crypto";
import { AppError } from "../../../src-main/app-error.ts";
import { makeKeyPair } from "../../../src-main/keys/device-key.ts";
import type { DeviceKeychain, KeychainReading } from "../../../src-main/keys/device-keychain.ts";
import type { EnrolmentMarker, Removal } from "../../../src-main/keys/enrolment-marker.ts";
import type { EnrolmentRecord, RecordAt, RestrictedKey } from "../../../src-main/keys/enrolment-record.ts";
import { enrolmentScope } from "../../../src-main/keys/enrolment-scope.ts";
import type { Enrolment } from "../../../src-main/keys/enrolment-state.ts";
import { type DeriveKey, type KeyCost, MOST_MEMORY_BYTES } from "../../../src-main/keys/key-wrapping.ts";
import { makeWrappedKey } from "../../../src-main/keys/restricted-key.ts";
import { ascii } from "../by-hand.ts";

/** Of the customer whose enrolment is on the computer. */
export const customerId = "customer-0000000001";
export const scope = enrolmentScope("https://cards.partner.example", customerId);

/** The real derivation, in this thread. */
export const derive: DeriveKey = async (passcode, { salt, N, r, p }) =>
  scryptSync(passcode, salt, 32, { N, r, p, maxmem: MOST_MEMORY_BYTES });
/** So that a test can do it often. */
export const smallCost: KeyCost = { N: 2, r: 1, p: 1 };

/** The passcode of the records below; a new copy each time, since whoever gets one wipes it. */
export const passcode = () => ascii("blue-Kettle 7");
export const wrongPasscode = () => ascii("blue-Kettle 8");

/** A keychain and a marker in memory, of which a test may set every part. */
export interface FakeEnrolment extends Enrolment {
  entry: string | null;
  /** Entries that were given another name, by that name. */
  readonly aside: Map<string, string>;
  condition: "usable" | "locked" | "unavailable";
  marker: EnrolmentMarker;
  /** Every change, in order. */
  readonly changes: string[];
}

export const noMarker: EnrolmentMarker = { state: "none" };
export const markerOf = (deviceId: string, removing: Removal | null = null): EnrolmentMarker => ({
  state: "present",
  deviceId,
  removing,
});

/** @param record what the keychain has for this customer; where its binding was completed, the marker goes with it */
export function createFakeEnrolment(record: EnrolmentRecord | null = null): FakeEnrolment {
  const changes: string[] = [];
  const aside = new Map<string, string>();
  const isCompleted = record?.stage === "bound" || record?.stage === "erased";
  const fake: Pick<FakeEnrolment, "entry" | "condition" | "marker"> = {
    entry: record && JSON.stringify(record),
    condition: "usable",
    marker: isCompleted ? markerOf(record.device_id) : noMarker,
  };
  const changing = (what: string) => {
    if (fake.condition === "locked") throw new AppError("ERR_KEYCHAIN_LOCKED");
    if (fake.condition === "unavailable") throw new AppError("ERR_KEYCHAIN_UNAVAILABLE");
    changes.push(what);
  };
  const keychain: DeviceKeychain = {
    async read(account): Promise<KeychainReading> {
      if (fake.condition !== "usable") return { state: fake.condition };
      const text = account === scope ? fake.entry : (aside.get(account) ?? null);
      return text === null ? { state: "empty" } : { state: "entry", text };
    },
    async write(_account, text) {
      const { stage, wrong_passcodes: wrong } = JSON.parse(text);
      changing(`write ${stage}${wrong > 0 ? ` ${wrong}` : ""}`);
      fake.entry = text;
    },
    async remove(account) {
      if (account !== scope && !aside.has(account)) return; // nothing to change
      changing(account === scope ? "remove" : "remove replaced");
      if (account === scope) fake.entry = null;
      else aside.delete(account);
    },
    async setAside(account, name) {
      changing(account === scope ? "set aside" : "set aside again");
      const text = account === scope ? fake.entry : aside.get(account);
      if (account === scope) fake.entry = null;
      else aside.delete(account);
      if (text != null) aside.set(name, text);
    },
  };
  const markers = {
    read: async () => fake.marker,
    async write(_scope: string, deviceId: string, removing?: Removal) {
      changes.push(removing === undefined ? "mark" : `mark ${removing === "for-good" ? "removing" : removing}`);
      fake.marker = markerOf(deviceId, removing);
    },
    async remove() {
      changes.push("unmark");
      fake.marker = noMarker;
    },
  };
  return Object.assign(fake, { keychain, markers, scope, changes, aside });
}

/** The record that a fake keychain holds. */
export const recordOf = ({ entry }: Pick<FakeEnrolment, "entry">) =>
  JSON.parse(entry ?? "null") as EnrolmentRecord | null;

const common = { version: 2 as const, scope, computer_name: "A computer", unrestricted: makeKeyPair() };
const restricted = await makeWrappedKey(derive, passcode(), "a-device", smallCost);
/** A record whose key, if it has one, a passcode unlocks. */
export type WrappedAt<Stage extends EnrolmentRecord["stage"]> = RecordAt<Stage> &
  (Stage extends "keyed" | "bound" ? { readonly restricted: RestrictedKey } : unknown);

const records: { [Stage in EnrolmentRecord["stage"]]: WrappedAt<Stage> } = {
  requested: { ...common, stage: "requested" },
  challenged: {
    ...common,
    stage: "challenged",
    device_id: "a-device",
    challenge_id: "a-challenge",
    expires_at: "2031-01-01T00:00:00Z",
  },
  verified: { ...common, stage: "verified", device_id: "a-device" },
  keyed: { ...common, stage: "keyed", device_id: "a-device", restricted },
  bound: { ...common, stage: "bound", device_id: "a-device", restricted, wrong_passcodes: 0 },
  erased: { ...common, stage: "erased", device_id: "a-device" },
};
export const stages = Object.keys(records) as EnrolmentRecord["stage"][];

/** A record of this customer at a stage, always with the same keys. */
export function recordAt<Stage extends EnrolmentRecord["stage"]>(stage: Stage): WrappedAt<Stage> {
  return records[stage];
}
