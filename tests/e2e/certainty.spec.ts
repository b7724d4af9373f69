import type { Page } from "playwright";
import { rare } from "../long-form.ts";
import { changePin, expectCards, expectHeading, firstCardId, openCards, signIn } from "./cardholder.ts";
import { expect, test } from "./fixtures.ts";
import { windowTest } from "./shared-app.ts";

// What became of a PIN change is told after whatever happened to the app, and nothing is sent a second time for it.

const lookedUp = async (page: Page, heading: string) => {
  await signIn(page);
  await expectHeading(page, heading);
  await page.getByRole("button", { name: "Back to your cards" }).click();
  await expectCards(page);
};

for (const [name, fault, heading, changes] of [
  ["Solaris changes it", { kind: "hold" }, "Your PIN was changed", 1],
  ["Solaris has changed it, unanswered", { kind: "hold_after" }, "Your PIN was changed", 1],
  ["Solaris refuses it", { kind: "status", status: 400, shape: "A", field: "pin" }, "Your PIN was not changed", 0],
] as const) {
  windowTest(
    `the app is killed while it waits, ${name}: told at the next start`,
    fault.kind === "status" ? {} : rare, // the others are killed in tests/faults/app.spec.ts
    async ({ running, boundComputer, launch, sandbox }) => {
      await boundComputer();
      await openCards(running.page);
      const cardId = await firstCardId(running.page);
      const held = await sandbox.addFault({ operation: "pin_update", ...fault });
      await changePin(running.page, "7305");
      await sandbox.reached(held);
      await running.kill();
      await sandbox.clearFaults();
      const second = await launch();
      await lookedUp(second.page, heading);
      expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: changes === 1, changes });
      expect(await sandbox.arrivals("pin_update")).toBe(1);
      await second.page.getByRole("button", { name: "Sign out" }).click();
      await expectHeading(second.page, "Sign in");
      await signIn(second.page);
      await expectCards(second.page); // it was seen: not told again
    },
  );
}

test.describe("where the backend gives Solaris less time", () => {
  test.use({ serverEnv: { backend: { SOLARIS_TIMEOUT_MS: "4000" } } });

  windowTest(
    "killed while Solaris is silent: in progress at first, then not certain, and what to do",
    async ({ running, boundComputer, launch, sandbox }) => {
      await boundComputer();
      await openCards(running.page);
      const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
      await changePin(running.page, "7305");
      await sandbox.reached(fault);
      await running.kill();
      const second = await launch();
      await signIn(second.page);
      await expectHeading(second.page, "It is not certain whether your PIN was changed"); // when the backend gave up
      await expect(second.page.getByText(/old one/)).toBeVisible();
      expect(await sandbox.arrivals("pin_update")).toBe(1);
    },
  );
});

windowTest(
  "killed before anything was sent: nothing is open at the next start",
  rare, // tests/faults/app.spec.ts
  async ({ running, boundComputer, launch, sandbox }) => {
    await boundComputer();
    await openCards(running.page);
    const fault = await sandbox.addFault({ operation: "pin_key", kind: "hold" });
    await changePin(running.page, "7305");
    await sandbox.reached(fault);
    await running.kill();
    await sandbox.clearFaults();
    const second = await launch();
    await signIn(second.page);
    await expectCards(second.page);
    expect(await sandbox.arrivals("pin_update")).toBe(0);
  },
);

test(
  "an outcome that is not certain can be asked for again, and then is",
  rare,
  async ({ boundComputer, launch, sandbox }) => {
    const { page } = await launch({ args: ["--call-timeout-ms=1500"] });
    await boundComputer();
    await openCards(page);
    const cardId = await firstCardId(page);
    const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold" });
    await changePin(page, "7305");
    await expectHeading(page, "Your PIN is being changed");
    await sandbox.release(fault);
    await expectHeading(page, "Your PIN was changed");
    expect(await sandbox.hasPin(cardId, "7305")).toEqual({ matches: true, changes: 1 });
  },
);

windowTest(
  "the outcome of one cardholder is not told to another",
  async ({ running, boundComputer, launch, sandbox }) => {
    await boundComputer();
    await openCards(running.page);
    const fault = await sandbox.addFault({ operation: "pin_update", kind: "hold_after" });
    await changePin(running.page, "7305");
    await sandbox.reached(fault);
    await running.kill();
    await sandbox.clearFaults();
    const second = await launch();
    await signIn(second.page, "Nora Null");
    await expectHeading(second.page, "You need a card first");
    await second.page.getByRole("button", { name: "Sign out" }).click();
    await lookedUp(second.page, "Your PIN was changed");
  },
);

windowTest(
  "an outcome that was on the screen when the window was closed is not told again",
  async ({ running, boundComputer, launch }) => {
    await boundComputer();
    await openCards(running.page);
    await changePin(running.page, "7305");
    await expectHeading(running.page, "Your PIN was changed");
    await running.app.close();
    const second = await launch();
    await signIn(second.page);
    await expectCards(second.page);
  },
);
