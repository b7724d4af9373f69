import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import {
  abandonBinding,
  type Binding,
  confirmCode,
  continueBinding,
  requestCode,
} from "../../../src-main/device/bind-device.ts";
import type { DeviceRecord } from "../../../src-main/device/device-record.ts";
import { readDeviceState } from "../../../src-main/device/device-state.ts";
import { ascii } from "../by-hand.ts";
import { createFakeEnrolment, type FakeEnrolment } from "./fake-enrolment.ts";
import { createFakeSolaris, type FakeSolaris, type Fate } from "./fake-solaris.ts";

const recordOf = (enrolment: FakeEnrolment) => JSON.parse(enrolment.entry ?? "null") as DeviceRecord | null;

/** What may never be: looking bound while Solaris does not hold exactly this computer's restricted key. */
function expectTruth(enrolment: FakeEnrolment, solaris: FakeSolaris): void {
  const record = recordOf(enrolment);
  if (record?.stage !== "bound") return;
  const device = solaris.devices.find(({ id }) => id === record.device_id);
  expect(device).toMatchObject({
    state: "verified",
    key: record.unrestricted.public_key,
    restricted: record.restricted.public_key,
  });
  expect(enrolment.marked).toBe(true);
}

/** One thing that the window and the cardholder would do next. @returns whether the computer is bound */
async function goOn(binding: Binding, solaris: FakeSolaris): Promise<boolean> {
  const device = await readDeviceState(binding.enrolment);
  if (device.state !== "present") {
    await requestCode(binding, "A computer");
  } else if (device.record.stage === "bound") {
    return true;
  } else if (device.record.stage === "requested") {
    await requestCode(binding, "A computer");
  } else if (!(await continueBinding(binding))) {
    await confirmCode(binding, solaris.newestCode());
  }
  return false;
}

async function goOnUntilBound(binding: Binding, solaris: FakeSolaris): Promise<void> {
  for (let step = 0; step < 10; step++) {
    // A step that fails says so; the cardholder then takes the next one that the window offers.
    const bound = await goOn(binding, solaris).catch(() => false);
    if (bound) return;
  }
  expect.fail("not bound after ten steps without trouble");
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
      keychain: { read: keychain.read, write: guard(keychain.write), remove: guard(keychain.remove) },
      markers: { exists: markers.exists, write: guard(markers.write), remove: guard(markers.remove) },
    },
    backend: {
      ...backend,
      createDevice: guard(backend.createDevice),
      verifyDevice: guard(backend.verifyDevice),
      addKey: guard(backend.addKey),
      getDevice: guard(backend.getDevice),
    },
  };
  return { binding, killed };
}

describe("a process that ends in the middle", () => {
  const points = Array.from({ length: 12 }, (_, point) => point);
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
        expectTruth(enrolment, solaris);
        await goOnUntilBound({ enrolment, backend: solaris.backend }, solaris);
        expectTruth(enrolment, solaris);
        expect(solaris.devices.filter(({ state }) => state === "verified")).toHaveLength(1);
      }
    },
  );

  it("has no more points than those", async () => {
    const enrolment = createFakeEnrolment();
    const solaris = createFakeSolaris();
    const { binding, killed } = killAt(Number.POSITIVE_INFINITY, "before", enrolment, solaris.backend);
    while (!(await goOn(binding, solaris)));
    expect(killed.things).toBeLessThanOrEqual(points.length);
  });
});

type Action = "request" | "confirm" | "confirm wrongly" | "continue" | "abandon" | "go on";
const action = fc.constantFrom<Action>("request", "confirm", "confirm wrongly", "continue", "abandon", "go on");
const fate = fc.constantFrom<Fate>("ok", "ok", "never-sent", "lost-before", "lost-after", "down");

function perform(what: Action, binding: Binding, solaris: FakeSolaris): Promise<unknown> {
  switch (what) {
    case "request":
      return requestCode(binding, "A computer");
    case "confirm":
      return confirmCode(binding, solaris.newestCode());
    case "confirm wrongly":
      return confirmCode(binding, ascii("999999"));
    case "continue":
      return continueBinding(binding);
    case "abandon":
      return abandonBinding(binding);
    case "go on":
      return goOn(binding, solaris);
  }
}

describe("whatever is tried and whatever fails", () => {
  it("never looks bound without Solaris holding the key, and ends bound once nothing fails", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(action, fc.array(fate, { maxLength: 4 })), { maxLength: 12 }),
        fc.constantFrom("replace" as const, "conflict" as const),
        async (story, reuse) => {
          const enrolment = createFakeEnrolment();
          const solaris = createFakeSolaris();
          solaris.reuse = reuse;
          const binding: Binding = { enrolment, backend: solaris.backend };
          for (const [what, fates] of story) {
            const coming = [...fates];
            solaris.fate = () => coming.shift() ?? "ok";
            const bound = recordOf(enrolment)?.stage === "bound" ? enrolment.entry : null;
            await perform(what, binding, solaris).catch((error: unknown) => expect(error).toHaveProperty("code"));
            expectTruth(enrolment, solaris);
            if (bound !== null) expect(enrolment.entry).toBe(bound);
          }
          solaris.fate = () => "ok";
          await goOnUntilBound(binding, solaris);
          expectTruth(enrolment, solaris);
        },
      ),
      { numRuns: 300, seed: 20 },
    );
  });
});
