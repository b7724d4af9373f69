import { runs } from "../long-form.ts";
import type { BindingCase } from "./binding-case.ts";
import { answers, dropAfter, dropBefore, type Fault, inItsPlace, late, lateAnswer, onLine, PAGE } from "./fault.ts";

type Row = readonly [fault: Fault, told: string, state: string];
const at = (step: BindingCase["step"], rows: readonly Row[]) =>
  rows.map(([fault, told, state]): BindingCase => ({ step, faults: [fault], told, state }));

/** For which others of the same kind stand. */
const inLongForm = (rows: readonly Row[]) => runs<readonly Row[]>([], rows);

/** Each letter costs money: after an unclear end the list says whether there is one, and none is asked for twice. */
const requestLetter = at("requestLetter", [
  [dropBefore("list_activations"), "ERR_SOLARIS_UNAVAILABLE", "absent"],
  [dropBefore("create_activation"), "ERR_SOLARIS_UNAVAILABLE", "absent"],
  [dropAfter("create_activation"), "done", "absent, letter"],
  [lateAnswer("create_activation"), "done", "absent, letter"],
  [answers("create_activation", 409, "C"), "ERR_ACTIVATION_CODE_EXISTS", "absent, letter"],
  [answers("create_activation", 429, "A"), "ERR_TOO_MANY_REQUESTS", "absent"],
  [inItsPlace("create_activation", 403, PAGE, true), "done", "absent, letter"],
  [onLine("POST /v1/activation-letters", "drop_after"), "done", "absent, letter"],
  ...inLongForm([
    [late("create_activation"), "ERR_SOLARIS_UNAVAILABLE", "absent"],
    [answers("create_activation", 400, "C"), "ERR_REFUSED", "absent"],
    [answers("create_activation", 403, "A"), "ERR_REFUSED", "absent"],
    [answers("create_activation", 500, "A"), "ERR_SOLARIS_UNAVAILABLE", "absent"],
    [inItsPlace("create_activation", 200, PAGE), "ERR_SOLARIS_UNAVAILABLE", "absent"],
    [onLine("POST /v1/activation-letters", "drop_before"), "ERR_BACKEND_UNREACHABLE", "absent"],
  ]),
]);

/** A code that is not accepted leaves the letter as it was: only the bank's whole list says that it counts no more. */
const confirmLetterCode = at("confirmLetterCode", [
  [dropBefore("list_activations"), "ERR_SOLARIS_UNAVAILABLE", "binding request, letter"],
  [dropAfter("create_device"), "ERR_SOLARIS_UNAVAILABLE", "binding request, letter"],
  [answers("create_device", 409, "A"), "done", "binding passcode, letter"],
  [dropAfter("verify_challenge"), "done", "binding passcode, letter"],
  [answers("verify_challenge", 403, "C"), "ERR_CODE_REFUSED", "binding request, letter"],
  [answers("verify_challenge", 404, "C"), "ERR_CODE_EXPIRED", "binding request, letter"],
  ...inLongForm([
    [dropBefore("list_devices"), "ERR_SOLARIS_UNAVAILABLE", "absent, letter"],
    [dropBefore("create_device"), "ERR_SOLARIS_UNAVAILABLE", "binding request, letter"],
    [answers("create_device", 400, "C"), "ERR_REFUSED", "binding request, letter"],
    [dropBefore("verify_challenge"), "ERR_SOLARIS_UNAVAILABLE", "binding request, letter"],
    [lateAnswer("verify_challenge"), "done", "binding passcode, letter"],
    [answers("verify_challenge", 429, "A"), "ERR_TOO_MANY_REQUESTS", "binding request, letter"],
    [onLine("/verification", "drop_after"), "done", "binding passcode, letter"],
  ]),
]);

/** A letter counts as cancelled only if the list no longer has it. */
const cancelLetter = at("cancelLetter", [
  [dropBefore("delete_activation"), "ERR_SOLARIS_UNAVAILABLE", "absent, letter"],
  [dropAfter("delete_activation"), "done", "absent"],
  [answers("delete_activation", 404, "C"), "ERR_SOLARIS_UNAVAILABLE", "absent, letter"],
  ...inLongForm([
    [answers("delete_activation", 500, "A"), "ERR_SOLARIS_UNAVAILABLE", "absent, letter"],
    [inItsPlace("delete_activation", 200, PAGE), "ERR_SOLARIS_UNAVAILABLE", "absent, letter"],
  ]),
]);

export const letterTable: readonly BindingCase[] = [...requestLetter, ...confirmLetterCode, ...cancelLetter];
