import type { Customer } from "../../src-contract/api/customer-schemas.ts";
import { AppError } from "../app-error.ts";

/** The customer who is signed in. Lives in memory only: the next start begins with signing in. */
export type CurrentCustomer = ReturnType<typeof createCurrentCustomer>;

/** Nobody is signed in yet. */
export function createCurrentCustomer() {
  let current: { customer: Customer; token: string } | null = null;
  return {
    /** The customer has signed in. */
    set(customer: Customer, token: string): void {
      current = { customer, token };
    },
    /** Nobody is signed in any more. */
    clear(): void {
      current = null;
    },
    /** Signs out the customer of this token: not the next one, when the answer comes late. */
    clearIf(token: string | null): void {
      if (current?.token === token) current = null;
    },
    /** The customer; null where nobody is signed in. */
    get: (): Customer | null => current?.customer ?? null,
    /** @throws AppError ERR_NOT_SIGNED_IN */
    require(): Customer {
      if (current === null) throw new AppError("ERR_NOT_SIGNED_IN");
      return current.customer;
    },
    /** The customer's token; null where nobody is signed in. */
    token: (): string | null => current?.token ?? null,
  };
}
