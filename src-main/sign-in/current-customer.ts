import type { Customer } from "../../src-contract/api/customer-schemas.ts";
import { AppError } from "../app-error.ts";
import type { Credentials } from "../backend/credentials.ts";

/** The customer who is signed in. In memory only: the next start begins with signing in. */
export type CurrentCustomer = ReturnType<typeof createCurrentCustomer>;

/** One sign-in of one customer, told from every other by identity. */
export type Session = object;

/** Starts with nobody signed in. */
export function createCurrentCustomer() {
  let current: { customer: Customer; credentials: Credentials; session: Session } | null = null;
  /** Everybody who has signed in since the start, by id. */
  const known: string[] = [];
  return {
    /** Notes who has signed in. */
    set(customer: Customer, credentials: Credentials): void {
      current = { customer, credentials, session: {} };
      if (!known.includes(customer.customer_id)) known.push(customer.customer_id);
    },
    /** Notes a newer or stronger sign-in of the same customer: their session goes on. */
    renew(credentials: Credentials): void {
      if (current !== null) current = { ...current, credentials };
    },
    /** Signs everybody out. */
    clear(): void {
      current = null;
    },
    /** Signs out only the customer of these credentials: a late answer must not sign out the next one. */
    clearIf(credentials: Credentials | null): void {
      if (current?.credentials === credentials) current = null;
    },
    /** The customer; null if nobody is signed in. */
    get: (): Customer | null => current?.customer ?? null,
    /** Tells customers of one name apart, without their id; null if nobody is signed in. */
    number: (): number | null => (current === null ? null : known.indexOf(current.customer.customer_id)),
    /** @throws AppError ERR_NOT_SIGNED_IN */
    require(): Customer {
      if (current === null) throw new AppError("ERR_NOT_SIGNED_IN");
      return current.customer;
    },
    /** What the customer's calls go out with; null if nobody is signed in. */
    credentials: (): Credentials | null => current?.credentials ?? null,
    /** The customer's session; null if nobody is signed in. Another object after each sign-in. */
    session: (): Session | null => current?.session ?? null,
  };
}
