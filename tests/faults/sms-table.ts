import type { ChangeCase } from "./change-case.ts";
import { answers, dropAfter, dropBefore, event, type Fault, keyRotated, late, lateAnswer, onLine } from "./fault.ts";

type More = Partial<Pick<ChangeCase, "wrongTans" | "settled">>;
const sms = (faults: readonly Fault[], told: string, pin: "new" | "old"): ChangeCase => ({
  way: "sms",
  faults,
  told: [told],
  pin,
});
const atTan = (faults: readonly Fault[], told: string | readonly string[], pin: "new" | "old", more: More = {}) => {
  const one: ChangeCase = { way: "sms", atTan: faults, told: [told].flat(), pin, ...more };
  return one;
};
const CREATE = "sca_pin_update";
const AUTHORIZE = "authorize_change_request";
const CONFIRM = "confirm_change_request";
const WRONG = "000000";

/** Nobody can be sent a TAN. */
const noMobileNumber: Fault = {
  words: "no mobile number",
  strike: async ({ sandbox, person }) => {
    await sandbox.setMobileNumber(person, null);
    return { struck: async () => true, pass: () => sandbox.setMobileNumber(person, "+491713920011") };
  },
};

const beforeTheTan = [
  sms([noMobileNumber], "refused ERR_NO_MOBILE_NUMBER", "old"),
  sms([dropAfter(CREATE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  sms([answers(CREATE, 400, "A", { field: "encrypted_pin" })], "refused ERR_ENCRYPTION_REFUSED", "old"),
  sms([answers(CREATE, 500, "B")], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  sms([keyRotated()], "changed", "new"),
  sms([keyRotated(2)], "refused ERR_PIN_KEY_OUTDATED", "old"),
  sms([onLine("/pin-change-requests", "drop_before")], "not-sent", "old"),
  sms([onLine("/pin-change-requests", "drop_after")], "refused ERR_PIN_CHANGE_CLOSED", "old"),
  sms([dropBefore(AUTHORIZE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  sms([dropAfter(AUTHORIZE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  sms([answers(AUTHORIZE, 404, "A")], "refused ERR_CHANGE_REQUEST_ENDED", "old"),
  sms([answers(AUTHORIZE, 429, "A")], "refused ERR_TOO_MANY_REQUESTS", "old"),
  sms([answers(AUTHORIZE, 500, "A")], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
];

/** With the TAN awaited. `failed` leaves the change request open for another try; everything else ends it. */
const confirmation = [
  atTan([dropBefore(CONFIRM)], "unknown", "old"),
  atTan([dropAfter(CONFIRM)], "unknown", "new"),
  atTan([late(CONFIRM)], "unknown", "new"),
  atTan([lateAnswer(CONFIRM)], "unknown", "new"),
  atTan([answers(CONFIRM, 400, "B")], "refused ERR_REFUSED", "old"),
  atTan([answers(CONFIRM, 403, "A", { code: "invalid_tan" })], ["failed ERR_TAN_REFUSED", "changed"], "new"),
  atTan([answers(CONFIRM, 404, "A")], ["failed ERR_CHANGE_REQUEST_ENDED", "changed"], "new"),
  atTan([answers(CONFIRM, 409, "C")], "refused ERR_REFUSED", "old"),
  atTan([answers(CONFIRM, 429, "A")], ["failed ERR_TOO_MANY_REQUESTS", "changed"], "new"),
  atTan([answers(CONFIRM, 500, "A")], "unknown", "old"),
  atTan([answers(CONFIRM, 500, "B")], "unknown", "old"),
  atTan([answers(CONFIRM, 500, "C")], "unknown", "old"),
  atTan([onLine("/confirmation", "drop_before")], "refused ERR_PIN_CHANGE_CLOSED", "old"),
  atTan([onLine("/confirmation", "drop_after")], "changed", "new"),
];

/** Wrong and expired TANs. */
const tan = [
  atTan([], ["failed ERR_TAN_REFUSED", "changed"], "new", { wrongTans: [WRONG] }),
  // Solaris' sandbox ends a change request with the third wrong TAN.
  atTan([], [...Array(3).fill("failed ERR_TAN_REFUSED"), "failed ERR_CHANGE_REQUEST_ENDED", "changed"], "new", {
    wrongTans: [WRONG, WRONG, WRONG],
  }),
  atTan(
    [event("the TAN expired", async ({ sandbox }) => void (await sandbox.advanceClock(301)))],
    ["failed ERR_CHANGE_REQUEST_ENDED", "changed"],
    "new",
  ),
];

export const smsTable: readonly ChangeCase[] = [...beforeTheTan, ...confirmation, ...tan];
