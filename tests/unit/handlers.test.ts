import { describe, expect, it } from "vitest";
import type { BackendClient } from "../../src-main/backend/backend-client.ts";
import { createPinOutcome } from "../../src-main/card-pin/pin-outcome.ts";
import { createHandlers } from "../../src-main/handlers.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import { bridgeMethods } from "../../src-preload/contract/bridge.ts";
import { ascii } from "./by-hand.ts";
import { createFakeEnrolment, recordAt } from "./device/fake-enrolment.ts";
import { createFakeSolaris } from "./device/fake-solaris.ts";

const ada = { customer_id: "customer-0000000001", name: "Ada Single" };

function setUp(release = false) {
  const customer = createCurrentCustomer();
  const enrolment = createFakeEnrolment();
  const solaris = createFakeSolaris();
  const pinOutcome = createPinOutcome();
  let reloads = 0;
  let answerKey: (value: unknown) => void = () => {};
  const backend = {
    ...solaris.backend,
    listCards: async () => [],
    getPinKey: () => new Promise((resolve) => (answerKey = resolve)),
  } as unknown as BackendClient;
  const demo = { listNames: async () => ["Ada Single"], signIn: async () => ({ token: "a-token", customer: ada }) };
  const handlers = createHandlers({
    backend,
    demo: release ? null : demo,
    customer,
    enrolment: () => {
      customer.require();
      return enrolment;
    },
    pinOutcome,
    reloadWindow: () => reloads++,
    version: "1.2.3",
  });
  return {
    handlers,
    customer,
    enrolment,
    solaris,
    pinOutcome,
    reloads: () => reloads,
    answerKey: (jwk: unknown) => answerKey(jwk),
  };
}

describe("the use cases behind the bridge", () => {
  it("are one per method of the contract", () => {
    expect(Object.keys(setUp().handlers).sort()).toEqual([...bridgeMethods].sort());
  });

  it("lead from signing in to a bound computer, each answering how things stand", async () => {
    const { handlers, solaris } = setUp();
    expect(await handlers.getOverview()).toMatchObject({ customer: null });
    expect(await handlers.signIn("Ada Single")).toMatchObject({
      customer: { name: "Ada Single" },
      device: { state: "absent" },
    });
    expect(await handlers.requestCode("A computer")).toMatchObject({ device: { state: "binding", step: "code" } });
    expect(await handlers.continueBinding()).toMatchObject({ device: { state: "binding", step: "code" } });
    expect(await handlers.confirmCode(solaris.newestCode())).toMatchObject({ device: { state: "bound" } });
    expect(await handlers.listCards()).toEqual([]);
    expect(await handlers.signOut()).toBeNull();
    expect(await handlers.getOverview()).toMatchObject({ customer: null, device: null });
  });

  it("have no demonstration sign-in in a release", async () => {
    const { handlers, customer } = setUp(true);
    await expect(handlers.signIn("Ada Single")).rejects.toMatchObject({ code: "ERR_REFUSED" });
    expect(customer.get()).toBeNull();
    expect(await handlers.getOverview()).toMatchObject({ demoCustomers: null });
  });

  it("need somebody to be signed in", async () => {
    const { handlers } = setUp();
    for (const step of [
      () => handlers.requestCode("A computer"),
      () => handlers.confirmCode(ascii("212212")),
      () => handlers.continueBinding(),
      () => handlers.abandonBinding(),
      () => handlers.changePin("a-card", ascii("1928")),
    ]) {
      await expect(step()).rejects.toMatchObject({ code: "ERR_NOT_SIGNED_IN" });
    }
  });

  it("run one at a time: while a PIN is changed, no second change and no other step", async () => {
    const { handlers, customer, enrolment, answerKey } = setUp();
    customer.set(ada, "a-token");
    enrolment.entry = JSON.stringify(recordAt("bound"));
    const first = handlers.changePin("a-card", ascii("1928"));
    await expect(handlers.changePin("a-card", ascii("1928"))).rejects.toMatchObject({ code: "ERR_BUSY" });
    await expect(handlers.signOut()).rejects.toMatchObject({ code: "ERR_BUSY" });
    await expect(handlers.getOverview()).resolves.toMatchObject({ device: { state: "bound" } });
    answerKey(null);
    await expect(first).rejects.toMatchObject({ code: "ERR_PIN_KEY_INVALID" });
    await expect(handlers.signOut()).resolves.toBeNull();
    expect(customer.get()).toBeNull();
  });

  it("empty the window's memory when a PIN change is left", async () => {
    const { handlers, reloads } = setUp();
    expect(await handlers.endPinChange()).toBeNull();
    expect(reloads()).toBe(1);
  });
});
