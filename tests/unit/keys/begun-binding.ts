import {
  type BindingDependencies,
  confirmCode,
  requestCode,
  setPasscode,
} from "../../../src-main/keys/bind-this-computer.ts";
import type { EnrolmentRecord } from "../../../src-main/keys/enrolment-record.ts";
import { createFakeEnrolment, derive, passcode, smallCost } from "./fake-enrolment.ts";
import { createFakeSolaris, type Fate } from "./fake-solaris.ts";

/** A computer with a record, or none, and a Solaris that knows nothing of it. */
export function setUp(record: EnrolmentRecord | null = null) {
  const enrolment = createFakeEnrolment(record);
  const solaris = createFakeSolaris();
  return { enrolment, solaris, binding: { enrolment, backend: solaris.backend, language: () => "en" as const } };
}

/** Sets the passcode. */
export const finish = (binding: BindingDependencies) => setPasscode(binding, derive, passcode(), smallCost);

/** A binding whose code was accepted, and which waits for the passcode. */
export async function setUpVerified() {
  const set = setUp();
  await requestCode(set.binding, "A computer");
  await confirmCode(set.binding, set.solaris.newestCode());
  return set;
}

/** Fails the first call of one kind. */
export const failOnce = (call: string, fate: Fate) => {
  let done = false;
  return (asked: string): Fate => {
    if (asked !== call || done) return "ok";
    done = true;
    return fate;
  };
};
