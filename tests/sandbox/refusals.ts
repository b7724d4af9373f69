// What a refusal looks like, for `toMatchObject`: the three envelopes of docs/solaris-api.md §11.
import { expect } from "vitest";

const errorId = expect.stringMatching(/^[0-9a-f]{32}ex$/);

/** A 400 in shape A that names the field it is about. */
export function fieldRefusal(field: string, message: string, detail = `${field} ${message}`) {
  const source = { field, message };
  const error = { id: errorId, status: 400, code: "validation_error", title: "Validation Error", detail, source };
  return { status: 400, json: { errors: [error] } };
}

/** Shape A without a field. */
export function refusal(status: number, code: string, title: string, detail: string) {
  return { status, json: { errors: [{ id: errorId, status, code, title, detail }] } };
}

/** Shape B. */
export function flatRefusal(status: number, code: string, title: string, detail: string) {
  return { status, json: { id: errorId, status: String(status), code, title, detail } };
}

export const unauthorized = refusal(
  403,
  "unauthorized_action",
  "Unauthorized Action",
  "Unauthorized action is not allowed.",
);

/** What docs/solaris-api.md §3b says of a change request that has ended or is not this person's. */
export function unknownTo(personId: string) {
  const detail = `Unknown change request for Solaris::Person ${personId}`;
  return refusal(422, "unprocessable_entity", "Unprocessable Entity", detail);
}
