import type { Customer } from "../../src-contract/api/customer-schemas.ts";
import { AppError } from "../app-error.ts";

/** Who is signed in. Lives in memory only: the next start begins with signing in. */
export interface CurrentCustomer {
  set(customer: Customer, token: string): void;
  clear(): void;
  /** Signs out whoever this token is of: not the next one, when the answer comes late. */
  clearIf(token: string | null): void;
  get(): Customer | null;
  /** @throws AppError ERR_NOT_SIGNED_IN */
  require(): Customer;
  token(): string | null;
}

export function createCurrentCustomer(): CurrentCustomer {
  let current: { customer: Customer; token: string } | null = null;
  return {
    set(customer, token) {
      current = { customer, token };
    },
    clear() {
      current = null;
    },
    clearIf(token) {
      if (current?.token === token) current = null;
    },
    get: () => current?.customer ?? null,
    require() {
      if (current === null) throw new AppError("ERR_NOT_SIGNED_IN");
      return current.customer;
    },
    token: () => current?.token ?? null,
  };
}
