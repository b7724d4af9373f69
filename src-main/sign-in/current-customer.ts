import type { Customer } from "../../src-contract/api/customer-schemas.ts";
import { AppError } from "../app-error.ts";

/** The customer who is signed in. In memory only: the next start begins with signing in. */
export type CurrentCustomer = ReturnType<typeof createCurrentCustomer>;

/** Starts with nobody signed in. */
export function createCurrentCustomer() {
  let current: { customer: Customer; token: string } | null = null;
  return {
    /** Notes who has signed in. */
    set(customer: Customer, token: string): void {
      current = { customer, token };
    },
    /** Signs everybody out. */
    clear(): void {
      current = null;
    },
    /** Signs out only the customer of this token: a late answer must not sign out the next one. */
    clearIf(token: string | null): void {
      if (current?.token === token) current = null;
    },
    /** The customer; null if nobody is signed in. */
    get: (): Customer | null => current?.customer ?? null,
    /** @throws AppError ERR_NOT_SIGNED_IN */
    require(): Customer {
      if (current === null) throw new AppError("ERR_NOT_SIGNED_IN");
      return current.customer;
    },
    /** The customer's token; null if nobody is signed in. */
    token: (): string | null => current?.token ?? null,
  };
}
