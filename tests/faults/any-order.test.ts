// A window that calls anything at any time, of an app whose network, keychain and token fail now and then: nothing ends the
// program, and in the end the computer can be linked and a PIN changed.
import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { startServersHere } from "../../src-testing/servers-here.ts";
import { runs } from "../long-form.ts";
import { bindByTheWords, must, secretBytes, wordOf } from "./cardholder.ts";
import { CODE, PASSCODE } from "./secrets.ts";
import { openSuite, type Suite } from "./suite.ts";
import { withToken } from "./token-in-memory.ts";
import { startUnsteadyApp, type UnsteadyApp } from "./unsteady-app.ts";

const PERSON = "Ada Single";
const PIN_OF_TOKEN = "604213";

type Act = (app: UnsteadyApp, cardId: string) => unknown;

const enter = (secret: string, by: "enterPasscode" | "enterTokenPin"): Act => {
  return async ({ bridge }, cardId) => {
    await bridge[by](secretBytes(secret), cardId);
    return bridge.changePin(cardId, secretBytes("7305"), "signed");
  };
};
/** What a window can ask for, and what happens beside it. */
const acts: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["sign in", ({ bridge }) => bridge.signIn(PERSON)],
  ["sign in, somebody else", ({ bridge }) => bridge.signIn("Victor Many")],
  ["sign out", ({ bridge }) => bridge.signOut()],
  ["lock", ({ lock }) => lock("screen")],
  ["load the page anew", ({ bridge }) => bridge.replayEvents()],
  ["restart", ({ restart }) => restart()],
  ["ask for a code", ({ bridge }) => bridge.requestCode("A computer")],
  [
    "ask for a code, for a token",
    ({ bridge }) =>
      withToken(bridge)
        .requestCode("A computer")
        .catch(() => null),
  ],
  ["enter the code", ({ bridge }) => bridge.confirmCode(secretBytes(CODE))],
  ["set the passcode", ({ bridge }) => bridge.setPasscode(secretBytes(PASSCODE))],
  ["make a key on a token", ({ bridge }) => bridge.setTokenPin(secretBytes(PIN_OF_TOKEN))],
  ["go on", ({ bridge }) => bridge.continueDevice()],
  ["give up", ({ bridge }) => bridge.abandonBinding()],
  ["start over", ({ bridge }) => bridge.startAnew()],
  ["remove", ({ bridge }) => bridge.removeThisComputer()],
  ["remove, and the key", ({ bridge }) => bridge.removeWithToken(secretBytes(PIN_OF_TOKEN))],
  ["consent", ({ bridge }) => bridge.giveDeviceConsent()],
  ["withdraw", ({ bridge }) => bridge.refuseDeviceConsent()],
  ["ask for a letter", ({ bridge }) => bridge.requestLetter(true)],
  ["cancel the letter", ({ bridge }) => bridge.cancelLetter()],
  ["enter its code", ({ bridge }) => bridge.confirmLetterCode("A computer", secretBytes("Zq7wKt93mXbe"))],
  ["change by the passcode", enter(PASSCODE, "enterPasscode")],
  ["change by a token", enter(PIN_OF_TOKEN, "enterTokenPin")],
  ["change by text message", ({ bridge }, cardId) => bridge.changePin(cardId, secretBytes("7305"), "sms")],
  ["ask how it ended", ({ bridge }) => bridge.settleOpenChange()],
  ["leave the change", ({ bridge }) => bridge.endPinChange()],
]);

/** What the screen offers, mostly; otherwise the walk would seldom get anywhere. */
async function offered({ bridge }: UnsteadyApp): Promise<string> {
  const overview = await bridge.getOverview();
  const device = overview.ok ? overview.value.device : null;
  if (device === null) return "sign in";
  const isOnToken = "onToken" in device;
  const step = device.state === "binding" ? device.step : device.state;
  const offers: Record<string, string> = {
    absent: "ask for a code",
    lost: "ask for a code, for a token",
    request: "ask for a code, for a token",
    code: "enter the code",
    passcode: isOnToken ? "make a key on a token" : "set the passcode",
    key: "go on",
    removing: "go on",
    bound: isOnToken ? "change by a token" : "change by the passcode",
  };
  return offers[step] ?? "start over";
}

/** `act`: null for what is offered. One in five begins beside the next. */
const step = fc.record({
  act: fc.oneof(fc.constant(null), fc.constantFrom(...acts.keys())),
  isAwaited: fc.nat(9).map((n) => n > 1),
});
/** Each chance is as likely as any other: fast-check would prefer those by which everything fails. */
const chances = fc.infiniteStream(fc.noBias(fc.nat(9999)).map((drawn) => drawn / 10_000));
const walks = fc.tuple(fc.array(step, { minLength: 40, maxLength: 60 }), chances);

const limits = ["PIN_CHANGES", "BINDINGS", "CODES", "CODE_CHECKS", "LETTERS", "CONSENTS", "SETTLEMENTS", "REQUESTS"];
const environment = {
  DEVICE_DATA: "optional",
  ACTIVATION_LETTERS: "yes",
  ACCEPTED_PROTECTION_LEVELS: "keychain_passcode,hardware_passcode",
  ...Object.fromEntries(limits.map((name) => [`LIMIT_${name}`, "100000/60"])),
};

/** @throws where something ended the program, or led to where nothing goes on */
async function walk(
  { fixture }: Suite,
  steps: readonly { readonly act: string | null; readonly isAwaited: boolean }[],
  chances: Iterator<number>,
) {
  const chance = () => chances.next().value ?? 0.999;
  const app = startUnsteadyApp(await mkdtemp(path.join(fixture.folder, "walk-")), fixture.servers.backendUrl(), chance);
  const running = new Set<Promise<unknown>>();
  for (const { act, isAwaited } of steps) {
    const run = acts.get(act ?? (await offered(app))) ?? expect.fail("no such act");
    const begun = Promise.resolve(run(app, fixture.cardId));
    const done = begun.then((told) => expect(told).not.toEqual(expect.objectContaining({ code: "ERR_INTERNAL" })));
    running.add(done);
    if (isAwaited) await done;
  }
  await Promise.all(running);

  app.mend();
  app.restart();
  const { bridge } = app;
  must(await bridge.signIn(PERSON));
  const { device } = must(await bridge.getOverview());
  const own = device !== null && "onToken" in device ? withToken(bridge) : bridge;
  await bindByTheWords(own).catch(async () => {
    must(await own.abandonBinding()); // Solaris has removed the device that waits, and the answer was lost
    await bindByTheWords(own);
  });
  must(await bridge.beginPinEntry());
  must(await own.enterPasscode(secretBytes(PASSCODE), fixture.cardId));
  expect(wordOf(await bridge.changePin(fixture.cardId, secretBytes("8264"), "signed"))).toBe("changed");
  must(await bridge.removeThisComputer());
}

test("whatever the window calls, nothing ends the program, and nothing is in the way in the end", {
  timeout: runs(120_000, 1_800_000),
}, async () => {
  const suite = await openSuite((folder) => startServersHere(folder, {}, { backend: environment }));
  const ends: unknown[] = []; // what main would end with (hardening.ts)
  const note = (error: unknown) => ends.push(error);
  process.on("unhandledRejection", note);
  const property = fc.asyncProperty(walks, async ([steps, chances]) => {
    await walk(suite, steps, chances);
    expect(ends).toEqual([]);
  });
  try {
    await fc.assert(property, { numRuns: runs(25, 500), endOnFailure: true });
  } finally {
    process.off("unhandledRejection", note);
    await suite.close();
  }
});
