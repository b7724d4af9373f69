import { expect, it } from "vitest";
import { createOneAtATime } from "../../../src-main/one-at-a-time.ts";
import { createCurrentCustomer } from "../../../src-main/sign-in/current-customer.ts";
import { createCustomerSession } from "../../../src-main/sign-in/customer-session.ts";

it("there is no demonstration sign-in in a release", async () => {
  const unasked = () => expect.fail("not asked");
  const customer = createCurrentCustomer();
  const session = createCustomerSession({
    demo: null,
    customer,
    rules: { read: unasked },
    lock: { begin: unasked, quietMs: () => 0 },
    presence: { note: unasked, isRemoved: unasked },
    pinChanges: { forget: unasked, leave: unasked },
    oneAtATime: createOneAtATime(),
    beginStep: unasked,
    isUserActive: unasked,
    reloadWindow: unasked,
  });
  await expect(session.signIn("Ada Single", unasked)).rejects.toMatchObject({ code: "ERR_REFUSED" });
  expect(customer.get()).toBeNull();
});
