import { expect } from "vitest";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
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
import { continueRemoval } from "../../../src-main/keys/remove-this-computer.ts";
import { startAnew } from "../../../src-main/keys/start-anew.ts";
import { derive, type FakeEnrolment, passcode, recordOf, smallCost } from "./fake-enrolment.ts";
import type { FakeSolaris } from "./fake-solaris.ts";

/** What may never be: looking bound while Solaris does not hold exactly this computer's restricted key. */
export async function expectTruth(enrolment: FakeEnrolment, solaris: FakeSolaris): Promise<void> {
  const device = await readEnrolmentState(enrolment);
  if (device.state !== "present" || device.record.stage !== "bound") return;
  const { record } = device;
  expect(solaris.devices.find(({ id }) => id === record.device_id)).toMatchObject({
    state: "verified",
    key: record.unrestricted.public_key,
    restricted: record.restricted.public_key,
  });
  expect(enrolment.marker).toMatchObject({ deviceId: record.device_id, removing: null });
}

/** One thing that the window and the cardholder would do next. @returns whether the computer is bound */
export async function goOn(binding: CodeDependencies, solaris: FakeSolaris): Promise<boolean> {
  const device = await readEnrolmentState(binding.enrolment);
  if (device.state === "removing") {
    await continueRemoval(binding);
  } else if (device.state !== "present") {
    await requestCode(binding, "A computer");
  } else if (device.record.stage === "bound") {
    return true;
  } else if (device.record.stage === "erased") {
    await startAnew(binding, createPresence());
  } else if (device.record.stage === "requested") {
    await requestCode(binding, "A computer");
  } else if (device.record.stage === "verified") {
    await setPasscode(binding, derive, passcode(), smallCost);
  } else if (!(await continueBinding(binding))) {
    await confirmCode(binding, solaris.newestCode());
  }
  return false;
}

export async function goOnUntilBound(binding: CodeDependencies, solaris: FakeSolaris): Promise<void> {
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
export function killAt(point: number, when: "before" | "after", enrolment: FakeEnrolment, backend: BackendClient) {
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
  const binding: CodeDependencies = {
    language: () => "en",
    enrolment: {
      scope,
      keychain: {
        ...keychain,
        write: guard(keychain.write),
        remove: guard(keychain.remove),
        setAside: guard(keychain.setAside),
      },
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

/** The devices of which this computer has, or keeps, an entry. */
export function heldDevices(enrolment: FakeEnrolment): string[] {
  const entries = [enrolment.entry, ...enrolment.aside.values()].map((entry) => recordOf({ entry }));
  return entries.flatMap((record) => (record !== null && "device_id" in record ? [record.device_id] : []));
}
