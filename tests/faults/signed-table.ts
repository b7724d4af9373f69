import { runs } from "../long-form.ts";
import type { ChangeCase } from "./change-case.ts";
import { answers, dropAfter, dropBefore, type Fault, keyRotated, late, lateAnswer, onLine } from "./fault.ts";

const OLD = "old";
const NEW = "new";
const signed = (
  faults: readonly Fault[],
  told: string | readonly string[],
  pin: "new" | "old",
  more = {},
): ChangeCase => ({
  way: "signed",
  faults,
  told: [told].flat(),
  pin,
  ...more,
});

/** Nothing was sent yet: the window is told the failure at once, and nothing stays open. */
const beforeSending = [
  signed([dropBefore("pin_key")], "failed ERR_SOLARIS_UNAVAILABLE", OLD),
  signed([dropAfter("pin_key")], "failed ERR_SOLARIS_UNAVAILABLE", OLD),
  signed([late("pin_key")], "failed ERR_SOLARIS_UNAVAILABLE", OLD),
  signed([answers("pin_key", 403, "B")], "failed ERR_REFUSED", OLD),
  signed([answers("pin_key", 404, "B")], "failed ERR_NOT_FOUND", OLD),
  signed([answers("pin_key", 429, "B")], "failed ERR_TOO_MANY_REQUESTS", OLD),
  signed([answers("pin_key", 500, "B")], "failed ERR_SOLARIS_UNAVAILABLE", OLD),
  signed([onLine("/pin-key", "cut_after")], "failed ERR_BACKEND_UNREACHABLE", OLD),
];

/** The backend has not asked Solaris for a change yet: whatever is lost, the change is refused. */
const beforeSolaris = [
  signed([dropBefore("list_devices")], "refused ERR_SOLARIS_UNAVAILABLE", OLD),
  signed([late("list_devices")], "refused ERR_SOLARIS_UNAVAILABLE", OLD),
  signed([answers("list_devices", 429, "A")], "refused ERR_TOO_MANY_REQUESTS", OLD),
  signed([answers("list_devices", 500, "A")], "refused ERR_SOLARIS_UNAVAILABLE", OLD),
];

/** Solaris was asked: its answer is told, and without one nobody knows what became of the change. */
const atSolaris = [
  signed([dropBefore("pin_update")], "unknown", OLD),
  signed([dropAfter("pin_update")], "unknown", NEW),
  signed([late("pin_update")], "unknown", NEW),
  signed([lateAnswer("pin_update")], "unknown", NEW),
  signed([answers("pin_update", 400, "A", { field: "pin" })], "refused ERR_PIN_REFUSED", OLD),
  signed([answers("pin_update", 400, "nested", { field: "encrypted_pin" })], "refused ERR_ENCRYPTION_REFUSED", OLD),
  signed([answers("pin_update", 400, "B")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 400, "C")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 401, "B")], "changed", NEW),
  signed([answers("pin_update", 401, "B", { times: 2 })], "refused ERR_SOLARIS_UNAVAILABLE", OLD),
  signed([answers("pin_update", 403, "A")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 404, "A", { field: "device_id" })], "refused ERR_DEVICE_REFUSED", OLD),
  signed([answers("pin_update", 404, "B")], "refused ERR_NOT_FOUND", OLD),
  signed([answers("pin_update", 408, "empty")], "unknown", OLD),
  signed([answers("pin_update", 409, "C")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 429, "B")], "refused ERR_TOO_MANY_REQUESTS", OLD),
  signed([answers("pin_update", 500, "C")], "unknown", OLD),
  signed([answers("pin_update", 502, "html")], "unknown", OLD),
];

/** The same statuses in the other error shapes. */
const otherShapes = [
  signed([answers("pin_update", 403, "B")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 403, "C")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 404, "C")], "refused ERR_NOT_FOUND", OLD),
  signed([answers("pin_update", 409, "A")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 409, "B")], "refused ERR_REFUSED", OLD),
  signed([answers("pin_update", 429, "A")], "refused ERR_TOO_MANY_REQUESTS", OLD),
  signed([answers("pin_update", 429, "C")], "refused ERR_TOO_MANY_REQUESTS", OLD),
  signed([answers("pin_update", 500, "A")], "unknown", OLD),
  signed([answers("pin_update", 500, "B")], "unknown", OLD),
];

/** Solaris has a newer key than the one used: the app tries a second time, and no third. */
const rotation = [
  signed([keyRotated()], "changed", NEW),
  signed([keyRotated(2)], "refused ERR_PIN_KEY_OUTDATED", OLD),
  // The lost answer may have said anything, so nobody may try again.
  signed([keyRotated(), dropAfter("pin_update")], "unknown", OLD),
  signed([answers("pin_update", 400, "A", { field: "key_id", times: 2 })], "refused ERR_PIN_KEY_OUTDATED", OLD),
];

/** Between app and backend: the ledger knows what became of the change, and one that has not arrived is closed. */
const lineLost = [
  signed([onLine("/pin-changes", "drop_before")], "not-sent", OLD),
  signed([onLine("/pin-changes", "drop_after")], "changed", NEW),
  signed([onLine("/pin-changes", "late")], "changed", NEW),
  signed([onLine("/pin-changes", "drop_before"), onLine("/settlement", "drop_before")], ["unknown", "not-sent"], OLD),
  signed([onLine("/pin-changes", "drop_after"), onLine("/settlement", "drop_after")], ["unknown", "changed"], NEW),
  signed([lateAnswer("pin_update"), onLine("/pin-changes", "drop_after")], "unknown", NEW),
];

export const signedTable: readonly ChangeCase[] = [
  ...beforeSending,
  ...beforeSolaris,
  ...atSolaris,
  ...runs([], otherShapes),
  ...rotation,
  ...lineLost,
];
