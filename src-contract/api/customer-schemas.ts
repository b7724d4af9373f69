import { z } from "zod";
import { NAME_LONGEST } from "./identifiers.ts";

/** What a sign-in lacks for binding a computer or changing a PIN (RFC 9470 §3). */
export const signInAgain = z
  .object({
    acr_values: z.array(z.string()).describe("One of them is enough; empty: any."),
    max_age: z.int().min(1).nullable().describe("In seconds since the sign-in; null: any."),
  })
  .meta({ id: "SignInAgain" });
export type SignInAgain = z.infer<typeof signInAgain>;

const name = z.string().min(1).max(NAME_LONGEST);

/** The customer whom the bearer token stands for. `customer_id` is stable at this backend, and is not Solaris' person id. */
export const customer = z
  .object({
    customer_id: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
    name,
  })
  .meta({ id: "Customer" });
export type Customer = z.infer<typeof customer>;

/**
 * The signed-in customer, and whether they have to sign in again before a computer is bound or a PIN changed. Backends
 * before this field leave it out, which means the same as null.
 */
export const me = customer
  .extend({
    sign_in_again: signInAgain.nullable().describe("Null: nothing is missing."),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;

/** Demonstration only: the names that can sign in. Exists only while the backend runs with `DEMO_CUSTOMERS`. */
export const demoCustomers = z.object({ customers: z.array(z.object({ name })) }).meta({ id: "DemoCustomers" });

export const demoSignInRequest = z.object({ name }).meta({ id: "DemoSignInRequest" });

export const demoSignInResponse = z
  .object({ token: z.string().regex(/^[A-Za-z0-9_-]{32,128}$/), customer })
  .meta({ id: "DemoSignInResponse" });
export type DemoSignInResponse = z.infer<typeof demoSignInResponse>;
