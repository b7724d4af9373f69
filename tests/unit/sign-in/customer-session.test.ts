import { expect, it } from "vitest";
import type { BackendClient } from "../../../src-main/backend/backend-client.ts";
import { BackendError } from "../../../src-main/backend/backend-error.ts";
import { bearerCredentials, type Credentials } from "../../../src-main/backend/credentials.ts";
import { createOneAtATime } from "../../../src-main/one-at-a-time.ts";
import type { BrowserSignIn } from "../../../src-main/sign-in/browser/browser-sign-in.ts";
import { type CurrentCustomer, createCurrentCustomer } from "../../../src-main/sign-in/current-customer.ts";
import { createCustomerSession } from "../../../src-main/sign-in/customer-session.ts";
import { createFakeEnrolment, recordAt } from "../keys/fake-enrolment.ts";

it("there is no demonstration sign-in in a release", async () => {
  const unasked = () => expect.fail("not asked");
  const customer = createCurrentCustomer();
  const session = createCustomerSession({
    demo: null,
    browser: null,
    backend: { whoIs: unasked },
    customer,
    rules: { read: unasked },
    lock: { begin: unasked, hold: unasked, quietMs: () => 0, release: unasked },
    presence: { note: unasked, isRemoved: unasked },
    pinChanges: { forget: unasked, forgetAllBut: unasked, leave: unasked },
    oneAtATime: createOneAtATime(),
    beginStep: unasked,
    isUserActive: unasked,
    reloadWindow: unasked,
  });
  await expect(session.signIn("Ada Single", unasked)).rejects.toMatchObject({ code: "ERR_REFUSED" });
  expect(customer.get()).toBeNull();
});

/** A sign-in that is given up while its answer for the window is put together. */
async function giveUpLate(
  customer: CurrentCustomer,
  credentials: Credentials,
  getDevice?: BackendClient["getDevice"],
): Promise<string> {
  let isGivenUp = false;
  const browser: Pick<BrowserSignIn, "prepare" | "signIn"> = {
    prepare: (prepare) => prepare(),
    signIn: (_account, complete) => complete(credentials, () => isGivenUp),
  };
  const ignore = () => undefined;
  const enrolment = createFakeEnrolment(getDevice ? recordAt("bound") : null);
  const session = createCustomerSession({
    demo: null,
    browser: browser as BrowserSignIn,
    backend: { whoIs: async () => ({ ...ada, sign_in_again: null }) },
    customer,
    rules: { read: async () => undefined },
    lock: { begin: ignore, hold: ignore, quietMs: () => 0, release: ignore },
    presence: { note: ignore, isRemoved: () => false },
    pinChanges: { forget: ignore, forgetAllBut: ignore, leave: async () => undefined },
    oneAtATime: createOneAtATime(),
    beginStep: () => ({ enrolment, backend: { getDevice } as BackendClient }),
    isUserActive: async () => true,
    reloadWindow: ignore,
  });
  const answer = async () => {
    isGivenUp = true; // the cardholder presses Cancel at this moment
    return "signed in";
  };
  return session.signInWithBrowser("any", answer).catch(({ code }: { code: string }) => code);
}

const ada = { customer_id: "customer-0000000001", name: "Ada Single" };
/** Credentials that note when they are given back. */
const noted = (token: string, discarded: string[]): Credentials => ({
  ...bearerCredentials(token),
  discard: () => void discarded.push(token),
});

it("a sign-in that is given up while its first screen is put together signs nobody in", async () => {
  const customer = createCurrentCustomer();
  const discarded: string[] = [];
  expect(await giveUpLate(customer, noted("a-token", discarded))).toBe("ERR_SIGN_IN_CANCELLED");
  expect([customer.get(), discarded]).toEqual([null, ["a-token"]]);
});

it("a sign-in that the backend ends while Solaris is asked for this computer is none, and its token is given back", async () => {
  const customer = createCurrentCustomer();
  const discarded: string[] = [];
  const ended = async () => {
    customer.clear();
    throw new BackendError("ERR_NOT_SIGNED_IN", "answered");
  };
  expect(await giveUpLate(customer, noted("a-token", discarded), ended)).toBe("ERR_NOT_SIGNED_IN");
  expect(discarded).toEqual(["a-token"]);
});

it("a renewal that is given up that late stands: it is the same person's, and the token before has been given back", async () => {
  const customer = createCurrentCustomer();
  const discarded: string[] = [];
  customer.set(ada, noted("the-one-before", discarded));
  const [session, newer] = [customer.session(), noted("a-token", discarded)];
  await giveUpLate(customer, newer);
  expect([customer.session(), customer.credentials(), discarded]).toEqual([session, newer, ["the-one-before"]]);
});
