import { type AccessTokens, createAccessTokens } from "./access-token.ts";
import { type Clock, createClock } from "./clock.ts";
import { createDemoPeople } from "./demo-customers.ts";
import { createDemoDevices, type Device } from "./device.ts";
import type { BindingChallenge } from "./device-binding.ts";
import type { DeviceChallenge } from "./device-challenge.ts";
import { createFaultBoard, type FaultBoard } from "./faults.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import type { Person } from "./person.ts";
import { createPinKey, type PinKey } from "./pin-key.ts";
import { createPinRecords, type PinRecords } from "./pin-records.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
import { createSettings, type Settings } from "./settings.ts";

/** Everything one running sandbox knows. It lives in memory only. */
export type World = {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly tokens: AccessTokens;
  readonly people: readonly Person[];
  readonly devices: Map<string, Device>;
  readonly bindingChallenges: Map<string, BindingChallenge>;
  readonly deviceChallenges: Map<string, DeviceChallenge>;
  readonly inbox: Inbox;
  readonly pins: PinRecords;
  readonly requests: RequestLog;
  readonly faults: FaultBoard;
  /** The latest one. Older ones are forgotten: nothing here reads a PIN that was encrypted for them. */
  pinKey: PinKey;
};

export type WorldStart = {
  readonly client: { readonly id: string; readonly secret: string };
  readonly challengeSeconds: number;
};

/** Creates a world with the demonstration customers, their cards and devices, and a fresh PIN key. */
export async function createWorld(start: WorldStart): Promise<World> {
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
    inbox: createInbox(),
    pins: createPinRecords(clock),
    requests: createRequestLog(),
    faults: createFaultBoard(),
    pinKey: await createPinKey(),
  };
}

/** Replaces the PIN key; what was encrypted for the one before is refused from now on. */
export async function rotatePinKey(world: World): Promise<string> {
  world.pinKey = await createPinKey();
  return world.pinKey.jwk.kid;
}
