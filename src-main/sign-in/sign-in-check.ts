import { AppError } from "../app-error.ts";
import type { BackendClient } from "../backend/backend-client.ts";
import type { CurrentCustomer } from "./current-customer.ts";

interface Dependencies {
  readonly backend: Pick<BackendClient, "whoIs">;
  readonly customer: Pick<CurrentCustomer, "credentials">;
}

/** Asks, before a step that the bank protects, whether this sign-in will do for it (RFC 9470). */
export type RequireNewSignIn = ReturnType<typeof createSignInCheck>;

/**
 * Called before a PIN is entered or a computer named: a cardholder who is sent to sign in again has not lost anything then.
 * The backend looks once more when the step comes (docs/sign-in.md).
 * @returns a check that throws an AppError: ERR_SIGN_IN_AGAIN if the sign-in is too old or too weak, or ends in a moment
 */
export function createSignInCheck({ backend, customer }: Dependencies) {
  return async (): Promise<void> => {
    const credentials = customer.credentials();
    if (credentials === null) throw new AppError("ERR_NOT_SIGNED_IN");
    if (credentials.endsSoon?.()) throw new AppError("ERR_SIGN_IN_AGAIN");
    const { sign_in_again: missing } = await backend.whoIs(credentials);
    if (missing !== null) throw new AppError("ERR_SIGN_IN_AGAIN");
  };
}
