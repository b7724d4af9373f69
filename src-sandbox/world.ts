import type { ActivationCode } from "./activation/activation-code.ts";
import type { ChangeRequest } from "./change-requests/change-request.ts";
import { type Clock, createClock } from "./clock.ts";
import type { DeviceConsent } from "./device-data/device-consent.ts";
import type { ReceivedDeviceData } from "./device-data/received-device-data.ts";
import type { Device } from "./devices/bound-device.ts";
import type { BindingChallenge, DeviceChallenge } from "./devices/challenges.ts";
import { createDemoDevices } from "./devices/demo-devices.ts";
import { createPlannedFaults, type PlannedFaults } from "./faults/faults.ts";
import { type AccessTokens, createAccessTokens } from "./http/access-tokens.ts";
import { createRequestLog, type RequestLog } from "./http/request-log.ts";
import { createDemoPeople } from "./people/demo-customers.ts";
import { createInbox, type Inbox } from "./people/inbox.ts";
import type { Person } from "./people/person.ts";
import { createPinKey, type PinKey } from "./pin/encryption-key.ts";
import { createPinRecords, type PinRecords } from "./pin/pin-records.ts";
import { createSettings, type Settings } from "./sandbox-settings.ts";

/** Everything one running sandbox knows. In memory, unless a file keeps it (world-file.ts). */
export type World = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly tokens: AccessTokens;
  readonly people: readonly Person[];
  readonly devices: Map<string, Device>;
  readonly bindingChallenges: Map<string, BindingChallenge>;
  readonly deviceChallenges: Map<string, DeviceChallenge>;
  readonly activationCodes: Map<string, ActivationCode>;
  readonly deviceConsents: Map<string, DeviceConsent>;
  readonly deviceData: ReceivedDeviceData[];
  readonly changeRequests: Map<string, ChangeRequest>;
  readonly inbox: Inbox;
  readonly pins: PinRecords;
  readonly requests: RequestLog;
  readonly faults: PlannedFaults;
  /** The latest one. Older keys are dropped, so a PIN encrypted for one cannot be read. */
  pinKey: PinKey;
  /** Called after each change, before its answer is given. */
  keep: () => void;
};

/** The partner's credentials, and how long a challenge lasts. */
export type WorldStart = {
  readonly client: { readonly id: string; readonly secret: string };
  readonly challengeSeconds: number;
  readonly pinKey: PinKey;
};

/** Creates a world with the demonstration customers, their cards and devices. */
export function createWorld(start: WorldStart): World {
  const clock = createClock();
  const people = createDemoPeople();
  return {
    clock,
    people,
    settings: createSettings(start.challengeSeconds),
    tokens: createAccessTokens(clock, start.client),
    devices: createDemoDevices(people, clock),
    bindingChallenges: new Map(),
    deviceChallenges: new Map(),
    activationCodes: new Map(),
    deviceConsents: new Map(),
    deviceData: [],
    changeRequests: new Map(),
    inbox: createInbox(),
    pins: createPinRecords(clock),
    requests: createRequestLog(),
    faults: createPlannedFaults(),
    pinKey: start.pinKey,
    keep: () => undefined,
  };
}

/** Replaces the PIN key; PINs encrypted for the old one are refused from now on. */
export async function rotatePinKey(world: World): Promise<string> {
  world.pinKey = await createPinKey();
  return world.pinKey.jwk.kid;
}
