import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import {
  abandonBinding,
  type Binding,
  confirmCode,
  continueBinding,
  requestCode,
  setPasscode,
} from "../../../src-main/device/bind-device.ts";
import { readDeviceState } from "../../../src-main/device/device-state.ts";
import { changePasscode, unlockRestrictedKey } from "../../../src-main/device/passcode.ts";
import { adoptDevice, continueRemoval, removeThisComputer, startAnew } from "../../../src-main/device/remove-device.ts";
import { ascii, verifyByHand } from "../by-hand.ts";
import {
  createFakeEnrolment,
  derive,
  type FakeEnrolment,
  passcode,
  recordOf,
  smallCost,
  wrongPasscode,
} from "./fake-enrolment.ts";
import { createFakeSolaris, type FakeSolaris, type Fate } from "./fake-solaris.ts";

/** What may never be: looking bound while Solaris does not hold exactly this computer's restricted key. */
async function expectTruth(enrolment: FakeEnrolment, solaris: FakeSolaris): Promise<void> {
  const device = await readDeviceState(enrolment);
  if (device.state !== "present" || device.record.stage !== "bound") return;
  const { record } = device;
  expect(solaris.devices.find(({ id }) => id === record.device_id)).toMatchObject({
    state: "verified",
    key: record.unrestricted.public_key,
    restricted: record.restricted.public_key,
  });
  expect(enrolment.marker).toMatchObject({ deviceId: record.device_id, removing: false });
}

/** One thing that the window and the cardholder would do next. @returns whether the computer is bound */
async function goOn(binding: Binding, solaris: FakeSolaris): Promise<boolean> {
  const device = await readDeviceState(binding.enrolment);
  if (device.state === "removing") {
    await continueRemoval(binding);
  } else if (device.state !== "present") {
    await requestCode(binding, "A computer");
  } else if (device.record.stage === "bound") {
    return true;
  } else if (device.record.stage === "erased") {
    await startAnew(binding);
  } else if (device.record.stage === "requested") {
    await requestCode(binding, "A computer");
  } else if (device.record.stage === "verified") {
    await setPasscode(binding, derive, passcode(), smallCost);
  } else if (!(await continueBinding(binding))) {
    await confirmCode(binding, solaris.newestCode());
  }
  return false;
}

async function goOnUntilBound(binding: Binding, solaris: FakeSolaris): Promise<void> {
  for (let step = 0; step < 12; step++) {
    // A step that fails says so; the cardholder then takes the next one that the window offers.
    const bound = await goOn(binding, solaris).catch(async (error: { code?: string }) => {
      if (error.code === "ERR_DEVICE_REFUSED") await abandonBinding(binding);
      return false;
    });
    if (bound) return;
  }
  expect.fail("not bound after twelve steps without trouble");
}

/** Ends the process, as it were, before or after the nth thing that is done to keychain, marker or backend. */
function killAt(point: number, when: "before" | "after", enrolment: FakeEnrolment, backend: BackendClient) {
  const killed = { done: false, things: 0 };
  const guard = <A extends unknown[], R>(thing: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      if (killed.done) throw new Error("killed");
      const now = killed.things++ === point;
      if (now) killed.done = true;
      if (now && when === "before") throw new Error("killed");
      const result = await thing(...args);
      if (now) throw new Error("killed");
      return result;
    };
  };
  const { keychain, markers, scope } = enrolment;
  const binding: Binding = {
    enrolment: {
      scope,
      keychain: { ...keychain, write: guard(keychain.write), remove: guard(keychain.remove) },
      markers: { ...markers, write: guard(markers.write), remove: guard(markers.remove) },
    },
    backend: {
      ...backend,
      listDevices: guard(backend.listDevices),
      createDevice: guard(backend.createDevice),
      verifyDevice: guard(backend.verifyDevice),
      addKey: guard(backend.addKey),
      getDevice: guard(backend.getDevice),
      removeDevice: guard(backend.removeDevice),
    },
  };
  return { binding, killed };
}

describe("a process that ends in the middle", () => {
  const points = Array.from({ length: 13 }, (_, point) => point);
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
        await goOnUntilBound({ enrolment, backend: solaris.backend }, solaris);
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
  const points = Array.from({ length: 4 }, (_, point) => point);
  const setUp = async () => {
    const enrolment = createFakeEnrolment();
    const solaris = createFakeSolaris();
    await goOnUntilBound({ enrolment, backend: solaris.backend }, solaris);
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
      const next = { enrolment, backend: solaris.backend };
      const begun = point > 0 || when === "after";
      expect(await continueRemoval(next)).toBe(begun && !(point === 3 && when === "after"));
      expect(await continueRemoval(next)).toBe(false);
      expect((await readDeviceState(enrolment)).state).toBe(begun ? "absent" : "present");
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

async function perform(what: Action, binding: Binding, solaris: FakeSolaris): Promise<unknown> {
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
      expect(verifyByHand(device?.restricted ?? "", "abc", signer.signStringToSign("abc"))).toBe(true);
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
      return startAnew(binding);
    case "adopt":
      return adoptDevice(binding);
  }
}

describe("whatever is tried and whatever fails", () => {
  it("never looks bound without Solaris holding the key, and ends bound once nothing fails", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(action, fc.array(fate, { maxLength: 4 })), { maxLength: 16 }),
        fc.constantFrom("replace" as const, "conflict" as const),
        async (story, reuse) => {
          const enrolment = createFakeEnrolment();
          const solaris = createFakeSolaris();
          solaris.reuse = reuse;
          const binding: Binding = { enrolment, backend: solaris.backend };
          for (const [what, fates] of story) {
            const coming = [...fates];
            solaris.fate = () => coming.shift() ?? "ok";
            const before = recordOf(enrolment)?.stage === "bound" ? enrolment.entry : null;
            await perform(what, binding, solaris).catch((error: unknown) => expect(error).toHaveProperty("code"));
            await expectTruth(enrolment, solaris);
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
      { numRuns: 400, seed: 20 },
    );
  });
});
