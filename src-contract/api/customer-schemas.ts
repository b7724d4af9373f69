import { z } from "zod";
import { NAME_LONGEST } from "./identifiers.ts";

const name = z.string().min(1).max(NAME_LONGEST);

/** The customer whom the bearer token stands for. `customer_id` is stable at this backend, and is not Solaris' person id. */
export const customer = z
  .object({
    customer_id: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
    name,
  })
  .meta({ id: "Customer" });
export type Customer = z.infer<typeof customer>;

/** Demonstration only: the names that can sign in. Exists only while the backend runs with `DEMO_CUSTOMERS`. */
export const demoCustomers = z.object({ customers: z.array(z.object({ name })) }).meta({ id: "DemoCustomers" });

export const demoSignInRequest = z.object({ name }).meta({ id: "DemoSignInRequest" });

export const demoSignInResponse = z
  .object({ token: z.string().regex(/^[A-Za-z0-9_-]{32,128}$/), customer })
  .meta({ id: "DemoSignInResponse" });
export type DemoSignInResponse = z.infer<typeof demoSignInResponse>;
