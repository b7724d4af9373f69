import { randomBytes } from "node:crypto";
import type { Family } from "./solaris-operations.ts";

// docs/solaris-api.md §11, "Error envelopes": there are three shapes, depending on the endpoint and the status.
export const errorShapes = ["A", "B", "C"] as const;
export type ErrorShape = (typeof errorShapes)[number];

const titles = {
  validation_error: "Validation Error",
  invalid_json: "Invalid JSON",
  token_required: "Token Required",
  invalid_token: "Invalid Token",
  unauthorized_action: "Unauthorized Action",
  model_not_found: "Model Not Found",
  not_found: "Not Found",
  conflict: "Conflict",
  unprocessable_entity: "Unprocessable Entity",
  invalid_tan: "Invalid Tan",
  // docs/solaris-api.md §9.
  constraint_violation: "The request violated data integrity constraints",
  // A code with spaces, as the one known stand-in sends it (docs/solaris-api.md §3b).
  "Unauthorized Change Request": "Unauthorized Change Request",
  generic_error: "Generic Error",
} as const;
export type RefusalCode = keyof typeof titles;

export type Refusal = {
  readonly status: number;
  readonly shape: ErrorShape;
  readonly code: RefusalCode;
  readonly detail: string;
  readonly source?: { readonly field: string; readonly message: string };
  /** Shape C's static machine code. */
  readonly errorCode?: string;
};

/** Thrown by an endpoint that refuses; the route turns it into the answer. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A 400 that names the field it is about. */
export function invalidField(shape: ErrorShape, field: string, message: string, detail = `${field} ${message}`) {
  return new Refused({ status: 400, shape, code: "validation_error", detail, source: { field, message } });
}

type Model = "Person" | "Account" | "CardAccount" | "Changeset" | "MobileNumber" | "DeviceConsent";

/** A 404 in the words of docs/solaris-api.md §2. */
export function modelNotFound(shape: ErrorShape, model: Model, id: string): Refused {
  const detail = `Couldn't find 'Solaris::${model}' for id '${id}'.`;
  return new Refused({ status: 404, shape, code: "model_not_found", detail });
}

/** A 404 of the MFA endpoints: the shape and codes of docs/solaris-api.md §11, the detail of §6.2 and §6.4. */
export function mfaNotFound(
  what: "device" | "signature challenge" | "device challenge" | "activation challenge",
  id: string,
): Refused {
  return new Refused({ status: 404, shape: "C", code: "model_not_found", detail: `${what} "${id}" not found` });
}

/** A 403 for a signature that does not verify, or is not one. */
export function unauthorizedAction(shape: ErrorShape): Refused {
  const detail = "Unauthorized action is not allowed.";
  return new Refused({ status: 403, shape, code: "unauthorized_action", detail });
}

/**
 * A 409. Its code is the sandbox's own choice; the documents name the status and shape only (docs/solaris-api.md §6.1).
 */
export function conflict(detail: string, source?: { field: string; message: string }): Refused {
  return new Refused({ status: 409, shape: "A", code: "conflict", detail, ...(source && { source }) });
}

/** The shape of an error by the endpoint's family and the status (docs/solaris-api.md §11). */
export function shapeOf(family: Family, status: number): ErrorShape {
  if (family === "monitoring") return "B";
  if (family === "card_pin") return status === 400 ? "A" : "B";
  if (family === "mfa") return [400, 403, 404].includes(status) ? "C" : "A";
  return "A";
}

/** Renders a refusal in its shape. The code may be any string, because faults can set their own. */
export function renderRefusal(refusal: Omit<Refusal, "code"> & { readonly code: string }, nested = false): object {
  const { status, shape, code, detail, source } = refusal;
  const id = `${randomBytes(16).toString("hex")}ex`;
  const title = titles[code as RefusalCode] ?? code;
  if (shape === "B") return { id, status: String(status), code, title, detail };
  if (shape === "C") return { title, status, id, detail, code, error_code: refusal.errorCode ?? staticCode(status) };
  const error = { id, status, code, title, detail, ...(source && { source }) };
  return { errors: nested ? [[error]] : [error] };
}

function staticCode(status: number): string {
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  // The sandbox's own choice: §11 shows one error_code for 400, and that one is about telephone numbers.
  return status === 400 ? "bad_request" : "error";
}
