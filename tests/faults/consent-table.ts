import type { ConsentCase } from "./consent-case.ts";
import { answers, dropAfter, dropBefore, type Fault, inItsPlace, late, lateAnswer, onLine, PAGE } from "./fault.ts";

type Row = readonly [fault: Fault, told: string, shown: ConsentCase["shown"], atSolaris: ConsentCase["atSolaris"]];
const at = (step: ConsentCase["step"], rows: readonly Row[]) =>
  rows.map(([fault, told, shown, atSolaris]): ConsentCase => ({ step, faults: [fault], told, shown, atSolaris }));

const ERR = "ERR_SOLARIS_UNAVAILABLE";
const CREATE = "create_device_consent";
const UPDATE = "update_device_consent";

/** A yes is one only with Solaris' answer: until then nothing is collected, and the question stands. */
const give = at("giveDeviceConsent", [
  [dropBefore(CREATE), ERR, "no answer", "nothing"],
  [dropAfter(CREATE), ERR, "no answer", "APPROVED"],
  [late(CREATE), ERR, "no answer", "APPROVED"],
  [lateAnswer(CREATE), ERR, "no answer", "APPROVED"],
  [answers(CREATE, 400, "C"), "ERR_REFUSED", "no answer", "nothing"],
  [answers(CREATE, 403, "A"), "ERR_REFUSED", "no answer", "nothing"],
  [answers(CREATE, 429, "A"), "ERR_TOO_MANY_REQUESTS", "no answer", "nothing"],
  [answers(CREATE, 500, "A"), ERR, "no answer", "nothing"],
  [inItsPlace(CREATE, 201, PAGE), ERR, "no answer", "nothing"],
  [inItsPlace(CREATE, 201, { id: 7 }), ERR, "no answer", "nothing"],
  [onLine("/v1/device-consents", "drop_before"), "ERR_BACKEND_UNREACHABLE", "no answer", "nothing"],
  [onLine("/v1/device-consents", "drop_after"), "ERR_BACKEND_UNREACHABLE", "no answer", "APPROVED"],
]);

/** A no holds here at once (a withdrawal has the id of a consent in its path: `…dcon`). Whether the bank has confirmed it is told, and it is said to the bank again. */
const refuse = at("refuseDeviceConsent", [
  [dropBefore(UPDATE), "done", "refused, untold", "APPROVED"],
  [dropAfter(UPDATE), "done", "refused, untold", "REJECTED"],
  [late(UPDATE), "done", "refused, untold", "REJECTED"],
  [answers(UPDATE, 403, "A"), "done", "refused, untold", "APPROVED"],
  [answers(UPDATE, 404, "C"), "done", "refused, untold", "APPROVED"],
  [answers(UPDATE, 500, "A"), "done", "refused, untold", "APPROVED"],
  [inItsPlace(UPDATE, 200, PAGE), "done", "refused, untold", "APPROVED"],
  [onLine("dcon", "drop_before"), "done", "refused, untold", "APPROVED"],
  [onLine("dcon", "drop_after"), "done", "refused, untold", "REJECTED"],
]);

/**
 * Removing this computer waits for none of it and claims nothing: the question stands again, and the bank is told at the next
 * sign-in. Until Solaris has removed the device the consent stays.
 */
const remove = at("removeThisComputer", [
  [dropBefore(UPDATE), "done", "no answer", "APPROVED"],
  [dropAfter(UPDATE), "done", "no answer", "REJECTED"],
  [late(UPDATE), "done", "no answer", "REJECTED"],
  [answers(UPDATE, 403, "A"), "done", "no answer", "APPROVED"],
  [answers(UPDATE, 404, "C"), "done", "no answer", "APPROVED"],
  [answers(UPDATE, 500, "A"), "done", "no answer", "APPROVED"],
  [inItsPlace(UPDATE, 200, PAGE), "done", "no answer", "APPROVED"],
  [onLine("dcon", "drop_before"), "done", "no answer", "APPROVED"],
  [onLine("dcon", "drop_after"), "done", "no answer", "REJECTED"],
  [dropBefore("delete_device"), ERR, "given", "APPROVED"],
  [dropAfter("delete_device"), "done", "no answer", "REJECTED"],
]);

export const consentTable: readonly ConsentCase[] = [...give, ...refuse, ...remove];
