// Faults of the app and of what it stands on, in the real app: kill -9, a keychain that locks, a disk that is full.
import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { installedElectron } from "../../build/prepare/electron-runtime.mjs";
import type { Result } from "../../src-contract/errors/result.ts";
import type { PinChangeRoute } from "../../src-contract/rules/pin-change-route.ts";
import type { LaunchOptions } from "../e2e/fixtures.ts";
import { lockKeyring } from "../keychain/keyring-control.ts";
import { runs } from "../long-form.ts";
import { type AppCase, type AppFixture, type LaunchedApp, settled, test, testApp, wholeChange } from "./app-case.ts";
import { beginChange, bindByTheWords, must, secretBytes, wordOf, wordOfDevice } from "./cardholder.ts";
import { CODE, PASSCODE } from "./secrets.ts";
import { canMountSmallDisks, fillDisk, onSmallDisk } from "./small-disk.ts";

type Moment = "hold" | "hold_after";

/** Sits down at a computer that has what the way needs. */
async function launchFor(way: PinChangeRoute, fixture: AppFixture, options?: LaunchOptions): Promise<LaunchedApp> {
  const app = await fixture.launch(options);
  if (way !== "sms") await bindByTheWords(app.bridge);
  return app;
}

/** Lets something happen once Solaris has an operation's request in hand. */
async function meanwhile(
  { sandbox }: AppFixture,
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
  ["signed", "pin_update", "hold_after", ["changed"], "new"],
  ["sms", "authorize_change_request", "hold", ["refused ERR_PIN_CHANGE_CLOSED"], "old"],
];
// In the short form, once for each of the outcomes: what the next start is told is the ledger's, whatever the way.
const moreInChange: typeof killedInChange = [
  ["device_signing", "confirm_change_request", "hold", ["changed"], "new"],
  ["device_signing", "sca_pin_update", "hold_after", ["refused ERR_PIN_CHANGE_CLOSED"], "old"],
  ["sms", "confirm_change_request", "hold_after", ["changed"], "new"],
  ["signed", "pin_update", "hold", ["changed"], "new"],
  ["device_signing", "authorize_change_request", "hold_after", ["refused ERR_PIN_CHANGE_CLOSED"], "old"],
];
for (const [way, operation, kind, told, pin] of [...killedInChange, ...runs([], moreInChange)]) {
  testApp({
    name: `app killed, ${way}, at ${operation} (${kind})`,
    told,
    pin,
    again: way,
    act: async (fixture) => {
      const first = await launchFor(way, fixture);
      await meanwhile(fixture, [operation, kind], () => wholeChange(fixture, first, way), first.running.kill);
      const app = await fixture.launch();
      const { hasOpenChange } = must(await app.bridge.getOverview());
      return { app, told: hasOpenChange ? [await settled(app)] : [] };
    },
  });
}

testApp({
  name: "app killed, sms, while the TAN is awaited",
  told: ["tan-awaited", "refused ERR_PIN_CHANGE_CLOSED"],
  pin: "old",
  again: "sms",
  act: async (fixture) => {
    const first = await fixture.launch();
    const begun = wordOf(await beginChange(first.bridge, "sms", await fixture.cardId(first), fixture.pin));
    await first.running.kill();
    const app = await fixture.launch();
    return { app, told: [begun, await settled(app)] };
  },
});

const bindingSteps = {
  requestCode: ({ bridge }: LaunchedApp) => bridge.requestCode("A computer"),
  confirmCode: ({ bridge }: LaunchedApp) => bridge.confirmCode(secretBytes(CODE)),
  setPasscode: ({ bridge }: LaunchedApp) => bridge.setPasscode(secretBytes(PASSCODE)),
  removeThisComputer: ({ bridge }: LaunchedApp) => bridge.removeThisComputer(),
};
type BindingStep = keyof typeof bindingSteps;
const stepNames = Object.keys(bindingSteps) as BindingStep[];

/** Up to a step of the binding, which meets what happens meanwhile. */
async function upTo(
  fixture: AppFixture,
  step: BindingStep,
  at: readonly [string, Moment],
  happen: (app: LaunchedApp) => Promise<unknown>,
): Promise<unknown> {
  const app = await fixture.launch();
  for (const name of stepNames.slice(0, stepNames.indexOf(step))) must(await bindingSteps[name](app));
  return meanwhile(
    fixture,
    at,
    () => bindingSteps[step](app),
    () => happen(app),
  );
}

const stateOf = async ({ bridge }: LaunchedApp) => wordOfDevice(must(await bridge.getOverview()).device);

const killedInBinding: readonly [BindingStep, string, Moment, state: string][] = [
  ["setPasscode", "add_key", "hold_after", "binding key"],
];
// In the short form, where the key is made. The first and the last are killed in the window, too (tests/e2e/killed.spec.ts,
// devices.spec.ts). Before Solaris has done it, the next
// start cannot tell that from after.
const moreInBinding: typeof killedInBinding = [
  ["requestCode", "create_device", "hold_after", "binding request"],
  ["confirmCode", "verify_challenge", "hold_after", "binding code"],
  ["removeThisComputer", "delete_device", "hold_after", "removing"],
  ["confirmCode", "verify_challenge", "hold", "binding code"],
  ["setPasscode", "add_key", "hold", "binding key"],
];
for (const [step, operation, kind, state] of [...killedInBinding, ...runs([], moreInBinding)]) {
  testApp({
    name: `app killed, binding, ${step}, at ${operation} (${kind})`,
    told: [state],
    pin: "old",
    act: async (fixture) => {
      await upTo(fixture, step, [operation, kind], ({ running }) => running.kill());
      const app = await fixture.launch();
      return { app, told: [await stateOf(app)] };
    },
  });
}

const keychain: AppCase[] = [
  {
    name: "keychain locked, signed, before the passcode",
    told: ["failed ERR_KEYCHAIN_LOCKED"],
    pin: "old",
    act: async (fixture) => {
      const first = await launchFor("signed", fixture);
      await lockKeyring(fixture.keyring.env);
      const told = await wholeChange(fixture, first, "signed");
      await first.running.app.close();
      return { app: await fixture.launch(await fixture.unlockKeyring()), told };
    },
  },
];
// The key was unlocked for this change: what the keychain does from there on does not matter to it.
const lockedInChange: readonly (readonly [PinChangeRoute, string])[] = [["signed", "pin_update"]];
const moreLockedInChange: typeof lockedInChange = [["device_signing", "authorize_change_request"]];
for (const [way, operation] of [...lockedInChange, ...runs([], moreLockedInChange)]) {
  keychain.push({
    name: `keychain locked, ${way}, at ${operation}`,
    told: ["changed"],
    pin: "new",
    act: async (fixture) => {
      const first = await launchFor(way, fixture);
      const lock = () => lockKeyring(fixture.keyring.env);
      const told = await meanwhile(fixture, [operation, "hold"], () => wholeChange(fixture, first, way), lock);
      must(await first.bridge.endPinChange());
      await first.running.app.close();
      return { app: await fixture.launch(await fixture.unlockKeyring()), told: told as string[] };
    },
  });
}
// What cannot be recorded is told, and goes on from what is on record when the keychain is open again. In the short form, for
// the record that is made last.
const lockedInBinding: readonly (readonly [BindingStep, string, state: string])[] = [
  ["setPasscode", "add_key", "binding key"],
];
const moreLockedInBinding: typeof lockedInBinding = [
  ["removeThisComputer", "delete_device", "removing"],
  ["requestCode", "create_device", "binding request"],
  ["confirmCode", "verify_challenge", "binding code"],
];
for (const [step, operation, state] of [...lockedInBinding, ...runs([], moreLockedInBinding)]) {
  keychain.push({
    name: `keychain locked, binding, ${step}, at ${operation}`,
    told: ["ERR_KEYCHAIN_LOCKED", state],
    pin: "old",
    act: async (fixture) => {
      let first: LaunchedApp | undefined;
      const ended = (await upTo(fixture, step, [operation, "hold"], async (app) => {
        first = app;
        await lockKeyring(fixture.keyring.env);
      })) as Result<unknown>;
      await first?.running.app.close();
      const app = await fixture.launch(await fixture.unlockKeyring());
      return { app, told: [ended.ok ? "done" : ended.code, await stateOf(app)] };
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
  for (const way of runs<readonly PinChangeRoute[]>(["signed"], ["signed", "device_signing", "sms"])) {
    testApp({
      name: `journal's disk full, ${way}`,
      told: ["failed ERR_JOURNAL"],
      pin: "old",
      again: way,
      act: async (fixture) => {
        const journal = path.join(fixture.folder, "profile", "changes");
        await mkdir(journal, { recursive: true });
        const app = await launchFor(way, fixture, { executable: await electronOnSmallDisk(fixture.folder, journal) });
        const free = await fillDisk(app.running.app.process().pid ?? 0, journal);
        const told = await wholeChange(fixture, app, way);
        await free();
        return { app, told };
      },
    });
  }
});
