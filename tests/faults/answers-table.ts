import { runs } from "../long-form.ts";
import type { BindingCase } from "./binding-case.ts";
import type { ChangeCase } from "./change-case.ts";
import { type Fault, inItsPlace, PAGE } from "./fault.ts";

// Somebody else answers in Solaris' place, or an answer contradicts itself: then nothing is claimed
// (docs/threat-model.md#success-must-be-said). The change may be done all the same, or not. The window is told the same
// in both cases, because nobody can know; the short form has each answer to each operation in one of them, by turns.

const CREATE = "sca_pin_update";
const AUTHORIZE = "authorize_change_request";
const CONFIRM = "confirm_change_request";
const DOES_NOT_WORK = "refused ERR_SOLARIS_UNAVAILABLE";

/** Answers with status 2xx that do not say that it was done. */
const noYes: readonly (string | object)[] = [
  PAGE,
  '{"id":"d6c778822b2d7bd3b778935bcfd0d1d3csc","sta',
  "[]",
  "{ok}",
  { status: "FAILED" },
  { id: "d6c778822b2d7bd3b778935bcfd0d1d3csc", status: "AUTHORIZATION_REQUIRED" },
  { success: false },
  { error: "internal" },
];

/** Errors that are no refusal, because they do not have Solaris' shape. */
const noRefusal: readonly (readonly [number, string | object])[] = [
  [400, { code: 1020, message: "Access denied" }],
  [401, PAGE],
  [403, PAGE],
  [404, PAGE],
  [429, PAGE],
  [451, { error: { message: "not here" } }],
];

/** Solaris' error, sent with a status of success. */
const error = {
  id: "84b61fb9bf2117b3653a91ba9fc18d8bex",
  status: 400,
  code: "validation_error",
  title: "T",
  detail: "D",
};
const errorInside = [{ errors: [error] }, { ...error, status: "400" }];

/** As an answer to the confirmation this does say what became of the change: it failed. */
const saysFailed = (said: string | object) => typeof said === "object" && "status" in said && said.status === "FAILED";

type Way = Omit<ChangeCase, "told" | "pin">;

/** The cases of one operation that changes a PIN. */
function ofTheChange(operation: string, way: (fault: Fault) => Way): ChangeCase[] {
  const unknown = (fault: Fault, isDone: boolean): ChangeCase => {
    return { ...way(fault), told: ["unknown"], pin: isDone ? "new" : "old" };
  };
  const isConfirmation = operation === CONFIRM;
  const unclear = [...noYes.map((said) => [200, said] as const), ...noRefusal];
  return [
    ...unclear.flatMap(([status, said], index) => {
      if (isConfirmation && saysFailed(said)) return [];
      const isDoneHere = (index % 2 === 0) !== isConfirmation;
      return runs([isDoneHere], [true, false]).map((isDone) =>
        unknown(inItsPlace(operation, status, said, isDone), isDone),
      );
    }),
    ...errorInside.map((said): ChangeCase => {
      return { ...way(inItsPlace(operation, 200, said)), told: ["refused ERR_REFUSED"], pin: "old" };
    }),
  ];
}

/** Before the confirmation nothing has changed, whatever the answer. */
const beforeTheConfirmation = [CREATE, AUTHORIZE].flatMap((operation) =>
  [
    inItsPlace(operation, 200, PAGE),
    inItsPlace(operation, 200, { id: "d6c778822b2d7bd3b778935bcfd0d1d3csc", status: "FAILED" }),
    inItsPlace(operation, 403, PAGE),
    inItsPlace(operation, 404, PAGE),
  ].map((fault): ChangeCase => ({ way: "device_signing", faults: [fault], told: [DOES_NOT_WORK], pin: "old" })),
);

/** Only a complete list says that the device is not there. */
const listsOfDevices = [
  inItsPlace("list_devices", 404, PAGE),
  inItsPlace("list_devices", 404, error),
  inItsPlace("list_devices", 200, PAGE),
  inItsPlace("list_devices", 200, [{ name: "no id" }]),
  inItsPlace("list_devices", 200, "[{"),
].map((fault): ChangeCase => ({ way: "signed", faults: [fault], told: [DOES_NOT_WORK], pin: "old" }));

export const answersTable: readonly ChangeCase[] = [
  ...ofTheChange("pin_update", (fault) => ({ way: "signed", faults: [fault] })),
  ...ofTheChange(CONFIRM, (fault) => ({ way: "sms", atTan: [fault] })),
  ...beforeTheConfirmation,
  ...listsOfDevices,
];

const ERR = "ERR_SOLARIS_UNAVAILABLE";
const at = (step: BindingCase["step"], state: string, faults: readonly Fault[], told = ERR) =>
  faults.map((fault): BindingCase => ({ step, faults: [fault], told, state }));

export const bindingAnswersTable: readonly BindingCase[] = [
  ...at("requestCode", "binding request", [
    inItsPlace("create_device", 202, PAGE, true),
    inItsPlace("create_device", 200, { success: false }),
    inItsPlace("create_device", 403, PAGE),
    inItsPlace("create_device", 409, PAGE),
  ]),
  ...at("confirmCode", "binding code", [
    inItsPlace("verify_challenge", 200, PAGE),
    inItsPlace("verify_challenge", 200, { status: "FAILED" }),
    inItsPlace("verify_challenge", 403, PAGE),
    inItsPlace("verify_challenge", 404, PAGE),
    inItsPlace("verify_challenge", 410, { message: "gone" }),
  ]),
  // Solaris' list of devices says that the code was accepted after all.
  ...at("confirmCode", "binding passcode", [inItsPlace("verify_challenge", 404, PAGE, true)], "done"),
  ...at("setPasscode", "binding key", [
    inItsPlace("add_key", 201, PAGE),
    inItsPlace("add_key", 200, { id: "k", success: false }, true),
    inItsPlace("add_key", 404, PAGE),
  ]),
  ...at("removeThisComputer", "removing", [
    inItsPlace("delete_device", 200, PAGE),
    inItsPlace("delete_device", 404, PAGE),
    inItsPlace("delete_device", 200, { success: false }),
  ]),
  ...at("removeThisComputer", "absent", [inItsPlace("delete_device", 403, PAGE, true)], "done"),
  ...at("removeThisComputer", "removing", [inItsPlace("list_devices", 404, PAGE)]),
];
