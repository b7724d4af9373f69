import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  abandonBinding,
  type CodeDependencies,
  confirmCode,
  continueBinding,
  requestCode,
  setPasscode,
} from "../../../src-main/keys/bind-this-computer.ts";
import { readEnrolmentState } from "../../../src-main/keys/enrolment-state.ts";
import { createPresence } from "../../../src-main/keys/presence.ts";
import { adoptDevice, continueRemoval, removeThisComputer } from "../../../src-main/keys/remove-this-computer.ts";
import { changePasscode, unlockRestrictedKey } from "../../../src-main/keys/restricted-key.ts";
import { startAnew } from "../../../src-main/keys/start-anew.ts";
import { runs } from "../../long-form.ts";
import { ascii, verifyByHand } from "../by-hand.ts";
import { createFakeEnrolment, derive, passcode, recordOf, smallCost, wrongPasscode } from "./fake-enrolment.ts";
import { createFakeSolaris, type FakeSolaris, type Fate } from "./fake-solaris.ts";
import { expectTruth, goOn, goOnUntilBound, heldDevices, killAt } from "./interruptions.ts";

describe("a process that ends in the middle", () => {
  const points = Array.from({ length: 14 }, (_, point) => point);
  it.each(points.flatMap((point) => [[point, "before"] as const, [point, "after"] as const]))(
    "at point %i, %s it is done: the next start ends bound, with one device",
    async (point, when) => {
      for (const reuse of ["replace", "conflict"] as const) {
        const enrolment = createFakeEnrolment();
        const solaris = createFakeSolaris();
        solaris.reuse = reuse;
        const { binding, killed } = killAt(point, when, enrolment, solaris.backend);
        await (async () => {
          while (!(await goOn(binding, solaris)));
        })().catch(() => expect(killed.done).toBe(true));
        await expectTruth(enrolment, solaris);
        await goOnUntilBound({ enrolment, backend: solaris.backend, language: () => "en" }, solaris);
        await expectTruth(enrolment, solaris);
        expect(solaris.devices.filter(({ state }) => state === "verified")).toHaveLength(1);
      }
    },
  );

  it("has no more points than those", async () => {
    const enrolment = createFakeEnrolment();
    const solaris = createFakeSolaris();
    const { binding, killed } = killAt(Number.POSITIVE_INFINITY, "before", enrolment, solaris.backend);
    while (!(await goOn(binding, solaris)));
    expect(killed.things).toBe(points.length);
  });
});

describe("a removal that ends in the middle", () => {
  const points = Array.from({ length: 5 }, (_, point) => point);
  const setUp = async () => {
    const enrolment = createFakeEnrolment();
    const solaris = createFakeSolaris();
    await goOnUntilBound({ enrolment, backend: solaris.backend, language: () => "en" }, solaris);
    return { enrolment, solaris };
  };

  it.each(points.flatMap((point) => [[point, "before"] as const, [point, "after"] as const]))(
    "at point %i, %s it is done: it is bound as before, or the next start completes it",
    async (point, when) => {
      const { enrolment, solaris } = await setUp();
      const { binding, killed } = killAt(point, when, enrolment, solaris.backend);
      await expect(removeThisComputer(binding)).rejects.toThrow("killed");
      expect(killed.done).toBe(true);
      await expectTruth(enrolment, solaris);
      const next: CodeDependencies = { enrolment, backend: solaris.backend, language: () => "en" };
      const begun = point > 0 || when === "after";
      expect(await continueRemoval(next)).toBe(begun && !(point === 4 && when === "after"));
      expect(await continueRemoval(next)).toBe(false);
      expect((await readEnrolmentState(enrolment)).state).toBe(begun ? "absent" : "present");
      expect(solaris.devices).toHaveLength(begun ? 0 : 1);
      await goOnUntilBound(next, solaris);
      await expectTruth(enrolment, solaris);
    },
  );

  it("has no more points than those", async () => {
    const { enrolment, solaris } = await setUp();
    const { binding, killed } = killAt(Number.POSITIVE_INFINITY, "before", enrolment, solaris.backend);
    await removeThisComputer(binding);
    expect(killed.things).toBe(points.length);
  });
});

const bindingActions = ["request", "confirm", "confirm wrongly", "set passcode", "continue", "abandon"] as const;
const otherActions = [
  "go on",
  "unlock",
  "unlock wrongly",
  "change passcode",
  "remove",
  "continue removal",
  "start anew",
  "adopt",
] as const;
type Action = (typeof bindingActions)[number] | (typeof otherActions)[number];
const action = fc.constantFrom<Action>("go on", "go on", "go on", ...bindingActions, ...otherActions);
const fate = fc.constantFrom<Fate>("ok", "ok", "never-sent", "lost-before", "lost-after", "down");

async function perform(what: Action, binding: CodeDependencies, solaris: FakeSolaris): Promise<unknown> {
  const { enrolment } = binding;
  switch (what) {
    case "request":
      return requestCode(binding, "A computer");
    case "confirm":
      return confirmCode(binding, solaris.newestCode());
    case "confirm wrongly":
      return confirmCode(binding, ascii("999999"));
    case "set passcode":
      return setPasscode(binding, derive, passcode(), smallCost);
    case "continue":
      return continueBinding(binding);
    case "abandon":
      return abandonBinding(binding);
    case "go on":
      return goOn(binding, solaris);
    case "unlock": {
      const signer = await unlockRestrictedKey(enrolment, derive, passcode(), smallCost);
      const device = solaris.devices.find(({ id }) => id === signer.deviceId);
      expect(verifyByHand(device?.restricted ?? "", "abc", await signer.signStringToSign("abc"))).toBe(true);
      return;
    }
    case "unlock wrongly":
      return unlockRestrictedKey(enrolment, derive, wrongPasscode(), smallCost);
    case "change passcode":
      return changePasscode(enrolment, derive, passcode(), passcode(), smallCost);
    case "remove":
      return removeThisComputer(binding);
    case "continue removal":
      return continueRemoval(binding);
    case "start anew":
      return startAnew(binding, createPresence());
    case "adopt":
      return adoptDevice(binding);
  }
}

describe("whatever is tried and whatever fails", () => {
  it("never looks bound without Solaris holding the key, never loses a key of a device that is there, and ends bound", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(action, fc.array(fate, { maxLength: 4 })), { maxLength: 16 }),
        fc.constantFrom("replace" as const, "conflict" as const),
        async (story, reuse) => {
          const enrolment = createFakeEnrolment();
          const solaris = createFakeSolaris();
          solaris.reuse = reuse;
          const binding: CodeDependencies = { enrolment, backend: solaris.backend, language: () => "en" };
          const wereBound = new Set<string>();
          for (const [what, fates] of story) {
            const coming = [...fates];
            solaris.fate = () => coming.shift() ?? "ok";
            const before = recordOf(enrolment)?.stage === "bound" ? enrolment.entry : null;
            await perform(what, binding, solaris).catch((error: unknown) => expect(error).toHaveProperty("code"));
            await expectTruth(enrolment, solaris);
            const now = recordOf(enrolment);
            if (now?.stage === "bound") wereBound.add(now.device_id);
            const usable = solaris.devices.filter(({ id }) => wereBound.has(id)).map(({ id }) => id);
            expect(heldDevices(enrolment)).toEqual(expect.arrayContaining(usable));
            if (before !== null && (bindingActions as readonly Action[]).includes(what)) {
              expect(enrolment.entry).toBe(before);
            }
          }
          solaris.fate = () => "ok";
          await goOnUntilBound(binding, solaris);
          await expectTruth(enrolment, solaris);
          expect(solaris.devices.filter(({ state }) => state === "verified")).toHaveLength(1);
        },
      ),
      { numRuns: runs(150, 4000) },
    );
  });
});
