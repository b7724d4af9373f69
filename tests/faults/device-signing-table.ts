import type { ChangeCase } from "./change-case.ts";
import { answers, dropAfter, dropBefore, type Fault, keyRotated, late, lateAnswer, onLine } from "./fault.ts";

const signing = (faults: readonly Fault[], told: string | readonly string[], pin: "new" | "old"): ChangeCase => ({
  way: "device_signing",
  faults,
  told: [told].flat(),
  pin,
});
const CREATE = "sca_pin_update";
const AUTHORIZE = "authorize_change_request";
const CONFIRM = "confirm_change_request";

/** A change request changes nothing before it is confirmed: whatever is lost until then, the change is refused. */
const creation = [
  signing([dropBefore(CREATE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([dropAfter(CREATE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([late(CREATE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([answers(CREATE, 400, "A", { field: "pin" })], "refused ERR_PIN_REFUSED", "old"),
  signing([answers(CREATE, 400, "C")], "refused ERR_REFUSED", "old"),
  signing([answers(CREATE, 403, "B")], "refused ERR_REFUSED", "old"),
  signing([answers(CREATE, 404, "B")], "refused ERR_NOT_FOUND", "old"),
  signing([answers(CREATE, 409, "A")], "refused ERR_REFUSED", "old"),
  signing([answers(CREATE, 429, "B")], "refused ERR_TOO_MANY_REQUESTS", "old"),
  signing([answers(CREATE, 500, "B")], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([keyRotated()], "changed", "new"),
  signing([keyRotated(2)], "refused ERR_PIN_KEY_OUTDATED", "old"),
  signing([onLine("/pin-change-requests", "drop_before")], "not-sent", "old"),
  signing([onLine("/pin-change-requests", "drop_after")], "refused ERR_PIN_CHANGE_CLOSED", "old"),
];

const authorisation = [
  signing([dropBefore(AUTHORIZE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([dropAfter(AUTHORIZE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([late(AUTHORIZE)], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([answers(AUTHORIZE, 400, "A", { field: "device_id" })], "refused ERR_DEVICE_REFUSED", "old"),
  signing([answers(AUTHORIZE, 403, "B")], "refused ERR_REFUSED", "old"),
  signing([answers(AUTHORIZE, 404, "A")], "refused ERR_CHANGE_REQUEST_ENDED", "old"),
  signing([answers(AUTHORIZE, 409, "C")], "refused ERR_REFUSED", "old"),
  signing([answers(AUTHORIZE, 429, "A")], "refused ERR_TOO_MANY_REQUESTS", "old"),
  signing([answers(AUTHORIZE, 500, "A")], "refused ERR_SOLARIS_UNAVAILABLE", "old"),
  signing([onLine("/authorization", "drop_after")], "refused ERR_BACKEND_UNREACHABLE", "old"),
  signing([onLine("/pin-change-requests", "cut_after")], "refused ERR_BACKEND_UNREACHABLE", "old"),
];

/** The confirmation changes the PIN: if its answer is lost, nobody knows. */
const confirmation = [
  signing([dropBefore(CONFIRM)], "unknown", "old"),
  signing([dropAfter(CONFIRM)], "unknown", "new"),
  signing([late(CONFIRM)], "unknown", "new"),
  signing([lateAnswer(CONFIRM)], "unknown", "new"),
  signing([answers(CONFIRM, 400, "A", { field: "signature" })], "refused ERR_DEVICE_REFUSED", "old"),
  signing([answers(CONFIRM, 400, "B")], "refused ERR_REFUSED", "old"),
  signing([answers(CONFIRM, 403, "A")], "refused ERR_REFUSED", "old"),
  signing([answers(CONFIRM, 404, "A")], "refused ERR_CHANGE_REQUEST_ENDED", "old"),
  signing([answers(CONFIRM, 409, "C")], "refused ERR_REFUSED", "old"),
  signing([answers(CONFIRM, 429, "A")], "refused ERR_TOO_MANY_REQUESTS", "old"),
  signing([answers(CONFIRM, 500, "A")], "unknown", "old"),
  signing([answers(CONFIRM, 503, "html")], "unknown", "old"),
  signing([onLine("/confirmation", "drop_before")], "refused ERR_PIN_CHANGE_CLOSED", "old"),
  signing([onLine("/confirmation", "drop_after")], "changed", "new"),
];

export const deviceSigningTable: readonly ChangeCase[] = [...creation, ...authorisation, ...confirmation];
