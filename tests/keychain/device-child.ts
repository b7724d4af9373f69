// The app's device code in a process of its own, which has a session bus of its own and can be killed. Each line of its input
// is a JSON command, which finds a program that has just started; one JSON line is its answer. argv[2] names the entries.
import { scryptSync } from "node:crypto";
import { createInterface } from "node:readline";
import { AppError } from "../../src-main/app-error.ts";
import { createCore } from "../../src-main/core.ts";
import {
  type BindingDependencies,
  type CodeDependencies,
  confirmCode,
  continueBinding,
  requestCode,
  setPasscode,
} from "../../src-main/keys/bind-this-computer.ts";
import type { DeviceKeychain } from "../../src-main/keys/device-keychain.ts";
import type { EnrolmentMarkers } from "../../src-main/keys/enrolment-marker.ts";
import { type Enrolment, readEnrolmentState } from "../../src-main/keys/enrolment-state.ts";
import { currentCost, type DeriveKey, MOST_MEMORY_BYTES } from "../../src-main/keys/key-wrapping.ts";
import { createPresence } from "../../src-main/keys/presence.ts";
import { adoptDevice, continueRemoval, removeThisComputer } from "../../src-main/keys/remove-this-computer.ts";
import { changePasscode, unlockRestrictedKey } from "../../src-main/keys/restricted-key.ts";
import { startAnew } from "../../src-main/keys/start-anew.ts";
import { coreOptions, sessionOf, usualConfig } from "../unit/core-options.ts";
import type { KillPoint } from "./kill-points.ts";

/** Ends this process as `kill -9` does: at a change of keychain or marker, or in the derivation. */
export type Kill = KillPoint | "while deriving";

/** Whose enrolment. */
export interface Whose {
  /** Where the program's files are. */
  readonly folder: string;
  readonly backendUrl: string;
  readonly customer: string;
}

type Step =
  | { readonly do: "state" | "bind" | "kept" | "continue removal" | "remove computer" | "start anew" | "adopt" }
  /** `cost`: as in the app, instead of next to nothing. */
  | { readonly do: "unlock"; readonly passcode: string; readonly cost?: "real" }
  | { readonly do: "change passcode"; readonly passcode: string; readonly next: string };

export type Command =
  | { readonly do: "read" | "remove"; readonly account: string }
  | { readonly do: "write"; readonly account: string; readonly text: string }
  | (Step & Whose & { readonly kill?: Kill });

const [, , service = ""] = process.argv;
const CODE = "212212";
/** The one that "bind" sets. */
const PASSCODE = "blue-Kettle 7";
const smallCost = { N: 2, r: 1, p: 1 };
const bytes = (text: string) => new TextEncoder().encode(text);

async function answer(command: Command): Promise<unknown> {
  switch (command.do) {
    case "read":
      return start().keychain.read(command.account);
    case "write":
      return start().keychain.write(command.account, command.text);
    case "remove":
      return start().keychain.remove(command.account);
    default:
      return performSigned(command);
  }
}

/** The program on the system's own keychain. @param folder where its files are */
function start(folder = "", backendOrigin = usualConfig.backendOrigin) {
  const session = sessionOf(fetch);
  const config = { ...usualConfig, backendOrigin };
  const sessions = { ordinary: session, once: session, signIn: session, updates: session };
  return createCore(coreOptions({ folder, config, sessions, keychain: { service } }));
}

async function performSigned(command: Extract<Command, Whose>): Promise<unknown> {
  const { kill } = command;
  const signedIn = await signIn(command);
  const derive: DeriveKey = async (passcode, { salt, N, r, p }) => {
    if (kill === "while deriving") die();
    return scryptSync(passcode, salt, 32, { N, r, p, maxmem: MOST_MEMORY_BYTES });
  };
  const enrolment = typeof kill === "object" ? killedAt(signedIn.enrolment, kill) : signedIn.enrolment;
  const binding = { enrolment, backend: signedIn.backend, language: () => "en" as const };
  switch (command.do) {
    case "state":
      return describe(enrolment);
    case "kept":
      return describeEntries(enrolment);
    case "bind":
      return bindToTheEnd(binding, derive);
    case "unlock": {
      const cost = command.cost === "real" ? currentCost : smallCost;
      const signer = await unlockRestrictedKey(enrolment, derive, bytes(command.passcode), cost);
      return { deviceId: signer.deviceId, signature: signer.signStringToSign("abc") };
    }
    case "change passcode":
      return changePasscode(enrolment, derive, bytes(command.passcode), bytes(command.next), smallCost);
    case "remove computer":
      return removeThisComputer(binding);
    case "continue removal":
      return continueRemoval(binding);
    case "adopt":
      return adoptDevice(binding);
    case "start anew":
      return startAnewWatched(binding);
  }
}

async function signIn({ backendUrl, customer, folder }: Whose) {
  const { handlers, enrolment, backend } = start(folder, backendUrl);
  await handlers.signIn(customer);
  return { enrolment: enrolment(), backend };
}

/** Does what the window does with each state, until the computer is bound. */
async function bindToTheEnd(binding: CodeDependencies, derive: DeriveKey) {
  for (let step = 0; step < 6; step++) {
    const { state, stage } = await describe(binding.enrolment);
    if (stage === "bound") break;
    if (stage === "verified") await setPasscode(binding, derive, bytes(PASSCODE), smallCost);
    else if (stage === "keyed") await continueBinding(binding);
    else if (stage === "challenged") await ((await continueBinding(binding)) || confirmCode(binding, bytes(CODE)));
    else if (state === "present" || state === "absent" || state === "lost") await requestCode(binding, "Test computer");
    else break;
  }
  return describe(binding.enrolment);
}

/** @returns under which names entries were kept */
async function startAnewWatched({ enrolment, backend }: BindingDependencies): Promise<string[]> {
  const names: string[] = [];
  const keychain: DeviceKeychain = {
    ...enrolment.keychain,
    setAside(account, aside) {
      names.push(aside);
      return enrolment.keychain.setAside(account, aside);
    },
  };
  await startAnew({ enrolment: { ...enrolment, keychain }, backend }, createPresence());
  return names;
}

/** Of which devices there are entries: in its place, and kept until the next binding is done. */
async function describeEntries({ keychain, scope }: Enrolment) {
  const deviceOf = async (account: string) => {
    const reading = await keychain.read(account);
    return reading.state === "entry" ? JSON.parse(reading.text).device_id : null;
  };
  return { scope, entry: await deviceOf(scope), replaced: await deviceOf(`${scope}-replaced`) };
}

interface Description {
  readonly state: string;
  readonly stage?: string;
  readonly why?: string;
  readonly deviceId?: string;
  readonly key?: string;
  readonly wrong?: number;
}

async function describe(enrolment: Enrolment): Promise<Description> {
  const device = await readEnrolmentState(enrolment);
  if (!("record" in device)) return device;
  const { record } = device;
  return {
    state: device.state,
    stage: record.stage,
    ...("why" in device && { why: device.why }),
    ...("device_id" in record && { deviceId: record.device_id }),
    ...("restricted" in record && { key: record.restricted.public_key }),
    ...("wrong_passcodes" in record && { wrong: record.wrong_passcodes }),
  };
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

function killedAt(enrolment: Enrolment, kill: KillPoint): Enrolment {
  let changes = 0;
  const counted = async (change: () => Promise<void>) => {
    const isIt = ++changes === kill.change;
    if (isIt && kill.when === "before") die();
    await change();
    if (isIt) die();
  };
  const { keychain, markers } = enrolment;
  const dyingKeychain: DeviceKeychain = {
    ...keychain,
    write: (account, text) => counted(() => keychain.write(account, text)),
    remove: (account) => counted(() => keychain.remove(account)),
    setAside: (account, aside) => counted(() => keychain.setAside(account, aside)),
  };
  const dyingMarkers: EnrolmentMarkers = {
    ...markers,
    write: (scope, deviceId, removing) => counted(() => markers.write(scope, deviceId, removing)),
    remove: (scope) => counted(() => markers.remove(scope)),
  };
  return { ...enrolment, keychain: dyingKeychain, markers: dyingMarkers };
}

async function resultOf(command: Command): Promise<object> {
  try {
    return { ok: true, value: await answer(command) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, ...error.details };
  }
}

for await (const line of createInterface(process.stdin)) {
  process.stdout.write(`${JSON.stringify(await resultOf(JSON.parse(line)))}\n`);
}
process.exit(); // a session that was begun would keep this process for as long as it lasts
