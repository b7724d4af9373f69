// Faults of the app and of what it stands on, in the real app: kill -9, a keychain that locks, a disk that is full.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import type { Result } from "../../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { LaunchOptions } from "../e2e/fixtures.ts";
import { lockKeyring } from "../keychain/run-device-child.ts";
import { type AppCase, type Seat, type Stage, settled, test, testApp, wholeChange } from "./app-case.ts";
import { beginChange, bindByTheWords, must, secretBytes, wordOf, wordOfDevice } from "./cardholder.ts";
import { CODE, PASSCODE } from "./secrets.ts";
import { canMountSmallDisks, fillDisk, onSmallDisk } from "./small-disk.ts";

type Moment = "hold" | "hold_after";

/** Sits down at a computer that has what the way needs. */
async function sitDownFor(way: PinChangeRoute, stage: Stage, options?: LaunchOptions): Promise<Seat> {
  const seat = await stage.sitDown(options);
  if (way !== "sms") await bindByTheWords(seat.bridge);
  return seat;
}

/** Lets something happen once Solaris has an operation's request in hand. */
async function meanwhile(
  { sandbox }: Stage,
  [operation, kind]: readonly [string, Moment],
  step: () => Promise<unknown>,
  happen: () => Promise<unknown>,
): Promise<unknown> {
  const fault = await sandbox.addFault({ operation, kind });
  const happened = sandbox.reached(fault).then(happen).finally(sandbox.clearFaults);
  const [ended] = await Promise.all([step().catch(() => "killed"), happened]);
  return ended;
}

// What the backend had in hand when the app was killed it carries out, and its ledger says so to the next start.
const killedInChange: readonly [PinChangeRoute, string, Moment, told: string[], pin: "new" | "old"][] = [
  ["signed", "pin_key", "hold", [], "old"],
  ["signed", "pin_update", "hold", ["changed"], "new"],
  ["signed", "pin_update", "hold_after", ["changed"], "new"],
  ["device_signing", "sca_pin_update", "hold_after", ["refused ERR_PIN_CHANGE_CLOSED"], "old"],
  ["device_signing", "authorize_change_request", "hold_after", ["refused ERR_PIN_CHANGE_CLOSED"], "old"],
  ["device_signing", "confirm_change_request", "hold", ["changed"], "new"],
  ["sms", "authorize_change_request", "hold", ["refused ERR_PIN_CHANGE_CLOSED"], "old"],
  ["sms", "confirm_change_request", "hold_after", ["changed"], "new"],
];
for (const [way, operation, kind, told, pin] of killedInChange) {
  testApp({
    name: `app killed, ${way}, at ${operation} (${kind})`,
    told,
    pin,
    again: way,
    act: async (stage) => {
      const first = await sitDownFor(way, stage);
      await meanwhile(stage, [operation, kind], () => wholeChange(stage, first, way), first.running.kill);
      const seat = await stage.sitDown();
      const { hasOpenChange } = must(await seat.bridge.getOverview());
      return { seat, told: hasOpenChange ? [await settled(seat)] : [] };
    },
  });
}

testApp({
  name: "app killed, sms, while the TAN is awaited",
  told: ["tan-awaited", "refused ERR_PIN_CHANGE_CLOSED"],
  pin: "old",
  again: "sms",
  act: async (stage) => {
    const first = await stage.sitDown();
    const begun = wordOf(await beginChange(first.bridge, "sms", await stage.cardId(first), stage.pin));
    await first.running.kill();
    const seat = await stage.sitDown();
    return { seat, told: [begun, await settled(seat)] };
  },
});

const bindingSteps = {
  requestCode: ({ bridge }: Seat) => bridge.requestCode("A computer"),
  confirmCode: ({ bridge }: Seat) => bridge.confirmCode(secretBytes(CODE)),
  setPasscode: ({ bridge }: Seat) => bridge.setPasscode(secretBytes(PASSCODE)),
  removeThisComputer: ({ bridge }: Seat) => bridge.removeThisComputer(),
};
type BindingStep = keyof typeof bindingSteps;
const stepNames = Object.keys(bindingSteps) as BindingStep[];

/** Up to a step of the binding, which meets what happens meanwhile. */
async function upTo(
  stage: Stage,
  step: BindingStep,
  at: readonly [string, Moment],
  happen: (seat: Seat) => Promise<unknown>,
): Promise<unknown> {
  const seat = await stage.sitDown();
  for (const name of stepNames.slice(0, stepNames.indexOf(step))) must(await bindingSteps[name](seat));
  return meanwhile(
    stage,
    at,
    () => bindingSteps[step](seat),
    () => happen(seat),
  );
}

const stateOf = async ({ bridge }: Seat) => wordOfDevice(must(await bridge.getOverview()).device);

const killedInBinding: readonly [BindingStep, string, Moment, state: string][] = [
  ["requestCode", "create_device", "hold_after", "binding request"],
  ["confirmCode", "verify_challenge", "hold", "binding code"],
  ["confirmCode", "verify_challenge", "hold_after", "binding code"],
  ["setPasscode", "add_key", "hold", "binding key"],
  ["setPasscode", "add_key", "hold_after", "binding key"],
  ["removeThisComputer", "delete_device", "hold_after", "removing"],
];
for (const [step, operation, kind, state] of killedInBinding) {
  testApp({
    name: `app killed, binding, ${step}, at ${operation} (${kind})`,
    told: [state],
    pin: "old",
    act: async (stage) => {
      await upTo(stage, step, [operation, kind], ({ running }) => running.kill());
      const seat = await stage.sitDown();
      return { seat, told: [await stateOf(seat)] };
    },
  });
}

const keychain: AppCase[] = [
  {
    name: "keychain locked, signed, before the passcode",
    told: ["failed ERR_KEYCHAIN_LOCKED"],
    pin: "old",
    act: async (stage) => {
      const first = await sitDownFor("signed", stage);
      await lockKeyring(stage.keyring.env);
      const told = await wholeChange(stage, first, "signed");
      await first.running.app.close();
      return { seat: await stage.sitDown(await stage.unlockKeyring()), told };
    },
  },
];
// The key was unlocked for this change: what the keychain does from there on does not matter to it.
for (const [way, operation] of [
  ["signed", "pin_update"],
  ["device_signing", "authorize_change_request"],
] as const) {
  keychain.push({
    name: `keychain locked, ${way}, at ${operation}`,
    told: ["changed"],
    pin: "new",
    act: async (stage) => {
      const first = await sitDownFor(way, stage);
      const lock = () => lockKeyring(stage.keyring.env);
      const told = await meanwhile(stage, [operation, "hold"], () => wholeChange(stage, first, way), lock);
      must(await first.bridge.endPinChange());
      await first.running.app.close();
      return { seat: await stage.sitDown(await stage.unlockKeyring()), told: told as string[] };
    },
  });
}
// What cannot be recorded is told, and goes on from what is on record when the keychain is open again.
for (const [step, operation, state] of [
  ["requestCode", "create_device", "binding request"],
  ["confirmCode", "verify_challenge", "binding code"],
  ["setPasscode", "add_key", "binding key"],
  ["removeThisComputer", "delete_device", "removing"],
] as const) {
  keychain.push({
    name: `keychain locked, binding, ${step}, at ${operation}`,
    told: ["ERR_KEYCHAIN_LOCKED", state],
    pin: "old",
    act: async (stage) => {
      let first: Seat | undefined;
      const ended = (await upTo(stage, step, [operation, "hold"], async (seat) => {
        first = seat;
        await lockKeyring(stage.keyring.env);
      })) as Result<unknown>;
      await first?.running.app.close();
      const seat = await stage.sitDown(await stage.unlockKeyring());
      return { seat, told: [ended.ok ? "done" : ended.code, await stateOf(seat)] };
    },
  });
}
test.describe("with a keyring that locks", () => {
  test.skip(process.platform !== "linux", "the keyring of a test's own is gnome-keyring");
  for (const one of keychain) testApp(one);
});

/** A program that gives Electron a small disk for its journal and then becomes Electron, as the user it was. */
async function electronOnSmallDisk(folder: string, journal: string): Promise<string> {
  const executable = (await installedElectron())?.executable ?? "";
  const asBefore = ["unshare", "--user", `--map-user=${process.getuid?.()}`, `--map-group=${process.getgid?.()}`];
  const words = onSmallDisk(journal, [...asBefore, executable]).map((word) => `'${word}'`);
  const script = path.join(folder, "electron-on-small-disk");
  await writeFile(script, `#!/bin/sh\nexec ${words.join(" ")} "$@"\n`);
  await chmod(script, 0o755);
  return script;
}

test.describe("with a full disk", () => {
  test.skip(!canMountSmallDisks(), "no user namespaces here, so no disk of a test's own");
  for (const way of ["signed", "device_signing", "sms"] as const) {
    testApp({
      name: `journal's disk full, ${way}`,
      told: ["failed ERR_JOURNAL"],
      pin: "old",
      again: way,
      act: async (stage) => {
        const journal = path.join(stage.folder, "profile", "changes");
        await mkdir(journal, { recursive: true });
        const seat = await sitDownFor(way, stage, { executable: await electronOnSmallDisk(stage.folder, journal) });
        const free = await fillDisk(seat.running.app.process().pid ?? 0, journal);
        const told = await wholeChange(stage, seat, way);
        await free();
        return { seat, told };
      },
    });
  }
});
