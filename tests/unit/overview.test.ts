import { describe, expect, it } from "vitest";
import { describeOverview } from "../../src-main/overview.ts";
import { createCurrentCustomer } from "../../src-main/sign-in/current-customer.ts";
import { createFakeEnrolment, recordAt } from "./device/fake-enrolment.ts";

const ada = { customer_id: "customer-0000000001", name: "Ada Single" };
const demo = { listNames: async () => ["Ada Single"], signIn: () => expect.fail("not asked") };

function setUp(signedIn = true) {
  const customer = createCurrentCustomer();
  if (signedIn) customer.set(ada, "a-token");
  const enrolment = createFakeEnrolment();
  const parts = { demo, customer, enrolment: () => enrolment, version: "1.2.3" };
  return { enrolment, parts, deviceFor: async (host: string) => (await describeOverview(parts, host)).device };
}

describe("how things stand", () => {
  it("without anybody signed in: the demonstration's names, and no device", async () => {
    const { parts } = setUp(false);
    const overview = await describeOverview(parts, "host");
    expect(overview).toMatchObject({ version: "1.2.3", demoCustomers: ["Ada Single"], customer: null, device: null });
  });

  it("without a demonstration there are no names", async () => {
    const overview = await describeOverview({ ...setUp(false).parts, demo: null }, "host");
    expect(overview).toMatchObject({ demoCustomers: null, customer: null });
  });

  it("says who is signed in, by name only, and does not ask for names then", async () => {
    const parts = { ...setUp().parts, demo: { ...demo, listNames: () => expect.fail("not asked") } };
    const overview = await describeOverview(parts, "host");
    expect(overview).toMatchObject({ demoCustomers: null, customer: { name: "Ada Single" } });
    expect(JSON.stringify(overview)).not.toContain(ada.customer_id);
  });

  it.each([
    ["requested", { state: "binding", step: "request", computerName: "A computer" }],
    ["challenged", { state: "binding", step: "code", computerName: "A computer", expiresAt: "2031-01-01T00:00:00Z" }],
    ["verified", { state: "binding", step: "key", computerName: "A computer" }],
    ["bound", { state: "bound", computerName: "A computer" }],
  ] as const)("a record at stage %s, with no key and no id in it", async (stage, view) => {
    const { enrolment, deviceFor } = setUp();
    enrolment.entry = JSON.stringify(recordAt(stage));
    expect(await deviceFor("host")).toEqual(view);
  });

  it.each(["locked", "unavailable"] as const)("a keychain that is %s", async (condition) => {
    const { enrolment, deviceFor } = setUp();
    enrolment.condition = condition;
    expect(await deviceFor("host")).toEqual({ state: condition });
  });

  it("an entry that cannot be read", async () => {
    const { enrolment, deviceFor } = setUp();
    enrolment.entry = "?";
    expect(await deviceFor("host")).toEqual({ state: "unreadable" });
  });

  it.each([
    [false, "absent"],
    [true, "lost"],
  ])("an empty keychain, with a marker: %s", async (marked, state) => {
    const { enrolment, deviceFor } = setUp();
    enrolment.marked = marked;
    expect(await deviceFor("host")).toEqual({ state, suggestedName: "host" });
  });

  it.each([
    ["ada-laptop.home.example", "ada-laptop"],
    ["localhost", "My computer"],
    ["", "My computer"],
    [".local", "My computer"],
    ["рабочий", "My computer"],
    ["x".repeat(300), "x".repeat(40)],
  ])("proposes for host %s the name %s", async (host, suggestedName) => {
    expect(await setUp().deviceFor(host)).toEqual({ state: "absent", suggestedName });
  });
});

describe("who is signed in", () => {
  it("is nobody at first, and nobody again after signing out", () => {
    const customer = createCurrentCustomer();
    for (const _ of [1, 2]) {
      expect([customer.get(), customer.token()]).toEqual([null, null]);
      expect(() => customer.require()).toThrow("ERR_NOT_SIGNED_IN");
      customer.set(ada, "a-token");
      expect([customer.get(), customer.require(), customer.token()]).toEqual([ada, ada, "a-token"]);
      customer.clear();
    }
    expect(customer.get()).toBeNull();
  });
});
