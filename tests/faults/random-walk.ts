import fc from "fast-check";
import { liveDevices } from "./binding-case.ts";
import { must } from "./cardholder.ts";
import { answers, dropAfter, dropBefore, type Fault, late, onLine } from "./fault.ts";
import type { Fixture } from "./fixture.ts";
import {
  answerTan,
  change,
  endRun,
  happening,
  leave,
  type Model,
  type Run,
  replay,
  resendTan,
  restartApp,
  settle,
} from "./model.ts";
import { CODE } from "./secrets.ts";

/** Events of one walk at the most. */
const LONGEST = 50;

/** Faults of one step: none every second time, else one; in a third of these the question about the outcome fails too. */
function some(operations: readonly string[], endings: readonly string[]): fc.Arbitrary<readonly Fault[]> {
  const solaris = fc.constantFrom(...operations);
  const line = fc.constantFrom(...endings);
  const one = fc.oneof(
    { weight: 4, arbitrary: solaris.map(dropBefore) },
    { weight: 4, arbitrary: solaris.map(dropAfter) },
    { weight: 1, arbitrary: solaris.map(late) },
    { weight: 2, arbitrary: solaris.map((operation) => answers(operation, 500, "A")) },
    { weight: 4, arbitrary: solaris.map((operation) => answers(operation, 429, "B")) },
    { weight: 6, arbitrary: line.map((ending) => onLine(ending, "drop_before")) },
    { weight: 6, arbitrary: line.map((ending) => onLine(ending, "drop_after")) },
  );
  const alsoUnsettled = fc.constantFrom(onLine("/settlement", "drop_before"), onLine("/settlement", "drop_after"));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.tuple(one) },
    { weight: 1, arbitrary: fc.tuple(one, alsoUnsettled) },
  );
}

const CREATE = "sca_pin_update";
const AUTHORIZE = "authorize_change_request";
const CONFIRM = "confirm_change_request";

const changes = fc.oneof(
  some(["list_devices", "pin_update", "pin_update"], ["/pin-changes"]).map((faults) => change("signed", faults)),
  some([CREATE, AUTHORIZE, CONFIRM], ["/pin-change-requests", "/authorization", "/confirmation"]).map((faults) =>
    change("device_signing", faults),
  ),
  some([CREATE, AUTHORIZE], ["/pin-change-requests", "/authorization"]).map((faults) => change("sms", faults)),
);
const tans = fc
  .tuple(fc.constantFrom(CODE, CODE, "000000"), some([CONFIRM], ["/confirmation"]))
  .map((all) => answerTan(...all));
const leaving = fc
  .oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(["cards"], ["/settlement"]) })
  .map(leave);

const restartBackend = happening("restart the backend", async ({ fixture: { servers } }) => {
  await servers.stopBackend();
  await servers.startBackend();
});
const rotateKey = happening("rotate the PIN key", ({ fixture: { servers } }) =>
  fetch(`${servers.sandboxUrl}/sandbox/pin-keys/rotate`, { method: "POST", body: "{}" }),
);
const forgetDevice = happening("forget the device at Solaris", async (run) => {
  for (const { id } of await liveDevices(run.fixture)) await run.fixture.sandbox.forgetDevice(id);
});
const passTime = (seconds: number) => happening(`${seconds} seconds pass`, (run) => run.advance(seconds));

const anything = fc.oneof(
  { weight: 8, arbitrary: changes },
  { weight: 8, arbitrary: tans },
  { weight: 3, arbitrary: some([AUTHORIZE, CREATE], ["/authorization", "/pin-change-requests"]).map(resendTan) },
  { weight: 2, arbitrary: some(["cards"], ["/settlement"]).map(settle) },
  { weight: 2, arbitrary: leaving },
  { weight: 4, arbitrary: fc.nat({ max: 9 }).map(replay) },
  { weight: 1, arbitrary: fc.constantFrom(restartApp(), restartBackend, rotateKey, forgetDevice) },
  { weight: 1, arbitrary: fc.constantFrom(1, 120, 301).map(passTime) },
);
const commands = fc.commands([anything], { maxCommands: LONGEST, size: "max" });

/** A clock that the servers go by and walks move: the backend's, and the sandbox's with it. */
export function createWalkClock() {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance: async ({ sandbox }: Fixture, seconds: number): Promise<void> => {
      ahead += seconds * 1000;
      await sandbox.advanceClock(seconds);
    },
  };
}

/**
 * The property that every walk has: in any order of events no PIN is changed twice and nothing untrue is told.
 * @param count is told how many changes a walk began
 */
export function everyWalk(
  fixture: Fixture,
  clock: ReturnType<typeof createWalkClock>,
  count: (changes: number) => void = () => undefined,
) {
  return fc.asyncProperty(commands, async (sequence) => {
    const { app, cardId, line, person, sandbox } = fixture;
    const model: Model = { at: "idle" };
    const { changes } = await sandbox.hasPin(cardId, "0000");
    const run: Run = {
      fixture,
      cardId,
      requests: new Map(),
      sent: [],
      inHand: undefined,
      newest: undefined,
      changes,
      advance: (seconds) => clock.advance(fixture, seconds),
    };
    must(await app.bridge.signIn(person)); // hours may have passed since
    line.sent.length = 0;
    await fc.asyncModelRun(() => ({ model, real: run }), sequence);
    await endRun(model, run);
    count(run.requests.size);
  });
}
